#include "imported.h"

#include "base/env.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

void imported_apply(struct workbook *book, enum entity entity, const struct batch *batch)
{
	const struct entity_info *info = &entity_infos[entity];
	size_t len = workbook_len(book, entity);
	char *rows = arena_new(&book->arena, len + batch->len, info->size);

	for (size_t i = 0; i < len; i++)
		memcpy(rows + i * info->size, workbook_row(book, entity, i), info->size);
	for (size_t i = 0; i < batch->len; i++) {
		const struct fact *fact = &batch->facts[i];
		size_t at = 0;
		if (fact->entity != entity)
			continue;
		while (at < len && strcmp(((struct row *)(rows + at * info->size))->id, fact->id) != 0)
			at++;
		struct row *row = (struct row *)(rows + at * info->size);
		for (size_t k = 0; at == len && k < info->fields_len; k++)
			row_set(row, &info->fields[k], (struct value){ .text = "" });
		len += at == len;
		row->id = arena_copy(&book->arena, fact->id);
		row->workshop = "";
		for (size_t k = 0; k < fact->changes_len; k++) {
			struct value value = fact->changes[k].value;
			value.text = arena_copy(&book->arena, value.text);
			row_set(row, fact->changes[k].field, value);
		}
	}
	workbook_set_rows(book, entity, rows, len);
}

static size_t facts_of(const struct batch *batch, enum entity entity)
{
	size_t len = 0;

	for (size_t i = 0; i < batch->len; i++)
		len += batch->facts[i].entity == entity;
	return len;
}

struct import_result imported_with(struct workbook *book, enum entity entity, const char *text,
				   const struct import_options *options)
{
	struct batch batch = { 0 };
	struct import_result result = { 0 };
	struct fault fault = { 0 };

	if (import_rows(text, strlen(text), entity, book, options, &env_system, &batch, &result, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	if (batch_check(&batch, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	assert_int_equal(facts_of(&batch, entity), result.added + result.changed);
	imported_apply(book, entity, &batch);
	batch_done(&batch);
	return result;
}

struct import_result imported(struct workbook *book, enum entity entity, const char *text)
{
	return imported_with(book, entity, text, &(struct import_options){ 0 });
}

void assert_counts(struct import_result *result, const char *expected)
{
	char seen[100];

	snprintf(seen, sizeof seen, "%zu %zu %zu %zu", result->added, result->changed, result->same,
		 result->refused_len);
	assert_string_equal(seen, expected);
	import_result_done(result);
}
