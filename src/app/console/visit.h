/* visit.h - a console opened over another one; over home it may be a rehearsal, with a database and a clock of its own.
 * Floor: app (private). */
#ifndef APP_VISIT_H
#define APP_VISIT_H

#include "console.h"

/* The world of the console that the effects want opened: the host's own, or a rehearsal that is begun or joined now. After
 * ST_OK visit_end is due. */
MUST_CHECK enum status visit_begin(struct console *host, struct app *ret_guest, struct fault *fault);
/* Goes back to the host's world, and says so where it was another one. */
void visit_end(struct console *host, struct app *guest);

#endif
