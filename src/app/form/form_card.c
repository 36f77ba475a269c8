#include "form.h"

#include "domain/bundle.h"
#include "text/fold.h"

#include <stdio.h>
#include <string.h>

bool form_is_picking(const struct form *form)
{
	return form->spec->card && form->focus == 0 && form->cards_len > 0;
}

/* A card and an offer have ids of their own, so one place is enough to say which it is. */
static const struct offer *offer_of(const struct form *form, const struct workbook *book)
{
	return (const struct offer *)(const void *)workbook_find(book, ENTITY_offer, form->card);
}

struct source form_source(const struct form *form, const struct workbook *book)
{
	return (struct source){ workbook_card(book, form->card), offer_of(form, book) };
}

static const char *found_id(const struct card_found *found)
{
	return found->card ? found->card->id : found->offer->id;
}

/* The card's own formality is shown as soon as it is picked; who says another means it (field.md 3, invariant 7). */
static void take_card_under_bar(struct form *form)
{
	const struct card_found none = { 0 };
	const struct card_found *found = form->card_bar < form->cards_len ? &form->cards[form->card_bar] : &none;

	snprintf(form->card, sizeof form->card, "%s", found == &none ? "" : found_id(found));
	if (form->kind == FORM_SUPPORT && !form->formality_is_said)
		form->inputs[1].choice = record_formality_of(found->card, found->offer);
}

static size_t find_card(const struct form *form, const char *id)
{
	size_t i = 0;

	while (i < form->cards_len && strcmp(found_id(&form->cards[i]), id) != 0)
		i++;
	return i;
}

static bool offer_holds(const struct offer *offer, const char *folded)
{
	struct buf key = { 0 };

	text_fold(&key, offer->text, strlen(offer->text));
	bool holds = strstr(buf_text(&key), folded) != NULL;
	buf_done(&key);
	return holds;
}

/* Below the cards, a few of what the table's own people can do: only who goes down to one means it. */
static void add_offers(struct form *form, const struct workbook *book)
{
	const struct table *table = workbook_table(book, form->table);
	const char *words = lineedit_text(&form->inputs[0].edit);
	size_t most = form->cards_len + FORM_OFFERS_MAX;
	struct buf folded = { 0 };

	text_fold(&folded, words, strlen(words));
	for (size_t i = 0; table && folded.len && i < book->offers.len && form->cards_len < most; i++) {
		const struct offer *offer = &book->offers.at[i];
		const struct row *row = (const struct row *)(const void *)offer;
		if (strcmp(offer->table, table->id) != 0 || !offer_holds(offer, buf_text(&folded)) ||
		    bundle_head_of(book, ENTITY_offer, row) != row)
			continue;
		form->cards[form->cards_len++] = (struct card_found){ .offer = offer, .match = CARD_MATCH_STRENGTH };
		form->cards_in_all++;
	}
	buf_done(&folded);
}

static void search(struct form *form, const struct workbook *book)
{
	const struct table *table = workbook_table(book, form->table);
	const char *words = lineedit_text(&form->inputs[0].edit);
	size_t most = FORM_CARDS_MAX - FORM_OFFERS_MAX;

	form->cards_in_all = card_finder_find(&form->finder, book, table ? table->id : "", words, form->cards, most);
	form->cards_len = form->cards_in_all < most ? form->cards_in_all : most;
	if (form->kind == FORM_SUPPORT)
		add_offers(form, book);
}

void form_find_cards(struct form *form, const struct workbook *book, bool is_new)
{
	search(form, book);
	/* A name as it was saved stays what it was. */
	if (!form_is_changed(form, 0) && form->row[0]) {
		form->card_bar = find_card(form, form->before_card);
		return;
	}
	if (!is_new) {
		form->card_bar = find_card(form, form->card);
		return;
	}
	/* What a card is good at suggests it only; who typed that may mean the words. */
	form->card_bar = form->cards_len && form->cards[0].match > CARD_MATCH_STRENGTH ? 0 : form->cards_len;
	take_card_under_bar(form);
}

void form_take_card(struct form *form, const struct card *card, const struct workbook *book)
{
	lineedit_set(&form->inputs[0].edit, card->name);
	search(form, book);
	form->card_bar = find_card(form, card->id);
	take_card_under_bar(form);
}

bool form_refresh_cards(struct form *form, const struct workbook *book)
{
	card_finder_forget(&form->finder);
	if (!form->spec || !form->spec->card)
		return true;
	form_find_cards(form, book, false);
	/* What the support has been all along keeps its name, and may come back. */
	if (!form->card[0] || strcmp(form->card, form->before_card) == 0 || workbook_card(book, form->card) || offer_of(form, book))
		return true;
	form->card[0] = '\0';
	return false;
}

void form_move_card_bar(struct form *form, int by)
{
	size_t rounds = form->cards_len + 1;

	form->card_bar = (form->card_bar + rounds + (size_t)by) % rounds;
	take_card_under_bar(form);
}
