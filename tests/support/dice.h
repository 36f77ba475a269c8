/* dice.h - random numbers that a failed test can have again: YORIAI_SEED=… repeats what it printed.
 * For tests only. */
#ifndef SUPPORT_DICE_H
#define SUPPORT_DICE_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct dice {
	uint64_t state;
};

static inline struct dice dice_take(const char *test)
{
	const char *seed = getenv("YORIAI_SEED");
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	struct dice dice = { seed ? strtoull(seed, NULL, 10) : (uint64_t)now.tv_sec * 1000000007u + (uint64_t)now.tv_nsec };
	fprintf(stderr, "%s: YORIAI_SEED=%llu\n", test, (unsigned long long)dice.state);
	return dice;
}

/* splitmix64 (Steele, Lea and Flood 2014) */
static inline uint64_t dice_next(struct dice *dice)
{
	uint64_t z = dice->state += 0x9E3779B97F4A7C15u;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return z ^ (z >> 31);
}

static inline size_t dice_below(struct dice *dice, size_t end)
{
	return dice_next(dice) % end;
}

#endif
