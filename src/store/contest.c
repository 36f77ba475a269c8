#include "contest.h"

#include "base/buf.h"
#include "inside.h"

#include <string.h>

/* The names of a row's contested fields, each with a blank behind it. */
static void list_fields(const struct lineage *lineage, struct buf *fields)
{
	const struct saying *standing[ROW_COLUMNS_MAX] = { NULL };
	bool is_contested[ROW_COLUMNS_MAX] = { false };

	for (size_t i = lineage->len; i-- > 0;) {
		const struct saying *saying = &lineage->at[i];
		size_t column = row_column_of(lineage->info, saying->field);
		if (!standing[column])
			standing[column] = saying;
		is_contested[column] |= !saying->is_past && strcmp(saying->value, standing[column]->value) != 0;
	}
	for (size_t i = 0; i < row_columns(lineage->info); i++)
		if (is_contested[i] && lineage_has(row_column(lineage->info, i)))
			buf_addf(fields, "%s ", row_column(lineage->info, i)->name);
}

int contest_note(struct store *store, const struct lineage *lineage)
{
	struct buf fields = { 0 };

	if (!lineage->is_tied)
		return SQLITE_OK;
	list_fields(lineage, &fields);
	sqlite3_stmt *stmt = sql_get(store, fields.len ? SQL_CONTEST_PUT : SQL_CONTEST_DROP);
	if (stmt)
		sqlite3_bind_text(stmt, 1, lineage->id, -1, SQLITE_STATIC);
	if (stmt && fields.len) {
		sqlite3_bind_text(stmt, 2, lineage->info->name, -1, SQLITE_STATIC);
		sqlite3_bind_text(stmt, 3, lineage->workshop, -1, SQLITE_STATIC);
		sqlite3_bind_text(stmt, 4, buf_text(&fields), -1, SQLITE_STATIC);
	}
	int rc = sql_run(store, stmt);
	buf_done(&fields);
	return rc;
}

/* --- looking --------------------------------------------------------------------------------------------------------------- */

static bool says_the_same(sqlite3_stmt *stmt, const struct lineage *lineage, const char *fields)
{
	return strcmp(sql_text(stmt, 0), lineage->workshop) == 0 && strcmp(sql_text(stmt, 1), lineage->info->name) == 0 &&
	       strcmp(sql_text(stmt, 2), fields) == 0;
}

int contest_compare(struct store *store, const struct lineage *lineage, struct contest_tally *tally)
{
	struct buf fields = { 0 };

	if (!lineage->is_tied)
		return SQLITE_OK;
	sqlite3_stmt *stmt = sql_get(store, SQL_CONTEST_GET);
	int rc = stmt ? sqlite3_bind_text(stmt, 1, lineage->id, -1, SQLITE_STATIC) : sqlite3_extended_errcode(store->main.db);
	if (rc != SQLITE_OK)
		return rc;
	list_fields(lineage, &fields);
	rc = sqlite3_step(stmt);
	bool is_there = rc == SQLITE_ROW;
	bool is_same = is_there ? says_the_same(stmt, lineage, buf_text(&fields)) : !fields.len;
	tally->there += is_there;
	tally->wrong += !is_same;
	buf_done(&fields);
	return sql_end(stmt, rc);
}

int contest_compare_counts(struct store *store, struct contest_tally *tally)
{
	int64_t rows = 0;
	int rc = connection_number(&store->main, "SELECT count(*) FROM contest", &rows);

	if (rc == SQLITE_OK && rows > tally->there)
		tally->wrong += rows - tally->there;
	return rc;
}
