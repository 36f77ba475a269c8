/* settle.h - from a file that was recognised to one that was found sound, and is what the store was opened for.
 * Private to store. */
#ifndef STORE_SETTLE_H
#define STORE_SETTLE_H

#include "schema.h"

#include <stdbool.h>

struct store;

/* Looks whether the file is sound, brings an older one up to date, makes a live one live. */
MUST_CHECK enum status settle_at_once(struct store *store, enum kinship kinship, struct fault *fault);

/* True: store_settle() will do that, before the first write at the latest. `soon`: the look is to be had beside what follows. */
bool settle_can_wait(struct store *store, bool soon);

#endif
