/* The facilitator's console in sentences: what is said when, and that nothing is said twice. */
#include "base/buf.h"
#include "base/mem.h"
#include "engine/words.h"
#include "fixture.h"
#include "view/tell.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { MINUTE_MS = 60000 };

struct telling {
	struct fixture fixture;
	struct told told;
	struct buf said; /* since it was last looked at */
	int64_t scribes[4];
	size_t scribes_len;
	int64_t every_ms;
};

static struct telling telling;

static int begin(void **state)
{
	(void)state;
	telling = (struct telling){ .every_ms = MINUTE_MS };
	fixture_begin(&telling.fixture);
	fixture_speak("en");
	return 0;
}

static int end(void **state)
{
	(void)state;
	told_done(&telling.told);
	buf_done(&telling.said);
	fixture_done(&telling.fixture);
	return 0;
}

static struct run_view view_of(void)
{
	return (struct run_view){
		.book = &telling.fixture.book,
		.run = &telling.fixture.run,
		.scribes = telling.scribes,
		.scribes_len = telling.scribes_len,
		.pages = 4,
		.say = "",
	};
}

static void look(int64_t at_s)
{
	fixture_fold(&telling.fixture, at_s);
	struct run_view view = view_of();
	buf_clear(&telling.said);
	tell_news(&telling.told, &view, telling.every_ms, &telling.said);
}

static void expect(int64_t at_s, const char *part)
{
	look(at_s);
	if (!strstr(buf_text(&telling.said), part))
		fail_msg("at %lld s: “%s” does not say “%s”", (long long)at_s, buf_text(&telling.said), part);
	look(at_s);
	assert_string_equal(buf_text(&telling.said), "");
}

static void expect_only(int64_t at_s, const char *lines)
{
	look(at_s);
	assert_string_equal(buf_text(&telling.said), lines);
}

static void press(int64_t at_s, enum verb verb, int64_t ms, const char *text)
{
	fixture_press(&telling.fixture, at_s, verb, FIXTURE_CASE, ms, text);
}

/* The case runs from second 900 on for its planned time. */
static int64_t start_case(void)
{
	fixture_start(&telling.fixture, 900, FIXTURE_CASE);
	look(900);
	return telling.fixture.run.items[FIXTURE_CASE].planned_ms / 1000;
}

static void the_first_look_takes_note_and_says_nothing(void **state)
{
	(void)state;
	start_case();
	assert_string_equal(buf_text(&telling.said), "");
}

static void the_time_is_said_at_its_points(void **state)
{
	int64_t end_s = 900 + start_case();

	(void)state;
	telling.every_ms = 0;
	expect_only(end_s - 301, "");
	expect_only(end_s - 300, "5 min left.\n");
	expect_only(end_s - 299, "");
	expect_only(end_s - 60, "1 min left.\n");
	expect_only(end_s - 1, "");
	expect_only(end_s, "The time of “事例を読む” is over.\n");
	expect_only(end_s + 299, "");
	expect_only(end_s + 300, "5 min over the time.\n");
	expect_only(end_s + 599, "");
	expect_only(end_s + 600, "10 min over the time.\n");
}

static void who_tells_and_in_which_order_is_said(void **state)
{
	struct buf said = { 0 };

	(void)state;
	fixture_start(&telling.fixture, 900, FIXTURE_TELLING);
	press(910, VERB_PRESENT, 0, "t001");
	look(911);
	press(920, VERB_ORDER, 5, "t003");
	expect_only(921, "Tables still to tell, in this order: 2, 4, 5, 6, 3, 7, 8.\n");
	press(930, VERB_PASS, 0, "t005");
	expect_only(931, "Table 5 passes its turn to tell.\n");
	press(940, VERB_PRESENT, 0, "t002");
	expect(941, "Table 2 tells its story. It has ");
	struct run_view view = view_of();
	tell_standing(&view, &said);
	assert_non_null(strstr(buf_text(&said), "Tables that have told: 1.\nTelling now: table 2.\n"
						"Tables still to tell, in this order: 4, 6, 3, 7, 8.\nTables that pass: 5.\n"));
	buf_done(&said);
}

static void of_several_points_that_were_slept_through_only_the_time_itself_is_said(void **state)
{
	int64_t end_s = 900 + start_case();

	(void)state;
	expect_only(end_s + 130, "2 min 10 s over the time.\n");
	expect_only(end_s + 131, "");
}

