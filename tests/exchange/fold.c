#include "fold.h"

#include <stdlib.h>
#include <string.h>

/* Rows are born one after the other. */
static struct stamp born_next(void)
{
	static struct stamp last;

	last = stamp_next(last, 0, 1);
	return last;
}

static struct row *row_of(struct workbook *book, enum entity entity, const struct fact *fact)
{
	const struct entity_info *info = &entity_infos[entity];
	size_t len = workbook_len(book, entity);
	struct row *row = workbook_find(book, entity, fact->id);

	if (row)
		return row;
	char *rows = arena_new(&book->arena, len + 1, info->size);
	if (len)
		memcpy(rows, workbook_row(book, entity, 0), len * info->size);
	row = (struct row *)(void *)(rows + len * info->size);
	row->id = arena_copy(&book->arena, fact->id);
	row->workshop = arena_copy(&book->arena, fact->workshop);
	row->born = born_next();
	for (size_t i = 0; i < info->fields_len; i++)
		row_set(row, &info->fields[i], (struct value){ .text = "" });
	workbook_set_rows(book, entity, rows, len + 1);
	return workbook_row(book, entity, len);
}

static void apply(struct workbook *book, const struct fact *fact)
{
	struct row *row = row_of(book, fact->entity, fact);

	for (size_t i = 0; i < fact->changes_len; i++) {
		struct value value = fact->changes[i].value;
		if (fact->changes[i].field->field == FIELD_gone) {
			row->gone = value.number;
			continue;
		}
		value.text = arena_copy(&book->arena, value.text);
		row_set(row, fact->changes[i].field, value);
	}
}

static const struct entity_info *sorting;

static int in_order(const void *a, const void *b)
{
	const struct row *one = a, *other = b;
	const struct field_info *field = entity_field(sorting, sorting->order);
	int apart = 0;

	if (!field)
		return stamp_compare(one->born, other->born);
	struct value left = row_value(one, field), right = row_value(other, field);
	if (field_type_is_text(field->type))
		apart = strcmp(left.text, right.text);
	else
		apart = (left.number > right.number) - (left.number < right.number);
	return apart ? apart : strcmp(one->id, other->id);
}

static void sort(struct workbook *book, const struct entity_info *info)
{
	size_t len = workbook_len(book, info->entity), kept = 0;
	char *rows = arena_new(&book->arena, len, info->size);

	for (size_t i = 0; i < len; i++) {
		struct row *row = workbook_row(book, info->entity, i);
		if (!row->gone)
			memcpy(rows + kept++ * info->size, row, info->size);
	}
	sorting = info;
	qsort(rows, kept, info->size, in_order);
	workbook_set_rows(book, info->entity, rows, kept);
}

void fold_batch(struct workbook *book, struct batch *batch)
{
	for (size_t i = 0; i < batch->len; i++)
		apply(book, &batch->facts[i]);
	batch_done(batch);
	for (size_t i = 0; i < ENTITY_COUNT; i++)
		sort(book, &entity_infos[i]);
}

static struct moment now_of(void *ctx)
{
	return ((struct fold_env *)ctx)->now;
}

/* Ids are read from the bytes' low five bits, the last byte last: they count up, so that rows are easily told apart. */
static void count_up(void *ctx, void *bytes, size_t len)
{
	struct fold_env *env = ctx;
	unsigned char *at = bytes;
	uint64_t number = ++env->drawn;

	for (size_t i = len; i-- > 0; number /= 32)
		at[i] = number % 32;
}

void fold_env_init(struct fold_env *env, int64_t wall_ms)
{
	*env = (struct fold_env){
		.env = { now_of, count_up, env },
		.now = { .wall_ms = wall_ms, .boot_ms = 1000000, .mono_ms = 1000000, .boot_id = 1 },
	};
}

void fold_env_go(struct fold_env *env, int64_t ms)
{
	env->now.wall_ms += ms;
	env->now.boot_ms += ms;
	env->now.mono_ms += ms;
}
