#include "start.h"

#include "base/mem.h"
#include "construct.h"
#include "rules.h"

#include <stdlib.h>
#include <string.h>

enum { NO_TABLE = UINT32_MAX };

struct start {
	const struct seating_problem *problem;
	struct chance *chance;
	size_t size, chairs;
	size_t *free; /* chairs at each table */
	uint32_t *queue; /* who has no chair yet */
};

/* --- a round ---------------------------------------------------------------------------------------------------------- */

static void sit(struct start *start, uint32_t *at, size_t person, size_t table)
{
	if (table == SEATING_NOWHERE || at[person] != NO_TABLE || !start->free[table])
		return;
	at[person] = (uint32_t)table;
	start->free[table]--;
}

static void shuffle(struct chance *chance, uint32_t *people, size_t len)
{
	for (size_t i = len; i > 1; i--) {
		size_t k = chance_below(chance, i);
		uint32_t person = people[i - 1];
		people[i - 1] = people[k];
		people[k] = person;
	}
}

/* The table with the most room. */
static size_t emptiest(const struct start *start)
{
	size_t found = 0;

	for (size_t table = 1; table < start->problem->tables; table++)
		if (start->free[table] > start->free[found])
			found = table;
	return found;
}

static void sit_anywhere(struct start *start, uint32_t *at)
{
	size_t len = 0;

	for (size_t i = 0; i < start->problem->people; i++)
		if (at[i] == NO_TABLE)
			start->queue[len++] = (uint32_t)i;
	shuffle(start->chance, start->queue, len);
	for (size_t i = 0; i < len; i++)
		sit(start, at, start->queue[i], emptiest(start));
}

/* All people sit: where a table has a chair more than people, it stays empty. */
static void sit_empty_chairs(struct start *start, uint32_t *at)
{
	const struct seating_problem *problem = start->problem;

	for (size_t i = 0; i < problem->tables; i++)
		start->free[i] = start->size;
	for (size_t i = 0; i < problem->people; i++)
		start->free[at[i]]--;
	for (size_t i = problem->people; i < start->chairs; i++) {
		at[i] = NO_TABLE;
		sit(start, at, i, emptiest(start));
	}
}

/* The larger tables are those where rules seat one more, then those where most would like to stay. */
static void size_tables(struct start *start, const size_t *ruled, const size_t *now)
{
	const struct seating_problem *problem = start->problem;
	size_t least = seating_least_size(problem), *wanted = mem_new(problem->tables, sizeof *wanted);
	size_t *bound = mem_new(problem->tables, sizeof *bound);

	for (size_t i = 0; i < problem->people; i++) {
		size_t table = ruled[i] != SEATING_NOWHERE ? ruled[i] : now ? now[i] : SEATING_NOWHERE;
		if (table == SEATING_NOWHERE)
			continue;
		bound[table] += ruled[i] != SEATING_NOWHERE;
		wanted[table] += 1 + (bound[table] > least ? problem->people : 0);
	}
	for (size_t i = 0; i < problem->tables; i++)
		start->free[i] = least;
	for (size_t larger = seating_larger_tables(problem); larger; larger--) {
		size_t most = SEATING_NOWHERE;
		for (size_t i = 0; i < problem->tables; i++)
			if (start->free[i] == least && (most == SEATING_NOWHERE || wanted[i] > wanted[most]))
				most = i;
		start->free[most]++;
	}
	free(wanted);
	free(bound);
}

static void seat_round(struct start *start, size_t round, uint32_t *at)
{
	const struct seating_problem *problem = start->problem;
	const size_t *now = problem->keep ? problem->keep + round * problem->people : NULL;
	size_t *ruled = mem_new(problem->people, sizeof *ruled);

	if (rules_place(problem, NULL, now, ruled) != RULES_FIT)
		memset(ruled, 0xff, problem->people * sizeof *ruled);
	size_tables(start, ruled, now);
	for (size_t i = 0; i < problem->people; i++)
		at[i] = NO_TABLE;
	for (size_t i = 0; i < problem->people; i++)
		sit(start, at, i, ruled[i]);
	for (size_t i = 0; now && i < problem->people; i++)
		sit(start, at, i, now[i]);
	sit_anywhere(start, at);
	sit_empty_chairs(start, at);
	free(ruled);
}

/* --- rounds by formula ------------------------------------------------------------------------------------------------ */

/* Formulas let neighbours meet last. */
static void name_people(const struct seating_problem *problem, const size_t *by_number, uint32_t *at)
{
	for (size_t i = 0; i < problem->people; i++)
		at[problem->order ? problem->order[i] : i] = (uint32_t)by_number[i];
}

/* A formula knows no rules; some hold by chance. */
static bool keeps_rules(const struct start *start, size_t rounds, const uint32_t *at)
{
	struct seating_problem made = *start->problem;
	size_t *people = mem_new(rounds * made.people, sizeof *people);
	bool good = true;

	made.rounds = rounds;
	for (size_t i = 0; i < rounds * made.people; i++)
		people[i] = at[i / made.people * start->chairs + i % made.people];
	for (size_t i = 0; good && i < made.rules_len; i++)
		good = seating_keeps(&made, &made.rules[i], people);
	free(people);
	return good;
}

/* How many rounds it could seat. */
static size_t seat_by_formula(struct start *start, uint32_t *at)
{
	const struct seating_problem *problem = start->problem;
	size_t *numbers = mem_new(problem->rounds * problem->people, sizeof *numbers);
	size_t made = problem->keep ? 0 : construct(problem->people, problem->tables, problem->rounds, numbers);

	for (size_t round = 0; round < made; round++) {
		uint32_t *here = at + round * start->chairs;
		name_people(problem, numbers + round * problem->people, here);
		sit_empty_chairs(start, here);
	}
	free(numbers);
	return keeps_rules(start, made, at) ? made : 0;
}

bool start_seats(const struct seating_problem *problem, struct chance *chance, uint32_t *ret_at)
{
	struct start start = { .problem = problem, .chance = chance };

	start.size = (problem->people + problem->tables - 1) / problem->tables;
	start.chairs = start.size * problem->tables;
	start.free = mem_new(problem->tables, sizeof *start.free);
	start.queue = mem_new(start.chairs, sizeof *start.queue);
	size_t made = seat_by_formula(&start, ret_at);
	for (size_t round = made; round < problem->rounds; round++)
		seat_round(&start, round, ret_at + round * start.chairs);
	free(start.free);
	free(start.queue);
	return made == problem->rounds;
}