static void it_is_said_as_often_as_one_wants(void **state)
{
	int64_t end_s = 900 + start_case();

	(void)state;
	expect_only(end_s - 420, "7 min left.\n");
	expect_only(end_s - 360, "6 min left.\n");
	telling.every_ms = 2 * MINUTE_MS;
	expect_only(end_s - 300, "5 min left.\n");
	expect_only(end_s - 240, "4 min left.\n");
	expect_only(end_s - 180, "");
	expect_only(end_s - 120, "2 min left.\n");
}

/* Whoever waits as long as it is told wakes up when there is something to say, and only then. */
static void the_next_point_is_known_beforehand(void **state)
{
	static const int64_t every_ms[] = { 0, MINUTE_MS, 7 * MINUTE_MS };

	(void)state;
	for (size_t i = 0; i < COUNT(every_ms); i++) {
		end(state);
		begin(state);
		telling.every_ms = every_ms[i];
		int64_t at_ms = 900000, end_s = 900 + start_case();
		for (size_t points = 0; at_ms < (end_s + 1200) * 1000; points++) {
			int64_t ms = tell_next_ms(&telling.fixture.run, telling.every_ms);
			assert_true(ms > 0);
			look((at_ms + ms) / 1000 - 1);
			assert_string_equal(buf_text(&telling.said), "");
			look((at_ms + ms) / 1000);
			assert_true(telling.said.len > 0);
			at_ms += ms;
			assert_true(points < 60);
		}
	}
}

static void nothing_wakes_it_where_nothing_runs(void **state)
{
	(void)state;
	fixture_fold(&telling.fixture, 60);
	assert_int_equal(tell_next_ms(&telling.fixture.run, MINUTE_MS), -1);
	fixture_fold(&telling.fixture, -60);
	assert_int_equal(tell_next_ms(&telling.fixture.run, MINUTE_MS), MINUTE_MS);
	look(-60);
	expect_only(0, "It is 13:30, when the workshop was to begin.\n");
	start_case();
	press(1000, VERB_PAUSE, 0, "");
	fixture_fold(&telling.fixture, 1001);
	assert_int_equal(tell_next_ms(&telling.fixture.run, MINUTE_MS), -1);
}

static void what_is_pressed_is_said(void **state)
{
	int64_t end_s = 900 + start_case();

	(void)state;
	press(960, VERB_PAUSE, 0, "");
	expect(960, "The clock is paused.");
	press(990, VERB_RESUME, 0, "");
	expect(990, "The clock goes on. Step 3 of 9, “事例を読む”");
	press(end_s - 60, VERB_ADJUST, 5 * MINUTE_MS, "");
	expect(end_s - 60, "6 min 30 s left.");
	press(end_s - 50, VERB_SHUTTER, 1, "");
	expect(end_s - 50, "The room sees the contents.\n");
	press(end_s - 50, VERB_SHUTTER, 0, "");
	expect(end_s - 50, "The room sees the clock, not the contents.\n");
	press(end_s - 50, VERB_MESSAGE, 0, "Doors close at four");
	expect(end_s - 50, "The room reads: “Doors close at four”\n");
	press(end_s - 49, VERB_MESSAGE, 0, "");
	expect(end_s - 49, "The message to the room is gone.\n");
	press(end_s - 48, VERB_PAGE, 1, "");
	expect(end_s - 48, "Page 2 of 4.\n");
	press(end_s - 40, VERB_CLOSE, 0, "");
	expect(end_s - 40, "The workshop ended at ");
}

static void what_is_put_up_in_place_of_the_clock_is_said(void **state)
{
	struct run_view view = view_of();
	struct buf out = { 0 };

	(void)state;
	start_case();
	press(910, VERB_PICTURE, 1, "");
	expect_only(910, ""); /* behind the shutter nobody sees it */
	press(911, VERB_SHUTTER, 1, "");
	expect(911, "\nThe room sees what 1, 10 and 100 people can do.\n");
	press(912, VERB_DAY, 1, "");
	expect(912, "The room sees the steps of the day.\nThe room no longer sees what 1, 10 and 100 people can do.\n");
	tell_standing(&view, &out);
	assert_non_null(strstr(buf_text(&out), "\nThe room sees the steps of the day.\n"));
	press(913, VERB_DAY, 0, "");
	expect(913, "The room sees what 1, 10 and 100 people can do.\nThe room no longer sees the steps of the day.\n");
	press(914, VERB_PICTURE, 0, "");
	expect_only(914, "The room no longer sees what 1, 10 and 100 people can do.\n");
	press(915, VERB_FREEZE, 1, "");
	press(916, VERB_DAY, 1, "");
	expect_only(916, "The room’s picture is held.\n");
	press(917, VERB_FREEZE, 0, "");
	expect(917, "The room sees the steps of the day.\nThe room’s picture follows again.\n");
	buf_done(&out);
}

