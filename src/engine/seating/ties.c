/* ties.c - whom rules seat at one table. */
#include "plan.h"

#include "base/mem.h"
#include "rules.h"

#include <stdlib.h>
#include <string.h>

/* Everybody's block and the table of whom a rule fixes, as one number: two of the same are tied. */
void seat_ties_find(struct seat_plan *plan, struct arena *arena)
{
	const struct seating_problem *problem = &plan->problem;
	size_t people = problem->people, *next = mem_new(people, sizeof *next);

	plan->ties = arena_new(arena, people, sizeof *plan->ties);
	memset(plan->ties, 0xff, people * sizeof *plan->ties);
	for (size_t i = 0; i < problem->rules_len; i++)
		for (size_t k = 0; problem->rules[i].kind == SEATING_FIX && k < problem->rules[i].len; k++)
			plan->ties[problem->rules[i].people[k]] = people + problem->rules[i].table;
	rules_blocks(problem, next);
	for (size_t i = 0; i < people; i++) {
		size_t tie = plan->ties[i];
		for (size_t k = next[i]; k != i && tie == SEATING_NOWHERE; k = next[k])
			tie = plan->ties[k];
		plan->ties[i] = tie == SEATING_NOWHERE ? i : tie;
	}
	free(next);
}

bool seat_is_tie(const struct seat_plan *plan, size_t one, size_t other)
{
	return one != other && plan->ties[one] == plan->ties[other];
}

int64_t seat_tied_repeats(const struct seat_plan *plan, int64_t *ret_weight)
{
	int64_t rounds = (int64_t)plan->problem.rounds, repeats = 0;

	*ret_weight = 0;
	for (size_t i = 0; i < plan->people_len; i++) {
		for (size_t k = i + 1; k < plan->people_len; k++) {
			int64_t met = plan->problem.met[i * plan->people_len + k];
			if (!seat_is_tie(plan, i, k))
				continue;
			repeats += met ? rounds : rounds - 1;
			*ret_weight += met * rounds + rounds * (rounds - 1) / 2;
		}
	}
	return repeats;
}
