/* Whatever a screen shows of a rehearsal, and however small it is, it says what it is. */
#include "base/mem.h"
#include "engine/words.h"
#include "fixture.h"
#include "golden.h"
#include "view/audience.h"
#include "view/line.h"
#include "view/print.h"
#include "view/run.h"
#include "view/scribe.h"
#include "view/widgets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SPEED = 1000 };

static struct workshop rehearsed;

static void draw_run(struct canvas *canvas, const struct fixture *fixture)
{
	run_view_draw(canvas, &(struct run_view){ .book = &fixture->book, .run = &fixture->run, .say = "" });
}

static void draw_line(struct canvas *canvas, const struct fixture *fixture)
{
	line_view_draw(canvas, &(struct line_view){ .book = &fixture->book, .run = &fixture->run });
}

static void draw_scribe(struct canvas *canvas, const struct fixture *fixture)
{
	struct arena arena = { 0 };
	struct scribe_view view = { .book = &fixture->book, .run = &fixture->run, .table = workbook_table(&fixture->book, 3) };

	view.sheet = sheet_of(&fixture->book, view.table, "", &arena);
	scribe_view_draw(canvas, &view);
	arena_done(&arena);
}

static void draw_room(struct canvas *canvas, const struct fixture *fixture)
{
	const struct words mark = words_rehearsal(&fixture->book);

	audience_view_draw(canvas, &(struct audience_view){ .clock = AUDIENCE_RUNNING, .workshop = rehearsed.title,
		.step = "Stories", .room = "", .next = "", .message = "", .rehearsal = mark.text, .remaining_s = 300, .whole_s = 600 });
}

static bool says(const struct canvas *canvas, const char *mark)
{
	struct buf text = { 0 };

	canvas_print_text(canvas, &text);
	bool found = strstr(buf_text(&text), mark);
	buf_done(&text);
	return found;
}

static void check_all_sizes(const struct fixture *fixture, const char *mark)
{
	static void (*const draws[])(struct canvas *canvas, const struct fixture *fixture) = {
		draw_run, draw_line, draw_scribe, draw_room,
	};

	for (size_t i = 0; i < COUNT(draws); i++) {
		for (int rows = SCREEN_MIN_ROWS; rows <= 40; rows += 5) {
			for (int cols = SCREEN_MIN_COLS; cols <= 160; cols += 8) {
				struct canvas canvas = { 0 };
				canvas_init(&canvas, rows, cols);
				draws[i](&canvas, fixture);
				canvas_check(&canvas);
				assert_true(says(&canvas, mark));
				canvas_done(&canvas);
			}
		}
	}
}

static void every_screen_says_that_it_is_a_rehearsal(void **state)
{
	static const struct {
		const char *language, *mark;
	} rows[] = { { "ja", "リハーサル ×1000" }, { "en", "REHEARSAL ×1000" } };
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture);
	rehearsed = *workbook_workshop(&fixture.book);
	rehearsed.rehearse_speed = SPEED;
	workbook_set_rows(&fixture.book, ENTITY_workshop, &rehearsed, 1);
	for (int begun = 0; begun < 2; begun++) {
		if (begun)
			fixture_start(&fixture, 60, FIXTURE_STORIES);
		fixture_fold(&fixture, begun ? 120 : 0);
		for (size_t i = 0; i < COUNT(rows); i++) {
			fixture_speak(rows[i].language);
			check_all_sizes(&fixture, rows[i].mark);
		}
	}
	fixture_done(&fixture);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_screen_says_that_it_is_a_rehearsal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
