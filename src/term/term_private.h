/* term_private.h - the one terminal.
 * Floor: term (private). Only term.c, paint.c, corner.c and names.c know curses (curses_private.h). */
#ifndef TERM_TERM_PRIVATE_H
#define TERM_TERM_PRIVATE_H

#include "input_private.h"
#include "term/term.h"

#include <stdbool.h>
#include <termios.h>

struct term {
	struct input input;
	struct termios shell_modes; /* as they were, and will be again */
	struct screen *screen; /* curses' own */
	struct decode_name *names;
	enum theme theme;
	bool colours;
	bool taken; /* the screen is ours now */
	bool whole; /* the next paint writes everything */
	bool cursor_shown;
	bool corner; /* its last cells were written past curses (corner.h) */
	int rows, cols;
	struct canvas shown;
};

#endif
