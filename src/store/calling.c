#include "calling.h"

#include "base/mem.h"
#include "domain/entity.h"
#include "inside.h"

#include <stdlib.h>

enum { STEPS_MAX = 3 }; /* from a row to one it refers to; a damaged file may have them in a ring */

static int find_kind(struct store *store, const char *id, const struct entity_info **ret_info)
{
	sqlite3_stmt *stmt = sql_get(store, SQL_ROW_KIN);
	int rc = stmt ? sqlite3_bind_text(stmt, 1, id, -1, SQLITE_STATIC) : sqlite3_extended_errcode(store->main.db);

	*ret_info = NULL;
	if (rc == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW)
		*ret_info = entity_of_name(sql_text(stmt, 0));
	return stmt ? sql_end(stmt, rc) : rc;
}

/* What a row is called by, best first: its own words, or those of a row it refers to. */
static const char *const names[CALLINGS][5] = {
	[CALLED_ITSELF] = { "title", "name", "text", "number" },
	[CALLED_AS_ANOTHER] = { "person", "card", "offer", "table" },
};

/* The first of the fields so named that says something. */
static sqlite3_stmt *calling_get(struct store *store, const struct entity_info *info, enum calling which)
{
	sqlite3_stmt **slot = &store->callings[info->entity][which];
	struct buf sql = { 0 };

	if (*slot)
		return *slot;
	buf_add_text(&sql, "SELECT coalesce(NULL");
	for (const char *const *name = names[which]; *name; name++) {
		const struct field_info *field = entity_field(info, *name);
		if (field && field->reach != REACH_SEALED)
			buf_addf(&sql, ", nullif(nullif(\"%s\", ''), 0)", field->name);
	}
	buf_addf(&sql, ", '') FROM \"%s\" WHERE id = ?1", info->name);
	sql_keep(store, slot, buf_text(&sql));
	buf_done(&sql);
	return *slot;
}

static int add_first(struct store *store, const struct entity_info *info, const char *id, enum calling which, struct buf *out)
{
	sqlite3_stmt *stmt = calling_get(store, info, which);
	int rc = stmt ? sqlite3_bind_text(stmt, 1, id, -1, SQLITE_STATIC) : sqlite3_extended_errcode(store->main.db);

	if (rc == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW)
		buf_add_text(out, sql_text(stmt, 0));
	return stmt ? sql_end(stmt, rc) : rc;
}

int calling_add(struct store *store, const char *id, struct buf *out)
{
	const struct entity_info *info = NULL;
	struct buf next = { 0 };
	size_t before = out->len;
	int rc = SQLITE_OK;

	buf_add_text(&next, id);
	for (int i = 0; rc == SQLITE_OK && next.len && i < STEPS_MAX; i++) {
		char *at = mem_copy(buf_text(&next));
		buf_clear(&next);
		rc = find_kind(store, at, &info);
		if (rc == SQLITE_OK && info)
			rc = add_first(store, info, at, CALLED_ITSELF, out);
		if (rc == SQLITE_OK && info && out->len == before)
			rc = add_first(store, info, at, CALLED_AS_ANOTHER, &next);
		free(at);
	}
	buf_done(&next);
	return rc;
}
