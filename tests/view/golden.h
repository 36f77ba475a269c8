/* golden.h - canvases compared with tests/view/golden/NAME.txt (canvas_print_golden: text, then a letter a column for
 * the styles). YORIAI_UPDATE_GOLDENS=1 writes the files anew: read the difference before committing it. */
#ifndef TESTS_VIEW_GOLDEN_H
#define TESTS_VIEW_GOLDEN_H

#include "view/canvas.h"

/* Fails the cmocka test, printing what was drawn, where it differs. */
void golden_check(const char *name, const struct canvas *canvas);

/* The same with several canvases one below the other in one file: a screen at its sizes. */
void golden_check_all(const char *name, const struct canvas *canvases, size_t len);

/* Fails unless every row is whole: each wide glyph with its right half, and the columns of its glyphs as many as the
 * canvas has. */
void canvas_check(const struct canvas *canvas);

/* Do two canvases of one size show the same there? */
bool canvas_row_equal(const struct canvas *a, const struct canvas *b, int row);
void canvas_check_same(const struct canvas *a, const struct canvas *b); /* everywhere */

#endif
