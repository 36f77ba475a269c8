#include "view/directory.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "view/widgets.h"
#include "widgets/columns.h"

#include <string.h>

enum { MARK_COLS = 2, CHROME_ROWS = 2, HEAD_ROWS = 3, NAME_LEAST = 16, NAME_MOST = 60, LIST_LEAST = 3 };

struct list {
	const struct directory_view *view;
	struct column columns[DIRECTORY_COLUMNS_MAX];
};

static void draw_row(const void *ctx, struct canvas *canvas, struct rect area, size_t index, enum style style)
{
	const struct list *list = ctx;
	const struct directory_view *view = list->view;
	struct buf text = { 0 };

	for (size_t i = 0; i < view->columns_len; i++) {
		enum style cell = style;
		if (list->columns[i].cols <= 0)
			continue;
		buf_clear(&text);
		view->add_cell(view->ctx, index, i, &text, &cell);
		column_text(canvas, area, list->columns, i, cell, buf_text(&text));
	}
	buf_done(&text);
}

static void fit_columns(struct list *list, int cols)
{
	const struct directory_view *view = list->view;
	size_t flexible = 0;

	for (size_t i = 0; i < view->columns_len; i++) {
		const struct directory_column *column = &view->columns[i];
		list->columns[i] = (struct column){ _(column->heading), column->cols, column->right };
		if (column->cols)
			column_widen(&list->columns[i], list->columns[i].heading);
		else
			flexible = i;
	}
	columns_fit(list->columns, view->columns_len, flexible, NAME_LEAST, NAME_MOST, cols);
}

static void draw_list(struct canvas *canvas, struct rect area, const struct directory_view *view)
{
	struct list_view rows = { .len = view->len, .selected = view->bar, .focused = !view->form };
	struct rect headings = { area.row, area.col + MARK_COLS, 1, area.cols - MARK_COLS };
	struct list list = { .view = view };

	if (!view->len) {
		widget_paragraph(canvas, rect_inside(area, 1, MARK_COLS), STYLE_LABEL, view->empty);
		return;
	}
	fit_columns(&list, headings.cols);
	canvas_fill(canvas, (struct rect){ area.row, area.col, 1, area.cols }, STYLE_PLAIN);
	columns_headings(canvas, headings, list.columns, view->columns_len);
	widget_list_again(canvas, (struct rect){ area.row + 1, area.col, area.rows - 1, area.cols }, &rows, draw_row, &list, view->drawn);
}

/* A third of the screen at most: the list is what one looks at. */
static int details_rows(const struct canvas *canvas, const struct directory_view *view)
{
	int rows = *view->details ? widget_paragraph_rows(view->details, canvas->cols - 2 * MARK_COLS) : 0;
	int most = canvas->rows / 3;

	return rows < most ? rows : most;
}

/* Where a form is open, it takes what it needs. */
static int foot_rows(const struct canvas *canvas, const struct directory_view *view)
{
	int most = canvas->rows - CHROME_ROWS - HEAD_ROWS - LIST_LEAST;

	return view->form ? form_view_rows(canvas, view->form, most > 3 ? most : 3) : details_rows(canvas, view);
}

void directory_view_draw(struct canvas *canvas, const struct directory_view *view)
{
	int foot = foot_rows(canvas, view), last = canvas->rows - CHROME_ROWS;
	struct rect list = { 2, 0, last - foot - 2, canvas->cols };
	struct rect under = { last - foot, 0, foot, canvas->cols };
	struct rect below_list = { list.row + list.rows, 0, last - list.row - list.rows, canvas->cols };

	widget_header_marked(canvas, 0, view->mark, view->title, view->counts);
	canvas_text(canvas, 1, MARK_COLS, canvas->cols - MARK_COLS, STYLE_STRONG, view->filters);
	draw_list(canvas, list, view);
	canvas_fill(canvas, below_list, STYLE_PLAIN);
	if (view->form)
		form_view_draw(canvas, under, view->form);
	else
		widget_paragraph(canvas, rect_inside(under, 0, MARK_COLS), STYLE_PLAIN, view->details);
}
