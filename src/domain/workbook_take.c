/* workbook_take.c - what has changed, without reading the whole file again. */
#include "domain/workbook.h"

#include <assert.h>
#include <string.h>

enum { ROOM_MIN = 16 };

/* As lists are read: by the entity's order, then by id. */
static int compare_rows(const struct entity_info *info, const struct row *a, const struct row *b)
{
	const struct field_info *field = entity_field(info, info->order);
	struct value x = { "", 0 }, y = { "", 0 };
	int order;

	if (field) {
		x = row_value(a, field);
		y = row_value(b, field);
		order = field_type_is_text(field->type) ? strcmp(x.text, y.text) : (x.number > y.number) - (x.number < y.number);
	} else {
		order = stamp_compare(a->born, b->born);
	}
	return order ? order : strcmp(a->id, b->id);
}

static char *rows_with_room(struct workbook *book, const struct entity_info *info, size_t len)
{
	char *old = len ? (char *)workbook_row(book, info->entity, 0) : NULL;
	size_t *room = &book->room[info->entity];

	if (len && len < *room)
		return old;
	*room = len < ROOM_MIN ? ROOM_MIN : len * 2;
	char *rows = arena_new(&book->arena, *room, info->size);
	if (len)
		memcpy(rows, old, len * info->size);
	return rows;
}

/* Behind all that do not come after it. */
static size_t place_of(const struct workbook *book, const struct entity_info *info, const struct row *row)
{
	size_t from = 0, to = workbook_len(book, info->entity);

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (compare_rows(info, row, workbook_row(book, info->entity, middle)) < 0)
			to = middle;
		else
			from = middle + 1;
	}
	return from;
}

static void insert_row(struct workbook *book, const struct entity_info *info, const struct row *row)
{
	size_t at = place_of(book, info, row), len = workbook_len(book, info->entity);
	char *rows = rows_with_room(book, info, len);

	memmove(rows + (at + 1) * info->size, rows + at * info->size, (len - at) * info->size);
	memcpy(rows + at * info->size, row, info->size);
	workbook_set_rows(book, info->entity, rows, len + 1);
}

static void read_fact(struct arena *arena, const struct entity_info *info, const struct fact *fact, struct row *row)
{
	row->id = arena_copy(arena, fact->id);
	row->workshop = arena_copy(arena, fact->workshop);
	row->born = fact->stamp;
	for (size_t i = 0; i < info->fields_len; i++)
		row_set(row, &info->fields[i], (struct value){ "", 0 });
	for (size_t i = 0; i < fact->changes_len; i++) {
		struct value value = fact->changes[i].value;
		value.text = arena_copy(arena, value.text);
		row_set(row, fact->changes[i].field, value);
	}
}

void workbook_take(struct workbook *book, const struct batch *batch)
{
	for (size_t i = 0; i < batch->len; i++) {
		const struct fact *fact = &batch->facts[i];
		const struct entity_info *info = &entity_infos[fact->entity];
		struct row *row = arena_new(&book->arena, 1, info->size);

		assert(!workbook_find(book, fact->entity, fact->id));
		read_fact(&book->arena, info, fact, row);
		insert_row(book, info, row);
	}
}

void workbook_drop_row(struct workbook *book, enum entity entity, const char *id)
{
	size_t len = workbook_len(book, entity), size = entity_infos[entity].size;
	char *row = (char *)workbook_find(book, entity, id);

	if (!row)
		return;
	char *rows = (char *)workbook_row(book, entity, 0);
	memmove(row, row + size, (size_t)(rows + len * size - (row + size)));
	workbook_set_rows(book, entity, rows, len - 1);
	if (book->room[entity] < len)
		book->room[entity] = len;
}

void workbook_put_row(struct workbook *book, enum entity entity, const struct row *row)
{
	workbook_drop_row(book, entity, row->id);
	insert_row(book, &entity_infos[entity], row);
}
