/* The facilitator's console in every state, at three sizes and in both languages. */
#include "base/mem.h"
#include "fixture.h"
#include "golden.h"
#include "view/run.h"
#include "view/widgets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	int rows, cols;
	const char *name;
} sizes[] = { { 12, 40, "40x12" }, { 24, 80, "80x24" }, { 36, 120, "120x36" } };

static const int64_t scribes[] = { 1, 2, 3, 6 };

static void draw(struct canvas *canvas, const struct fixture *fixture, size_t bar, int64_t pages)
{
	struct run_view view = {
		.book = &fixture->book,
		.run = &fixture->run,
		.bar = bar,
		.scribes = scribes,
		.scribes_len = COUNT(scribes),
		.pages = pages,
		.say = "",
	};

	run_view_draw(canvas, &view);
	widget_footer(canvas, AT_run);
}

static void check_at(const char *state, const struct fixture *fixture, size_t bar, int64_t pages)
{
	static const char *const languages[] = { "ja", "en" };

	for (size_t l = 0; l < COUNT(languages); l++) {
		fixture_speak(languages[l]);
		for (size_t i = 0; i < COUNT(sizes); i++) {
			struct canvas canvas = { 0 };
			char name[96];

			canvas_init(&canvas, sizes[i].rows, sizes[i].cols);
			draw(&canvas, fixture, bar, pages);
			snprintf(name, sizeof name, "run-%s-%s-%s", state, sizes[i].name, languages[l]);
			golden_check(name, &canvas);
			canvas_done(&canvas);
		}
	}
}

static void check(const char *state, const struct fixture *fixture)
{
	check_at(state, fixture, 2, 0);
}

static void before_the_start_the_key_that_begins_is_named(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture);
	fixture_fold(&fixture, -754);
	check("planned", &fixture);
	fixture_fold(&fixture, 95);
	check("planned-late", &fixture);
	fixture_done(&fixture);
}

/* 物語づくり begins at 45 minutes by the plan; here it began four minutes late. */
static void begin_stories(struct fixture *fixture)
{
	fixture_begin(fixture);
	fixture_fill_tables(fixture);
	fixture_start(fixture, 49 * 60, FIXTURE_STORIES);
	fixture_press(fixture, 50 * 60, VERB_TABLE_STATE, FIXTURE_ITEMS, TABLE_STATE_TALKING, "t001");
	fixture_press(fixture, 51 * 60, VERB_TABLE_STATE, FIXTURE_ITEMS, TABLE_STATE_READY, "t003");
	fixture_press(fixture, 52 * 60, VERB_TABLE_STATE, FIXTURE_ITEMS, TABLE_STATE_MORE, "t006");
}

static void what_runs_is_seen_with_all_that_follows_from_it(void **state)
{
	struct fixture fixture;

	(void)state;
	begin_stories(&fixture);
	fixture_fold(&fixture, 58 * 60 + 25);
	check("running", &fixture);
	fixture_press(&fixture, 58 * 60 + 30, VERB_ADJUST, FIXTURE_STORIES, 5 * 60000, "");
	fixture_press(&fixture, 58 * 60 + 40, VERB_MESSAGE, FIXTURE_ITEMS, 0, "休憩は 14:55 までです。");
	fixture_press(&fixture, 59 * 60, VERB_PAUSE, FIXTURE_STORIES, 0, "");
	fixture_fold(&fixture, 61 * 60 + 10);
	check("paused", &fixture);
	fixture_done(&fixture);
}

static void the_end_of_a_step_is_announced_and_then_counted(void **state)
{
	struct fixture fixture;

	(void)state;
	begin_stories(&fixture);
	fixture_fold(&fixture, 78 * 60 + 20);
	check("warn", &fixture);
	fixture_fold(&fixture, 80 * 60 + 5);
	check("over", &fixture);
	fixture_press(&fixture, 81 * 60, VERB_END, FIXTURE_STORIES, 0, "");
	fixture_fold(&fixture, 82 * 60 + 5);
	check("untimed", &fixture);
	fixture_press(&fixture, 83 * 60, VERB_CLOSE, FIXTURE_ITEMS, 0, "");
	fixture_fold(&fixture, 84 * 60);
	check("ended", &fixture);
	fixture_done(&fixture);
}

static void a_step_of_open_length_counts_up(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture);
	fixture.book.items.at[FIXTURE_GROUND].planned_s = 0;
	fixture_press(&fixture, 0, VERB_START, FIXTURE_OPENING, 0, "");
	fixture_fold(&fixture, 9 * 60);
	check("open-length-next", &fixture);
	fixture_press(&fixture, 10 * 60, VERB_END, FIXTURE_OPENING, 0, "");
	fixture_press(&fixture, 10 * 60, VERB_START, FIXTURE_GROUND, 0, "");
	fixture_fold(&fixture, 22 * 60 + 34);
	check("open-length", &fixture);
	fixture_done(&fixture);
}

