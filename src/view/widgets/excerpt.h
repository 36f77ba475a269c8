/* excerpt.h - the part of a text in which a word stands.
 * Floor: view, private. */
#ifndef VIEW_EXCERPT_H
#define VIEW_EXCERPT_H

#include "base/buf.h"

/* Adds the first line that holds the word (folded: text/fold.h), from a little before it where it would stand beyond so many
 * columns. Where no line holds it: the first line. */
void excerpt_add(struct buf *out, const char *text, const char *word, int cols);

#endif
