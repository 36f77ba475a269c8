/* looks.h - a change of the picture that goes to and fro between two looks, as giant digits on their ground do.
 * Floor: term (private). Curses writes row after row, and to change the look costs up to 35 bytes, more than the stroke
 * of a digit that is written in it. Painted one look after the other, the look changes once for all rows. */
#ifndef TERM_LOOKS_H
#define TERM_LOOKS_H

#include "ink.h"

/* Of what differs between two canvases of one size in the rows row..end: is it narrow characters in two looks, which
 * alternate so often that painting the first by itself pays? */
bool looks_alternate(const struct canvas *before, const struct canvas *now, int row, int end,
		     struct ink *ret_first);

#endif
