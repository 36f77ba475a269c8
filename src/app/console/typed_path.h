/* typed_path.h - a file's name as people type it where no shell reads it.
 * Floor: app (private). */
#ifndef APP_TYPED_PATH_H
#define APP_TYPED_PATH_H

#include "base/buf.h"

/* "~/x" is in the person's own folder; a name without a folder is in the one where the program was started, and "-" no more than
 * such a name. Quotation marks around it, as of a file dropped onto the terminal, and blanks behind it are none of its own. Owned by
 * the caller. */
char *typed_path(const char *typed);

/* What is typed, as far as the files that are there allow no other end; owned by the caller. Where that is no further, the names
 * that would all go on from it, with a blank between, are appended. A folder ends in a slash. */
char *typed_path_complete(const char *typed, struct buf *names);

#endif
