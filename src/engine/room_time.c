#include "engine/room_time.h"

#include "engine/mood.h"

static struct room_time allowed(const struct run_item *item, struct room_time time)
{
	enum mood mood = time.open_ended ? MOOD_CALM : mood_of(time.remaining_s, time.overtime_s, time.whole_s);

	if (item->item->strictness == STRICTNESS_UNHURRIED && mood != MOOD_CALM)
		return (struct room_time){ .spared = true };
	return time;
}

struct room_time room_time_of_item(const struct run_item *item)
{
	return allowed(item, (struct room_time){
				     .open_ended = item->open_ended,
				     .remaining_s = run_remaining_s(item),
				     .overtime_s = run_overtime_s(item),
				     .whole_s = mood_whole_s(item),
				     .elapsed_s = run_elapsed_s(item),
			     });
}

struct room_time room_time_of_turn(const struct run *run, const struct plenary *plenary)
{
	const struct run_item *item = run_current(run);

	if (!plenary->timed || plenary->now == plenary->len)
		return room_time_of_item(item);
	return allowed(item, (struct room_time){
				     .remaining_s = plenary_remaining_s(plenary),
				     .overtime_s = plenary_overtime_s(plenary),
				     .whole_s = (plenary->left_ms + run->turn_spent_ms) / 1000,
				     .elapsed_s = run->turn_spent_ms / 1000,
			     });
}
