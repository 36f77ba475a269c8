/* A bell that is seen: the clock reversed, on the facilitator's screen and in the room, and the words to say beside it.
 */
#include "base/mem.h"
#include "fixture.h"
#include "room/flash.h"
#include "golden.h"
#include "view/audience.h"
#include "view/bigtext.h"
#include "view/run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { ROWS = 24, COLS = 80 };

/* The same screen while the bell is not seen, and while it is. */
static void check_console(const char *name, const struct fixture *fixture, const char *say, const char *language)
{
	struct run_view view = { .book = &fixture->book, .run = &fixture->run, .silent = true, .say = say };
	struct canvas canvases[2] = { 0 };
	char golden[96];

	fixture_speak(language);
	for (int i = 0; i < 2; i++) {
		view.flash = i;
		canvas_init(&canvases[i], ROWS, COLS);
		run_view_draw(&canvases[i], &view);
	}
	snprintf(golden, sizeof golden, "bell-%s-%s", name, language);
	golden_check_all(golden, canvases, COUNT(canvases));
	for (int i = 0; i < 2; i++)
		canvas_done(&canvases[i]);
}

static void the_console_shows_bell_and_words(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture);
	fixture_start(&fixture, 45 * 60, FIXTURE_STORIES);
	fixture_fold(&fixture, 70 * 60);
	check_console("warning", &fixture, "あと5分です。書記の方は、場面をつないでください。", "ja");
	check_console("warning", &fixture, "5 min left. Let us begin to sum up.", "en");
	fixture_fold(&fixture, 75 * 60);
	check_console("end", &fixture, "時間になりました。区切りをつけましょう。", "ja");
	fixture_done(&fixture);
}

static void the_room_sees_it_wherever_its_clock_stands(void **state)
{
	struct audience_stage stage = { .heading = "テーブル3", .title = "", .page = "" };
	struct audience_view view = {
		.clock = AUDIENCE_RUNNING,
		.workshop = "つむぎ絆サークル",
		.step = "物語づくり",
		.room = "",
		.next = "発表準備",
		.message = "",
		.remaining_s = 300,
		.whole_s = 1800,
		.flash = true,
	};
	struct canvas canvases[4] = { 0 };

	(void)state;
	fixture_speak("ja");
	for (size_t i = 0; i < COUNT(canvases); i++) {
		canvas_init(&canvases[i], ROWS, COLS);
		if (i == 1) {
			view.remaining_s = 0;
			view.overtime_s = 1;
		}
		view.stage = i == 2 ? &stage : NULL;
		if (i == 3)
			view.clock = AUDIENCE_IDLE;
		audience_view_draw(&canvases[i], &view);
	}
	golden_check_all("bell-room-ja", canvases, COUNT(canvases));
	for (size_t i = 0; i < COUNT(canvases); i++)
		canvas_done(&canvases[i]);
}

/* Big digits of any size and mood: as they were after the second time, and not before it. */
static void what_is_reversed_twice_is_as_it_was(void **state)
{
	static const enum style styles[] = { STYLE_BIG, STYLE_BIG_WARN, STYLE_BIG_OVER };

	(void)state;
	for (int size = 3; size < 60; size++) {
		struct rect area = { 1, 1, size / 3 + 2, size + 20 };
		struct canvas once, twice;
		canvas_init(&once, area.rows + 2, area.cols + 2);
		canvas_init(&twice, area.rows + 2, area.cols + 2);
		bigtext_digits(&once, area, styles[size % 3], "12:34");
		bigtext_digits(&twice, area, styles[size % 3], "12:34");
		flash_reverse(&twice, area);
		bool differs = false;
		for (int row = 0; row < once.rows; row++)
			differs = differs || !canvas_row_equal(&once, &twice, row);
		assert_true(differs);
		flash_reverse(&twice, area);
		for (int row = 0; row < once.rows; row++)
			assert_true(canvas_row_equal(&once, &twice, row));
		canvas_done(&once);
		canvas_done(&twice);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_console_shows_bell_and_words),
		cmocka_unit_test(the_room_sees_it_wherever_its_clock_stands),
		cmocka_unit_test(what_is_reversed_twice_is_as_it_was),
	};

	return cmocka_run_group_tests_name("bell", tests, NULL, NULL);
}
