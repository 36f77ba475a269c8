/* What the facilitator's console says of the room: dark, held, a text that is read aloud, a message that goes by itself. */
#include "base/buf.h"
#include "base/mem.h"
#include "fixture.h"
#include "golden.h"
#include "view/print.h"
#include "view/run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void check(const char *state, const struct run_view *view)
{
	static const int sizes[][2] = { { 12, 40 }, { 24, 80 }, { 36, 120 } };
	static const char *const languages[] = { "ja", "en" };

	for (size_t i = 0; i < COUNT(languages) * COUNT(sizes); i++) {
		const int *size = sizes[i / COUNT(languages)];
		const char *language = languages[i % COUNT(languages)];
		struct canvas canvas = { 0 };
		char name[96];

		fixture_speak(language);
		canvas_init(&canvas, size[0], size[1]);
		run_view_draw(&canvas, view);
		snprintf(name, sizeof name, "run-%s-%dx%d-%s", state, size[1], size[0], language);
		golden_check(name, &canvas);
		canvas_done(&canvas);
	}
}

static void begin(struct fixture *fixture)
{
	fixture_begin(fixture);
	fixture_start(fixture, 25 * 60, FIXTURE_CASE);
	fixture_press(fixture, 26 * 60, VERB_SHUTTER, FIXTURE_ITEMS, 1, "");
	fixture_press(fixture, 26 * 60, VERB_PAGE, FIXTURE_ITEMS, 1, "");
}

static struct run_view view_of(const struct fixture *fixture)
{
	return (struct run_view){ .book = &fixture->book,
				  .run = &fixture->run,
				  .pages = 4,
				  .paragraphs = 5,
				  .reading_ms = 250000,
				  .reading_left_ms = 100000,
				  .say = "" };
}

static void a_text_is_read_aloud_one_paragraph_after_the_other(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture);
	fixture_press(&fixture, 27 * 60, VERB_REVEAL, FIXTURE_ITEMS, 2, "");
	fixture_press(&fixture, 27 * 60, VERB_MESSAGE, FIXTURE_ITEMS, 180000, "お茶は受付の横にあります。");
	fixture_fold(&fixture, 28 * 60);
	struct run_view view = view_of(&fixture);
	check("reading", &view);
	fixture_done(&fixture);
}

static void a_dark_room_is_not_forgotten(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture);
	fixture_press(&fixture, 27 * 60, VERB_BLACKOUT, FIXTURE_ITEMS, 1, "");
	fixture_fold(&fixture, 28 * 60);
	struct run_view view = view_of(&fixture);
	check("dark", &view);
	fixture_done(&fixture);
}

static void a_held_picture_is_told_apart_from_what_is_looked_up(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture);
	fixture_press(&fixture, 27 * 60, VERB_FREEZE, FIXTURE_ITEMS, 1, "");
	fixture_press(&fixture, 27 * 60, VERB_PAGE, FIXTURE_ITEMS, 3, "");
	fixture_fold(&fixture, 28 * 60);
	struct run_view view = view_of(&fixture);
	check("held", &view);
	fixture_done(&fixture);
}

static void check_says(const struct canvas *canvas, const char *words)
{
	struct buf text = { 0 };

	canvas_print_text(canvas, &text);
	assert_non_null(strstr(buf_text(&text), words));
	buf_done(&text);
}

/* The steps of the day are about nobody: the room sees them behind a shutter, too. */
static void the_steps_of_the_day_are_named_with_the_shutter_open_and_shut(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture);
	fixture_press(&fixture, 27 * 60, VERB_DAY, FIXTURE_ITEMS, 1, "");
	for (int open = 1; open >= 0; open--) {
		struct canvas canvas = { 0 };
		fixture_press(&fixture, 27 * 60, VERB_SHUTTER, FIXTURE_ITEMS, open, "");
		fixture_fold(&fixture, 28 * 60);
		struct run_view view = view_of(&fixture);
		fixture_speak("en");
		canvas_init(&canvas, 24, 80);
		run_view_draw(&canvas, &view);
		check_says(&canvas, open ? "open: the steps of the day" : "shut: the steps of the day");
		canvas_done(&canvas);
	}
	fixture_done(&fixture);
}

/* Its headline is all there is to see; “step 0/0” would be a riddle. */
static void a_table_without_a_story_is_said_to_have_none(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture);
	fixture_start(&fixture, 25 * 60, FIXTURE_TELLING);
	fixture_press(&fixture, 27 * 60, VERB_PRESENT, FIXTURE_ITEMS, 0, "t001");
	fixture_press(&fixture, 27 * 60, VERB_SHUTTER, FIXTURE_ITEMS, 1, "");
	fixture_fold(&fixture, 28 * 60);
	struct run_view view = view_of(&fixture);
	for (int pages = 3; pages >= 0; pages -= 3) {
		struct canvas canvas = { 0 };
		view.pages = pages;
		fixture_speak("en");
		canvas_init(&canvas, 24, 80);
		run_view_draw(&canvas, &view);
		check_says(&canvas, pages ? "open: table 1, step 0/3" : "open: table 1, no story");
		canvas_done(&canvas);
	}
	fixture_done(&fixture);
}

static void however_much_there_is_to_see_to_the_shutter_is_told(void **state)
{
	static const struct {
		int rows, cols;
	} sizes[] = { { 24, 80 }, { 18, 60 }, { 36, 120 } };
	struct fixture fixture;

	(void)state;
	begin(&fixture);
	fixture_press(&fixture, 27 * 60, VERB_FREEZE, FIXTURE_ITEMS, 1, "");
	fixture_press(&fixture, 27 * 60, VERB_BLACKOUT, FIXTURE_ITEMS, 1, "");
	fixture_press(&fixture, 27 * 60, VERB_MESSAGE, FIXTURE_ITEMS, 0, "Tea");
	fixture_press(&fixture, 27 * 60, VERB_PAUSE, FIXTURE_CASE, 0, "");
	fixture_fold(&fixture, 28 * 60);
	struct run_view view = view_of(&fixture);
	view.slept_ms = 600000;
	view.silent = true;
	fixture_speak("en");
	for (size_t i = 0; i < COUNT(sizes); i++) {
		struct canvas canvas = { 0 };
		canvas_init(&canvas, sizes[i].rows, sizes[i].cols);
		run_view_draw(&canvas, &view);
		check_says(&canvas, "The room is dark");
		check_says(&canvas, "Picture held:");
		check_says(&canvas, "Paused.");
		check_says(&canvas, "Shutter: open");
		canvas_done(&canvas);
	}
	fixture_done(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_is_read_aloud_one_paragraph_after_the_other),
		cmocka_unit_test(a_dark_room_is_not_forgotten),
		cmocka_unit_test(a_held_picture_is_told_apart_from_what_is_looked_up),
		cmocka_unit_test(the_steps_of_the_day_are_named_with_the_shutter_open_and_shut),
		cmocka_unit_test(a_table_without_a_story_is_said_to_have_none),
		cmocka_unit_test(however_much_there_is_to_see_to_the_shutter_is_told),
	};

	return cmocka_run_group_tests_name("sight", tests, NULL, NULL);
}
