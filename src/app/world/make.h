/* make.h - a new workshop from what a person said of it: for `yoriai new` and for the home screen.
 * Floor: app (private). */
#ifndef APP_MAKE_H
#define APP_MAKE_H

#include "base/env.h"
#include "domain/fact.h"
#include "exchange/story.h"
#include "exchange/template.h"
#include "options.h"

#include <stdbool.h>

enum { MAKE_TABLES = 8, MAKE_TABLES_MAX = 99 };
#define MAKE_UNSAID INT64_MIN

/* What was said (borrowed, NULL or MAKE_UNSAID where nothing was), and what it was found to mean. make_new() begins it. */
struct make {
	const char *title, *template_name, *start, *end, *letter_path, *series, *mode;
	struct option_list case_paths; /* the first case's, the second's … */
	struct option_list named_tables; /* "theme → room", as in a template */
	int64_t cases, rounds; /* how often the blocks of the agenda come that read a case, and the others */
	const struct workbook *from; /* the workshop before this one: whatever is unsaid is as it was there */
	bool as_it_went; /* each step is planned for what it took there, in whole minutes */
	int64_t tables;
	int64_t start_ms, hall_end_ms;
	struct template template;
	struct story case_stories[OPTION_LIST_MAX], letter;
	unsigned mode_code;
};

struct make make_new(const char *title); /* and no more has been said */
/* Reads files and times; nothing is made if anything is wrong. Unsaid, the workshop begins at the next full hour.
 * From the workshop before come the agenda with all its words, the tables’ number, themes and rooms, series, venue,
 * purpose and what was said of the area; never what people gave or told there, nor the case and the letter, nor when the
 * hall closed. */
MUST_CHECK enum status make_read(struct make *make, int64_t now_ms, struct fault *fault);
/* When it begins, as people write it (base/calendar.h). */
MUST_CHECK enum status make_read_start(const char *text, int64_t now_ms, int64_t *ret_start_ms, struct fault *fault);
struct id make_add(const struct make *make, const struct env *env, struct batch *batch);
/* There is a letter, and no step of the agenda opens it: not wrong, but worth a word. */
bool make_letter_stays_shut(const struct make *make);
void make_done(struct make *make);

/* --- make_parts.c: what is said of the agenda's blocks and the tables, once the template is read --- */
MUST_CHECK enum status make_read_tables(struct make *make, struct fault *fault);
MUST_CHECK enum status make_read_rounds(struct make *make, struct fault *fault);
MUST_CHECK enum status make_read_cases(struct make *make, struct fault *fault);
void make_add_cases(const struct make *make, const char *workshop, const struct env *env, struct batch *batch);
void make_add_tables(const struct make *make, const char *workshop, const struct env *env, struct batch *batch);
/* The steps it will have: the template's, or those of the workshop before. */
const struct item *make_items(const struct make *make, size_t *ret_len);

#endif
