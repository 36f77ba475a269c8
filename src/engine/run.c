#include "engine/run.h"

const struct run_item *run_current(const struct run *run)
{
	return run->current < run->len ? &run->items[run->current] : NULL;
}

int64_t run_remaining_s(const struct run_item *item)
{
	return item->remaining_ms > 0 ? (item->remaining_ms + 999) / 1000 : 0;
}

int64_t run_overtime_s(const struct run_item *item)
{
	return item->overtime_ms / 1000;
}

int64_t run_elapsed_s(const struct run_item *item)
{
	return item->active_ms / 1000;
}

/* From a time that counts down (also below zero): how long until it shows another second. */
static int64_t until_next_second_ms(int64_t left_ms)
{
	int64_t part_ms = (left_ms % 1000 + 1000) % 1000;

	return part_ms ? part_ms : 1000;
}

static int64_t clock_change_ms(const struct run *run)
{
	const struct run_item *item = run_current(run);
	int64_t wall_ms = run->now.wall_ms;

	switch (run->state) {
	case RUN_PLANNED: /* the time of day, and the forecast once it is late */
		return 60000 - (wall_ms % 60000 + 60000) % 60000;
	case RUN_RUNNING:
		if (item)
			return until_next_second_ms(item->open_ended ? -item->active_ms : item->remaining_ms);
		return until_next_second_ms(-wall_ms); /* counting up since nothing is timed */
	case RUN_PAUSED:
		return until_next_second_ms(-wall_ms);
	case RUN_ENDED:
		break;
	}
	return -1;
}

int64_t run_message_change_ms(const struct run *run)
{
	return run->stage.message_until_ms ? run->stage.message_until_ms - run->now.wall_ms : -1;
}

/* A message that goes by itself goes at its time, also where no clock runs. */
int64_t run_next_change_ms(const struct run *run)
{
	int64_t clock_ms = clock_change_ms(run);

	if (!run->stage.message_until_ms)
		return clock_ms;
	int64_t message_ms = run_message_change_ms(run);
	return clock_ms >= 0 && clock_ms < message_ms ? clock_ms : message_ms;
}
