#include "flash.h"

#include <wchar.h>

/* The other side of paper, and of the pixel on it; half a pixel keeps its style and changes its half. */
static enum style reversed(enum style style)
{
	switch ((int)style) {
	case STYLE_PLAIN:
		return STYLE_BIG;
	case STYLE_BIG:
		return STYLE_PLAIN;
	case STYLE_WARN:
		return STYLE_BIG_WARN;
	case STYLE_BIG_WARN:
		return STYLE_WARN;
	case STYLE_OVER:
		return STYLE_BIG_OVER;
	case STYLE_BIG_OVER:
		return STYLE_OVER;
	}
	return style;
}

static bool is_text(const struct cell *cell)
{
	return cell->glyph.points[0] && cell->glyph.points[0] != L' ';
}

/* Digits that are text, since there was no room for big ones, take the bar's look. */
static void reverse_cell(struct canvas *canvas, int row, int col)
{
	static const struct glyph blank = { L" ", 1 }, upper = { L"▀", 1 }, lower = { L"▄", 1 };
	const struct cell *cell = canvas_at(canvas, row, col);

	if (!cell)
		return;
	if (cell->glyph.points[0] == upper.points[0])
		canvas_glyph(canvas, row, col, cell->style, &lower);
	else if (cell->glyph.points[0] == lower.points[0])
		canvas_glyph(canvas, row, col, cell->style, &upper);
	else if (is_text(cell))
		canvas_restyle(canvas, (struct rect){ row, col, 1, 1 }, STYLE_FOCUS);
	else
		canvas_glyph(canvas, row, col, reversed(cell->style), &blank);
}

void flash_reverse(struct canvas *canvas, struct rect area)
{
	for (int row = area.row; row < area.row + area.rows; row++)
		for (int col = area.col; col < area.col + area.cols; col++)
			reverse_cell(canvas, row, col);
}
