#include "merge_parts.h"

#include "base/hash.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static size_t place_of(const struct kin_table *table, const char *id)
{
	size_t at = (size_t)hash_bytes(HASH_START, id, strlen(id)) & (table->room - 1);

	while (table->at[at].info && strcmp(table->at[at].id, id) != 0)
		at = (at + 1) & (table->room - 1);
	return at;
}

struct kin *kin_find(const struct kin_table *table, const char *id)
{
	struct kin *kin = table->room ? &table->at[place_of(table, id)] : NULL;

	return kin && kin->info ? kin : NULL;
}

static void make_room(struct kin_table *table)
{
	enum { ROOM_FIRST = 256 };
	struct kin_table larger = { .room = table->room ? 2 * table->room : ROOM_FIRST };

	larger.at = mem_new(larger.room, sizeof *larger.at);
	for (size_t i = 0; i < table->room; i++)
		if (table->at[i].info)
			larger.at[place_of(&larger, table->at[i].id)] = table->at[i];
	larger.len = table->len;
	free(table->at);
	*table = larger;
}

struct kin *kin_add(struct kin_table *table, const struct entity_info *info, const char *id, const char *workshop)
{
	if (2 * table->len >= table->room)
		make_room(table);
	struct kin *kin = &table->at[place_of(table, id)];
	kin->info = info;
	memcpy(kin->id, id, strnlen(id, sizeof kin->id - 1));
	memcpy(kin->workshop, workshop, strnlen(workshop, sizeof kin->workshop - 1));
	table->len++;
	return kin;
}

static int by_id(const void *a, const void *b)
{
	const struct kin *const *left = a, *const *right = b;

	return strcmp((*left)->id, (*right)->id);
}

const struct kin **kin_touched(const struct kin_table *table, size_t *ret_len)
{
	const struct kin **touched = mem_new(table->len + 1, sizeof(struct kin *));
	size_t len = 0;

	for (size_t i = 0; i < table->room; i++)
		if (table->at[i].is_touched)
			touched[len++] = &table->at[i];
	qsort(touched, len, sizeof *touched, by_id);
	*ret_len = len;
	return touched;
}

void kin_done(struct kin_table *table)
{
	free(table->at);
	*table = (struct kin_table){ 0 };
}
