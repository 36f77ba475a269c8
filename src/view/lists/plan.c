#include "view/plan.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "engine/agenda.h"
#include "engine/rounds.h"
#include "engine/words.h"
#include "plan_words.h"
#include "view/widgets.h"

#include <string.h>

enum { CHROME_ROWS = 2, MARK_COLS = 2, GAP = 2, TIMES_COLS = 11, LENGTH_COLS = 10, LABEL_COLS = 16 };
enum { NARROW_COLS = 60, WIDE_COLS = 100, LOW_ROWS = 16, LIST_LEAST = 3 };

/* --- rows -------------------------------------------------------------------------------------------------------------- */

/* Draws at the left of the area and takes it off, with a gap. */
static void put(struct canvas *canvas, struct rect *at, enum style style, const char *text)
{
	int used = canvas_text(canvas, at->row, at->col, at->cols, style, text) + GAP;

	at->col += used;
	at->cols -= used;
}

static void put_right(struct canvas *canvas, struct rect *at, int cols, enum style style, const char *text)
{
	canvas_text_right(canvas, at->row, at->col, cols < at->cols ? cols : at->cols, style, text);
	at->col += cols + GAP;
	at->cols -= cols + GAP;
}

static enum style marks_style(const struct plan_view *view, size_t step, enum style style)
{
	if (style != STYLE_PLAIN)
		return style;
	return *agenda_clash_words(view->run, step).text ? STYLE_WARN : STYLE_LABEL;
}

static void draw_step(struct canvas *canvas, struct rect at, const struct plan_view *view, size_t step, enum style style)
{
	const struct run_item *item = &view->run->items[step];
	bool is_over = item->status == ITEM_DONE || item->status == ITEM_SKIPPED;
	enum style title = style != STYLE_PLAIN ? style : item->status == ITEM_RUNNING ? STYLE_STRONG : is_over ? STYLE_LABEL : STYLE_PLAIN;
	struct buf marks = { 0 };

	plan_say_marks(view, step, &marks);
	if (canvas->cols >= NARROW_COLS)
		put_right(canvas, &at, TIMES_COLS, title, plan_times(view->run, item).text);
	put_right(canvas, &at, LENGTH_COLS, title, plan_length(item).text);
	put(canvas, &at, title, step_name(item->item).text);
	canvas_text(canvas, at.row, at.col, at.cols, marks_style(view, step, style), buf_text(&marks));
	buf_done(&marks);
}

static void draw_fact(struct canvas *canvas, struct rect at, const struct plan_row *row, enum style style)
{
	canvas_text(canvas, at.row, at.col, LABEL_COLS, style == STYLE_PLAIN ? STYLE_LABEL : style, row->label);
	at.col += LABEL_COLS + GAP;
	at.cols -= LABEL_COLS + GAP;
	canvas_text_len(canvas, at.row, at.col, at.cols, style, row->text, strcspn(row->text, "\n"));
}

static void draw_row(const void *ctx, struct canvas *canvas, struct rect area, size_t index, enum style style)
{
	const struct plan_view *view = ctx;
	const struct plan_row *row = &view->rows[index];

	switch (row->kind) {
	case PLAN_HEADING:
		canvas_text(canvas, area.row, area.col, area.cols, style == STYLE_PLAIN ? STYLE_TITLE : style, row->label);
		break;
	case PLAN_STEP:
		draw_step(canvas, area, view, row->step, style);
		break;
	case PLAN_FACT:
		draw_fact(canvas, area, row, style);
		break;
	case PLAN_CARRIED:
		canvas_text(canvas, area.row, area.col, area.cols, style, row->text);
		break;
	}
}

/* --- around them ------------------------------------------------------------------------------------------------------- */

static void draw_header(struct canvas *canvas, const struct plan_view *view)
{
	const struct workshop *workshop = workbook_workshop(view->book);
	struct buf title = { 0 }, right = { 0 };

	buf_addf(&title, _("Plan: %s"), workshop->title);
	if (canvas->cols >= WIDE_COLS && view->series.cumulative_no)
		buf_addf(&right, "%s  ", series_words(&view->series).text);
	if (canvas->cols >= NARROW_COLS && workshop->start_ms)
		buf_addf(&right, "%s %s", words_day(workshop->start_ms).text, words_time(workshop->start_ms, 0).text);
	widget_header_marked(canvas, 0, words_rehearsal(view->book).text, buf_text(&title), buf_text(&right));
	buf_done(&title);
	buf_done(&right);
}

/* Whether the day has room for it. Returns the rows used. */
static int draw_sum(struct canvas *canvas, const struct plan_view *view)
{
	struct rect area = { 1, MARK_COLS, 2, canvas->cols - 2 * MARK_COLS };
	struct agenda_sum sum = agenda_sum_of(view->run);
	struct words words = agenda_sum_words(view->run);

	return widget_paragraph(canvas, area, agenda_is_too_long(&sum) ? STYLE_WARN : STYLE_STRONG,
				view->run->len ? words.text : _("No step yet: n adds the first, f reads them from a file."));
}

static void say_details(const struct plan_view *view, struct buf *out)
{
	const struct plan_row *row = view->bar < view->len ? &view->rows[view->bar] : NULL;

	if (row && row->kind == PLAN_STEP)
		plan_say_step(view, row->step, out);
	else if (row && row->kind != PLAN_HEADING)
		buf_add_text(out, row->text);
}

/* A third of the screen at most: the steps are what one looks at. */
static int details_rows(const struct canvas *canvas, const char *details)
{
	int rows = *details ? widget_paragraph_rows(details, canvas->cols - 2 * MARK_COLS) : 0;
	int most = canvas->rows < LOW_ROWS ? 1 : canvas->rows / 3;

	return rows < most ? rows : most;
}

static int foot_rows(const struct canvas *canvas, const struct plan_view *view, int head, const char *details)
{
	int most = canvas->rows - CHROME_ROWS - head - LIST_LEAST;

	return view->form ? form_view_rows(canvas, view->form, most > 3 ? most : 3) : details_rows(canvas, details);
}

void plan_view_draw(struct canvas *canvas, const struct plan_view *view)
{
	struct list_view rows = { .len = view->len, .selected = view->bar, .focused = !view->form };
	struct buf details = { 0 };

	draw_header(canvas, view);
	say_details(view, &details);
	int head = 1 + draw_sum(canvas, view) + 1, last = canvas->rows - CHROME_ROWS;
	int foot = foot_rows(canvas, view, head, buf_text(&details));
	struct rect under = { last - foot, 0, foot, canvas->cols };
	struct rect list = { head, 0, last - foot - head - (foot > 0), canvas->cols };

	widget_list_again(canvas, list, &rows, draw_row, view, view->drawn);
	canvas_fill(canvas, (struct rect){ list.row + list.rows, 0, last - list.row - list.rows, canvas->cols }, STYLE_PLAIN);
	if (view->form)
		form_view_draw(canvas, under, view->form);
	else
		widget_paragraph(canvas, rect_inside(under, 0, MARK_COLS), STYLE_LABEL, buf_text(&details));
	buf_done(&details);
}
