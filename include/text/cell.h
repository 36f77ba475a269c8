/* cell.h - from text to what stands in the terminal's cells (the drawing contract of terminal.md 1.2).
 * Floor: text. One width for the whole program: wcwidth() below, which ncurses uses too. */
#ifndef TEXT_CELL_H
#define TEXT_CELL_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

enum { GLYPH_MAX = 5 }; /* CCHARW_MAX of ncurses: a base and four marks */

/* One display cell group: a base with its marks, 1 or 2 columns wide. */
struct glyph {
	wchar_t points[GLYPH_MAX + 1]; /* 0-ended */
	uint8_t cols;
};

/* Our own wcwidth(), exported by the executable so that libncursesw uses it: glibc's table, with "ambiguous" characters two
 * columns wide once text_set_ambiguous_wide(true) was called (terminal.md 0.2, 1.1). */
int wcwidth(wchar_t point);
void text_set_ambiguous_wide(bool wide);
bool text_is_ambiguous_wide(void);

/* Walks text glyph by glyph. Start with { .text, .len }; glyph_next() is false at the end. `at`..`end` are the bytes of the
 * cluster that the glyph belongs to (a cluster may give several glyphs, or none). */
struct glyph_walk {
	const char *text;
	size_t len;
	size_t at, end;
	struct glyph queue[4];
	int queued, given;
};
bool glyph_next(struct glyph_walk *walk, struct glyph *ret_glyph);

int text_cols(const char *text, size_t len);
/* How many bytes from the start fit into cols, cut between clusters. */
size_t text_fit(const char *text, size_t len, int cols);
/* Text of at most cols columns: as it is, or cut and ended by "…". Appended to out. */
void text_add_fitted(struct buf *out, const char *text, size_t len, int cols);
/* The same, filled up with spaces to exactly cols. */
void text_add_padded(struct buf *out, const char *text, size_t len, int cols);

#endif
