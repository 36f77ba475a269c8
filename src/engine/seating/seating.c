#include "engine/seating.h"

#include "base/mem.h"
#include "chance.h"
#include "room.h"
#include "rules.h"
#include "start.h"

#include <stdlib.h>
#include <string.h>

/* A run cools from hot to cold in so many moves; every next pair of runs is twice as long. The first of a pair begins with the
 * best so far and less hot, so that what a formula gave is mended before it is stirred up. */
enum { RUN_MOVES_PER_CHAIR = 256, WARM_SHARE = 8, COOLING_STEPS = 1 << 10, ALL_ROUNDS_ONE_IN = 16 };

struct exchange {
	size_t round, one, other;
};

struct seating {
	const struct seating_problem *problem;
	struct room room;
	struct chance chance;
	size_t *next;  /* the ring of who sits together with each */
	bool *is_fixed;
	uint32_t *free; /* everybody, and every chair, that may move */
	size_t free_len;
	struct exchange *tried; /* of one move that takes several */
	size_t tried_len;
	uint32_t *best;
	int64_t best_cost;
	bool by_formula;
	size_t *best_people; /* the best without the empty chairs, for who asks */
	uint64_t moves, run_begin, run_len, runs;
	int64_t heat; /* in 256ths of a cost */
};

/* --- life ------------------------------------------------------------------------------------------------------------- */

static void find_free(struct seating *seating)
{
	const struct seating_problem *problem = seating->problem;

	for (size_t i = 0; i < problem->rules_len; i++) {
		const struct seating_rule *rule = &problem->rules[i];
		for (size_t k = 0; rule->kind == SEATING_FIX && k < rule->len; k++)
			seating->is_fixed[rule->people[k]] = true;
	}
	for (size_t i = 0; i < problem->people; i++)
		for (size_t k = seating->next[i]; k != i && !seating->is_fixed[i]; k = seating->next[k])
			seating->is_fixed[i] = seating->is_fixed[k];
	for (size_t i = 0; i < seating->room.chairs; i++)
		if (!seating->is_fixed[i])
			seating->free[seating->free_len++] = (uint32_t)i;
}

/* Where it would take too long to tell whether the rules can hold, who belongs together may have come to sit apart. */
static void untie_scattered(struct seating *seating)
{
	const struct seating_problem *problem = seating->problem;

	for (size_t i = 0; i < problem->people; i++) {
		for (size_t round = 0; round < problem->rounds; round++) {
			const uint32_t *at = seating->room.at + round * seating->room.chairs;
			size_t next = seating->next[i];
			if (at[next] == at[i])
				continue;
			seating->next[i] = seating->next[next];
			seating->next[next] = next;
			round = 0;
		}
	}
}

static void keep_best(struct seating *seating)
{
	const struct room *room = &seating->room;

	if (room->cost >= seating->best_cost)
		return;
	memcpy(seating->best, room->at, seating->problem->rounds * room->chairs * sizeof *seating->best);
	seating->best_cost = room->cost;
	seating->by_formula = false;
}

struct seating *seating_new(const struct seating_problem *problem)
{
	struct seating *seating = mem_new(1, sizeof *seating);
	struct room *room = &seating->room;

	*seating = (struct seating){ .problem = problem, .chance = { problem->seed } };
	room_open(room, problem);
	seating->next = mem_new(room->chairs, sizeof *seating->next);
	seating->is_fixed = mem_new(room->chairs, sizeof *seating->is_fixed);
	seating->free = mem_new(room->chairs, sizeof *seating->free);
	seating->tried = mem_new(problem->rounds + room->size, sizeof *seating->tried);
	seating->best = mem_new(problem->rounds * room->chairs, sizeof *seating->best);
	seating->best_people = mem_new(problem->rounds * problem->people, sizeof *seating->best_people);
	rules_blocks(problem, seating->next);
	for (size_t i = problem->people; i < room->chairs; i++)
		seating->next[i] = i;
	bool by_formula = start_seats(problem, &seating->chance, seating->best);
	room_seat(room, seating->best);
	untie_scattered(seating);
	find_free(seating);
	seating->best_cost = room->cost;
	seating->by_formula = by_formula;
	return seating;
}

void seating_free(struct seating *seating)
{
	if (!seating)
		return;
	room_close(&seating->room);
	free(seating->next);
	free(seating->is_fixed);
	free(seating->free);
	free(seating->tried);
	free(seating->best);
	free(seating->best_people);
	free(seating);
}

/* --- accepting -------------------------------------------------------------------------------------------------------- */

/* In 65536ths: on the average 1, exponentially; -ln of an even number, its logarithm taken straight between powers of 2. */
static int64_t draw_patience(struct chance *chance)
{
	uint64_t bits = chance_next(chance) | 1;
	int zeros = __builtin_clzll(bits);
	int64_t below_one = zeros < 47 ? (int64_t)(bits >> (47 - zeros)) & 0xffff : 0;
	const int64_t ln2 = 45426;

	return (((int64_t)(zeros + 1) << 16) - below_one) * ln2 >> 16;
}

/* Metropolis: worse is taken the more easily the hotter it is. */
static bool is_taken(struct seating *seating, int64_t change)
{
	return change <= 0 || change << 24 <= seating->heat * draw_patience(&seating->chance);
}

/* --- one exchange of two who are free to move -------------------------------------------------------------------------- */

static void exchange_two(struct seating *seating, size_t round, size_t one, size_t other)
{
	int64_t change = room_weigh(&seating->room, round, one, other);

	if (!is_taken(seating, change))
		return;
	/* The first of several equally good ones is kept, whenever somebody asks for it. */
	if (change >= 0)
		keep_best(seating);
	room_exchange(&seating->room, round, one, other);
}

