#include "contest.h"

#include "base/buf.h"
#include "inside.h"

#include <string.h>

/* --- folding --------------------------------------------------------------------------------------------------------------- */

static bool is_contested(const struct lineage *lineage, const struct field_info *field)
{
	for (size_t i = 0; i < lineage->len; i++)
		if (lineage->at[i].field == field && lineage_is_other(lineage, &lineage->at[i]))
			return true;
	return false;
}

/* The names of a row's contested fields, each with a blank behind it. */
static int list_fields(struct store *store, const struct entity_info *info, const char *id, struct buf *fields)
{
	struct lineage lineage = { 0 };
	int rc = lineage_load(store, info, id, &lineage);

	for (size_t i = 0; rc == SQLITE_OK && i < info->fields_len; i++)
		if (is_contested(&lineage, &info->fields[i]))
			buf_addf(fields, "%s ", info->fields[i].name);
	lineage_done(&lineage);
	return rc;
}

int contest_note(struct store *store, const struct entity_info *info, const char *workshop, const char *id)
{
	struct buf fields = { 0 };
	int rc = list_fields(store, info, id, &fields);
	sqlite3_stmt *stmt = rc == SQLITE_OK ? sql_get(store, fields.len ? SQL_CONTEST_PUT : SQL_CONTEST_DROP) : NULL;

	if (stmt)
		sqlite3_bind_text(stmt, 1, id, -1, SQLITE_STATIC);
	if (stmt && fields.len) {
		sqlite3_bind_text(stmt, 2, info->name, -1, SQLITE_STATIC);
		sqlite3_bind_text(stmt, 3, workshop, -1, SQLITE_STATIC);
		sqlite3_bind_text(stmt, 4, buf_text(&fields), -1, SQLITE_STATIC);
	}
	if (rc == SQLITE_OK)
		rc = sql_run(store, stmt);
	buf_done(&fields);
	return rc;
}

/* Rows that a sentence gives as id, kind, workshop. */
typedef int visit_row(struct store *store, const struct entity_info *info, const char *workshop, const char *id, void *ctx);

static int each_row(struct store *store, enum sentence which, visit_row *visit, void *ctx)
{
	sqlite3_stmt *stmt = sql_get(store, which);
	int rc = stmt ? SQLITE_OK : sqlite3_extended_errcode(store->main.db);

	while (rc == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		const struct entity_info *info = entity_of_name(sql_text(stmt, 1));
		rc = info ? visit(store, info, sql_text(stmt, 2), sql_text(stmt, 0), ctx) : SQLITE_OK;
	}
	return stmt ? sql_end(stmt, rc) : rc;
}

static int note_row(struct store *store, const struct entity_info *info, const char *workshop, const char *id, void *ctx)
{
	(void)ctx;
	return contest_note(store, info, workshop, id);
}

int contest_rebuild(struct store *store)
{
	int rc = connection_run(&store->main, "DELETE FROM contest");

	return rc == SQLITE_OK ? each_row(store, SQL_CONTEST_EACH_TIED, note_row, NULL) : rc;
}

int contest_touched(struct store *store)
{
	return each_row(store, SQL_CONTEST_EACH_TOUCHED, note_row, NULL);
}

/* --- looking --------------------------------------------------------------------------------------------------------------- */

struct comparison {
	int64_t there, wrong;
};

static bool says_the_same(sqlite3_stmt *stmt, const char *workshop, const struct entity_info *info, const char *fields)
{
	return strcmp(sql_text(stmt, 0), workshop) == 0 && strcmp(sql_text(stmt, 1), info->name) == 0 &&
	       strcmp(sql_text(stmt, 2), fields) == 0;
}

static int compare_row(struct store *store, const struct entity_info *info, const char *workshop, const char *id, void *ctx)
{
	struct comparison *comparison = ctx;
	struct buf fields = { 0 };
	int rc = list_fields(store, info, id, &fields);
	sqlite3_stmt *stmt = rc == SQLITE_OK ? sql_get(store, SQL_CONTEST_GET) : NULL;

	if (rc == SQLITE_OK && !stmt)
		rc = sqlite3_extended_errcode(store->main.db);
	if (stmt) {
		sqlite3_bind_text(stmt, 1, id, -1, SQLITE_STATIC);
		rc = sqlite3_step(stmt);
		bool is_there = rc == SQLITE_ROW;
		bool is_same = is_there ? says_the_same(stmt, workshop, info, buf_text(&fields)) : !fields.len;
		comparison->there += is_there;
		comparison->wrong += !is_same;
		rc = sql_end(stmt, rc);
	}
	buf_done(&fields);
	return rc;
}

int contest_compare(struct store *store, int64_t *ret_wrong)
{
	struct comparison comparison = { 0 };
	int64_t rows = 0;
	int rc = each_row(store, SQL_CONTEST_EACH_TIED, compare_row, &comparison);

	if (rc == SQLITE_OK)
		rc = connection_number(&store->main, "SELECT count(*) FROM contest", &rows);
	*ret_wrong = comparison.wrong + (rows > comparison.there ? rows - comparison.there : 0);
	return rc;
}
