#include "picture_bars.h"

#include "base/i18n.h"

#include <stdio.h>
#include <string.h>

enum {
	OFFER_CELLS = 2, /* each, while there is room; a support has the cell of its letter */
	LEGEND_GAP = 3,
	TEXT_LEN = 96
};

/* So that each is known without its colour. */
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

/* How long a bar is: so many cells for each thing counted if they fit, else the most fills the columns; something is
 * never nothing. */
static int bar_cols(size_t count, size_t most, int cols, int each)
{
	while (each > 1 && most * (size_t)each > (size_t)cols)
		each--;
	int len = most * (size_t)each <= (size_t)cols ? (int)count * each : (int)(count * (size_t)cols / most);
	return count && len < 1 ? 1 : len;
}

static void draw_offers(struct canvas *canvas, struct rect row, const struct gathered_part *part,
			const struct bar_scale *scale)
{
	char count[TEXT_LEN];
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
			  const struct bar_scale *scale)
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

void bars_draw_part(struct canvas *canvas, struct rect row, const char *need, const struct gathered_part *part,
		    const struct bar_scale *scale)
{
	struct rect offers = { row.row, row.col + scale->need_cols + 1, 1, scale->offer_cols };
	struct rect supports = { row.row, offers.col + scale->offer_cols + scale->count_cols + 2, 1,
				 scale->support_cols };

	canvas_text(canvas, row.row, row.col, scale->need_cols, STYLE_PLAIN, need);
	draw_offers(canvas, offers, part, scale);
	draw_supports(canvas, supports, part, scale);
}

void bars_draw_headings(struct canvas *canvas, struct rect row, const struct bar_scale *scale)
{
	int offers = row.col + scale->need_cols + 1, supports = offers + scale->offer_cols + scale->count_cols + 2;

	canvas_text(canvas, row.row, row.col, scale->need_cols, STYLE_LABEL, _("what is needed"));
	canvas_text(canvas, row.row, offers, supports - offers - 1, STYLE_LABEL, C_("column", "offers"));
	canvas_text(canvas, row.row, supports, scale->support_cols, STYLE_LABEL, _("supports"));
}

/* Returns the columns it takes. */
static int legend_text(const struct gathered_part *all, enum formality formality, bool counted, char text[TEXT_LEN])
{
	const char *label = code_label(&codes_formality, formality);

	if (counted)
		snprintf(text, TEXT_LEN, "%c %s %zu", formalities[formality].letter, label,
			 all->by_formality[formality]);
	else
		snprintf(text, TEXT_LEN, "%c %s", formalities[formality].letter, label);
	return text_cols(text, strlen(text));
}

static int legend_len(const struct gathered_part *all)
{
	return all->by_formality[FORMALITY_UNSAID] ? GATHERED_FORMALITIES : GATHERED_FORMALITIES - 1;
}

static bool legend_fits(const struct gathered_part *all, int cols)
{
	char text[TEXT_LEN];

	for (int i = 0; i < legend_len(all); i++)
		cols -= legend_text(all, order[i], true, text) + (i ? LEGEND_GAP : 0);
	return cols >= 0;
}

void bars_draw_legend(struct canvas *canvas, struct rect row, const struct gathered_part *all)
{
	bool counted = legend_fits(all, row.cols);
	int gap = counted ? LEGEND_GAP : 1;
	char text[TEXT_LEN];

	for (int i = 0; i < legend_len(all); i++) {
		legend_text(all, order[i], counted, text);
		int used = canvas_text(canvas, row.row, row.col, row.cols, formalities[order[i]].style, text) + gap;
		row.col += used;
		row.cols -= used;
	}
}
