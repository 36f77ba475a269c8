/* heading.h - the heading of one step of a template, without its ##: length, title, kind and marks.
 * Private to exchange. The form: exchange/template.h. */
#ifndef EXCHANGE_HEADING_H
#define EXCHANGE_HEADING_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"
#include "domain/entity.h"
#include "span.h"

#include <stdbool.h>

/* Fills the item's title (into the arena), kind, lengths, marks; *ret_japanese says in which words the length is
 * written. ST_INVALID with a sentence that names the line; the item is then half filled. */
MUST_CHECK enum status heading_parse(struct span text, size_t line, struct arena *arena, struct item *item,
				     bool *ret_japanese, struct fault *fault);

void heading_print(const struct item *item, bool japanese, struct buf *out);

#endif
