/* live.h - a file while consoles share it (WAL), and the same file at rest (one file, rollback journal).
 * Private to store.
 *
 * SQLite before 3.51.3 can lose a committed page when a checkpoint runs while another process restarts the log. So
 * nobody checkpoints by itself; a live store does it while its guard, a second connection, holds the writers' lock.
 *
 * Nor before the file was found sound (settle.h): until then all that is written stays in the log, and the file is as it was
 * found, but for its head.
 *
 * A live file is marked in `meta`. At rest the mark is gone; a file that has the mark, or is in WAL mode, but has no log
 * beside it is a copy that was made by hand while others wrote: what stood in the log is missing. */
#ifndef STORE_LIVE_H
#define STORE_LIVE_H

#include <stdbool.h>

struct connection;
struct store;

/* The rollback journal for as long as the file is at rest: emptied after each commit, which is quicker and safer than
 * unlinking it. */
int live_keep_journal(struct store *store);

int live_enter(struct store *store); /* does not wait where the connection is in passing: SQLITE_BUSY */
void live_checkpoint_if_due(struct store *store); /* after a commit, when everybody has been told; and a sound file's first */

bool live_is_wal(struct connection *connection); /* as the file is now */

/* Brings the file to rest. False where others are live (or where the disk fails): then it stays as it is. */
bool live_rest(struct store *store);

/* The mark as the file has it. */
bool live_is_marked(struct store *store);

#endif
