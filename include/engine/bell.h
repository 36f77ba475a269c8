/* bell.h - the bells of a step, after the Japanese habit: 1鈴 2鈴 3鈴 (clock.md 1, 2.9).
 * Floor: engine. Pure.
 *
 * A step has up to three, each so long before its end; they count as 1, 2, 3 in the order in which they ring. A bell
 * rings once when the time left comes down to it, and again only after time was given above it; never in a pause. Of
 * several that one look finds, after a sleep say, the latest rings and the others are written down as missed. A minute
 * beyond the end is a stage too, which nobody hears: only the user's own command is run (on_over). */
#ifndef ENGINE_BELL_H
#define ENGINE_BELL_H

#include "base/buf.h"
#include "engine/act.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Stages: 1 to BELL_STAGES ring, BELL_OVER is silent. */
enum { BELL_STAGES = 3, BELL_OVER = BELL_STAGES + 1, BELL_OVER_MS = 60000 };

struct bell_plan {
	int64_t before_ms[BELL_STAGES]; /* the end of the step; of stage i + 1 */
	size_t len;
};

/* As item.bells says; where it says nothing, 5, 1 and 0 minutes before the end, fewer where the step is short; the end
 * alone for a break, a change of seats, and who thinks alone; none for a case or a letter that is read, for a step left
 * in peace or of open length, or without a clock. */
struct bell_plan bell_plan_of(const struct item *item);

/* "5 1 0": minutes before the end, longest first, also "1:30", "90秒", with "・" or "/" between, "end" or 終了 for 0;
 * "-": no bells. ST_INVALID for anything else. */
MUST_CHECK enum status bell_plan_parse(const char *text, struct bell_plan *ret_plan);
void bell_plan_print(const struct bell_plan *plan, const char *between, struct buf *out); /* "-" where it is empty */

int64_t bell_before_ms(const struct bell_plan *plan, int stage); /* BELL_OVER: negative */

/* What a look finds. */
struct bell_look {
	int ring;        /* a stage; 0: none */
	unsigned missed; /* 1 << stage for each */
	bool by_hand;    /* ring is what was asked for from outside */
};

/* is_first: this console has just come; what was due more than a moment ago is then missed, not rung. */
struct bell_look bell_look(const struct run *run, bool is_first);

/* Writes down what a look found. Of two consoles that do, the first one's row counts, and that one rings: whose row is
 * run->bells.rung once all is on disk. Returns the id of the row that would ring; "": none. */
struct id act_bell_look(const struct act *act, const struct bell_look *look);

/* By hand: here, or asking a facilitator's console to. Stage 1 to BELL_STAGES. */
struct id act_bell(const struct act *act, int stage);
MUST_CHECK enum status act_bell_ask(const struct act *act, int64_t stage, struct fault *fault);
void act_silence(const struct act *act, bool silent);

/* What a row of the log rang. */
enum bell_event { BELL_EVENT_NONE, BELL_EVENT_WARNING, BELL_EVENT_END, BELL_EVENT_OVER, BELL_EVENT_HAND };
enum bell_event bell_event_of(const struct workbook *book, const struct run_row *row);
int bell_stage_of(const struct run_row *row); /* 0: of no stage that we know */

/* A line for the facilitator to read out when the bell has rung: the one that stands in the step's cue behind "1鈴:" or
 * "bell 1:", else one of ours; "" where there is none. */
void bell_words(const struct item *item, int stage, struct buf *out);

#endif
