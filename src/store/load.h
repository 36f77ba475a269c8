/* load.h - reading rows inside a transaction that is already there.
 * Private to store. */
#ifndef STORE_LOAD_H
#define STORE_LOAD_H

#include "store/store.h"

/* workshop NULL: the outline of all. *ret_book is written once, on success; what it held is freed. */
MUST_CHECK enum status load_rows(struct store *store, const char *workshop, struct store_reach reach,
				 struct workbook *ret_book, struct fault *fault);

/* One row as its list has it, out of the arena; *ret_row NULL: it is not there. The result code. */
int load_row(struct store *store, const struct entity_info *info, const char *workshop, const char *id, struct store_reach reach,
	     struct arena *arena, struct row **ret_row);

/* news.c: what store_reload() does. */
MUST_CHECK enum status load_news(struct store *store, const char *workshop, struct store_reach reach, struct workbook *book,
				 struct fault *fault);

#endif
