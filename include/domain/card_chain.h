/* card_chain.h - from a card on to others: what each is good at, joined (それぞれの得意な所をつなげて).
 * Floor: domain. Read from what the tables have written and from the cards themselves; nothing is ranked but by its reason. */
#ifndef DOMAIN_CARD_CHAIN_H
#define DOMAIN_CARD_CHAIN_H

#include "base/arena.h"
#include "domain/workbook.h"

/* Why one leads on to the other; the first that holds is said. */
enum chain_link {
	CHAIN_NONE,
	CHAIN_AFTER,    /* some table's story goes on with it in the next step */
	CHAIN_NEED,     /* it helps where the same need is answered */
	CHAIN_STRENGTH, /* it is good at the same thing */
	CHAIN_AREA,     /* it is at home in the same area */
};

struct chain_card {
	const struct card *card; /* borrowed from the workbook */
	enum chain_link link;
	const char *word; /* the need, the thing or the area they share; "" after. In the arena */
	size_t times;     /* in how many steps, after */
};

struct card_chain {
	struct chain_card *at; /* by link, then most times first, then in the cards' order */
	size_t len;
	size_t uses; /* in how many supports the card itself stands */
};

struct card_chain card_chain_of(const struct workbook *book, const struct card *card, struct arena *arena);

#endif
