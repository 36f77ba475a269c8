/* canvas.h - a grid of cells to draw on, without a terminal.
 * Floor: view. Text is columns: it is clipped to the cells it was given, cut between clusters, a wide glyph never in
 * half: what overwrites one half of it blanks the other. Everything outside the canvas is ignored, so that no screen
 * needs to check its size. Line feeds and controls never get into a cell (text/cell.h maps them). */
#ifndef VIEW_CANVAS_H
#define VIEW_CANVAS_H

#include "text/cell.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a cell means; the terminal and the printers give it a look (theme). Meaning is never by colour alone. */
enum style {
	STYLE_PLAIN,
	STYLE_STRONG,
	STYLE_TITLE,
	STYLE_LABEL,  /* quiet, still legible on a projector: never dim */
	STYLE_BAR,    /* header and footer rows */
	STYLE_FOCUS,  /* the row or field that has the keys */
	STYLE_FIELD,  /* a text field without them */
	STYLE_GOOD,
	STYLE_WARN,
	STYLE_OVER,   /* over time: reversed block */
	STYLE_FORMAL,
	STYLE_INFORMAL,
	STYLE_MIXED,
	STYLE_BIG,      /* a filled pixel of big text: reverse-video space; half-filled: ▀ or ▄ in STYLE_PLAIN, */
	STYLE_BIG_WARN, /* in STYLE_HALF_WARN, */
	STYLE_BIG_OVER, /* or in STYLE_HALF_OVER */
	STYLE_HALF_WARN,
	STYLE_HALF_OVER,
	STYLE_DARK,   /* black in every theme: nothing is to be seen */
	STYLE_COUNT
};

struct cell {
	struct glyph glyph; /* cols 0: the right half of the wide glyph before it */
	uint8_t style;
};

struct canvas {
	int rows, cols;
	struct cell *cells; /* rows * cols; owned */
	int cursor_row, cursor_col; /* -1, -1: no text field has the cursor */
};

void canvas_init(struct canvas *canvas, int rows, int cols); /* blank; negative sizes count as 0 */
void canvas_resize(struct canvas *canvas, int rows, int cols); /* blank again */
void canvas_clear(struct canvas *canvas);
void canvas_done(struct canvas *canvas);
const struct cell *canvas_at(const struct canvas *canvas, int row, int col); /* NULL outside; borrowed */

struct rect {
	int row, col, rows, cols;
};
struct rect canvas_whole(const struct canvas *canvas);
/* The part inside a margin of so many rows and columns on each side. */
struct rect rect_inside(struct rect area, int rows, int cols);

/* Draws text in at most cols columns; returns the columns used. Text that does not fit ends in "…" (".." where that is
 * wide). */
int canvas_text(struct canvas *canvas, int row, int col, int cols, enum style style, const char *text);
int canvas_text_len(struct canvas *canvas, int row, int col, int cols, enum style style, const char *text, size_t len);
/* The same at the right end of the columns given, or in their middle. */
int canvas_text_right(struct canvas *canvas, int row, int col, int cols, enum style style, const char *text);
int canvas_text_centred(struct canvas *canvas, int row, int col, int cols, enum style style, const char *text);
void canvas_glyph(struct canvas *canvas, int row, int col, enum style style, const struct glyph *glyph);
void canvas_fill(struct canvas *canvas, struct rect area, enum style style);       /* with blanks */
void canvas_restyle(struct canvas *canvas, struct rect area, enum style style);    /* keeps what stands there */
/* A box, its inside untouched: box lines, or ASCII where those are wide. NULL: no title. */
void canvas_frame(struct canvas *canvas, struct rect area, enum style style, const char *title);
void canvas_cursor(struct canvas *canvas, int row, int col);
/* Fills the area with the part of another canvas that begins at its row and col: a window on a long sheet. */
void canvas_copy(struct canvas *canvas, struct rect area, const struct canvas *from, int row, int col);

#endif
