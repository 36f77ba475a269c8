/* mark.h - the words in which a heading says what is special about its step.
 * Private to exchange. What is a word of a list of codes (the kind, strictness, what the room sees) is not listed here, nor
 * are rounds, which are called as their block is. */
#ifndef EXCHANGE_MARK_H
#define EXCHANGE_MARK_H

#include "format/span.h"

#include <stdbool.h>

enum mark {
	MARK_PROTECTED,
	MARK_MINIMUM,
	MARK_FROM,
	MARK_UNTIL,
	MARK_BELLS,
	MARK_BETWEEN,
	MARK_STRICTNESS,
	MARK_FACE,
	MARK_ROUND,
	MARK_KIND,
};

/* A mark is a word alone, or one that stands before or after its value. */
struct mark_word {
	enum mark mark;
	bool japanese;
	const char *before, *after;
};

/* What stands in brackets between two commas; *ret_value is what the words leave of it. NULL: none of these. */
const struct mark_word *mark_word_of(struct span part, struct span *ret_value);
/* As it is printed. The mark is one of those with words. */
const struct mark_word *mark_word_in(enum mark mark, bool japanese);

#endif
