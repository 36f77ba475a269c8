/* backup.h - the file copied by SQLite's backup interface; and a damaged one put aside byte by byte.
 * Private to store. */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "base/status.h"

#include <stdbool.h>

struct store;

/* A copy at rest, 0600, verified, synced, renamed over `path`. */
MUST_CHECK enum status backup_write(struct store *store, const char *path, struct fault *fault);

/* Copies what there is of a damaged database, and the log beside it, to "NAME.damaged-TIME" (once for each state of it), and says
 * its name (owned by the caller), or NULL where that failed. The original is not touched. */
char *backup_set_aside(const char *path);
/* Was that done, and is the database as it was then? Its log may have grown. */
bool backup_is_set_aside(const char *path);

#endif
