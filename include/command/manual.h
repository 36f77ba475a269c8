/* manual.h - the keys as documents, from the command table: help cannot lie, because it is the table.
 * Floor: command. In the user's language. Appends; cannot fail. */
#ifndef COMMAND_MANUAL_H
#define COMMAND_MANUAL_H

#include "base/buf.h"

void manual_markdown(struct buf *out); /* docs/keys.md: a section a scope, a table of its keys */
void manual_roff(struct buf *out);     /* the man page's KEYS: a subsection a scope (man(7) macros) */

#endif
