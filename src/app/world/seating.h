/* seating.h - what the command line and the screen of seats share: who has met before, rules as people type them, the search.
 * Floor: app (private). */
#ifndef APP_SEATING_H
#define APP_SEATING_H

#include "app.h"

#include "engine/seat_plan.h"
#include "options.h"

/* The seats of all workshops that began before the book's. */
MUST_CHECK enum status seating_load_past(struct app *app, const struct workbook *book, struct workbook *ret_past,
					 struct fault *fault);

/* The person meant by a name, its kana, part of either, or an id; behind a slash, part of the affiliation. A refusal names the
 * candidates. */
MUST_CHECK enum status seating_find_person(const struct workbook *book, const char *words, const struct person **ret_person,
					   struct fault *fault);
/* "A,B" (together, apart) or "A=N" (fix); lives in the arena. */
MUST_CHECK enum status seating_read_wish(const struct workbook *book, enum seating_rule_kind kind, const char *words,
					 struct arena *arena, struct seat_wish *ret_wish, struct fault *fault);

/* How far to search: so many moves (0: as many as such a room needs), or as long as the time allows. */
struct seating_effort {
	uint64_t moves;
	int64_t time_ms; /* 0: the moves decide */
	void (*progress)(int percent);
};
void seating_run(const struct env *env, const struct seating_effort *effort, const struct seating_problem *problem,
		 struct seating *seating);

#endif
