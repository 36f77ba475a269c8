/* sound.h - is the file whole? And what becomes of one that is not: it is left as it is, and a copy is put aside.
 * Private to store. */
#ifndef STORE_SOUND_H
#define STORE_SOUND_H

#include "base/buf.h"
#include "base/status.h"

#include <stdbool.h>

struct connection;
struct store;

/* SQLite's own look at every page, and if thorough at every index against its table, which takes five times as long: what
 * it found, in its words, on one line; nothing where all is well. */
MUST_CHECK enum status sound_look(struct store *store, bool thorough, struct buf *problems, struct fault *fault);

/* The two halves of a look that goes on elsewhere: read there, judged here. rc: SQLite's code, as the first returned it. */
int sound_read(struct connection *connection, bool thorough, struct buf *problems);
MUST_CHECK enum status sound_judge(struct store *store, int rc, const struct buf *problems, struct fault *fault);

/* ST_IO with a sentence where something was found. Thorough before a session, not before a single command. */
MUST_CHECK enum status sound_check(struct store *store, struct fault *fault);
MUST_CHECK enum status sound_refuse(struct store *store, const char *problem, struct fault *fault);

#endif
