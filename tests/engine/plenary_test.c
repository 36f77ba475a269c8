#include "script.h"
#include "world.h"

#include "engine/plenary.h"
#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

/* A fair time for each table, and whose turn it is (clock.md 2.6). */

#define AGENDA                               \
	"plan 13:30\n"                       \
	"item Intro 10m\n"                   \
	"item Sharing 31m kind=presentation\n" \
	"item Closing 10m\n"                 \
	"tables 8\n"

static void eight_tables_share_half_an_hour(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "plenary turns=0\n"
			  "13:31:00 refused hand-over\n"
			  "13:31:00 refused pass 1\n"
			  "13:31:00 refused swap 1\n"
			  "13:40:00 next\n"
			  "turns 1 2 3 4 5 6 7 8\n"
			  "plenary each=3:30 waiting=8 short=no left=0:00\n"
			  "13:40:00 hand-over\n"
			  "turns 1now 2 3 4 5 6 7 8\n"
			  "plenary left=3:30 waiting=7 each=4:00\n"
			  "13:43:30 refused start\n"
			  "plenary left=0:00 each=3:30\n"
			  "13:44:30 refused start\n"
			  "plenary left=-1:00 each=3:30\n"
			  "13:44:30 hand-over\n"
			  "turns 1done 2now 3 4 5 6 7 8\n"
			  "status table=2\n"
			  "plenary left=3:30 waiting=6\n");
}

static void the_last_table_does_not_pay_for_the_first(void **state)
{
	(void)state;
	script_run("item Sharing 10m kind=presentation\n"
		   "tables 3\n"
		   "13:00:00 start\n"
		   "13:00:00 hand-over\n"
		   "plenary left=3:00\n"
		   "13:05:00 hand-over\n"
		   "plenary left=2:20 waiting=1\n"
		   "13:06:20 hand-over\n"
		   "plenary left=3:40 waiting=0 each=0:00 short=no\n"
		   "13:09:00 hand-over\n"
		   "turns 1done 2done 3done\n"
		   "status table=0\n"
		   "plenary waiting=0 left=0:00\n"
		   "13:09:00 refused hand-over\n");
}

static void eight_tables_with_a_minute_left_are_asked_about(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:40:00 next\n"
			  "14:10:00 refused start\n"
			  "status left=1:00\n"
			  "plenary each=0:00 short=yes waiting=8\n"
			  "14:10:00 hand-over\n"
			  "plenary left=0:00 waiting=7 short=yes\n"
			  "14:11:00 refused start\n"
			  "plenary left=-1:00\n"
			  "14:11:00 add 15\n"
			  "plenary left=0:40 each=1:50 short=no\n");
}

static void time_that_is_given_is_shared_by_all_who_are_left(void **state)
{
	(void)state;
	script_run("item Sharing 10m kind=presentation\n"
		   "tables 3\n"
		   "13:00:00 start\n"
		   "13:00:00 hand-over\n"
		   "13:01:00 add 3\n"
		   "plenary left=3:00 waiting=2\n"
		   "13:04:00 hand-over\n"
		   "plenary left=4:20\n");
}

static void a_pause_stops_the_tables_time_too(void **state)
{
	(void)state;
	script_run("item Sharing 10m kind=presentation\n"
		   "tables 3\n"
		   "13:00:00 start\n"
		   "13:00:00 hand-over\n"
		   "13:01:00 pause\n"
		   "13:05:00 refused pause\n"
		   "plenary left=2:00\n"
		   "13:05:00 resume\n"
		   "13:06:00 refused resume\n"
		   "plenary left=1:00\n"
		   "13:06:00 pause\n"
		   "13:07:00 hand-over\n"
		   "plenary left=3:50\n"
		   "13:08:00 resume\n"
		   "13:09:00 refused resume\n"
		   "plenary left=2:50\n");
}

static void a_table_may_pass_and_be_called_up_after_all(void **state)
{
	(void)state;
	script_run("item Sharing 10m kind=presentation\n"
		   "tables 4\n"
		   "13:00:00 start\n"
		   "13:00:00 pass 2\n"
		   "13:00:00 refused pass 2\n"
		   "13:00:00 refused swap 2\n"
		   "plenary waiting=3 each=3:00\n"
		   "13:00:00 hand-over\n"
		   "13:00:10 pass 1\n"
		   "turns 1passed 2passed 3 4\n"
		   "status table=0 undoable=pass\n"
		   "13:00:20 hand-over\n"
		   "13:00:30 refused present 3\n"
		   "13:00:30 present 2\n"
		   "turns 1passed 2now 3done 4\n"
		   "13:00:40 undo\n"
		   "turns 1passed 2passed 3now 4\n"
		   "13:00:40 present 1\n"
		   "13:00:50 present 3\n"
		   "turns 1done 2passed 3now 4\n"
		   "13:00:50 refused pass 1\n"
		   "13:00:50 present\n"
		   "turns 1done 2passed 3done 4\n"
		   "13:00:50 refused present\n");
}

