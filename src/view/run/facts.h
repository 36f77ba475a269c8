/* facts.h - beside the facilitator's clock: how things stand, what comes, and what the room sees now.
 * Floor: view, private. */
#ifndef VIEW_FACTS_H
#define VIEW_FACTS_H

#include "view/run.h"

/* As many as there is room for; how many rows they took. */
int facts_draw(struct canvas *canvas, struct rect area, const struct run_view *view);

#endif
