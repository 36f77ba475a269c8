/* when.h - a time of day as people say it, as an instant.
 * Floor: app (private). */
#ifndef APP_WHEN_H
#define APP_WHEN_H

#include "base/status.h"

#include <stdint.h>

/* The nearest instant of that time of day: at 0:10, "23:50" was twenty minutes ago; at 17:24, "17:35" is a slip of the
 * finger that the act refuses as still to come, and not the day before. */
MUST_CHECK enum status when_it_was(const char *time_of_day, int64_t now_ms, int64_t *ret_wall_ms, struct fault *fault);

#endif
