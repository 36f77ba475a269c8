/* outline.h - what a list of workshops says of each.
 * Floor: engine. */
#ifndef ENGINE_OUTLINE_H
#define ENGINE_OUTLINE_H

#include "engine/run.h"

struct outline_line {
	enum run_state state; /* no state depends on the time */
	size_t tables;
};

/* In one pass, in the order of outline->workshops. Owned by the caller (free); NULL of none. */
struct outline_line *outline_lines(const struct workbook *outline);

#endif
