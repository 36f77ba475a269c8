#include "room.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static int32_t *pull_of(const struct room *room, size_t round, size_t table)
{
	return room->pull + (round * room->problem->tables + table) * room->chairs;
}

static uint32_t *table_of(const struct room *room, size_t round, size_t table)
{
	return room->sitting + (round * room->problem->tables + table) * room->size;
}

/* --- what pairs cost -------------------------------------------------------------------------------------------------- */

static void forbid(struct room *room, size_t one, size_t other)
{
	if (one == other)
		return;
	room->pair[one * room->chairs + other] = ROOM_FORBIDDEN;
	room->pair[other * room->chairs + one] = ROOM_FORBIDDEN;
}

static void forbid_pairs(struct room *room, const size_t *people, size_t len)
{
	for (size_t i = 0; i < len; i++)
		for (size_t k = i + 1; k < len; k++)
			forbid(room, people[i], people[k]);
}

static void fill_pairs(struct room *room)
{
	const struct seating_problem *problem = room->problem;
	size_t people = problem->people;

	for (size_t i = 0; i < people; i++) {
		if (problem->pair_cost)
			memcpy(room->pair + i * room->chairs, problem->pair_cost + i * people, people * sizeof *room->pair);
		if (problem->met)
			memcpy(room->met + i * room->chairs, problem->met + i * people, people * sizeof *room->met);
		room->pair[i * room->chairs + i] = 0;
		room->met[i * room->chairs + i] = 0;
	}
	for (size_t i = 0; i < problem->rules_len; i++)
		if (problem->rules[i].kind == SEATING_APART)
			forbid_pairs(room, problem->rules[i].people, problem->rules[i].len);
	/* A table has one empty chair at most: that keeps the sizes within one. */
	for (size_t i = people; i < room->chairs; i++)
		for (size_t k = i + 1; k < room->chairs; k++)
			forbid(room, i, k);
}

void room_open(struct room *room, const struct seating_problem *problem)
{
	size_t rounds = problem->rounds, tables = problem->tables;
	size_t size = (problem->people + tables - 1) / tables, chairs = size * tables;

	*room = (struct room){ .problem = problem, .chairs = chairs, .size = size };
	room->pair = mem_new(chairs * chairs, sizeof *room->pair);
	room->met = mem_new(chairs * chairs, sizeof *room->met);
	room->pull = mem_new(rounds * tables * chairs, sizeof *room->pull);
	room->at = mem_new(rounds * chairs, sizeof *room->at);
	room->sitting = mem_new(rounds * chairs, sizeof *room->sitting);
	room->place = mem_new(rounds * chairs, sizeof *room->place);
	fill_pairs(room);
}

void room_close(struct room *room)
{
	free(room->pair);
	free(room->met);
	free(room->pull);
	free(room->at);
	free(room->sitting);
	free(room->place);
	*room = (struct room){ 0 };
}

/* --- meetings --------------------------------------------------------------------------------------------------------- */

/* What two cost each other in a round other than this one has changed. */
static void spread(struct room *room, size_t round, size_t one, size_t other, int32_t by)
{
	const struct seating_problem *problem = room->problem;

	for (size_t r = 0; r < problem->rounds; r++) {
		const uint32_t *at = room->at + r * room->chairs;
		if (r == round)
			continue;
		pull_of(room, r, at[other])[one] += by;
		pull_of(room, r, at[one])[other] += by;
	}
}

/* Who sits there meets everybody at the table (by 1), or no longer does (-1). */
static void meet_table(struct room *room, size_t round, size_t person, int by)
{
	const uint32_t *table = table_of(room, round, room->at[round * room->chairs + person]);
	int32_t cost = room->problem->repeat_cost * by;

	if (person >= room->problem->people)
		return;
	for (size_t i = 0; i < room->size; i++) {
		size_t other = table[i];
		if (other == person || other >= room->problem->people)
			continue;
		room->met[person * room->chairs + other] += (uint16_t)by;
		room->met[other * room->chairs + person] += (uint16_t)by;
		if (room->problem->rounds > 1)
			spread(room, round, person, other, cost);
	}
}

/* --- exchanges -------------------------------------------------------------------------------------------------------- */

/* What two cost each other at one table, meetings in a round in which they sit apart included. */
static int64_t cost_of_two(const struct room *room, size_t one, size_t other)
{
	size_t at = one * room->chairs + other;

	return room->pair[at] + (int64_t)room->problem->repeat_cost * room->met[at];
}

int64_t room_weigh(const struct room *room, size_t round, size_t one, size_t other)
{
	const uint32_t *at = room->at + round * room->chairs;
	const int32_t *here = pull_of(room, round, at[one]), *there = pull_of(room, round, at[other]);

	return (int64_t)there[one] - here[one] + here[other] - there[other] - 2 * cost_of_two(room, one, other);
}

