/* line_bar.h - one step on the day's axis, drawn by shape: what was, what will be, and what only was planned.
 * Floor: view, private. */
#ifndef VIEW_LINE_BAR_H
#define VIEW_LINE_BAR_H

#include "axis.h"

/* The shapes with their meanings, in a row, as many as fit. */
void line_bar_legend(struct canvas *canvas, struct rect row);

void line_bar_draw(struct canvas *canvas, struct rect row, const struct axis *axis, const struct run *run, size_t item);
/* Now and the hall's end, where no step stands. */
void line_bar_draw_empty(struct canvas *canvas, struct rect row, const struct axis *axis, const struct run *run);

#endif
