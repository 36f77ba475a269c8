#include "mood.h"

enum { SOON_S = 5 * 60, WARN_S = 60 };

enum mood mood_of(int64_t remaining_s, int64_t overtime_s, int64_t whole_s)
{
	if (overtime_s > 0)
		return MOOD_OVER;
	if (remaining_s <= WARN_S)
		return MOOD_WARN;
	return remaining_s <= SOON_S && whole_s > 2 * SOON_S ? MOOD_SOON : MOOD_CALM;
}

enum mood mood_of_item(const struct run_item *item)
{
	if (item->open_ended)
		return MOOD_CALM;
	return mood_of(run_remaining_s(item), run_overtime_s(item), (item->planned_ms + item->adjust_ms) / 1000);
}

static const struct {
	enum style digits, words;
} styles[] = {
	[MOOD_CALM] = { STYLE_BIG, STYLE_STRONG },
	[MOOD_SOON] = { STYLE_BIG, STYLE_STRONG },
	[MOOD_WARN] = { STYLE_BIG_WARN, STYLE_WARN },
	[MOOD_OVER] = { STYLE_BIG_OVER, STYLE_OVER },
};

enum style mood_digits(enum mood mood)
{
	return styles[mood].digits;
}

enum style mood_style(enum mood mood)
{
	return styles[mood].words;
}
