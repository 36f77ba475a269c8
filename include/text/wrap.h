/* wrap.h - lines of at most so many columns, broken where Japanese and English allow (UAX 14 with kinsoku).
 * Floor: text. Numbers (with their counter: １２：３０, 90分) and katakana words stay together where they fit;
 * white space at a line's end hangs. */
#ifndef TEXT_WRAP_H
#define TEXT_WRAP_H

#include <stddef.h>

struct line {
	size_t at, len; /* bytes of the text; hanging spaces and the line feed are outside */
};

/* Fills lines (as many as given) and returns how many there are in all: call with max 0 to count. "" has one empty
 * line, and so has what follows a last line feed. Lines begin and end between clusters (text.h); a cluster wider
 * than cols stands alone on its line, and is the only thing that may be wider. */
size_t text_wrap(const char *text, size_t len, int cols, struct line *lines, size_t max);

#endif
