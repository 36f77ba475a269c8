/* What stands on the screen is what was painted, however the pictures follow each other: wide characters cut and
 * overwritten, rows shifted, styles changed. */
#include "scribble.h"
#include "support/pty.h"
#include "view/print.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROWS = 8, COLS = 23, PICTURES = 80 };

static bool cell_is(struct pty_cell seen, const struct cell *cell)
{
	bool is_blank = cell->glyph.points[0] == L' ' && !cell->glyph.points[1];

	if (is_blank)
		return seen.cols == 1 && (seen.points[0] == 0 || seen.points[0] == ' ');
	for (int i = 0; i < GLYPH_MAX; i++) {
		if (seen.points[i] != (uint32_t)cell->glyph.points[i])
			return false;
		if (!cell->glyph.points[i])
			break;
	}
	return seen.cols == cell->glyph.cols;
}

/* Everything of one style looks the same; how, is seen at its first cell. Of a blank, nobody sees whether it is bold. */
static bool looks_alike(struct pty_cell seen, const struct cell *cell, struct pty_cell looks[STYLE_COUNT])
{
	struct pty_cell *look = &looks[cell->style];

	if (!look->cols)
		*look = seen;
	return seen.ink == look->ink && seen.paper == look->paper && seen.reverse == look->reverse &&
	       seen.underline == look->underline &&
	       (cell->glyph.points[0] == L' ' || seen.bold == style_look((enum style)cell->style, THEME_DARK).bold);
}

/* Where screen and canvas differ first; false: nowhere. */
static bool differs(struct pty *pty, const struct canvas *canvas, int *ret_row, int *ret_col)
{
	struct pty_cell looks[STYLE_COUNT] = { 0 };

	for (int row = 0; row < canvas->rows; row++) {
		for (int col = 0; col < canvas->cols; col++) {
			const struct cell *cell = canvas_at(canvas, row, col);
			struct pty_cell seen = pty_cell(pty, row, col);

			if (!cell->glyph.cols || (cell_is(seen, cell) && looks_alike(seen, cell, looks)))
				continue;
			*ret_row = row;
			*ret_col = col;
			return true;
		}
	}
	return false;
}

static bool shows(struct pty *pty, const void *arg)
{
	const struct canvas *canvas = arg;
	int row, col;

	return !differs(pty, canvas, &row, &col) && pty_cursor_is_visible(pty) == (canvas->cursor_row >= 0);
}

static void expect_picture(struct pty *pty, const struct canvas *canvas, int number)
{
	struct buf text = { 0 };
	int row = -1, col = -1;

	if (pty_wait(pty, shows, canvas))
		return;
	differs(pty, canvas, &row, &col);
	canvas_print_text(canvas, &text);
	pty_dump(pty);
	fprintf(stderr, "%s", buf_text(&text));
	buf_done(&text);
	fail_msg("picture %d differs at row %d, column %d", number, row, col);
}

static struct canvas canvas; /* of the test's own; freed when the next one begins */

static void expect_pictures(const char *term, unsigned seed)
{
	char number[16];
	const char *const argv[] = { getenv("PAINT_APP"), number, NULL };
	const char *const env[] = { term, NULL };
	struct pty *pty;

	snprintf(number, sizeof number, "%u", seed);
	fprintf(stderr, "YORIAI_SEED=%u %s\n", seed, term);
	pty = pty_start(argv, &(struct pty_options){ .rows = ROWS, .cols = COLS, .env = env });
	canvas_done(&canvas);
	canvas_init(&canvas, ROWS, COLS);
	for (int i = 0; i < PICTURES; i++) {
		scribble(&canvas, &seed);
		expect_picture(pty, &canvas, i);
		if (canvas.cursor_row >= 0)
			pty_expect_cursor(pty, canvas.cursor_row, canvas.cursor_col);
		pty_keys(pty, "Enter");
	}
	pty_keys(pty, "Escape");
	pty_expect_exit(pty, 0);
	pty_end(pty);
}

static void what_was_painted_stands_there(void **state)
{
	const char *given = getenv("YORIAI_SEED");
	unsigned seed = given ? (unsigned)strtoul(given, NULL, 10) : (unsigned)time(NULL);

	(void)state;
	expect_pictures("TERM=xterm-256color", seed);
	expect_pictures("TERM=screen-256color", seed + 1);
	expect_pictures("TERM=linux", seed + 2);
}

/* How often the ink was set in what was sent from a byte on. */
static int inks_set(const struct pty *pty, size_t from)
{
	static const char ink[] = "\033[38;5;";
	size_t len, at = from;
	const char *sent = pty_sent(pty, &len), *found;
	int count = 0;

	while ((found = memmem(sent + at, len - at, ink, sizeof ink - 1)) != NULL) {
		at = (size_t)(found - sent) + 1;
		count++;
	}
	return count;
}

/* There and back again once, or twice where curses writes over a narrow gap; stroke by stroke it would be up to 56 times. */
static void digits_take_their_colour_for_all_rows_at_once(void **state)
{
	enum { LEFT_S = 605, SECONDS = 5 };
	const char *const argv[] = { getenv("PAINT_APP"), "clock", "605", NULL };
	const char *const env[] = { "TERM=xterm-256color", NULL };
	struct pty *pty = pty_start(argv, &(struct pty_options){ .env = env });
	size_t before;

	(void)state;
	canvas_done(&canvas);
	canvas_init(&canvas, 24, 80);
	for (int left_s = LEFT_S; left_s >= LEFT_S - SECONDS; left_s--) {
		scribble_clock(&canvas, STYLE_BIG, left_s);
		expect_picture(pty, &canvas, left_s);
		if (left_s < LEFT_S)
			assert_in_range(inks_set(pty, before), 1, 4);
		pty_sent(pty, &before);
		pty_keys(pty, "Enter");
	}
	pty_keys(pty, "Escape");
	pty_expect_exit(pty, 0);
	pty_end(pty);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(what_was_painted_stands_there, pty_end_all),
		cmocka_unit_test_teardown(digits_take_their_colour_for_all_rows_at_once, pty_end_all),
	};

	return cmocka_run_group_tests_name("term paint", tests, NULL, NULL);
}
