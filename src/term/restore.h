/* restore.h - the terminal given back when the program can do nothing more: crashed, aborted, out of memory.
 * Floor: term (private). */
#ifndef TERM_RESTORE_H
#define TERM_RESTORE_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/* From now on, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL and exhausted memory write these bytes and set these modes
 * before they end the program as they would have. Bytes and modes are copied; no more than RESTORE_MAX bytes. */
enum { RESTORE_MAX = 512 };
void restore_prepare(int tty, const char *bytes, size_t len, const struct termios *modes);

/* Is the terminal changed at the moment, so that there is something to give back? */
void restore_is_due(bool due);
void restore_forget(void); /* signals act as before */

#endif
