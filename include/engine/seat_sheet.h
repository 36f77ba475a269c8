/* seat_sheet.h - a round of tables as people see it: who sits at each, and who has no seat.
 * Floor: engine. Pure; everything lives in the arena and borrows the workbook. */
#ifndef ENGINE_SEAT_SHEET_H
#define ENGINE_SEAT_SHEET_H

#include "base/arena.h"
#include "domain/workbook.h"
#include "engine/run.h"

struct seat_guest {
	const struct person *person;
	const struct seat *seat; /* NULL: none in this round */
};

struct seat_group {
	const struct table *table; /* NULL: those without a seat */
	struct seat_guest *guests; /* in the order of the directory */
	size_t len;
};

/* A group for each table, and at last one for who is asked (engine/guests.h; where nobody is, the whole directory) and has no
 * seat. */
struct seat_sheet {
	struct seat_group *groups;
	size_t len;
	size_t seated;
};
struct seat_sheet seat_sheet_of(const struct workbook *book, int64_t round, struct arena *arena);

/* The rounds there are: as many as have been seated, or as the agenda has (seat_plan.h). The round that the clock is in, from 1:
 * once a change of seats begins, the one behind it. */
int64_t seat_sheet_rounds(const struct workbook *book);
int64_t seat_sheet_round_now(const struct run *run);

/* How often two have shared a table: earlier (past: of other workshops; NULL: none are known) and in other rounds of this one. */
int64_t seat_times_met(const struct workbook *book, const struct seat_list *past, int64_t round, const char *one,
		       const char *other);

#endif
