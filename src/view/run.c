#include "view/run.h"

#include "base/i18n.h"
#include "engine/words.h"
#include "view/bigtext.h"
#include "view/widgets.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* Where things stand. The clock and the cue share the upper part; tables and the steps to come share the lower one: side by
 * side where the screen is wide, one above the other where it is not. */
struct layout {
	struct rect header, step, clock, facts, cue, tables, agenda;
};

enum { WIDE_COLS = 110, CHROME_ROWS = 2, CLOCK_COLS_MAX = 64 };

static struct layout lay_out(const struct canvas *canvas, size_t tables)
{
	struct layout at = { 0 };
	int rows = canvas->rows - CHROME_ROWS, cols = canvas->cols;
	int clock_rows = rows >= 30 ? 9 : rows >= 18 ? 5 : 3;
	int clock_cols = cols / 2 < CLOCK_COLS_MAX ? cols / 2 : CLOCK_COLS_MAX;
	int cue_rows = rows >= 30 ? 6 : rows >= 20 ? 3 : 2;
	int row = 0;

	at.header = (struct rect){ row++, 0, 1, cols };
	at.step = (struct rect){ row++, 1, 1, cols - 2 };
	at.clock = (struct rect){ row, 1, clock_rows, clock_cols - 2 };
	at.facts = (struct rect){ row, clock_cols + 1, clock_rows, cols - clock_cols - 2 };
	row += clock_rows;
	at.cue = (struct rect){ row, 1, cue_rows, cols - 2 };
	row += cue_rows;
	if (cols >= WIDE_COLS) {
		at.tables = (struct rect){ row, 1, rows - row, cols * 3 / 5 - 2 };
		at.agenda = (struct rect){ row, cols * 3 / 5 + 1, rows - row, cols - cols * 3 / 5 - 2 };
	} else {
		int table_rows = (int)tables + 1 < rows - row - 1 ? (int)tables + 1 : rows - row - 1;
		at.tables = (struct rect){ row, 1, table_rows, cols - 2 };
		at.agenda = (struct rect){ row + table_rows, 1, rows - row - table_rows, cols - 2 };
	}
	return at;
}

static void draw_header(struct canvas *canvas, struct rect area, const struct run_view *view)
{
	const struct run *run = view->run;
	char right[3 * sizeof(struct words) + 8];

	snprintf(right, sizeof right, "%s  %s  %s", words_delta(run->delta_ms).text, words_slack(run->slack_ms).text,
		 words_time(run->now.wall_ms, run->planned_start_ms).text);
	widget_header(canvas, area.row, workbook_workshop(view->book)->title, right);
}

static void draw_step(struct canvas *canvas, struct rect area, const struct run *run)
{
	const struct run_item *item = run_current(run);
	char number[32];

	if (!item) {
		canvas_text(canvas, area.row, area.col, area.cols, STYLE_STRONG, words_run_state(run->state));
		return;
	}
	snprintf(number, sizeof number, "%zu/%zu  ", run->current + 1, run->len);
	int used = canvas_text(canvas, area.row, area.col, area.cols, STYLE_LABEL, number);
	canvas_text(canvas, area.row, area.col + used, area.cols - used, STYLE_TITLE, item->item->title);
}

static void draw_clock(struct canvas *canvas, struct rect area, const struct run *run)
{
	const struct run_item *item = run_current(run);

	if (item)
		bigtext_digits(canvas, area, item->overtime_ms > 0 ? STYLE_BIG_OVER : STYLE_BIG, words_remaining(item).text);
}

/* One labelled line of the column beside the clock. */
static int draw_fact(struct canvas *canvas, struct rect area, int row, enum style style, const char *label, const char *text)
{
	if (row >= area.rows || !*text)
		return row;
	int used = canvas_text(canvas, area.row + row, area.col, area.cols, STYLE_LABEL, label);
	canvas_text(canvas, area.row + row, area.col + used + 1, area.cols - used - 1, style, text);
	return row + 1;
}

