#include "base/mem.h"
#include "golden.h"
#include "view/bigtext.h"
#include "view/unifont.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static struct canvas canvas;

static int wide_canvas(void **state)
{
	(void)state;
	canvas_init(&canvas, 24, 80);
	return 0;
}

static int drop_canvas(void **state)
{
	(void)state;
	text_set_ambiguous_wide(false);
	canvas_done(&canvas);
	return 0;
}

/* The smallest rectangle that holds all filled pixels. */
static struct rect inked(void)
{
	int top = canvas.rows, left = canvas.cols, bottom = -1, right = -1;

	for (int row = 0; row < canvas.rows; row++) {
		for (int col = 0; col < canvas.cols; col++) {
			const struct cell *cell = canvas_at(&canvas, row, col);

			if (cell->style == STYLE_PLAIN && cell->glyph.points[0] == L' ')
				continue;
			top = row < top ? row : top;
			left = col < left ? col : left;
			bottom = row;
			right = col > right ? col : right;
		}
	}
	return (struct rect){ top, left, bottom - top + 1, right - left + 1 };
}

static void digits_fill_the_area_at_every_size(void **state)
{
	static const struct {
		int rows, cols;
		const char *text;
		int least_rows, least_cols, least_stroke;
	} cases[] = {
		{ 24, 80, "12:34", 17, 74, 4 },  { 12, 40, "12:34", 7, 34, 2 },   { 36, 120, "12:34", 26, 108, 5 },
		{ 60, 200, "12:34", 42, 180, 9 }, { 24, 80, "1:23:45", 10, 70, 2 }, { 24, 80, "+4:59", 17, 74, 4 },
		{ 8, 80, "12:34", 8, 40, 2 },    { 3, 40, "12:34", 3, 27, 2 },    { 3, 17, "12:34", 3, 17, 1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct rect area = { 0, 0, cases[i].rows, cases[i].cols }, ink;
		int rows;

		canvas_resize(&canvas, area.rows, area.cols);
		rows = bigtext_digits(&canvas, area, STYLE_BIG, cases[i].text);
		ink = inked();
		assert_in_range(ink.rows, cases[i].least_rows, area.rows);
		assert_in_range(ink.cols, cases[i].least_cols, area.cols);
		assert_true(ink.rows <= rows && rows <= area.rows);
		assert_in_range(bigtext_digits_scale(area.rows, area.cols, cases[i].text), cases[i].least_stroke,
				area.cols);
		canvas_check(&canvas);
	}
}

static void digits_that_do_not_fit_are_plain_text(void **state)
{
	static const struct {
		int rows, cols;
		const char *text;
	} cases[] = {
		{ 2, 80, "12:34" }, { 3, 16, "12:34" }, { 24, 80, "12h34" }, { 1, 1, "5" }, { 0, 0, "5" },
		{ 24, 80, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct rect area = { 0, 0, cases[i].rows, cases[i].cols };

		assert_int_equal(bigtext_digits_scale(area.rows, area.cols, cases[i].text), 0);
		canvas_resize(&canvas, area.rows, area.cols);
		assert_int_equal(bigtext_digits(&canvas, area, STYLE_BIG, cases[i].text), 0);
		canvas_check(&canvas);
	}
	canvas_resize(&canvas, 2, 80);
	bigtext_digits(&canvas, canvas_whole(&canvas), STYLE_BIG_WARN, "12:34");
	golden_check("bigtext-plain", &canvas);
}

static void a_running_clock_stands_still(void **state)
{
	struct rect first;

	(void)state;
	bigtext_digits(&canvas, canvas_whole(&canvas), STYLE_BIG, "88:88");
	first = inked();
	for (int digit = 0; digit <= 9; digit++) {
		char text[8];
		struct rect ink;

		snprintf(text, sizeof text, "8%d:%d8", digit, digit);
		canvas_clear(&canvas);
		bigtext_digits(&canvas, canvas_whole(&canvas), STYLE_BIG, text);
		ink = inked();
		assert_memory_equal(&ink, &first, sizeof ink);
	}
}

static void all_digits_are_drawn(void **state)
{
	(void)state;
	canvas_resize(&canvas, 22, 70);
	for (int i = 0; i < 2; i++) {
		struct rect area = { 11 * i, 0, 11, 70 };

		bigtext_digits(&canvas, area, STYLE_BIG, i ? "56789:+" : "01234:-");
	}
	golden_check("bigtext-digits", &canvas);
	canvas_resize(&canvas, 5, 60);
	bigtext_digits(&canvas, canvas_whole(&canvas), STYLE_BIG, "0123456789:+- ");
	golden_check("bigtext-small", &canvas);
}

static void over_time_the_digits_stand_in_a_block(void **state)
{
	(void)state;
	canvas_resize(&canvas, 12, 50);
	bigtext_digits(&canvas, (struct rect){ 1, 1, 10, 48 }, STYLE_BIG_OVER, "+1:07");
	golden_check("bigtext-over", &canvas);
}

static void where_half_blocks_are_wide_only_whole_cells_are_used(void **state)
{
	(void)state;
	text_set_ambiguous_wide(true);
	canvas_resize(&canvas, 12, 60);
	bigtext_digits(&canvas, canvas_whole(&canvas), STYLE_BIG, "12:34");
	for (int col = 0; col < 60; col++) {
		for (int row = 0; row < 12; row++)
			assert_int_equal(canvas_at(&canvas, row, col)->glyph.points[0], L' ');
	}
	golden_check("bigtext-wide", &canvas);
}

/* --- labels ------------------------------------------------------------------------------------------------------ */

/* A box of 16 dots for every character beyond ASCII but 無, an upright stroke 8 wide for the others. */
static bool find_box(void *ctx, uint32_t point, struct bitmap *ret_bitmap)
{
	(void)ctx;
	if (point == L'無')
		return false;
	*ret_bitmap = (struct bitmap){ .cols = point < 0x80 ? 8 : 16 };
	for (int row = 0; row < BITMAP_ROWS; row++)
		ret_bitmap->rows[row] = point < 0x80 ? 0x18 : row == 0 || row == BITMAP_ROWS - 1 ? 0xffff : 0x8001;
	return true;
}
static const struct glyph_source boxes = { find_box, NULL };

static void labels_are_as_large_as_their_glyphs_allow(void **state)
{
	static const struct {
		int rows, cols;
		bool wide;
		const char *text;
		int used;
	} cases[] = {
		{ 8, 80, false, "個人ワーク", 8 },    { 8, 79, false, "個人ワーク", 1 },
		{ 7, 80, false, "個人ワーク", 1 },    { 16, 160, false, "個人ワーク", 16 },
		{ 16, 159, false, "個人ワーク", 8 },  { 60, 200, false, "Aか", 60 / 8 * 8 },
		{ 8, 80, true, "個人", 1 },           { 16, 64, true, "個人", 16 },
		{ 8, 80, false, "無人", 1 },          { 0, 80, false, "個人", 0 },
		{ 8, 80, false, "", 1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct rect area = { 0, 0, cases[i].rows, cases[i].cols };

		text_set_ambiguous_wide(cases[i].wide);
		canvas_resize(&canvas, area.rows, area.cols);
		assert_int_equal(bigtext_label(&canvas, area, STYLE_BIG, cases[i].text, &boxes), cases[i].used);
		canvas_check(&canvas);
	}
}

static void a_label_is_drawn_from_its_source_or_spaced_out(void **state)
{
	(void)state;
	canvas_resize(&canvas, 11, 50);
	bigtext_label(&canvas, (struct rect){ 0, 0, 8, 50 }, STYLE_BIG, "家A1", &boxes);
	bigtext_label(&canvas, (struct rect){ 8, 0, 1, 50 }, STYLE_BIG, "個人ワーク", NULL);
	bigtext_label(&canvas, (struct rect){ 9, 0, 1, 20 }, STYLE_BIG_WARN, "個人ワークの時間", NULL);
	bigtext_label(&canvas, (struct rect){ 10, 0, 1, 10 }, STYLE_BIG_OVER, "個人ワークの時間", NULL);
	golden_check("bigtext-label", &canvas);
}

/* --- unifont ----------------------------------------------------------------------------------------------------- */

static const char hex[] = "0041:0000000018242442427E424242420000\n"
			  "3042:01000100FFFF01000100010001000100010001000100010001000100010003FF\n"
			  "5BB6:zz\n"
			  "2000B:8000000000000000000000000000000000000000000000000000000000000001\n";

static void write_font(char path[], const char *bytes, size_t len)
{
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, len), (ssize_t)len);
	close(fd);
}

static void unifont_finds_the_lines_it_is_asked_for(void **state)
{
	char path[] = "/tmp/yoriai-font-XXXXXX";
	struct unifont font = { .path = path };
	struct glyph_source source = unifont_source(&font);
	struct bitmap bitmap;

	(void)state;
	write_font(path, hex, sizeof hex - 1);
	for (int again = 0; again < 2; again++) {
		assert_true(source.find(source.ctx, 0x41, &bitmap));
		assert_int_equal(bitmap.cols, 8);
		assert_int_equal(bitmap.rows[9], 0x7e);
		assert_true(source.find(source.ctx, 0x3042, &bitmap));
		assert_int_equal(bitmap.cols, 16);
		assert_int_equal(bitmap.rows[1], 0x0100);
		assert_int_equal(bitmap.rows[15], 0x03ff);
		assert_true(source.find(source.ctx, 0x2000b, &bitmap));
		assert_int_equal(bitmap.rows[0], 0x8000);
		assert_false(source.find(source.ctx, 0x5bb6, &bitmap)); /* there, but not a glyph */
		assert_false(source.find(source.ctx, 0, &bitmap));
		assert_false(source.find(source.ctx, 0x40, &bitmap));
		assert_false(source.find(source.ctx, 0x3043, &bitmap));
		assert_false(source.find(source.ctx, 0x10ffff, &bitmap));
		assert_true(font.kept[0x41 % UNIFONT_KEPT].found);
	}
	unifont_done(&font);
	unlink(path);
}

/* Lines of both lengths, every third code point. */
static void every_line_of_a_font_is_found_and_none_between(void **state)
{
	char path[] = "/tmp/yoriai-font-XXXXXX";
	struct unifont font = { .path = path };
	struct glyph_source source = unifont_source(&font);
	struct buf lines = { 0 };
	struct bitmap bitmap;

	(void)state;
	for (unsigned point = 3; point < 1500; point += 3)
		buf_addf(&lines, "%04X:%0*X\n", point, point % 2 ? 64 : 32, point);
	write_font(path, buf_text(&lines), lines.len);
	for (unsigned point = 1; point < 1502; point++) {
		bool there = point % 3 == 0 && point < 1500;

		assert_int_equal(source.find(source.ctx, point, &bitmap), there);
		if (there)
			assert_int_equal(bitmap.rows[15], point % 2 ? point : point & 0xff);
	}
	unifont_done(&font);
	buf_done(&lines);
	unlink(path);
}

static void a_strange_font_has_no_glyphs(void **state)
{
	static const struct {
		const char *bytes;
		size_t len;
	} cases[] = { { "", 0 }, { "\n\n\n", 3 }, { "no font", 7 }, { "0041:", 5 }, { "0041\n", 5 }, { "\0\0\0", 3 } };
	struct bitmap bitmap;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char path[] = "/tmp/yoriai-font-XXXXXX";
		struct unifont font = { .path = path };
		struct glyph_source source = unifont_source(&font);

		write_font(path, cases[i].bytes, cases[i].len);
		assert_false(source.find(source.ctx, 0x41, &bitmap));
		unifont_done(&font);
		unlink(path);
	}
}

