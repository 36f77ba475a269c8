/* The day's line: the facilitator's, in every state, and the room's, which knows no lateness. */
#include "base/mem.h"
#include "engine/room_day.h"
#include "fixture.h"
#include "golden.h"
#include "view/audience.h"
#include "view/line.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	int rows, cols;
	const char *name;
} sizes[] = { { 12, 40, "40x12" }, { 24, 80, "80x24" }, { 36, 120, "120x36" }, { 48, 160, "160x48" } };

static const char *const languages[] = { "ja", "en" };

static void draw_line(struct canvas *canvas, const struct fixture *fixture, const struct spent *last_time, size_t bar)
{
	struct line_view view = { .book = &fixture->book, .run = &fixture->run, .last_time = last_time, .bar = bar };

	line_view_draw(canvas, &view);
}

/* Everything but the clock: what a step that runs for 12 minutes shows in the corner. */
static void draw_day(struct canvas *canvas, const struct fixture *fixture)
{
	struct arena arena = { 0 };
	struct room_day day = room_day_of(&fixture->run, &arena);
	struct audience_stage stage = { .heading = "今日の流れ", .title = "", .day = &day };
	struct audience_view view = {
		.clock = fixture->run.state == RUN_PLANNED ? AUDIENCE_PLANNED : AUDIENCE_RUNNING,
		.workshop = "つむぎ絆サークル", .step = "", .room = "", .next = "", .message = "",
		.remaining_s = 720, .whole_s = 1800, .stage = &stage,
		.now_ms = fixture->run.now.wall_ms, .starts_ms = fixture->run.planned_start_ms,
	};

	audience_view_draw(canvas, &view);
	arena_done(&arena);
}

/* last_time without a bar: the room's. */
static void check(const char *state, const struct fixture *fixture, const struct spent *last_time, int bar)
{
	for (size_t l = 0; l < COUNT(languages); l++) {
		fixture_speak(languages[l]);
		for (size_t i = 0; i < COUNT(sizes); i++) {
			struct canvas canvas = { 0 };
			char name[96];

			canvas_init(&canvas, sizes[i].rows, sizes[i].cols);
			if (bar >= 0)
				draw_line(&canvas, fixture, last_time, (size_t)bar);
			else
				draw_day(&canvas, fixture);
			snprintf(name, sizeof name, "%s-%s-%s-%s", bar >= 0 ? "line" : "audience-day", state, sizes[i].name,
				 languages[l]);
			golden_check(name, &canvas);
			canvas_done(&canvas);
		}
	}
}

static void check_both(const char *state, const struct fixture *fixture, int bar)
{
	check(state, fixture, NULL, bar);
	check(state, fixture, NULL, -1);
}

static void press_next(struct fixture *fixture, int64_t at_s, enum fixture_item from, enum fixture_item to)
{
	fixture_press(fixture, at_s, VERB_END, from, 0, "");
	fixture_press(fixture, at_s, VERB_START, to, 0, "");
}

/* Three minutes late, a pause, a step taken up again, one skipped. */
static void go_until_stories(struct fixture *fixture)
{
	fixture_press(fixture, 180, VERB_START, FIXTURE_OPENING, 0, "");
	press_next(fixture, 15 * 60, FIXTURE_OPENING, FIXTURE_GROUND);
	fixture_press(fixture, 20 * 60, VERB_PAUSE, FIXTURE_GROUND, 0, "");
	fixture_press(fixture, 24 * 60, VERB_RESUME, FIXTURE_GROUND, 0, "");
	press_next(fixture, 34 * 60, FIXTURE_GROUND, FIXTURE_CASE);
	press_next(fixture, 44 * 60, FIXTURE_CASE, FIXTURE_CARDS);
	fixture_press(fixture, 46 * 60, VERB_LEAVE, FIXTURE_CARDS, 0, "");
	fixture_press(fixture, 46 * 60, VERB_START, FIXTURE_CASE, 0, "");
	press_next(fixture, 51 * 60, FIXTURE_CASE, FIXTURE_CARDS);
	press_next(fixture, 58 * 60, FIXTURE_CARDS, FIXTURE_STORIES);
	fixture_press(fixture, 59 * 60, VERB_SKIP, FIXTURE_READY, 0, "");
}

