/* span.h - a piece of somebody else's text, and how parsers take words off its front.
 * Private to exchange. Borrows; only the copies allocate. */
#ifndef EXCHANGE_SPAN_H
#define EXCHANGE_SPAN_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct span {
	const char *at;
	size_t len;
};

struct span span_of(const char *text);
struct span span_trim(struct span span);     /* as text_trim() */
struct span span_trim_end(struct span span); /* its end only */

/* A word (without regard to ASCII case) or a number off the front; false, and nothing is taken, where it does not stand
 * there. A number is at most nine digits, ASCII or full-width. */
bool span_take(struct span *span, const char *word);
bool span_take_number(struct span *span, int64_t *ret_number);
bool span_take_either(struct span *span, const char *ascii, const char *wide); /* an input method may have been left on */
bool span_take_end(struct span *span, const char *word);
bool span_take_bullet(struct span *span); /* of a list: -, * and what a Japanese keyboard types for them */

/* "title [inside]": the last pair of brackets, ASCII or full-width, off the end; false where none closes there. */
bool span_take_brackets(struct span *text, struct span *ret_inside);

/* The next line without its LF; false at the end of the text. */
bool span_take_line(struct span *text, struct span *ret_line);

/* The piece before the first of `separators` (each a word), which is taken too; false when nothing is left. */
bool span_take_part(struct span *span, const char *const *separators, size_t len, struct span *ret_part);

char *span_copy(struct arena *arena, struct span span);
/* Trimmed and clean, on one line: for a TEXT field. */
char *span_copy_line(struct arena *arena, struct span span);
/* For the LINES fields of a template: no blanks at the ends of lines, no blank lines at its own ends, and never two
 * in a row. */
char *span_copy_lines(struct arena *arena, struct span span);

/* The beginning of a span, for a sentence about it: cut between clusters, with … where it was cut. */
enum { EXCERPT_LEN = 96 };
struct excerpt {
	char text[EXCERPT_LEN + 4];
};
struct excerpt span_excerpt(struct span span);

#endif
