#include "view/run.h"

#include "alert.h"
#include "base/i18n.h"
#include "board.h"
#include "coming.h"
#include "cue.h"
#include "engine/rounds.h"
#include "engine/words.h"
#include "facts.h"
#include "room/flash.h"
#include "room/mood.h"
#include "view/bigtext.h"
#include "view/countdown.h"
#include "view/widgets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where things stand. Clock and facts are side by side; tables and the steps to come too where the screen is wide, else
 * one above the other. Few columns: the facts stand below the clock, then what to say if they leave room, and no more. */
struct layout {
	struct rect header, step, clock, facts, cue, board, coming;
	bool is_narrow;
};

enum {
	CHROME_ROWS = 2, /* notice and footer, which are the console's */
	NARROW_COLS = 60,
	WIDE_COLS = 110,
	TALL_ROWS = 30,
	CLOCK_COLS_MAX = 96,
	CLOCK_ROWS = 5,
	TALL_CLOCK_ROWS = 9,
	CLOCK_ROWS_MAX = 16,
	CUE_ROWS_MIN = 3,
	COMING_ROWS_MIN = 3,
};

static struct rect take_rows(struct rect *from, int rows)
{
	struct rect taken = { from->row, from->col, rows < from->rows ? rows : from->rows, from->cols };

	if (taken.rows < 0)
		taken.rows = 0;
	from->row += taken.rows;
	from->rows -= taken.rows;
	return taken;
}

static struct rect take_cols(struct rect *from, int cols)
{
	struct rect taken = { from->row, from->col, from->rows, cols };

	from->col += cols + 2;
	from->cols -= cols + 2;
	return taken;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* What tables and steps to come would like to have below the cue. */
static int lower_rows_wanted(const struct run_view *view, bool wide)
{
	int tables = (int)view->book->tables.len + 1, coming = coming_rows(view->run);

	if (wide)
		return tables > coming ? tables : coming;
	return tables + least(coming, COMING_ROWS_MIN);
}

/* Rows that nothing else wants make the clock larger. */
static int clock_rows(const struct run_view *view, int rows, int cols)
{
	int spare = rows - 2 - cue_rows(view, cols) - lower_rows_wanted(view, cols >= WIDE_COLS);

	if (spare > CLOCK_ROWS_MAX)
		return CLOCK_ROWS_MAX;
	return spare > TALL_CLOCK_ROWS ? spare : TALL_CLOCK_ROWS;
}

/* The cue gets what the tables and the steps to come leave, but a few rows in any case. */
static void lay_out_lower(struct layout *at, struct rect left, const struct run_view *view, bool wide, int gap)
{
	int coming = least(coming_rows(view->run), COMING_ROWS_MIN), wanted = cue_rows(view, left.cols);
	int spare = left.rows - gap - lower_rows_wanted(view, wide);

	at->cue = take_rows(&left, least(wanted, spare > CUE_ROWS_MIN ? spare : CUE_ROWS_MIN));
	take_rows(&left, gap);
	if (wide)
		at->board = take_cols(&left, left.cols * 2 / 3);
	else
		at->board = take_rows(&left, least((int)view->book->tables.len + 1, left.rows - coming));
	at->coming = left;
}

static struct layout lay_out(const struct canvas *canvas, const struct run_view *view)
{
	struct rect left = { 0, 0, canvas->rows - CHROME_ROWS, canvas->cols };
	bool tall = left.rows >= TALL_ROWS;
	struct layout at = { .header = take_rows(&left, 1) };

	left = rect_inside(left, 0, 1);
	at.step = take_rows(&left, 1);
	take_rows(&left, tall);
	if (left.cols < NARROW_COLS) {
		at.clock = take_rows(&left, left.rows - CLOCK_ROWS > 3 ? CLOCK_ROWS : 3);
		at.facts = left;
		at.is_narrow = true;
		return at;
	}
	at.facts = take_rows(&left, tall ? clock_rows(view, left.rows, left.cols) : CLOCK_ROWS);
	at.clock = take_cols(&at.facts, least(at.facts.cols / 2, CLOCK_COLS_MAX) - 1);
	take_rows(&left, tall);
	lay_out_lower(&at, left, view, left.cols >= WIDE_COLS, tall);
	return at;
}

/* The time of day, and lateness and slack in words if they leave room for a piece of the title. */
static void draw_header(struct canvas *canvas, struct rect area, const struct run_view *view)
{
	const struct run *run = view->run;
	const struct words parts[] = { words_slack(run->slack_ms), words_delta(run->delta_ms) };
	const struct words mark = words_rehearsal(view->book);
	int cols = area.cols - text_cols(mark.text, strlen(mark.text));
	struct buf right = { 0 };

	buf_add_text(&right, words_time(run->now.wall_ms, run->planned_start_ms).text);
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		size_t len = strlen(parts[i].text);
		if (text_cols(right.bytes, right.len) + 2 + text_cols(parts[i].text, len) > cols * 2 / 3)
			break;
		buf_insert(&right, 0, "  ", 2);
		buf_insert(&right, 0, parts[i].text, len);
	}
	widget_header_marked(canvas, area.row, mark.text, workbook_workshop(view->book)->title, buf_text(&right));
	buf_done(&right);
}

