/* paper_cards.c - resource cards, eight on a sheet, to be cut apart. A card says how formal it is by a colour, by a letter and by
 * the letter's frame, so that it can be told on any printer. */
#include "paper_parts.h"

#include "base/i18n.h"
#include "domain/deck.h"
#include "format/html.h"

#include <inttypes.h>

enum { CARDS_A_SHEET = 8 };

/* What is no longer there is not laid on a table. */
static bool is_printed(const struct card *card)
{
	return card->state != CARD_STATE_ENDED && *card->name;
}

static size_t count_cards(const struct deck *deck)
{
	size_t count = 0;

	for (size_t i = 0; i < deck->len; i++)
		count += is_printed(deck->at[i].card);
	return count;
}

/* --- one card --------------------------------------------------------------------------------------------------------- */

static const char *formality_letter(enum formality formality)
{
	static const char *const letters[] = {
		[FORMALITY_UNSAID] = "–", [FORMALITY_FORMAL] = "F", [FORMALITY_INFORMAL] = "I", [FORMALITY_MIXED] = "M",
	};

	return letters[formality];
}

static void add_code(struct buf *out, const struct code_list *codes, unsigned value, unsigned unsaid)
{
	if (value == unsaid)
		return;
	buf_addf(out, "%s%s", out->len ? " · " : "", code_label(codes, value));
}

static void add_band(struct buf *out, const struct card *card, int64_t number)
{
	struct buf kinds = { 0 };

	add_code(&kinds, &codes_formality, card->formality, FORMALITY_UNSAID);
	add_code(&kinds, &codes_card_kind, card->kind, CARD_KIND_UNSAID);
	add_code(&kinds, &codes_card_state, card->state, CARD_STATE_KNOWN);
	buf_add_text(out, "<header>");
	html_put(out, "b", "", formality_letter(card->formality));
	buf_addf(out, "<span>%s</span>", buf_text(&kinds));
	if (number)
		buf_addf(out, "<strong>%" PRId64 "</strong>", number);
	buf_add_text(out, "</header>\n");
	buf_done(&kinds);
}

static void add_fact(struct buf *out, const char *label, const char *text)
{
	if (!*text)
		return;
	buf_add_text(out, "<div>");
	html_put(out, "dt", "", label);
	html_put(out, "dd", "", text);
	buf_add_text(out, "</div>\n");
}

static void add_card(struct buf *out, const struct card *card, int64_t number)
{
	static const int name_cols[] = { 26, 56, 112, 0 }, strength_cols[] = { 66, 130, 0 };

	buf_addf(out, "<article class=\"card %s\">\n", code_text(&codes_formality, card->formality));
	add_band(out, card, number);
	paper_put_fitted(out, "h2", card->name, name_cols);
	paper_put_fitted(out, "p", *card->strength ? card->strength : card->offers, strength_cols);
	buf_add_text(out, "<dl>\n");
	add_fact(out, _("area"), card->area);
	add_fact(out, _("when there"), card->schedule);
	add_fact(out, _("cost"), card->cost);
	if (*card->strength)
		add_fact(out, _("gives"), card->offers);
	buf_add_text(out, "</dl>\n</article>\n");
}

/* --- a sheet ---------------------------------------------------------------------------------------------------------- */

/* Where to cut: at both ends of each line between cards, outside of them. */
static const char cut_marks[] = "<div class=\"cut across top\"><i></i><i></i></div><div class=\"cut across bottom\"><i></i><i></i></div>\n"
				"<div class=\"cut along left\"><i></i><i></i><i></i><i></i></div>"
				"<div class=\"cut along right\"><i></i><i></i><i></i><i></i></div>\n";

static void begin_sheet(const struct paper *paper, size_t sheet, size_t sheets, struct buf *out)
{
	buf_addf(out, "<section class=\"sheet\">\n%s<p class=\"margin\">", cut_marks);
	html_text(out, paper_workshop_title(paper));
	buf_addf(out, " · %zu / %zu</p>\n<div class=\"deck\">\n", sheet, sheets);
}

size_t paper_cards(const struct paper *paper, struct buf *out)
{
	struct arena arena = { 0 };
	struct deck deck = deck_of(paper->book, &arena);
	size_t count = count_cards(&deck), sheets = (count + CARDS_A_SHEET - 1) / CARDS_A_SHEET, printed = 0;

	for (size_t i = 0; i < deck.len; i++) {
		if (!is_printed(deck.at[i].card))
			continue;
		if (printed % CARDS_A_SHEET == 0)
			begin_sheet(paper, printed / CARDS_A_SHEET + 1, sheets, out);
		add_card(out, deck.at[i].card, deck.at[i].number);
		if (++printed % CARDS_A_SHEET == 0 || printed == count)
			buf_add_text(out, "</div>\n</section>\n");
	}
	arena_done(&arena);
	return printed;
}
