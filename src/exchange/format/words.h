/* words.h - code lists as people write them in files.
 * Private to exchange. */
#ifndef EXCHANGE_WORDS_H
#define EXCHANGE_WORDS_H

#include "base/buf.h"
#include "domain/codes.h"
#include "span.h"

#include <stdbool.h>

/* The code, its label or its Japanese word, or one of the words between its ・ (市民 of 市民・住民), compared by fold
 * key. False where the list has no such word; empty words are the list's empty value, where it has one. */
bool words_code(const struct code_list *list, struct span words, unsigned *ret_value);

/* A tick in a box: 1, yes, true, はい, ○ and their contraries. False where it is neither. */
bool words_yes_no(struct span words, bool *ret_yes);

/* Appends the list's words in the user's language: "together, case reading, …". */
void words_list(struct buf *out, const struct code_list *list);

#endif
