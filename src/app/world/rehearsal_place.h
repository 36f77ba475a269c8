/* rehearsal_place.h - the folder of a rehearsal: who holds it, what lies in it, how it goes.
 * Floor: app (private to rehearsal*.c).
 *
 *	DB-rehearsal/copy.db   the copy, and what SQLite keeps beside it
 *	DB-rehearsal/plan      which workshop, how fast, from when; written last: with it the rehearsal is there
 *	DB-rehearsal/begun     since when time passes */
#ifndef APP_REHEARSAL_PLACE_H
#define APP_REHEARSAL_PLACE_H

#include "rehearsal.h"

/* Path of a file of the folder, or of the folder of a database. False: it would be too long. */
bool place_folder(const char *db, char folder[PATH_MAX]);
bool place_file(const char *folder, const char *name, char path[PATH_MAX]);

/* Makes the folder, or takes over what somebody left who died. ST_REFUSED: a rehearsal goes on in it. */
MUST_CHECK enum status place_take(const char *folder, int *ret_lock, struct fault *fault);
bool place_is_held(const char *folder); /* by whoever began; what is left of one that died is swept away */
void place_sweep(const char *folder);   /* under our lock */

MUST_CHECK enum status place_write_plan(const struct rehearsal *rehearsal, struct fault *fault);
bool place_read_plan(struct rehearsal *rehearsal); /* by its folder */

/* The first to write it has begun it for all. */
void place_write_begun(const char *folder, struct moment machine);
bool place_read_begun(const char *folder, struct moment *ret_machine);

#endif
