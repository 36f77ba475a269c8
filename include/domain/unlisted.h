/* unlisted.h - resources that people name and no card holds yet (発掘): texts of supports, and the card that one becomes.
 * Floor: domain. Pure. Texts are the same by their search key (text/fold.h). */
#ifndef DOMAIN_UNLISTED_H
#define DOMAIN_UNLISTED_H

#include "base/arena.h"
#include "domain/record.h"
#include "domain/workbook.h"

#include <stdbool.h>
#include <stddef.h>

/* From this many uses on a text may be worth a card. */
enum { UNLISTED_OFTEN = 2 };

struct unlisted {
	const char *name; /* as it was typed first; borrowed from the workbook */
	size_t uses;      /* in the workshop */
	bool declined;    /* somebody has said that it needs no card */
};

/* Each text once, in the order of the list. */
const struct unlisted *unlisted_of(const struct workbook *book, struct arena *arena, size_t *ret_len);
/* How often a text is used by supports that are nobody's card or offer; 0: never, or somebody wants no card for it. */
size_t unlisted_uses(const struct workbook *book, const char *name);

/* Makes the card (発掘, with the next free number, found at this table) and gives it to the supports of the table that use the text; if
 * a card of that name is there already, that. */
void unlisted_make_card(const struct record *record, const struct support *support, const char *source);

#endif
