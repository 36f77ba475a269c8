/* tell_time.c - when the remaining time is said, and how. */
#include "base/i18n.h"
#include "base/mem.h"
#include "engine/words.h"
#include "tell_private.h"

enum { MINUTE_MS = 60000, CALM_MS = 5 * MINUTE_MS };

/* The largest multiple of the unit that is smaller. */
static int64_t multiple_below(int64_t ms, int64_t unit_ms)
{
	int64_t part_ms = ((ms - 1) % unit_ms + unit_ms) % unit_ms;

	return ms - 1 - part_ms;
}

/* The point that comes next, counting down from `left_ms` (clock.md 2.9: what one look crosses is said once). */
static int64_t point_below(int64_t left_ms, int64_t every_ms)
{
	static const int64_t always_ms[] = { 5 * MINUTE_MS, MINUTE_MS };
	int64_t point_ms = 0;

	if (left_ms <= 0)
		return multiple_below(left_ms, CALM_MS);
	if (every_ms > 0)
		point_ms = multiple_below(left_ms, every_ms);
	for (size_t i = 0; i < COUNT(always_ms); i++) {
		if (always_ms[i] < left_ms && always_ms[i] > point_ms)
			point_ms = always_ms[i];
	}
	return point_ms;
}

/* An item of open length counts up from nothing, as overtime does. */
static int64_t left_ms(const struct run_item *item)
{
	return item->open_ended ? -item->active_ms : item->remaining_ms;
}

int64_t tell_next_ms(const struct run *run, int64_t every_ms)
{
	const struct run_item *item = run_current(run);
	int64_t to_start_ms = run->planned_start_ms - run->now.wall_ms;

	if (run->state == RUN_PLANNED)
		return to_start_ms > 0 ? to_start_ms : -1;
	if (run->state != RUN_RUNNING || !item)
		return -1;
	return left_ms(item) - point_below(left_ms(item), every_ms);
}

bool tell_time_is_due(const struct told *was, const struct run *run, int64_t every_ms)
{
	const struct run_item *item = run_current(run);

	return item && run->state == RUN_RUNNING && left_ms(item) <= point_below(was->left_ms, every_ms);
}

bool tell_start_is_due(const struct told *was, const struct told *is)
{
	return is->state == RUN_PLANNED && was->to_start_ms > 0 && is->to_start_ms <= 0;
}

void tell_left(const struct run *run, struct buf *out)
{
	const struct run_item *item = run_current(run);

	if (!item)
		return;
	if (item->open_ended)
		buf_addf(out, _("%s so far; it lasts as long as it needs."), words_length(run_elapsed_s(item)).text);
	else if (run_overtime_s(item) > 0)
		buf_addf(out, _("%s over the time."), words_length(run_overtime_s(item)).text);
	else if (run_remaining_s(item) == 0)
		buf_addf(out, _("The time of “%s” is over."), item->item->title);
	else
		buf_addf(out, _("%s left."), words_length(run_remaining_s(item)).text);
}
