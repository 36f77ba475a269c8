/* seating.c - who sits with whom: the rooms of the literature, until nobody meets twice; a large one; and weighted diversity
 * (like MDGPLIB's RanInt) after one second beside our own long run. Usage: seating [SECONDS of the long run] */
#include "engine/seating.h"

#include "base/mem.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { REPEAT = 16, HOT = 24, COLD = 1, SLICE = 1 << 14, LIMIT_MS = 10000 };

/* Of our own: the search does nothing but reckon, and others may be at work on the machine. */
static int64_t now_ms(void)
{
	return (int64_t)clock() * 1000 / CLOCKS_PER_SEC;
}

/* --- nobody twice ----------------------------------------------------------------------------------------------------- */

static void seat_room(size_t tables, size_t size, size_t rounds, size_t fewer)
{
	const struct seating_problem problem = {
		.people = tables * size - fewer, .tables = tables, .rounds = rounds, .repeat_cost = REPEAT, .hot = HOT, .cold = COLD,
		.seed = 1,
	};
	int64_t begin_ms = now_ms();
	struct seating *seating = seating_new(&problem);

	while (seating_search(seating, SLICE) && now_ms() - begin_ms < LIMIT_MS)
		;
	struct seating_best best = seating_best(seating);
	printf("%4zu x %2zu x %2zu %6zu people  repeats %4" PRId64 "  %6" PRId64 " ms  %9" PRIu64 " moves  %s\n", tables, size, rounds,
	       problem.people, best.cost / REPEAT, now_ms() - begin_ms, best.moves, best.by_formula ? "formula" : "search");
	seating_free(seating);
}

/* --- weighted diversity ----------------------------------------------------------------------------------------------- */

enum { PEOPLE = 240, GROUPS = 12, GREATEST = 100, WARMTH = 40, COOLTH = 24 };

/* What is not distance is cost. */
static int32_t *draw_distances(uint64_t state)
{
	int32_t *cost = mem_new((size_t)PEOPLE * PEOPLE, sizeof *cost);

	for (size_t i = 0; i < PEOPLE; i++) {
		for (size_t k = 0; k < i; k++) {
			state = state * 6364136223846793005u + 1442695040888963407u;
			cost[i * PEOPLE + k] = cost[k * PEOPLE + i] = (int32_t)((state >> 33) % (GREATEST + 1));
		}
	}
	return cost;
}

static int64_t diversity(const struct seating *seating)
{
	return (int64_t)GREATEST * GROUPS * seating_least_pairs(PEOPLE / GROUPS, 1) - seating_best(seating).cost;
}

static void diversify(uint64_t instance, int64_t seconds)
{
	int32_t *cost = draw_distances(instance);
	const struct seating_problem problem = {
		.people = PEOPLE, .tables = GROUPS, .rounds = 1, .pair_cost = cost, .hot = WARMTH, .cold = COOLTH, .seed = 1,
	};
	struct seating *seating = seating_new(&problem);
	int64_t begin_ms = now_ms(), after_one = 0;

	while (now_ms() - begin_ms < seconds * 1000) {
		seating_search(seating, SLICE);
		if (!after_one && now_ms() - begin_ms >= 1000)
			after_one = diversity(seating);
	}
	int64_t best = diversity(seating);
	printf("diversity %" PRIu64 ": %d people, %d groups: after 1 s %" PRId64 ", after %" PRId64 " s %" PRId64 ": %.2f%% less\n",
	       instance, PEOPLE, GROUPS, after_one, seconds, best, 100.0 * (double)(best - after_one) / (double)best);
	seating_free(seating);
	free(cost);
}

int main(int argc, char **argv)
{
	static const struct { size_t tables, size, rounds, fewer; } rooms[] = {
		{ 5, 3, 7, 0 }, { 8, 4, 7, 0 }, { 8, 4, 10, 0 }, { 8, 7, 6, 0 }, { 10, 6, 5, 0 }, { 9, 8, 8, 0 }, { 20, 6, 8, 0 },
		{ 8, 6, 1, 3 }, { 8, 6, 3, 3 }, { 12, 5, 4, 5 }, { 333, 7, 3, 331 },
	};
	int64_t seconds = argc > 1 ? strtol(argv[1], NULL, 10) : 20;

	for (size_t i = 0; i < COUNT(rooms); i++)
		seat_room(rooms[i].tables, rooms[i].size, rooms[i].rounds, rooms[i].fewer);
	for (uint64_t instance = 1; instance <= 3; instance++)
		diversify(instance, seconds);
	return 0;
}
