#include "base/fastclock.h"

struct moment fastclock_at(const struct fastclock *clock, struct moment machine)
{
	struct moment at = { clock->wall_ms, clock->made.boot_ms, clock->made.mono_ms, machine.boot_id };

	if (!clock->speed)
		return machine;
	if (!clock->runs)
		return at;
	int64_t awake_ms = machine.mono_ms - clock->begun.mono_ms;
	int64_t boot_ms = machine.boot_ms - clock->begun.boot_ms;
	int64_t asleep_ms = boot_ms - awake_ms;
	int64_t set_ms = machine.wall_ms - clock->begun.wall_ms - boot_ms;
	at.mono_ms += awake_ms * clock->speed;
	at.boot_ms += awake_ms * clock->speed + asleep_ms;
	at.wall_ms += awake_ms * clock->speed + asleep_ms + set_ms;
	return at;
}

int64_t fastclock_wait_ms(const struct fastclock *clock, int64_t ms)
{
	if (!clock->speed || ms < 0)
		return ms;
	return clock->runs ? (ms + clock->speed - 1) / clock->speed : -1;
}
