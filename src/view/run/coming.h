/* coming.h - the steps still to come, with the times at which they will begin as things stand.
 * Floor: view, private. */
#ifndef VIEW_COMING_H
#define VIEW_COMING_H

#include "engine/run.h"
#include "view/canvas.h"

void coming_draw(struct canvas *canvas, struct rect area, const struct run *run);
int coming_rows(const struct run *run); /* as many as it can use */

#endif
