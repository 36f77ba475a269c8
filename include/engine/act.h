/* act.h - what people do to the running clock: each adds run rows to a batch.
 * Floor: engine. ST_REFUSED with a sentence where it makes no sense as things stand; then the batch is unchanged.
 * Rows name the items they speak of, so that two people pressing "next" at once advance once: the fold ignores the end
 * of what is not running and the start of what is.
 *
 * The rows (fields.def, run_row). Every row says when: at_ms, boot_ms, boot_id. Rows pressed as one stand and fall
 * together, and are undone together: each later one, a start, a close, a re-fit or a backdate, names the first as its `target`.
 *
 *   verb               item  target       ms                                      text
 *   start              yes   (press)
 *   end                yes                when it really ended, wall; 0: now
 *   leave              yes                (an end, after which it is waiting again)
 *   skip               yes                (of what runs: an end, too)
 *   pause, resume      yes
 *   adjust             yes                + more time, - less
 *   refit              yes  (press)       of what waits, against its plan and in all: + longer, - shorter
 *   backdate           yes  (press)       when it really started, wall
 *   excuse             yes                how much of its time was a pause
 *   close                    (press)      (of the workshop; ends what runs, too)
 *   reopen
 *   undo                     a row
 *   slept, clock_step                     for how long; by how much
 *   message                               how long it stands; 0: until another    the line; "": none
 *   bell               yes  row, asked    the stage (bell.h)                      rung, missed; hand, asked
 *   silent                                1 bells are seen only, 0 heard too
 *   shutter                               1 open, 0 closed
 *   blackout                              1 all dark, 0 not
 *   freeze                                1 the room's picture is held, 0 not
 *   page                     table or ""  the step of the table's story, or the page
 *   reveal                                paragraphs shown of the page, one by one; 0: whole pages
 *   present                  table or ""
 *   picture                               1 shown, 0 not
 *   day                                   1 shown, 0 not
 *   pass                     table
 *   order                    table        its place in the order of telling, from 0
 *   table_state              table        1 the facilitator says so, 0 the table  the state's code */
#ifndef ENGINE_ACT_H
#define ENGINE_ACT_H

#include "domain/fact.h"
#include "engine/run.h"

/* Where an act takes place; the book holds a workshop. Borrows. */
struct act {
	const struct workbook *book;
	const struct run *run;
	const struct env *env;
	struct batch *batch;
};

MUST_CHECK enum status act_start(const struct act *act, struct fault *fault); /* what is next, or resumes */
MUST_CHECK enum status act_pause(const struct act *act, struct fault *fault);
MUST_CHECK enum status act_resume(const struct act *act, struct fault *fault);
MUST_CHECK enum status act_next(const struct act *act, struct fault *fault); /* after the last item, the end */
MUST_CHECK enum status act_end(const struct act *act, struct fault *fault);  /* of the workshop */

/* A new attempt at the last item done before this one, which will come again; reopens a workshop that has ended. */
MUST_CHECK enum status act_back(const struct act *act, struct fault *fault);

/* What runs, and goes on as next does; or what is next, where nothing runs. */
MUST_CHECK enum status act_skip(const struct act *act, struct fault *fault);

/* More or less time for what runs; taking more than is left takes what is left. */
MUST_CHECK enum status act_add(const struct act *act, int64_t ms, struct fault *fault);

/* Writes down what refit.h proposes as things stand; one undo takes all of it back. */
MUST_CHECK enum status act_refit(const struct act *act, struct fault *fault);

/* Moves the start of what runs, and with it the end of the item before if that ended at the same moment. Never before
 * run->floor_ms, never into the future. */
MUST_CHECK enum status act_backdate(const struct act *act, int64_t wall_ms, struct fault *fault);
MUST_CHECK enum status act_backdate_to_plan(const struct act *act, struct fault *fault); /* 「予定時刻に始めたことにする」 */

/* What is next starts, and has begun then; or at its planned time, but not before what ended last. For where a step has
 * begun in the room and nobody pressed the key. */
MUST_CHECK enum status act_start_at(const struct act *act, int64_t wall_ms, struct fault *fault);
MUST_CHECK enum status act_start_as_planned(const struct act *act, struct fault *fault);

/* Takes back the newest press that counts, of whoever made it; not what the machine noted, nor a table's state. */
MUST_CHECK enum status act_undo(const struct act *act, struct fault *fault);

/* After a sleep or a crash: so much of the running item's time was a pause; or it ended then, and nothing runs now. */
MUST_CHECK enum status act_excuse(const struct act *act, int64_t ms, struct fault *fault);
MUST_CHECK enum status act_close_at(const struct act *act, int64_t wall_ms, struct fault *fault);

/* What the machine saw; never refused. */
void act_note_slept(const struct act *act, int64_t ms);
void act_note_clock_step(const struct act *act, int64_t ms);

/* A line for the room: "" takes it away; it goes by itself after its life time, 0: never. */
MUST_CHECK enum status act_message(const struct act *act, const char *text, int64_t life_ms, struct fault *fault);
/* The same of a line that may say its life time itself (message.h). */
MUST_CHECK enum status act_message_line(const struct act *act, const char *line, struct fault *fault);

/* How much the room sees. Darkening and holding add nothing where it is so already. */
void act_shutter(const struct act *act, bool open); /* always a row: a projector may have come up since */
void act_blackout(const struct act *act, bool dark);
void act_freeze(const struct act *act, bool held);
void act_one_by_one(const struct act *act, bool one_by_one); /* begins the page anew, or shows all of it */

/* What the room sees in place of text and story. */
void act_day(const struct act *act, bool shown); /* the steps of the day, until the next one starts (view/dayline.h) */
/* What 1, 10 and 100 people can do (gathered.h); refused where no step runs. */
MUST_CHECK enum status act_picture(const struct act *act, bool shown, struct fault *fault);

/* Turns the page, one of `pages` from 0; or, while a table is presented, tells up to `pages` steps of its story. */
MUST_CHECK enum status act_turn(const struct act *act, int64_t by, int64_t pages, struct fault *fault);
/* One paragraph on or back, of a page of so many; past its end or its beginning, the page is turned. */
MUST_CHECK enum status act_turn_paragraph(const struct act *act, int64_t by, int64_t paragraphs, int64_t pages,
					  struct fault *fault);

/* Whose story is told; "": nobody's. In presentations it is that table's turn from now on. */
MUST_CHECK enum status act_present(const struct act *act, const char *table, struct fault *fault);
/* The turn of the next table in the order; after the last, nobody's. */
MUST_CHECK enum status act_hand_over(const struct act *act, struct fault *fault);
/* The table does not tell, or no longer; act_present may call it up after all. */
MUST_CHECK enum status act_pass(const struct act *act, const char *table, struct fault *fault);
/* A table that waits tells after the one that would have followed it. */
MUST_CHECK enum status act_swap(const struct act *act, const char *table, struct fault *fault);

/* How far a table is. Own: it says so itself, and undo, which is the facilitator's, leaves that. */
void act_table_state(const struct act *act, const char *table, enum table_state state, bool own);

#endif
