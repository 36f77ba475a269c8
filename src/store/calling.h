/* calling.h - what people call a row: no id tells anybody anything.
 * Private to store. */
#ifndef STORE_CALLING_H
#define STORE_CALLING_H

#include "base/buf.h"

struct store;

/* Adds the row's title, name, text or number; where it has none of its own, that of a row it refers to: a seat is called by its
 * person, a support by its card. Nothing where nobody said anything, and of a letter. The result code. */
int calling_add(struct store *store, const char *id, struct buf *out);

#endif
