#include "index.h"

#include "base/hash.h"
#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct entry {
	struct entry *next;
	void *thing;
};

/* A key once seen keeps its slot, also when its last thing is dropped. */
struct index_slot {
	const char *key; /* NULL: free */
	struct entry *entries;
};

/* The key's slot, or the free one where it would go; room is a power of two and never full. */
static struct index_slot *slot_of(const struct index *index, const char *key)
{
	size_t at = (size_t)hash_bytes(HASH_START, key, strlen(key)) & (index->room - 1);

	while (index->slots[at].key && strcmp(index->slots[at].key, key) != 0)
		at = (at + 1) & (index->room - 1);
	return &index->slots[at];
}

static void make_room(struct index *index)
{
	struct index old = *index;

	if (index->len < index->room / 2)
		return;
	index->room = old.room ? old.room * 2 : 64;
	index->slots = mem_new(index->room, sizeof *index->slots);
	for (size_t i = 0; i < old.room; i++) {
		if (old.slots[i].key)
			*slot_of(index, old.slots[i].key) = old.slots[i];
	}
	free(old.slots);
}

void index_add(struct index *index, const char *key, void *thing)
{
	make_room(index);
	struct index_slot *slot = slot_of(index, key);
	struct entry *entry = arena_new(&index->arena, 1, sizeof *entry);

	if (!slot->key) {
		slot->key = arena_copy(&index->arena, key);
		index->len++;
	}
	*entry = (struct entry){ .next = slot->entries, .thing = thing };
	slot->entries = entry;
}

void index_drop(struct index *index, const char *key, void *thing)
{
	if (index->room == 0)
		return;
	for (struct entry **at = &slot_of(index, key)->entries; *at;) {
		if ((*at)->thing == thing)
			*at = (*at)->next;
		else
			at = &(*at)->next;
	}
}

void *index_find(const struct index *index, const char *key, bool *ret_many)
{
	const struct entry *first = index->room ? slot_of(index, key)->entries : NULL;

	*ret_many = first && first->next;
	return first && !first->next ? first->thing : NULL;
}

void index_done(struct index *index)
{
	free(index->slots);
	arena_done(&index->arena);
	*index = (struct index){ 0 };
}
