/* spent.h - what each step took against what was planned for it, this time and the last time.
 * Floor: engine. Pure. Planning is in minutes, so words are too. */
#ifndef ENGINE_SPENT_H
#define ENGINE_SPENT_H

#include "base/arena.h"
#include "engine/run.h"
#include "engine/words.h"

#include <stdbool.h>
#include <stdint.h>

/* UNKNOWN: not done, passed over without a word, or over in less than half a minute; SKIPPED: left out on purpose. */
enum spent_state { SPENT_UNKNOWN, SPENT_HELD, SPENT_SKIPPED };

struct spent {
	enum spent_state state;
	bool open_ended; /* it was not planned for any length */
	int64_t planned_ms; /* of what has only a fixed end: until then */
	int64_t actual_ms;  /* of all attempts together, without pauses */
};

struct spent spent_of(const struct run_item *item);
struct spent spent_in_all(const struct run *run); /* of the items that can be compared; none: UNKNOWN */

/* What to plan for it the next time, by what it took: whole minutes, at least one; what was not held, or is of open length, stays
 * `planned_s`. */
int64_t spent_plan_s(const struct spent *spent, int64_t planned_s);

/* Actual less planned; false: there is nothing to compare. */
bool spent_difference_ms(const struct spent *spent, int64_t *ret_ms);
struct words spent_difference(const struct spent *spent); /* of whole minutes: "+4 min", "-2 min", "0 min"; else "" */

/* Which workshop was the one before: the one it was made from, or, if that was never held, the one that was made from, and
 * so on; else the newest earlier one of the same series. Only what was held counts, and no rehearsal. NULL: none. */
const struct workshop *spent_previous(const struct workbook *outline, const char *workshop);

/* What each step of `run` took the last time, in `before`: one an item, borrowed from the arena. Steps are matched by
 * title (by its search key) in the order of the agenda, then by title wherever they went; what is left between two
 * matched steps, alike in number and kinds on both sides, was renamed. Everything else is new, and unknown. */
struct spent *spent_last_time(const struct run *run, const struct run *before, struct arena *arena);
struct words spent_last_time_words(const struct spent *spent); /* "last time planned 15 min, took 19 min"; UNKNOWN: "" */
struct words spent_last_time_short(const struct spent *spent); /* "last time 19 min" */

#endif
