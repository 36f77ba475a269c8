/* side.h - the side file: touched after each commit, which is what watchers wait for, and locked while a console
 * leaves; projectors hold a byte of it each. Private to store. A file of our own, so that opening and closing it cannot cost the database its locks. */
#ifndef STORE_SIDE_H
#define STORE_SIDE_H

#include "connection.h"

char *side_name(const char *path); /* owned by the caller */
int side_open(const char *side);   /* made if missing; -1: it cannot be */
void side_touch(const char *side); /* made if missing; a failure is a watcher told late, no more */

/* Waits for its turn to leave. -1 where there is no such lock to be had: then leave without. */
int side_lock(const char *side, struct connection *connection);
void side_unlock(int fd); /* -1 is allowed */

#endif