static void it_says_what_the_room_sees(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture);
	fixture_fill_tables(&fixture);
	fixture_start(&fixture, 25 * 60, FIXTURE_CASE);
	fixture_press(&fixture, 26 * 60, VERB_SHUTTER, FIXTURE_ITEMS, 1, "");
	fixture_fold(&fixture, 26 * 60);
	check_at("case", &fixture, 0, 4);
	fixture_press(&fixture, 30 * 60, VERB_END, FIXTURE_CASE, 0, "");
	fixture_press(&fixture, 30 * 60, VERB_START, FIXTURE_TELLING, 0, "");
	fixture_press(&fixture, 31 * 60, VERB_PRESENT, FIXTURE_ITEMS, 0, "t003");
	fixture_press(&fixture, 31 * 60, VERB_PAGE, FIXTURE_ITEMS, 3, "t003");
	fixture_fold(&fixture, 32 * 60);
	check_at("telling", &fixture, 2, 5);
	fixture_press(&fixture, 33 * 60, VERB_PASS, FIXTURE_ITEMS, 0, "t006");
	fixture_press(&fixture, 33 * 60, VERB_ORDER, FIXTURE_ITEMS, 4, "t001");
	fixture_press(&fixture, 34 * 60, VERB_PRESENT, FIXTURE_ITEMS, 0, "t002");
	fixture_fold(&fixture, 34 * 60);
	check_at("telling-second", &fixture, 1, 3);
	fixture_done(&fixture);
}

static void on_a_narrow_screen_what_is_read_out_stands_below_the_facts(void **state)
{
	struct canvas canvas = { 0 };
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture);
	fixture_start(&fixture, 900, FIXTURE_CASE);
	fixture_fold(&fixture, 960);
	fixture_speak("ja");
	canvas_init(&canvas, 18, 58);
	draw(&canvas, &fixture, 0, 0);
	golden_check("run-narrow-58x18-ja", &canvas);
	canvas_done(&canvas);
	fixture_done(&fixture);
}

static void many_tables_scroll_and_none_is_fine_too(void **state)
{
	struct fixture fixture;

	(void)state;
	begin_stories(&fixture);
	fixture_set_tables(&fixture, 99);
	fixture_fold(&fixture, 58 * 60);
	check_at("99-tables", &fixture, 41, 0);
	fixture_set_tables(&fixture, 0);
	fixture.book.items.len = 0;
	fixture.book.run_rows.len = 0;
	fixture_fold(&fixture, 58 * 60);
	check_at("empty", &fixture, 0, 0);
	fixture_done(&fixture);
}

static void names_of_any_length_and_script_stay_in_their_columns(void **state)
{
	struct fixture fixture;
	char name[401] = "";

	(void)state;
	begin_stories(&fixture);
	while (strlen(name) + 30 < sizeof name)
		strcat(name, "👨‍👩‍👧か\xe3\x82\x99ｶﾞ");
	fixture.book.workshops.at[0].title = name;
	fixture.book.items.at[FIXTURE_STORIES].title = name;
	fixture.book.items.at[FIXTURE_READY].title = name;
	fixture.book.tables.at[2].name = name;
	fixture.book.tables.at[4].name = "か\xe3\x82\x99ｶﾞ🇯🇵";
	fixture_press(&fixture, 53 * 60, VERB_MESSAGE, FIXTURE_ITEMS, 0, name);
	fixture_fold(&fixture, 58 * 60);
	check("long", &fixture);
	fixture_done(&fixture);
}

static void any_size_will_do(void **state)
{
	struct fixture fixture;

	(void)state;
	begin_stories(&fixture);
	fixture_fold(&fixture, 58 * 60);
	for (int size = 0; size < 280; size++) {
		struct canvas canvas = { 0 };

		canvas_init(&canvas, size / 4, size % 7 * size / 4);
		draw(&canvas, &fixture, (size_t)size % 8, 0);
		canvas_check(&canvas);
		canvas_done(&canvas);
	}
	fixture_done(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(before_the_start_the_key_that_begins_is_named),
		cmocka_unit_test(what_runs_is_seen_with_all_that_follows_from_it),
		cmocka_unit_test(the_end_of_a_step_is_announced_and_then_counted),
		cmocka_unit_test(a_step_of_open_length_counts_up),
		cmocka_unit_test(it_says_what_the_room_sees),
		cmocka_unit_test(on_a_narrow_screen_what_is_read_out_stands_below_the_facts),
		cmocka_unit_test(many_tables_scroll_and_none_is_fine_too),
		cmocka_unit_test(names_of_any_length_and_script_stay_in_their_columns),
		cmocka_unit_test(any_size_will_do),
	};

	return cmocka_run_group_tests_name("run", tests, NULL, NULL);
}
