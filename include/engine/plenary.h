/* plenary.h - tables telling their stories one after the other: whose turn it is, and a fair time for each (clock.md 2.6).
 * Floor: engine. Pure.
 *
 * At every hand-over what is left of the step is divided anew among those still to tell, less the change-overs between
 * them, and rounded down to ten seconds: so the last table does not pay for the first. Time given to the step while a
 * table tells is shared by all who are left, that table too. The order is by number unless it was changed (act.h). The
 * room may see whose turn it is and that table's own time, and never one table beside another. */
#ifndef ENGINE_PLENARY_H
#define ENGINE_PLENARY_H

#include "base/arena.h"
#include "engine/run.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PLENARY_CHANGE_MS = 20000, PLENARY_LEAST_MS = 60000 };

struct plenary_turn {
	const struct table *table; /* borrowed from the workbook */
	enum turn turn;
};

struct plenary {
	struct plenary_turn *turns; /* in the order of telling; borrowed from the arena */
	size_t len;     /* 0: no presentations run, and nothing below is meant */
	size_t now;     /* whose turn it is; len: nobody's */
	size_t next;    /* who would come at the next hand-over; len: nobody is left */
	size_t waiting; /* how many are still to come after whose turn it is */
	bool timed;     /* false: the step is of open length, and so is every turn */
	int64_t left_ms; /* of whose turn it is, negative: over; changes its second when the step's does */
	int64_t each_ms; /* what each of those waiting gets, were the turn handed over now */
	bool is_short;   /* that is under a minute: ask the facilitator */
};

struct plenary plenary_of(const struct workbook *book, const struct run *run, struct arena *arena);

/* What each of `left` tables gets of so much time, less the change-overs between them. */
int64_t plenary_share_ms(int64_t remaining_ms, size_t left);

/* As run_remaining_s() and run_overtime_s(), of the turn: one of the two is 0. */
int64_t plenary_remaining_s(const struct plenary *plenary);
int64_t plenary_overtime_s(const struct plenary *plenary);

/* How much the step lacks for each of those waiting to have a minute; 0: nothing. */
int64_t plenary_lack_ms(const struct plenary *plenary, const struct run *run);

#endif
