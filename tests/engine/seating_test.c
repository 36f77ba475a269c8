/* seating: laws that hold of any room, on random ones; the rooms that are known; rules that cannot all hold. */
#include "engine/seating.h"

#include "base/mem.h"
#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

/* --- rooms ------------------------------------------------------------------------------------------------------------ */

enum { PEOPLE_MAX = 40, RULES_MAX = 12, PER_RULE = 3, HOT = 24, COLD = 1, REPEAT = 16 };

/* A problem with all that it borrows. */
struct made {
	struct seating_problem problem;
	int32_t pair_cost[PEOPLE_MAX * PEOPLE_MAX];
	uint16_t met[PEOPLE_MAX * PEOPLE_MAX];
	struct seating_rule rules[RULES_MAX];
	size_t named[RULES_MAX][PER_RULE];
	size_t keep[4 * PEOPLE_MAX];
};

static struct seating_problem bare(size_t people, size_t tables, size_t rounds)
{
	return (struct seating_problem){
		.people = people, .tables = tables, .rounds = rounds, .repeat_cost = REPEAT, .hot = HOT, .cold = COLD, .seed = 1,
	};
}

static void draw_pairs(struct dice *dice, struct made *made)
{
	size_t people = made->problem.people;

	for (size_t i = 0; i < people; i++) {
		for (size_t k = 0; k < i; k++) {
			int32_t cost = dice_below(dice, 3) ? 0 : (int32_t)dice_below(dice, 12);
			uint16_t met = dice_below(dice, 6) ? 0 : (uint16_t)dice_below(dice, 3);
			made->pair_cost[i * people + k] = made->pair_cost[k * people + i] = cost;
			made->met[i * people + k] = made->met[k * people + i] = met;
		}
	}
	made->problem.pair_cost = made->pair_cost;
	made->problem.met = made->met;
}

static void draw_rules(struct dice *dice, struct made *made)
{
	made->problem.rules = made->rules;
	made->problem.rules_len = dice_below(dice, RULES_MAX);
	for (size_t i = 0; i < made->problem.rules_len; i++) {
		made->rules[i] = (struct seating_rule){
			.kind = (enum seating_rule_kind)dice_below(dice, 3),
			.people = made->named[i],
			.len = 1 + dice_below(dice, PER_RULE),
			.table = dice_below(dice, made->problem.tables),
		};
		for (size_t k = 0; k < made->rules[i].len; k++)
			made->named[i][k] = dice_below(dice, made->problem.people);
	}
}

static void draw(struct dice *dice, struct made *made)
{
	size_t people = 1 + dice_below(dice, PEOPLE_MAX);

	*made = (struct made){ .problem = bare(people, 1 + dice_below(dice, people), 1 + dice_below(dice, 4)) };
	made->problem.seed = dice_next(dice);
	draw_pairs(dice, made);
	draw_rules(dice, made);
	if (dice_below(dice, 3))
		return;
	for (size_t i = 0; i < made->problem.rounds * people; i++)
		made->keep[i] = dice_below(dice, 4) ? dice_below(dice, made->problem.tables) : SEATING_NOWHERE;
	made->problem.keep = made->keep;
	made->problem.keep_cost = 100;
}

/* --- laws ------------------------------------------------------------------------------------------------------------- */

static void assert_sizes(const struct seating_problem *problem, const size_t *at)
{
	size_t *sizes = mem_new(problem->tables, sizeof *sizes), larger = 0;

	for (size_t i = 0; i < problem->people; i++) {
		assert_true(at[i] < problem->tables);
		sizes[at[i]]++;
	}
	for (size_t i = 0; i < problem->tables; i++) {
		assert_in_range(sizes[i], seating_least_size(problem), seating_least_size(problem) + 1);
		larger += sizes[i] > seating_least_size(problem);
	}
	assert_int_equal(larger, seating_larger_tables(problem));
	free(sizes);
}

static void assert_rules(const struct seating_problem *problem, const size_t *at)
{
	for (size_t i = 0; i < problem->rules_len; i++)
		assert_true(seating_keeps(problem, &problem->rules[i], at));
}

static void assert_lawful(const struct seating_problem *problem, const struct seating_best *best)
{
	for (size_t round = 0; round < problem->rounds; round++)
		assert_sizes(problem, best->at + round * problem->people);
	assert_rules(problem, best->at);
	assert_int_equal(best->cost, seating_cost(problem, best->at));
	assert_true(best->cost >= problem->bound);
}

