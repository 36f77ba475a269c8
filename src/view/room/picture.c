#include "picture.h"

#include "base/i18n.h"
#include "picture_bars.h"
#include "view/bigtext.h"
#include "view/widgets.h"

#include <stdio.h>
#include <string.h>

enum {
	WIDE_COLS = 110,
	BIG_ROWS = 8,      /* from so many on there is room for large numbers */
	HEADED_ROWS = 6,   /* rows under a heading */
	DIGIT_ROWS_MIN = 3,
	DIGIT_ROWS_MAX = 12,
	SHARE_PER_CENT = 27, /* of the columns, each kind of bar */
	NUMBERS = 4,
	COUNT_LEN = 24
};

/* --- the numbers -------------------------------------------------------------------------------------------------- */

struct number {
	const char *label;
	char text[COUNT_LEN];
};

static void count_numbers(const struct gathered_part *all, struct number numbers[NUMBERS])
{
	const size_t counts[NUMBERS] = { all->by_scope[SCOPE_ONE], all->by_scope[SCOPE_TEN],
					 all->by_scope[SCOPE_HUNDRED], all->offers };
	const char *const labels[NUMBERS] = { _("1 alone"), _("by 10"), _("by 100"), _("in all") };

	for (size_t i = 0; i < NUMBERS; i++) {
		numbers[i].label = labels[i];
		snprintf(numbers[i].text, sizeof numbers[i].text, "%zu", counts[i]);
	}
}

/* A stroke's width on either side at least, or a number would run into the one beside it. -1: there is no room so. */
static int number_margin(int rows, int cols, const char *longest)
{
	int margin = 0, scale;

	do
		scale = bigtext_digits_scale(rows, cols - 2 * ++margin, longest);
	while (scale > margin);
	return scale ? margin : -1;
}

/* All numbers are as large as the longest can be, which is that of all: what is more is more digits, not larger ones.
 * Where four do not fit, the sum is the one that can be spared. */
static void draw_numbers(struct canvas *canvas, struct rect area, const struct number numbers[NUMBERS])
{
	const char *longest = numbers[NUMBERS - 1].text;
	int shown = number_margin(area.rows - 1, area.cols / NUMBERS, longest) > 0 ? NUMBERS : NUMBERS - 1;
	int margin = number_margin(area.rows - 1, area.cols / shown, longest);

	for (int i = 0; i < shown; i++) {
		int from = area.cols * i / shown, to = area.cols * (i + 1) / shown;
		struct rect cell = { area.row + 1, area.col + from, area.rows - 1, to - from };

		canvas_text_centred(canvas, area.row, cell.col, cell.cols, STYLE_TITLE, numbers[i].label);
		bigtext_digits_like(canvas, rect_inside(cell, 0, margin > 0 ? margin : 0), STYLE_BIG, numbers[i].text,
				    longest);
	}
}

/* In a few rows: labels and numbers in words, as many rows as they need. */
static int draw_number_words(struct canvas *canvas, struct rect area, const struct number numbers[NUMBERS])
{
	struct buf words = { 0 };

	for (size_t i = 0; i < NUMBERS; i++)
		buf_addf(&words, "%s%s %s", i ? "  " : "", numbers[i].label, numbers[i].text);
	int rows = widget_paragraph(canvas, rect_inside(area, 0, 1), STYLE_STRONG, buf_text(&words));
	buf_done(&words);
	return rows;
}

static int take_numbers(struct canvas *canvas, struct rect area, const struct gathered *gathered)
{
	struct number numbers[NUMBERS];
	int digits = area.rows / 4;

	count_numbers(&gathered->all, numbers);
	if (area.rows < BIG_ROWS)
		return draw_number_words(canvas, area, numbers);
	if (digits < DIGIT_ROWS_MIN)
		digits = DIGIT_ROWS_MIN;
	if (digits > DIGIT_ROWS_MAX)
		digits = DIGIT_ROWS_MAX;
	area.rows = digits + 1;
	draw_numbers(canvas, area, numbers);
	return area.rows;
}

/* --- the needs ---------------------------------------------------------------------------------------------------- */

