#include "construct.h"

#include "base/mem.h"
#include "ring.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* --- columns ---------------------------------------------------------------------------------------------------------- */

/* A person is column * tables + row. */
static void seat_columns(const struct ring *ring, size_t people, size_t round, size_t *at)
{
	for (size_t person = 0; person < people; person++) {
		size_t column = ring_unit_apart(ring, person / ring->size), row = person % ring->size;
		at[person] = ring_add(ring, row, ring_times(ring, column, round));
	}
}

static size_t by_columns(size_t people, size_t tables, size_t rounds, size_t *at);

/* Each column by itself, as tables / size tables of its own. */
static size_t within_columns(size_t tables, size_t size, size_t rounds, size_t *at)
{
	size_t own = tables / size, people = tables * size;
	size_t *column = mem_new(rounds * tables, sizeof *column);
	size_t made = by_columns(tables, own, rounds, column);

	for (size_t round = 0; round < made; round++)
		for (size_t person = 0; person < people; person++)
			at[round * people + person] = person / tables * own + column[round * tables + person % tables];
	free(column);
	return made;
}

static size_t by_columns(size_t people, size_t tables, size_t rounds, size_t *at)
{
	const struct ring ring = ring_of_size(tables);
	size_t size = (people + tables - 1) / tables, made = 0;

	if (size <= ring_units_apart(&ring)) {
		made = least(rounds, tables);
		for (size_t round = 0; round < made; round++)
			seat_columns(&ring, people, round, at + round * people);
	} else if (rounds) {
		made = 1;
		for (size_t person = 0; person < people; person++)
			at[person] = person % tables;
	}
	if (made < rounds && made == tables && tables > 1 && people == tables * size && tables % size == 0)
		made += within_columns(tables, size, rounds - made, at + made * people);
	return made;
}

/* --- starters --------------------------------------------------------------------------------------------------------- */

/* The first of each `circle` rounds, table by table. People below a multiple of `circle` go round: circle * c + place. The others
 * stay. */
enum { STARTER_CHAIRS_MAX = 48 };
static const struct starter {
	uint8_t tables, size, circle, firsts;
	uint8_t people[STARTER_CHAIRS_MAX];
} starters[] = {
	{ 5, 3, 7, 1, { 14, 9, 6, 13, 7, 0, 12, 10, 1, 11, 8, 3, 5, 4, 2 } },
	{ 6, 3, 4, 2, { 14, 0, 15, 3, 2, 8, 5, 6, 1, 7, 9, 17, 12, 11, 4, 10, 16, 13,
			2, 4, 15, 10, 14, 5, 11, 13, 7, 0, 17, 12, 3, 16, 6, 9, 1, 8 } },
	{ 7, 3, 5, 2, { 13, 19, 12, 16, 8, 17, 2, 14, 4, 15, 0, 11, 5, 3, 6, 7, 9, 10, 1, 20, 18,
			14, 20, 9, 2, 3, 11, 6, 13, 10, 1, 19, 7, 12, 15, 17, 18, 4, 8, 0, 5, 16 } },
	{ 8, 3, 11, 1, { 23, 17, 7, 22, 18, 9, 21, 15, 11, 20, 8, 3, 19, 16, 0, 14, 12, 1, 13, 10, 6, 5, 4, 2 } },
	{ 10, 3, 14, 1, { 29, 21, 7, 28, 19, 0, 27, 14, 3, 26, 23, 5, 25, 10, 8, 24, 15, 2, 22, 20, 16, 18, 9, 6, 17, 11, 1,
			  13, 12, 4 } },
	{ 6, 4, 7, 1, { 7, 21, 0, 18, 5, 6, 3, 11, 23, 2, 14, 12, 20, 17, 4, 19, 16, 13, 9, 8, 22, 10, 15, 1 } },
	{ 7, 4, 9, 1, { 27, 26, 9, 2, 25, 18, 8, 5, 24, 19, 3, 1, 23, 20, 14, 13, 22, 21, 17, 10, 16, 11, 7, 6, 15, 12, 4, 0 } },
	{ 6, 5, 6, 1, { 13, 18, 2, 11, 26, 28, 8, 3, 1, 17, 19, 16, 24, 4, 23, 25, 27, 21, 15, 9, 10, 0, 20, 6, 29, 12, 14, 7,
			5, 22 } },
};