static void shift_pull(struct room *room, size_t round, size_t one, size_t other)
{
	const uint32_t *at = room->at + round * room->chairs;
	const int32_t *pair_one = room->pair + one * room->chairs, *pair_other = room->pair + other * room->chairs;
	const uint16_t *met_one = room->met + one * room->chairs, *met_other = room->met + other * room->chairs;
	int32_t *here = pull_of(room, round, at[one]), *there = pull_of(room, round, at[other]);
	int32_t repeat = room->problem->repeat_cost;

	for (size_t i = 0; i < room->chairs; i++) {
		int32_t change = pair_other[i] - pair_one[i] + repeat * (met_other[i] - met_one[i]);
		here[i] += change;
		there[i] -= change;
	}
}

static void change_places(struct room *room, size_t round, size_t one, size_t other)
{
	uint32_t *at = room->at + round * room->chairs, *place = room->place + round * room->chairs;
	uint32_t table = at[one], chair = place[one];

	at[one] = at[other];
	place[one] = place[other];
	at[other] = table;
	place[other] = chair;
	table_of(room, round, at[one])[place[one]] = (uint32_t)one;
	table_of(room, round, at[other])[place[other]] = (uint32_t)other;
}

void room_exchange(struct room *room, size_t round, size_t one, size_t other)
{
	room->cost += room_weigh(room, round, one, other);
	meet_table(room, round, one, -1);
	meet_table(room, round, other, -1);
	shift_pull(room, round, one, other);
	change_places(room, round, one, other);
	meet_table(room, round, one, 1);
	meet_table(room, round, other, 1);
}

/* --- all anew --------------------------------------------------------------------------------------------------------- */

static void forget_meetings(struct room *room)
{
	const struct seating_problem *problem = room->problem;

	for (size_t i = 0; i < problem->people; i++)
		for (size_t k = 0; k < problem->people; k++)
			room->met[i * room->chairs + k] = problem->met && i != k ? problem->met[i * problem->people + k] : 0;
}

static void sit_down(struct room *room, size_t round, uint32_t *filled)
{
	const struct seating_problem *problem = room->problem;

	memset(filled, 0, problem->tables * sizeof *filled);
	for (size_t i = 0; i < room->chairs; i++) {
		uint32_t table = room->at[round * room->chairs + i], place = filled[table]++;
		room->place[round * room->chairs + i] = place;
		table_of(room, round, table)[place] = (uint32_t)i;
		for (size_t k = 0; k < place; k++) {
			size_t other = table_of(room, round, table)[k];
			room->cost += cost_of_two(room, i, other);
			if (i < problem->people && other < problem->people) {
				room->met[i * room->chairs + other]++;
				room->met[other * room->chairs + i]++;
			}
		}
	}
}

static void pull_to_keep(struct room *room, size_t round)
{
	const struct seating_problem *problem = room->problem;

	for (size_t i = 0; problem->keep && i < problem->people; i++) {
		size_t keep = problem->keep[round * problem->people + i];
		if (keep == SEATING_NOWHERE)
			continue;
		for (size_t table = 0; table < problem->tables; table++)
			pull_of(room, round, table)[i] += table == keep ? 0 : problem->keep_cost;
		room->cost += room->at[round * room->chairs + i] == keep ? 0 : problem->keep_cost;
	}
}

static void add_pull(struct room *room, size_t round)
{
	int32_t repeat = room->problem->repeat_cost;
	const uint32_t *at = room->at + round * room->chairs;

	for (size_t i = 0; i < room->chairs; i++) {
		int32_t *pull = pull_of(room, round, at[i]);
		const int32_t *pair = room->pair + i * room->chairs;
		const uint16_t *met = room->met + i * room->chairs;
		for (size_t k = 0; k < room->chairs; k++)
			pull[k] += pair[k] + repeat * met[k];
		/* Meetings of this round are what is being judged: they do not count. */
		for (size_t k = 0; k < room->size && i < room->problem->people; k++) {
			size_t other = table_of(room, round, at[i])[k];
			pull[other] -= other != i && other < room->problem->people ? repeat : 0;
		}
	}
}

void room_seat(struct room *room, const uint32_t *at)
{
	const struct seating_problem *problem = room->problem;
	uint32_t *filled = mem_new(problem->tables, sizeof *filled);

	memmove(room->at, at, problem->rounds * room->chairs * sizeof *room->at);
	memset(room->pull, 0, problem->rounds * problem->tables * room->chairs * sizeof *room->pull);
	room->cost = 0;
	forget_meetings(room);
	for (size_t round = 0; round < problem->rounds; round++)
		sit_down(room, round, filled);
	for (size_t round = 0; round < problem->rounds; round++) {
		pull_to_keep(room, round);
		add_pull(room, round);
	}
	free(filled);
}
