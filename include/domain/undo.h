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

/* From the batch that is about to be written and the workbook as it stands before. A new row is taken back by deleting it, and
 * by emptying it where it may come back under its id (batch_add() of a row that is not there); a new storyline by emptying what it
 * says, since others may have put steps into it. */
void undo_of(const struct workbook *book, const struct batch *batch, struct undo *ret_undo);

/* Do all values that the batch wrote still stand? If not, somebody has changed one since. */
bool undo_holds(const struct workbook *book, const struct batch *written);

void undo_copy(const struct batch *from, struct batch *ret_to); /* appends the same facts */

/* What one person has written, newest last, and what they have taken back of it. Zeroed is valid. The oldest is forgotten
 * where there is too much. */
enum { UNDO_MAX = 100 };
struct undo_list {
	struct undo at[UNDO_MAX];
	size_t len;
};
struct undo_log {
	struct undo_list past, future;
};
void undo_log_done(struct undo_log *log);

/* The batch is on disk, the workbook as it stood before. Nothing can be done again after that. */
void undo_log_add(struct undo_log *log, const struct workbook *book, const struct batch *batch);

/* What is to be written to take the newest back, or to do it again. ST_NOT_FOUND: there is nothing; ST_REFUSED: somebody else
 * has changed it since, and it is dropped from the log. Both with a sentence. Borrowed until the log changes. */
MUST_CHECK enum status undo_log_next(struct undo_log *log, const struct workbook *book, bool back, const struct batch **ret_batch,
				     struct fault *fault);
void undo_log_turn(struct undo_log *log, bool back); /* that is on disk now */

#endif
