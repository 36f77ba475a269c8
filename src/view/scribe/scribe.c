#include "view/scribe.h"

#include "base/i18n.h"
#include "engine/progress.h"
#include "engine/room_time.h"
#include "engine/rounds.h"
#include "engine/words.h"
#include "scribe_private.h"
#include "view/widgets.h"
#include "widgets/hints.h"

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
	size_t at = row - column->from[0], first = column->to[0] - column->from[0];

	if (row >= column->from[0] && row < column->to[0])
		return at;
	return row >= column->from[1] && row < column->to[1] ? first + row - column->from[1] : column_len(column);
}

static void draw_bar(struct canvas *canvas, struct rect area, const struct scribe_view *view)
{
	enum style style = view->form ? STYLE_FIELD : STYLE_FOCUS;

	canvas_fill(canvas, area, style);
	canvas_text(canvas, area.row, area.col, MARK_COLS, style, ">");
	sheet_row_draw_wrapped(canvas, (struct rect){ area.row, area.col + MARK_COLS, area.rows, area.cols - MARK_COLS }, view,
			       view->bar, style);
}

static int bar_rows(const struct scribe_view *view, struct rect area)
{
	int wanted = sheet_row_rows(view, view->bar, area.cols - MARK_COLS);

	return wanted < area.rows ? wanted : area.rows;
}

/* Rows of a column, from its top on; the one under the bar takes as many of the screen's as it needs, the others one each. */
struct shown {
	struct rect area;
	struct column column;
	size_t top, bar; /* bar: the column's length where it is not there */
	int high;        /* how many it takes */
};

static struct shown shown_of(const struct scribe_view *view, struct rect area, const struct column *column, size_t top)
{
	struct shown shown = { .area = area, .column = *column, .bar = column_find(column, view->bar), .high = 1 };
	struct list_view list = { .len = column_len(column), .selected = shown.bar, .top = top };

	if (shown.bar < list.len)
		shown.high = bar_rows(view, area);
	else
		list.selected = top;
	shown.top = area.rows > 0 ? list_top(&list, area.rows - shown.high + 1) : top;
	return shown;
}

static int shown_row(const struct shown *shown, size_t at)
{
	return shown->area.row + (int)(at - shown->top) + (at > shown->bar ? shown->high - 1 : 0);
}

/* Draws the column's rows from..to, as far as there is room; returns the screen's row behind them. */
static int draw_rows(struct canvas *canvas, const struct shown *shown, const struct scribe_view *view, size_t from, size_t to)
{
	struct rect at = { shown_row(shown, from), shown->area.col, 1, shown->area.cols };
	int end = shown->area.row + shown->area.rows;

	for (size_t i = from; i < to && at.row < end; i++) {
		size_t row = column_row(&shown->column, i);
		at.rows = i == shown->bar ? shown->high : 1;
		canvas_fill(canvas, at, STYLE_PLAIN);
		if (i == shown->bar)
			draw_bar(canvas, at, view);
		else
			sheet_row_draw(canvas, (struct rect){ at.row, at.col + MARK_COLS, 1, at.cols - MARK_COLS }, view, row);
		at.row += at.rows;
	}
	return at.row;
}

static size_t find_heading(const struct sheet *sheet, enum sheet_kind kind)
{
	return sheet_find(sheet, kind, "");
}

/* The columns side by side; a narrow screen has one. */
struct columns {
	struct {
		struct column rows;
		struct rect area;
	} at[2];
	size_t len;
};

static struct columns columns_of(const struct scribe_view *view, struct rect area)
{
	size_t story = find_heading(&view->sheet, SHEET_STORY), notes = find_heading(&view->sheet, SHEET_NOTES);
	int left_cols = area.cols * 11 / 20;

	if (area.cols < WIDE_COLS)
		return (struct columns){ { { { { 0, 0 }, { view->sheet.len, 0 } }, area } }, 1 };
	return (struct columns){
		{ { { { story, 0 }, { notes, 0 } }, { area.row, area.col, area.rows, left_cols - 1 } },
		  { { { 0, notes }, { story, view->sheet.len } },
		    { area.row, area.col + left_cols + 1, area.rows, area.cols - left_cols - 1 } } },
		2,
	};
}

static struct scribe_layout draw_lists(struct canvas *canvas, struct rect area, const struct scribe_view *view)
{
	struct columns columns = columns_of(view, area);
	struct scribe_layout layout = { .lists = area, .bar = view->bar };

	for (size_t i = 0; i < columns.len; i++) {
		struct shown shown = shown_of(view, columns.at[i].area, &columns.at[i].rows, view->layout.tops[i]);
		draw_rows(canvas, &shown, view, shown.top, column_len(&shown.column));
		layout.tops[i] = shown.top;
	}
	return layout;
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
	int rows = form_view_rows(canvas, form, last - 2);

	return (struct rect){ last - rows, 0, rows, canvas->cols };
}

bool scribe_view_draw_field(struct canvas *canvas, const struct lineedit *edit, const struct scribe_layout *layout,
			    struct rect *ret_area)
{
	const struct rect *field = &layout->field;

	*ret_area = *field;
	if (widget_too_small(canvas) || field->rows == 0 || form_field_rows(canvas, edit, field->cols) != field->rows)
		return false;
	widget_field(canvas, *field, edit, true);
	return true;
}

bool scribe_view_draw_form(struct canvas *canvas, const struct form_view *form, struct scribe_layout *layout,
			   struct rect *ret_area)
{
	*ret_area = form_area(canvas, form);
	if (widget_too_small(canvas) || ret_area->rows != layout->form.rows)
		return false;
	layout->field = form_view_draw(canvas, *ret_area, form);
	return true;
}

/* From the upper of the bar's two places on: down to the lower one, or, where the rows between have moved, to the end. */
static bool draw_bar_moved(struct canvas *canvas, const struct scribe_view *view, const struct shown *before,
			   struct rect *ret_area)
{
	struct shown now = shown_of(view, before->area, &before->column, before->top);
	size_t from = now.bar < before->bar ? now.bar : before->bar, to = now.bar + before->bar + 1 - from;
	bool moves_others = now.high != 1 || before->high != 1;
	int end = now.area.row + now.area.rows;

	if (widget_too_small(canvas) || now.top != before->top)
		return false;
	int row = draw_rows(canvas, &now, view, from, moves_others ? column_len(&now.column) : to);
	if (moves_others)
		canvas_fill(canvas, (struct rect){ row, now.area.col, end - row, now.area.cols }, STYLE_PLAIN);
	else
		end = row;
	*ret_area = (struct rect){ shown_row(&now, from), 0, end - shown_row(&now, from), canvas->cols };
	return true;
}

bool scribe_view_draw_bar(struct canvas *canvas, const struct scribe_view *view, struct scribe_layout *layout,
			  struct rect *ret_area)
{
	struct columns columns = columns_of(view, layout->lists);
	struct scribe_view was = *view;

	was.bar = layout->bar;
	for (size_t i = 0; i < columns.len; i++) {
		const struct column *column = &columns.at[i].rows;
		struct shown before = shown_of(&was, columns.at[i].area, column, layout->tops[i]);
		if (before.bar == column_len(column) || column_find(column, view->bar) == column_len(column))
			continue;
		layout->bar = view->bar;
		return draw_bar_moved(canvas, view, &before, ret_area);
	}
	return false;
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
	layout.form = form;
	if (view->form)
		layout.field = form_view_draw(canvas, form, view->form);
	return layout;
}
