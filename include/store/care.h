/* care.h - looking after the file: check, backup.
 * Floor: store. */
#ifndef STORE_CARE_H
#define STORE_CARE_H

#include "base/buf.h"
#include "store/store.h"

/* One thing verified. detail is "" where all is well, else a sentence. */
struct check {
	const char *name;
	bool ok;
	char detail[512];
};
enum { CHECK_MAX = 16 };

/* Integrity of the file, foreign pages, and the tables and the index against all facts folded afresh. Returns how many were
 * made. */
size_t store_check(struct store *store, struct check *checks, size_t max);

/* A safe copy of a live file: backup API to a temporary name, integrity check, sync, rename. 0600, at rest, one file.
 * Refuses to write over an existing file that is not a yoriai database, or that store_check_copy() does not find well. */
MUST_CHECK enum status store_backup(struct store *store, const char *path, struct fault *fault);

/* A scribe's copy that has come back lies under the name it was given, and what is in it may be nowhere else: ST_OK where all that
 * the database or document at `path` holds is here, too; ST_REFUSED, with a sentence, where it is not; ST_INVALID: it cannot be read. */
MUST_CHECK enum status store_check_copy(struct store *store, const char *path, struct fault *fault);

/* The schema in words, from fields.def, for docs/data.md. */
void store_describe(struct buf *out);

#endif
