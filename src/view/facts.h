/* facts.h - beside the facilitator's clock: how things stand, what comes, and what the room sees now.
 * Floor: view, private. */
#ifndef VIEW_FACTS_H
#define VIEW_FACTS_H

#include "view/run.h"

/* Where no step runs: why, and the key that changes it, across a row. */
void facts_draw_idle(struct canvas *canvas, struct rect row, const struct run *run);

void facts_draw(struct canvas *canvas, struct rect area, const struct run_view *view);

#endif
