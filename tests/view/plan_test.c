/* The plan: before the day, too long for the hall, while it runs, with a form open, with nothing in it; at three sizes, in both
 * languages. */
#include "base/mem.h"
#include "fixture.h"
#include "golden.h"
#include "view/plan.h"
#include "view/widgets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static const struct {
	int rows, cols;
} sizes[] = { { 12, 40 }, { 24, 80 }, { 36, 120 } };

enum { MOST = FIXTURE_ITEMS + 8 };

/* What a plan's list holds: all steps, a few facts, what is carried over. */
static size_t list(const struct fixture *fixture, struct plan_row rows[MOST])
{
	const struct row *workshop = (const struct row *)workbook_workshop(&fixture->book);
	size_t len = 0;

	rows[len++] = (struct plan_row){ .kind = PLAN_HEADING, .label = "進行表", .text = "" };
	for (size_t i = 0; i < fixture->run.len; i++)
		rows[len++] = (struct plan_row){ .kind = PLAN_STEP, .step = i, .label = "", .text = "" };
	rows[len++] = (struct plan_row){ .kind = PLAN_HEADING, .label = "この会について", .text = "" };
	rows[len++] = (struct plan_row){ .kind = PLAN_FACT, .row = workshop, .label = "会場", .text = "市民会館 大ホール" };
	rows[len++] = (struct plan_row){ .kind = PLAN_FACT, .row = workshop, .label = "地域の現状",
					 .text = "バスが一日に三本。\n冬は雪で動けない日がある。" };
	rows[len++] = (struct plan_row){ .kind = PLAN_CARRIED, .label = "", .text = "やること: 電器店に聞く (森田、春まで)" };
	return len;
}

static void check(const char *state, const struct fixture *fixture, size_t bar)
{
	static const char *const languages[] = { "ja", "en" };
	struct plan_row rows[MOST];
	struct plan_view view = { .book = &fixture->book, .run = &fixture->run, .rows = rows, .bar = bar, .looked_at = "",
				  .series = { 2026, 1, 2 } };

	view.len = list(fixture, rows);
	for (size_t l = 0; l < COUNT(languages); l++) {
		struct canvas canvases[COUNT(sizes)] = { 0 };
		char name[96];

		fixture_speak(languages[l]);
		for (size_t i = 0; i < COUNT(sizes); i++) {
			canvas_init(&canvases[i], sizes[i].rows, sizes[i].cols);
			plan_view_draw(&canvases[i], &view);
			widget_footer(&canvases[i], AT_plan);
			canvas_check(&canvases[i]);
		}
		snprintf(name, sizeof name, "plan-%s-%s", state, languages[l]);
		golden_check_all(name, canvases, COUNT(sizes));
		for (size_t i = 0; i < COUNT(sizes); i++)
			canvas_done(&canvases[i]);
	}
}

static void each_step_stands_with_its_times(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture);
	fixture_fold(&fixture, -600);
	check("planned", &fixture, 1 + FIXTURE_STORIES);
	check("fact", &fixture, FIXTURE_ITEMS + 3);
	fixture_done(&fixture);
}

static void an_agenda_longer_than_the_hall_is_told_kindly(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture);
	fixture.book.items.at[FIXTURE_STORIES].planned_s += 3600;
	fixture.book.items.at[FIXTURE_TELLING].fixed_start_s = 14 * 3600;
	fixture.book.items.at[FIXTURE_CLOSING].planned_s = 0;
	fixture_fold(&fixture, -600);
	check("long", &fixture, 1 + FIXTURE_TELLING);
	fixture_done(&fixture);
}

static void what_runs_is_told_from_what_is_over(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture);
	fixture_start(&fixture, 1800, FIXTURE_CARDS);
	fixture_fold(&fixture, 1860);
	check("running", &fixture, 1 + FIXTURE_CARDS);
	fixture_done(&fixture);
}

static void an_empty_agenda_says_how_to_begin(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture);
	fixture.book.items.len = 0;
	fixture_fold(&fixture, -600);
	check("empty", &fixture, 2);
	fixture_done(&fixture);
}

static void any_size_is_drawn(void **state)
{
	struct fixture fixture;
	struct plan_row rows[MOST];

	(void)state;
	fixture_begin(&fixture);
	fixture_fold(&fixture, -600);
	size_t len = list(&fixture, rows);
	for (int size = 1; size < 60; size += 3) {
		struct canvas canvas = { 0 };
		struct plan_view view = { .book = &fixture.book, .run = &fixture.run, .rows = rows, .len = len, .looked_at = "" };
		view.bar = (size_t)size % len;
		canvas_init(&canvas, size / 2 + 1, size);
		plan_view_draw(&canvas, &view);
		canvas_check(&canvas);
		canvas_done(&canvas);
	}
	fixture_done(&fixture);
}

static void a_bar_that_moves_leaves_the_plan_as_drawn_afresh(void **state)
{
	struct fixture fixture;
	struct plan_row rows[MOST];

	(void)state;
	fixture_begin(&fixture);
	fixture_fold(&fixture, -600);
	size_t len = list(&fixture, rows);
	for (size_t i = 0; i < COUNT(sizes); i++) {
		struct canvas again = { 0 }, afresh = { 0 };
		struct list_drawn drawn = { false }, none = { false };
		canvas_init(&again, sizes[i].rows, sizes[i].cols);
		canvas_init(&afresh, sizes[i].rows, sizes[i].cols);
		for (size_t step = 0; step < 3 * len; step++) {
			struct plan_view view = { .book = &fixture.book, .run = &fixture.run, .rows = rows, .len = len, .looked_at = "" };
			view.bar = step < len ? step : step * 7 % len;
			view.drawn = &drawn;
			plan_view_draw(&again, &view);
			view.drawn = &none;
			none.is_there = false;
			canvas_clear(&afresh);
			plan_view_draw(&afresh, &view);
			canvas_check_same(&again, &afresh);
		}
		canvas_done(&again);
		canvas_done(&afresh);
	}
	fixture_done(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_step_stands_with_its_times),
		cmocka_unit_test(a_bar_that_moves_leaves_the_plan_as_drawn_afresh),
		cmocka_unit_test(an_agenda_longer_than_the_hall_is_told_kindly),
		cmocka_unit_test(what_runs_is_told_from_what_is_over),
		cmocka_unit_test(an_empty_agenda_says_how_to_begin),
		cmocka_unit_test(any_size_is_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
