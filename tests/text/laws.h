/* laws.h - what holds for every text. A law that is broken fails the cmocka test that runs, or ends the program. */
#ifndef TESTS_TEXT_LAWS_H
#define TESTS_TEXT_LAWS_H

#include "text/lineedit.h"

#include <stddef.h>
#include <stdint.h>

typedef void law(const char *text, size_t len, uint64_t *seed);

/* For any bytes. */
law law_cleaning; /* cleaning twice is cleaning once, and text_is_clean() agrees */
law law_walks;    /* the cursor stops are the same in both directions */
law law_glyphs;   /* every glyph can be sent to a terminal */

/* For clean text. */
law law_clusters; /* the cursor stops are the boundaries of UAX 29 */
law law_fitting;  /* what fits is at most so wide, as long as can be, and cut at a stop */
law law_wrapping; /* lines cover the text but for hanging space, end at stops, and are at most so wide */

/* Whatever was done: cursor and mark on stops, text clean, the cursor somewhere on the rows. */
void law_editing(const struct lineedit *edit, uint64_t *seed);

#endif
