/* rehearsal.h - a workshop run through at a higher speed, on a copy of the database that goes when the rehearsal ends.
 * Floor: app (private).
 *
 * The copy lies in a folder of its own beside the database (0700: it holds what the database holds), so that every other
 * yoriai of this database finds it: who asks for the workshop being rehearsed gets the rehearsal (app_load), and who asks
 * for any other gets that. Beside the copy lies what a process must know to read the same time as all others.
 *
 * The process that began the rehearsal holds a lock on the folder. The kernel takes the lock away however that process
 * ends; whoever then finds the folder takes it away.
 *
 * The rehearsal's day is the workshop's own, or, where that has passed, the next one with the same time of day. Its clock
 * stands at the planned start until somebody starts the first step. */
#ifndef APP_REHEARSAL_H
#define APP_REHEARSAL_H

#include "base/env.h"
#include "base/fastclock.h"
#include "domain/fact.h"
#include "domain/workbook.h"
#include "store/store.h"

#include <limits.h>
#include <stdbool.h>

/* Zeroed: there is none. */
struct rehearsal {
	struct fastclock clock;
	struct env env;              /* of who is inside: the fast clock; its ctx is this */
	char workshop[ID_LEN + 1];   /* which one is rehearsed */
	char folder[PATH_MAX];
	bool inside;                 /* this process takes part */
	bool is_ours;                /* it began it */
	int lock;                    /* on the folder; where it is ours */
};

/* Is one going on beside this database? Sweeps away what was left of one that died. */
bool rehearsal_find(const char *db, struct rehearsal *ret_rehearsal);

/* Copies the database of `store`, which holds the workshop of `book`, and begins a rehearsal of it that others can find.
 * ST_REFUSED: it has begun or ended, or a rehearsal goes on already. Where it fails, nothing is left. */
MUST_CHECK enum status rehearsal_make(struct store *store, const struct workbook *book, int64_t speed,
				      struct rehearsal *ret_rehearsal, struct fault *fault);

/* From here on `rehearsal` gives the time; it must not move. Where the copy is goes to db. */
void rehearsal_enter(struct rehearsal *rehearsal, char db[PATH_MAX]);

/* Before the batch is written: does it start the first step? Then time passes from now on, for everybody. */
void rehearsal_heed(struct rehearsal *rehearsal, const struct batch *batch);

/* How long a console waits in which `ms` of its time pass: as many paints a second as a person can take in. */
int64_t rehearsal_wait_ms(struct rehearsal *rehearsal, int64_t ms);

/* For who joined: has the one who began it gone? */
bool rehearsal_is_over(const struct rehearsal *rehearsal);

/* Where it is ours, everything of it is taken away; the copy is closed by then. Zeroes it. */
void rehearsal_leave(struct rehearsal *rehearsal);

#endif
