/* refit.h - a proposal for ending in time after all: which of the items still to come give how much (clock.md 2.6).
 * Floor: engine. Pure. It only ever shrinks: time to spare is for people, not for the program to hand out.
 *
 * The deficit is the forecast end beyond the hall's end, else beyond the planned end. It is taken in whole minutes from
 * the items still to come, in proportion to what each has above its minimum, by the largest remainder; never below the
 * minimum. What cannot be won back is the overrun, and is said.
 *
 * Where a fixed end leaves an item less than it is due (run.h), those before it give that first: a break until 14:45 is
 * not to be eaten up by what comes late to it.
 *
 * Kept as they are: items that say so (protected), letters and breaks, and items with a fixed end. Where no minimum is
 * said it is half of what was planned, rounded up to a minute. Before a fixed time only as much is taken as the walk
 * comes too late for it: a gap would swallow the rest. */
#ifndef ENGINE_REFIT_H
#define ENGINE_REFIT_H

#include "base/arena.h"
#include "engine/run.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct refit_item {
	const struct run_item *item; /* borrowed from the run */
	int64_t before_ms, after_ms; /* planned and adjusted so far; and as proposed */
	int64_t minimum_ms;
	bool kept;
};

struct refit {
	int64_t deficit_ms; /* 0: all fits, or the workshop has ended */
	int64_t overrun_ms; /* of the deficit, what stays */
	int64_t lack_ms;    /* what fixed ends leave items without, in all */
	int64_t lack_left_ms; /* of that, what stays */
	struct refit_item *items; /* all that are still to come, in their order; borrowed from the arena */
	size_t len;
};

struct refit refit_of(const struct run *run, struct arena *arena);

bool refit_item_is_cut(const struct refit_item *item);
bool refit_is_needed(const struct refit *refit); /* something is missing, and there is something to take */

#endif
