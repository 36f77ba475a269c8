#include "engine/attendance.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static void add_reply(struct heads *heads, enum reply reply)
{
	switch (reply) {
	case REPLY_NOT_ASKED:
		heads->not_asked++;
		break;
	case REPLY_ASKED:
	case REPLY_UNDECIDED:
		heads->waiting++;
		break;
	case REPLY_COMING:
		heads->coming++;
		break;
	case REPLY_ABSENT:
		heads->absent++;
		break;
	}
}

static void add_guest(struct heads *heads, const struct guest *guest, const struct run *run)
{
	heads->invited++;
	add_reply(heads, guest->said.status);
	heads->came += guest_came(guest);
	heads->late += guest_late_min(guest, run) > 0;
	heads->left += guest->said.presence == PRESENCE_LEFT;
	heads->walked_in += guest_walked_in(guest);
	heads->stayed_away += guest_stayed_away(guest, run);
}

static void add(struct attendance *attendance, const struct guest *guest, const struct run *run)
{
	struct heads *const of[] = {
		&attendance->all,
		&attendance->by_stance[guest->person->stance],
		&attendance->by_field[guest->person->field],
	};

	for (size_t i = 0; i < COUNT(of); i++)
		add_guest(of[i], guest, run);
	attendance->is_counted |= guest->said.presence != PRESENCE_UNSAID;
}

/* --- by the seats ----------------------------------------------------------------------------------------------------- */

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_among(const char **sorted, size_t len, const char *text)
{
	return len && bsearch(&text, sorted, len, sizeof *sorted, by_text);
}

static void count_seats(const struct workbook *book, struct attendance *attendance)
{
	const char **seated = mem_new(book->seats.len, sizeof *seated);

	for (size_t i = 0; i < book->seats.len; i++)
		seated[i] = book->seats.at[i].person;
	qsort(seated, book->seats.len, sizeof *seated, by_text);
	for (size_t i = 0; i < book->people.len; i++) {
		const struct person *person = &book->people.at[i];
		if (!is_among(seated, book->seats.len, person->id))
			continue;
		attendance->all.came++;
		attendance->by_stance[person->stance].came++;
		attendance->by_field[person->field].came++;
		attendance->is_counted = true;
	}
	free(seated);
}

struct attendance attendance_of(const struct workbook *book, const struct run *run, struct arena *arena)
{
	struct attendance attendance = {
		.by_stance = arena_new(arena, codes_stance.len, sizeof *attendance.by_stance),
		.by_field = arena_new(arena, codes_person_field.len, sizeof *attendance.by_field),
	};
	struct guests guests = guests_of(book, arena);

	for (size_t i = 0; i < guests.len; i++)
		add(&attendance, &guests.at[i], run);
	if (!attendance.is_counted && run->state == RUN_ENDED)
		count_seats(book, &attendance);
	return attendance;
}
