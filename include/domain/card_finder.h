/* card_finder.h - finds cards while a person types: by number, part of the name or of its reading, what the card is good at, its
 * area, or a need that it answered in this workshop. Cards of the workshop's deck (deck.h) come first, and numbers are the deck's. Of those that match as well, what the table uses comes first, the newest use
 * first, then what other tables use.
 * Floor: domain. Blind to kana, width and case (text/fold.h). The cards' keys are folded once a workbook, at the first search,
 * so that a key press costs a walk through a list. Zeroed is valid. */
#ifndef DOMAIN_CARD_FINDER_H
#define DOMAIN_CARD_FINDER_H

#include "base/arena.h"
#include "domain/workbook.h"

/* Worst first. What somebody types is likely the beginning of a name; what a card is good at only suggests it. */
enum card_match { CARD_MATCH_NONE, CARD_MATCH_USED, CARD_MATCH_STRENGTH, CARD_MATCH_NAME, CARD_MATCH_NAME_BEGINS, CARD_MATCH_NUMBER };

struct card_found {
	const struct card *card; /* borrowed from the workbook */
	int64_t number; /* which it has in this workshop (deck.h); 0: none */
	enum card_match match;
	const struct offer *offer; /* in place of a card, for who looks among those too; the finder itself gives none */
};

struct card_keys;
struct card_finder {
	struct arena arena;
	struct card_keys *keys; /* one a card, in the workbook's order; NULL: not folded yet */
};

/* Call when the workbook was read anew, and when done. */
void card_finder_forget(struct card_finder *finder);

/* The best `max` cards for the words, best first and then by number; of several words, each must be found somewhere. Returns how
 * many match in all; "" finds what is in use. `table`: its id; "": nobody's. */
size_t card_finder_find(struct card_finder *finder, const struct workbook *book, const char *table, const char *words,
			struct card_found *found, size_t max);

#endif
