#include "pixels.h"

#include "base/mem.h"

#include <stdlib.h>

int pixels_per_row(void)
{
	return text_is_ambiguous_wide() ? 1 : 2;
}

void pixels_init(struct pixels *pixels, int rows, int cols)
{
	pixels->rows = rows;
	pixels->cols = cols;
	pixels->lit = mem_new((size_t)rows * (size_t)cols + 1, sizeof *pixels->lit);
}

void pixels_done(struct pixels *pixels)
{
	free(pixels->lit);
	*pixels = (struct pixels){ 0 };
}

static bool is_inside(const struct pixels *pixels, int row, int col)
{
	return row >= 0 && row < pixels->rows && col >= 0 && col < pixels->cols;
}

void pixels_light(struct pixels *pixels, int row, int col)
{
	if (is_inside(pixels, row, col))
		pixels->lit[(size_t)row * (size_t)pixels->cols + (size_t)col] = true;
}

static bool is_lit(const struct pixels *pixels, int row, int col)
{
	return is_inside(pixels, row, col) && pixels->lit[(size_t)row * (size_t)pixels->cols + (size_t)col];
}

int pixels_cell_rows(int rows)
{
	return (rows + pixels_per_row() - 1) / pixels_per_row();
}

static enum style half_style(enum style style)
{
	if (style == STYLE_BIG_WARN)
		return STYLE_HALF_WARN;
	if (style == STYLE_BIG_OVER)
		return STYLE_HALF_OVER;
	return STYLE_PLAIN;
}

enum style pixels_text_style(enum style style)
{
	if (style == STYLE_BIG_WARN)
		return STYLE_WARN;
	if (style == STYLE_BIG_OVER)
		return STYLE_OVER;
	return STYLE_STRONG;
}

void pixels_ground(struct canvas *canvas, struct rect area, enum style style)
{
	if (style != STYLE_BIG)
		canvas_fill(canvas, area, pixels_text_style(style));
}

void pixels_paint(const struct pixels *pixels, struct canvas *canvas, int row, int col, enum style style)
{
	static const struct glyph full = { L" ", 1 }, upper = { L"▀", 1 }, lower = { L"▄", 1 };
	int per_row = pixels_per_row();

	for (int y = 0; y < pixels_cell_rows(pixels->rows); y++) {
		for (int x = 0; x < pixels->cols; x++) {
			bool top = is_lit(pixels, y * per_row, x);
			bool bottom = is_lit(pixels, y * per_row + per_row - 1, x);

			if (top && bottom)
				canvas_glyph(canvas, row + y, col + x, style, &full);
			else if (top || bottom)
				canvas_glyph(canvas, row + y, col + x, half_style(style), top ? &upper : &lower);
		}
	}
}
