/* block.h - steps of an agenda that come again, round after round: one case after the other, one talk after the other.
 * Private to exchange.
 *
 *	## Round ×3
 *
 *	### 20 min Talk [tables]
 *
 *	### 3 min Change seats [change of seats, between rounds]
 *
 * A file may say them once; in a template they are unrolled, so that whatever reads it meets plain steps. A step says its
 * block's name and its round; a step between the rounds does not come in the last. Printing finds the blocks again. */
#ifndef EXCHANGE_BLOCK_H
#define EXCHANGE_BLOCK_H

#include "base/status.h"
#include "exchange/template.h"
#include "format/span.h"

enum { BLOCK_ROUNDS_MAX = 99 };

/* `len` steps from `first` on, as they stand in the first round. */
struct block {
	const char *name; /* borrowed */
	int64_t rounds;
	size_t first, len;
	bool between[TEMPLATE_MAX_STEPS]; /* of each step: it is left out of the last round */
};

/* One that can be written in a heading and in a mark, and be told from all else there. */
bool block_name_is_plain(struct span name);

/* "Round ×3": false where the heading is none of a block. */
bool block_take_heading(struct span text, struct span *ret_name, int64_t *ret_rounds);

/* What is fixed on the clock can come only once. */
bool block_has_fixed_time(const struct block *block, const struct item *steps);

/* How many steps the block is when unrolled, and the steps; `steps` are those of one round, and may not be in `items`. */
size_t block_len(const struct block *block);
void block_unroll(const struct block *block, const struct item *steps, struct item *items);

/* The block that begins with that item and could be written once, as it would unroll to the very same items. */
bool block_find(const struct item *items, size_t len, size_t at, struct block *ret_block);

#endif
