/* room.h - a seating that is being changed, and what each change would cost.
 * Floor: engine, private. Beside people there are empty chairs, which sit at tables like anybody else, so that every table has
 * as many chairs and somebody who moves changes places with an empty one. Numbers from `people` on are empty chairs.
 *
 * pull[round][table][person] is what sitting there would cost that person, given who else is there: with it an exchange is
 * judged by four looks, whatever the size of the room. */
#ifndef ENGINE_ROOM_H
#define ENGINE_ROOM_H

#include "engine/seating.h"

/* So much more than anything else that no gain outweighs it, and the sum over a table still fits. */
enum { ROOM_FORBIDDEN = 1 << 19 };

struct room {
	const struct seating_problem *problem;
	size_t chairs, size; /* of the room; of a table */
	int32_t *pair;       /* [person * chairs + other]: costs of pairs and rules */
	uint16_t *met;       /* the same: before and in this seating */
	int32_t *pull;
	uint32_t *at;        /* [round * chairs + person]: the table */
	uint32_t *sitting;   /* [(round * tables + table) * size + i]: who is there */
	uint32_t *place;     /* [round * chairs + person]: the i of that */
	int64_t cost;
};

void room_open(struct room *room, const struct seating_problem *problem); /* nobody sits yet */
void room_close(struct room *room);
void room_seat(struct room *room, const uint32_t *at); /* all anew, in the shape of room->at */

/* What an exchange of two who sit at different tables changes, and doing it: by so much. */
int64_t room_weigh(const struct room *room, size_t round, size_t one, size_t other);
void room_exchange(struct room *room, size_t round, size_t one, size_t other);

#endif
