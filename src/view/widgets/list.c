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

size_t widget_list(struct canvas *canvas, struct rect area, const struct list_view *list, list_row *row,
		   const void *ctx)
{
	size_t top = list_top(list, area.rows);

	for (int i = 0; i < area.rows && top + (size_t)i < list->len; i++) {
		size_t index = top + (size_t)i;
		bool selected = index == list->selected;
		enum style style = !selected ? STYLE_PLAIN : list->focused ? STYLE_FOCUS : STYLE_FIELD;
		struct rect line = { area.row + i, area.col, 1, area.cols };
		struct rect inside = { line.row, area.col + MARK_COLS, 1, area.cols - MARK_COLS };

		if (selected)
			draw_bar(canvas, line, style);
		row(ctx, canvas, inside, index, style);
		if (selected)
			canvas_restyle(canvas, line, style);
	}
	return top;
}
