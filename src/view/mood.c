#include "mood.h"

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
