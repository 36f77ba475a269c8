/* clockwatch.h - noticing that the machine slept, that its clock was set, and that we were gone (clock.md 2.10, 2.11).
 * Floor: engine. Pure. */
#ifndef ENGINE_CLOCKWATCH_H
#define ENGINE_CLOCKWATCH_H

#include "base/env.h"

#include <stdbool.h>

struct clockwatch {
	bool slept;       /* more than 5 s passed that the suspend-blind clock did not count */
	int64_t slept_ms;
	bool stepped;     /* wall and boot clock differ by more than 2 s since */
	int64_t step_ms;  /* + forward */
	bool rebooted;    /* only wall time is comparable */
};
struct clockwatch clockwatch_between(struct moment before, struct moment now);

/* After a restart with an open run: go on at once, or ask? Asks when the gap since the last heartbeat is over 2
 * minutes. */
enum recovery { RECOVERY_NONE, RECOVERY_GO_ON, RECOVERY_ASK };
enum recovery recovery_for(bool is_running, bool has_heartbeat, struct moment heartbeat, struct moment now,
			   int64_t *ret_gap_ms);

#endif
