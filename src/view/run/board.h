/* board.h - the tables at a glance: what each has written and how far it is, or, while stories are told, where it stands
 * in the order of telling. Nothing here ranks one above another: they stand by number.
 * Floor: view, private. */
#ifndef VIEW_BOARD_H
#define VIEW_BOARD_H

#include "view/run.h"

/* The first row names the columns; the bar is always seen. */
void board_draw(struct canvas *canvas, struct rect area, const struct run_view *view);

#endif
