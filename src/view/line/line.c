#include "view/line.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "engine/rounds.h"
#include "engine/words.h"
#include "line_bar.h"
#include "line_words.h"
#include "view/widgets.h"
#include "widgets/columns.h"

#include <stdio.h>
#include <string.h>

enum { CHROME_ROWS = 2, MARK_COLS = 2 };
enum { TALL_ROWS = 20, WIDE_COLS = 100, NARROW_COLS = 60, TITLE_LEAST = 8, BAR_SHARE = 3, STANDING_SHARE = 3 };
/* SIGN: "*" what runs. BAR has no text: it is drawn on the axis. */
enum place { NUMBER, SIGN, TITLE, BAR, MINUTES, STANDING, PLACES };

struct line {
	const struct line_view *view;
	struct column columns[PLACES];
	struct axis axis;
	bool wide;
};

static const struct run_item *item_at(const struct line *line, size_t index)
{
	return &line->view->run->items[index];
}

/* Before the start nothing is late, but it is good to know how it went the last time. */
static bool looks_back(const struct line *line)
{
	return line->view->run->state == RUN_PLANNED && line->view->last_time && line->columns[NUMBER].cols;
}

static void say_row(const struct line *line, size_t index, char *text, size_t size)
{
	if (looks_back(line))
		line_say_last_time(&line->view->last_time[index], text, size);
	else
		line_say_standing(line->view->run, item_at(line, index), line->wide, text, size);
}

/* --- columns -------------------------------------------------------------------------------------------------------- */

static void widen_all(struct line *line)
{
	char text[400];

	for (size_t i = 0; i < line->view->run->len; i++) {
		snprintf(text, sizeof text, "%zu", i + 1);
		column_widen(&line->columns[NUMBER], text);
		column_widen(&line->columns[TITLE], step_name(item_at(line, i)->item).text);
		line_say_minutes(item_at(line, i), text, sizeof text);
		column_widen(&line->columns[MINUTES], text);
		say_row(line, i, text, sizeof text);
		column_widen(&line->columns[STANDING], text);
	}
}

/* The bars get at least so much of what the words leave; narrow screens do without numbers and minutes. */
static void fit_columns(struct line *line, int cols)
{
	const struct column named[PLACES] = {
		[NUMBER] = { "", cols < NARROW_COLS ? 0 : 1, true },
		[SIGN] = { "", 1, false },
		[TITLE] = { _("step"), 0, false },
		[BAR] = { "", 0, false },
		[MINUTES] = { C_("column", "min"), 2, true },
		[STANDING] = { C_("column", "against plan"), 8, false },
	};
	struct column *columns = line->columns;

	memcpy(columns, named, sizeof named);
	if (looks_back(line))
		columns[STANDING].heading = C_("column", "last time");
	column_widen(&columns[MINUTES], columns[MINUTES].heading);
	column_widen(&columns[STANDING], columns[STANDING].heading);
	widen_all(line);
	if (cols < NARROW_COLS)
		columns[NUMBER].cols = columns[MINUTES].cols = 0;
	if (columns[STANDING].cols > cols / STANDING_SHARE)
		columns[STANDING].cols = cols / STANDING_SHARE;
	int left = cols - columns[SIGN].cols - columns[STANDING].cols - 3 * COLUMN_GAP;
	if (columns[NUMBER].cols)
		left -= columns[NUMBER].cols + columns[MINUTES].cols + 2 * COLUMN_GAP;
	int most = left / BAR_SHARE > TITLE_LEAST ? left / BAR_SHARE : TITLE_LEAST;
	if (columns[TITLE].cols > most)
		columns[TITLE].cols = most;
	columns[BAR].cols = left - columns[TITLE].cols;
}

static struct rect bar_area(const struct line *line, struct rect row)
{
	for (size_t i = 0; i < BAR; i++)
		row.col += line->columns[i].cols ? line->columns[i].cols + COLUMN_GAP : 0;
	row.cols = line->columns[BAR].cols;
	return row;
}

/* --- rows ----------------------------------------------------------------------------------------------------------- */

