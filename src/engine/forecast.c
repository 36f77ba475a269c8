#include "forecast.h"

#include "base/number.h"

enum { MINUTE_MS = 60000 };

static int64_t end_from(const struct run_item *it, int64_t start_ms, int64_t adjust_ms)
{
	if (it->fixed_end_ms)
		return larger(start_ms, it->fixed_end_ms + adjust_ms);
	return start_ms + it->planned_ms + adjust_ms;
}

/* What is of open length was planned for as long as it took. */
static int64_t planned_end_ms(const struct run_item *it)
{
	if (it->open_ended)
		return it->planned_start_ms + it->total_active_ms + it->pauses_ms;
	return end_from(it, it->planned_start_ms, 0);
}

void plan_lay_out(struct run *run)
{
	int64_t at_ms = run->planned_start_ms;

	if (!at_ms)
		return;
	for (size_t i = 0; i < run->len; i++) {
		struct run_item *it = &run->items[i];
		it->planned_start_ms = larger(at_ms, it->fixed_start_ms);
		it->planned_end_ms = at_ms = planned_end_ms(it);
	}
	run->planned_end_ms = at_ms;
}

bool run_is_never_shortened(const struct run_item *it)
{
	return it->item->protected || it->item->kind == ITEM_KIND_LETTER || it->item->kind == ITEM_KIND_BREAK;
}

int64_t run_due_ms(const struct run_item *it)
{
	if (it->item->minimum_s > 0)
		return smaller(it->item->minimum_s * 1000, it->planned_ms);
	return run_is_never_shortened(it) ? it->planned_ms : 0;
}

int64_t run_lack_ms(const struct run_item *it)
{
	int64_t room_ms = larger(it->fixed_end_ms + it->adjust_ms - it->forecast_start_ms, 0);
	int64_t lack_ms = larger(run_due_ms(it) - room_ms, 0);

	if (!it->fixed_end_ms || (!it->item->minimum_s && lack_ms < MINUTE_MS))
		return 0;
	return lack_ms;
}

static bool is_squeezed(const struct run_item *it)
{
	bool has_room = it->fixed_end_ms + it->adjust_ms > it->forecast_start_ms;

	return it->fixed_end_ms && (!has_room || run_lack_ms(it) > 0);
}

static void forecast_past(struct run_item *it)
{
	if (it->status != ITEM_DONE)
		return;
	it->forecast_start_ms = it->actual_start_ms;
	it->forecast_end_ms = it->actual_end_ms;
}

static int64_t forecast_current(struct run_item *it, int64_t now_ms)
{
	it->forecast_start_ms = it->actual_start_ms;
	it->forecast_end_ms = now_ms + larger(it->remaining_ms, 0);
	it->squeezed = is_squeezed(it);
	return it->forecast_end_ms;
}

static int64_t forecast_waiting(struct run_item *it, int64_t at_ms)
{
	it->forecast_start_ms = larger(at_ms, it->fixed_start_ms);
	it->forecast_end_ms = end_from(it, it->forecast_start_ms, it->adjust_ms);
	it->squeezed = is_squeezed(it);
	return it->forecast_end_ms;
}

static void walk(struct run *run, size_t place)
{
	bool begun = place < run->len;
	int64_t at_ms = begun ? run->now.wall_ms : larger(run->now.wall_ms, run->planned_start_ms);

	for (size_t i = 0; i < run->len; i++) {
		struct run_item *it = &run->items[i];
		if (it->status == ITEM_RUNNING)
			at_ms = forecast_current(it, run->now.wall_ms);
		else if (it->status == ITEM_WAITING && (!begun || i > place))
			at_ms = forecast_waiting(it, at_ms);
		else
			forecast_past(it);
	}
	if (run->state != RUN_ENDED)
		run->forecast_end_ms = at_ms;
}

/* Against the plan of what runs; between two items, of what comes next; after the last, of the whole. */
static int64_t delta_ms(const struct run *run)
{
	if (run->state != RUN_ENDED && run->current < run->len)
		return run->items[run->current].forecast_end_ms - run->items[run->current].planned_end_ms;
	if (run->state != RUN_ENDED && run->next < run->len)
		return run->items[run->next].forecast_start_ms - run->items[run->next].planned_start_ms;
	return run->forecast_end_ms - run->planned_end_ms;
}

static int64_t late_start_ms(const struct run *run)
{
	if (run->actual_start_ms)
		return run->actual_start_ms - run->planned_start_ms;
	return larger(run->now.wall_ms - run->planned_start_ms, 0);
}

void forecast_lay_out(struct run *run, size_t place)
{
	int64_t until_ms = run->hall_end_ms ? run->hall_end_ms : run->planned_end_ms;

	walk(run, place);
	if (run->planned_start_ms) {
		run->delta_ms = delta_ms(run);
		run->real_delta_ms = run->delta_ms - late_start_ms(run);
	}
	if (until_ms)
		run->slack_ms = until_ms - run->forecast_end_ms;
}
