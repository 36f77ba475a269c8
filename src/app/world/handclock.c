#include "handclock.h"

static struct moment hand_now(void *ctx)
{
	const struct handclock *clock = ctx;

	return clock->now;
}

static void machine_random(void *ctx, void *bytes, size_t len)
{
	(void)ctx;
	env_system.fill_random(env_system.ctx, bytes, len);
}

void handclock_set(struct handclock *clock, int64_t wall_ms)
{
	clock->env = (struct env){ .now = hand_now, .fill_random = machine_random, .ctx = clock };
	clock->now = env_now(&env_system);
	handclock_go(clock, wall_ms - clock->now.wall_ms);
}

void handclock_go(struct handclock *clock, int64_t ms)
{
	clock->now.wall_ms += ms;
	clock->now.boot_ms += ms;
	clock->now.mono_ms += ms;
}
