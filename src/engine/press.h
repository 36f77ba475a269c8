/* press.h - writing the rows of one press: one moment for all of them, the later ones naming the first.
 * Floor: engine, private. */
#ifndef ENGINE_PRESS_H
#define ENGINE_PRESS_H

#include "engine/act.h"

struct press {
	const struct act *act;
	struct moment now;
	struct id first; /* row; "": none yet */
};

struct press press_begin(const struct act *act);

/* The press's next row; its other fields are then set in the batch. */
void press_add(struct press *press, enum verb verb, const struct item *item); /* item may be NULL */
void press_add_ms(struct press *press, enum verb verb, const struct item *item, int64_t ms);

#endif
