/* side.h - the side file: touched after each commit, which is what watchers wait for, and locked while a console leaves. On
 * single bytes of it stand those whom others are to know of: projectors, and consoles that look whether the database is sound or
 * found it so. Private to store. A file of our own, so that opening and closing it cannot cost the database its locks. */
#ifndef STORE_SIDE_H
#define STORE_SIDE_H

#include "connection.h"

char *side_name(const char *path); /* owned by the caller */
int side_open(const char *side);   /* made if missing; -1: it cannot be */
void side_touch(const char *side); /* made if missing; a failure is a watcher told late, no more */

/* Waits for its turn to leave, but not for ever. Negative: leave without. */
int side_lock(const char *side, struct connection *connection);
void side_unlock(int fd); /* negative is allowed */
/* Of a database that did not become live, or stands still: nobody needs the side file, unless somebody stands there. */
void side_drop(const char *side);

/* A place says something of the one who stands there, until it steps off, closes the file, or ends in whatever way. */
enum side_place {
	SIDE_LOOKS, /* looks whether the database is sound; only one can */
	SIDE_SOUND, /* knows that it is, of the database as it is live now */
	SIDE_PLACES
};
bool side_step_on(int fd, enum side_place place); /* false: it is taken, or fd is negative */
void side_step_off(int fd, enum side_place place);
bool side_is_stood_on(const char *side, enum side_place place);

/* What is left of the file for projectors: from its beginning. */
enum { SIDE_HASHES = (1 << 21) - 1, SIDE_TIME_BITS = 42 };

#endif
