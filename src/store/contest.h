/* contest.h - which rows have fields with more than one version: a table folded from the log, like the others.
 * Private to store. Each returns the result code. */
#ifndef STORE_CONTEST_H
#define STORE_CONTEST_H

#include "lineage.h"

/* What the log says of a row, into the table; inside the caller's transaction. */
int contest_note(struct store *store, const struct lineage *lineage);

/* Is the table what the log says? Row by row, then all that is there. */
struct contest_tally {
	int64_t there, wrong; /* rows */
};
int contest_compare(struct store *store, const struct lineage *lineage, struct contest_tally *tally);
int contest_compare_counts(struct store *store, struct contest_tally *tally);

#endif