/* Leaves out what cannot hold, one rule of each conflict. */
static void settle(struct made *made)
{
	struct seating_problem *problem = &made->problem;
	size_t found[RULES_MAX], len;

	while ((len = seating_conflict(problem, NULL, found)) > 0) {
		for (size_t i = found[len - 1]; i + 1 < problem->rules_len; i++)
			made->rules[i] = made->rules[i + 1];
		problem->rules_len--;
	}
}

static void everybody_sits_once_and_every_rule_holds(void **state)
{
	(void)state;
	struct dice dice = dice_take(__func__);
	struct made *made = mem_new(1, sizeof *made);

	for (int i = 0; i < 300; i++) {
		draw(&dice, made);
		settle(made);
		struct seating *seating = seating_new(&made->problem);
		struct seating_best first = seating_best(seating);
		int64_t before = first.cost;
		seating_search(seating, 2000);
		struct seating_best best = seating_best(seating);
		assert_lawful(&made->problem, &best);
		assert_true(best.cost <= before);
		seating_free(seating);
	}
	free(made);
}

static void the_same_seed_and_moves_give_the_same_seating(void **state)
{
	(void)state;
	struct dice dice = dice_take(__func__);
	struct made *made = mem_new(1, sizeof *made);

	for (int i = 0; i < 30; i++) {
		draw(&dice, made);
		settle(made);
		struct seating *whole = seating_new(&made->problem), *parts = seating_new(&made->problem);
		seating_search(whole, 30000);
		for (uint64_t left = 30000, part; left; left -= part) {
			part = 1 + dice_below(&dice, left < 5000 ? left : 5000);
			seating_search(parts, part);
			(void)seating_best(parts);
		}
		struct seating_best a = seating_best(whole), b = seating_best(parts);
		assert_int_equal(a.cost, b.cost);
		assert_int_equal(a.moves, b.moves);
		assert_memory_equal(a.at, b.at, made->problem.rounds * made->problem.people * sizeof *a.at);
		seating_free(whole);
		seating_free(parts);
	}
	free(made);
}

/* --- known rooms ------------------------------------------------------------------------------------------------------ */

static void formulas_let_nobody_meet_twice(void **state)
{
	(void)state;
	static const struct { size_t people, tables, rounds; } rooms[] = {
		{ 15, 5, 7 }, { 32, 8, 7 }, { 32, 8, 9 }, { 32, 8, 10 }, { 56, 8, 6 }, { 56, 8, 8 }, { 72, 9, 8 }, { 72, 9, 9 }, { 81, 9, 10 },
		{ 27, 9, 13 }, { 18, 6, 8 }, { 21, 7, 10 }, { 24, 8, 11 }, { 30, 10, 14 }, { 24, 6, 7 }, { 28, 7, 9 }, { 30, 6, 6 },
		{ 16, 4, 5 }, { 25, 5, 6 }, { 64, 16, 21 }, { 48, 7, 7 }, { 61, 8, 8 }, { 70, 11, 11 }, { 80, 20, 20 },
		{ 2000, 257, 3 }, { 36, 12, 12 }, { 3, 1, 1 }, { 3, 3, 3 }, { 1, 1, 1 },
	};

	for (size_t i = 0; i < COUNT(rooms); i++) {
		struct seating_problem problem = bare(rooms[i].people, rooms[i].tables, rooms[i].rounds);
		struct seating *seating = seating_new(&problem);
		struct seating_best best = seating_best(seating);
		assert_int_equal(best.cost, 0);
		assert_true(best.by_formula && best.is_least && best.moves == 0);
		assert_lawful(&problem, &best);
		assert_false(seating_search(seating, 1));
		seating_free(seating);
	}
}

static void a_search_finds_what_no_formula_is_known_for(void **state)
{
	(void)state;
	struct seating_problem problem = bare(60, 10, 5);
	struct seating *seating = seating_new(&problem);

	while (seating_search(seating, 10000) && seating_best(seating).moves < 2000000)
		;
	struct seating_best best = seating_best(seating);
	assert_int_equal(best.cost, 0);
	assert_false(best.by_formula);
	assert_lawful(&problem, &best);
	seating_free(seating);
}

/* --- rules that cannot all hold ----------------------------------------------------------------------------------------- */

#define WHO(...) (const size_t[]){ __VA_ARGS__ }, sizeof (size_t[]){ __VA_ARGS__ } / sizeof(size_t)
#define TOGETHER(...) { SEATING_TOGETHER, WHO(__VA_ARGS__), 0 }
#define APART(...) { SEATING_APART, WHO(__VA_ARGS__), 0 }
#define FIX(person, table) { SEATING_FIX, WHO(person), table }

