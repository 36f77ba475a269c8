#include "axis.h"

#include "base/calendar.h"
#include "base/mem.h"
#include "engine/words.h"

#include <string.h>

enum { APART_COLS = 1, MINUTE_MS = 60000, HALF_DAY_MS = 12 * 3600 * 1000, BEFORE_MS = 30 * MINUTE_MS };

/* Takes a time in, unless it is nothing or another day's. */
static void widen(struct axis *axis, int64_t wall_ms)
{
	if (!wall_ms || wall_ms < axis->from_ms - HALF_DAY_MS || wall_ms > axis->to_ms + HALF_DAY_MS)
		return;
	if (wall_ms < axis->from_ms)
		axis->from_ms = wall_ms;
	if (wall_ms > axis->to_ms)
		axis->to_ms = wall_ms;
}

struct axis axis_of(const struct run *run, int cols)
{
	int64_t begin_ms = run->actual_start_ms ? run->actual_start_ms : run->planned_start_ms;
	struct axis axis = { .from_ms = begin_ms ? begin_ms : run->now.wall_ms, .cols = cols };

	axis.to_ms = axis.from_ms;
	for (size_t i = 0; i < run->len; i++)
		widen(&axis, run->items[i].status == ITEM_WAITING && run->state == RUN_ENDED ? 0 : run->items[i].forecast_end_ms);
	widen(&axis, run->forecast_end_ms);
	widen(&axis, run->planned_start_ms);
	widen(&axis, run->planned_end_ms);
	widen(&axis, run->hall_end_ms);
	/* Long before the start, the wait would leave no columns for the steps. */
	if (run->state != RUN_ENDED && run->now.wall_ms > axis.from_ms - BEFORE_MS)
		widen(&axis, run->now.wall_ms);
	if (axis.to_ms < axis.from_ms + MINUTE_MS)
		axis.to_ms = axis.from_ms + MINUTE_MS;
	return axis;
}

int axis_col(const struct axis *axis, int64_t wall_ms)
{
	int64_t whole_ms = axis->to_ms - axis->from_ms, at_ms = wall_ms - axis->from_ms;
	int64_t most_ms = 4 * whole_ms;

	/* Far outside is just outside: no column number overflows. */
	at_ms = at_ms > most_ms ? most_ms : at_ms < -most_ms ? -most_ms : at_ms;
	return (int)((2 * at_ms * (axis->cols - 1) + (at_ms < 0 ? -whole_ms : whole_ms)) / (2 * whole_ms));
}

bool axis_holds(const struct axis *axis, int64_t wall_ms)
{
	return wall_ms >= axis->from_ms && wall_ms <= axis->to_ms;
}

static int label_cols(int64_t wall_ms, int64_t day_ms)
{
	struct words words = words_time(wall_ms, day_ms);

	return text_cols(words.text, strlen(words.text));
}

/* The first full time at or after the axis's begin. */
static int64_t first_tick_ms(const struct axis *axis, int64_t every_ms)
{
	int64_t midnight_ms = calendar_midnight_ms(axis->from_ms);

	return midnight_ms + (axis->from_ms - midnight_ms + every_ms - 1) / every_ms * every_ms;
}

static bool labels_fit(const struct axis *axis, int64_t every_ms, int64_t day_ms)
{
	for (int64_t at_ms = first_tick_ms(axis, every_ms); at_ms + every_ms <= axis->to_ms; at_ms += every_ms)
		if (axis_col(axis, at_ms) + label_cols(at_ms, day_ms) + APART_COLS > axis_col(axis, at_ms + every_ms))
			return false;
	return true;
}

static int64_t tick_ms(const struct axis *axis, int64_t day_ms)
{
	static const int minutes[] = { 5, 10, 15, 30, 60, 120, 180, 240, 360, 720 };
	size_t i = 0;

	while (i + 1 < COUNT(minutes) && !labels_fit(axis, (int64_t)minutes[i] * MINUTE_MS, day_ms))
		i++;
	return (int64_t)minutes[i] * MINUTE_MS;
}

void axis_draw(struct canvas *canvas, struct rect row, const struct axis *axis, int64_t day_ms)
{
	int64_t every_ms = tick_ms(axis, day_ms);

	for (int64_t at_ms = first_tick_ms(axis, every_ms); at_ms <= axis->to_ms; at_ms += every_ms) {
		int col = axis_col(axis, at_ms);
		if (col + label_cols(at_ms, day_ms) <= row.cols)
			canvas_text(canvas, row.row, row.col + col, row.cols - col, STYLE_LABEL,
				    words_time(at_ms, day_ms).text);
	}
}
