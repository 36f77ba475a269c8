/* cards.h - the directory of resource cards (社会資源): its state, and its parts.
 * Floor: app (private). cards.c: the screen and what a card looks like. cards_form.c: in which a card is written. */
#ifndef APP_CARDS_H
#define APP_CARDS_H

#include "directory.h"

struct cards {
	struct directory directory; /* first: see directory.h */
	struct workbook outline;    /* of all workshops: at which table a card was found */
	char year_ago[16];          /* a date: what was checked before it is to be checked again */
};

extern const struct form_specs cards_forms;

#endif
