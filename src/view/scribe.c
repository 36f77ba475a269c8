#include "view/scribe.h"

#include "base/i18n.h"
#include "engine/progress.h"
#include "engine/room_time.h"
#include "engine/rounds.h"
#include "engine/words.h"
#include "hints.h"
#include "scribe_private.h"
#include "view/widgets.h"

#include <stdio.h>
#include <string.h>

enum { WIDE_COLS = 110, MARK_COLS = 2 };

/* --- the header ----------------------------------------------------------------------------------------------------------- */

static enum table_state state_of(const struct scribe_view *view)
{
	return view->run->table_states ? view->run->table_states[view->table - view->book->tables.at] : TABLE_STATE_PREPARING;
}

/* What the room is doing, and how long still, where it may see that; on a narrow screen only how long. */
static void write_clock(const struct run *run, int cols, char *info, size_t size)
{
	const struct run_item *item = run_current(run);
	bool timed = item && !room_time_of_item(item).spared;
	struct words left = timed ? words_remaining(item) : (struct words){ "" };
	struct name step = item ? step_name(item->item) : (struct name){ "" };
	const char *doing = !item || run->state == RUN_PAUSED ? words_run_state(run->state) : step.text;

	snprintf(info, size, "%s%s%s", doing, timed ? "  " : "", left.text);
	if (item && text_cols(info, strlen(info)) > cols / 2)
		snprintf(info, size, "%s", left.text);
}

static void draw_header(struct canvas *canvas, const struct scribe_view *view)
{
	const struct table *table = view->table;
	struct buf title = { 0 };
	char info[500];

	buf_addf(&title, _("Table %d"), (int)table->number);
	buf_addf(&title, "  [%s]", code_label(&codes_table_state, state_of(view)));
	if (table_label(table).text[0])
		buf_addf(&title, "  %s", table_label(table).text);
	if (*table->headline)
		buf_addf(&title, "  %s", table->headline);
	write_clock(view->run, canvas->cols, info, sizeof info);
	widget_header_marked(canvas, 0, words_rehearsal(view->book).text, buf_text(&title), info);
	buf_done(&title);
}

/* The room has moved on without this table: what it records belongs to its own step still, until it says that it is done. */
static int draw_behind(struct canvas *canvas, const struct scribe_view *view)
{
	size_t index = (size_t)(view->table - view->book->tables.at);
	char key[HINT_KEYS_LEN], text[1024];

	if (!view->run->table_items || !progress_is_behind(view->run, index))
		return 0;
	hint_keys(CMD_scribe_state, true, key);
	snprintf(text, sizeof text, _("The room went on: %s, then ready or preparing. Still “%s” here."), key,
		 progress_item(view->run, index)->item->title);
	widget_notice(canvas, 1, STYLE_WARN, text);
	return 1;
}

/* --- the lists ------------------------------------------------------------------------------------------------------------ */

/* Rows of the sheet shown one under the other: two ranges, the second after the first. */
struct column {
	size_t from[2], to[2];
};

static size_t column_len(const struct column *column)
{
	return column->to[0] - column->from[0] + column->to[1] - column->from[1];
}

static size_t column_row(const struct column *column, size_t at)
{
	size_t first = column->to[0] - column->from[0];

	return at < first ? column->from[0] + at : column->from[1] + at - first;
}

/* Where a row of the sheet stands in the column; its length where it does not. */
static size_t column_find(const struct column *column, size_t row)
{
	size_t at = 0;

	while (at < column_len(column) && column_row(column, at) != row)
		at++;
	return at;
}

static void draw_bar(struct canvas *canvas, struct rect area, const struct scribe_view *view)
{
	enum style style = view->form ? STYLE_FIELD : STYLE_FOCUS;

	canvas_fill(canvas, area, style);
	canvas_text(canvas, area.row, area.col, MARK_COLS, style, ">");
	sheet_row_draw_wrapped(canvas, (struct rect){ area.row, area.col + MARK_COLS, area.rows, area.cols - MARK_COLS }, view,
			       view->bar, style);
}