static void the_smallest_conflict_is_named(void **state)
{
	(void)state;
	/* 12 people at 4 tables of 3. */
	const struct {
		struct seating_rule rules[8];
		size_t len, conflict[8], conflict_len;
	} cases[] = {
		{ { TOGETHER(0, 1), APART(2, 3), FIX(4, 0) }, 3, { 0 }, 0 },
		{ { TOGETHER(0, 1), APART(0, 1) }, 2, { 0, 1 }, 2 },
		{ { TOGETHER(0, 1), FIX(5, 2), TOGETHER(1, 2), APART(0, 2) }, 4, { 0, 2, 3 }, 3 },
		{ { FIX(0, 1), TOGETHER(3, 4), FIX(0, 2) }, 3, { 0, 2 }, 2 },
		{ { FIX(0, 1), TOGETHER(0, 4), FIX(4, 2) }, 3, { 0, 1, 2 }, 3 },
		{ { TOGETHER(0, 1, 2, 3) }, 1, { 0 }, 1 },
		{ { APART(0, 1, 2, 3, 4) }, 1, { 0 }, 1 },
		{ { FIX(0, 1), FIX(1, 1), FIX(2, 1), FIX(3, 1) }, 4, { 0, 1, 2, 3 }, 4 },
		/* The long way round is a conflict as well, and not the smallest. */
		{ { TOGETHER(0, 1), TOGETHER(1, 2), APART(0, 2), FIX(7, 0), FIX(7, 1) }, 5, { 3, 4 }, 2 },
		{ { TOGETHER(0, 1), TOGETHER(2, 3), TOGETHER(4, 5), TOGETHER(6, 7), TOGETHER(8, 9) }, 5, { 0, 1, 2, 3, 4 }, 5 },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct seating_problem problem = bare(12, 4, 2);
		size_t found[8];
		problem.rules = cases[i].rules;
		problem.rules_len = cases[i].len;
		assert_int_equal(seating_conflict(&problem, NULL, found), cases[i].conflict_len);
		assert_memory_equal(found, cases[i].conflict, cases[i].conflict_len * sizeof *found);
	}
}

static bool clash(const struct seating_problem *problem, unsigned subset)
{
	bool skip[RULES_MAX];
	size_t found[RULES_MAX];

	for (size_t i = 0; i < problem->rules_len; i++)
		skip[i] = !(subset >> i & 1);
	return seating_conflict(problem, skip, found) > 0;
}

static void no_smaller_set_of_rules_clashes(void **state)
{
	(void)state;
	struct dice dice = dice_take(__func__);
	struct made *made = mem_new(1, sizeof *made);

	for (int i = 0; i < 60; i++) {
		size_t found[RULES_MAX];
		draw(&dice, made);
		made->problem.rules_len = made->problem.rules_len > 8 ? 8 : made->problem.rules_len;
		size_t len = seating_conflict(&made->problem, NULL, found);
		for (unsigned subset = 0; subset < 1u << made->problem.rules_len; subset++)
			if ((size_t)__builtin_popcount(subset) < len || !len)
				assert_false(clash(&made->problem, subset));
	}
	free(made);
}

/* --- re-seating ------------------------------------------------------------------------------------------------------- */

static void as_few_as_can_be_leave_their_seats(void **state)
{
	(void)state;
	/* 23 of 24 people came, and three of those who did not were at one table: sizes 5 6 6 3, then 5 5 5 5. */
	size_t keep[20];
	struct seating_problem problem = bare(20, 4, 1);

	for (size_t i = 0; i < 20; i++)
		keep[i] = i < 5 ? 0 : i < 11 ? 1 : i < 17 ? 2 : 3;
	problem.keep = keep;
	problem.keep_cost = 1000;
	struct seating *seating = seating_new(&problem);
	seating_search(seating, 20000);
	struct seating_best best = seating_best(seating);
	assert_int_equal(best.cost, 2000);
	assert_lawful(&problem, &best);
	seating_free(seating);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everybody_sits_once_and_every_rule_holds),
		cmocka_unit_test(the_same_seed_and_moves_give_the_same_seating),
		cmocka_unit_test(formulas_let_nobody_meet_twice),
		cmocka_unit_test(a_search_finds_what_no_formula_is_known_for),
		cmocka_unit_test(the_smallest_conflict_is_named),
		cmocka_unit_test(no_smaller_set_of_rules_clashes),
		cmocka_unit_test(as_few_as_can_be_leave_their_seats),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
