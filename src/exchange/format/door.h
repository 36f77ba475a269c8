/* door.h - the way in for text files from outside: read whole, made UTF-8, made clean.
 * Private to exchange. */
#ifndef EXCHANGE_DOOR_H
#define EXCHANGE_DOOR_H

#include "base/buf.h"
#include "base/status.h"

#include <stddef.h>

/* How large a file of each sort may be. */
enum { DOOR_PAGE_BYTES = 1 << 20, DOOR_SHEET_BYTES = 64 << 20 };

/* Appends the text of path ("-": standard input) to out. encoding NULL: find out; *ret_encoding (may be NULL) says what
 * it was. The fault names the path. ST_INVALID also for what is not text at all. */
MUST_CHECK enum status door_read(const char *path, size_t max_bytes, const char *encoding, struct buf *out,
				 const char **ret_encoding, struct fault *fault);

#endif