static void draw_facts(struct canvas *canvas, struct rect area, const struct run_view *view)
{
	const struct run *run = view->run;
	const struct run_item *item = run_current(run);
	int row = 0;

	if (run->state == RUN_PAUSED)
		row = draw_fact(canvas, area, row, STYLE_WARN, _("Clock:"), _("paused"));
	else if (run->untimed_since_ms)
		row = draw_fact(canvas, area, row, STYLE_WARN, _("Clock:"), _("nothing is being timed"));
	if (run->next < run->len)
		row = draw_fact(canvas, area, row, STYLE_STRONG, _("Next:"), run->items[run->next].item->title);
	row = draw_fact(canvas, area, row, STYLE_PLAIN, _("Ends about:"),
			words_time(run->forecast_end_ms, run->planned_start_ms).text);
	if (item && item->adjust_ms)
		row = draw_fact(canvas, area, row, STYLE_PLAIN, item->adjust_ms > 0 ? _("Time given:") : _("Time taken:"),
				words_length(llabs(item->adjust_ms) / 1000).text);
	if (item && item->pauses_ms)
		row = draw_fact(canvas, area, row, STYLE_PLAIN, _("Pauses:"), words_length(item->pauses_ms / 1000).text);
	row = draw_fact(canvas, area, row, STYLE_PLAIN, _("Shutter:"),
			run->stage.open ? _("open: the room sees the contents") : _("shut: the room sees the clock only"));
	draw_fact(canvas, area, row, STYLE_STRONG, _("Message:"), run->stage.message);
}

static void draw_cue(struct canvas *canvas, struct rect area, const struct run *run)
{
	const struct run_item *item = run_current(run);
	size_t index = item ? run->current : run->next;

	if (index >= run->len || !*run->items[index].item->cue)
		return;
	int used = canvas_text(canvas, area.row, area.col, area.cols, STYLE_LABEL, _("To say:"));
	struct rect text = { area.row, area.col + used + 1, area.rows, area.cols - used - 1 };
	widget_paragraph(canvas, text, STYLE_PLAIN, run->items[index].item->cue);
}

static bool has_scribe(const struct run_view *view, int64_t number)
{
	for (size_t i = 0; i < view->scribes_len; i++)
		if (view->scribes[i] == number)
			return true;
	return false;
}

/* Columns of the table board, from the right edge, so that names take what is left. */
static void draw_table(struct canvas *canvas, struct rect area, int row, const struct run_view *view, size_t index)
{
	const struct table *table = &view->book->tables.at[index];
	struct tally tally = workbook_tally(view->book, table->id);
	enum style style = index == view->bar ? STYLE_FOCUS : STYLE_PLAIN;
	char counts[96], name[64];
	int at = area.row + row;

	if (index == view->bar)
		canvas_fill(canvas, (struct rect){ at, area.col, 1, area.cols }, style);
	snprintf(name, sizeof name, "%2" PRId64 " ", table->number);
	int col = canvas_text(canvas, at, area.col, 4, style, name);
	col += canvas_text(canvas, at, area.col + col, 8, style, has_scribe(view, table->number) ? _("scribe") : "—");
	canvas_text(canvas, at, area.col + 12, 14, style, code_label(&codes_table_state, view->run->table_states[index]));
	snprintf(counts, sizeof counts, _("offers %zu  steps %zu  notes %zu   F%zu I%zu M%zu"), tally.offers, tally.steps,
		 tally.notes, tally.formal, tally.informal, tally.mixed);
	canvas_text(canvas, at, area.col + 27, area.cols - 27, style, counts);
}

static void draw_tables(struct canvas *canvas, struct rect area, const struct run_view *view)
{
	canvas_text(canvas, area.row, area.col, area.cols, STYLE_LABEL, _("Tables"));
	for (size_t i = 0; i < view->book->tables.len && (int)i + 1 < area.rows; i++)
		draw_table(canvas, area, (int)i + 1, view, i);
}

static void draw_agenda(struct canvas *canvas, struct rect area, const struct run *run)
{
	int row = 0;

	for (size_t i = run->current < run->len ? run->current + 1 : run->next; i < run->len && row < area.rows; i++) {
		const struct run_item *item = &run->items[i];
		char line[sizeof(struct words) + 32];
		snprintf(line, sizeof line, "%s %3" PRId64 "  ", words_time(item->forecast_start_ms, run->planned_start_ms).text,
			 (item->planned_ms + item->adjust_ms) / 60000);
		int used = canvas_text(canvas, area.row + row, area.col, area.cols, STYLE_LABEL, line);
		canvas_text(canvas, area.row + row++, area.col + used, area.cols - used, STYLE_PLAIN, item->item->title);
	}
}

void run_view_draw(struct canvas *canvas, const struct run_view *view)
{
	struct layout at = lay_out(canvas, view->book->tables.len);

	draw_header(canvas, at.header, view);
	draw_step(canvas, at.step, view->run);
	draw_clock(canvas, at.clock, view->run);
	draw_facts(canvas, at.facts, view);
	draw_cue(canvas, at.cue, view->run);
	draw_tables(canvas, at.tables, view);
	draw_agenda(canvas, at.agenda, view->run);
}
