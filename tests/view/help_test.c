#include "base/buf.h"
#include "base/mem.h"
#include "golden.h"
#include "view/help.h"
#include "view/print.h"
#include "view/widgets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct canvas canvas;
static struct buf screen;

static int usual_canvas(void **state)
{
	(void)state;
	canvas_init(&canvas, 24, 80);
	return 0;
}

static int drop_canvas(void **state)
{
	(void)state;
	canvas_done(&canvas);
	buf_done(&screen);
	return 0;
}

static const char *drawn(void)
{
	buf_clear(&screen);
	canvas_print_text(&canvas, &screen);
	return buf_text(&screen);
}

/* The first key's name and the word beside it, as the footer shows them. */
static void hint_of(enum command command, char *hint, size_t size)
{
	struct key key;
	char name[KEY_NAME_LEN];

	assert_true(command_keys(command, &key, 1));
	key_print(key, name);
	snprintf(hint, size, " %s  %s", name, command_hint(command));
}

static bool footer_shows(enum command command)
{
	char hint[96];

	hint_of(command, hint, sizeof hint);
	return strstr(drawn(), hint) != NULL;
}

static void footers_show_commands_in_their_order_and_help_last(void **state)
{
	static const enum command_scope scopes[] = { AT_home, AT_run, AT_scribe, AT_edit, AT_find, AT_pick };

	(void)state;
	for (size_t i = 0; i < COUNT(scopes); i++) {
		char hint[96];

		for (int cols = 40; cols <= 200; cols += 40) {
			canvas_resize(&canvas, 1, cols);
			widget_footer(&canvas, scopes[i]);
			canvas_check(&canvas);
			for (size_t c = CMD_NONE + 1; c < CMD_COUNT; c++) {
				if (command_infos[c].scope == scopes[i]) {
					assert_true(footer_shows((enum command)c));
					break;
				}
			}
			if (scope_parent(scopes[i]) != AT_everywhere)
				continue;
			hint_of(CMD_everywhere_help, hint, sizeof hint);
			drawn();
			assert_true(screen.len > strlen(hint) + 1);
			assert_memory_equal(screen.bytes + screen.len - strlen(hint) - 1, hint, strlen(hint));
		}
	}
}

static void a_footer_names_no_key_that_means_something_else_here(void **state)
{
	(void)state;
	canvas_resize(&canvas, 1, 400);
	widget_footer(&canvas, AT_edit);
	assert_true(footer_shows(CMD_edit_undo));
	assert_false(footer_shows(CMD_everywhere_suspend)); /* Ctrl-Z takes back while writing */
	assert_false(footer_shows(CMD_everywhere_quit));
}

static size_t rows_with(const char *text)
{
	size_t count = 0;

	for (const char *at = drawn(); (at = strstr(at, text)) != NULL; at++)
		count++;
	return count;
}

static void help_names_every_command_of_the_scope_and_those_above_it(void **state)
{
	(void)state;
	canvas_resize(&canvas, 200, 120);
	help_view(&canvas, AT_scribe, 0);
	assert_int_equal(help_last_top(&canvas, AT_scribe), 0);
	canvas_check(&canvas);
	for (size_t c = CMD_NONE + 1; c < CMD_COUNT; c++) {
		enum command_scope scope = command_infos[c].scope;

		if (scope == AT_scribe || scope == AT_everywhere)
			assert_true(rows_with(command_help((enum command)c)) >= 1);
		else if (scope == AT_run && strstr(command_infos[c].name, "shutter"))
			assert_int_equal(rows_with(command_help((enum command)c)), 0);
	}
	assert_int_equal(rows_with(": theme, room "), 1); /* has no key of its own */
}

static void help_scrolls_to_its_end_and_no_further(void **state)
{
	struct canvas end;
	int last = help_last_top(&canvas, AT_run);

	(void)state;
	assert_true(last > 0);
	help_view(&canvas, AT_run, last);
	canvas_init(&end, 24, 80);
	help_view(&end, AT_run, last + 99);
	for (int row = 0; row < 24; row++)
		assert_true(canvas_row_equal(&canvas, &end, row));
	help_view(&canvas, AT_run, -5);
	help_view(&end, AT_run, 0);
	for (int row = 0; row < 24; row++)
		assert_true(canvas_row_equal(&canvas, &end, row));
	canvas_done(&end);
}

static void draw_palette(const char *words, size_t selected)
{
	struct lineedit edit = { 0 };
	enum command found[CMD_COUNT];
	size_t len;

	lineedit_set(&edit, words);
	len = command_search(AT_run, words, found, COUNT(found));
	palette_view(&canvas, AT_run, &edit, found, len, selected);
	canvas_check(&canvas);
	lineedit_done(&edit);
}

static void the_palette_shows_what_was_found_and_its_keys(void **state)
{
	(void)state;
	draw_palette("pause", 0);
	assert_non_null(strstr(drawn(), "Space p"));
	assert_non_null(strstr(drawn(), "│ pause "));
	assert_true(canvas.cursor_row > 0);
	draw_palette("no such thing", 0);
	assert_non_null(strstr(drawn(), "No command is called that."));
}

static void the_palette_keeps_its_bar_in_sight(void **state)
{
	enum command found[CMD_COUNT];
	size_t len = command_search(AT_run, "", found, COUNT(found));

	(void)state;
	assert_true(len > 20);
	draw_palette("", len - 1);
	assert_non_null(strstr(drawn(), "> "));
	assert_non_null(strstr(drawn(), command_hint(found[len - 1])));
}

static void help_and_palette_fit_on_no_canvas_at_all(void **state)
{
	static const int sizes[][2] = { { 0, 0 }, { 1, 1 }, { 3, 3 }, { 10, 40 }, { 4, 200 }, { 200, 4 } };

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		canvas_resize(&canvas, sizes[i][0], sizes[i][1]);
		help_view(&canvas, AT_run, 3);
		canvas_check(&canvas);
		draw_palette("", 3);
	}
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, usual_canvas, drop_canvas)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(footers_show_commands_in_their_order_and_help_last),
		CASE(a_footer_names_no_key_that_means_something_else_here),
		CASE(help_names_every_command_of_the_scope_and_those_above_it),
		CASE(help_scrolls_to_its_end_and_no_further),
		CASE(the_palette_shows_what_was_found_and_its_keys),
		CASE(the_palette_keeps_its_bar_in_sight),
		CASE(help_and_palette_fit_on_no_canvas_at_all),
	};

	return cmocka_run_group_tests_name("help", tests, NULL, NULL);
}
