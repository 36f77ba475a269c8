#include "base/mem.h"
#include "golden.h"
#include "view/widgets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static struct canvas canvas;

static int small_canvas(void **state)
{
	(void)state;
	canvas_init(&canvas, 10, 40);
	return 0;
}

static int drop_canvas(void **state)
{
	(void)state;
	text_set_ambiguous_wide(false);
	canvas_done(&canvas);
	return 0;
}

static void headers_keep_their_info_and_cut_their_title(void **state)
{
	(void)state;
	widget_header(&canvas, 0, "Case conference", "13:45");
	widget_header(&canvas, 1, "地域で支える事例検討会（第３回）の準備", "３分遅れ 13:45");
	widget_header(&canvas, 2, "Title", "information that is far too long for one row");
	widget_header(&canvas, 3, "Title alone", "");
	widget_header(&canvas, 4, "", "");
	widget_notice(&canvas, 6, STYLE_WARN, "Saved: “子ども食堂で夕食を届ける” and 12 more lines");
	golden_check("widgets-header", &canvas);
}

static void paragraphs_wrap_and_say_where_they_are_cut(void **state)
{
	static const char text[] = "個人で考える時間です。\nできることを一枚に一つ、「私は～できる」と書きます。";

	(void)state;
	assert_int_equal(widget_paragraph(&canvas, (struct rect){ 0, 0, 6, 19 }, STYLE_PLAIN, text), 5);
	assert_int_equal(widget_paragraph(&canvas, (struct rect){ 0, 20, 3, 20 }, STYLE_STRONG, text), 3);
	assert_int_equal(widget_paragraph(&canvas, (struct rect){ 6, 0, 1, 40 }, STYLE_LABEL, text), 1);
	assert_int_equal(widget_paragraph(&canvas, (struct rect){ 7, 0, 1, 22 }, STYLE_LABEL, text), 1);
	assert_int_equal(widget_paragraph(&canvas, (struct rect){ 8, 0, 2, 40 }, STYLE_WARN, ""), 0);
	assert_int_equal(widget_paragraph(&canvas, (struct rect){ 8, 0, 0, 40 }, STYLE_WARN, "a"), 0);
	assert_int_equal(widget_paragraph(&canvas, (struct rect){ 8, 0, 1, 0 }, STYLE_WARN, "a"), 0);
	assert_int_equal(widget_paragraph_rows(text, 19), 5);
	assert_int_equal(widget_paragraph_rows("", 19), 0);
	golden_check("widgets-paragraph", &canvas);
}

/* --- lists ---------------------------------------------------------------------------------------------------------- */

static void row_of_number(const void *ctx, struct canvas *on, struct rect area, size_t index, enum style style)
{
	char text[32];

	snprintf(text, sizeof text, "%zu %s", index, (const char *)ctx);
	canvas_text(on, area.row, area.col, area.cols, style, text);
	canvas_text_right(on, area.row, area.col, area.cols, STYLE_FORMAL, "F");
}