/* What no need was named for stands last; where no needs were named at all, it is everything. */
static size_t rows_wanted(const struct gathered *gathered)
{
	return gathered->needs_len + (gathered->other.offers || gathered->other.supports || !gathered->needs_len);
}

static const struct gathered_part *part_at(const struct gathered *gathered, size_t index)
{
	return index < gathered->needs_len ? &gathered->needs[index] : &gathered->other;
}

static const char *name_at(const struct gathered *gathered, size_t index)
{
	if (index < gathered->needs_len)
		return gathered->needs[index].need;
	return gathered->needs_len ? _("for no need in particular") : _("in all");
}

static struct bar_scale scale_of(const struct gathered *gathered, int cols)
{
	const int share_cols = cols * SHARE_PER_CENT / 100;
	struct bar_scale scale = { .offer_cols = share_cols, .support_cols = share_cols };
	char count[COUNT_LEN];

	for (size_t i = 0; i < rows_wanted(gathered); i++) {
		const struct gathered_part *part = part_at(gathered, i);
		if (part->offers > scale.offers_most)
			scale.offers_most = part->offers;
		if (part->supports > scale.supports_most)
			scale.supports_most = part->supports;
	}
	scale.count_cols = 1 + snprintf(count, sizeof count, "%zu", scale.offers_most);
	scale.need_cols = cols - scale.offer_cols - scale.count_cols - scale.support_cols - 3;
	return scale;
}

/* The rows from index on, as many as there are in the area. */
static void draw_column(struct canvas *canvas, struct rect area, const struct gathered *gathered, size_t index,
			size_t end, int apart)
{
	struct bar_scale scale = scale_of(gathered, area.cols);
	struct rect row = { area.row, area.col, 1, area.cols };

	if (area.rows >= HEADED_ROWS)
		bars_draw_headings(canvas, row, &scale);
	row.row += area.rows >= HEADED_ROWS;
	for (; index < end; index++, row.row += apart)
		bars_draw_part(canvas, row, name_at(gathered, index), part_at(gathered, index), &scale);
}

/* One column of needs, or two where one is too short and there is room; what is left over is counted at the end. */
static void draw_needs(struct canvas *canvas, struct rect area, const struct gathered *gathered)
{
	size_t wanted = rows_wanted(gathered), high = (size_t)(area.rows - (area.rows >= HEADED_ROWS));
	bool two = wanted > high && area.cols >= WIDE_COLS;
	size_t room = two ? 2 * high : high, shown = wanted <= room ? wanted : room - 1;
	size_t first = shown < high ? shown : high;
	int apart = wanted * 2 <= high + 1 ? 2 : 1;
	struct rect left = { area.row, area.col, area.rows, two ? area.cols / 2 - 1 : area.cols };
	struct rect right = { area.row, area.col + area.cols / 2 + 1, area.rows, area.cols - area.cols / 2 - 1 };
	char more[96];

	draw_column(canvas, left, gathered, 0, first, apart);
	if (two)
		draw_column(canvas, right, gathered, first, shown, apart);
	snprintf(more, sizeof more, _("... and %d more"), (int)(wanted - shown));
	if (shown < wanted)
		canvas_text(canvas, area.row + area.rows - 1, two ? right.col : left.col, left.cols, STYLE_LABEL, more);
}

void picture_draw(struct canvas *canvas, struct rect area, const struct gathered *gathered)
{
	int used = take_numbers(canvas, area, gathered), apart = area.rows >= 2 * BIG_ROWS;
	struct rect legend = { area.row + area.rows - 1, area.col + 1, 1, area.cols - 2 };
	struct rect needs = { area.row + used + apart, area.col + 1, area.rows - used - 1 - 2 * apart,
			      area.cols - 2 };

	if (needs.rows < 1)
		return;
	bars_draw_legend(canvas, legend, &gathered->all);
	if (gathered->all.offers || gathered->all.supports || gathered->needs_len)
		draw_needs(canvas, needs, gathered);
	else
		canvas_text_centred(canvas, needs.row + needs.rows / 2, needs.col, needs.cols, STYLE_STRONG,
				    _("It begins with one small thing."));
}
