#include "domain/card_chain.h"

#include "base/buf.h"
#include "base/mem.h"
#include "shared_word.h"
#include "text/fold.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct chaining {
	const struct workbook *book;
	const struct card *card;
	struct arena *arena;
	struct chain_card *found; /* one a card, in the workbook's order */
	const struct step **steps; /* by id; owned */
	struct buf strength;       /* the card's, folded */
};

/* --- the steps ------------------------------------------------------------------------------------------------------------ */

static int by_id(const void *a, const void *b)
{
	const struct step *const *one = a, *const *other = b;

	return strcmp((*one)->id, (*other)->id);
}

static void sort_steps(struct chaining *chaining)
{
	const struct step_list *steps = &chaining->book->steps;

	chaining->steps = mem_new(steps->len, sizeof *chaining->steps);
	for (size_t i = 0; i < steps->len; i++)
		chaining->steps[i] = &steps->at[i];
	if (steps->len)
		qsort(chaining->steps, steps->len, sizeof *chaining->steps, by_id);
}

static const struct step *find_step(const struct chaining *chaining, const char *id)
{
	const struct step key = { .id = id }, *at = &key;
	const struct step **found = chaining->book->steps.len ? bsearch(&at, chaining->steps, chaining->book->steps.len,
									 sizeof *chaining->steps, by_id) : NULL;

	return found ? *found : NULL;
}

static const struct step *step_after(const struct workbook *book, const struct step *step)
{
	size_t next = workbook_next(book, FIELD_step_storyline, step->storyline, (size_t)(step - book->steps.at) + 1);

	return next < book->steps.len ? &book->steps.at[next] : NULL;
}

/* --- what the tables have written ----------------------------------------------------------------------------------------- */

/* The stronger link stands; the same one once more counts. */
static void note(struct chaining *chaining, const struct card *card, enum chain_link link, const char *word)
{
	struct chain_card *at = &chaining->found[card - chaining->book->cards.at];

	if (card == chaining->card || (at->link != CHAIN_NONE && at->link < link))
		return;
	if (at->link != link)
		*at = (struct chain_card){ .card = card, .link = link, .word = arena_copy(chaining->arena, word) };
	at->times++;
}

static void note_cards_of_step(struct chaining *chaining, const struct step *step, enum chain_link link, const char *word)
{
	const struct workbook *book = chaining->book;

	for (size_t i = workbook_next(book, FIELD_support_step, step->id, 0); i < book->supports.len;
	     i = workbook_next(book, FIELD_support_step, step->id, i + 1)) {
		const struct card *card = workbook_card(book, book->supports.at[i].card);
		if (card)
			note(chaining, card, link, word);
	}
}

static void note_need(struct chaining *chaining, const char *id)
{
	const struct workbook *book = chaining->book;
	const struct need *need = (const struct need *)(const void *)workbook_find(book, ENTITY_need, id);

	for (size_t i = workbook_next(book, FIELD_step_need, id, 0); need && i < book->steps.len;
	     i = workbook_next(book, FIELD_step_need, id, i + 1))
		note_cards_of_step(chaining, &book->steps.at[i], CHAIN_NEED, need->text);
}

/* Where the card helps: what comes next, and who else answers that need. */
static size_t note_uses(struct chaining *chaining)
{
	const struct workbook *book = chaining->book;
	size_t uses = 0;

	for (size_t i = workbook_next(book, FIELD_support_card, chaining->card->id, 0); i < book->supports.len;
	     i = workbook_next(book, FIELD_support_card, chaining->card->id, i + 1)) {
		const struct step *step = find_step(chaining, book->supports.at[i].step);
		const struct step *after = step ? step_after(book, step) : NULL;
		uses++;
		if (after)
			note_cards_of_step(chaining, after, CHAIN_AFTER, "");
		if (step && *step->need)
			note_need(chaining, step->need);
	}
	return uses;
}

/* --- what the cards say --------------------------------------------------------------------------------------------------- */

static void note_strength(struct chaining *chaining, const struct card *other)
{
	size_t len;
	const char *word = shared_word(other->strength, buf_text(&chaining->strength), &len);

	if (len)
		note(chaining, other, CHAIN_STRENGTH, arena_copy_len(chaining->arena, word, len));
}

static void note_area(struct chaining *chaining, const struct card *other)
{
	struct buf one = { 0 }, two = { 0 };

	text_fold(&one, chaining->card->area, strlen(chaining->card->area));
	text_fold(&two, other->area, strlen(other->area));
	if (one.len && strcmp(buf_text(&one), buf_text(&two)) == 0)
		note(chaining, other, CHAIN_AREA, other->area);
	buf_done(&one);
	buf_done(&two);
}

/* --- together ------------------------------------------------------------------------------------------------------------- */

static int by_link(const void *a, const void *b)
{
	const struct chain_card *one = a, *other = b;

	if (one->link != other->link)
		return one->link < other->link ? -1 : 1;
	if (one->link == CHAIN_AFTER && one->times != other->times)
		return one->times > other->times ? -1 : 1;
	return (one->card > other->card) - (one->card < other->card);
}

static struct card_chain gather(const struct chaining *chaining, size_t uses)
{
	struct card_chain chain = { .at = chaining->found, .uses = uses };

	for (size_t i = 0; i < chaining->book->cards.len; i++)
		if (chaining->found[i].link != CHAIN_NONE)
			chain.at[chain.len++] = chaining->found[i];
	if (chain.len)
		qsort(chain.at, chain.len, sizeof *chain.at, by_link);
	return chain;
}

struct card_chain card_chain_of(const struct workbook *book, const struct card *card, struct arena *arena)
{
	struct chaining chaining = { .book = book, .card = card, .arena = arena };

	chaining.found = arena_new(arena, book->cards.len, sizeof *chaining.found);
	sort_steps(&chaining);
	text_fold(&chaining.strength, card->strength, strlen(card->strength));
	size_t uses = note_uses(&chaining);
	for (size_t i = 0; i < book->cards.len; i++) {
		note_strength(&chaining, &book->cards.at[i]);
		note_area(&chaining, &book->cards.at[i]);
	}
	buf_done(&chaining.strength);
	free(chaining.steps);
	return gather(&chaining, uses);
}
