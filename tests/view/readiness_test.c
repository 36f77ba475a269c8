/* How far the tables are, beside the facilitator's clock and on a scribe's sheet whose table stayed behind. */
#include "base/mem.h"
#include "domain/sheet.h"
#include "fixture.h"
#include "golden.h"
#include "view/run.h"
#include "view/scribe.h"

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

typedef void draw(struct canvas *canvas, struct fixture *fixture);

static void draw_run(struct canvas *canvas, struct fixture *fixture)
{
	const struct run_view view = { .book = &fixture->book, .run = &fixture->run, .say = "" };

	run_view_draw(canvas, &view);
}

static void draw_scribe(struct canvas *canvas, struct fixture *fixture)
{
	struct arena arena = { 0 };
	struct scribe_view view = { .book = &fixture->book, .run = &fixture->run };

	view.table = workbook_table(&fixture->book, 3);
	view.sheet = sheet_of(&fixture->book, view.table, "", &arena);
	scribe_view_draw(canvas, &view);
	arena_done(&arena);
}

static void check(const char *state, struct fixture *fixture, draw *draw_screen)
{
	static const char *const languages[] = { "ja", "en" };

	for (size_t l = 0; l < COUNT(languages); l++) {
		fixture_speak(languages[l]);
		for (size_t i = 0; i < COUNT(sizes); i++) {
			struct canvas canvas = { 0 };
			char name[96];

			canvas_init(&canvas, sizes[i].rows, sizes[i].cols);
			draw_screen(&canvas, fixture);
			canvas_check(&canvas);
			snprintf(name, sizeof name, "readiness-%s-%s-%s", state, sizes[i].name, languages[l]);
			golden_check(name, &canvas);
			canvas_done(&canvas);
		}
	}
}

static void say(struct fixture *fixture, int64_t at_s, size_t number, enum table_state state)
{
	fixture_press(fixture, at_s, VERB_TABLE_STATE, FIXTURE_ITEMS, state, fixture->book.tables.at[number - 1].id);
}

/* Eight tables in 物語づくり, which began at 45 minutes and has 30. */
static void begin(struct fixture *fixture, size_t len)
{
	fixture_begin(fixture);
	fixture_set_tables(fixture, len);
	fixture_start(fixture, 45 * 60, FIXTURE_STORIES);
}

static void when_most_are_ready_well_before_the_end_it_says_so(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, 8);
	for (size_t number = 1; number <= 6; number++)
		say(&fixture, 60 * 60, number, TABLE_STATE_READY);
	fixture_fold(&fixture, 65 * 60);
	check("ready", &fixture, draw_run);
	fixture_done(&fixture);
}

static void when_many_ask_for_more_near_the_end_it_says_what_that_costs(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, 8);
	for (size_t number = 1; number <= 5; number++)
		say(&fixture, 70 * 60, number, number > 2 ? TABLE_STATE_MORE : TABLE_STATE_READY);
	fixture_fold(&fixture, 74 * 60);
	check("more", &fixture, draw_run);
	fixture.book.workshops.at[0].hall_end_ms = fixture_wall_ms(120 * 60);
	fixture_fold(&fixture, 74 * 60);
	check("more-over", &fixture, draw_run);
	fixture_press(&fixture, 74 * 60 + 5, VERB_ADJUST, FIXTURE_STORIES, 180000, "");
	fixture_fold(&fixture, 74 * 60 + 10);
	check("more-given", &fixture, draw_run);
	fixture_done(&fixture);
}

static void a_table_that_stayed_is_named_here_and_told_there(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, 8);
	say(&fixture, 70 * 60, 3, TABLE_STATE_MORE);
	say(&fixture, 70 * 60, 7, TABLE_STATE_TALKING);
	say(&fixture, 70 * 60, 5, TABLE_STATE_READY);
	fixture_press(&fixture, 75 * 60, VERB_END, FIXTURE_STORIES, 0, "");
	fixture_press(&fixture, 75 * 60, VERB_START, FIXTURE_READY, 0, "");
	fixture_fold(&fixture, 76 * 60);
	check("behind", &fixture, draw_run);
	check("behind-scribe", &fixture, draw_scribe);
	fixture_done(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(when_most_are_ready_well_before_the_end_it_says_so),
		cmocka_unit_test(when_many_ask_for_more_near_the_end_it_says_what_that_costs),
		cmocka_unit_test(a_table_that_stayed_is_named_here_and_told_there),
	};

	return cmocka_run_group_tests_name("readiness", tests, NULL, NULL);
}
