#include "mood.h"

#include "view/bigtext.h"

static const struct {
	enum style digits, words;
} styles[] = {
	[MOOD_CALM] = { STYLE_BIG, STYLE_STRONG },
	[MOOD_SOON] = { STYLE_BIG, STYLE_STRONG },
	[MOOD_WARN] = { STYLE_BIG_WARN, STYLE_WARN },
	[MOOD_OVER] = { STYLE_BIG_OVER, STYLE_OVER },
};

enum style mood_style(enum mood mood)
{
	return styles[mood].words;
}

/* The digits keep off the edges of the block: the paper of a light screen is their own colour, and they would run out into
 * it. A block of four rows is just high enough for digits of three, which end in half a row. */
static struct rect inside_block(struct rect block)
{
	struct rect inside = rect_inside(block, 1, 2);

	inside.rows += block.rows == 4;
	return inside;
}

void mood_draw_digits(struct canvas *canvas, struct rect area, enum mood mood, const char *text)
{
	if (mood == MOOD_OVER && area.rows > 3) {
		canvas_fill(canvas, area, mood_style(mood));
		area = inside_block(area);
	}
	bigtext_digits(canvas, area, styles[mood].digits, text);
}
