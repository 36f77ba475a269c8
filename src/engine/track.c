/* track.c - what a row says, and the times of a step and of its newest attempt: what all that applies rows stands on. */
#include "course.h"

#include "base/number.h"

int64_t ms_within_reason(int64_t ms)
{
	const int64_t most_ms = INT64_C(100000000000000);

	return smaller(larger(ms, -most_ms), most_ms);
}

bool entry_switch(const struct entry *entry, bool *on)
{
	bool was_on = *on;

	*on = entry->ms != 0;
	return *on != was_on;
}

int64_t item_planned_ms(const struct item *item)
{
	return smaller(larger(item->planned_s, 0), 86400) * 1000;
}

bool item_is_open_ended(const struct item *item)
{
	return item_planned_ms(item) == 0 && item->fixed_end_s <= 0;
}

int64_t item_fixed_ms(int64_t fixed_s, int64_t midnight_ms)
{
	return fixed_s > 0 ? midnight_ms + smaller(fixed_s, 172800) * 1000 : 0;
}

static int64_t counted_until(const struct track *track, int64_t steady_ms)
{
	return track->paused ? smaller(steady_ms, track->paused_ms) : steady_ms;
}

int64_t track_active_ms(const struct track *track, int64_t steady_ms)
{
	return counted_until(track, steady_ms) - track->start_ms - track->pauses_ms;
}

int64_t track_pauses_ms(const struct track *track, int64_t steady_ms)
{
	return track->pauses_ms + steady_ms - counted_until(track, steady_ms);
}

int64_t course_remaining_ms(const struct course *course, size_t index, int64_t steady_ms, int64_t wall_ms)
{
	const struct item *item = &course->book->items.at[index];
	const struct track *track = &course->tracks[index];
	int64_t fixed_end_ms = item_fixed_ms(item->fixed_end_s, course->midnight_ms);

	if (item_is_open_ended(item))
		return 0;
	if (fixed_end_ms)
		return fixed_end_ms + track->adjust_ms - wall_ms;
	return item_planned_ms(item) + track->adjust_ms - track_active_ms(track, steady_ms);
}
