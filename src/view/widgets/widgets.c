#include "view/widgets.h"

#include "base/i18n.h"

#include <stdio.h>
#include <string.h>

bool widget_too_small(struct canvas *canvas)
{
	char text[256];

	if (canvas->rows >= SCREEN_MIN_ROWS && canvas->cols >= SCREEN_MIN_COLS)
		return false;
	snprintf(text, sizeof text, _("The screen is too small: please enlarge it to %d columns and %d rows at least."),
		 SCREEN_MIN_COLS, SCREEN_MIN_ROWS);
	canvas_clear(canvas);
	widget_paragraph(canvas, canvas_whole(canvas), STYLE_STRONG, text);
	return true;
}

static void fill_row(struct canvas *canvas, int row, enum style style)
{
	canvas_fill(canvas, (struct rect){ row, 0, 1, canvas->cols }, style);
}

void widget_header(struct canvas *canvas, int row, const char *title, const char *info)
{
	widget_header_marked(canvas, row, "", title, info);
}

void widget_header_marked(struct canvas *canvas, int row, const char *mark, const char *title, const char *info)
{
	int col = 1, end = canvas->cols - 1;
	int info_cols = text_cols(info, strlen(info)), mark_cols = text_cols(mark, strlen(mark));

	fill_row(canvas, row, STYLE_BAR);
	if (mark_cols) {
		canvas_fill(canvas, (struct rect){ row, 0, 1, mark_cols + 2 }, STYLE_FOCUS);
		canvas_text(canvas, row, col, mark_cols, STYLE_FOCUS, mark);
		col += mark_cols + 2;
	}
	canvas_text_right(canvas, row, col, end - col, STYLE_BAR, info);
	if (info_cols)
		end -= info_cols + 2;
	canvas_text(canvas, row, col, end - col, STYLE_BAR, title);
}

void widget_notice(struct canvas *canvas, int row, enum style style, const char *text)
{
	widget_notice_in(canvas, (struct rect){ row, 0, 1, canvas->cols }, style, text);
}

void widget_notice_in(struct canvas *canvas, struct rect row, enum style style, const char *text)
{
	canvas_fill(canvas, row, style);
	canvas_text(canvas, row.row, row.col + 1, row.cols - 2, style, text);
}

struct rect widget_popup(struct canvas *canvas, int rows, int cols, const char *title)
{
	struct rect box = { 0, 0, rows + 2, cols + 4 };

	if (box.rows > canvas->rows)
		box.rows = canvas->rows;
	if (box.cols > canvas->cols)
		box.cols = canvas->cols;
	box.row = (canvas->rows - box.rows) / 2;
	box.col = (canvas->cols - box.cols) / 2;
	canvas_fill(canvas, box, STYLE_PLAIN);
	canvas_frame(canvas, box, STYLE_STRONG, title);
	return rect_inside(box, 1, 2);
}

void widget_gauge(struct canvas *canvas, struct rect area, enum style style, int64_t part, int64_t whole)
{
	struct rect filled = area;

	if (part < 0)
		part = 0;
	if (part < whole)
		filled.cols = (int)((double)part / (double)whole * area.cols);
	canvas_fill(canvas, area, STYLE_FIELD);
	canvas_fill(canvas, filled, style);
}
