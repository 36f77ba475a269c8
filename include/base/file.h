/* file.h - the doors for files: what comes in is a regular file of a bearable size, what goes out is whole or not there.
 * Floor: base. Never used on the database (see store). */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/buf.h"
#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>

enum { FILE_MAX_BYTES = 16 << 20 };

/* The database that is open, by its path: no other function here goes near it, under whatever name, or near what SQLite keeps beside
 * it: whoever opened and closed it would drop all the locks that this process has on it. Each is let near as often as kept off. */
void file_keep_off(const char *path);
void file_let_near(const char *path);
bool file_is_kept_off(const char *path);

/* Reads all of path ("-" is standard input) into buf. Refuses what is missing, a folder, a pipe or device, or larger than
 * max_bytes, with a sentence that names the path. */
MUST_CHECK enum status file_read(const char *path, size_t max_bytes, struct buf *buf, struct fault *fault);

/* Writes a new file beside path, syncs it, and renames it over path: readers see the old one or the new one. Mode 0600.
 * "-" or NULL writes to standard output; into a device or a pipe it just writes. A database is never written over. */
MUST_CHECK enum status file_replace(const char *path, const void *bytes, size_t len, struct fault *fault);

/* Makes the folder and those above it, each 0700. */
MUST_CHECK enum status file_make_folder(const char *path, struct fault *fault);

/* A folder that is written as a whole. */
struct file_part {
	const char *name; /* without a folder */
	const void *bytes;
	size_t len;
};
/* Writes the folder beside path and lets it take path's place in one step: readers see the old one or the new one. What stands
 * there may be a folder of nothing but names that is_ours() knows (an earlier one); anything else is refused and not touched.
 * Mode 0700. */
MUST_CHECK enum status file_replace_folder(const char *path, const struct file_part *parts, size_t len,
					   bool (*is_ours)(const char *name), struct fault *fault);

#endif