/* --- several exchanges as one move ------------------------------------------------------------------------------------ */

static void try_exchange(struct seating *seating, size_t round, size_t one, size_t other)
{
	seating->tried[seating->tried_len++] = (struct exchange){ round, one, other };
	room_exchange(&seating->room, round, one, other);
}

static void settle_tried(struct seating *seating, int64_t before)
{
	bool taken = is_taken(seating, seating->room.cost - before);

	for (size_t i = seating->tried_len; !taken && i-- > 0;)
		room_exchange(&seating->room, seating->tried[i].round, seating->tried[i].one, seating->tried[i].other);
	seating->tried_len = 0;
}

/* Each takes the other's place for good: how often all have met stays, who it was changes. */
static void exchange_all_rounds(struct seating *seating, size_t one, size_t other)
{
	int64_t before = seating->room.cost;

	keep_best(seating);
	for (size_t round = 0; round < seating->problem->rounds; round++) {
		const uint32_t *at = seating->room.at + round * seating->room.chairs;
		if (at[one] != at[other])
			try_exchange(seating, round, one, other);
	}
	settle_tried(seating, before);
}

/* People who sit together go as one, and as many who are free of such ties come the other way. */
static bool is_loose(const struct seating *seating, size_t person)
{
	return seating->next[person] == person && !seating->is_fixed[person];
}

static size_t ring_len(const struct seating *seating, size_t person)
{
	size_t len = 1;

	for (size_t i = seating->next[person]; i != person; i = seating->next[i])
		len++;
	return len;
}

static void exchange_block(struct seating *seating, size_t round, size_t one, size_t table)
{
	const struct room *room = &seating->room;
	const uint32_t *there = room->sitting + (round * seating->problem->tables + table) * room->size;
	size_t len = ring_len(seating, one), first = chance_below(&seating->chance, room->size), loose = 0, i = 0;
	int64_t before = room->cost;

	for (size_t k = 0; k < room->size; k++)
		loose += is_loose(seating, there[k]);
	if (loose < len)
		return;
	keep_best(seating);
	/* A chair that has been changed holds one of the block, who is not loose. */
	for (size_t person = one; seating->tried_len < len; i++) {
		size_t other = there[(first + i) % room->size];
		if (!is_loose(seating, other))
			continue;
		try_exchange(seating, round, person, other);
		person = seating->next[person];
	}
	settle_tried(seating, before);
}

/* --- the search ------------------------------------------------------------------------------------------------------- */

static void cool(struct seating *seating)
{
	const struct seating_problem *problem = seating->problem;
	uint64_t done = seating->moves - seating->run_begin;
	int64_t left = (int64_t)(COOLING_STEPS - done * COOLING_STEPS / seating->run_len);
	int64_t hot = seating->runs % 2 ? problem->hot : problem->hot / WARM_SHARE, cold = problem->cold;

	if (hot < cold)
		hot = cold;
	seating->heat = 256 * cold + 256 * (hot - cold) * left / COOLING_STEPS * left / COOLING_STEPS * left / COOLING_STEPS;
}

static void next_run(struct seating *seating)
{
	uint64_t len = (uint64_t)RUN_MOVES_PER_CHAIR * seating->room.chairs * seating->problem->rounds;

	if (seating->run_len)
		seating->runs++;
	keep_best(seating);
	if (seating->runs % 2 == 0)
		room_seat(&seating->room, seating->best);
	seating->run_begin = seating->moves;
	seating->run_len = len << (seating->runs / 2 < 20 ? seating->runs / 2 : 20);
}

static void move(struct seating *seating)
{
	const struct room *room = &seating->room;
	struct chance *chance = &seating->chance;
	size_t rounds = seating->problem->rounds, round = rounds > 1 ? chance_below(chance, rounds) : 0;
	const uint32_t *at = room->at + round * room->chairs;
	size_t one = seating->free[chance_below(chance, seating->free_len)];
	size_t other = seating->free[chance_below(chance, seating->free_len)];
	bool one_is_loose = seating->next[one] == one, other_is_loose = seating->next[other] == other;

	if (one_is_loose && other_is_loose && rounds > 1 && chance_below(chance, ALL_ROUNDS_ONE_IN) == 0)
		exchange_all_rounds(seating, one, other);
	else if (at[one] == at[other])
		return;
	else if (one_is_loose && other_is_loose)
		exchange_two(seating, round, one, other);
	else
		exchange_block(seating, round, one_is_loose ? other : one, at[one_is_loose ? one : other]);
}

static bool is_least(const struct seating *seating)
{
	return seating->best_cost <= seating->problem->bound || seating->free_len < 2 || seating->problem->tables < 2;
}

bool seating_search(struct seating *seating, uint64_t moves)
{
	for (uint64_t i = 0; i < moves; i++) {
		if (seating->room.cost <= seating->problem->bound)
			keep_best(seating);
		if (is_least(seating))
			return false;
		if (seating->moves == seating->run_begin + seating->run_len)
			next_run(seating);
		if ((seating->moves & 63) == 0)
			cool(seating);
		move(seating);
		seating->moves++;
	}
	keep_best(seating);
	return !is_least(seating);
}

struct seating_best seating_best(const struct seating *seating)
{
	const struct seating_problem *problem = seating->problem;
	size_t people = problem->people, chairs = seating->room.chairs;

	for (size_t round = 0; round < problem->rounds; round++)
		for (size_t i = 0; i < people; i++)
			seating->best_people[round * people + i] = seating->best[round * chairs + i];
	return (struct seating_best){
		.at = seating->best_people,
		.cost = seating_cost(problem, seating->best_people),
		.moves = seating->moves,
		.by_formula = seating->by_formula,
		.is_least = seating->best_cost <= problem->bound,
	};
}
