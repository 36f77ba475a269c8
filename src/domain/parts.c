/* parts.c - an outline of many workshops, taken apart. */
#include "domain/workbook.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static void part_rows(const struct workbook *outline, enum entity entity, const char *workshop, struct workbook *part)
{
	size_t size = entity_infos[entity].size, len = workbook_len(outline, entity), kept = 0, at = 0;

	for (size_t i = 0; i < len; i++)
		kept += strcmp(workbook_row(outline, entity, i)->workshop, workshop) == 0;
	if (!kept)
		return;
	char *rows = arena_new(&part->arena, kept, size);
	for (size_t i = 0; i < len; i++) {
		const struct row *row = workbook_row(outline, entity, i);
		if (strcmp(row->workshop, workshop) == 0)
			memcpy(rows + at++ * size, row, size);
	}
	workbook_set_rows(part, entity, rows, kept);
}

void workbook_part(const struct workbook *outline, const char *workshop, struct workbook *ret_part)
{
	*ret_part = (struct workbook){ 0 };
	for (enum entity entity = 0; entity < ENTITY_COUNT; entity++)
		if (entity_infos[entity].home == HOME_WORKSHOP)
			part_rows(outline, entity, workshop, ret_part);
}

/* --- all at once ------------------------------------------------------------------------------------------------------ */

struct place {
	const char *id;
	size_t at;
};

static int by_id(const void *a, const void *b)
{
	const struct place *left = a, *right = b;

	return strcmp(left->id, right->id);
}

static struct place *places_of(const struct workbook *outline)
{
	const struct workshop_list *workshops = &outline->workshops;
	struct place *places = mem_new(workshops->len, sizeof *places);

	for (size_t i = 0; i < workshops->len; i++)
		places[i] = (struct place){ workshops->at[i].id, i };
	qsort(places, workshops->len, sizeof *places, by_id);
	return places;
}

/* Where each row belongs; parts->len: to none. */
static size_t *owners_of(const struct workbook *outline, enum entity entity, const struct place *places, size_t places_len)
{
	size_t len = workbook_len(outline, entity), *owners = mem_new(len, sizeof *owners);

	for (size_t i = 0; i < len; i++) {
		struct place wanted = { workbook_row(outline, entity, i)->workshop, 0 };
		const struct place *found = bsearch(&wanted, places, places_len, sizeof *places, by_id);
		owners[i] = found ? found->at : places_len;
	}
	return owners;
}

/* Sorted by counting: each part's rows lie together, in the order they had. */
static void share_rows(const struct workbook *outline, enum entity entity, const struct place *places, struct parts *parts)
{
	size_t size = entity_infos[entity].size, len = workbook_len(outline, entity);
	size_t *owners = owners_of(outline, entity, places, parts->len);
	size_t *ends = mem_new(parts->len + 1, sizeof *ends), begin = 0;
	char *rows = arena_new(&parts->arena, len, size);

	for (size_t i = 0; i < len; i++)
		ends[owners[i]]++;
	for (size_t i = 0; i < parts->len; i++) {
		workbook_set_rows(&parts->at[i], entity, rows + begin * size, ends[i]);
		begin += ends[i];
		ends[i] = begin - ends[i];
	}
	for (size_t i = 0; i < len; i++)
		if (owners[i] < parts->len)
			memcpy(rows + ends[owners[i]]++ * size, workbook_row(outline, entity, i), size);
	free(ends);
	free(owners);
}

void workbook_parts(const struct workbook *outline, struct parts *ret_parts)
{
	struct parts parts = { .len = outline->workshops.len };
	struct place *places = places_of(outline);

	parts.at = arena_new(&parts.arena, parts.len, sizeof *parts.at);
	for (enum entity entity = 0; entity < ENTITY_COUNT; entity++)
		if (entity_infos[entity].home == HOME_WORKSHOP && workbook_len(outline, entity))
			share_rows(outline, entity, places, &parts);
	free(places);
	*ret_parts = parts;
}

void parts_done(struct parts *parts)
{
	arena_done(&parts->arena);
	*parts = (struct parts){ 0 };
}
