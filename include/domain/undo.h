/* undo.h - taking back what was written: facts that put the former values back.
 * Floor: domain. Pure. Nothing is ever removed from the log: an undo is one more press. */
#ifndef DOMAIN_UNDO_H
#define DOMAIN_UNDO_H

#include "domain/fact.h"
#include "domain/workbook.h"

#include <stdbool.h>

/* What was done and what takes it back. Owns both batches. Zeroed is valid. */
struct undo {
	struct batch done, back;
};
void undo_done(struct undo *undo);

/* From the batch that is about to be written and the workbook as it stands before: a new row is taken back by deleting it. */
void undo_of(const struct workbook *book, const struct batch *batch, struct undo *ret_undo);

/* Do all values that the batch wrote still stand? If not, somebody has changed one since. */
bool undo_holds(const struct workbook *book, const struct batch *written);

void undo_copy(const struct batch *from, struct batch *ret_to); /* appends the same facts */

#endif
