/* That libncursesw counts columns with our wcwidth(). */
#include "text/cell.h"

#include <curses.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static int end_column(const wchar_t *text)
{
	int row, col;

	move(0, 0);
	addwstr(text);
	getyx(stdscr, row, col);
	assert_int_equal(row, 0);
	return col;
}

static void ncurses_takes_our_widths(void **state)
{
	(void)state;
	struct glyph_walk walk = { .text = "あ", .len = strlen("あ") };
	struct glyph glyph;
	FILE *out = fopen("/dev/null", "w"), *in = fopen("/dev/null", "r");

	/* As a program does: what calls glyph_next() has wcwidth() linked in. */
	assert_true(glyph_next(&walk, &glyph));
	SCREEN *screen = newterm("xterm-256color", out, in);
	assert_non_null(screen);
	int narrow = end_column(L"①○…→※");
	text_set_ambiguous_wide(true);
	int wide = end_column(L"①○…→※");
	text_set_ambiguous_wide(false);
	endwin();
	delscreen(screen);
	fclose(out);
	fclose(in);
	assert_int_equal(narrow, 5);
	assert_int_equal(wide, 10);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(ncurses_takes_our_widths),
	};

	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
