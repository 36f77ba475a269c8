/* mask.h - finding in free text what tells who somebody is or how to reach them.
 * Private to exchange. A help for careful people, no promise: it knows the directory's names and how numbers look. */
#ifndef EXCHANGE_MASK_H
#define EXCHANGE_MASK_H

#include "base/arena.h"
#include "domain/workbook.h"

#include <stddef.h>

struct mask {
	struct arena arena;
	const char **names; /* of the directory's people, as typed and without spaces; sorted backwards */
	size_t len;
};

void mask_open(struct mask *mask, const struct workbook *book);
void mask_done(struct mask *mask);

/* The text with VEIL_MARK in place of names, telephone numbers, mail addresses and postcodes: itself where there are
 * none, else a copy in the arena. */
const char *mask_text(const struct mask *mask, const char *text, struct arena *arena);

#endif
