#include "project.h"

#include "contest.h"
#include "inside.h"

#include <string.h>

sqlite3_stmt *row_get(struct store *store, const struct entity_info *info, enum row_sentence which)
{
	sqlite3_stmt **slot = &store->rows[info->entity][which];
	struct buf sql = { 0 };

	if (*slot)
		return *slot;
	row_sql(info, which, &sql);
	sql_keep(store, slot, buf_text(&sql));
	buf_done(&sql);
	return *slot;
}

/* The row being folded, with copies of its texts. */
struct folding {
	const struct entity_info *info; /* NULL: none, or of a kind we do not know */
	struct arena arena;
	struct cells cells;
};

enum { EACH_ENTITY, EACH_KIND, EACH_WORKSHOP, EACH_STAMP, EACH_KEY, EACH_TYPE, EACH_VALUE };

static bool is_same_row(const struct folding *folding, sqlite3_stmt *stmt)
{
	return folding->info && strcmp(folding->cells.id, sql_text(stmt, EACH_ENTITY)) == 0 &&
	       strcmp(folding->info->name, sql_text(stmt, EACH_KIND)) == 0;
}

static void begin_row(struct folding *folding, sqlite3_stmt *stmt)
{
	arena_done(&folding->arena);
	folding->info = entity_of_name(sql_text(stmt, EACH_KIND));
	if (!folding->info)
		return;
	folding->cells = (struct cells){
		.id = arena_copy(&folding->arena, sql_text(stmt, EACH_ENTITY)),
		.workshop = arena_copy(&folding->arena, sql_text(stmt, EACH_WORKSHOP)),
	};
	sql_stamp(stmt, EACH_STAMP, &folding->cells.stamp);
	for (size_t i = 0; i < row_columns(folding->info); i++)
		folding->cells.at[i] = column_is_text(row_column(folding->info, i))
					       ? (struct cell){ CELL_TEXT, "", 0 }
					       : (struct cell){ CELL_NUMBER, NULL, 0 };
}

/* One member of one fact's body. They come in the order (stamp, value), so the last one stands. */
static void fold_member(struct folding *folding, sqlite3_stmt *stmt)
{
	const struct field_info *field = entity_field(folding->info, sql_text(stmt, EACH_KEY));
	const char *type = sql_text(stmt, EACH_TYPE);

	if (!field)
		return;
	struct cell *cell = &folding->cells.at[row_column_of(folding->info, field)];
	if (cell->kind == CELL_TEXT && strcmp(type, "text") == 0)
		cell->text = arena_copy(&folding->arena, sql_text(stmt, EACH_VALUE));
	else if (cell->kind == CELL_NUMBER && strcmp(type, "integer") == 0)
		cell->number = sqlite3_column_int64(stmt, EACH_VALUE);
}

static int fold_each(struct store *store, enum sentence which, project_visit *visit, void *ctx)
{
	sqlite3_stmt *stmt = sql_get(store, which);
	struct folding folding = { 0 };
	int rc, visited = SQLITE_OK;

	if (!stmt)
		return sqlite3_extended_errcode(store->main.db);
	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		if (!is_same_row(&folding, stmt)) {
			if (folding.info && (visited = visit(store, folding.info, &folding.cells, ctx)) != SQLITE_OK)
				break;
			begin_row(&folding, stmt);
		}
		if (folding.info)
			fold_member(&folding, stmt);
	}
	rc = sql_end(stmt, rc);
	if (rc == SQLITE_OK && visited == SQLITE_OK && folding.info)
		visited = visit(store, folding.info, &folding.cells, ctx);
	arena_done(&folding.arena);
	return rc != SQLITE_OK ? rc : visited;
}

int project_each(struct store *store, project_visit *visit, void *ctx)
{
	return fold_each(store, SQL_FACT_EACH, visit, ctx);
}

static int write_row(struct store *store, const struct entity_info *info, const struct cells *cells, void *ctx)
{
	sqlite3_stmt *stmt = row_get(store, info, ROW_PUT);

	(void)ctx;
	int rc = stmt ? cells_bind(cells, info, stmt) : SQLITE_OK;
	return rc == SQLITE_OK ? sql_run(store, stmt) : rc;
}

int project_rebuild(struct store *store)
{
	struct buf sql = { 0 };
	int rc;

	for (size_t i = 0; i < ENTITY_COUNT; i++)
		buf_addf(&sql, "DELETE FROM \"%s\";", entity_infos[i].name);
	rc = connection_run(&store->main, buf_text(&sql));
	buf_done(&sql);
	if (rc == SQLITE_OK)
		rc = project_each(store, write_row, NULL);
	return rc == SQLITE_OK ? contest_rebuild(store) : rc;
}

int project_new(struct store *store, const struct fact *fact)
{
	struct cells cells = cells_of_fact(fact);

	return write_row(store, &entity_infos[fact->entity], &cells, NULL);
}

int project_touched(struct store *store)
{
	int rc = fold_each(store, SQL_FACT_TOUCHED, write_row, NULL);

	return rc == SQLITE_OK ? contest_touched(store) : rc;
}

struct comparison {
	int64_t rows[ENTITY_COUNT]; /* that the facts tell of */
	int64_t wrong;
	const char *table;
};

static void note_wrong(struct comparison *comparison, const struct entity_info *info, int64_t rows)
{
	if (rows && !comparison->wrong)
		comparison->table = info->name;
	comparison->wrong += rows;
}

static int compare_row(struct store *store, const struct entity_info *info, const struct cells *cells, void *ctx)
{
	struct comparison *comparison = ctx;
	sqlite3_stmt *stmt = row_get(store, info, ROW_SAME);
	int rc = stmt ? cells_bind(cells, info, stmt) : sqlite3_extended_errcode(store->main.db);

	if (rc != SQLITE_OK)
		return rc;
	rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW) {
		comparison->rows[info->entity]++;
		note_wrong(comparison, info, sqlite3_column_int64(stmt, 0) == 0);
	}
	return sql_end(stmt, rc);
}

/* Rows that no fact tells of. */
static int compare_counts(struct store *store, struct comparison *comparison)
{
	struct buf sql = { 0 };
	int rc = SQLITE_OK;

	for (size_t i = 0; rc == SQLITE_OK && i < ENTITY_COUNT; i++) {
		int64_t rows = 0;
		buf_addf(&sql, "SELECT count(*) FROM \"%s\"", entity_infos[i].name);
		rc = connection_number(&store->main, buf_text(&sql), &rows);
		if (rows > comparison->rows[i])
			note_wrong(comparison, &entity_infos[i], rows - comparison->rows[i]);
		buf_clear(&sql);
	}
	buf_done(&sql);
	return rc;
}

int project_compare(struct store *store, int64_t *ret_wrong, const char **ret_table)
{
	struct comparison comparison = { .table = "" };
	int64_t contests = 0;
	int rc = project_each(store, compare_row, &comparison);

	if (rc == SQLITE_OK)
		rc = compare_counts(store, &comparison);
	if (rc == SQLITE_OK)
		rc = contest_compare(store, &contests);
	if (contests && !comparison.wrong)
		comparison.table = "contest";
	if (rc == SQLITE_OK) {
		*ret_wrong = comparison.wrong + contests;
		*ret_table = comparison.table;
	}
	return rc;
}
