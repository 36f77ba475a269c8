/* door.h - the way in for text files from outside: read whole, made UTF-8, made clean.
 * Private to exchange. */
#ifndef EXCHANGE_DOOR_H
#define EXCHANGE_DOOR_H

#include "base/buf.h"
#include "base/status.h"

/* Appends the text of path ("-": standard input) to out. encoding NULL: find out; *ret_encoding (may be NULL) says what it was.
 * The fault names the path. ST_INVALID also for what is not text at all. */
MUST_CHECK enum status door_read(const char *path, const char *encoding, struct buf *out, const char **ret_encoding,
				 struct fault *fault);

#endif
