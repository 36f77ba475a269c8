/* bigtext.h - text that the back row reads: digits from shapes of our own, kanji and kana from a source of glyphs.
 * Floor: view. Pixels are half cells, or whole cells where half blocks would be wide; filled cells are reverse-video
 * blanks (terminal.md 3). style: STYLE_BIG, or STYLE_BIG_WARN and STYLE_BIG_OVER, which lay the block of STYLE_WARN or
 * STYLE_OVER under what is drawn. */
#ifndef VIEW_BIGTEXT_H
#define VIEW_BIGTEXT_H

#include "view/canvas.h"

/* Draws "0-9:+-" and spaces as large as the area allows, centred; returns the rows used (0: not even the smallest fits,
 * then it is drawn as plain text in the middle). All digits are equally wide, so that a running clock stands still. */
int bigtext_digits(struct canvas *canvas, struct rect area, enum style style, const char *text);

/* The same, its digits just as large as those of `like`, which is no shorter: for numbers that stand side by side. */
int bigtext_digits_like(struct canvas *canvas, struct rect area, enum style style, const char *text, const char *like);

/* How thick the strokes would be in so many rows and columns, in columns; 0: none fits. A room reads 2 and more. */
int bigtext_digits_scale(int rows, int cols, const char *text);

enum { BITMAP_ROWS = 16 };
struct bitmap {
	int cols;                   /* 8 or 16 */
	uint16_t rows[BITMAP_ROWS]; /* the leftmost dot is bit cols - 1 */
};

/* Where glyphs come from (view/unifont.h); false: it has none for the code point. */
struct glyph_source {
	bool (*find)(void *ctx, uint32_t point, struct bitmap *ret_bitmap);
	void *ctx;
};

/* Draws text in giant glyphs at the top of the area, in the middle of its columns; returns the rows used. Where the
 * source (NULL: none) lacks a glyph, or the area is too small: one row of bold text, spaced out where it can be. */
int bigtext_label(struct canvas *canvas, struct rect area, enum style style, const char *text,
		  const struct glyph_source *source);

#endif