static void before_the_start_it_looks_back_at_the_last_time(void **state)
{
	static const struct spent last_time[FIXTURE_ITEMS] = {
		{ SPENT_HELD, false, 600000, 720000 },   { SPENT_HELD, false, 900000, 900000 },
		{ SPENT_SKIPPED, false, 600000, 0 },     { SPENT_UNKNOWN, false, 0, 0 },
		{ SPENT_HELD, false, 1800000, 2220000 }, { SPENT_HELD, true, 0, 840000 },
		{ SPENT_HELD, false, 1440000, 1200000 },
	};
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture);
	fixture_fold(&fixture, -600);
	check_both("planned", &fixture, 0);
	check("last-time", &fixture, last_time, 4);
	fixture_fold(&fixture, -36 * 3600);
	check("long-before", &fixture, last_time, 2);
	fixture_done(&fixture);
}

static void what_was_and_what_will_be_stand_on_one_axis(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture);
	go_until_stories(&fixture);
	fixture_fold(&fixture, 75 * 60);
	check_both("running", &fixture, FIXTURE_STORIES);
	fixture_fold(&fixture, 95 * 60);
	check("over", &fixture, NULL, FIXTURE_CASE);
	press_next(&fixture, 96 * 60, FIXTURE_STORIES, FIXTURE_TELLING);
	fixture_press(&fixture, 126 * 60, VERB_CLOSE, FIXTURE_ITEMS, 0, "");
	fixture_fold(&fixture, 130 * 60);
	check_both("ended", &fixture, FIXTURE_READY);
	fixture_done(&fixture);
}

static void a_day_that_passes_midnight_says_so(void **state)
{
	const int64_t late_s = 10 * 3600;
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture);
	fixture.book.workshops.at[0].start_ms = fixture_wall_ms(late_s);
	fixture.book.workshops.at[0].hall_end_ms = fixture_wall_ms(late_s + 150 * 60);
	fixture.book.items.at[FIXTURE_READY].kind = ITEM_KIND_BREAK;
	fixture.book.items.at[FIXTURE_CARDS].planned_s = 0;
	fixture_press(&fixture, late_s + 60, VERB_START, FIXTURE_OPENING, 0, "");
	press_next(&fixture, late_s + 12 * 60, FIXTURE_OPENING, FIXTURE_CARDS);
	fixture_fold(&fixture, late_s + 30 * 60);
	check_both("open-length", &fixture, FIXTURE_CARDS);
	press_next(&fixture, late_s + 40 * 60, FIXTURE_CARDS, FIXTURE_STORIES);
	fixture_fold(&fixture, late_s + 45 * 60);
	check_both("midnight", &fixture, FIXTURE_TELLING);
	fixture_done(&fixture);
}

/* A plan of last week, started today: the day is today's. */
static void a_plan_of_another_day_leaves_the_steps_their_columns(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture);
	fixture_press(&fixture, 7 * 24 * 3600, VERB_START, FIXTURE_OPENING, 0, "");
	fixture_fold(&fixture, 7 * 24 * 3600 + 300);
	check("another-day", &fixture, NULL, FIXTURE_OPENING);
	fixture_done(&fixture);
}

static void three_steps_and_forty_have_room(void **state)
{
	struct fixture fixture;
	struct item items[40];
	char titles[40][40];

	(void)state;
	fixture_begin(&fixture);
	fixture.book.items.len = 3;
	fixture_start(&fixture, 900, FIXTURE_GROUND);
	fixture_fold(&fixture, 1000);
	check_both("three", &fixture, 1);
	for (size_t i = 0; i < COUNT(items); i++) {
		items[i] = fixture.book.items.at[i % FIXTURE_ITEMS];
		items[i].planned_s = 240;
		snprintf(titles[i], sizeof titles[i], "%zu番目の項目", i + 1);
		items[i].title = titles[i];
		items[i].id = i == 1 ? items[i].id : titles[i];
	}
	workbook_set_rows(&fixture.book, ENTITY_item, items, COUNT(items));
	fixture_fold(&fixture, 1000);
	check_both("forty", &fixture, 30);
	fixture_done(&fixture);
}

