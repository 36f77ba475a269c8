#include "domain/bundle.h"

#include <stdlib.h>
#include <string.h>

static const size_t NONE = SIZE_MAX;

static const struct field_info *field_of(enum entity entity, const char *name)
{
	return entity_field(&entity_infos[entity], name);
}

static const char *text_of(const struct workbook *book, enum entity entity, size_t index, const struct field_info *field)
{
	return row_value(workbook_row(book, entity, index), field).text;
}

/* --- which row is meant ----------------------------------------------------------------------------------------------- */

/* Rows by their ids, so that following chains stays quick however many a file holds. */
struct named {
	const char *id;
	size_t index;
};

static int by_id(const void *a, const void *b)
{
	const struct named *one = a, *other = b;

	return strcmp(one->id, other->id);
}

/* The row that each says it was bundled into, if that is there and of the same table. */
static size_t *read_targets(const struct workbook *book, enum entity entity, struct arena *arena)
{
	const struct field_info *into = field_of(entity, "merged_into"), *table = field_of(entity, "table");
	size_t len = workbook_len(book, entity);
	size_t *targets = arena_new(arena, len, sizeof *targets);
	struct named *names = arena_new(arena, len, sizeof *names);

	for (size_t i = 0; i < len; i++)
		names[i] = (struct named){ workbook_row(book, entity, i)->id, i };
	qsort(names, len, sizeof *names, by_id);
	for (size_t i = 0; i < len; i++) {
		struct named wanted = { text_of(book, entity, i, into), 0 };
		const struct named *found = *wanted.id ? bsearch(&wanted, names, len, sizeof *names, by_id) : NULL;
		bool is_ours = found && found->index != i &&
			       strcmp(text_of(book, entity, i, table), text_of(book, entity, found->index, table)) == 0;
		targets[i] = is_ours ? found->index : NONE;
	}
	return targets;
}

/* --- who stands for whom ---------------------------------------------------------------------------------------------- */

static size_t first_of_circle(const size_t *targets, size_t from)
{
	size_t first = from;

	for (size_t at = targets[from]; at != from; at = targets[at])
		first = at < first ? at : first;
	return first;
}

/* Where the chain of a row ends. `walks` marks what this walk, named by its first row, has passed. */
static size_t find_head(const size_t *targets, const size_t *heads, size_t *walks, size_t index)
{
	size_t at = index;

	while (heads[at] == NONE && targets[at] != NONE && walks[at] != index) {
		walks[at] = index;
		at = targets[at];
	}
	if (heads[at] != NONE)
		return heads[at];
	return targets[at] == NONE ? at : first_of_circle(targets, at);
}

static void resolve(const size_t *targets, size_t len, size_t *heads, size_t *lens, struct arena *arena)
{
	size_t *walks = arena_new(arena, len, sizeof *walks);

	for (size_t i = 0; i < len; i++)
		heads[i] = walks[i] = NONE;
	for (size_t i = 0; i < len; i++) {
		size_t head = find_head(targets, heads, walks, i);
		for (size_t at = i; at != NONE && heads[at] == NONE; at = targets[at])
			heads[at] = head;
	}
	for (size_t i = 0; i < len; i++)
		lens[heads[i]]++;
}

static bool is_any_bundled(const struct workbook *book, enum entity entity)
{
	const struct field_info *into = field_of(entity, "merged_into");
	bool is_any = false;

	for (size_t i = 0; into && i < workbook_len(book, entity) && !is_any; i++)
		is_any = *text_of(book, entity, i, into);
	return is_any;
}

struct bundles bundles_of(const struct workbook *book, enum entity entity, struct arena *arena)
{
	struct bundles bundles = { .book = book, .entity = entity };
	size_t len = workbook_len(book, entity);

	if (!is_any_bundled(book, entity))
		return bundles;
	size_t *heads = arena_new(arena, len, sizeof *heads), *lens = arena_new(arena, len, sizeof *lens);
	resolve(read_targets(book, entity, arena), len, heads, lens, arena);
	bundles.heads = heads;
	bundles.lens = lens;
	return bundles;
}

