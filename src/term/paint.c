#include "corner.h"
#include "ink.h"
#include "looks.h"
#include "term_private.h"

#include <string.h>

#include "curses_private.h"

static int at_most(int wanted, int most)
{
	return wanted < most ? wanted : most;
}

static void paint_glyph(int row, int col, const wchar_t *points, struct ink ink)
{
	cchar_t cell;

	setcchar(&cell, points, ink.attributes, ink.pair, NULL);
	/* The bottom right cell is drawn, and then ERR: the cursor has no place behind it. */
	(void)mvadd_wch(row, col, &cell);
}

static void paint_cell(const struct canvas *canvas, int row, int col)
{
	paint_glyph(row, col, canvas_at(canvas, row, col)->glyph.points, ink_of_cell(canvas, row, col));
}

static void paint_blank(int row, int col, uint8_t style)
{
	paint_glyph(row, col, L" ", ink_of((enum style)style));
}

/* From left to right: a wide character written over half of another would shift what is behind it. */
static void paint_cells(const struct canvas *canvas, int row, int col, int end)
{
	while (col < end) {
		const struct cell *cell = canvas_at(canvas, row, col);
		bool is_whole = cell->glyph.cols > 0 && col + cell->glyph.cols <= end;

		if (is_whole)
			paint_cell(canvas, row, col);
		else
			paint_blank(row, col, cell->style);
		col += is_whole ? cell->glyph.cols : 1;
	}
}

/* Bytes that mean nothing may differ too: then a cell is painted in vain. */
static bool is_changed(const struct cell *before, const struct cell *now)
{
	return memcmp(before, now, sizeof *now) != 0;
}

/* Narrows col..end, a whole row, to what has changed since; false: nothing has. Neither end may be in a wide
 * character. */
static bool find_change(const struct cell *before, const struct cell *now, int *col, int *end)
{
	int edge = *end;

	if (memcmp(before, now, (size_t)edge * sizeof *now) == 0) /* most rows, in one go */
		return false;
	while (!is_changed(before + *col, now + *col))
		++*col;
	while (!is_changed(before + *end - 1, now + *end - 1))
		--*end;
	while (*col > 0 && (!before[*col].glyph.cols || !now[*col].glyph.cols))
		--*col;
	while (*end < edge && (!before[*end].glyph.cols || !now[*end].glyph.cols))
		++*end;
	return true;
}

/* What was written past curses into the corner is gone only when the row is written again as a whole. */
static void paint_last_row(struct term *term, const struct canvas *canvas, int cols)
{
	int row = term->rows - 1;

	if (term->corner)
		wredrawln(stdscr, row, 1);
	paint_cells(canvas, row, 0, cols);
	term->corner = corner_is_ours(canvas);
	for (int col = cols - CORNER_COLS; term->corner && col < cols; col++)
		paint_blank(row, col, canvas_at(canvas, row, col)->style);
}

static void paint_row(struct term *term, const struct canvas *canvas, int row, int cols)
{
	size_t at = (size_t)row * (size_t)canvas->cols;
	struct cell *before = term->shown.cells + at;
	const struct cell *now = canvas->cells + at;
	int col = 0, end = cols;

	if (!term->whole && !find_change(before, now, &col, &end))
		return;
	if (row == term->rows - 1)
		paint_last_row(term, canvas, cols);
	else
		paint_cells(canvas, row, col, end);
	memcpy(before, now, (size_t)canvas->cols * sizeof *now);
}

static void paint_rows(struct term *term, const struct canvas *canvas, int row, int end)
{
	for (; row < end; row++)
		paint_row(term, canvas, row, at_most(canvas->cols, term->cols));
}

/* What has changed and now has the look; the other look has its turn when the rows are painted as ever. */
static void paint_ink_alone(const struct term *term, const struct canvas *canvas, int row, int end, struct ink ink)
{
	int cols = at_most(canvas->cols, term->cols);

	for (; row < end; row++) {
		for (int col = 0; col < cols; col++) {
			if (is_changed(canvas_at(&term->shown, row, col), canvas_at(canvas, row, col)) &&
			    ink_is_same(ink_of_cell(canvas, row, col), ink))
				paint_cell(canvas, row, col);
		}
	}
	refresh();
}

/* Not the last row, which has its corner; nor under a cursor, which would be seen on its way. */
static void paint_first_ink(const struct term *term, const struct canvas *canvas, int row, int end)
{
	struct ink ink;

	end = at_most(end, term->rows - 1);
	if (canvas->cursor_row < 0 && looks_alternate(&term->shown, canvas, row, end, &ink))
		paint_ink_alone(term, canvas, row, end, ink);
}

/* Every paint ends with the cursor in its place: input methods open their window there. */
static void place_cursor(struct term *term, const struct canvas *canvas)
{
	bool visible = canvas->cursor_row >= 0 && canvas->cursor_row < term->rows && canvas->cursor_col >= 0 &&
		       canvas->cursor_col < term->cols;

	if (visible)
		move(canvas->cursor_row, canvas->cursor_col);
	else
		move(term->rows - 1, 0);
	if (visible != term->cursor_shown || term->whole)
		curs_set(visible);
	term->cursor_shown = visible;
}

void term_paint(struct term *term, const struct canvas *canvas, int row, int end)
{
	if (!term->taken)
		return;
	if (term->shown.rows != canvas->rows || term->shown.cols != canvas->cols) {
		canvas_resize(&term->shown, canvas->rows, canvas->cols);
		term->whole = true;
	}
	if (term->whole) {
		erase();
		clearok(stdscr, TRUE);
		row = 0;
		end = canvas->rows;
	}
	row = row > 0 ? row : 0;
	end = at_most(end, at_most(canvas->rows, term->rows));
	if (!term->whole)
		paint_first_ink(term, canvas, row, end);
	paint_rows(term, canvas, row, end);
	place_cursor(term, canvas);
	refresh();
	if (term->corner)
		corner_write(canvas);
	term->whole = false;
}

void term_redraw(struct term *term, enum theme theme)
{
	term->theme = theme;
	ink_use_theme(term->colours ? theme : THEME_PLAIN);
	term->whole = true;
}

void term_bell(struct term *term)
{
	if (term->taken)
		beep();
}
