/* when.h - a time of day as people say it, as an instant.
 * Floor: app (private). */
#ifndef APP_WHEN_H
#define APP_WHEN_H

#include "base/status.h"

#include <stdint.h>

/* The last time that it was so late: at 0:10, "23:50" was twenty minutes ago. */
MUST_CHECK enum status when_it_was(const char *time_of_day, int64_t now_ms, int64_t *ret_wall_ms, struct fault *fault);

#endif
