/* seating.h - people into rounds of tables: who sits with whom.
 * Floor: engine. Numbers only (seat_plan.h knows people). Pure: chance is a seed, the clock is the caller's, who says when to
 * stop looking.
 *
 * It is the social golfer problem over several rounds, and the maximally diverse grouping problem within one. Where a formula
 * is known to let nobody meet twice it is the first answer (construct.h); from there on annealing by exchanges of two people,
 * each judged by what it changes only. The search is one endless row of moves: the same problem and seed give the same seating
 * after the same number of moves, however they were asked for. */
#ifndef ENGINE_SEATING_H
#define ENGINE_SEATING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum seating_rule_kind { SEATING_TOGETHER, SEATING_APART, SEATING_FIX };

/* Something that must hold in every round. Borrows. */
struct seating_rule {
	enum seating_rule_kind kind;
	const size_t *people;
	size_t len;
	size_t table; /* SEATING_FIX: where they sit, from 0 */
};

#define SEATING_NOWHERE SIZE_MAX

/* People, tables and rounds are numbered from 0. A seating is a table for each person of each round: at[round * people +
 * person]. The tables of a round differ by one person at most. 1 <= tables <= people, 1 <= rounds. Borrows.
 *
 * What a seating costs: pair_cost for each round in which two share a table, repeat_cost * c for meeting again after c
 * meetings (these and those before), keep_cost for each who sits elsewhere than `keep` says. All are >= 0. */
struct seating_problem {
	size_t people, tables, rounds;
	const int32_t *pair_cost; /* [person * people + other], symmetric; NULL: 0 */
	const uint16_t *met;      /* the same shape: how often they have met before; NULL: never */
	int32_t repeat_cost, keep_cost;
	const size_t *keep;       /* a seating, where SEATING_NOWHERE is somebody without a chair yet; NULL: none */
	const struct seating_rule *rules; /* that can hold together (seating_conflict) */
	size_t rules_len;
	const size_t *order;      /* everybody, alike ones side by side; NULL: as they are numbered */
	int32_t hot, cold;        /* what a move may cost at the beginning of a run, and at its end, on the average; > 0 */
	int64_t bound;            /* it is known that nothing costs less */
	uint64_t seed;
};

/* A search under way. */
struct seating;
struct seating *seating_new(const struct seating_problem *problem); /* borrows the problem until it is freed */
void seating_free(struct seating *seating);                         /* NULL is allowed */

/* Makes so many moves more. False: the best possible has been found, and fewer were made. */
bool seating_search(struct seating *seating, uint64_t moves);

/* The best so far. `at` is borrowed until the next move. */
struct seating_best {
	const size_t *at;
	int64_t cost;
	uint64_t moves; /* made so far */
	bool by_formula, is_least;
};
struct seating_best seating_best(const struct seating *seating);

/* What a seating costs, counted from nothing; rules cost nothing. */
int64_t seating_cost(const struct seating_problem *problem, const size_t *at);
bool seating_keeps(const struct seating_problem *problem, const struct seating_rule *rule, const size_t *at);

/* The rules that cannot all hold, with the tables and people there are: a smallest set of them, in their order, in ret_rules
 * (room for rules_len). 0: they can, or it would take too long to tell. A rule with skip[i] is left out; NULL: none is. */
size_t seating_conflict(const struct seating_problem *problem, const bool *skip, size_t *ret_rules);

/* Sizes: the tables of a round hold so many at least, and so many of them one more. */
size_t seating_least_size(const struct seating_problem *problem);
size_t seating_larger_tables(const struct seating_problem *problem);

/* The fewest pairs of a kind of `count` people that share a table when so many tables are used. */
int64_t seating_least_pairs(size_t count, size_t tables);
/* No seating lets fewer people meet again, as a sum over rounds; each of them costs repeat_cost at least. */
int64_t seating_least_repeats(const struct seating_problem *problem);

#endif