static void develop(const struct starter *starter, size_t round, size_t *at)
{
	size_t people = (size_t)starter->tables * starter->size, circle = starter->circle;
	const uint8_t *first = starter->people + round / circle * people;

	for (size_t i = 0; i < people; i++) {
		size_t person = first[i];
		if (person < people / circle * circle)
			person = person / circle * circle + (person + round) % circle;
		at[person] = i / starter->size;
	}
}

static size_t by_starter(size_t people, size_t tables, size_t rounds, size_t *at)
{
	for (size_t i = 0; i < COUNT(starters); i++) {
		const struct starter *starter = &starters[i];
		if (starter->tables != tables || (size_t)starter->tables * starter->size != people)
			continue;
		size_t made = least(rounds, (size_t)starter->circle * starter->firsts);
		for (size_t round = 0; round < made; round++)
			develop(starter, round, at + round * people);
		return made;
	}
	return 0;
}

/* --- shifts ------------------------------------------------------------------------------------------------------------ */

/* First tables of each round. Shifted, people keep to their four (4 * c … 4 * c + 3): person p sits where p ^ shift sat. A table
 * that shifts onto itself, or onto another, is there already. */
enum { SHIFTS = 4, SHIFTED_SIZE = 4, SHIFTED_CHAIRS = 32, SHIFTED_ROUNDS = 10 };
static const uint8_t shifted[SHIFTED_ROUNDS][SHIFTED_CHAIRS / 2] = {
	{ 0, 10, 23, 28, 4, 15, 19, 24 },
	{ 0, 9, 17, 22, 4, 12, 25, 28 },
	{ 0, 5, 16, 30, 8, 15, 22, 25 },
	{ 0, 11, 18, 27, 4, 14, 20, 29 },
	{ 0, 14, 21, 31, 4, 9, 18, 26 },
	{ 0, 8, 26, 29, 4, 13, 16, 21 },
	{ 0, 7, 20, 24, 8, 13, 18, 31 },
	{ 0, 13, 19, 25, 4, 10, 22, 30 },
	{ 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30 },
	{ 0, 3, 12, 15, 4, 7, 8, 11, 16, 19, 28, 31, 20, 23, 25, 26 },
};

static void seat_shifted(const uint8_t *first, size_t *at)
{
	const size_t tables = SHIFTED_CHAIRS / SHIFTED_SIZE;
	size_t table = 0;

	for (size_t person = 0; person < SHIFTED_CHAIRS; person++)
		at[person] = tables;
	for (; table < tables; first += SHIFTED_SIZE) {
		for (size_t shift = 0; shift < SHIFTS; shift++) {
			if (at[first[0] ^ shift] < tables)
				continue;
			for (size_t i = 0; i < SHIFTED_SIZE; i++)
				at[first[i] ^ shift] = table;
			table++;
		}
	}
}

static size_t by_shifts(size_t people, size_t tables, size_t rounds, size_t *at)
{
	size_t made = least(rounds, SHIFTED_ROUNDS);

	if (people != SHIFTED_CHAIRS || tables != SHIFTED_CHAIRS / SHIFTED_SIZE)
		return 0;
	for (size_t round = 0; round < made; round++)
		seat_shifted(shifted[round], at + round * people);
	return made;
}

/* --- the most rounds --------------------------------------------------------------------------------------------------- */

typedef size_t construction(size_t people, size_t tables, size_t rounds, size_t *at);

size_t construct(size_t people, size_t tables, size_t rounds, size_t *ret_at)
{
	static construction *const constructions[] = { by_columns, by_starter, by_shifts };
	size_t *other = mem_new(rounds * people, sizeof *other), made = 0;

	for (size_t i = 0; i < COUNT(constructions) && made < rounds; i++) {
		size_t more = constructions[i](people, tables, rounds, other);
		if (more <= made)
			continue;
		memcpy(ret_at, other, more * people * sizeof *other);
		made = more;
	}
	free(other);
	return made;
}
