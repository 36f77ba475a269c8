/* grapheme.h - where extended grapheme clusters (UAX 29) begin and end. Floor: text, private.
 * An invalid byte is a grapheme. */
#ifndef TEXT_GRAPHEME_H
#define TEXT_GRAPHEME_H

#include <stdbool.h>
#include <stddef.h>

/* The end of the grapheme that begins at `at` (< len), which must be where one begins. */
size_t grapheme_end(const char *text, size_t len, size_t at);

/* The start of the grapheme that holds the byte before `at` (> 0). */
size_t grapheme_start(const char *text, size_t len, size_t at);

/* Is there a plain point at `at`, or the end? Beside another plain point that is a boundary, and it shows something. */
bool grapheme_is_plain_at(const char *text, size_t len, size_t at);

#endif
