/* markup.h - text inside XML and HTML.
 * Floor: text. */
#ifndef TEXT_MARKUP_H
#define TEXT_MARKUP_H

#include "base/buf.h"

/* Appends the text with & < > " as entities, so that it is text in an element, and in an attribute between double quotes. */
void markup_add(struct buf *out, const char *text, size_t len);

#endif
