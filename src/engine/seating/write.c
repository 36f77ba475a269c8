/* write.c - a seating as facts. */
#include "plan.h"

#include <string.h>

struct id seat_id(const char *workshop, const char *person, int64_t round)
{
	return id_between(workshop, person, round);
}

/* --- tables ----------------------------------------------------------------------------------------------------------- */

/* Ids of the problem's tables; those that are not there yet are made. */
static struct id *find_tables(const struct seat_plan *plan, const struct env *env, struct batch *batch)
{
	const struct workbook *book = plan->book;
	struct id *ids = arena_new(&batch->arena, plan->problem.tables, sizeof *ids);

	for (size_t i = 0; i < plan->problem.tables; i++) {
		if (i < book->tables.len) {
			memcpy(ids[i].text, book->tables.at[i].id, ID_LEN);
			continue;
		}
		batch_add_new(batch, ENTITY_table, workbook_workshop(book)->id, env, &ids[i]);
		batch_set_number(batch, FIELD_table_number, seat_table_number(plan, i));
	}
	return ids;
}

/* --- seats ------------------------------------------------------------------------------------------------------------ */

/* A seat that was deleted comes back under its old id. */
static void write_seat(const char *workshop, const char *person, int64_t round, const char *table, const struct seat *now,
		       struct batch *batch)
{
	if (now && strcmp(now->table, table) == 0)
		return;
	batch_add(batch, ENTITY_seat, workshop, now ? now->id : seat_id(workshop, person, round).text);
	if (!now) {
		batch_set_number(batch, FIELD_gone, 0);
		batch_set_number(batch, FIELD_seat_round, round);
		batch_set_text(batch, FIELD_seat_person, person);
		batch_set_number(batch, FIELD_seat_fixed, 0);
	}
	batch_set_text(batch, FIELD_seat_table, table);
}

const struct seat *seat_find(const struct workbook *book, const char *person, int64_t round)
{
	for (size_t i = workbook_next(book, FIELD_seat_person, person, 0); i < book->seats.len;
	     i = workbook_next(book, FIELD_seat_person, person, i + 1))
		if (book->seats.at[i].round == round)
			return &book->seats.at[i];
	return NULL;
}

void seat_move(const struct workbook *book, const char *person, int64_t round, const char *table, struct batch *batch)
{
	write_seat(workbook_workshop(book)->id, person, round, table, seat_find(book, person, round), batch);
}

void seat_fix(const struct workbook *book, const struct seat *seat, bool fixed, struct batch *batch)
{
	batch_add(batch, ENTITY_seat, workbook_workshop(book)->id, seat->id);
	batch_set_number(batch, FIELD_seat_fixed, fixed);
}

void seat_give_up(const struct workbook *book, const struct seat *seat, struct batch *batch)
{
	batch_add(batch, ENTITY_seat, workbook_workshop(book)->id, seat->id);
	batch_set_number(batch, FIELD_gone, 1);
}

static bool is_in_plan(const struct seat_plan *plan, const struct seat *seat)
{
	int64_t rounds = plan->from + (int64_t)plan->problem.rounds;

	return seat->round < plan->from || (seat->round < rounds && seat_person_index(plan, seat->person) != SIZE_MAX);
}

void seat_write(const struct seat_plan *plan, const size_t *at, const struct env *env, struct batch *batch)
{
	const struct workbook *book = plan->book;
	const struct id *tables = find_tables(plan, env, batch);

	for (size_t round = 0; round < plan->problem.rounds; round++)
		for (size_t i = 0; i < plan->people_len; i++)
			seat_move(book, plan->people[i]->id, plan->from + (int64_t)round,
				  tables[at[round * plan->people_len + i]].text, batch);
	for (size_t i = 0; i < book->seats.len; i++)
		if (!is_in_plan(plan, &book->seats.at[i]))
			seat_give_up(book, &book->seats.at[i], batch);
}
