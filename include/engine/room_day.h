/* room_day.h - what of the day's line the people in the room may know: which steps there are, where we are, and about when
 * the breaks and the end come.
 * Floor: engine. Pure. No plan stands here beside what came of it, so that no screen that reads this can show anybody late. */
#ifndef ENGINE_ROOM_DAY_H
#define ENGINE_ROOM_DAY_H

#include "base/arena.h"
#include "engine/run.h"

#include <stddef.h>
#include <stdint.h>

enum room_day_place { ROOM_DAY_DONE, ROOM_DAY_NOW, ROOM_DAY_COMING };

struct room_day_step {
	const char *title;
	enum room_day_place place;
	int64_t about_ms; /* when a break begins, to the nearest five minutes; 0: not said */
};

/* Steps that were skipped or passed over are left out: they are no part of the day. */
struct room_day {
	struct room_day_step *steps; /* borrowed from the arena */
	size_t len;
	int64_t about_end_ms; /* 0: nobody can say yet, since a step of open length lies before it */
	int64_t start_ms;     /* of the day, to tell midnight by */
};

struct room_day room_day_of(const struct run *run, struct arena *arena);

#endif
