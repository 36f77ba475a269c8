/* axis.h - a stretch of time across columns.
 * Floor: view, private. */
#ifndef VIEW_AXIS_H
#define VIEW_AXIS_H

#include "engine/run.h"
#include "view/canvas.h"

struct axis {
	int64_t from_ms, to_ms; /* wall; the last column is to_ms itself */
	int cols;
};

/* Holds all that belongs to the day: the plan, what was, what is forecast, now and the hall's end. What is more than half a
 * day from what really goes on (a plan of another date) is left out: it would leave no column for the steps. */
struct axis axis_of(const struct run *run, int cols);

int axis_col(const struct axis *axis, int64_t wall_ms); /* may lie outside: below 0, or from cols on */
bool axis_holds(const struct axis *axis, int64_t wall_ms);

/* Times of day where the clock reads them in full, as many as can stand apart; each begins at its own column. */
void axis_draw(struct canvas *canvas, struct rect row, const struct axis *axis, int64_t day_ms);

#endif
