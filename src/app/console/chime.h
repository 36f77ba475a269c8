/* chime.h - a bell that is seen: when the clock of a console is shown reversed.
 * Floor: app (private). Twice, 0.3 s each and 0.3 s apart, and however many bells ring never faster: light that flashes
 * more than three times a second can bring on a seizure (WCAG 2.3.1). By the machine's own clock, also in a rehearsal.
 */
#ifndef APP_CHIME_H
#define APP_CHIME_H

#include "base/env.h"

#include <stdbool.h>
#include <stdint.h>

struct run;

/* Zeroed: no bell is known. */
struct chime {
	bool known;              /* what rang before this console looked first is not shown */
	char newest[ID_LEN + 1]; /* the row of the bell known last */
	int64_t since_ms;        /* when the flashing began, boot clock; 0: it did not */
};

/* The run was folded from what is on disk now. */
void chime_follow(struct chime *chime, const struct run *run);
void chime_begin(struct chime *chime); /* without a row: a sound check */

bool chime_is_lit(const struct chime *chime);
int64_t chime_next_ms(const struct chime *chime); /* until that changes; -1: it will not */

#endif
