#include "picture.h"

#include "base/i18n.h"
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
	OFFER_CELLS = 2,   /* each, while there is room; a support has the cell of its letter */
	NUMBERS = 4,
	COUNT_LEN = 24
};

/* --- the numbers ------------------------------------------------------------------------------------------------------ */

struct number {
	const char *label;
	char text[COUNT_LEN];
};

static void count_numbers(const struct gathered_part *all, struct number numbers[NUMBERS])
{
	const size_t counts[NUMBERS] = { all->by_scope[SCOPE_ONE], all->by_scope[SCOPE_TEN], all->by_scope[SCOPE_HUNDRED],
					 all->offers };
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

/* --- the bars --------------------------------------------------------------------------------------------------------- */

static const struct {
	char letter;
	enum style style;
} formalities[GATHERED_FORMALITIES] = {
	[FORMALITY_UNSAID] = { '-', STYLE_PLAIN },
	[FORMALITY_FORMAL] = { 'F', STYLE_FORMAL },
	[FORMALITY_INFORMAL] = { 'I', STYLE_INFORMAL },
	[FORMALITY_MIXED] = { 'M', STYLE_MIXED },
};
/* In the bars and in the legend; what nobody said comes last. */
static const enum formality order[GATHERED_FORMALITIES] = { FORMALITY_FORMAL, FORMALITY_INFORMAL, FORMALITY_MIXED,
							    FORMALITY_UNSAID };

/* Columns of a row of bars, and what the longest bars stand for. */
struct scale {
	int need_cols, offer_cols, count_cols, support_cols;
	size_t offers_most, supports_most;
};

/* How long a bar is: so many cells for each thing counted if they fit, else the most fills the columns; something is never
 * nothing. */
static int bar_cols(size_t count, size_t most, int cols, int each)
{
	while (each > 1 && most * (size_t)each > (size_t)cols)
		each--;
	int len = most * (size_t)each <= (size_t)cols ? (int)count * each : (int)(count * (size_t)cols / most);
	return count && len < 1 ? 1 : len;
}

static void draw_offers(struct canvas *canvas, struct rect row, const struct gathered_part *part, const struct scale *scale)
{
	char count[COUNT_LEN];
	int cols = bar_cols(part->offers, scale->offers_most, scale->offer_cols, OFFER_CELLS);

	canvas_fill(canvas, (struct rect){ row.row, row.col, 1, cols }, STYLE_BIG);
	snprintf(count, sizeof count, "%zu", part->offers);
	canvas_text(canvas, row.row, row.col + cols + (cols > 0), scale->count_cols, STYLE_STRONG, count);
}

/* Shares the bar among the kinds; what little there is of one stays seen, at the cost of the longest. */
static void share_supports(const struct gathered_part *part, int cols, int shares[GATHERED_FORMALITIES])
{
	int used = 0, longest = 0;

	for (int i = 0; i < GATHERED_FORMALITIES; i++) {
		size_t count = part->by_formality[i];
		shares[i] = count ? (int)(count * (size_t)cols / part->supports) : 0;
		shares[i] += count && !shares[i];
		used += shares[i];
		if (shares[i] > shares[longest])
			longest = i;
	}
	shares[longest] += cols - used;
}

static void draw_supports(struct canvas *canvas, struct rect row, const struct gathered_part *part,
			  const struct scale *scale)
{
	int shares[GATHERED_FORMALITIES], col = row.col;
	int cols = bar_cols(part->supports, scale->supports_most, scale->support_cols, 1);

	if (!cols)
		return;
	share_supports(part, cols, shares);
	for (int i = 0; i < GATHERED_FORMALITIES; i++) {
		const char letter[] = { formalities[order[i]].letter, '\0' };
		for (int cell = 0; cell < shares[order[i]] && col < row.col + row.cols; cell++, col++)
			canvas_text(canvas, row.row, col, 1, formalities[order[i]].style, letter);
	}
}

static void draw_part(struct canvas *canvas, struct rect row, const char *need, const struct gathered_part *part,
		      const struct scale *scale)
{
	struct rect offers = { row.row, row.col + scale->need_cols + 1, 1, scale->offer_cols };
	struct rect supports = { row.row, offers.col + scale->offer_cols + scale->count_cols + 2, 1, scale->support_cols };

	canvas_text(canvas, row.row, row.col, scale->need_cols, STYLE_PLAIN, need);
	draw_offers(canvas, offers, part, scale);
	draw_supports(canvas, supports, part, scale);
}

static void draw_headings(struct canvas *canvas, struct rect row, const struct scale *scale)
{
	int offers = row.col + scale->need_cols + 1, supports = offers + scale->offer_cols + scale->count_cols + 2;

	canvas_text(canvas, row.row, row.col, scale->need_cols, STYLE_LABEL, _("what is needed"));
	canvas_text(canvas, row.row, offers, supports - offers - 1, STYLE_LABEL, C_("column", "offers"));
	canvas_text(canvas, row.row, supports, scale->support_cols, STYLE_LABEL, _("supports"));
}

/* --- the needs -------------------------------------------------------------------------------------------------------- */

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

static struct scale scale_of(const struct gathered *gathered, int cols)
{
	struct scale scale = { .offer_cols = cols * SHARE_PER_CENT / 100, .support_cols = cols * SHARE_PER_CENT / 100 };
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
static void draw_column(struct canvas *canvas, struct rect area, const struct gathered *gathered, size_t index, size_t end,
			int apart)
{
	struct scale scale = scale_of(gathered, area.cols);
	struct rect row = { area.row, area.col, 1, area.cols };

	if (area.rows >= HEADED_ROWS)
		draw_headings(canvas, row, &scale);
	row.row += area.rows >= HEADED_ROWS;
	for (; index < end; index++, row.row += apart)
		draw_part(canvas, row, name_at(gathered, index), part_at(gathered, index), &scale);
}

/* One column of needs, or two where one is too short and there is room; what is left over is counted in the last row. */
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

/* Letter and word of each kind, with the number of all of it where there is room. */
static int legend_text(const struct gathered_part *all, enum formality formality, bool counted, char *text, size_t size)
{
	int used = snprintf(text, size, "%c %s", formalities[formality].letter, code_label(&codes_formality, formality));

	if (counted && used >= 0 && (size_t)used < size)
		snprintf(text + used, size - (size_t)used, " %zu", all->by_formality[formality]);
	return text_cols(text, strlen(text));
}

static int legend_len(const struct gathered_part *all)
{
	return all->by_formality[FORMALITY_UNSAID] ? GATHERED_FORMALITIES : GATHERED_FORMALITIES - 1;
}

static bool legend_fits(const struct gathered_part *all, int gap, int cols)
{
	char text[96];

	for (int i = 0; i < legend_len(all); i++)
		cols -= legend_text(all, order[i], true, text, sizeof text) + (i ? gap : 0);
	return cols >= 0;
}

static void draw_legend(struct canvas *canvas, struct rect row, const struct gathered_part *all)
{
	bool counted = legend_fits(all, 3, row.cols);
	int gap = counted ? 3 : 1;
	char text[96];

	for (int i = 0; i < legend_len(all); i++) {
		legend_text(all, order[i], counted, text, sizeof text);
		int used = canvas_text(canvas, row.row, row.col, row.cols, formalities[order[i]].style, text) + gap;
		row.col += used;
		row.cols -= used;
	}
}

void picture_draw(struct canvas *canvas, struct rect area, const struct gathered *gathered)
{
	int used = take_numbers(canvas, area, gathered), apart = area.rows >= 2 * BIG_ROWS;
	struct rect legend = { area.row + area.rows - 1, area.col + 1, 1, area.cols - 2 };
	struct rect needs = { area.row + used + apart, area.col + 1, area.rows - used - 1 - 2 * apart, area.cols - 2 };

	if (needs.rows < 1)
		return;
	draw_legend(canvas, legend, &gathered->all);
	if (gathered->all.offers || gathered->all.supports || gathered->needs_len)
		draw_needs(canvas, needs, gathered);
	else
		canvas_text_centred(canvas, needs.row + needs.rows / 2, needs.col, needs.cols, STYLE_STRONG,
				    _("It begins with one small thing."));
}
