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

/* The last that was said of each field stands. */
static struct cells cells_of_lineage(const struct lineage *lineage)
{
	struct cells cells = { .id = lineage->id, .workshop = lineage->workshop, .stamp = lineage->born };

	for (size_t i = 0; i < row_columns(lineage->info); i++)
		cells.at[i] = column_is_text(row_column(lineage->info, i)) ? (struct cell){ CELL_TEXT, "", 0 }
									   : (struct cell){ CELL_NUMBER, NULL, 0 };
	for (size_t i = 0; i < lineage->len; i++) {
		const struct saying *saying = &lineage->at[i];
		struct cell *cell = &cells.at[row_column_of(lineage->info, saying->field)];
		cell->text = saying->value;
		cell->number = saying->number;
	}
	return cells;
}

static int write_cells(struct store *store, const struct entity_info *info, enum row_sentence which, const struct cells *cells)
{
	sqlite3_stmt *stmt = row_get(store, info, which);
	int rc = stmt ? cells_bind(cells, info, stmt) : SQLITE_OK;

	return rc == SQLITE_OK ? sql_run(store, stmt) : rc;
}

int project_row(struct store *store, const struct lineage *lineage)
{
	struct cells cells = cells_of_lineage(lineage);
	int rc = write_cells(store, lineage->info, ROW_SET, &cells);

	if (rc == SQLITE_OK && !sqlite3_changes(store->main.db))
		rc = write_cells(store, lineage->info, ROW_PUT, &cells);
	return rc == SQLITE_OK ? contest_note(store, lineage) : rc;
}

int project_new(struct store *store, const struct fact *fact)
{
	struct cells cells = cells_of_fact(fact);

	return write_cells(store, &entity_infos[fact->entity], ROW_PUT, &cells);
}

static int write_row(struct store *store, const struct lineage *lineage, void *ctx)
{
	struct cells cells = cells_of_lineage(lineage);
	int rc = write_cells(store, lineage->info, ROW_PUT, &cells);

	(void)ctx;
	return rc == SQLITE_OK ? contest_note(store, lineage) : rc;
}

int project_rebuild(struct store *store)
{
	struct buf sql = { 0 };
	int rc;

	buf_add_text(&sql, "DELETE FROM contest;");
	for (size_t i = 0; i < ENTITY_COUNT; i++)
		buf_addf(&sql, "DELETE FROM \"%s\";", entity_infos[i].name);
	rc = connection_run(&store->main, buf_text(&sql));
	buf_done(&sql);
	return rc == SQLITE_OK ? lineage_each(store, write_row, NULL) : rc;
}

struct comparison {
	int64_t rows[ENTITY_COUNT]; /* that the facts tell of */
	int64_t wrong;
	const char *table;
	struct contest_tally contests;
};

static void note_wrong(struct comparison *comparison, const struct entity_info *info, int64_t rows)
{
	if (rows && !comparison->wrong)
		comparison->table = info->name;
	comparison->wrong += rows;
}

static int compare_row(struct store *store, const struct lineage *lineage, void *ctx)
{
	struct comparison *comparison = ctx;
	const struct entity_info *info = lineage->info;
	struct cells cells = cells_of_lineage(lineage);
	sqlite3_stmt *stmt = row_get(store, info, ROW_SAME);
	int rc = stmt ? cells_bind(&cells, info, stmt) : sqlite3_extended_errcode(store->main.db);

	if (rc != SQLITE_OK)
		return rc;
	rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW) {
		comparison->rows[info->entity]++;
		note_wrong(comparison, info, sqlite3_column_int64(stmt, 0) == 0);
	}
	rc = sql_end(stmt, rc);
	return rc == SQLITE_OK ? contest_compare(store, lineage, &comparison->contests) : rc;
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
	int rc = lineage_each(store, compare_row, &comparison);

	if (rc == SQLITE_OK)
		rc = compare_counts(store, &comparison);
	if (rc == SQLITE_OK)
		rc = contest_compare_counts(store, &comparison.contests);
	if (comparison.contests.wrong && !comparison.wrong)
		comparison.table = "contest";
	if (rc == SQLITE_OK) {
		*ret_wrong = comparison.wrong + comparison.contests.wrong;
		*ret_table = comparison.table;
	}
	return rc;
}
