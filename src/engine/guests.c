#include "engine/guests.h"

#include "base/mem.h"
#include "engine/seat_plan.h"

#include <stdlib.h>
#include <string.h>

/* --- who -------------------------------------------------------------------------------------------------------------- */

static int by_person(const void *a, const void *b)
{
	const struct invitation *one = *(const struct invitation *const *)a, *other = *(const struct invitation *const *)b;

	return strcmp(one->person, other->person);
}

static const struct invitation **sorted_rows(const struct workbook *book)
{
	const struct invitation **rows = mem_new(book->invitations.len, sizeof *rows);

	for (size_t i = 0; i < book->invitations.len; i++)
		rows[i] = &book->invitations.at[i];
	qsort(rows, book->invitations.len, sizeof *rows, by_person);
	return rows;
}

static const struct invitation *find_row(const struct invitation **rows, size_t len, const char *person)
{
	const struct invitation wanted = { .person = person }, *key = &wanted;
	const struct invitation **found = len ? bsearch(&key, rows, len, sizeof *rows, by_person) : NULL;

	return found ? *found : NULL;
}

struct invitation guest_new(const struct person *person)
{
	return (struct invitation){
		.id = "", .workshop = "", .person = person->id, .role = person->role,
		.invited_by = "", .asked_on = "", .next_on = "", .remark = "",
	};
}

static struct invitation said_by_directory(const struct person *person)
{
	struct invitation said = guest_new(person);

	said.status = person->status;
	said.invited_by = person->invited_by;
	return said;
}

struct guests guests_of(const struct workbook *book, struct arena *arena)
{
	const struct invitation **rows = sorted_rows(book);
	struct guests guests = { .is_written = book->invitations.len > 0 };

	guests.at = arena_new(arena, book->people.len, sizeof *guests.at);
	for (size_t i = 0; i < book->people.len; i++) {
		const struct person *person = &book->people.at[i];
		const struct invitation *row = find_row(rows, book->invitations.len, person->id);
		if (row)
			guests.at[guests.len++] = (struct guest){ person, row, *row };
		else if (!guests.is_written && person->status != REPLY_NOT_ASKED)
			guests.at[guests.len++] = (struct guest){ person, NULL, said_by_directory(person) };
	}
	free(rows);
	return guests;
}

const struct guest *guests_find(const struct guests *guests, const char *person)
{
	for (size_t i = 0; i < guests->len; i++)
		if (strcmp(guests->at[i].person->id, person) == 0)
			return &guests->at[i];
	return NULL;
}

/* --- as facts --------------------------------------------------------------------------------------------------------- */

/* Seats are numbered by rounds, from 1. */
struct id guest_id(const char *workshop, const char *person)
{
	return seat_id(workshop, person, 0);
}

static bool is_same(const struct field_info *field, struct value one, struct value other)
{
	return field_type_is_text(field->type) ? strcmp(one.text, other.text) == 0 : one.number == other.number;
}

static struct value value_of(const struct invitation *invitation, const struct field_info *field)
{
	return row_value((const struct row *)(const void *)invitation, field);
}

/* `now` NULL: there is no row yet, or one that was deleted and emptied. */
static void write_row(const char *workshop, const struct invitation *now, const struct invitation *wanted, struct batch *batch)
{
	const struct entity_info *info = &entity_infos[ENTITY_invitation];
	const struct invitation none = { .person = "", .invited_by = "", .asked_on = "", .next_on = "", .remark = "" };
	bool begun = !now;

	if (!now) {
		batch_add(batch, ENTITY_invitation, workshop, guest_id(workshop, wanted->person).text);
		batch_set_number(batch, FIELD_gone, 0);
	}
	for (size_t i = 0; i < info->fields_len; i++) {
		const struct field_info *field = &info->fields[i];
		struct value value = value_of(wanted, field);
		if (is_same(field, value, value_of(now ? now : &none, field)))
			continue;
		if (!begun)
			batch_add(batch, ENTITY_invitation, workshop, now->id);
		begun = true;
		batch_set(batch, field, value);
	}
}

static void write_down_others(const struct workbook *book, const struct guests *guests, const char *but, struct batch *batch)
{
	for (size_t i = 0; i < guests->len && !guests->is_written; i++)
		if (strcmp(guests->at[i].person->id, but) != 0)
			write_row(workbook_workshop(book)->id, NULL, &guests->at[i].said, batch);
}

void guest_write(const struct workbook *book, const struct guests *guests, const struct invitation *wanted, struct batch *batch)
{
	const struct guest *guest = guests_find(guests, wanted->person);

	write_down_others(book, guests, wanted->person, batch);
	write_row(workbook_workshop(book)->id, guest ? guest->row : NULL, wanted, batch);
}

void guest_take_off(const struct workbook *book, const struct guests *guests, const struct guest *guest, struct batch *batch)
{
	const struct entity_info *info = &entity_infos[ENTITY_invitation];
	struct invitation empty = guest_new(guest->person);

	write_down_others(book, guests, guest->person->id, batch);
	if (!guest->row) {
		batch_add(batch, ENTITY_person, "", guest->person->id);
		batch_set_number(batch, FIELD_person_status, REPLY_NOT_ASKED);
		return;
	}
	empty.role = PERSON_ROLE_PARTICIPANT;
	empty.id = guest->row->id;
	batch_add(batch, ENTITY_invitation, workbook_workshop(book)->id, guest->row->id);
	batch_set_number(batch, FIELD_gone, 1);
	for (size_t i = 0; i < info->fields_len; i++) {
		struct value value = value_of(&empty, &info->fields[i]);
		if (!is_same(&info->fields[i], value, value_of(guest->row, &info->fields[i])))
			batch_set(batch, &info->fields[i], value);
	}
}

/* --- on the day ------------------------------------------------------------------------------------------------------- */

bool guest_came(const struct guest *guest)
{
	return guest->said.presence == PRESENCE_CAME || guest->said.presence == PRESENCE_LEFT;
}

bool guest_stayed_away(const struct guest *guest, const struct run *run)
{
	return guest->said.presence == PRESENCE_NO_SHOW ||
	       (guest->said.presence == PRESENCE_UNSAID && guest->said.status == REPLY_COMING && run->state == RUN_ENDED);
}

bool guest_walked_in(const struct guest *guest)
{
	return guest_came(guest) && guest->said.status != REPLY_COMING;
}

int64_t guest_late_min(const struct guest *guest, const struct run *run)
{
	enum { MINUTE_MS = 60000 };
	int64_t began_ms = run->actual_start_ms > run->planned_start_ms ? run->actual_start_ms : run->planned_start_ms;
	int64_t late_ms = guest->said.came_ms - began_ms;

	return guest_came(guest) && guest->said.came_ms && began_ms && late_ms > 0 ? late_ms / MINUTE_MS : 0;
}

bool guest_is_due(const struct guest *guest, const char *today)
{
	bool is_open = guest->said.status != REPLY_COMING && guest->said.status != REPLY_ABSENT;

	return is_open && *guest->said.next_on && strcmp(guest->said.next_on, today) <= 0;
}
