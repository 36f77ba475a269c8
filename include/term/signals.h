/* signals.h - signals as events of the loop, so that facts are saved and the terminal given back before they act.
 * Floor: term. INT TERM HUP QUIT WINCH TSTP CONT CHLD; a child must get its signal mask emptied (posix_spawn attributes). */
#ifndef TERM_SIGNALS_H
#define TERM_SIGNALS_H

#include "base/status.h"

/* From now on the signals wait in a descriptor, readable when there is one. Call before term_open() and before any
 * thread. A signal the process was told to ignore (nohup) stays ignored. */
MUST_CHECK enum status signals_open(int *ret_fd, struct fault *fault);
void signals_close(int fd); /* and they act as by default again; what still waits then acts at once */

int signals_take(int fd); /* the next one, 0: none */

/* Ends the process by the signal, as though it had not been caught: the shell sees 128 + signal. Call last, the
 * terminal closed. */
_Noreturn void signals_die(int signal);

#endif
