#include "view/search.h"

#include "base/i18n.h"
#include "view/widgets.h"
#include "widgets/excerpt.h"

#include <stdio.h>
#include <string.h>

enum { CHROME_ROWS = 2, FIELD_ROW = 2, LIST_ROW = 4, WHOLE_ROWS = 3, TALL_ROWS = 18, NARROW_COLS = 60, WIDE_COLS = 100, TEXT_LEN = 256 };
enum { KIND_COLS = 12, PLACE_COLS_NARROW = 9, PLACE_COLS = 16, PLACE_COLS_WIDE = 28 };

static bool is_first_of_kind(const struct search_view *view, size_t index)
{
	return index == 0 || strcmp(view->rows[index].kind, view->rows[index - 1].kind) != 0;
}

/* Which workshop, where there is room to say so: its cards and people belong to all. */
static int draw_workshop(struct canvas *canvas, struct rect area, enum style style, const char *title)
{
	int cols = area.cols / 3;

	if (canvas->cols < WIDE_COLS || !*title)
		return 0;
	canvas_text(canvas, area.row, area.col + area.cols - cols, cols, style == STYLE_PLAIN ? STYLE_LABEL : style, title);
	return cols + 2;
}

static int cols_of_place(int cols)
{
	return cols < NARROW_COLS ? PLACE_COLS_NARROW : cols < WIDE_COLS ? PLACE_COLS : PLACE_COLS_WIDE;
}

static void draw_row(const void *ctx, struct canvas *canvas, struct rect area, size_t index, enum style style)
{
	const struct search_view *view = ctx;
	const struct search_row *row = &view->rows[index];
	enum style quiet = style == STYLE_PLAIN ? STYLE_LABEL : style;
	int place_cols = cols_of_place(canvas->cols), used = KIND_COLS + place_cols + 2;
	struct buf excerpt = { 0 };

	area.cols -= draw_workshop(canvas, area, style, row->workshop);
	canvas_text(canvas, area.row, area.col, KIND_COLS, quiet, is_first_of_kind(view, index) ? row->kind : "");
	canvas_text(canvas, area.row, area.col + KIND_COLS + 1, place_cols, quiet, row->place);
	excerpt_add(&excerpt, row->text, view->word, area.cols - used);
	canvas_text(canvas, area.row, area.col + used, area.cols - used, style, buf_text(&excerpt));
	buf_done(&excerpt);
}

static void say_standing(const struct search_view *view, char text[TEXT_LEN])
{
	const char *words = lineedit_text(view->edit);

	if (!*view->word)
		snprintf(text, TEXT_LEN, "%s", _("Type words; what holds all of them comes up."));
	else if (!view->done)
		snprintf(text, TEXT_LEN, "%s", _("Looking further…"));
	else if (!view->len)
		snprintf(text, TEXT_LEN, _("Nothing holds “%.200s”."), words);
	else if (view->more)
		snprintf(text, TEXT_LEN, "%s", _("There are more; another word makes them fewer."));
	else
		snprintf(text, TEXT_LEN, _("Found: %zu"), view->len);
}

/* Below the list: all of the row under the bar. */
static void draw_whole(struct canvas *canvas, struct rect area, const struct search_view *view)
{
	const struct search_row *row = &view->rows[view->bar];
	struct buf text = { 0 };

	if (canvas->cols < WIDE_COLS && *row->workshop)
		buf_addf(&text, _("%s: %s"), row->workshop, row->text);
	else
		buf_add_text(&text, row->text);
	widget_paragraph(canvas, area, STYLE_PLAIN, buf_text(&text));
	buf_done(&text);
}

void search_view_draw(struct canvas *canvas, const struct search_view *view)
{
	int whole = canvas->rows >= TALL_ROWS && view->len ? WHOLE_ROWS : 0;
	struct rect area = { LIST_ROW, 1, canvas->rows - CHROME_ROWS - LIST_ROW - whole - (whole > 0), canvas->cols - 2 };
	struct list_view list = { .len = view->len, .selected = view->bar, .focused = true };
	char standing[TEXT_LEN];

	widget_header(canvas, 0, _("Search in everything"), "");
	canvas_text(canvas, FIELD_ROW, 1, 1, STYLE_LABEL, "/");
	widget_field(canvas, (struct rect){ FIELD_ROW, 3, 1, canvas->cols - 4 }, view->edit, true);
	say_standing(view, standing);
	/* Free while one types: an input method shows its candidates there. */
	canvas_text_right(canvas, LIST_ROW - 1, 1, canvas->cols - 2, STYLE_LABEL, standing);
	widget_list(canvas, area, &list, draw_row, view);
	if (whole)
		draw_whole(canvas, (struct rect){ area.row + area.rows + 1, 1, whole, area.cols }, view);
}
