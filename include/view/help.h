/* help.h - every key that works here, and finding a command by typing: both drawn from the command table.
 * Floor: view. */
#ifndef VIEW_HELP_H
#define VIEW_HELP_H

#include "command/command.h"
#include "text/lineedit.h"
#include "view/canvas.h"

/* The commands of the scope and of the scopes above it, from line `top` on (beyond the last screen: the last). */
void help_view(struct canvas *canvas, enum command_scope scope, int top);
int help_last_top(const struct canvas *canvas, enum command_scope scope); /* the last `top` that makes a difference */

/* A box over the screen: what was typed, and the commands found (command_search), the bar over `selected`. */
void palette_view(struct canvas *canvas, enum command_scope scope, const struct lineedit *words,
		  const enum command *found, size_t found_len, size_t selected);

#endif