/* The row under the bar takes as many rows as it needs, the others one each; returns the first row shown. */
static size_t draw_column(struct canvas *canvas, struct rect area, const struct scribe_view *view, const struct column *column,
			  size_t top)
{
	struct list_view list = { .len = column_len(column), .selected = column_find(column, view->bar), .top = top };
	bool has_bar = list.selected < list.len;
	int wanted = has_bar ? sheet_row_rows(view, view->bar, area.cols - MARK_COLS) : 1;
	int high = wanted < area.rows ? wanted : area.rows;

	if (area.rows <= 0)
		return top;
	if (!has_bar)
		list.selected = top;
	top = list_top(&list, area.rows - high + 1);
	int row = area.row;
	for (size_t i = top; i < list.len && row < area.row + area.rows; i++) {
		bool is_bar = has_bar && i == list.selected;
		struct rect at = { row, area.col, is_bar ? high : 1, area.cols };
		if (is_bar)
			draw_bar(canvas, at, view);
		else
			sheet_row_draw(canvas, (struct rect){ row, area.col + MARK_COLS, 1, area.cols - MARK_COLS }, view,
				       column_row(column, i));
		row += at.rows;
	}
	return top;
}

static size_t find_heading(const struct sheet *sheet, enum sheet_kind kind)
{
	return sheet_find(sheet, kind, "");
}

static struct scribe_layout draw_lists(struct canvas *canvas, struct rect area, const struct scribe_view *view)
{
	size_t story = find_heading(&view->sheet, SHEET_STORY), notes = find_heading(&view->sheet, SHEET_NOTES);
	struct column all = { { 0, 0 }, { view->sheet.len, 0 } };
	struct column told = { { story, 0 }, { notes, 0 } }, beside = { { 0, notes }, { story, view->sheet.len } };
	int left_cols = area.cols * 11 / 20;
	struct rect left = { area.row, area.col, area.rows, left_cols - 1 };
	struct rect right = { area.row, area.col + left_cols + 1, area.rows, area.cols - left_cols - 1 };

	if (area.cols < WIDE_COLS)
		return (struct scribe_layout){ .left_top = draw_column(canvas, area, view, &all, view->layout.left_top) };
	return (struct scribe_layout){
		.left_top = draw_column(canvas, left, view, &told, view->layout.left_top),
		.right_top = draw_column(canvas, right, view, &beside, view->layout.right_top),
	};
}

/* An empty sheet says what to do with it. */
static void draw_welcome(struct canvas *canvas, struct rect area)
{
	struct rect inside = { area.row + 4, area.col + MARK_COLS, area.rows - 4, area.cols - 2 * MARK_COLS };

	widget_paragraph(canvas, inside, STYLE_LABEL,
			 _("What you write is saved line by line. Delete freely: u brings it back. ? shows every key."));
}

/* --- the screen ----------------------------------------------------------------------------------------------------------- */

/* Above the notice and the footer; one row of the sheet stays in sight. */
static struct rect form_area(const struct canvas *canvas, const struct form_view *form)
{
	int last = canvas->rows - 2;
	int rows = form_view_rows(form, canvas->cols, last - 2);

	return (struct rect){ last - rows, 0, rows, canvas->cols };
}

bool scribe_view_draw_form(struct canvas *canvas, const struct form_view *form, const struct scribe_layout *layout,
			   struct rect *ret_area)
{
	*ret_area = form_area(canvas, form);
	if (widget_too_small(canvas) || ret_area->rows != layout->form_rows)
		return false;
	form_view_draw(canvas, *ret_area, form);
	return true;
}

struct scribe_layout scribe_view_draw(struct canvas *canvas, const struct scribe_view *view)
{
	struct rect form = view->form ? form_area(canvas, view->form) : (struct rect){ canvas->rows - 2, 0, 0, canvas->cols };
	int top = 1 + draw_behind(canvas, view);
	struct rect area = { top, 0, form.row - top, canvas->cols };

	draw_header(canvas, view);
	struct scribe_layout layout = draw_lists(canvas, area, view);
	if (view->sheet.len == 3)
		draw_welcome(canvas, area);
	if (view->form)
		form_view_draw(canvas, form, view->form);
	layout.form_rows = form.rows;
	return layout;
}
