#include "domain/workbook.h"

#include <assert.h>
#include <string.h>

/* Where each entity's list stands in the workbook. A typed list is a pointer and a length; they are moved as bytes, since
 * their pointer types differ. */
#define ENTITY(entity, plural, home, order) [ENTITY_##entity] = offsetof(struct workbook, plural),
#define FIELD(entity, member, type, limit, reach, erasable)
#define END_ENTITY(entity)
static const size_t list_offset[ENTITY_COUNT] = {
#include "domain/fields.def"
};

struct rows {
	char *at;
	size_t len;
};
static_assert(sizeof(struct rows) == sizeof(struct offer_list), "all lists are alike");

static struct rows rows_of(const struct workbook *book, enum entity entity)
{
	struct rows rows;

	memcpy(&rows, (const char *)book + list_offset[entity], sizeof rows);
	return rows;
}

void workbook_set_rows(struct workbook *book, enum entity entity, void *at, size_t len)
{
	struct rows rows = { at, len };

	memcpy((char *)book + list_offset[entity], &rows, sizeof rows);
}

void workbook_done(struct workbook *book)
{
	arena_done(&book->arena);
	*book = (struct workbook){ 0 };
}

size_t workbook_len(const struct workbook *book, enum entity entity)
{
	return rows_of(book, entity).len;
}

struct row *workbook_row(const struct workbook *book, enum entity entity, size_t index)
{
	struct rows rows = rows_of(book, entity);

	assert(index < rows.len);
	return (struct row *)(void *)(rows.at + index * entity_infos[entity].size);
}

struct row *workbook_find(const struct workbook *book, enum entity entity, const char *id)
{
	size_t len = workbook_len(book, entity);

	for (size_t i = 0; *id && i < len; i++) {
		struct row *row = workbook_row(book, entity, i);
		if (strcmp(row->id, id) == 0)
			return row;
	}
	return NULL;
}

const struct workshop *workbook_workshop(const struct workbook *book)
{
	return book->workshops.len ? &book->workshops.at[0] : NULL;
}

const struct item *workbook_item(const struct workbook *book, const char *id)
{
	return (const struct item *)workbook_find(book, ENTITY_item, id);
}

const struct table *workbook_table_by_id(const struct workbook *book, const char *id)
{
	return (const struct table *)workbook_find(book, ENTITY_table, id);
}

const struct card *workbook_card(const struct workbook *book, const char *id)
{
	return (const struct card *)workbook_find(book, ENTITY_card, id);
}

const struct table *workbook_table(const struct workbook *book, int64_t number)
{
	for (size_t i = 0; i < book->tables.len; i++)
		if (book->tables.at[i].number == number)
			return &book->tables.at[i];
	return NULL;
}

const struct storyline *workbook_storyline(const struct workbook *book, const char *table)
{
	size_t i = workbook_next(book, FIELD_storyline_table, table, 0);

	return i < book->storylines.len ? &book->storylines.at[i] : NULL;
}

const struct case_story *workbook_case(const struct workbook *book)
{
	return book->case_stories.len ? &book->case_stories.at[0] : NULL;
}

const struct case_story *workbook_case_of(const struct workbook *book, const struct item *item)
{
	for (size_t i = 0; item->round && i < book->case_stories.len; i++)
		if (book->case_stories.at[i].number == item->round)
			return &book->case_stories.at[i];
	return item->round ? NULL : workbook_case(book);
}

const struct letter *workbook_letter(const struct workbook *book)
{
	return book->letters.len ? &book->letters.at[0] : NULL;
}

size_t workbook_next(const struct workbook *book, enum field field, const char *id, size_t from)
{
	enum entity entity = field_entity(field);
	const struct field_info *info = field_info_of(field);
	size_t len = workbook_len(book, entity);

	for (size_t i = from; i < len; i++)
		if (strcmp(row_value(workbook_row(book, entity, i), info).text, id) == 0)
			return i;
	return len;
}

const struct version *workbook_versions(const struct workbook *book, const char *id, enum field field, size_t *ret_len)
{
	const struct version *first = NULL;

	*ret_len = 0;
	for (size_t i = 0; i < book->versions.len; i++) {
		const struct version *version = &book->versions.at[i];
		if (version->field->field != field || strcmp(version->id, id) != 0)
			continue;
		if (!first)
			first = version;
		++*ret_len;
	}
	return first;
}
