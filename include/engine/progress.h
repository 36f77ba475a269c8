/* progress.h - how far the tables are in the running step, and what that suggests (clock.md 1, the table board).
 * Floor: engine. Pure.
 *
 * For the facilitator and the scribes; the room never sees it, and no table is put before another: there are counts
 * here, and no order. A suggestion is what the counts and the clock say now. It is written down nowhere, and is gone
 * when they say something else.
 *
 * A table in the middle of a step of table work (talking, summing up, asking for a little more) stays in that step when
 * the room moves on, and what it records belongs there. It is with the room again when it says that it prepares or is
 * ready, or when the room moves on once more: so nobody is left behind who only forgot to say something. Its state
 * stays as it was said; but who was ready for the step before prepares anew where other table work begins. */
#ifndef ENGINE_PROGRESS_H
#define ENGINE_PROGRESS_H

#include "domain/record.h"
#include "engine/run.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PROGRESS_STATES = TABLE_STATE_MORE + 1, PROGRESS_MORE_MS = 180000 };

enum suggestion { SUGGEST_NOTHING, SUGGEST_MOVING_ON, SUGGEST_MORE_TIME };

struct progress {
	size_t tables;
	size_t in_state[PROGRESS_STATES];
	size_t behind;  /* still in a step that the room has left */
	bool is_work;   /* tables work in the running step, so that the counts speak of it */
	enum suggestion suggestion;
	int64_t over_ms; /* by how much the time suggested would overrun the hall; 0: not */
};

struct progress progress_of(const struct run *run, size_t tables);

/* The step that a table is in (index: as the workbook lists them): the running one (NULL: none), or where it stayed. */
const struct run_item *progress_item(const struct run *run, size_t table);
bool progress_is_behind(const struct run *run, size_t table);
/* When it writes what it writes now. */
struct record_time progress_time(const struct run *run, size_t table);

const char *progress_suggestion_code(enum suggestion suggestion); /* "none", "move_on", "more_time": for JSON */

#endif
