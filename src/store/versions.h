/* versions.h - the versions of fields that nobody has chosen from, read into a workbook.
 * Private to store. */
#ifndef STORE_VERSIONS_H
#define STORE_VERSIONS_H

#include "store/store.h"

/* Of the workshop's contested rows, where the fields are within the reach. The result code. */
int versions_load(struct store *store, const char *workshop, struct store_reach reach, struct workbook *book);

#endif
