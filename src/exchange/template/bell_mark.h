/* bell_mark.h - the bells in the heading of a step: "bells 5 1 0", 鈴5・1・0; "bells none", 鈴なし (engine/bell.h).
 * Private to exchange. */
#ifndef EXCHANGE_BELL_MARK_H
#define EXCHANGE_BELL_MARK_H

#include "base/arena.h"
#include "base/buf.h"
#include "domain/entity.h"
#include "format/span.h"

#include <stdbool.h>

/* What stands behind the word, as item.bells has it, into the arena; NULL: nobody can read it. */
const char *bell_mark_read(struct span value, struct arena *arena);

/* The same of a row from elsewhere; "" where it says nothing, or nothing that could be read back. */
const char *bell_mark_plain(const struct item *item, struct arena *arena);

void bell_mark_print(const char *bells, bool japanese, struct buf *out); /* without the word; canonical bells */

/* Does the first bell ring before the step begins? */
bool bell_mark_is_early(const struct item *item);

#endif
