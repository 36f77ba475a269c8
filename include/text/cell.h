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

/* Our own wcwidth(): glibc 2.36's answers in every locale, with "ambiguous" characters (EAW=A, and private use)
 * two columns wide once text_set_ambiguous_wide(true) was called (terminal.md 0.2, 1.1). libncursesw must use it
 * too. It does when the executable calls glyph_next() (which links it in) and names ncursesw on its own link line:
 * the linker then exports what the shared library asks for. A dlopen()ed or static ncurses would not see it;
 * tests/text/ncurses_test.c shows that the shared one does. */
int wcwidth(wchar_t point);
void text_set_ambiguous_wide(bool wide);
bool text_is_ambiguous_wide(void);

/* Walks text glyph by glyph. Start with { .text, .len }; glyph_next() is false at the end. `at`..`end` are the
 * bytes of the grapheme that the glyph belongs to: one may give several glyphs (ｶﾞ, a flag as two letters), or
 * none (a lone joiner). Any bytes may be walked: controls and what cannot be decoded or drawn give a stand-in. */
struct glyph_walk {
	const char *text;
	size_t len;
	size_t at, end;
	size_t next;         /* private: the byte to go on from within at..end */
	const char *spelled; /* private: what is left of a character that is spelled out */
	bool shows;          /* private: this grapheme gave a glyph already */
};
bool glyph_next(struct glyph_walk *walk, struct glyph *ret_glyph);

int text_cols(const char *text, size_t len);
/* How many bytes from the start fit into cols, cut between clusters. */
size_t text_fit(const char *text, size_t len, int cols);

#endif
