/* story.h - the case and the letter from plain text files.
 * Floor: exchange. A first line like "# ラジオの音がする家 [架空]" is the title (for a letter: from whom); in a case,
 * brackets at its end say of what kind it is (list case_kind; without them: fictional). All else is the body, kept as
 * written but for blank lines at its ends. Without such a line the title is "". */
#ifndef EXCHANGE_STORY_H
#define EXCHANGE_STORY_H

#include "base/arena.h"
#include "base/env.h"
#include "base/status.h"
#include "domain/fact.h"

#include <stddef.h>

/* Zeroed is a valid empty story. Owns its texts. */
struct story {
	struct arena arena;
	const char *title;
	const char *body;
	enum case_kind kind;
};

void story_done(struct story *story);

/* ST_INVALID: no text in it, too long, or a kind that is not one (cases only). *ret_story only on success. */
MUST_CHECK enum status story_parse_case(const char *text, size_t len, struct story *ret_story, struct fault *fault);
MUST_CHECK enum status story_parse_letter(const char *text, size_t len, struct story *ret_story, struct fault *fault);

/* The same from a file ("-": standard input), UTF-8 or CP932; the fault names the file. */
MUST_CHECK enum status story_read_case(const char *path, struct story *ret_story, struct fault *fault);
MUST_CHECK enum status story_read_letter(const char *path, struct story *ret_story, struct fault *fault);

/* number: the round of the agenda that reads it; 0: a step that comes once. */
void story_add_case(const struct story *story, int64_t number, const char *workshop, const struct env *env,
		    struct batch *batch);
void story_add_letter(const struct story *story, const char *workshop, const struct env *env, struct batch *batch);

/* In place of what the row that is there says; NULL: it is added. */
void story_put_case(const struct story *story, const struct row *there, const char *workshop, const struct env *env,
		    struct batch *batch);
void story_put_letter(const struct story *story, const struct row *there, const char *workshop, const struct env *env,
		      struct batch *batch);

#endif
