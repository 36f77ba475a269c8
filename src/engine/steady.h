/* steady.h - one timeline through all rows of the run log that nobody can set (clock.md 2.10).
 * Floor: engine, private. Within one boot it follows the boot clock, which counts suspend and ignores the calendar; a
 * boot seen for the first time is joined on by wall time. It never runs backwards. Its zero means nothing: only
 * compare. */
#ifndef ENGINE_STEADY_H
#define ENGINE_STEADY_H

#include "base/arena.h"
#include "base/env.h"

#include <stdbool.h>
#include <stdint.h>

/* Zeroed but for the arena is the start of a timeline. */
struct steady {
	struct arena *arena;
	struct anchor *anchors; /* one a boot, newest first */
	bool begun;
	int64_t newest_ms, newest_wall_ms;
};

/* Moments are given in the order in which they were written down. */
int64_t steady_advance(struct steady *steady, struct moment moment);

#endif
