/* print.h - a canvas as plain text, ANSI or SVG, and how its styles look.
 * Floor: view. Everything is appended to out. */
#ifndef VIEW_PRINT_H
#define VIEW_PRINT_H

#include "base/buf.h"
#include "view/canvas.h"

enum theme { THEME_DARK, THEME_LIGHT, THEME_PLAIN }; /* PLAIN: attributes only, no colour */

/* Trailing blanks trimmed, one line a row; filled pixels of big text are "█" ("#" where that is wide). */
void canvas_print_text(const struct canvas *canvas, struct buf *out);
/* Each row ends with the attributes reset and a line feed. */
void canvas_print_ansi(const struct canvas *canvas, enum theme theme, struct buf *out);
/* A picture that needs no other file, so that any viewer of <img> shows it; every word and every wide glyph has a
 * position of its own, so that columns stand below each other in whatever fonts are found. */
void canvas_print_svg(const struct canvas *canvas, enum theme theme, const char *title, struct buf *out);
/* What goldens hold: a line with the size and the cursor, the text, a line "--", and a letter a column for the styles
 * (plain is '.', trailing ones trimmed). */
void canvas_print_golden(const struct canvas *canvas, struct buf *out);

/* How a style looks: colours as 24-bit RGB (-1: the terminal's own), and attributes. One table for terminal and
 * printers. Contrast is kept for a washed-out projector (terminal.md 4): no dim, no grey text, no red or blue ink on
 * black. */
struct look {
	int32_t ink, paper;
	bool bold, reverse, underline;
};
struct look style_look(enum style style, enum theme theme);

#endif
