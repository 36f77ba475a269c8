/* transaction.h - all or nothing.
 * Private to store. */
#ifndef STORE_TRANSACTION_H
#define STORE_TRANSACTION_H

#include "base/status.h"

struct store;

/* BEGIN IMMEDIATE. ST_REFUSED where the store only reads; ST_IO, too, where the file is no longer under its name. */
MUST_CHECK enum status transaction_begin(struct store *store, struct fault *fault);
/* The same, to read: everything read until its end is of one moment. */
MUST_CHECK enum status transaction_begin_read(struct store *store, struct fault *fault);
/* Commits where st is ST_OK, else rolls back; what came of it all. */
MUST_CHECK enum status transaction_end(struct store *store, enum status st, struct fault *fault);
/* Rolls back, whatever came of it. */
void transaction_give_up(struct store *store);

#endif
