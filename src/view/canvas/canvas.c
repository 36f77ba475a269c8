#include "view/canvas.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static const struct glyph blank = { { L' ' }, 1 };

void canvas_init(struct canvas *canvas, int rows, int cols)
{
	*canvas = (struct canvas){ .rows = rows > 0 ? rows : 0, .cols = cols > 0 ? cols : 0 };
	canvas->cells = mem_new((size_t)canvas->rows * (size_t)canvas->cols + 1, sizeof *canvas->cells);
	canvas_clear(canvas);
}

void canvas_resize(struct canvas *canvas, int rows, int cols)
{
	canvas_done(canvas);
	canvas_init(canvas, rows, cols);
}

void canvas_clear(struct canvas *canvas)
{
	canvas_fill(canvas, canvas_whole(canvas), STYLE_PLAIN);
	canvas->cursor_row = canvas->cursor_col = -1;
}

void canvas_done(struct canvas *canvas)
{
	if (!canvas)
		return;
	free(canvas->cells);
	*canvas = (struct canvas){ .cursor_row = -1, .cursor_col = -1 };
}

static struct cell *cell_at(const struct canvas *canvas, int row, int col)
{
	return canvas->cells + (size_t)row * (size_t)canvas->cols + (size_t)col;
}

static bool is_inside(const struct canvas *canvas, int row, int col)
{
	return row >= 0 && row < canvas->rows && col >= 0 && col < canvas->cols;
}

const struct cell *canvas_at(const struct canvas *canvas, int row, int col)
{
	return is_inside(canvas, row, col) ? cell_at(canvas, row, col) : NULL;
}

struct rect canvas_whole(const struct canvas *canvas)
{
	return (struct rect){ 0, 0, canvas->rows, canvas->cols };
}

struct rect rect_inside(struct rect area, int rows, int cols)
{
	struct rect inside = { area.row + rows, area.col + cols, area.rows - 2 * rows, area.cols - 2 * cols };

	if (inside.rows < 0)
		inside.rows = 0;
	if (inside.cols < 0)
		inside.cols = 0;
	return inside;
}

/* The part of the area that is on the canvas; its far ends may lie beyond what an int holds. */
static struct rect clip(const struct canvas *canvas, struct rect area)
{
	long bottom = (long)area.row + area.rows;
	long right = (long)area.col + area.cols;
	int row = area.row > 0 ? area.row : 0;
	int col = area.col > 0 ? area.col : 0;

	if (bottom > canvas->rows)
		bottom = canvas->rows;
	if (right > canvas->cols)
		right = canvas->cols;
	if (bottom <= row || right <= col)
		return (struct rect){ 0, 0, 0, 0 };
	return (struct rect){ row, col, (int)bottom - row, (int)right - col };
}

/* Puts one column's cell; a wide glyph that loses a half by it becomes a blank. */
static void put_cell(struct canvas *canvas, int row, int col, struct cell cell)
{
	struct cell *old = cell_at(canvas, row, col);

	if (old->glyph.cols == 0 && cell.glyph.cols != 0 && col > 0)
		old[-1].glyph = blank;
	if (old->glyph.cols == 2 && col + 1 < canvas->cols)
		old[1].glyph = blank;
	*old = cell;
}

void canvas_glyph(struct canvas *canvas, int row, int col, enum style style, const struct glyph *glyph)
{
	bool left = is_inside(canvas, row, col);
	bool right = col < canvas->cols && is_inside(canvas, row, col + 1);
	struct cell cell = { *glyph, (uint8_t)style };

	if (glyph->cols != 2) {
		if (left)
			put_cell(canvas, row, col, cell);
		return;
	}
	if (!left || !right)
		cell.glyph = blank; /* the edge cuts it: the half on the canvas stays empty */
	if (left)
		put_cell(canvas, row, col, cell);
	if (right)
		put_cell(canvas, row, col + 1, left ? (struct cell){ .style = (uint8_t)style } : cell);
}

void canvas_fill(struct canvas *canvas, struct rect area, enum style style)
{
	struct rect r = clip(canvas, area);
	struct cell cell = { blank, (uint8_t)style };

	/* Only at its ends can a wide glyph reach out of the area. */
	for (int row = r.row; row < r.row + r.rows; row++) {
		struct cell *cells = cell_at(canvas, row, r.col);
		put_cell(canvas, row, r.col, cell);
		put_cell(canvas, row, r.col + r.cols - 1, cell);
		for (int i = 1; i < r.cols - 1; i++)
			cells[i] = cell;
	}
}

/* Both halves of a wide glyph follow the left one, at either edge of the area. */
void canvas_restyle(struct canvas *canvas, struct rect area, enum style style)
{
	struct rect r = clip(canvas, area);

	for (int row = r.row; row < r.row + r.rows; row++) {
		for (int col = r.col; col < r.col + r.cols; col++) {
			struct cell *cell = cell_at(canvas, row, col);

			if (cell->glyph.cols)
				cell->style = (uint8_t)style;
			if (cell->glyph.cols == 2)
				cell[1].style = (uint8_t)style;
		}
	}
}

void canvas_cursor(struct canvas *canvas, int row, int col)
{
	if (!is_inside(canvas, row, col))
		return;
	canvas->cursor_row = row;
	canvas->cursor_col = col;
}

void canvas_copy(struct canvas *canvas, struct rect area, const struct canvas *from, int row, int col)
{
	canvas_fill(canvas, area, STYLE_PLAIN);
	for (int y = 0; y < area.rows; y++) {
		for (int x = 0; x < area.cols; x++) {
			const struct cell *cell = canvas_at(from, row + y, col + x);
			bool whole = cell && cell->glyph.cols && x + cell->glyph.cols <= area.cols;

			if (whole)
				canvas_glyph(canvas, area.row + y, area.col + x, cell->style, &cell->glyph);
			else if (cell && (x == 0 || cell->glyph.cols))
				canvas_glyph(canvas, area.row + y, area.col + x, cell->style, &blank);
		}
	}
}
