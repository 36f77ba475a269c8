/* crashvfs.h - a SQLite VFS that writes down every operation, and builds what a power cut after any of them may leave.
 * For tests only. After the practice of SQLite's own crash tests: what was synced is there; what was not is kept, lost,
 * kept by chance, or torn between sectors of 512 bytes. A directory entry lasts from the next sync of the directory,
 * which SQLite does with the first sync of a new journal. */
#ifndef STORE_CRASHVFS_H
#define STORE_CRASHVFS_H

#include "support/dice.h"

#include <stdbool.h>
#include <stddef.h>

enum loss { LOSS_NONE, LOSS_ALL, LOSS_SOME, LOSS_TORN, LOSS_POLICIES };

/* Becomes the default VFS, with an empty record. */
void crashvfs_start(void);
void crashvfs_stop(void); /* the record is kept until crashvfs_forget() */
void crashvfs_forget(void);

size_t crashvfs_begin(void); /* the operations by which a file that was there became known: no power cut before */
size_t crashvfs_ops(void);   /* written down so far */

/* Writes into `folder` what is left when the power fails after the first `ops` operations. Returns a digest of it, by
 * which equal images are known. */
uint64_t crashvfs_image(size_t ops, enum loss loss, struct dice *dice, const char *folder);

/* From the n-th operation from now on (1: the next) the disk answers with this SQLite error code: once, or always. 0:
 * no more. */
void crashvfs_fail(size_t n, int code, bool always);
bool crashvfs_has_failed(void);

#endif
