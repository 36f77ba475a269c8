/* load.h - reading rows inside a transaction that is already there.
 * Private to store. */
#ifndef STORE_LOAD_H
#define STORE_LOAD_H

#include "store/store.h"

/* workshop NULL: the outline of all. *ret_book is written once, on success; what it held is freed. */
MUST_CHECK enum status load_rows(struct store *store, const char *workshop, struct store_reach reach,
				 struct workbook *ret_book, struct fault *fault);

#endif
