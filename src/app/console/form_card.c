#include "form.h"

#include <stdio.h>
#include <string.h>

bool form_is_picking(const struct form *form)
{
	return form_spec(form->kind)->card && form->focus == 0 && form->cards_len > 0;
}

/* The card's own formality is shown as soon as it is picked; who says another means it (field.md 3, invariant 7). */
static void take_card_under_bar(struct form *form)
{
	const struct card *card = form->card_bar < form->cards_len ? form->cards[form->card_bar].card : NULL;

	snprintf(form->card, sizeof form->card, "%s", card ? card->id : "");
	if (form->kind == FORM_SUPPORT && !form->formality_is_said)
		form->inputs[1].choice = record_formality_of(card, NULL);
}

static size_t find_card(const struct form *form, const char *id)
{
	size_t i = 0;

	while (i < form->cards_len && strcmp(form->cards[i].card->id, id) != 0)
		i++;
	return i;
}

static void search(struct form *form, const struct workbook *book)
{
	form->cards_in_all =
		card_finder_find(&form->finder, book, lineedit_text(&form->inputs[0].edit), form->cards, FORM_CARDS_MAX);
	form->cards_len = form->cards_in_all < FORM_CARDS_MAX ? form->cards_in_all : FORM_CARDS_MAX;
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
	if (!form_spec(form->kind)->card)
		return true;
	form_find_cards(form, book, false);
	if (!form->card[0] || workbook_card(book, form->card))
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
