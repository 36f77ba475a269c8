#include "merge_parts.h"

#include "base/mem.h"
#include "calling.h"
#include "project.h"

#include <stdlib.h>
#include <string.h>

/* Rows that were here before and of which something new was told. ?1 the last place in the log before. */
static const char both_sql[] = "SELECT entity, (SELECT kind FROM fact AS k WHERE k.entity = t.entity LIMIT 1) FROM touched AS t"
			       " WHERE EXISTS (SELECT 1 FROM fact AS f WHERE f.entity = t.entity AND f.seq <= ?1)";
/* In the order in which they win. ?1 entity, ?2 as above. */
static const char members_sql[] = "SELECT f.seq > ?2, f.stamp, f.hash, j.key, j.value FROM fact AS f, json_each(f.body) AS j"
				  " WHERE f.entity = ?1 ORDER BY f.stamp, j.value";

enum side { OURS, THEIRS, SIDES };
enum { MEMBER_NEW, MEMBER_STAMP, MEMBER_HASH, MEMBER_KEY, MEMBER_VALUE };

/* What each side said last of each column, and which of them was the later. */
struct versions {
	const char *said[ROW_COLUMNS_MAX][SIDES];
	enum side last[ROW_COLUMNS_MAX];
};

/* What both know is nobody's version. */
static int note_member(sqlite3_stmt *stmt, struct source *source, const char *entity, const struct entity_info *info,
		       struct versions *versions, struct arena *arena)
{
	const struct field_info *field = entity_field(info, sql_text(stmt, MEMBER_KEY));
	enum side side = sqlite3_column_int(stmt, MEMBER_NEW) ? THEIRS : OURS;
	struct stamp stamp;
	int rc = SQLITE_OK;

	if (!field || !sql_stamp(stmt, MEMBER_STAMP, &stamp))
		return SQLITE_OK;
	if (side == OURS && fact_is_there(source->has, entity, stamp, sqlite3_column_int64(stmt, MEMBER_HASH), &rc))
		return rc;
	versions->said[row_column_of(info, field)][side] = arena_copy(arena, sql_text(stmt, MEMBER_VALUE));
	versions->last[row_column_of(info, field)] = side;
	return rc;
}

static void add_conflict(struct merge_result *result, struct merge_conflict conflict)
{
	bool is_full = (result->conflicts_len & (result->conflicts_len - 1)) == 0; /* at 0, 1, 2, 4, … */

	if (is_full)
		result->conflicts = mem_grow(result->conflicts, result->conflicts_len ? 2 * result->conflicts_len : 1,
					     sizeof *result->conflicts);
	result->conflicts[result->conflicts_len++] = conflict;
}

/* In people's words, where there are any. */
static const char *name_of(struct store *store, const char *id, const char *otherwise, struct arena *arena, int *rc)
{
	struct buf name = { 0 };

	if (*rc == SQLITE_OK && *id)
		*rc = calling_add(store, id, &name);
	const char *copy = arena_copy(arena, name.len ? buf_text(&name) : otherwise);
	buf_done(&name);
	return copy;
}

static const char *said(struct store *store, const struct field_info *field, const char *value, struct arena *arena, int *rc)
{
	return field->type == FIELD_TYPE_REF ? name_of(store, value, value, arena, rc) : arena_copy(arena, value);
}

static int keep_conflicts(struct store *store, const struct versions *versions, const struct entity_info *info, const char *entity,
			  struct merge_result *result)
{
	int rc = SQLITE_OK;

	for (size_t i = 0; i < row_columns(info); i++) {
		const struct field_info *field = row_column(info, i);
		const char *ours = versions->said[i][OURS], *theirs = versions->said[i][THEIRS];
		bool is_theirs = versions->last[i] == THEIRS;
		if (!ours || !theirs || strcmp(ours, theirs) == 0)
			continue;
		add_conflict(result, (struct merge_conflict){
					     .entity = info->entity,
					     .id = arena_copy(&result->arena, entity),
					     .name = name_of(store, entity, "", &result->arena, &rc),
					     .field = field,
					     .kept = said(store, field, is_theirs ? theirs : ours, &result->arena, &rc),
					     .other = said(store, field, is_theirs ? ours : theirs, &result->arena, &rc),
					     .kept_is_theirs = is_theirs,
				     });
	}
	return rc;
}

static int compare_row(struct store *store, sqlite3_stmt *members, struct source *source, int64_t before, const char *entity,
		       const struct entity_info *info, struct merge_result *result)
{
	struct versions versions = { 0 };
	struct arena arena = { 0 };
	int rc = sqlite3_bind_text(members, 1, entity, -1, SQLITE_STATIC), noted = SQLITE_OK;

	if (rc == SQLITE_OK)
		rc = sqlite3_bind_int64(members, 2, before);
	while (rc == SQLITE_OK && noted == SQLITE_OK && (rc = sqlite3_step(members)) == SQLITE_ROW) {
		noted = note_member(members, source, entity, info, &versions, &arena);
		rc = SQLITE_OK;
	}
	rc = sql_end(members, rc);
	if (rc == SQLITE_OK && noted == SQLITE_OK)
		noted = keep_conflicts(store, &versions, info, entity, result);
	arena_done(&arena);
	return rc == SQLITE_OK ? noted : rc;
}

int versions_compare(struct store *store, struct source *source, int64_t before, struct merge_result *result)
{
	sqlite3_stmt *both = NULL, *members = NULL;
	int rc = sqlite3_prepare_v2(store->main.db, both_sql, -1, &both, NULL), compared = SQLITE_OK;

	if (rc == SQLITE_OK)
		rc = sqlite3_prepare_v2(store->main.db, members_sql, -1, &members, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_bind_int64(both, 1, before);
	while (rc == SQLITE_OK && compared == SQLITE_OK && (rc = sqlite3_step(both)) == SQLITE_ROW) {
		const struct entity_info *info = entity_of_name(sql_text(both, 1));
		if (info)
			compared = compare_row(store, members, source, before, sql_text(both, 0), info, result);
		rc = SQLITE_OK;
	}
	if (rc == SQLITE_DONE)
		rc = SQLITE_OK;
	sqlite3_finalize(both);
	sqlite3_finalize(members);
	return rc == SQLITE_OK ? compared : rc;
}
