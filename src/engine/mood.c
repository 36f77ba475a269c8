#include "engine/mood.h"

enum { SOON_S = 5 * 60, WARN_S = 60 };

enum mood mood_of(int64_t remaining_s, int64_t overtime_s, int64_t whole_s)
{
	if (overtime_s > 0)
		return MOOD_OVER;
	if (remaining_s <= WARN_S)
		return MOOD_WARN;
	return remaining_s <= SOON_S && whole_s > 2 * SOON_S ? MOOD_SOON : MOOD_CALM;
}

int64_t mood_whole_s(const struct run_item *item)
{
	if (item->fixed_end_ms)
		return (item->fixed_end_ms + item->adjust_ms - item->actual_start_ms) / 1000;
	return (item->planned_ms + item->adjust_ms) / 1000;
}

enum mood mood_of_item(const struct run_item *item)
{
	if (item->open_ended)
		return MOOD_CALM;
	return mood_of(run_remaining_s(item), run_overtime_s(item), mood_whole_s(item));
}
