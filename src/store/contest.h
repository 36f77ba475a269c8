/* contest.h - which rows have fields with more than one version: a table folded from the log, like the others.
 * Private to store. Each returns the result code. */
#ifndef STORE_CONTEST_H
#define STORE_CONTEST_H

#include "lineage.h"

/* After something was said of one row; inside the caller's transaction, as are the next two. */
int contest_note(struct store *store, const struct entity_info *info, const char *workshop, const char *id);
int contest_rebuild(struct store *store);
int contest_touched(struct store *store); /* the rows in the temporary table `touched` */

int contest_compare(struct store *store, int64_t *ret_wrong); /* rows that are not what the log says */

#endif
