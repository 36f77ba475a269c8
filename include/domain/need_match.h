/* need_match.h - which cards of a workshop's deck speak to which need, and by what word: so that before the day it can be seen what
 * nobody on the table is for yet (ニーズと社会資源のマッチ).
 * Floor: domain. Pure. A word is found or it is not; nothing is counted up, and no card is better than another.
 *
 * A need and a card are of one word if the need's text, or what the person is interested in, and the card's name, strength or
 * offers share it (kanji, katakana or letters); or if the card uses a word that belongs to the need's category (field.md 2): 送迎
 * to 移動, 弁当 to 食・家事. */
#ifndef DOMAIN_NEED_MATCH_H
#define DOMAIN_NEED_MATCH_H

#include "base/arena.h"
#include "domain/deck.h"
#include "domain/workbook.h"

#include <stddef.h>

/* So many are told by name; a whole directory is for nobody to read. */
enum { NEED_ANSWERS_TOLD = 12 };

struct need_answer {
	const struct card *card;
	int64_t number;   /* in the deck */
	const char *word; /* as the card or the need has it; in the arena */
};

struct need_match {
	const struct need *need;
	struct need_answer *at; /* in the deck's order; none: nobody is for it yet */
	size_t len;
};

/* One for each need, in the workbook's order. Cards that rest or have closed down answer nothing. Lives in the arena. */
struct need_match *need_matches(const struct workbook *book, const struct deck *deck, struct arena *arena);

#endif
