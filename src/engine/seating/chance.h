/* chance.h - chance that can be had again.
 * Floor: engine, private. */
#ifndef ENGINE_CHANCE_H
#define ENGINE_CHANCE_H

#include <stddef.h>
#include <stdint.h>

struct chance {
	uint64_t state;
};

/* splitmix64 (Steele, Lea and Flood 2014) */
static inline uint64_t chance_next(struct chance *chance)
{
	uint64_t z = chance->state += 0x9E3779B97F4A7C15u;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return z ^ (z >> 31);
}

/* Below `end`, 1 <= end <= 2^32; nearly even. */
static inline size_t chance_below(struct chance *chance, size_t end)
{
	return (size_t)(((chance_next(chance) >> 32) * end) >> 32);
}

#endif
