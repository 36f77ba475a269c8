/* How far the tables are, which step they are in, and what that suggests. */
#include "engine/progress.h"
#include "script.h"

#include "base/mem.h"
#include "world.h"

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#define AGENDA                          \
	"plan 13:30 hall 16:00\n"       \
	"item Talk 10m kind=table\n"    \
	"item Story 15m kind=table\n"   \
	"item Break 5m kind=break\n"    \
	"item Telling 20m kind=presentation\n" \
	"tables 4\n"

static void a_table_at_work_stays_when_the_room_moves_on(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:31:00 table 1 talking\n"
			  "13:31:00 table 2 more\n"
			  "13:31:00 table 3 ready\n"
			  "status place-of-1=- place-of-2=-\n"
			  "13:40:00 next\n"
			  "status item=Story place-of-1=Talk place-of-2=Talk place-of-3=- place-of-4=-\n"
			  "status state-of-1=talking state-of-2=more\n"
			  "13:41:00 table 1 gathering\n"
			  "status place-of-1=Talk state-of-1=gathering\n"
			  "13:41:00 table 1 ready\n"
			  "status place-of-1=- state-of-1=ready\n"
			  "13:42:00 table 2 preparing\n"
			  "status place-of-2=-\n");
}

static void who_forgot_to_say_so_is_with_the_room_one_step_later(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:31:00 table 1 talking\n"
			  "13:40:00 next\n"
			  "status place-of-1=Talk\n"
			  "13:55:00 next\n"
			  "status item=Break place-of-1=- state-of-1=talking\n"
			  "14:00:00 next\n"
			  "status item=Telling place-of-1=-\n"
			  "14:01:00 undo\n"
			  "14:01:00 undo\n"
			  "status item=Story place-of-1=Talk\n"
			  "14:02:00 back\n"
			  "status item=Talk place-of-1=- state-of-1=talking\n");
}

static void who_is_ready_begins_anew_with_other_table_work(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:31:00 table 1 ready\n"
			  "13:40:00 next\n"
			  "status state-of-1=preparing\n"
			  "13:50:00 table 1 ready\n"
			  "13:55:00 next\n"
			  "status item=Break state-of-1=ready\n"
			  "14:00:00 next\n"
			  "status item=Telling state-of-1=ready place-of-1=-\n"
			  "14:00:30 back\n"
			  "14:00:40 back\n"
			  "status item=Story state-of-1=ready\n");
}

#define P TABLE_STATE_PREPARING
#define T TABLE_STATE_TALKING
#define G TABLE_STATE_GATHERING
#define R TABLE_STATE_READY
#define M TABLE_STATE_MORE

/* A run of one step, as run_fold() would make it, with so many seconds left. */
static struct progress progress_at(const enum table_state *states, size_t tables, enum item_kind kind,
				   enum run_state state, int64_t left_s, int64_t slack_s)
{
	const struct item item = { .kind = kind };
	struct run_item running = { .item = &item, .status = ITEM_RUNNING, .remaining_ms = left_s * 1000 };
	enum table_state copy[8];
	size_t places[8] = { 1, 1, 1, 1, 1, 1, 1, 1 };
	struct run run = { .state = state, .items = &running, .len = 1, .slack_ms = slack_s * 1000 };

	memcpy(copy, states, sizeof copy);
	run.table_states = copy;
	run.table_items = places;
	return progress_of(&run, tables);
}