static void a_new_step_is_said_with_what_is_to_be_read_out(void **state)
{
	(void)state;
	start_case();
	press(1500, VERB_END, 0, "");
	fixture_press(&telling.fixture, 1500, VERB_START, FIXTURE_STORIES, 0, "");
	look(1500);
	assert_non_null(strstr(buf_text(&telling.said), "Step 5 of 9, “物語づくり”: 30 min left."));
	assert_non_null(strstr(buf_text(&telling.said), "Against the plan: "));
	assert_non_null(strstr(buf_text(&telling.said), "\nTo say: ここから30分"));
	assert_null(strstr(buf_text(&telling.said), "Table"));
}

static void tables_and_scribes_are_said(void **state)
{
	(void)state;
	start_case();
	telling.scribes[telling.scribes_len++] = 2;
	expect(905, "A scribe has come to table 2.\n");
	telling.scribes_len = 0;
	expect(906, "The scribe of table 2 has gone.\n");
	fixture_press(&telling.fixture, 910, VERB_TABLE_STATE, FIXTURE_ITEMS, TABLE_STATE_READY, telling.fixture.book.tables.at[2].id);
	expect(910, "Table 3: ready to tell. 1 of 8 are ready.\n");
}

static void what_the_tables_suggest_is_said_once(void **state)
{
	const struct table *tables = telling.fixture.book.tables.at;

	(void)state;
	fixture_start(&telling.fixture, 900, FIXTURE_STORIES);
	look(900);
	for (size_t i = 0; i < FIXTURE_TABLES; i++)
		fixture_press(&telling.fixture, 910, VERB_TABLE_STATE, FIXTURE_ITEMS, TABLE_STATE_READY, tables[i].id);
	expect(911, "8 of 8 are ready.\nMost are ready: n goes on.\n");
}

static void where_things_stand_is_said_in_whole_lines(void **state)
{
	struct run_view view = view_of();
	struct buf out = { 0 };

	(void)state;
	start_case();
	fixture_fold(&telling.fixture, 1000);
	tell_standing(&view, &out);
	assert_non_null(strstr(buf_text(&out), "Step 3 of 9, “事例を読む”: "));
	assert_non_null(strstr(buf_text(&out), "\nNext comes “"));
	assert_non_null(strstr(buf_text(&out), "\nThe room sees the clock, not the contents.\n"));
	assert_int_equal(out.bytes[out.len - 1], '\n');
	for (size_t i = 0; i < out.len; i++)
		assert_true(out.bytes[i] == '\n' || (unsigned char)out.bytes[i] >= ' ');
	buf_done(&out);
}

int main(void)
{
#define AT_THE_CASE(test) cmocka_unit_test_setup_teardown(test, begin, end)
	const struct CMUnitTest tests[] = {
		AT_THE_CASE(the_first_look_takes_note_and_says_nothing),
		AT_THE_CASE(the_time_is_said_at_its_points),
		AT_THE_CASE(who_tells_and_in_which_order_is_said),
		AT_THE_CASE(of_several_points_that_were_slept_through_only_the_time_itself_is_said),
		AT_THE_CASE(it_is_said_as_often_as_one_wants),
		AT_THE_CASE(the_next_point_is_known_beforehand),
		AT_THE_CASE(nothing_wakes_it_where_nothing_runs),
		AT_THE_CASE(what_is_pressed_is_said),
		AT_THE_CASE(what_is_put_up_in_place_of_the_clock_is_said),
		AT_THE_CASE(a_new_step_is_said_with_what_is_to_be_read_out),
		AT_THE_CASE(tables_and_scribes_are_said),
		AT_THE_CASE(what_the_tables_suggest_is_said_once),
		AT_THE_CASE(where_things_stand_is_said_in_whole_lines),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
