/* rules.h - what must hold at the tables: can it, and how.
 * Floor: engine, private. The rules are the same in every round, so one round tells for all. */
#ifndef ENGINE_RULES_H
#define ENGINE_RULES_H

#include "engine/seating.h"

enum rules_fit {
	RULES_FIT,
	RULES_CLASH,
	RULES_UNKNOWN, /* it would take too long to tell */
};

/* Seats all whom rules speak of, so that the others have chairs enough; where they sit by `now` (of each person; NULL: nowhere)
 * is tried first. ret_table[person] is SEATING_NOWHERE for the others; written only with RULES_FIT; NULL: only tell. A rule
 * with skip[i] is left out; NULL: none is. */
enum rules_fit rules_place(const struct seating_problem *problem, const bool *skip, const size_t *now, size_t *ret_table);

/* Who must sit together, as rings: ret_next[person] is the next of the same block, at last the first again. */
void rules_blocks(const struct seating_problem *problem, size_t *ret_next);

#endif