static void it_can_be_told_in_sentences(void **state)
{
	static const struct spent last_time[FIXTURE_ITEMS] = { { SPENT_HELD, false, 600000, 720000 }, { .state = SPENT_SKIPPED } };
	struct fixture fixture;
	struct buf told = { 0 };

	(void)state;
	fixture_begin(&fixture);
	fixture_speak("en");
	fixture.book.items.at[FIXTURE_CARDS].planned_s = 0;
	fixture_press(&fixture, 180, VERB_START, FIXTURE_OPENING, 0, "");
	press_next(&fixture, 15 * 60, FIXTURE_OPENING, FIXTURE_GROUND);
	fixture_press(&fixture, 16 * 60, VERB_SKIP, FIXTURE_CASE, 0, "");
	fixture.book.items.len = FIXTURE_STORIES + 1;
	fixture_fold(&fixture, 20 * 60);
	line_view_tell(&(struct line_view){ &fixture.book, &fixture.run, last_time, 0 }, &told);
	assert_string_equal(buf_text(&told),
			    "Step 1, 開会・来賓挨拶: planned 13:30-13:40; was 13:33-13:45; 5 min behind; "
			    "last time planned 10 min, took 12 min.\n"
			    "Step 2, 共通認識: planned 13:40-13:55; began 13:45, until about 14:00; 5 min behind; "
			    "skipped last time.\n"
			    "Step 3, 事例を読む: planned 13:55-14:05; skipped.\n"
			    "Step 4, 社会資源カードを選ぶ: of open length; expected from 14:00; 5 min in hand.\n"
			    "Step 5, 物語づくり: planned 14:05-14:35; expected 14:00-14:30; 5 min in hand.\n");
	buf_done(&told);
	fixture_done(&fixture);
}

static void names_of_any_length_and_script_stay_in_their_columns(void **state)
{
	struct fixture fixture;
	char name[401] = "";

	(void)state;
	fixture_begin(&fixture);
	while (strlen(name) + 30 < sizeof name)
		strcat(name, "👨‍👩‍👧か\xe3\x82\x99ｶﾞ");
	fixture.book.workshops.at[0].title = name;
	fixture.book.items.at[FIXTURE_OPENING].title = name;
	fixture_start(&fixture, 1500, FIXTURE_CASE);
	fixture_fold(&fixture, 1600);
	check_both("long", &fixture, 0);
	fixture_done(&fixture);
}

static void any_size_will_do(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture);
	go_until_stories(&fixture);
	for (int size = 0; size < 280; size++) {
		struct canvas canvas = { 0 };

		if (size % 9 == 0)
			fixture.book.items.len = size % 2 ? FIXTURE_ITEMS : 0;
		fixture_fold(&fixture, 60 * size);
		canvas_init(&canvas, size / 4, size % 7 * size / 4);
		draw_line(&canvas, &fixture, NULL, (size_t)size % 9);
		canvas_check(&canvas);
		canvas_clear(&canvas);
		draw_day(&canvas, &fixture);
		canvas_check(&canvas);
		canvas_done(&canvas);
	}
	fixture_done(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(before_the_start_it_looks_back_at_the_last_time),
		cmocka_unit_test(what_was_and_what_will_be_stand_on_one_axis),
		cmocka_unit_test(a_day_that_passes_midnight_says_so),
		cmocka_unit_test(a_plan_of_another_day_leaves_the_steps_their_columns),
		cmocka_unit_test(three_steps_and_forty_have_room),
		cmocka_unit_test(it_can_be_told_in_sentences),
		cmocka_unit_test(names_of_any_length_and_script_stay_in_their_columns),
		cmocka_unit_test(any_size_will_do),
	};

	return cmocka_run_group_tests_name("line", tests, NULL, NULL);
}
