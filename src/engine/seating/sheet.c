#include "engine/seat_sheet.h"

#include "base/mem.h"
#include "engine/guests.h"

#include <stdlib.h>
#include <string.h>

static int by_person(const void *a, const void *b)
{
	const struct seat *one = *(const struct seat *const *)a, *other = *(const struct seat *const *)b;

	return strcmp(one->person, other->person);
}

static const struct seat **seats_of_round(const struct workbook *book, int64_t round, size_t *ret_len)
{
	const struct seat **seats = mem_new(book->seats.len, sizeof *seats);

	*ret_len = 0;
	for (size_t i = 0; i < book->seats.len; i++)
		if (book->seats.at[i].round == round)
			seats[(*ret_len)++] = &book->seats.at[i];
	qsort(seats, *ret_len, sizeof *seats, by_person);
	return seats;
}

/* The table's group; a table that is gone has none, and who sat there has no seat. */
static size_t group_of(const struct workbook *book, const struct seat *seat)
{
	const struct table *table = seat ? workbook_table_by_id(book, seat->table) : NULL;

	return table ? (size_t)(table - book->tables.at) : book->tables.len;
}

static const struct seat *find_seat(const struct seat **seats, size_t len, const char *person)
{
	const struct seat wanted = { .person = person }, *key = &wanted;
	const struct seat **found = len ? bsearch(&key, seats, len, sizeof *seats, by_person) : NULL;

	return found ? *found : NULL;
}

/* The group of everybody; NOWHERE: who has no seat and is not asked either. */
enum { NOWHERE = -1 };
static void find_groups(const struct workbook *book, const struct seat **seats, size_t seats_len, ptrdiff_t *group)
{
	struct arena arena = { 0 };
	struct guests guests = guests_of(book, &arena);
	size_t next = 0;

	for (size_t i = 0; i < book->people.len; i++) {
		const struct seat *seat = find_seat(seats, seats_len, book->people.at[i].id);
		bool is_guest = next < guests.len && guests.at[next].person == &book->people.at[i];
		group[i] = seat || is_guest || !guests.len ? (ptrdiff_t)group_of(book, seat) : NOWHERE;
		next += is_guest;
	}
	arena_done(&arena);
}

struct seat_sheet seat_sheet_of(const struct workbook *book, int64_t round, struct arena *arena)
{
	struct seat_sheet sheet = { .len = book->tables.len + 1 };
	ptrdiff_t *group = mem_new(book->people.len, sizeof *group);
	size_t seats_len;
	const struct seat **seats = seats_of_round(book, round, &seats_len);

	find_groups(book, seats, seats_len, group);
	sheet.groups = arena_new(arena, sheet.len, sizeof *sheet.groups);
	for (size_t i = 0; i < book->people.len; i++)
		if (group[i] != NOWHERE)
			sheet.groups[group[i]].len++;
	for (size_t i = 0; i < sheet.len; i++) {
		struct seat_group *at = &sheet.groups[i];
		at->table = i < book->tables.len ? &book->tables.at[i] : NULL;
		at->guests = arena_new(arena, at->len, sizeof *at->guests);
		sheet.seated += at->table ? at->len : 0;
		at->len = 0;
	}
	for (size_t i = 0; i < book->people.len; i++) {
		const struct person *person = &book->people.at[i];
		if (group[i] == NOWHERE)
			continue;
		struct seat_group *at = &sheet.groups[group[i]];
		at->guests[at->len++] = (struct seat_guest){ person, find_seat(seats, seats_len, person->id) };
	}
	free(seats);
	free(group);
	return sheet;
}

/* --- meetings --------------------------------------------------------------------------------------------------------- */

static bool is_shared(const struct seat *seat, const struct seat *other, const char *person)
{
	return seat->round == other->round && strcmp(other->person, person) == 0 && strcmp(seat->table, other->table) == 0;
}

static int64_t times_met(const struct seat_list *seats, int64_t but_round, const char *one, const char *other)
{
	int64_t times = 0;

	for (size_t i = 0; i < seats->len; i++) {
		if (seats->at[i].round == but_round || strcmp(seats->at[i].person, one) != 0)
			continue;
		for (size_t k = 0; k < seats->len; k++)
			times += is_shared(&seats->at[i], &seats->at[k], other);
	}
	return times;
}

int64_t seat_times_met(const struct workbook *book, const struct seat_list *past, int64_t round, const char *one,
		       const char *other)
{
	return (past ? times_met(past, 0, one, other) : 0) + times_met(&book->seats, round, one, other);
}