static void the_order_may_be_changed(void **state)
{
	(void)state;
	script_run("item Sharing 10m kind=presentation\n"
		   "tables 4\n"
		   "13:00:00 start\n"
		   "look\n"
		   "13:00:00 swap 1\n"
		   "13:00:00 late swap 1\n"
		   "turns 2 1 3 4\n"
		   "13:00:00 pass 3\n"
		   "13:00:00 swap 1\n"
		   "turns 2 3passed 4 1\n"
		   "13:00:00 refused swap 1\n"
		   "13:00:10 hand-over\n"
		   "turns 2now 3passed 4 1\n"
		   "13:00:10 refused swap 2\n"
		   "13:00:20 undo\n"
		   "13:00:20 undo\n"
		   "turns 2 1 3passed 4\n");
}

static void two_handing_over_at_once_hand_over_once(void **state)
{
	(void)state;
	script_run("item Sharing 10m kind=presentation\n"
		   "tables 4\n"
		   "13:00:00 start\n"
		   "13:00:00 hand-over\n"
		   "look\n"
		   "13:02:00 hand-over\n"
		   "13:02:01 late hand-over\n"
		   "turns 1done 2now 3 4\n");
}

static void presentations_that_come_again_go_on_where_they_were(void **state)
{
	(void)state;
	script_run("item Sharing 10m kind=presentation\n"
		   "item Talk 5m\n"
		   "item More 10m kind=presentation\n"
		   "tables 3\n"
		   "13:00:00 start\n"
		   "13:00:00 hand-over\n"
		   "13:02:00 hand-over\n"
		   "13:05:00 next\n"
		   "13:06:00 present 3\n"
		   "13:06:30 back\n"
		   "turns 1done 2done 3\n"
		   "plenary each=10:00 left=0:00\n"
		   "13:07:00 next\n"
		   "13:08:00 next\n"
		   "status item=More\n"
		   "turns 1 2 3\n");
}

static void without_a_length_no_turn_has_one(void **state)
{
	(void)state;
	script_run("item Sharing 0m kind=presentation\n"
		   "tables 3\n"
		   "13:00:00 start\n"
		   "13:00:00 hand-over\n"
		   "turns 1now 2 3\n"
		   "plenary timed=no left=0:00 each=0:00 short=no\n");
}

/* --- whoever keeps to the time ----------------------------------------------------------------------------- */

enum { PLENARIES = 10000 };

static struct plenary look(struct world *world, struct arena *arena)
{
	world_fold(world);
	return plenary_of(&world->book, &world->run, arena);
}

static void hand_over(struct world *world)
{
	world_fold(world);
	struct act act = world_act(world, &world->run);
	assert_int_equal(act_hand_over(&act, NULL), ST_OK);
	world_commit(world);
}

/* Turns are of whole tens of seconds, less the part of one in which the step's own digits change. */
static int64_t up_to_ten_seconds(int64_t ms)
{
	return (ms + 9999) / 10000 * 10000;
}

/* Each talks for its own time or less: nobody after it gets less than it had, and the step ends in time. */
static void tell_all(struct world *world, struct dice *dice)
{
	int64_t had_ms = 0;

	for (size_t left = world->book.tables.len; left > 0; left--) {
		struct arena arena = { 0 };
		hand_over(world);
		struct plenary plenary = look(world, &arena);
		assert_int_equal(plenary.waiting, left - 1);
		assert_true(up_to_ten_seconds(plenary.left_ms) >= had_ms);
		had_ms = up_to_ten_seconds(plenary.left_ms);
		world_pass_ms(world, plenary.left_ms - (int64_t)dice_below(dice, (size_t)plenary.left_ms / 4 + 1));
		world_pass_ms(world, left > 1 ? (int64_t)dice_below(dice, PLENARY_CHANGE_MS + 1) : 0);
		arena_done(&arena);
	}
	world_fold(world);
	assert_true(run_current(&world->run)->remaining_ms >= 0);
}

static void nobody_who_keeps_to_the_time_costs_another_any(void **state)
{
	(void)state;
	static struct world world;
	struct dice dice = dice_take("nobody_who_keeps_to_the_time_costs_another_any");

	for (int i = 0; i < PLENARIES; i++) {
		world_begin(&world);
		size_t tables = 1 + dice_below(&dice, 8);
		struct item *item = world_add_item(&world, "x", 180 * (int64_t)tables + (int64_t)dice_below(&dice, 3600));
		item->kind = ITEM_KIND_PRESENTATION;
		for (size_t t = 0; t < tables; t++)
			world_add_table(&world);
		world_fold(&world);
		struct act act = world_act(&world, &world.run);
		assert_int_equal(act_start(&act, NULL), ST_OK);
		world_commit(&world);
		tell_all(&world, &dice);
		world_done(&world);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(eight_tables_share_half_an_hour),
		cmocka_unit_test(the_last_table_does_not_pay_for_the_first),
		cmocka_unit_test(eight_tables_with_a_minute_left_are_asked_about),
		cmocka_unit_test(time_that_is_given_is_shared_by_all_who_are_left),
		cmocka_unit_test(a_pause_stops_the_tables_time_too),
		cmocka_unit_test(a_table_may_pass_and_be_called_up_after_all),
		cmocka_unit_test(the_order_may_be_changed),
		cmocka_unit_test(two_handing_over_at_once_hand_over_once),
		cmocka_unit_test(presentations_that_come_again_go_on_where_they_were),
		cmocka_unit_test(without_a_length_no_turn_has_one),
		cmocka_unit_test(nobody_who_keeps_to_the_time_costs_another_any),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
