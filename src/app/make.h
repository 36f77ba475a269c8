/* make.h - a new workshop from what a person said of it: for `yoriai new` and for the home screen.
 * Floor: app (private). */
#ifndef APP_MAKE_H
#define APP_MAKE_H

#include "base/env.h"
#include "domain/fact.h"
#include "exchange/story.h"
#include "exchange/template.h"

#include <stdbool.h>

enum { MAKE_TABLES = 8, MAKE_TABLES_MAX = 99 };

/* What was said (borrowed, NULL where nothing was), and what it was found to mean. */
struct make {
	const char *title, *template_name, *start, *end, *case_path, *letter_path, *series;
	int64_t tables;
	int64_t start_ms, hall_end_ms;
	struct template template;
	struct story case_story, letter;
};

/* Reads files and times; nothing is made if anything is wrong. Unsaid, the workshop begins at the next full hour. */
MUST_CHECK enum status make_read(struct make *make, int64_t now_ms, struct fault *fault);
struct id make_add(const struct make *make, const struct env *env, struct batch *batch);
/* There is a letter, and no step of the agenda opens it: not wrong, but worth a word. */
bool make_letter_stays_shut(const struct make *make);
void make_done(struct make *make);

#endif
