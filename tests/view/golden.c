#include "golden.h"

#include "base/buf.h"
#include "base/file.h"
#include "view/print.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include <cmocka.h>

enum { GOLDEN_MAX_BYTES = 1 << 20 };

static void write_golden(const char *path, const struct buf *drawn)
{
	struct fault fault = { 0 };

	if (file_replace(path, buf_text(drawn), drawn->len, &fault) != ST_OK)
		fail_msg("%s", fault.text);
}

static bool is_same(const char *path, const struct buf *drawn)
{
	struct buf golden = { 0 };
	struct fault fault = { 0 };
	bool same;

	if (file_read(path, GOLDEN_MAX_BYTES, &golden, &fault) != ST_OK)
		print_error("%s\n", fault.text);
	same = golden.len == drawn->len && !memcmp(buf_text(&golden), buf_text(drawn), drawn->len);
	if (!same)
		print_error("%s holds:\n%s\nbut this was drawn:\n%s\n", path, buf_text(&golden), buf_text(drawn));
	buf_done(&golden);
	return same;
}

void golden_check_all(const char *name, const struct canvas *canvases, size_t len)
{
	const char *source = getenv("YORIAI_SOURCE");
	struct buf drawn = { 0 };
	bool same = true;
	char path[1024];

	snprintf(path, sizeof path, "%s/tests/view/golden/%s.txt", source ? source : ".", name);
	for (size_t i = 0; i < len; i++) {
		canvas_check(&canvases[i]);
		canvas_print_golden(&canvases[i], &drawn);
	}
	if (getenv("YORIAI_UPDATE_GOLDENS"))
		write_golden(path, &drawn);
	else
		same = is_same(path, &drawn);
	buf_done(&drawn);
	assert_true(same);
}

void golden_check(const char *name, const struct canvas *canvas)
{
	golden_check_all(name, canvas, 1);
}

void canvas_check(const struct canvas *canvas)
{
	for (int row = 0; row < canvas->rows; row++) {
		for (int col = 0; col < canvas->cols;) {
			const struct cell *cell = canvas_at(canvas, row, col);

			assert_in_range(cell->glyph.cols, 1, 2);
			assert_true(cell->glyph.points[0] >= L' ' && cell->style < STYLE_COUNT);
			if (cell->glyph.cols == 2) {
				assert_true(col + 1 < canvas->cols);
				assert_int_equal(cell[1].glyph.cols, 0);
				assert_int_equal(cell[1].style, cell->style);
			}
			col += cell->glyph.cols;
		}
	}
}

static bool cell_equal(const struct cell *a, const struct cell *b)
{
	return a->style == b->style && a->glyph.cols == b->glyph.cols && wcscmp(a->glyph.points, b->glyph.points) == 0;
}

bool canvas_row_equal(const struct canvas *a, const struct canvas *b, int row)
{
	assert_true(a->rows == b->rows && a->cols == b->cols);
	for (int col = 0; col < a->cols; col++) {
		if (!cell_equal(canvas_at(a, row, col), canvas_at(b, row, col)))
			return false;
	}
	return true;
}

void canvas_check_same(const struct canvas *a, const struct canvas *b)
{
	assert_int_equal(a->rows, b->rows);
	assert_int_equal(a->cols, b->cols);
	for (int row = 0; row < a->rows; row++)
		assert_true(canvas_row_equal(a, b, row));
}
