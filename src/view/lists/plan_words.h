/* plan_words.h - a step of the plan in words.
 * Floor: view, private. */
#ifndef VIEW_PLAN_WORDS_H
#define VIEW_PLAN_WORDS_H

#include "base/buf.h"
#include "view/plan.h"

/* "13:30-13:40"; a step that takes no time any more: "". */
struct words plan_times(const struct run *run, const struct run_item *item);
struct words plan_length(const struct run_item *item);
/* How it is to be held, with commas between: kind, what is protected or fixed, bells, the last time. */
void plan_say_marks(const struct plan_view *view, size_t step, struct buf *out);
/* All of it, a line each: marks, what the room sees, what the facilitator reads. */
void plan_say_step(const struct plan_view *view, size_t step, struct buf *out);

#endif
