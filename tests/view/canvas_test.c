#include "base/buf.h"
#include "base/mem.h"
#include "golden.h"
#include "view/print.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static struct canvas canvas;

static int blank_canvas(void **state)
{
	(void)state;
	canvas_init(&canvas, 3, 10);
	return 0;
}

static int drop_canvas(void **state)
{
	(void)state;
	text_set_ambiguous_wide(false);
	canvas_done(&canvas);
	return 0;
}

/* One row as text, trailing blanks trimmed. */
static void assert_row(int row, const char *wanted)
{
	struct buf text = { 0 };
	const char *line;

	canvas_check(&canvas);
	canvas_print_text(&canvas, &text);
	line = buf_text(&text);
	for (int i = 0; i < row; i++)
		line = strchr(line, '\n') + 1;
	*strchrnul((char *)line, '\n') = '\0';
	assert_string_equal(line, wanted);
	buf_done(&text);
}

static void text_is_cut_between_clusters_and_says_so(void **state)
{
	static const struct {
		int col, cols;
		const char *text, *row;
		int used;
	} cases[] = {
		{ 0, 10, "abc", "abc", 3 },
		{ 0, 10, "abcdefghij", "abcdefghij", 10 },
		{ 0, 10, "abcdefghijk", "abcdefghi…", 10 },
		{ 0, 10, "あいうえお", "あいうえお", 10 },
		{ 0, 10, "あいうえおか", "あいうえ…", 9 },
		{ 0, 4, "あいう", "あ…", 3 },
		{ 0, 1, "あ", "…", 1 },
		{ 0, 0, "あ", "", 0 },
		{ 0, -1, "あ", "", 0 },
		{ 8, 10, "abc", "        a…", 2 },
		{ 9, 10, "あ", "         …", 1 },
		{ 10, 10, "a", "", 0 },
		{ -1, 10, "abc", "bc", 3 },
		{ -1, 10, "あい", " い", 4 },
		{ INT_MIN, INT_MAX, "abc", "", 3 },
		{ INT_MAX, INT_MAX, "abc", "", 0 },
		{ 0, 10, "か\u3099ん", "がん", 4 },
		{ 0, 10, "a\nb\tc\033d", "a␊b c␛d", 7 },
		{ 0, 10, "", "", 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		canvas_clear(&canvas);
		assert_int_equal(canvas_text(&canvas, 1, cases[i].col, cases[i].cols, STYLE_PLAIN, cases[i].text),
				 cases[i].used);
		assert_row(1, cases[i].row);
		assert_row(0, "");
		assert_row(2, "");
	}
}

static void what_cuts_a_wide_glyph_blanks_its_other_half(void **state)
{
	static const struct {
		int col;
		const char *text, *row;
	} cases[] = {
		{ 0, "X", "X いうえお" },  { 1, "X", " Xいうえお" },  { 2, "X", "あX うえお" },
		{ 3, "XY", "あ XY えお" }, { 9, "X", "あいうえ X" },  { 1, "漢", " 漢 うえお" },
		{ 7, "漢", "あいう 漢" },  { 2, "漢", "あ漢うえお" }, { 3, "漢字", "あ 漢字 お" },
		{ -1, "漢", "  いうえお" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		canvas_clear(&canvas);
		canvas_text(&canvas, 0, 0, 10, STYLE_PLAIN, "あいうえお");
		canvas_text(&canvas, 0, cases[i].col, 10, STYLE_STRONG, cases[i].text);
		assert_row(0, cases[i].row);
	}
}

static void a_glyph_cut_by_the_canvas_leaves_its_half_empty(void **state)
{
	static const struct glyph kanji = { { L'漢' }, 2 };

	(void)state;
	canvas_fill(&canvas, canvas_whole(&canvas), STYLE_FIELD);
	canvas_glyph(&canvas, 0, 9, STYLE_STRONG, &kanji);
	canvas_glyph(&canvas, 0, -1, STYLE_STRONG, &kanji);
	canvas_glyph(&canvas, 3, 0, STYLE_STRONG, &kanji);
	canvas_glyph(&canvas, -1, 0, STYLE_STRONG, &kanji);
	canvas_glyph(&canvas, 0, INT_MAX, STYLE_STRONG, &kanji);
	canvas_glyph(&canvas, 0, INT_MIN, STYLE_STRONG, &kanji);
	assert_row(0, "");
	assert_int_equal(canvas_at(&canvas, 0, 9)->style, STYLE_STRONG);
	assert_int_equal(canvas_at(&canvas, 0, 0)->style, STYLE_STRONG);
	assert_int_equal(canvas_at(&canvas, 0, 1)->style, STYLE_FIELD);
}

static void both_halves_of_a_wide_glyph_have_one_style(void **state)
{
	(void)state;
	canvas_text(&canvas, 0, 0, 10, STYLE_PLAIN, "あいうえお");
	canvas_restyle(&canvas, (struct rect){ 0, 1, 1, 2 }, STYLE_FOCUS); /* the left half of い, the right of あ */
	assert_row(0, "あいうえお");
	assert_int_equal(canvas_at(&canvas, 0, 1)->style, STYLE_PLAIN);
	assert_int_equal(canvas_at(&canvas, 0, 2)->style, STYLE_FOCUS);
	assert_int_equal(canvas_at(&canvas, 0, 3)->style, STYLE_FOCUS);
	assert_int_equal(canvas_at(&canvas, 0, 4)->style, STYLE_PLAIN);
}

static void fills_and_frames_outside_are_ignored(void **state)
{
	static const struct rect outside[] = {
		{ -9, -9, 5, 5 }, { 99, 0, 5, 5 }, { 0, 99, 5, 5 }, { INT_MAX, INT_MAX, INT_MAX, INT_MAX },
		{ 0, 0, 0, 5 }, { 0, 0, 5, 0 }, { 0, 0, -5, -5 }, { INT_MIN, INT_MIN, INT_MAX, INT_MAX },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(outside); i++) {
		canvas_fill(&canvas, outside[i], STYLE_OVER);
		canvas_restyle(&canvas, outside[i], STYLE_OVER);
	}
	canvas_frame(&canvas, (struct rect){ -9, -9, 5, 5 }, STYLE_OVER, "outside");
	canvas_frame(&canvas, (struct rect){ 0, 0, 1, 5 }, STYLE_OVER, "flat");
	canvas_cursor(&canvas, 3, 0);
	canvas_cursor(&canvas, 0, 10);
	for (int row = 0; row < 3; row++) {
		assert_row(row, "");
		for (int col = 0; col < 10; col++)
			assert_int_equal(canvas_at(&canvas, row, col)->style, STYLE_PLAIN);
	}
	assert_int_equal(canvas.cursor_row, -1);
	assert_null(canvas_at(&canvas, 0, 10));
	assert_null(canvas_at(&canvas, -1, 0));
}

static void a_frame_over_wide_text_cuts_it_cleanly(void **state)
{
	(void)state;
	canvas_resize(&canvas, 7, 26);
	for (int row = 0; row < 7; row++)
		canvas_text(&canvas, row, row % 2, 26, STYLE_PLAIN, "社会福祉協議会が地域を支える");
	canvas_fill(&canvas, (struct rect){ 1, 5, 5, 15 }, STYLE_PLAIN);
	canvas_frame(&canvas, (struct rect){ 1, 5, 5, 15 }, STYLE_STRONG, "民生委員・児童委員");
	canvas_text(&canvas, 3, 7, 11, STYLE_PLAIN, "見守り活動です");
	golden_check("canvas-frame", &canvas);
}

static void where_box_lines_are_wide_frames_are_ascii(void **state)
{
	(void)state;
	text_set_ambiguous_wide(true);
	canvas_resize(&canvas, 5, 20);
	canvas_frame(&canvas, canvas_whole(&canvas), STYLE_PLAIN, "①題");
	canvas_text(&canvas, 1, 1, 18, STYLE_PLAIN, "①②③④⑤⑥⑦⑧⑨⑩");
	canvas_text(&canvas, 2, 1, 18, STYLE_PLAIN, "①②③④⑤⑥⑦⑧⑨");
	canvas_text(&canvas, 3, 1, 1, STYLE_PLAIN, "①");
	golden_check("canvas-wide", &canvas);
}

static void a_window_on_a_sheet_cuts_wide_glyphs_at_its_edges(void **state)
{
	struct canvas sheet;

	(void)state;
	canvas_init(&sheet, 2, 10);
	canvas_text(&sheet, 1, 0, 10, STYLE_STRONG, "あいうえお");
	canvas_text(&canvas, 1, 0, 10, STYLE_PLAIN, "漢字漢字漢");
	canvas_copy(&canvas, (struct rect){ 1, 3, 1, 4 }, &sheet, 1, 1);
	assert_row(1, "漢  い  漢");
	canvas_copy(&canvas, (struct rect){ 0, 0, 3, 10 }, &sheet, 5, 5);
	assert_row(1, "");
	canvas_done(&sheet);
}

static void canvases_of_no_size_take_everything(void **state)
{
	static const int sizes[][2] = { { 0, 0 }, { 1, 1 }, { 0, 5 }, { 5, 0 }, { -1, -1 } };

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		canvas_resize(&canvas, sizes[i][0], sizes[i][1]);
		canvas_text(&canvas, 0, 0, 5, STYLE_PLAIN, "漢字");
		canvas_text_right(&canvas, 0, 0, 5, STYLE_PLAIN, "漢");
		canvas_text_centred(&canvas, 0, 0, 1, STYLE_PLAIN, "漢");
		canvas_fill(&canvas, (struct rect){ -1, -1, 9, 9 }, STYLE_BAR);
		canvas_frame(&canvas, canvas_whole(&canvas), STYLE_BAR, "漢");
		canvas_cursor(&canvas, 0, 0);
		canvas_check(&canvas);
	}
}

/* --- random drawing ---------------------------------------------------------------------------------------------- */

static const char *const pieces[] = {
	"a", "字", "か\u3099", "か\u309a", "ｶﾞ", "①", "…", "👨‍👩‍👧", "🇯🇵", "\u0301",
	"\n", "\033", "\xff", "é", "\u3000", "─", "㉈", "𠮷", "\u200b",
};

static void random_text(struct buf *text)
{
	buf_clear(text);
	for (int len = rand() % 20; len > 0; len--)
		buf_add_text(text, pieces[(size_t)rand() % COUNT(pieces)]);
}

static struct rect random_rect(void)
{
	return (struct rect){ rand() % 12 - 3, rand() % 40 - 6, rand() % 9 - 1, rand() % 30 - 2 };
}

static void draw_at_random(struct buf *text)
{
	struct rect area = random_rect();
	enum style style = (enum style)(rand() % STYLE_COUNT);

	random_text(text);
	switch (rand() % 6) {
	case 0: canvas_fill(&canvas, area, style); break;
	case 1: canvas_frame(&canvas, area, style, buf_text(text)); break;
	case 2: canvas_restyle(&canvas, area, style); break;
	case 3: canvas_text_right(&canvas, area.row, area.col, area.cols, style, buf_text(text)); break;
	case 4: canvas_text_centred(&canvas, area.row, area.col, area.cols, style, buf_text(text)); break;
	default: canvas_text(&canvas, area.row, area.col, area.cols, style, buf_text(text)); break;
	}
}

static void random_drawing_keeps_every_row_whole(void **state)
{
	const char *given = getenv("YORIAI_SEED");
	unsigned seed = given ? (unsigned)strtoul(given, NULL, 10) : (unsigned)time(NULL);
	struct buf text = { 0 };

	(void)state;
	print_message("YORIAI_SEED=%u\n", seed);
	srand(seed);
	for (int round = 0; round < 200; round++) {
		text_set_ambiguous_wide(rand() % 2);
		canvas_resize(&canvas, rand() % 8, rand() % 30);
		for (int i = 0; i < 30; i++) {
			draw_at_random(&text);
			canvas_check(&canvas);
		}
	}
	buf_done(&text);
}

static void text_stays_in_the_columns_given(void **state)
{
	struct buf text = { 0 };

	(void)state;
	canvas_resize(&canvas, 1, 30);
	for (int round = 0; round < 500; round++) {
		int cols = rand() % 12, used;

		canvas_fill(&canvas, canvas_whole(&canvas), STYLE_FIELD);
		random_text(&text);
		used = canvas_text(&canvas, 0, 9, cols, STYLE_STRONG, buf_text(&text));
		assert_true(used <= cols);
		for (int col = 0; col < 30; col++)
			assert_int_equal(canvas_at(&canvas, 0, col)->style,
					 col >= 9 && col < 9 + used ? STYLE_STRONG : STYLE_FIELD);
	}
	buf_done(&text);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, blank_canvas, drop_canvas)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(text_is_cut_between_clusters_and_says_so),
		CASE(what_cuts_a_wide_glyph_blanks_its_other_half),
		CASE(a_glyph_cut_by_the_canvas_leaves_its_half_empty),
		CASE(both_halves_of_a_wide_glyph_have_one_style),
		CASE(fills_and_frames_outside_are_ignored),
		CASE(a_frame_over_wide_text_cuts_it_cleanly),
		CASE(where_box_lines_are_wide_frames_are_ascii),
		CASE(a_window_on_a_sheet_cuts_wide_glyphs_at_its_edges),
		CASE(canvases_of_no_size_take_everything),
		CASE(random_drawing_keeps_every_row_whole),
		CASE(text_stays_in_the_columns_given),
	};

	return cmocka_run_group_tests_name("canvas", tests, NULL, NULL);
}
