/* home.h - the first screen: its state, and its parts.
 * Floor: app (private). home.c: the screen. home_state.c: what its parts ask. home_make.c: a new workshop, or the next from one. home_papers.c: paper. home_copy.c: copies
 * taken along, and taken in. home_found.c: where one may lie that was brought. */
#ifndef APP_HOME_H
#define APP_HOME_H

#include "console/console.h"
#include "engine/outline.h"
#include "view/widgets.h"

struct home_console {
	size_t bar;
	struct list_drawn drawn;
	struct outline_line *lines; /* of the workshops */
	char *title, *start; /* of the workshop being made */
	struct id before; /* the workshop it is made from; "": none */
	struct id made; /* the bar goes to it once it is on disk; "": none */
	struct id rehearsed; /* in another terminal; "": none */
	char *copy; /* the path typed last, of a copy to take in or to make; NULL: none yet */
	unsigned merge_how;
};

struct home_console *home_of(struct console *console);
const struct workshop *home_workshop(struct console *console); /* under the bar; NULL: none */

char *home_find_copy(void); /* the path of a file that may be a copy somebody has brought; "": none. Owned by the caller. */

command_handler home_create, home_create_next, home_papers, home_take_in, home_copy;

#endif
