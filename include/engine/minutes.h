/* minutes.h - a length of time as people type it.
 * Floor: engine. */
#ifndef ENGINE_MINUTES_H
#define ENGINE_MINUTES_H

#include "base/status.h"

#include <stdint.h>

/* "5" and "+5" are minutes, "1:30" minutes and seconds, "1:05:00" hours; "90s", "5 min", "1h5m", "1時間5分", "1時間半", "5分30秒" say
 * their units, largest first. A leading minus takes. Full-width letters and digits count as typed half-width.
 * ST_INVALID for anything else, and beyond 24 hours. */
MUST_CHECK enum status minutes_parse(const char *text, int64_t *ret_ms);

#endif
