/* settle.h - from a file that was recognised to one that was found sound, and is what the store was opened for.
 * Private to store. */
#ifndef STORE_SETTLE_H
#define STORE_SETTLE_H

#include "schema.h"

#include <stdbool.h>

struct store;

/* Looks whether the file is sound, brings an older one up to date, makes a live one live. */
MUST_CHECK enum status settle_at_once(struct store *store, enum kinship kinship, struct fault *fault);

/* True: settle_to_write() will do it. `soon`: the look is to be had beside what follows (store_look). */
bool settle_can_wait(struct store *store, bool soon);

/* Before each write. What the file is opened for can begin before it was looked through: all that is written goes into the log,
 * and neither that nor the file is touched before the look has ended. Afterwards refuses, in the same words, where it was
 * damaged. */
MUST_CHECK enum status settle_to_write(struct store *store, struct fault *fault);

/* On leaving: may the log go into the file? */
bool settle_may_rest(struct store *store);

#endif
