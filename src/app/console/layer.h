/* layer.h - consoles opened over one another: what lies below goes on with whatever cannot wait.
 * Floor: app (private).
 *
 * A screen that has a foot goes on: time passes in it, it reads what is new, its bells ring and its commands run, while another
 * console has the screen and the keys. Its foot is shown there, and what it has to say is said there. The others wait until they
 * are seen again. */
#ifndef APP_LAYER_H
#define APP_LAYER_H

#include "console.h"

/* The next console below that goes on; NULL: there is none. */
struct console *layer_below(const struct console *console);

/* Time has passed, or something happened: those below do what is to be done by now. What they wrote, or what only one of them
 * has read, is to be read by all: for the one on top that is left as an effect. */
void layers_go_on(struct console *top);

#endif
