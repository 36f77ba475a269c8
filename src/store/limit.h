/* limit.h - what a store that is limited to one table may write (store.h).
 * Private to store. */
#ifndef STORE_LIMIT_H
#define STORE_LIMIT_H

#include "base/status.h"
#include "domain/fact.h"

struct store;

/* Inside the transaction, before the fact is written. ST_REFUSED, with a sentence: it is another's. */
MUST_CHECK enum status limit_check(struct store *store, const struct fact *fact, struct fault *fault);
/* ST_REFUSED where there is a limit at all: another file's facts are anybody's. */
MUST_CHECK enum status limit_check_merge(const struct store *store, struct fault *fault);

#endif
