/* run_foot.h - the facilitator's clock in one row of whatever lies over their console.
 * Floor: view. */
#ifndef VIEW_RUN_FOOT_H
#define VIEW_RUN_FOOT_H

#include "view/run.h"

void run_foot_draw_clock(struct canvas *canvas, struct rect area, const struct run_view *view); /* at its right end */
/* What a bell has to say; or which step it is, and whether it stands. */
void run_foot_draw_words(struct canvas *canvas, struct rect area, const struct run_view *view);

#endif
