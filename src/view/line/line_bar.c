#include "line_bar.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <stdio.h>
#include <string.h>

/* Later ones are drawn over earlier ones; only ASCII, which is one column wide everywhere. */
enum shape { NOTHING, PLANNED, NOW, FORECAST, HELD, LONGER, PAUSED, HALL_END, SHAPES };
static const struct {
	char character;
	enum style style;
	const char *meaning;
} shapes[SHAPES] = {
	[NOTHING] = { ' ', STYLE_PLAIN, NULL },
	[PLANNED] = { '.', STYLE_LABEL, N_("only planned") },
	[NOW] = { '|', STYLE_TITLE, N_("now") },
	[FORECAST] = { '-', STYLE_PLAIN, N_("expected") },
	[HELD] = { '=', STYLE_STRONG, N_("actual") },
	[LONGER] = { '+', STYLE_WARN, N_("longer") },
	[PAUSED] = { '~', STYLE_LABEL, N_("pause") },
	[HALL_END] = { '!', STYLE_WARN, N_("hall closes") },
};

enum { BAR_COLS_MAX = 1000 };
struct bar {
	const struct axis *axis;
	enum shape cells[BAR_COLS_MAX];
};

static void put(struct bar *bar, int col, enum shape shape)
{
	if (col >= 0 && col < bar->axis->cols && col < BAR_COLS_MAX && bar->cells[col] < shape)
		bar->cells[col] = shape;
}

/* However short, it has a column. */
static void put_between(struct bar *bar, int64_t from_ms, int64_t to_ms, enum shape shape)
{
	int from = axis_col(bar->axis, from_ms), to = axis_col(bar->axis, to_ms);

	if (!from_ms || !to_ms)
		return;
	put(bar, from, shape);
	for (int col = from < 0 ? 0 : from + 1; col < to && col < bar->axis->cols; col++)
		put(bar, col, shape);
}

static int64_t span_end_ms(const struct run *run, const struct run_span *span)
{
	return span->end_ms ? span->end_ms : run->now.wall_ms;
}

/* Where its planned length would have been over: its pauses put that off. */
static int64_t planned_until_ms(const struct run *run, size_t index)
{
	const struct run_span *span = &run->spans[index];
	int64_t until_ms = span->start_ms + run->items[span->item].planned_ms;

	for (size_t i = index + 1; i < run->spans_len && run->spans[i].is_pause; i++)
		if (run->spans[i].start_ms < until_ms)
			until_ms += span_end_ms(run, &run->spans[i]) - run->spans[i].start_ms;
	return until_ms;
}

static void put_span(struct bar *bar, const struct run *run, size_t index)
{
	const struct run_span *span = &run->spans[index];
	int64_t end_ms = span_end_ms(run, span);

	if (span->is_pause) {
		put_between(bar, span->start_ms, end_ms, PAUSED);
		return;
	}
	put_between(bar, span->start_ms, end_ms, HELD);
	int64_t until_ms = planned_until_ms(run, index);
	if (!run->items[span->item].open_ended && until_ms < end_ms && axis_col(bar->axis, until_ms) < axis_col(bar->axis, end_ms))
		put_between(bar, until_ms, end_ms, LONGER);
}

static void put_item(struct bar *bar, const struct run *run, size_t index)
{
	const struct run_item *item = &run->items[index];

	put_between(bar, item->planned_start_ms, item->planned_end_ms, PLANNED);
	if (item->status == ITEM_WAITING && run->state != RUN_ENDED)
		put_between(bar, item->forecast_start_ms, item->forecast_end_ms, FORECAST);
	else if (item->status == ITEM_RUNNING && item->forecast_end_ms > run->now.wall_ms)
		put_between(bar, run->now.wall_ms, item->forecast_end_ms, FORECAST);
	for (size_t i = 0; i < run->spans_len; i++)
		if (run->spans[i].item == index)
			put_span(bar, run, i);
}

static void put_marks(struct bar *bar, const struct run *run)
{
	if (run->state != RUN_ENDED && axis_holds(bar->axis, run->now.wall_ms))
		put(bar, axis_col(bar->axis, run->now.wall_ms), NOW);
	if (run->hall_end_ms && axis_holds(bar->axis, run->hall_end_ms))
		put(bar, axis_col(bar->axis, run->hall_end_ms), HALL_END);
}

static void draw(struct canvas *canvas, struct rect row, const struct bar *bar)
{
	for (int col = 0; col < row.cols && col < bar->axis->cols && col < BAR_COLS_MAX; col++) {
		enum shape shape = bar->cells[col];
		if (shape)
			canvas_text_len(canvas, row.row, row.col + col, 1, shapes[shape].style, &shapes[shape].character, 1);
	}
}

void line_bar_draw(struct canvas *canvas, struct rect row, const struct axis *axis, const struct run *run, size_t item)
{
	struct bar bar = { .axis = axis };

	put_item(&bar, run, item);
	put_marks(&bar, run);
	draw(canvas, row, &bar);
}

void line_bar_draw_empty(struct canvas *canvas, struct rect row, const struct axis *axis, const struct run *run)
{
	struct bar bar = { .axis = axis };

	put_marks(&bar, run);
	draw(canvas, row, &bar);
}

void line_bar_legend(struct canvas *canvas, struct rect row)
{
	static const enum shape order[] = { HELD, LONGER, PAUSED, FORECAST, PLANNED, NOW, HALL_END };

	for (size_t i = 0; i < COUNT(order); i++) {
		char text[100];
		snprintf(text, sizeof text, "%c %s", shapes[order[i]].character, _(shapes[order[i]].meaning));
		if (text_cols(text, strlen(text)) > row.cols)
			break;
		int used = canvas_text(canvas, row.row, row.col, row.cols, STYLE_LABEL, text) + 2;
		row.col += used;
		row.cols -= used;
	}
}
