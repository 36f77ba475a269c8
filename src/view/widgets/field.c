#include "view/widgets.h"

#include "base/mem.h"
#include "text/wrap.h"

#include <stdlib.h>

/* A field has the quiet look until it gets the keys; what is selected has the other of the two. */
struct field {
	struct canvas *canvas;
	struct rect area;
	const char *text;
	size_t begin, end; /* of the selection */
	enum style style, selection;
};

static struct field field_of(struct canvas *canvas, struct rect area, const struct lineedit *edit, bool focused)
{
	struct field field = { .canvas = canvas, .area = area, .text = lineedit_text(edit) };

	field.begin = edit->cursor < edit->mark ? edit->cursor : edit->mark;
	field.end = edit->cursor < edit->mark ? edit->mark : edit->cursor;
	field.style = focused ? STYLE_PLAIN : STYLE_FIELD;
	field.selection = STYLE_FOCUS;
	return field;
}

/* Draws bytes of the text on a row of the area, so many columns to the left; only glyphs that are wholly inside. */
static void draw_line(const struct field *field, int row, size_t at, size_t len, int scrolled)
{
	struct glyph_walk walk = { .text = field->text + at, .len = len };
	struct glyph glyph;
	int col = -scrolled;

	while (col < field->area.cols && glyph_next(&walk, &glyph)) {
		bool selected = at + walk.at >= field->begin && at + walk.at < field->end;

		if (col >= 0 && col + glyph.cols <= field->area.cols)
			canvas_glyph(field->canvas, field->area.row + row, field->area.col + col,
				     selected ? field->selection : field->style, &glyph);
		col += glyph.cols;
	}
}

/* How far to scroll so that the cursor is seen with text on both sides: by half fields, so that the text moves seldom, and
 * no further than to the cursor's place behind its end. */
static int scroll_sideways(int cursor, int all, int cols)
{
	int step = cols / 2 > 0 ? cols / 2 : 1;
	int furthest = all + 1 - cols;
	int scrolled = (cursor - cols / 4) / step * step;

	if (furthest <= 0 || cursor < cols * 3 / 4)
		return 0;
	return scrolled < furthest ? scrolled : furthest;
}

static void mark_clipped(const struct field *field, int scrolled, int all)
{
	const struct rect *area = &field->area;

	if (scrolled > 0)
		canvas_text(field->canvas, area->row, area->col, 1, field->style, "<");
	if (all - scrolled > area->cols)
		canvas_text(field->canvas, area->row, area->col + area->cols - 1, 1, field->style, ">");
}

static void draw_sideways(const struct field *field, const struct lineedit *edit, int *ret_col)
{
	int cursor = text_cols(field->text, edit->cursor);
	int all = cursor + text_cols(field->text + edit->cursor, edit->text.len - edit->cursor);
	bool only_blanks_hang = all >= field->area.cols && widget_field_rows(edit, field->area.cols) == 1;
	int scrolled = only_blanks_hang ? 0 : scroll_sideways(cursor, all, field->area.cols);

	draw_line(field, 0, 0, edit->text.len, scrolled);
	if (!only_blanks_hang)
		mark_clipped(field, scrolled, all);
	*ret_col = cursor - scrolled;
}

int widget_field_cols(int cols)
{
	return cols > 1 ? cols - 1 : 1;
}

int widget_field_rows(const struct lineedit *edit, int cols)
{
	return cols > 0 ? (int)text_wrap(lineedit_text(edit), edit->text.len, widget_field_cols(cols), NULL, 0) : 1;
}

/* The first row shown: one behind the cursor's is in sight as long as there is one. */
static int first_row(int cursor, int all, int rows)
{
	int end = cursor + 2 < all ? cursor + 2 : all;

	return end > rows ? end - rows : 0;
}

static void draw_wrapped(const struct field *field, const struct lineedit *edit, int *ret_row, int *ret_col)
{
	int cols = widget_field_cols(field->area.cols);
	int count = lineedit_where(edit, cols, ret_row, ret_col);
	int top = first_row(*ret_row, count, field->area.rows);
	struct line *lines = mem_new((size_t)count, sizeof *lines);

	text_wrap(field->text, edit->text.len, cols, lines, (size_t)count);
	for (int row = 0; row < field->area.rows && top + row < count; row++)
		draw_line(field, row, lines[top + row].at, lines[top + row].len, 0);
	*ret_row -= top;
	free(lines);
}

void widget_field(struct canvas *canvas, struct rect area, const struct lineedit *edit, bool focused)
{
	struct field field = field_of(canvas, area, edit, focused);
	int row = 0, col = 0;

	if (area.rows <= 0 || area.cols <= 0)
		return;
	canvas_fill(canvas, area, field.style);
	if (area.rows == 1)
		draw_sideways(&field, edit, &col);
	else
		draw_wrapped(&field, edit, &row, &col);
	if (col >= area.cols)
		col = area.cols - 1;
	if (focused)
		canvas_cursor(canvas, area.row + row, area.col + col);
}
