/* side.h - the side file: touched after each commit, which is what watchers wait for, and locked while a console
 * leaves, and while one looks whether the database is sound; projectors hold a byte of it each. Private to store. A file of our own, so that opening and closing it cannot cost the database its locks. */
#ifndef STORE_SIDE_H
#define STORE_SIDE_H

#include "connection.h"

char *side_name(const char *path); /* owned by the caller */
int side_open(const char *side);   /* made if missing; -1: it cannot be */
void side_touch(const char *side); /* made if missing; a failure is a watcher told late, no more */

enum { SIDE_NONE = -1, SIDE_TAKEN = -2 };

/* The lock, if nobody has it: SIDE_TAKEN, somebody has; SIDE_NONE, there is no such lock to be had: then go on without. */
int side_take(const char *side);
bool side_is_taken(const char *side); /* by somebody else */
/* Waits for its turn to leave, but not for ever. Negative: leave without. */
int side_lock(const char *side, struct connection *connection);
void side_unlock(int fd); /* negative is allowed */
/* The same where the file did not become live: then nobody needs the side file, unless a projector stands there. */
void side_drop(const char *side, int fd);

#endif
