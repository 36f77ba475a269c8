/* mood.h - how near the end of its time a step is: the same thresholds for the room and for the facilitator.
 * Floor: engine. Pure. */
#ifndef ENGINE_MOOD_H
#define ENGINE_MOOD_H

#include "engine/run.h"

#include <stdint.h>

/* SOON from five minutes on, unless the step is no longer than twice that; WARN in the last minute; OVER counts up. */
enum mood { MOOD_CALM, MOOD_SOON, MOOD_WARN, MOOD_OVER };

enum mood mood_of(int64_t remaining_s, int64_t overtime_s, int64_t whole_s);
/* All the time it has, with what was given or taken; where its end is fixed, from its start to there. */
int64_t mood_whole_s(const struct run_item *item);
enum mood mood_of_item(const struct run_item *item); /* of open length: always calm */

#endif
