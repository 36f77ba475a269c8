/* sound.h - is the file whole? And what becomes of one that is not: it is left as it is, and a copy is put aside.
 * Private to store. */
#ifndef STORE_SOUND_H
#define STORE_SOUND_H

#include "base/buf.h"
#include "base/status.h"

struct store;

/* SQLite's own look at every page: what it found, in its words, on one line; nothing where all is well. */
MUST_CHECK enum status sound_look(struct store *store, struct buf *problems, struct fault *fault);

/* ST_IO with a sentence where something was found. */
MUST_CHECK enum status sound_check(struct store *store, struct fault *fault);
MUST_CHECK enum status sound_refuse(struct store *store, const char *problem, struct fault *fault);

#endif