static void the_bar_is_always_in_sight(void **state)
{
	static const struct {
		size_t len, selected, top;
		int rows;
		size_t shown_top;
	} cases[] = {
		{ 3, 0, 0, 5, 0 },   { 3, 2, 0, 5, 0 },   { 9, 4, 0, 5, 0 },  { 9, 5, 0, 5, 1 },  { 9, 8, 0, 5, 4 },
		{ 9, 2, 4, 5, 2 },   { 9, 6, 4, 5, 4 },   { 9, 8, 99, 5, 4 }, { 3, 2, 2, 5, 0 },  { 0, 0, 0, 5, 0 },
		{ 9, 20, 0, 5, 4 },  { 9, 3, 0, 1, 3 },   { 9, 3, 0, 0, 3 },   { 9, 3, 0, -5, 3 }, { 9, 0, 4, 5, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct list_view list = { .len = cases[i].len, .selected = cases[i].selected, .top = cases[i].top };

		assert_int_equal(list_top(&list, cases[i].rows), cases[i].shown_top);
	}
}

static void lists_show_a_window_and_a_bar(void **state)
{
	struct list_view list = { .len = 12, .selected = 6, .focused = true };

	(void)state;
	list.top = widget_list(&canvas, (struct rect){ 0, 0, 4, 20 }, &list, row_of_number, "社会福祉協議会の見守り");
	assert_int_equal(list.top, 3);
	list.focused = false;
	widget_list(&canvas, (struct rect){ 0, 21, 4, 19 }, &list, row_of_number, "クリニック");
	list = (struct list_view){ .len = 2, .focused = true };
	assert_int_equal(widget_list(&canvas, (struct rect){ 5, 0, 5, 40 }, &list, row_of_number, ""), 0);
	golden_check("widgets-list", &canvas);
}

struct tally {
	const char *text;
	int *drawn;
};

static void row_counted(const void *ctx, struct canvas *on, struct rect area, size_t index, enum style style)
{
	const struct tally *tally = ctx;

	++*tally->drawn;
	row_of_number(tally->text, on, area, index, style);
}

static void a_bar_that_moves_draws_two_rows_and_leaves_the_list_as_drawn_afresh(void **state)
{
	static const size_t bars[] = { 0, 1, 3, 2, 4, 7, 6, 11, 0 };
	enum { ROWS = 4 };
	struct canvas afresh = { 0 };
	struct list_drawn drawn = { false }, none;
	struct rect area = { 1, 2, ROWS, 20 };
	int count = 0;
	struct tally tally = { "社会福祉協議会", &count };

	(void)state;
	canvas_init(&afresh, canvas.rows, canvas.cols);
	for (size_t i = 0; i < COUNT(bars); i++) {
		struct list_view list = { .len = 12, .selected = bars[i], .focused = true };
		size_t top = drawn.top;
		bool was_there = drawn.is_there;
		count = 0;
		widget_list_again(&canvas, area, &list, row_counted, &tally, &drawn);
		assert_int_equal(count, was_there && drawn.top == top ? 2 : ROWS);
		none = (struct list_drawn){ .top = top };
		canvas_clear(&afresh);
		widget_list_again(&afresh, area, &list, row_counted, &tally, &none);
		canvas_check_same(&canvas, &afresh);
	}
	canvas_done(&afresh);
}

/* --- text fields ---------------------------------------------------------------------------------------------------- */

static void fields_follow_the_cursor_sideways(void **state)
{
	struct lineedit edit = { 0 };

	(void)state;
	lineedit_set(&edit, "short");
	widget_field(&canvas, (struct rect){ 0, 0, 1, 20 }, &edit, false);
	lineedit_set(&edit, "ひとり暮らしの方に夕食を届け、様子を見る。");
	widget_field(&canvas, (struct rect){ 1, 0, 1, 21 }, &edit, false); /* the end */
	lineedit_move(&edit, MOVE_START, false);
	widget_field(&canvas, (struct rect){ 2, 0, 1, 21 }, &edit, false); /* the beginning */
	for (int i = 0; i < 10; i++)
		lineedit_move(&edit, MOVE_RIGHT, false);
	widget_field(&canvas, (struct rect){ 3, 0, 1, 21 }, &edit, true); /* the middle */
	for (int i = 0; i < 3; i++)
		lineedit_move(&edit, MOVE_LEFT, true);
	widget_field(&canvas, (struct rect){ 5, 0, 1, 21 }, &edit, true);
	golden_check("widgets-field", &canvas);
	lineedit_done(&edit);
}

static void fields_of_many_rows_wrap(void **state)
{
	struct lineedit edit = { .lines = true };

	(void)state;
	lineedit_set(&edit, "一行目\nひとり暮らしの方に夕食を届け、様子を見る。\n三行目");
	assert_int_equal(widget_field_rows(&edit, 21), 5);
	widget_field(&canvas, (struct rect){ 0, 0, 3, 20 }, &edit, true);
	widget_field(&canvas, (struct rect){ 0, 21, 6, 19 }, &edit, false);
	lineedit_move(&edit, MOVE_START, true);
	widget_field(&canvas, (struct rect){ 4, 0, 3, 20 }, &edit, true);
	golden_check("widgets-wrapped-field", &canvas);
	lineedit_done(&edit);
}

/* Neither does the text move under the eyes when a row is full, nor does the cursor stand on what is written. */
static void behind_a_full_row_the_cursor_has_a_column_of_its_own(void **state)
{
	static const struct {
		const char *text;
		int rows, cursor_row, cursor_col;
	} cases[] = {
		{ "ひとり暮らしの方", 1, 0, 16 }, { "ひとり暮らしの方の", 2, 1, 2 },
		{ "ひとり暮らしの方 ", 1, 0, 16 }, { "ひとり暮らしの方   ", 1, 0, 16 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct lineedit edit = { .lines = true };
		struct rect area = { 2, 3, cases[i].rows, 17 };
		lineedit_set(&edit, cases[i].text);
		assert_int_equal(widget_field_rows(&edit, area.cols), cases[i].rows);
		canvas_clear(&canvas);
		widget_field(&canvas, area, &edit, true);
		assert_int_equal(canvas.cursor_row, area.row + cases[i].cursor_row);
		assert_int_equal(canvas.cursor_col, area.col + cases[i].cursor_col);
		assert_int_equal(canvas_at(&canvas, area.row, area.col)->glyph.points[0], L'ひ');
		assert_int_equal(canvas_at(&canvas, area.row, area.col + 14)->glyph.points[0], L'方');
		lineedit_done(&edit);
	}
}

/* Who goes up in a page to mend a word sees what comes behind it. */
static void a_field_of_many_rows_shows_the_one_behind_the_cursors(void **state)
{
	struct lineedit edit = { .lines = true };

	(void)state;
	lineedit_set(&edit, "1\n2\n3\n4\n5\n6\n7\n8");
	for (int at = 8; at >= 1; at--) {
		int first = at == 8 ? 5 : at > 2 ? at - 2 : 1;
		canvas_clear(&canvas);
		widget_field(&canvas, (struct rect){ 0, 0, 4, 10 }, &edit, true);
		assert_int_equal(canvas.cursor_row, at - first);
		assert_int_equal(canvas_at(&canvas, 0, 0)->glyph.points[0], L'0' + first);
		lineedit_move_row(&edit, -1, 9, false);
	}
	lineedit_done(&edit);
}

static void an_empty_field_has_the_cursor_at_its_beginning(void **state)
{
	struct lineedit edit = { 0 };

	(void)state;
	widget_field(&canvas, (struct rect){ 2, 3, 1, 10 }, &edit, false);
	assert_int_equal(canvas.cursor_row, -1);
	widget_field(&canvas, (struct rect){ 2, 3, 1, 10 }, &edit, true);
	assert_int_equal(canvas.cursor_row, 2);
	assert_int_equal(canvas.cursor_col, 3);
	assert_int_equal(widget_field_rows(&edit, 10), 1);
	assert_int_equal(widget_field_rows(&edit, 0), 1);
	widget_field(&canvas, (struct rect){ 2, 3, 0, 10 }, &edit, true);
	widget_field(&canvas, (struct rect){ 2, 3, 1, 0 }, &edit, true);
	lineedit_done(&edit);
}

static unsigned seed_of_the_day(void)
{
	const char *given = getenv("YORIAI_SEED");
	unsigned seed = given ? (unsigned)strtoul(given, NULL, 10) : (unsigned)time(NULL);

	print_message("YORIAI_SEED=%u\n", seed);
	return seed;
}

/* Types, moves and deletes at random; the cursor must always be in the field, and nothing outside be touched. */
static void the_cursor_never_leaves_its_field(void **state)
{
	static const char *const pieces[] = { "a", "字", "か\u3099", "ｶﾞ", " ", "。", "①", "\n", "長いことば", "word " };
	struct lineedit edit = { .lines = true };

	(void)state;
	srand(seed_of_the_day());
	for (int round = 0; round < 2000; round++) {
		const char *piece = pieces[(size_t)rand() % COUNT(pieces)];
		struct rect area = { 2, 5, rand() % 4 + 1, rand() % 12 + 1 };

		if (rand() % 3)
			lineedit_insert(&edit, piece, strlen(piece));
		else if (rand() % 4)
			lineedit_move(&edit, (enum lineedit_move)(rand() % (MOVE_END + 1)), rand() % 2);
		else
			lineedit_delete(&edit, (enum lineedit_move)(rand() % (MOVE_END + 1)));
		canvas_clear(&canvas);
		widget_field(&canvas, area, &edit, true);
		canvas_check(&canvas);
		assert_in_range(canvas.cursor_row, area.row, area.row + area.rows - 1);
		assert_in_range(canvas.cursor_col, area.col, area.col + area.cols - 1);
		for (int row = 0; row < canvas.rows; row++) {
			assert_int_equal(canvas_at(&canvas, row, area.col - 1)->style, STYLE_PLAIN);
			assert_int_equal(canvas_at(&canvas, row, area.col + area.cols)->style, STYLE_PLAIN);
		}
		assert_int_equal(canvas_at(&canvas, area.row + area.rows, area.col)->style, STYLE_PLAIN);
	}
	lineedit_done(&edit);
}

/* --- boxes and the rest --------------------------------------------------------------------------------------------- */

static void popups_cut_what_lies_below_them_cleanly(void **state)
{
	struct rect room;

	(void)state;
	for (int row = 0; row < canvas.rows; row++)
		canvas_text(&canvas, row, row % 2, 40, STYLE_PLAIN, "見守りと配食を町内会と社協で続ける仕組み");
	room = widget_popup(&canvas, 3, 21, "いつ始まりましたか");
	assert_int_equal(room.rows, 3);
	assert_int_equal(room.cols, 21);
	canvas_text(&canvas, room.row, room.col, room.cols, STYLE_PLAIN, "13:45");
	golden_check("widgets-popup", &canvas);
	room = widget_popup(&canvas, 99, 99, "as large as the canvas");
	assert_int_equal(room.rows, 8);
	assert_int_equal(room.cols, 36);
	canvas_check(&canvas);
}

static void gauges_fill_by_their_part(void **state)
{
	static const struct {
		int64_t part, whole;
		int filled;
	} cases[] = { { 0, 10, 0 }, { 5, 10, 10 }, { 10, 10, 20 }, { 15, 10, 20 }, { -5, 10, 0 }, { 0, 0, 20 },
		      { INT64_MAX / 2, INT64_MAX, 10 }, { 99, 100, 19 } };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		int filled = 0;

		widget_gauge(&canvas, (struct rect){ 1, 1, 1, 20 }, STYLE_BIG, cases[i].part, cases[i].whole);
		for (int col = 0; col < 40; col++)
			filled += canvas_at(&canvas, 1, col)->style == STYLE_BIG;
		assert_int_equal(filled, cases[i].filled);
	}
}

static void small_screens_are_told_so(void **state)
{
	static const int small[][2] = { { 9, 40 }, { 10, 39 }, { 5, 20 }, { 1, 1 }, { 0, 0 } };

	(void)state;
	assert_false(widget_too_small(&canvas));
	for (size_t i = 0; i < COUNT(small); i++) {
		canvas_resize(&canvas, small[i][0], small[i][1]);
		canvas_cursor(&canvas, 0, 0);
		assert_true(widget_too_small(&canvas));
		assert_int_equal(canvas.cursor_row, -1);
		canvas_check(&canvas);
	}
	canvas_resize(&canvas, 5, 20);
	widget_too_small(&canvas);
	golden_check("widgets-too-small", &canvas);
}

static void widgets_fit_on_no_canvas_at_all(void **state)
{
	static const int sizes[][2] = { { 0, 0 }, { 1, 1 }, { 2, 2 }, { 1, 80 }, { 24, 1 } };
	struct list_view list = { .len = 5, .selected = 3, .focused = true };
	struct lineedit edit = { 0 };

	(void)state;
	lineedit_set(&edit, "漢字");
	for (size_t i = 0; i < COUNT(sizes); i++) {
		struct rect all;

		canvas_resize(&canvas, sizes[i][0], sizes[i][1]);
		all = canvas_whole(&canvas);
		widget_header(&canvas, 0, "題", "13:45");
		widget_footer(&canvas, AT_run);
		widget_notice(&canvas, 0, STYLE_WARN, "題");
		widget_paragraph(&canvas, all, STYLE_PLAIN, "長い文章です。");
		widget_list(&canvas, all, &list, row_of_number, "題");
		widget_field(&canvas, all, &edit, true);
		widget_gauge(&canvas, all, STYLE_BIG, 1, 2);
		widget_popup(&canvas, 5, 20, "題");
		canvas_check(&canvas);
	}
	lineedit_done(&edit);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, small_canvas, drop_canvas)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_bar_that_moves_draws_two_rows_and_leaves_the_list_as_drawn_afresh),
		CASE(headers_keep_their_info_and_cut_their_title),
		CASE(paragraphs_wrap_and_say_where_they_are_cut),
		CASE(the_bar_is_always_in_sight),
		CASE(lists_show_a_window_and_a_bar),
		CASE(fields_follow_the_cursor_sideways),
		CASE(fields_of_many_rows_wrap),
		CASE(behind_a_full_row_the_cursor_has_a_column_of_its_own),
		CASE(a_field_of_many_rows_shows_the_one_behind_the_cursors),
		CASE(an_empty_field_has_the_cursor_at_its_beginning),
		CASE(the_cursor_never_leaves_its_field),
		CASE(popups_cut_what_lies_below_them_cleanly),
		CASE(gauges_fill_by_their_part),
		CASE(small_screens_are_told_so),
		CASE(widgets_fit_on_no_canvas_at_all),
	};

	return cmocka_run_group_tests_name("widgets", tests, NULL, NULL);
}
