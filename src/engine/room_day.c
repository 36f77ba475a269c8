#include "engine/room_day.h"

#include "engine/rounds.h"

static int64_t about_ms(int64_t wall_ms)
{
	const int64_t five_min_ms = 5 * 60000;

	return (wall_ms + five_min_ms / 2) / five_min_ms * five_min_ms;
}

static enum room_day_place place_of(const struct run_item *item)
{
	switch (item->status) {
	case ITEM_RUNNING:
		return ROOM_DAY_NOW;
	case ITEM_WAITING:
		return ROOM_DAY_COMING;
	case ITEM_DONE:
	case ITEM_SKIPPED:
		break;
	}
	return ROOM_DAY_DONE;
}

/* What waits without a forecast was passed over; after the end nothing comes any more. */
static bool belongs(const struct run *run, const struct run_item *item)
{
	bool comes = item->forecast_start_ms && run->state != RUN_ENDED;

	return item->status != ITEM_SKIPPED && (item->status != ITEM_WAITING || comes);
}

struct room_day room_day_of(const struct run *run, struct arena *arena)
{
	struct room_day day = { .start_ms = run->planned_start_ms };
	bool is_known = true;

	day.steps = arena_new(arena, run->len, sizeof *day.steps);
	for (size_t i = 0; i < run->len; i++) {
		const struct run_item *item = &run->items[i];
		const char *title = arena_copy(arena, step_name(item->item).text);
		struct room_day_step step = { .title = title, .place = place_of(item) };
		if (!belongs(run, item))
			continue;
		if (is_known && step.place == ROOM_DAY_COMING && item->item->kind == ITEM_KIND_BREAK)
			step.about_ms = about_ms(item->forecast_start_ms);
		is_known = is_known && (!item->open_ended || step.place == ROOM_DAY_DONE);
		day.steps[day.len++] = step;
	}
	if (is_known && run->state != RUN_ENDED)
		day.about_end_ms = about_ms(run->forecast_end_ms);
	return day;
}
