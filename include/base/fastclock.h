/* fastclock.h - time that passes faster than it does: what a rehearsal lives by.
 * Floor: base. Pure: a moment of the machine's clocks comes in, and the moment that it stands for comes out. So all
 * processes that know the same fast clock agree on what time it is.
 *
 * While the machine is awake, time passes `speed` times as fast. What the machine sleeps, and by how much somebody sets
 * its clock, stays as long as it is: made longer, two clocks that were read a millisecond apart would look like a sleep,
 * and a clock that is slewed would look like one that was set (clock.md 2.10). */
#ifndef BASE_FASTCLOCK_H
#define BASE_FASTCLOCK_H

#include "base/env.h"

#include <stdbool.h>

enum { FASTCLOCK_SPEED_MAX = 1000 };

struct fastclock {
	int64_t speed;       /* from 1; 0: there is none, and the machine's time counts */
	int64_t wall_ms;     /* what the wall says until time passes */
	struct moment made;  /* of the machine: until time passes, boot and mono stand here */
	bool runs;
	struct moment begun; /* of the machine: since when time passes; only where it runs */
};
struct moment fastclock_at(const struct fastclock *clock, struct moment machine);

/* How long the machine has to wait until `ms` have passed, rounded up. -1, for ever, is for ever; and where no time
 * passes, everything is. */
int64_t fastclock_wait_ms(const struct fastclock *clock, int64_t ms);

#endif
