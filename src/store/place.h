/* place.h - where the file lies, and whether a database may live there.
 * Private to store. */
#ifndef STORE_PLACE_H
#define STORE_PLACE_H

#include "base/status.h"

#include <stdbool.h>

/* The path with its folder resolved (owned by the caller, free). With `make` the folder is made, 0700, where it is
 * missing. Refuses what is there and is no ordinary file. ST_NOT_FOUND: no folder, or without `make` no file. */
MUST_CHECK enum status place_resolve(const char *path, bool make, char **ret_path, struct fault *fault);

/* May the folder of a resolved path be written to? Else a sentence. */
MUST_CHECK enum status place_check_writable(const char *path, struct fault *fault);

/* WAL needs memory shared between processes, which no network file system gives: a sentence for those. */
MUST_CHECK enum status place_check_local(const char *path, struct fault *fault);

/* "Dropbox" and the like where the path leads through the folder of such a service, else NULL. */
const char *place_sync_service(const char *path);

/* Nobody can write there: a read-only medium, or a folder without any write permission. */
bool place_is_frozen(const char *path);

/* Is path + suffix there? Never opens it. */
bool place_has(const char *path, const char *suffix);

#endif
