/* small.h - a workshop small enough to count by hand, with texts that try to break out of every format. */
#ifndef TESTS_EXCHANGE_SMALL_H
#define TESTS_EXCHANGE_SMALL_H

#include "engine/act.h"
#include "engine/run.h"
#include "fold.h"

/*	table 1: 4 offers (2 of one person, 1 of ten, 1 of a hundred), 2 steps with 2 formal, 1 informal, 1 mixed and 1 unsaid
 *	         support, 3 notes of 2 kinds
 *	table 2: nothing
 *	table 3: 1 offer of one person, a headline
 *	agenda:  opening 10 min, tables 30 min, letter 5 min, closing 5 min; from 22 November 2026, 13:30 */
struct small {
	struct fold_env env;
	struct workbook book;
	struct arena arena;
	struct run run;
};

void small_init(struct small *small);
void small_done(struct small *small);

/* Folds again, after `ms` more on the clock. */
void small_go(struct small *small, int64_t ms);

/* One press: "start", "pause", "resume", "next", "end". */
void small_press(struct small *small, enum status (*press)(const struct act *act, struct fault *fault));

/* Sets one field of one row, by its id. */
void small_set(struct small *small, enum field field, const char *id, struct value value);

/* Puts a marker that names its reach into every text of every row: "PRIVATE-item-cue". */
void small_plant_markers(struct small *small);

#endif
