/* paint.h - styles as curses has them, and canvases on curses' screen.
 * Floor: term (private). */
#ifndef TERM_PAINT_H
#define TERM_PAINT_H

#include "view/print.h"

#include <stdbool.h>

bool paint_has_colours(void); /* starts curses' colours where the terminal has any */
void paint_use_theme(enum theme theme);

#endif
