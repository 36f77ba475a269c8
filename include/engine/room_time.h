/* room_time.h - what of the running clock the people in the room may see, as the step's strictness allows (clock.md 1 and
 * 2.12).
 * Floor: engine. Pure.
 *
 * An unhurried step spares the room its end: from the moment it is near (mood.h) there is no length here at all, so that
 * no screen that reads this can show one, and nobody sees when the end has passed. The facilitator reads run.h. */
#ifndef ENGINE_ROOM_TIME_H
#define ENGINE_ROOM_TIME_H

#include "engine/plenary.h"
#include "engine/run.h"

#include <stdbool.h>
#include <stdint.h>

struct room_time {
	bool spared; /* then every length is 0 */
	bool open_ended;
	int64_t remaining_s, overtime_s;
	int64_t whole_s; /* with what was given or taken */
	int64_t elapsed_s;
};

struct room_time room_time_of_item(const struct run_item *item);

/* The time of the table whose turn it is, in place of the step's; where nobody's is, or it is not timed: the step's. */
struct room_time room_time_of_turn(const struct run *run, const struct plenary *plenary);

#endif
