#include "engine/run.h"

#include "base/calendar.h"
#include "course.h"
#include "forecast.h"
#include "history.h"

/* One moment on both timelines. */
struct now {
	int64_t steady_ms, wall_ms;
};

static enum run_state state_of(const struct course *course)
{
	if (course->closed)
		return RUN_ENDED;
	if (course->first == course->len)
		return RUN_PLANNED;
	if (course->current < course->len && course->tracks[course->current].paused)
		return RUN_PAUSED;
	return RUN_RUNNING;
}

/* What runs stands as it is now; what is over, as it stood at its end; what waits has all its time before it. */
static int64_t remaining_ms(const struct course *course, size_t index, struct now now)
{
	const struct track *track = &course->tracks[index];

	switch (track->status) {
	case ITEM_RUNNING:
		return course_remaining_ms(course, index, now.steady_ms, now.wall_ms);
	case ITEM_DONE:
		return course_remaining_ms(course, index, track->end_ms, track->last_end_wall_ms);
	case ITEM_WAITING:
		return item_planned_ms(&course->book->items.at[index]) + track->refit_ms;
	case ITEM_SKIPPED:
		break;
	}
	return 0;
}

static struct run_item item_of(const struct course *course, size_t index, struct now now, int64_t midnight_ms)
{
	const struct item *item = &course->book->items.at[index];
	const struct track *track = &course->tracks[index];
	bool running = track->status == ITEM_RUNNING;
	int64_t until_ms = running ? now.steady_ms : track->end_ms;
	struct run_item it = {
		.item = item,
		.status = track->status,
		.attempts = track->attempts,
		.planned_ms = item_planned_ms(item),
		.remaining_ms = remaining_ms(course, index, now),
		.actual_start_ms = track->first_start_wall_ms,
		.actual_end_ms = running ? 0 : track->last_end_wall_ms,
		.fixed_start_ms = item_fixed_ms(item->fixed_start_s, midnight_ms),
		.fixed_end_ms = item_fixed_ms(item->fixed_end_s, midnight_ms),
		.open_ended = item_is_open_ended(item),
	};

	it.overtime_ms = it.remaining_ms < 0 ? -it.remaining_ms : 0;
	if (track->attempts) {
		it.adjust_ms = track->adjust_ms;
		it.pauses_ms = track_pauses_ms(track, until_ms);
		it.active_ms = track_active_ms(track, until_ms);
		it.total_active_ms = track->earlier_ms + it.active_ms;
	}
	if (track->status == ITEM_WAITING)
		it.adjust_ms = track->refit_ms;
	return it;
}

static size_t next_of(const struct course *course)
{
	size_t i = course->place < course->len ? course->place + 1 : 0;

	if (course->closed)
		return course->len;
	while (i < course->len && course->tracks[i].status != ITEM_WAITING)
		i++;
	return i;
}

static void set_times(const struct course *course, struct now now, struct run *run)
{
	const struct workshop *workshop = workbook_workshop(course->book);
	int64_t start_ms = workshop ? ms_within_reason(workshop->start_ms) : 0;
	bool begun = course->first < course->len;

	run->actual_start_ms = begun ? course->tracks[course->first].first_start_wall_ms : 0;
	run->planned_start_ms = start_ms ? start_ms : run->actual_start_ms;
	run->hall_end_ms = workshop ? ms_within_reason(workshop->hall_end_ms) : 0;
	run->forecast_end_ms = course->closed ? course->closed_wall_ms : 0;
	if (begun && !course->closed && course->current == course->len)
		run->untimed_since_ms = course->tracks[course->before].last_end_wall_ms;

	int64_t floor_ms;
	run->has_floor = course->current < course->len && items_floor_ms(course, &floor_ms);
	if (run->has_floor)
		run->floor_ms = now.wall_ms - (now.steady_ms - floor_ms);
}

void run_fold(const struct workbook *book, struct moment moment, struct arena *arena, struct run *ret_run)
{
	struct course course = course_new(book, arena);
	struct history history = history_fold(&course, moment, arena);
	struct now now = { history.now_steady_ms, moment.wall_ms };
	struct run run = {
		.state = state_of(&course),
		.now = moment,
		.items = arena_new(arena, course.len, sizeof *run.items),
		.len = course.len,
		.current = course.current,
		.next = next_of(&course),
		.spans = course.spans,
		.spans_len = course.spans_len,
		.stage = stage_now(&course, now.steady_ms, now.wall_ms),
		.bells = course.bells,
		.table_states = course.table_states,
		.table_items = course.table_items,
		.turns = course.turns,
		.order = course.order,
		.turn_spent_ms = turns_spent_ms(&course, now.steady_ms),
		.undoable = history.undoable,
		.last = history.last,
	};

	int64_t midnight_ms = course.midnight_ms ? course.midnight_ms : calendar_midnight_ms(now.wall_ms);
	for (size_t i = 0; i < run.len; i++)
		run.items[i] = item_of(&course, i, now, midnight_ms);
	if (run.current < run.len)
		run.bells.armed = course.bells_armed[run.current];
	set_times(&course, now, &run);
	plan_lay_out(&run);
	forecast_lay_out(&run, course.place);
	*ret_run = run;
}