static void draw_row(const void *ctx, struct canvas *canvas, struct rect area, size_t index, enum style style)
{
	const struct line *line = ctx;
	const struct run_item *item = item_at(line, index);
	bool runs = item->status == ITEM_RUNNING;
	char text[400];

	snprintf(text, sizeof text, "%zu", index + 1);
	column_text(canvas, area, line->columns, NUMBER, STYLE_LABEL, text);
	column_text(canvas, area, line->columns, SIGN, STYLE_STRONG, runs ? "*" : "");
	column_text(canvas, area, line->columns, TITLE, runs ? STYLE_STRONG : style, step_name(item->item).text);
	line_bar_draw(canvas, bar_area(line, area), &line->axis, line->view->run, index);
	line_say_minutes(item, text, sizeof text);
	column_text(canvas, area, line->columns, MINUTES, STYLE_PLAIN, text);
	say_row(line, index, text, sizeof text);
	column_text(canvas, area, line->columns, STANDING, item->squeezed ? STYLE_WARN : STYLE_PLAIN, text);
}

static void draw_head(struct canvas *canvas, struct rect row, const struct line *line)
{
	const struct run *run = line->view->run;
	int64_t day_ms = axis_holds(&line->axis, run->planned_start_ms) ? run->planned_start_ms : line->axis.from_ms;

	columns_headings(canvas, row, line->columns, PLACES);
	axis_draw(canvas, bar_area(line, row), &line->axis, day_ms);
}

static void draw_header(struct canvas *canvas, const struct line_view *view)
{
	const struct run *run = view->run;
	struct buf title = { 0 }, right = { 0 };

	buf_addf(&title, _("The day’s line: %s"), workbook_workshop(view->book)->title);
	buf_add_text(&right, words_delta(run->delta_ms).text);
	if (canvas->cols >= NARROW_COLS)
		buf_addf(&right, "  %s  %s", words_slack(run->slack_ms).text,
			 words_time(run->now.wall_ms, run->planned_start_ms).text);
	widget_header_marked(canvas, 0, words_rehearsal(view->book).text, buf_text(&title), buf_text(&right));
	buf_done(&title);
	buf_done(&right);
}

static void draw_step(struct canvas *canvas, struct rect area, const struct line *line)
{
	size_t bar = line->view->bar;
	struct buf words = { 0 };

	if (bar >= line->view->run->len)
		return;
	line_say_step(line->view, bar, "  ", &words);
	if (area.rows > 2) {
		canvas_text(canvas, area.row++, area.col, area.cols, STYLE_TITLE, item_at(line, bar)->item->title);
		area.rows--;
	}
	widget_paragraph(canvas, area, STYLE_PLAIN, buf_text(&words));
	buf_done(&words);
}

/* From the top: the axis, the steps with a row to spare, the shapes' meanings, and the step under the bar in words. */
struct layout {
	struct rect head, rows, legend, step;
};

static struct layout lay_out(const struct canvas *canvas, size_t steps)
{
	bool tall = canvas->rows >= TALL_ROWS;
	int words = tall ? 3 : canvas->cols < NARROW_COLS ? 2 : 1, cols = canvas->cols - 2;
	int most = canvas->rows - CHROME_ROWS - 2 - words - 2 * tall;
	int rows = steps + 1 < (size_t)(most > 0 ? most : 0) ? (int)steps + 1 : most;

	return (struct layout){
		.head = { 1, 1 + MARK_COLS, 1, cols - MARK_COLS },
		.rows = { 2, 1, rows, cols },
		.legend = { 2 + rows, 1, tall, cols },
		.step = { 2 + rows + 2 * tall, 1, words, cols },
	};
}

static void draw_steps(struct canvas *canvas, const struct layout *at, const struct line *line)
{
	const struct run *run = line->view->run;
	struct list_view list = { .len = run->len, .selected = line->view->bar, .focused = true };

	for (int row = (int)list.len; row < at->rows.rows; row++)
		line_bar_draw_empty(canvas, bar_area(line, (struct rect){ at->rows.row + row, at->head.col, 1, at->head.cols }),
				    &line->axis, run);
	widget_list(canvas, at->rows, &list, draw_row, line);
}

void line_view_draw(struct canvas *canvas, const struct line_view *view)
{
	struct layout at = lay_out(canvas, view->run->len);
	struct line line = { .view = view, .wide = canvas->cols >= WIDE_COLS };

	fit_columns(&line, at.head.cols);
	line.axis = axis_of(view->run, line.columns[BAR].cols);
	draw_header(canvas, view);
	draw_head(canvas, at.head, &line);
	draw_steps(canvas, &at, &line);
	if (at.legend.rows)
		line_bar_legend(canvas, at.legend);
	draw_step(canvas, at.step, &line);
}
