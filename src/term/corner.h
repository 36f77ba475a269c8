/* corner.h - the bottom right of the screen, on terminals that cannot be told not to wrap (screen, tmux).
 * Floor: term (private). There, ncurses 6.4 takes the right half of a wide character that ends one column before the
 * corner for the corner itself, and inserts a blank into the middle of that character. So curses gets blanks there,
 * and these cells are written past it. */
#ifndef TERM_CORNER_H
#define TERM_CORNER_H

#include "view/canvas.h"

#include <stdbool.h>

enum { CORNER_COLS = 3 };

/* Must the last CORNER_COLS columns of the canvas's last row be written past curses? */
bool corner_is_ours(const struct canvas *canvas);

/* Writes them. curses must have written all it has to (refresh); its cursor and attributes stay as they are. */
void corner_write(const struct canvas *canvas);

#endif
