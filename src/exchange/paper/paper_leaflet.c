/* paper_leaflet.c - a leaflet of two sides folded in three (三つ折り): what, when and where outside, how the day goes and whom the town
 * has inside. Little stands on it: who is told too much reads nothing (色々説明しすぎるとわかりにくい). */
#include "paper_parts.h"

#include "base/i18n.h"
#include "domain/deck.h"
#include "format/html.h"
#include "text/text.h"

#include <string.h>

enum { PURPOSE_CLUSTERS = 130, CARDS_MOST = 10, STEPS_MOST = 16 };

/* The first paragraph, and of a long one what fits, up to the last full stop where there is one. */
static const char *first_words(struct arena *arena, const char *text)
{
	static const char stop[] = "。";
	size_t len = strcspn(text, "\n"), end = 0, whole = 0;

	for (int i = 0; i < PURPOSE_CLUSTERS && end < len; i++) {
		size_t at = end;
		end = text_cluster_end(text, len, at);
		if (end - at == strlen(stop) && memcmp(text + at, stop, end - at) == 0)
			whole = end;
	}
	if (end == len || whole)
		return arena_copy_len(arena, text, end == len ? len : whole);
	struct buf cut = { 0 };
	buf_add(&cut, text, end);
	buf_add_text(&cut, "…");
	const char *words = arena_copy(arena, buf_text(&cut));
	buf_done(&cut);
	return words;
}

static void add_purpose(const struct workshop *workshop, struct buf *out)
{
	struct arena arena = { 0 };

	html_put(out, "p", "purpose", first_words(&arena, workshop->purpose));
	arena_done(&arena);
}

/* --- outside: the flap, the back, the front --------------------------------------------------------------------------- */

static void add_flap(const struct workshop *workshop, struct buf *out)
{
	buf_add_text(out, "<div class=\"panel flap\">\n");
	html_put(out, "h2", "", _("What for"));
	add_purpose(workshop, out);
	buf_add_text(out, "</div>\n");
}

static void add_back(const struct workshop *workshop, struct buf *out)
{
	buf_add_text(out, "<div class=\"panel back\">\n");
	html_put(out, "h2", "", _("To get in touch"));
	paper_blank(out, "");
	paper_blank(out, "");
	html_put(out, "p", "series", workshop->series);
	buf_add_text(out, "</div>\n");
}

static void add_front(const struct paper *paper, const struct workshop *workshop, struct buf *out)
{
	static const int title_cols[] = { 44, 100, 0 };
	struct buf when = { 0 };

	paper_add_when(paper, &when);
	buf_add_text(out, "<div class=\"panel front\">\n");
	html_put(out, "p", "series", workshop->series);
	paper_put_fitted(out, "h1", workshop->title, title_cols);
	html_put(out, "p", "when", buf_text(&when));
	html_put(out, "p", "where", workshop->venue);
	buf_add_text(out, "</div>\n");
	buf_done(&when);
}

/* --- inside ----------------------------------------------------------------------------------------------------------- */

/* A step that comes again is said once; changes of seats are no news, and the letter is not to be expected. */
static void add_day(const struct paper *paper, struct buf *out)
{
	size_t said = 0;

	buf_add_text(out, "<div class=\"panel day\">\n");
	html_put(out, "h2", "", _("How the day goes"));
	buf_add_text(out, "<ol>\n");
	for (size_t i = 0; i < paper->run->len && said < STEPS_MOST; i++) {
		const struct item *item = paper->run->items[i].item;
		if (item->round > 1 || item->kind == ITEM_KIND_MOVE || item->kind == ITEM_KIND_LETTER)
			continue;
		html_put(out, "li", code_text(&codes_item_kind, item->kind), item->title);
		said++;
	}
	buf_add_text(out, "</ol>\n</div>\n");
}

/* People are not for a leaflet, whatever they agreed to for a table. */
static bool is_told(const struct card *card)
{
	return card->kind != CARD_KIND_PERSON && *card->name && card->state != CARD_STATE_ENDED && card->state != CARD_STATE_RESTING;
}

/* As many as fit, taken evenly from all of the list, so that not only what comes first in it is told. */
static void add_cards(const struct workbook *book, struct buf *out)
{
	struct arena arena = { 0 };
	struct deck deck = deck_of(book, &arena);
	size_t told = 0, place = 0, count = 0;

	for (size_t i = 0; i < deck.len; i++)
		count += is_told(deck.at[i].card);
	for (size_t i = 0; i < deck.len && told < CARDS_MOST; i++) {
		const struct card *card = deck.at[i].card;
		if (!is_told(card) || place++ * CARDS_MOST < told * count)
			continue;
		buf_add_text(out, "<li>");
		html_put(out, "b", "", card->name);
		html_put(out, "span", "", card->strength);
		buf_add_text(out, "</li>\n");
		told++;
	}
	arena_done(&arena);
}

static void add_inside(const struct paper *paper, struct buf *out)
{
	add_day(paper, out);
	buf_add_text(out, "<div class=\"panel town\">\n");
	html_put(out, "h2", "", _("Whom our town has"));
	buf_add_text(out, "<ul>\n");
	add_cards(paper->book, out);
	buf_add_text(out, "</ul>\n</div>\n<div class=\"panel own\">\n");
	html_put(out, "h2", "", _("What I can do"));
	for (int i = 0; i < 5; i++)
		paper_blank(out, "");
	html_put(out, "h2", "", _("Whom I met"));
	for (int i = 0; i < 5; i++)
		paper_blank(out, "");
	buf_add_text(out, "</div>\n");
}

size_t paper_leaflet(const struct paper *paper, struct buf *out)
{
	const struct workshop *workshop = workbook_workshop(paper->book);

	if (!workshop)
		return 0;
	buf_add_text(out, "<section class=\"sheet\">\n");
	add_flap(workshop, out);
	add_back(workshop, out);
	add_front(paper, workshop, out);
	buf_add_text(out, "</section>\n<section class=\"sheet\">\n");
	add_inside(paper, out);
	buf_add_text(out, "</section>\n");
	return 1;
}
