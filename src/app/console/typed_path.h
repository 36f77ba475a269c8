/* typed_path.h - a file's name as people type it where no shell reads it.
 * Floor: app (private). */
#ifndef APP_TYPED_PATH_H
#define APP_TYPED_PATH_H

/* "~/x" is in the person's own folder; a name without a folder is in the one where the program was started, and "-" no more than
 * such a name. Owned by the caller. */
char *typed_path(const char *typed);

#endif
