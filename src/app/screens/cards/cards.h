/* cards.h - the directory of resource cards (社会資源): its state, and its parts.
 * Floor: app (private). cards.c: the screen and what a card looks like. cards_form.c: in which a card is written.
 * cards_deck.c: which cards a workshop has. */
#ifndef APP_CARDS_H
#define APP_CARDS_H

#include "directory/directory.h"
#include "domain/deck.h"

enum { DATE_LEN = 40 };

struct cards {
	struct directory directory; /* first: see directory.h */
	struct workbook outline;    /* of all workshops: at which table a card was found */
	char year_ago[DATE_LEN];          /* a date: what was checked before it is to be checked again */
	struct deck deck;           /* of the workshop that it is opened at */
	struct arena deck_arena;
};

extern const struct form_specs cards_forms;

/* cards_deck.c. Call cards_deck_look() when the workbook was read anew. */
enum { CARDS_IN_DECK, CARDS_NOT_IN_DECK };
void cards_deck_look(struct console *console);
int64_t cards_deck_number(const struct console *console, const struct card *card); /* 0: it has none */
size_t cards_deck_place(const struct console *console, const struct row *row);
command_handler cards_choose, cards_choose_shown, cards_renumber;

#endif