size_t bundle_head(const struct bundles *bundles, size_t index)
{
	return bundles->heads ? bundles->heads[index] : index;
}

bool bundle_is_head(const struct bundles *bundles, size_t index)
{
	return bundle_head(bundles, index) == index;
}

size_t bundle_len(const struct bundles *bundles, size_t index)
{
	return bundles->lens ? bundles->lens[bundles->heads[index]] : 1;
}

size_t bundle_next(const struct bundles *bundles, size_t head, size_t from)
{
	size_t len = workbook_len(bundles->book, bundles->entity);

	while (bundles->heads && from < len && (bundles->heads[from] != head || from == head))
		from++;
	return bundles->heads ? from : len;
}

const struct row *bundle_head_of(const struct workbook *book, enum entity entity, const struct row *row)
{
	struct arena arena = { 0 };
	struct bundles bundles = bundles_of(book, entity, &arena);
	size_t i = 0;

	while (i < workbook_len(book, entity) && workbook_row(book, entity, i) != row)
		i++;
	const struct row *head = i < workbook_len(book, entity) ? workbook_row(book, entity, bundle_head(&bundles, i)) : row;
	arena_done(&arena);
	return head;
}

/* --- what is written -------------------------------------------------------------------------------------------------- */

static const char *target_of(const struct bundles *bundles, size_t index)
{
	return text_of(bundles->book, bundles->entity, index, field_of(bundles->entity, "merged_into"));
}

static const char *id_of(const struct bundles *bundles, size_t index)
{
	return index == NONE ? "" : workbook_row(bundles->book, bundles->entity, index)->id;
}

/* to NONE: it stands for itself. */
static void point(const struct bundles *bundles, size_t index, size_t to, struct batch *batch)
{
	const struct row *row = workbook_row(bundles->book, bundles->entity, index);

	if (strcmp(target_of(bundles, index), id_of(bundles, to)) == 0)
		return;
	batch_add(batch, bundles->entity, row->workshop, row->id);
	batch_set_text(batch, field_of(bundles->entity, "merged_into")->field, id_of(bundles, to));
}

/* What led to a row that goes leads to the bundle's head; if that was the row itself, the first of the others follows it. */
void bundle_drop(const struct bundles *bundles, size_t index, struct batch *batch)
{
	size_t head = bundle_head(bundles, index), len = workbook_len(bundles->book, bundles->entity);

	if (head == index)
		head = bundle_next(bundles, index, 0);
	for (size_t i = 0; bundle_len(bundles, index) > 1 && i < len; i++) {
		if (i == head)
			point(bundles, i, NONE, batch);
		else if (i != index && strcmp(target_of(bundles, i), id_of(bundles, index)) == 0)
			point(bundles, i, head, batch);
	}
}

void bundle_into(const struct bundles *bundles, size_t index, size_t to, struct batch *batch)
{
	size_t head = bundle_head(bundles, to);

	if (bundle_head(bundles, index) == head)
		return;
	if (!bundle_is_head(bundles, index))
		bundle_drop(bundles, index, batch);
	point(bundles, index, head, batch);
	/* In a circle, the head leads on to another row, which would now lead both bundles away. */
	point(bundles, head, NONE, batch);
}

void bundle_leave(const struct bundles *bundles, size_t index, struct batch *batch)
{
	bundle_drop(bundles, index, batch);
	point(bundles, index, NONE, batch);
}

void bundle_apart(const struct bundles *bundles, size_t index, struct batch *batch)
{
	size_t head = bundle_head(bundles, index);

	point(bundles, head, NONE, batch);
	for (size_t i = bundle_next(bundles, head, 0); i < workbook_len(bundles->book, bundles->entity);
	     i = bundle_next(bundles, head, i + 1))
		point(bundles, i, NONE, batch);
}
