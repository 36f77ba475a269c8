/* stray.h - a log beside a file that it does not belong to: a backup was put in the place of a file that had been cut off while in
 * use, or stood still because it was damaged. SQLite would write the old log over it. Private to store. */
#ifndef STORE_STRAY_H
#define STORE_STRAY_H

/* Before the file is opened. Such a log gets another name (owned by the caller); NULL: there is none, or it cannot be done. */
char *stray_put_aside(const char *path, const char *side);

#endif
