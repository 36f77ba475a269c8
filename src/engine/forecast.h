/* forecast.h - when each item was to be, and will be (clock.md 2.4, 2.5).
 * Floor: engine, private. Both work on a run whose items are otherwise complete. */
#ifndef ENGINE_FORECAST_H
#define ENGINE_FORECAST_H

#include "engine/run.h"

/* Planned times of the items and of the workshop, from run->planned_start_ms (0: there are none). */
void plan_lay_out(struct run *run);

/* Forecast times, delta and slack. `place`: the item started last (run->len: none yet). */
void forecast_lay_out(struct run *run, size_t place);

#endif
