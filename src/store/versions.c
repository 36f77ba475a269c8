#include "versions.h"

#include "base/mem.h"
#include "inside.h"
#include "lineage.h"
#include "node.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void store_sign(struct store *store, const char *role, int64_t table)
{
	store->signature[0] = '\0';
	if (role)
		snprintf(store->signature, sizeof store->signature, "%s/%d/%d", role, (int)table, (int)getpid());
}

static enum version_place place_of(struct store *store, const struct saying *saying)
{
	if (!store->node)
		store->node = node_id(store->env);
	if (stamp_node(saying->stamp) != store->node)
		return VERSION_ELSEWHERE;
	size_t len = strlen(store->signature);
	bool is_mine = *saying->knew && len && strncmp(saying->knew + 1, store->signature, len) == 0 &&
		       strchr(" ", saying->knew[1 + len]);
	return is_mine ? VERSION_THIS_CONSOLE : VERSION_THIS_COMPUTER;
}

/* Versions grow outside the arena, and move into it when their number is known. */
struct list {
	struct store *store;
	struct arena *arena;
	struct version *at;
	size_t len;
};

static struct version version_of(const struct list *list, const char *id, const struct saying *saying)
{
	struct version version = { .id = id, .field = saying->field, .stamp = saying->stamp, .value = { "", 0 } };
	unsigned code = 0;
	int table = 0;

	if (saying->field->type == FIELD_TYPE_CODE) {
		code_of_text(saying->field->codes, saying->value, &code);
		version.value.number = code;
	} else {
		version.value.text = arena_copy(list->arena, saying->value);
	}
	if (sscanf(saying->knew, "@%11[a-z]/%d", version.role, &table) == 2)
		version.table = table;
	version.place = place_of(list->store, saying);
	return version;
}

/* The same words said by two people are one version, the newest; `first`: where those of the field begin. */
static bool is_listed(const struct list *list, size_t first, const struct version *wanted)
{
	for (size_t i = first; i < list->len; i++)
		if (list->at[i].value.number == wanted->value.number && strcmp(list->at[i].value.text, wanted->value.text) == 0)
			return true;
	return false;
}

static void add(struct list *list, size_t first, struct version version)
{
	if (is_listed(list, first, &version))
		return;
	list->at = mem_grow(list->at, list->len + 1, sizeof *list->at);
	list->at[list->len++] = version;
}

static void add_field(struct list *list, const struct lineage *lineage, const char *id, const struct field_info *field)
{
	const struct saying *standing = lineage_standing(lineage, field);
	size_t first = list->len;

	if (!standing)
		return;
	add(list, first, version_of(list, id, standing));
	for (size_t i = lineage->len; i-- > 0;)
		if (lineage->at[i].field == field && lineage_is_other(lineage, &lineage->at[i]))
			add(list, first, version_of(list, id, &lineage->at[i]));
}

/* The letter, which is sealed, is nobody's to choose in passing. */
static int add_row(struct list *list, const struct entity_info *info, const char *id, const char *fields, struct store_reach reach)
{
	struct lineage lineage = { 0 };
	char name[32];
	int used, rc = lineage_load(list->store, info, id, &lineage);

	for (; rc == SQLITE_OK && sscanf(fields, "%31s %n", name, &used) == 1; fields += used) {
		const struct field_info *field = entity_field(info, name);
		if (field && field->reach <= reach.reach && field->reach != REACH_SEALED)
			add_field(list, &lineage, id, field);
	}
	lineage_done(&lineage);
	return rc;
}

/* A card that is kept from a reader is not in the book. */
static bool is_kept_back(const struct workbook *book, const struct entity_info *info, const char *id)
{
	return info->entity == ENTITY_card && !workbook_card(book, id);
}

static int add_rows(struct list *list, sqlite3_stmt *stmt, struct store_reach reach, const struct workbook *book)
{
	int rc;

	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		const struct entity_info *info = entity_of_name(sql_text(stmt, 1));
		const char *id = arena_copy(list->arena, sql_text(stmt, 0));
		bool is_read = info && !is_kept_back(book, info, id);
		rc = is_read ? add_row(list, info, id, sql_text(stmt, 2), reach) : SQLITE_OK;
		if (rc != SQLITE_OK)
			break;
	}
	return sql_end(stmt, rc);
}

int versions_load(struct store *store, const char *workshop, struct store_reach reach, struct workbook *book)
{
	sqlite3_stmt *stmt = sql_get(store, SQL_CONTEST_LOAD);
	struct list list = { .store = store, .arena = &book->arena };
	int rc = stmt ? sqlite3_bind_text(stmt, 1, workshop, -1, SQLITE_STATIC) : sqlite3_extended_errcode(store->main.db);

	/* What stands in the directory is chosen from where the directory is written. */
	if (rc == SQLITE_OK)
		rc = sqlite3_bind_int(stmt, 2, reach.reach == REACH_PRIVATE);
	if (rc == SQLITE_OK)
		rc = add_rows(&list, stmt, reach, book);
	if (rc == SQLITE_OK) {
		book->versions = (struct version_list){ arena_new(&book->arena, list.len, sizeof *list.at), list.len };
		if (list.len)
			memcpy(book->versions.at, list.at, list.len * sizeof *list.at);
	}
	free(list.at);
	return rc;
}
