/* curses_private.h - the curses library, as functions and not macros.
 * Floor: term (private). Include it last: its names are everywhere. */
#ifndef TERM_CURSES_PRIVATE_H
#define TERM_CURSES_PRIVATE_H

/* The library has a struct term too. */
#define term curses_term
#define NCURSES_NOMACROS
#include <curses.h>
#include <term.h>
#undef term

#endif