static void the_counts_and_the_clock_suggest(void **state)
{
	static const struct {
		enum table_state tables[8];
		size_t len;
		int64_t left_s;
		enum suggestion suggestion;
	} rows[] = {
		{ { R, R, R, R, R, R, T, T }, 8, 600, SUGGEST_MOVING_ON },
		{ { R, R, R, R, R, R, T, T }, 8, 180, SUGGEST_MOVING_ON },
		{ { R, R, R, R, R, R, T, T }, 8, 179, SUGGEST_NOTHING }, /* the end comes by itself */
		{ { R, R, R, R, R, T, T, T }, 8, 600, SUGGEST_NOTHING }, /* five of eight are not most */
		{ { R, R, R, R, R, R, R, M }, 8, 600, SUGGEST_NOTHING }, /* one still asks: it is waited for */
		{ { R, R, R, R, R, R, R, R }, 8, -5, SUGGEST_NOTHING },
		{ { M, M, M, T, T, R, R, R }, 8, 121, SUGGEST_NOTHING }, /* too early to say */
		{ { M, M, M, T, T, R, R, R }, 8, 120, SUGGEST_MORE_TIME },
		{ { M, M, M, T, T, R, R, R }, 8, -60, SUGGEST_MORE_TIME },
		{ { M, M, M, T, T, R, R, R }, 8, -179, SUGGEST_MORE_TIME },
		{ { M, M, M, T, T, R, R, R }, 8, -180, SUGGEST_NOTHING }, /* it would be over all the same */
		{ { M, M, T, T, T, R, R, R }, 8, 60, SUGGEST_NOTHING },  /* two of eight are not many */
		{ { P, P, P, P, P, P, P, P }, 8, 60, SUGGEST_NOTHING },
		{ { G, G, G, G, G, G, G, G }, 8, 60, SUGGEST_NOTHING },
		{ { R }, 1, 600, SUGGEST_MOVING_ON },
		{ { M }, 1, 60, SUGGEST_MORE_TIME },
		{ { M, R }, 2, 60, SUGGEST_MORE_TIME },
		{ { P }, 0, 600, SUGGEST_NOTHING },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct progress progress =
			progress_at(rows[i].tables, rows[i].len, ITEM_KIND_TABLE, RUN_RUNNING, rows[i].left_s, 3600);
		if (progress.suggestion != rows[i].suggestion)
			fail_msg("row %zu: %s", i, progress_suggestion_code(progress.suggestion));
		assert_int_equal(progress.tables, rows[i].len);
		assert_int_equal(progress.over_ms, 0);
	}
}

static void nothing_is_suggested_where_no_tables_work(void **state)
{
	static const enum table_state ready[8] = { R, R, R, R, R, R, R, R };

	(void)state;
	for (unsigned kind = 0; kind < codes_item_kind.len; kind++) {
		struct progress progress = progress_at(ready, 8, kind, RUN_RUNNING, 600, 3600);
		assert_int_equal(progress.is_work, kind == ITEM_KIND_TABLE);
		assert_int_equal(progress.suggestion, kind == ITEM_KIND_TABLE ? SUGGEST_MOVING_ON : SUGGEST_NOTHING);
		assert_int_equal(progress.in_state[R], 8);
	}
	assert_int_equal(progress_at(ready, 8, ITEM_KIND_TABLE, RUN_PAUSED, 600, 3600).suggestion, SUGGEST_NOTHING);
}

static void more_time_says_what_it_costs(void **state)
{
	static const enum table_state more[8] = { M, M, M, M, M, M, M, M };
	static const struct {
		int64_t slack_s, over_s;
	} rows[] = { { 3600, 0 }, { 180, 0 }, { 179, 1 }, { 60, 120 }, { 0, 180 }, { -60, 240 } };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(progress_at(more, 8, ITEM_KIND_TABLE, RUN_RUNNING, 60, rows[i].slack_s).over_ms,
				 rows[i].over_s * 1000);
}

/* Whoever stayed in the step before asks nothing of this one. */
static void a_table_left_behind_asks_for_no_time_here(void **state)
{
	struct world world;

	(void)state;
	world_begin(&world);
	world_add_item(&world, "Talk", 600)->kind = ITEM_KIND_TABLE;
	world_add_item(&world, "Story", 60)->kind = ITEM_KIND_TABLE;
	const char *table = world_add_table(&world)->id;
	struct fault fault = { "" };
	struct act act = world_act(&world, &world.run);
	world_fold(&world);
	assert_int_equal(act_start(&act, &fault), ST_OK);
	world_commit(&world);
	world_fold(&world);
	act_table_state(&act, table, TABLE_STATE_MORE, true);
	world_commit(&world);
	world_fold(&world);
	assert_int_equal(act_next(&act, &fault), ST_OK);
	world_commit(&world);
	world_fold(&world);
	struct progress progress = progress_of(&world.run, 1);
	assert_int_equal(progress.behind, 1);
	assert_int_equal(progress.in_state[TABLE_STATE_MORE], 1);
	assert_int_equal(progress.suggestion, SUGGEST_NOTHING);
	assert_string_equal(progress_item(&world.run, 0)->item->title, "Talk");
	world_done(&world);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_at_work_stays_when_the_room_moves_on),
		cmocka_unit_test(who_forgot_to_say_so_is_with_the_room_one_step_later),
		cmocka_unit_test(who_is_ready_begins_anew_with_other_table_work),
		cmocka_unit_test(the_counts_and_the_clock_suggest),
		cmocka_unit_test(nothing_is_suggested_where_no_tables_work),
		cmocka_unit_test(more_time_says_what_it_costs),
		cmocka_unit_test(a_table_left_behind_asks_for_no_time_here),
	};

	return cmocka_run_group_tests_name("progress", tests, NULL, NULL);
}