static void what_is_no_file_has_no_glyphs(void **state)
{
	static const char *const paths[] = { "/nowhere/at/all", "/tmp", "/dev/null", "/dev/zero" };
	struct bitmap bitmap;

	(void)state;
	for (size_t i = 0; i < COUNT(paths); i++) {
		struct unifont font = { .path = paths[i] };
		struct glyph_source source = unifont_source(&font);

		assert_false(unifont_is_there(&font));
		assert_false(source.find(source.ctx, 0x41, &bitmap));
		unifont_done(&font);
	}
}

static void the_installed_unifont_draws_kanji(void **state)
{
	struct unifont font = { 0 };
	struct glyph_source source = unifont_source(&font);

	(void)state;
	if (!unifont_is_there(&font))
		skip();
	canvas_resize(&canvas, 8, 80);
	assert_int_equal(bigtext_label(&canvas, canvas_whole(&canvas), STYLE_BIG, "個人ワーク", &source), 8);
	assert_in_range(inked().cols, 70, 80);
	canvas_check(&canvas);
	unifont_done(&font);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, wide_canvas, drop_canvas)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(digits_fill_the_area_at_every_size),
		CASE(digits_that_do_not_fit_are_plain_text),
		CASE(a_running_clock_stands_still),
		CASE(all_digits_are_drawn),
		CASE(over_time_the_digits_stand_in_a_block),
		CASE(where_half_blocks_are_wide_only_whole_cells_are_used),
		CASE(labels_are_as_large_as_their_glyphs_allow),
		CASE(a_label_is_drawn_from_its_source_or_spaced_out),
		cmocka_unit_test(unifont_finds_the_lines_it_is_asked_for),
		cmocka_unit_test(every_line_of_a_font_is_found_and_none_between),
		cmocka_unit_test(a_strange_font_has_no_glyphs),
		cmocka_unit_test(what_is_no_file_has_no_glyphs),
		CASE(the_installed_unifont_draws_kanji),
	};

	return cmocka_run_group_tests_name("bigtext", tests, NULL, NULL);
}
