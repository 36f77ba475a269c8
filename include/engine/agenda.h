/* agenda.h - the agenda is changed, before the day and while the clock runs.
 * Floor: engine. Pure; it only ever adds facts to a batch.
 *
 * What has been stays as it was. The step that runs keeps its place, its length and its fixed times: time is given and taken by
 * the clock (act_add), so that the plan goes on saying what was planned. Nothing comes before it. All else may be changed at any
 * time, and what follows moves along, since nobody writes down when a step begins (run.h).
 *
 * An agenda may be longer than the hall is open: that is said, and never stops anybody. */
#ifndef ENGINE_AGENDA_H
#define ENGINE_AGENDA_H

#include "base/status.h"
#include "engine/act.h"
#include "engine/words.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { AGENDA_STEPS_MAX = 300 }; /* as many as a template holds */

/* The first step that is still to come: before it nothing can be put. run->len: none is. */
size_t agenda_open_from(const struct run *run);

/* May what the batch says of steps be written as things stand in the book? ST_REFUSED with a sentence, naming the step. What else
 * it says is not looked at. Ask with the book that is shown, and again, where it is written, with the one that is on disk. */
MUST_CHECK enum status agenda_check(const struct workbook *book, const struct batch *batch, struct fault *fault);

/* The index that a new step will have which comes after `step` (run->len: at the end): where steps have begun, never before the first
 * that is still to come. */
size_t agenda_place_after(const struct run *run, size_t step);

/* Each adds to act->batch; steps are indices of run->items. The first says where a new step stands, in the batch's newest fact,
 * which has begun it; the id is the new step's. */
void agenda_put_after(const struct act *act, size_t step);
struct id agenda_duplicate(const struct act *act, size_t step); /* right behind it */
void agenda_remove(const struct act *act, size_t step);
/* Past its neighbour, up (by -1) or down (1). False: it stands at the end already. */
bool agenda_move(const struct act *act, size_t step, int by);
/* So many seconds more or less; never less than a minute, unless it was so already, or more than a day. False: nothing changes, or
 * it is of open length. */
bool agenda_lengthen(const struct act *act, size_t step, int64_t by_s);

/* --- how it goes out ---
 * Before the day as planned, then as forecast. */
struct agenda_sum {
	int64_t total_ms;        /* of all steps; those of open length count for nothing */
	int64_t end_ms, hall_ms; /* wall; hall_ms 0: nobody said when the hall closes */
	bool open_ended;         /* some step lasts as long as it lasts */
};
struct agenda_sum agenda_sum_of(const struct run *run);
bool agenda_is_too_long(const struct agenda_sum *sum);
/* Whichever day was meant, a hall closes after the workshop begins, and within a day. 0 (not said) stays. */
int64_t agenda_hall_end_ms(int64_t start_ms, int64_t hall_ms);
struct words agenda_sum_words(const struct run *run); /* a sentence or two */

/* When a step begins and ends: as it was, as forecast, or as planned; 0: it takes no time any more. */
int64_t agenda_start_ms(const struct run *run, const struct run_item *item);
int64_t agenda_end_ms(const struct run *run, const struct run_item *item);
/* What does not fit in a step's fixed times: "" or a few words. */
struct words agenda_clash_words(const struct run *run, size_t step);

#endif
