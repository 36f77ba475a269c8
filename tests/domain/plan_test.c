/* From worries to the plan: what came of what, and what comes first. */
#include "domain/plan.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct note notes[] = {
	{ .id = "w", .from_note = "", .kind = NOTE_KIND_WORRY },
	{ .id = "x", .from_note = "w", .kind = NOTE_KIND_TODO, .priority = PRIORITY_2 },
	{ .id = "y", .from_note = "w", .kind = NOTE_KIND_TODO, .priority = PRIORITY_1 },
	{ .id = "z", .from_note = "deleted", .kind = NOTE_KIND_TODO },
};
static struct action actions[] = {
	{ .id = "1", .table = "t1", .note = "z" },
	{ .id = "2", .table = "t1", .note = "x" },
	{ .id = "3", .table = "t2", .note = "y" },
	{ .id = "4", .table = "t1", .note = "deleted" },
	{ .id = "5", .table = "t1", .note = "x" },
};

static struct workbook book(void)
{
	return (struct workbook){ .notes = { notes, COUNT(notes) }, .actions = { actions, COUNT(actions) } };
}

static void a_note_knows_what_it_comes_of_and_what_came_of_it(void **state)
{
	struct workbook full = book();

	(void)state;
	assert_ptr_equal(plan_origin(&full, &notes[1]), &notes[0]);
	assert_null(plan_origin(&full, &notes[3]));
	assert_int_equal(plan_led_on(&full, &notes[0]), 2);
	assert_ptr_equal(plan_action_of(&full, &notes[1]), &actions[1]);
	assert_null(plan_action_of(&full, &notes[0]));
}

static void a_plan_stands_by_priority_and_what_has_none_comes_last(void **state)
{
	static const struct {
		const char *table, *ids;
	} rows[] = { { NULL, "32514" }, { "t1", "2514" }, { "t9", "" } };
	struct workbook full = book();

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena arena = { 0 };
		size_t len;
		const struct action **sorted = plan_sorted(&full, rows[i].table, &arena, &len);
		assert_int_equal(len, strlen(rows[i].ids));
		for (size_t k = 0; k < len; k++)
			assert_int_equal(sorted[k]->id[0], rows[i].ids[k]);
		arena_done(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_note_knows_what_it_comes_of_and_what_came_of_it),
		cmocka_unit_test(a_plan_stands_by_priority_and_what_has_none_comes_last),
	};

	return cmocka_run_group_tests_name("plan", tests, NULL, NULL);
}
