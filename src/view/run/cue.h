/* cue.h - what the facilitator reads out: the step's cue, and what a bell has to say.
 * Floor: view, private. */
#ifndef VIEW_CUE_H
#define VIEW_CUE_H

#include "view/run.h"

int cue_rows(const struct run_view *view, int cols); /* as many as it would like to have */
void cue_draw(struct canvas *canvas, struct rect area, const struct run_view *view);

#endif
