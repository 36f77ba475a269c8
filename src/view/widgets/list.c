#include "view/widgets.h"

enum { MARK_COLS = 2 };

size_t list_top(const struct list_view *list, int rows)
{
	size_t shown = rows > 0 ? (size_t)rows : 1;
	size_t last = list->len > shown ? list->len - shown : 0;
	size_t top = list->top < last ? list->top : last;

	if (list->selected < top)
		return list->selected;
	if (list->selected >= top + shown)
		top = list->selected - shown + 1;
	return top < last ? top : last;
}

static void draw_bar(struct canvas *canvas, struct rect area, enum style style)
{
	canvas_fill(canvas, area, style);
	canvas_text(canvas, area.row, area.col, MARK_COLS, style, ">");
}

static void draw_row(struct canvas *canvas, struct rect line, const struct list_view *list, size_t index, list_row *row,
		     const void *ctx)
{
	bool selected = index == list->selected;
	enum style style = !selected ? STYLE_PLAIN : list->focused ? STYLE_FOCUS : STYLE_FIELD;
	struct rect inside = { line.row, line.col + MARK_COLS, 1, line.cols - MARK_COLS };

	if (selected)
		draw_bar(canvas, line, style);
	row(ctx, canvas, inside, index, style);
	if (selected)
		canvas_restyle(canvas, line, style);
}

static struct rect line_at(struct rect area, size_t down)
{
	return (struct rect){ area.row + (int)down, area.col, 1, area.cols };
}

size_t widget_list(struct canvas *canvas, struct rect area, const struct list_view *list, list_row *row,
		   const void *ctx)
{
	size_t top = list_top(list, area.rows);

	for (size_t i = 0; area.rows > 0 && i < (size_t)area.rows && top + i < list->len; i++)
		draw_row(canvas, line_at(area, i), list, top + i, row, ctx);
	return top;
}

static bool has_place(const struct list_drawn *drawn, struct rect area, size_t top)
{
	const struct rect *was = &drawn->area;

	return drawn->is_there && drawn->top == top && was->row == area.row && was->col == area.col && was->rows == area.rows &&
	       was->cols == area.cols;
}

static void draw_row_again(struct canvas *canvas, struct rect area, const struct list_view *list, size_t index, list_row *row,
			   const void *ctx)
{
	struct rect line = line_at(area, index - list->top);

	if (index < list->top || index >= list->len || line.row >= area.row + area.rows)
		return;
	canvas_fill(canvas, line, STYLE_PLAIN);
	draw_row(canvas, line, list, index, row, ctx);
}

void widget_list_again(struct canvas *canvas, struct rect area, const struct list_view *list, list_row *row, const void *ctx,
		       struct list_drawn *drawn)
{
	struct list_drawn none = { false };
	struct list_view now = *list;

	if (!drawn)
		drawn = &none;
	now.top = drawn->top;
	now.top = list_top(&now, area.rows);
	if (has_place(drawn, area, now.top)) {
		draw_row_again(canvas, area, &now, drawn->bar, row, ctx);
		draw_row_again(canvas, area, &now, now.selected, row, ctx);
	} else {
		canvas_fill(canvas, area, STYLE_PLAIN);
		widget_list(canvas, area, &now, row, ctx);
	}
	*drawn = (struct list_drawn){ true, area, now.top, now.selected };
}
