/* ink.h - styles as curses has them.
 * Floor: term (private). */
#ifndef TERM_INK_H
#define TERM_INK_H

#include "view/print.h"

#include <stdbool.h>

/* Attributes of attr_t; pair 0 is the theme's ground, or the terminal's own colours. */
struct ink {
	unsigned attributes;
	short pair;
};

bool ink_has_colours(void); /* starts curses' colours where the terminal has any */
void ink_use_theme(enum theme theme);

struct ink ink_of(enum style style);
struct ink ink_of_cell(const struct canvas *canvas, int row, int col); /* as it need be for what the cell shows */
bool ink_is_same(struct ink a, struct ink b);

#endif
