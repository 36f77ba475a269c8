/* plan.h - from worries to what is to be done, and from there to the action plan (悩み → やること → 優先順位 → 行動計画).
 * Floor: domain. Pure. */
#ifndef DOMAIN_PLAN_H
#define DOMAIN_PLAN_H

#include "base/arena.h"
#include "domain/workbook.h"

#include <stddef.h>

/* The note that a note comes of, and the row of the plan that was made of it; NULL: none, or it is gone. */
const struct note *plan_origin(const struct workbook *book, const struct note *note);
const struct action *plan_action_of(const struct workbook *book, const struct note *note);
size_t plan_led_on(const struct workbook *book, const struct note *note); /* how many notes came of it */

/* The note that a row of the plan was made of (NULL), and the priority which that says. */
const struct note *plan_note_of(const struct workbook *book, const struct action *action);
enum priority plan_priority(const struct workbook *book, const struct action *action);

/* All of the plan, or with a table its own: by priority, what has none last, else in the order of the list. */
const struct action **plan_sorted(const struct workbook *book, const char *table, struct arena *arena, size_t *ret_len);

#endif
