/* print.h - a canvas as plain text, ANSI or SVG.
 * Floor: view. */
#ifndef VIEW_PRINT_H
#define VIEW_PRINT_H

#include "base/buf.h"
#include "view/canvas.h"

enum theme { THEME_DARK, THEME_LIGHT, THEME_PLAIN }; /* PLAIN: attributes only, no colour */

void canvas_print_text(const struct canvas *canvas, struct buf *out); /* trailing blanks trimmed, one line a row */
void canvas_print_ansi(const struct canvas *canvas, enum theme theme, struct buf *out);
void canvas_print_svg(const struct canvas *canvas, enum theme theme, const char *title, struct buf *out);
/* Text with a layer of style letters below: what goldens hold. */
void canvas_print_golden(const struct canvas *canvas, struct buf *out);

/* How a style looks: colours as 24-bit RGB (-1: the terminal's own), and attributes. One table for terminal and printers. */
struct look {
	int32_t ink, paper;
	bool bold, reverse, underline;
};
struct look style_look(enum style style, enum theme theme);

#endif
