/* nasty.h - random texts made of what breaks programs. */
#ifndef TESTS_TEXT_NASTY_H
#define TESTS_TEXT_NASTY_H

#include "base/buf.h"

#include <stdint.h>

/* From YORIAI_SEED, else from the system; printed, so that a failure can be replayed. Never 0. */
uint64_t nasty_seed(void);
uint32_t nasty_below(uint64_t *seed, uint32_t limit);

/* Adds up to `pieces` pieces: characters, halves of characters, controls, joiners, marks. */
void nasty_add(struct buf *out, uint64_t *seed, uint32_t pieces);

#endif
