/* look.h - the look at a file that was just opened, beside what is done with it meanwhile: a thread with a connection of its own,
 * which only reads, and in WAL mode keeps nobody from writing, nor would if it were stopped. Of all who come at once one looks;
 * the others wait for what it finds, but not for ever. Private to store. */
#ifndef STORE_LOOK_H
#define STORE_LOOK_H

#include "base/status.h"

struct store;
struct look;

/* NULL: it cannot be done beside, for want of a thread or of the file itself. */
struct look *look_start(const struct store *store);
int look_fd(const struct look *look); /* readable when it has ended */

/* Waits for its end, and says what sound_check() would. */
MUST_CHECK enum status look_end(struct look *look, struct store *store, struct fault *fault);
/* Breaks the look off where it has not ended. NULL is allowed. */
void look_done(struct look *look);

/* For who looks at once, and would only be in the way of one who looks beside. */
void look_await_others(struct store *store);

#endif
