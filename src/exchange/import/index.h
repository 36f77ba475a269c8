/* index.h - a hash of keys, each with the things that bear it.
 * Private to exchange. */
#ifndef EXCHANGE_INDEX_H
#define EXCHANGE_INDEX_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

struct index_slot;

/* Zeroed is a valid empty index. Copies keys, borrows things. */
struct index {
	struct arena arena;
	struct index_slot *slots;
	size_t room, len;
};

void index_done(struct index *index);
void index_add(struct index *index, const char *key, void *thing);
void index_drop(struct index *index, const char *key, void *thing);

/* The thing of that key. NULL: none; with *ret_many: more than one. */
void *index_find(const struct index *index, const char *key, bool *ret_many);

#endif