/* The step's time, what was given, taken, or lost to pauses, and how long it is to read what is read aloud in it. */
static void say_time(const struct run_view *view, const struct run_item *item, char *text, size_t size)
{
	struct words planned = words_length(item->planned_ms / 1000);
	size_t used = (size_t)snprintf(text, size, "%s", item->open_ended ? _("time so far, of open length") : planned.text);

	if (item->adjust_ms && used < size)
		used += (size_t)snprintf(text + used, size - used, " %s%s", item->adjust_ms > 0 ? "+" : "-",
					 words_length(llabs(item->adjust_ms) / 1000).text);
	if (item->pauses_ms >= 1000 && used < size)
		used += (size_t)snprintf(text + used, size - used, _(", pauses %s"),
					 words_length(item->pauses_ms / 1000).text);
	if (view->reading_ms && used < size)
		snprintf(text + used, size - used, _(", to read about %s, %s left"),
			 words_about(view->reading_ms).text, words_about(view->reading_left_ms).text);
}

/* Number and title, then as there is room the time at the right end, and the kind and strictness. */
static void draw_step(struct canvas *canvas, struct rect area, const struct run_view *view)
{
	const struct run *run = view->run;
	const struct run_item *item = run_current(run);
	char number[64], time[5 * sizeof(struct words)];

	if (!item) {
		alert_draw_idle(canvas, area, run);
		return;
	}
	say_time(view, item, time, sizeof time);
	int time_cols = text_cols(time, strlen(time)) + 2, right = area.cols >= NARROW_COLS ? time_cols : 0;
	snprintf(number, sizeof number, "%zu/%zu  ", run->current + 1, run->len);
	int used = canvas_text(canvas, area.row, area.col, area.cols, STYLE_LABEL, number);
	used += canvas_text(canvas, area.row, area.col + used, area.cols - used - right, STYLE_TITLE,
			    step_name(item->item).text) +
		2;
	if (area.cols - used < time_cols - 2)
		return;
	canvas_text_right(canvas, area.row, area.col + used, area.cols - used, STYLE_LABEL, time);
	const struct words kind = words_kind(item->item);
	if (area.cols - used - time_cols >= text_cols(kind.text, strlen(kind.text)))
		canvas_text(canvas, area.row, area.col + used, area.cols - used - time_cols, STYLE_LABEL, kind.text);
}

/* What runs; or how long nothing has been timed; or how long it is until the start, or has been since. */
static void draw_clock(struct canvas *canvas, struct rect area, const struct run *run)
{
	const struct run_item *item = run_current(run);
	int64_t now_ms = run->now.wall_ms;

	if (item) {
		mood_draw_digits(canvas, area, mood_of_item(item), words_remaining(item).text);
	} else if (run->untimed_since_ms) {
		bigtext_digits(canvas, area, STYLE_BIG_WARN, words_clock((now_ms - run->untimed_since_ms) / 1000).text);
	} else if (run->state == RUN_PLANNED) {
		bool late = run->planned_start_ms <= now_ms;
		bigtext_digits(canvas, area, late ? STYLE_BIG_WARN : STYLE_BIG,
			       countdown_digits(run->planned_start_ms, now_ms, true).text);
	}
}

void run_view_draw(struct canvas *canvas, const struct run_view *view)
{
	struct layout at = lay_out(canvas, view);

	draw_header(canvas, at.header, view);
	draw_step(canvas, at.step, view);
	draw_clock(canvas, at.clock, view->run);
	if (view->flash)
		flash_reverse(canvas, at.clock);
	int facts = facts_draw(canvas, at.facts, view);
	if (at.is_narrow && at.facts.rows - facts >= CUE_ROWS_MIN) {
		at.cue = at.facts;
		take_rows(&at.cue, facts + 1);
	}
	cue_draw(canvas, at.cue, view);
	board_draw(canvas, at.board, view);
	coming_draw(canvas, at.coming, view->run);
}
