/* start.h - the seating that a search begins with.
 * Floor: engine, private. */
#ifndef ENGINE_START_H
#define ENGINE_START_H

#include "chance.h"
#include "engine/seating.h"

/* Where everybody sits now, whom rules speak of as they want it, formulas where no rule seats anybody; chance for the rest.
 * ret_at has the shape of room->at (room.h). True: all rounds are by formula. */
bool start_seats(const struct seating_problem *problem, struct chance *chance, uint32_t *ret_at);

#endif
