/* load.h - reading rows inside a transaction that is already there.
 * Private to store. */
#ifndef STORE_LOAD_H
#define STORE_LOAD_H

#include "store/store.h"

/* workshop NULL: the outline of all. *book is written once, on success; what it held is freed, or brought up to date. */
typedef enum status load_reading(struct store *store, const char *workshop, struct store_reach reach, struct workbook *book,
				 struct fault *fault);
load_reading load_rows;

/* The reading in one transaction: all lists are of the same moment. */
MUST_CHECK enum status load_consistent(struct store *store, const char *workshop, struct store_reach reach, load_reading *read,
				       struct workbook *book, struct fault *fault);

/* One row as its list has it, out of the arena; *ret_row NULL: it is not there. The result code. */
int load_row(struct store *store, const struct entity_info *info, const char *workshop, const char *id, struct store_reach reach,
	     struct arena *arena, struct row **ret_row);

#endif
