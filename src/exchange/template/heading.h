/* heading.h - the heading of one step of a template, without its ##: length, title, kind and marks.
 * Private to exchange. The form: exchange/template.h. */
#ifndef EXCHANGE_HEADING_H
#define EXCHANGE_HEADING_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"
#include "domain/entity.h"
#include "format/span.h"

#include <stdbool.h>

/* What a heading says of itself, and not of its step. */
struct heading {
	bool japanese; /* in which words the length is written */
	bool between;  /* it comes between the rounds of its block, and so not in the last */
	bool in_block; /* for printing: the rounds are told by its block's heading */
};

/* Fills the item's title (into the arena), kind, lengths, marks. ST_INVALID with a sentence that names the line; the item
 * is then half filled. */
MUST_CHECK enum status heading_parse(struct span text, size_t line, struct arena *arena, struct item *item,
				     struct heading *ret_heading, struct fault *fault);

void heading_print(const struct item *item, const struct heading *heading, struct buf *out);

#endif
