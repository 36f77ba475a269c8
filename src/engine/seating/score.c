/* score.c - how a seating turned out, in numbers. */
#include "plan.h"

#include "base/mem.h"

#include <stdlib.h>

/* Everybody once with each who sits at the same table, round by round. */
void seat_each_meeting(const struct seat_plan *plan, const size_t *at, seat_meeting *meeting, void *ctx)
{
	size_t people = plan->people_len;

	for (size_t round = 0; round < plan->problem.rounds; round++, at += people)
		for (size_t i = 0; i < people; i++)
			for (size_t k = i + 1; k < people; k++)
				if (at[i] == at[k])
					meeting(plan, i, k, ctx);
}

struct counting {
	struct seat_score *score;
	uint16_t *met; /* in this seating */
};

static void count_meeting(const struct seat_plan *plan, size_t one, size_t other, void *ctx)
{
	struct counting *counting = ctx;
	size_t pair = one * plan->people_len + other;

	bool again = counting->met[pair]++ || plan->problem.met[pair];

	counting->score->first_meetings += !again;
	counting->score->repeats += again && !seat_is_tie(plan, one, other);
	for (unsigned t = 0; t < SEAT_TRAITS; t++)
		counting->score->pairs[t] += seat_are_alike(plan, (enum seat_trait)t, one, other);
}

static int64_t count_moved(const struct seating_problem *problem, const size_t *at)
{
	int64_t moved = 0;

	for (size_t i = 0; problem->keep && i < problem->rounds * problem->people; i++)
		moved += problem->keep[i] != SEATING_NOWHERE && problem->keep[i] != at[i];
	return moved;
}

static int64_t least_repeats(const struct seat_plan *plan)
{
	int64_t weight, least = seating_least_repeats(&plan->problem) - seat_tied_repeats(plan, &weight);

	return least > 0 ? least : 0;
}

struct seat_score seat_score_of(const struct seat_plan *plan, const size_t *at)
{
	struct seat_score score = {
		.cost = seating_cost(&plan->problem, at),
		.least = plan->problem.bound,
		.least_repeats = least_repeats(plan),
		.moved = count_moved(&plan->problem, at),
	};
	struct counting counting = { &score, mem_new(plan->people_len * plan->people_len, sizeof *counting.met) };

	for (unsigned t = 0; t < SEAT_TRAITS; t++)
		score.least_pairs[t] = seat_least_pairs(plan, (enum seat_trait)t);
	seat_each_meeting(plan, at, count_meeting, &counting);
	free(counting.met);
	return score;
}

bool seat_keeps_rules(const struct seat_plan *plan, const size_t *at)
{
	for (size_t i = 0; i < plan->wishes_len; i++)
		if (plan->given_up[i] || !seating_keeps(&plan->problem, &plan->rules[i], at))
			return false;
	return true;
}
