#include "scribble.h"

#include "base/mem.h"
#include "view/bigtext.h"

#include <stdio.h>

static int random_below(unsigned *seed, int end)
{
	*seed = *seed * 1664525u + 1013904223u;
	return end > 0 ? (int)(*seed >> 8) % end : 0;
}

/* No kana voicing marks: libvterm gives them columns. */
static const char *const words[] = {
	"会議", "個人ワーク", "a", "abc def", "ｶﾞｯﾂ", "e\u0301e\u0323", "─│┌┐", "①→", "配食の見守り", "  ", "。", "0123456789", "𠮷野家",
};

static struct rect random_area(const struct canvas *canvas, unsigned *seed)
{
	struct rect area;

	area.row = random_below(seed, canvas->rows);
	area.col = random_below(seed, canvas->cols);
	area.rows = 1 + random_below(seed, 3);
	area.cols = 1 + random_below(seed, canvas->cols);
	return area;
}

static void change(struct canvas *canvas, unsigned *seed)
{
	struct rect area = random_area(canvas, seed);
	enum style style = (enum style)random_below(seed, STYLE_COUNT);

	switch (random_below(seed, 8)) {
	case 0:
		canvas_fill(canvas, area, style);
		break;
	case 1:
		canvas_restyle(canvas, area, style);
		break;
	case 2:
		canvas_frame(canvas, area, style, words[random_below(seed, COUNT(words))]);
		break;
	default:
		canvas_text(canvas, area.row, area.col, area.cols, style, words[random_below(seed, COUNT(words))]);
	}
}

void scribble_clock(struct canvas *canvas, enum style style, int left_s)
{
	char text[16];

	snprintf(text, sizeof text, "%d:%02d", left_s / 60 % 100, left_s % 60);
	canvas_clear(canvas);
	bigtext_digits(canvas, canvas_whole(canvas), style, text);
}

void scribble(struct canvas *canvas, unsigned *seed)
{
	static const enum style digits[] = { STYLE_BIG, STYLE_BIG_WARN, STYLE_BIG_OVER };
	int changes = 1 + random_below(seed, 4);

	if (random_below(seed, 3) == 0) {
		scribble_clock(canvas, digits[random_below(seed, COUNT(digits))], random_below(seed, 6000));
		return;
	}
	if (random_below(seed, 40) == 0) {
		canvas_clear(canvas);
		changes = 60;
	}
	while (changes-- > 0)
		change(canvas, seed);
	if (random_below(seed, 3))
		canvas_cursor(canvas, random_below(seed, canvas->rows), random_below(seed, canvas->cols));
	else
		canvas_cursor(canvas, -1, -1);
}
