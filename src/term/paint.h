/* paint.h - styles as curses has them, and canvases on curses' screen.
 * Floor: term (private). */
#ifndef TERM_PAINT_H
#define TERM_PAINT_H

#include "view/print.h"

#include <stdbool.h>

bool paint_has_colours(void); /* starts curses' colours where the terminal has any */
void paint_use_theme(enum theme theme);

/* A style as curses has it: attributes of attr_t; pair 0 is the theme's ground, or the terminal's own colours. */
struct paint_look {
	unsigned attributes;
	short pair;
};
struct paint_look paint_look(enum style style);
struct paint_look paint_look_of(const struct canvas *canvas, int row, int col); /* as it need be for what the cell shows */
bool paint_look_same(struct paint_look a, struct paint_look b);

#endif
