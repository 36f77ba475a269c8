/* measure.c - what a seating costs, and what none can do better than. */
#include "engine/seating.h"

#include "base/mem.h"

#include <stdlib.h>

size_t seating_least_size(const struct seating_problem *problem)
{
	return problem->people / problem->tables;
}

size_t seating_larger_tables(const struct seating_problem *problem)
{
	return problem->people % problem->tables;
}

static int64_t pairs_of(int64_t count)
{
	return count * (count - 1) / 2;
}

int64_t seating_least_pairs(size_t count, size_t tables)
{
	int64_t each = (int64_t)(count / tables), more = (int64_t)(count % tables);

	return more * pairs_of(each + 1) + ((int64_t)tables - more) * pairs_of(each);
}

/* Each of the others costs so much at its first meeting with somebody who has met `met` of them: who runs out of strangers meets
 * somebody again. Of a meeting both know. */
int64_t seating_least_repeats(const struct seating_problem *problem)
{
	int64_t others = (int64_t)problem->people - 1, repeats = 0;
	int64_t company = (int64_t)(problem->rounds * (seating_least_size(problem) - 1));

	for (size_t i = 0; i < problem->people; i++) {
		int64_t strangers = others;
		for (size_t k = 0; problem->met && k < problem->people; k++)
			strangers -= k != i && problem->met[i * problem->people + k];
		repeats += company > strangers ? company - strangers : 0;
	}
	return (repeats + 1) / 2;
}

/* --- cost ------------------------------------------------------------------------------------------------------------- */

static int64_t cost_of_meeting(const struct seating_problem *problem, uint16_t *met, size_t one, size_t other)
{
	size_t pair = one * problem->people + other;
	int64_t before = met[pair]++ + (problem->met ? problem->met[pair] : 0);

	return (problem->pair_cost ? problem->pair_cost[pair] : 0) + problem->repeat_cost * before;
}

int64_t seating_cost(const struct seating_problem *problem, const size_t *at)
{
	size_t people = problem->people;
	uint16_t *met = mem_new(people * people, sizeof *met);
	int64_t cost = 0;

	for (size_t round = 0; round < problem->rounds; round++, at += people) {
		const size_t *keep = problem->keep ? problem->keep + round * people : NULL;
		for (size_t i = 0; i < people; i++) {
			cost += keep && keep[i] != SEATING_NOWHERE && keep[i] != at[i] ? problem->keep_cost : 0;
			for (size_t k = i + 1; k < people; k++)
				cost += at[i] == at[k] ? cost_of_meeting(problem, met, i, k) : 0;
		}
	}
	free(met);
	return cost;
}

/* --- rules ------------------------------------------------------------------------------------------------------------ */

static bool holds(const struct seating_rule *rule, const size_t *at)
{
	bool good = true;

	for (size_t i = 0; good && i < rule->len; i++) {
		size_t person = rule->people[i];
		if (rule->kind == SEATING_FIX)
			good = at[person] == rule->table;
		for (size_t k = 0; good && rule->kind != SEATING_FIX && k < i; k++)
			good = person == rule->people[k] ||
			       (at[person] == at[rule->people[k]]) == (rule->kind == SEATING_TOGETHER);
	}
	return good;
}

bool seating_keeps(const struct seating_problem *problem, const struct seating_rule *rule, const size_t *at)
{
	bool good = true;

	for (size_t round = 0; good && round < problem->rounds; round++)
		good = holds(rule, at + round * problem->people);
	return good;
}
