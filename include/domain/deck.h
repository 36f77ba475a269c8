/* deck.h - the cards that are chosen for a workshop (社会資源カードの山), and the number that stands on each there.
 * Floor: domain. Pure. A workshop for which none is chosen has all cards, by the numbers of the directory. */
#ifndef DOMAIN_DECK_H
#define DOMAIN_DECK_H

#include "base/arena.h"
#include "base/env.h"
#include "domain/fact.h"
#include "domain/workbook.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct deck_place {
	const struct card *card;
	const struct deck_card *row; /* NULL: none is chosen */
	int64_t number;
};

/* Chosen cards stand in the order of their numbers (of two that bear the same, by the rows' ids), all cards in the directory's. Lives
 * in the arena, borrows the workbook. */
struct deck {
	const struct workbook *book;
	struct deck_place *at;
	size_t len;
	bool is_chosen;
	const struct deck_place **by_card; /* only where is_chosen */
};

struct deck deck_of(const struct workbook *book, struct arena *arena);
const struct deck_place *deck_place_of(const struct deck *deck, const struct card *card); /* NULL: it is not in it; only where is_chosen */
bool deck_holds(const struct deck *deck, const struct card *card);
int64_t deck_number(const struct deck *deck, const struct card *card); /* 0: it has none here */
int64_t deck_last_number(const struct deck *deck);

/* The card a person means: by its number in the deck (deck NULL: in the directory), its id, or its name by fold key. NULL: none, or
 * more than one. */
const struct card *deck_find(const struct workbook *book, const struct deck *deck, const char *words);

/* As facts. Wherever it is chosen, a card is in the deck once: the row's id is made of the workshop's and the card's. Nothing where
 * it is so already. */
struct id deck_card_id(const char *workshop, const char *card);
void deck_add(const struct deck *deck, const struct card *card, int64_t number, struct batch *batch);
void deck_remove(const struct deck *deck, const struct card *card, struct batch *batch);
void deck_renumber(const struct deck *deck, struct batch *batch); /* 1, 2, 3 … as they stand */

#endif
