/* handclock.h - an env whose clocks are set by hand: for screens as of a given time, and for the demo's pictures.
 * Floor: app (private). Ids still come from the machine's randomness. */
#ifndef APP_HANDCLOCK_H
#define APP_HANDCLOCK_H

#include "base/env.h"

struct handclock {
	struct env env; /* hand this on; it points back here, so do not copy the struct */
	struct moment now;
};

/* All clocks at wall_ms, as if the machine had been up since its real boot. */
void handclock_set(struct handclock *clock, int64_t wall_ms);
void handclock_go(struct handclock *clock, int64_t ms);

#endif
