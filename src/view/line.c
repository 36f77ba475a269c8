#include "view/line.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "columns.h"
#include "engine/rounds.h"
#include "engine/words.h"
#include "line_bar.h"
#include "view/widgets.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { CHROME_ROWS = 2, MARK_COLS = 2, MINUTE_MS = 60000 };
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

/* --- words ---------------------------------------------------------------------------------------------------------- */

static int64_t minutes_of(int64_t ms)
{
	return (ms + MINUTE_MS / 2) / MINUTE_MS;
}

/* What it took, or will probably take; 0: nothing is known. */
static int64_t taken_ms(const struct run_item *item)
{
	switch (item->status) {
	case ITEM_DONE:
		return item->total_active_ms;
	case ITEM_RUNNING:
		return item->total_active_ms + (item->remaining_ms > 0 ? item->remaining_ms : 0);
	case ITEM_WAITING:
		return item->planned_ms + item->adjust_ms;
	case ITEM_SKIPPED:
		break;
	}
	return 0;
}

/* "10", and where it took or takes another time, "10>12"; planned -1: of open length, that time alone. */
static void say_change(int64_t planned, int64_t taken, char *text, size_t size)
{
	if (planned < 0 || taken == planned)
		snprintf(text, size, "%" PRId64, taken);
	else
		snprintf(text, size, "%" PRId64 ">%" PRId64, planned, taken);
}

static void say_minutes(const struct run_item *item, char *text, size_t size)
{
	int64_t planned = minutes_of(item->planned_ms), taken = minutes_of(taken_ms(item));

	if (item->open_ended && item->status == ITEM_WAITING)
		*text = '\0';
	else if (item->status == ITEM_SKIPPED)
		say_change(planned, planned, text, size);
	else
		say_change(item->open_ended ? -1 : planned, taken, text, size);
}

/* It was passed over, or the workshop ended before it came. */
static bool is_left_out(const struct run *run, const struct run_item *item)
{
	return item->status == ITEM_WAITING && (!item->forecast_start_ms || run->state == RUN_ENDED);
}

/* How its end stands against the plan's; then, where there is room, what else there is to say. */
static void say_standing(const struct run *run, const struct run_item *item, bool wide, char *text, size_t size)
{
	size_t used = 0;

	if (item->status == ITEM_SKIPPED)
		used = (size_t)snprintf(text, size, "%s", words_item_status(item->status));
	else if (is_left_out(run, item))
		used = (size_t)snprintf(text, size, "%s", _("not held"));
	else if (item->planned_start_ms)
		used = (size_t)snprintf(text, size, "%s", words_delta(item->forecast_end_ms - item->planned_end_ms).text);
	else
		*text = '\0';
	if (wide && item->attempts > 1 && used < size)
		used += (size_t)snprintf(text + used, size - used, _(", taken up %d times"), item->attempts);
	if (wide && item->pauses_ms >= MINUTE_MS / 2 && used < size)
		snprintf(text + used, size - used, _(", pauses %s"),
			 words_length(minutes_of(item->pauses_ms) * 60).text);
}

/* Before the start nothing is late, but it is good to know how it went the last time. */
static bool looks_back(const struct line *line)
{
	return line->view->run->state == RUN_PLANNED && line->view->last_time && line->columns[NUMBER].cols;
}

static void say_last_time(const struct spent *spent, char *text, size_t size)
{
	switch (spent->state) {
	case SPENT_UNKNOWN:
		*text = '\0';
		break;
	case SPENT_SKIPPED:
		snprintf(text, size, "%s", words_item_status(ITEM_SKIPPED));
		break;
	case SPENT_HELD:
		say_change(spent->open_ended ? -1 : minutes_of(spent->planned_ms), minutes_of(spent->actual_ms), text, size);
		break;
	}
}

static void say_row(const struct line *line, size_t index, char *text, size_t size)
{
	if (looks_back(line))
		say_last_time(&line->view->last_time[index], text, size);
	else
		say_standing(line->view->run, item_at(line, index), line->wide, text, size);
}

static void add_times(struct buf *out, const char *format, int64_t from_ms, int64_t to_ms, int64_t day_ms)
{
	buf_addf(out, format, words_time(from_ms, day_ms).text, words_time(to_ms, day_ms).text);
}

/* Everything about one step in a sentence or two. */
static void say_step(const struct line *line, size_t index, struct buf *out)
{
	const struct run_item *item = item_at(line, index);
	const struct spent *last_time = line->view->last_time ? &line->view->last_time[index] : NULL;
	int64_t day_ms = line->view->run->planned_start_ms;
	char text[400];

	if (item->planned_start_ms && !item->open_ended)
		add_times(out, _("planned %s-%s"), item->planned_start_ms, item->planned_end_ms, day_ms);
	else if (item->open_ended)
		buf_add_text(out, _("of open length"));
	if (item->status == ITEM_RUNNING && item->open_ended)
		buf_addf(out, _("  began %s"), words_time(item->actual_start_ms, day_ms).text);
	else if (item->status == ITEM_RUNNING)
		add_times(out, _("  began %s, until about %s"), item->actual_start_ms, item->forecast_end_ms, day_ms);
	else if (item->actual_end_ms && item->status != ITEM_WAITING)
		add_times(out, _("  was %s-%s"), item->actual_start_ms, item->actual_end_ms, day_ms);
	else if (item->forecast_start_ms && !is_left_out(line->view->run, item))
		add_times(out, _("  expected %s-%s"), item->forecast_start_ms, item->forecast_end_ms, day_ms);
	say_standing(line->view->run, item, true, text, sizeof text);
	if (*text)
		buf_addf(out, "  %s", text);
	if (last_time && last_time->state != SPENT_UNKNOWN)
		buf_addf(out, "  %s", spent_last_time_words(last_time).text);
}

/* --- columns -------------------------------------------------------------------------------------------------------- */

static void widen_all(struct line *line)
{
	char text[400];

	for (size_t i = 0; i < line->view->run->len; i++) {
		snprintf(text, sizeof text, "%zu", i + 1);
		column_widen(&line->columns[NUMBER], text);
		column_widen(&line->columns[TITLE], step_name(item_at(line, i)->item).text);
		say_minutes(item_at(line, i), text, sizeof text);
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
	say_minutes(item, text, sizeof text);
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
	char right[3 * sizeof(struct words)], title[600];

	snprintf(title, sizeof title, _("The day’s line: %s"), workbook_workshop(view->book)->title);
	snprintf(right, sizeof right, "%s  %s  %s", words_delta(run->delta_ms).text, words_slack(run->slack_ms).text,
		 words_time(run->now.wall_ms, run->planned_start_ms).text);
	if (canvas->cols < NARROW_COLS)
		snprintf(right, sizeof right, "%s", words_delta(run->delta_ms).text);
	widget_header_marked(canvas, 0, words_rehearsal(view->book).text, title, right);
}

static void draw_step(struct canvas *canvas, struct rect area, const struct line *line)
{
	size_t bar = line->view->bar;
	struct buf words = { 0 };

	if (bar >= line->view->run->len)
		return;
	say_step(line, bar, &words);
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
