#include "calling.h"

#include "base/mem.h"
#include "domain/entity.h"
#include "inside.h"

#include <stdlib.h>

enum { STEPS_MAX = 3 }; /* from a row to one it refers to; a damaged file may have them in a ring */

static const char kind_sql[] = "SELECT kind FROM fact WHERE entity = ?1 LIMIT 1";

static int prepare(struct store *store, const char *sql, const char *id, sqlite3_stmt **ret_stmt)
{
	int rc = sqlite3_prepare_v2(store->main.db, sql, -1, ret_stmt, NULL);

	return rc == SQLITE_OK ? sqlite3_bind_text(*ret_stmt, 1, id, -1, SQLITE_TRANSIENT) : rc;
}

static int find_kind(struct store *store, const char *id, const struct entity_info **ret_info)
{
	sqlite3_stmt *stmt = NULL;
	int rc = prepare(store, kind_sql, id, &stmt);

	*ret_info = NULL;
	if (rc == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW)
		*ret_info = entity_of_name(sql_text(stmt, 0));
	sqlite3_finalize(stmt);
	return rc == SQLITE_ROW || rc == SQLITE_DONE ? SQLITE_OK : rc;
}

/* What a row is called by, best first: its own words, or those of a row it refers to. */
static const char *const own[] = { "title", "name", "text", "number", NULL };
static const char *const others[] = { "person", "card", "offer", "table", NULL };

/* The first of the fields so named that says something. */
static int add_first(struct store *store, const struct entity_info *info, const char *id, const char *const *names, struct buf *out)
{
	struct buf sql = { 0 };
	sqlite3_stmt *stmt = NULL;

	buf_add_text(&sql, "SELECT coalesce(NULL");
	for (; *names; names++) {
		const struct field_info *field = entity_field(info, *names);
		if (field && field->reach != REACH_SEALED)
			buf_addf(&sql, ", nullif(nullif(\"%s\", ''), 0)", field->name);
	}
	buf_addf(&sql, ", '') FROM \"%s\" WHERE id = ?1", info->name);
	int rc = prepare(store, buf_text(&sql), id, &stmt);
	if (rc == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW)
		buf_add_text(out, sql_text(stmt, 0));
	sqlite3_finalize(stmt);
	buf_done(&sql);
	return rc == SQLITE_ROW || rc == SQLITE_DONE ? SQLITE_OK : rc;
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
			rc = add_first(store, info, at, own, out);
		if (rc == SQLITE_OK && info && out->len == before)
			rc = add_first(store, info, at, others, &next);
		free(at);
	}
	buf_done(&next);
	return rc;
}
