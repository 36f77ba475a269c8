#include "inside.h"

#include "base/i18n.h"
#include "contest.h"
#include "limit.h"
#include "live.h"
#include "load.h"
#include "node.h"
#include "project.h"
#include "side.h"
#include "transaction.h"

#include <string.h>

int store_last_stamp(struct store *store, struct stamp *ret_last)
{
	sqlite3_stmt *stmt = sql_get(store, SQL_META_GET);

	if (!stmt)
		return sqlite3_extended_errcode(store->main.db);
	sqlite3_bind_text(stmt, 1, "stamp", -1, SQLITE_STATIC);
	int rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW)
		sql_stamp(stmt, 0, ret_last);
	return sql_end(stmt, rc);
}

int store_keep_last_stamp(struct store *store, struct stamp last)
{
	sqlite3_stmt *stmt = sql_get(store, SQL_META_SET);

	if (stmt) {
		sqlite3_bind_text(stmt, 1, "stamp", -1, SQLITE_STATIC);
		sqlite3_bind_blob(stmt, 2, last.bytes, STAMP_LEN, SQLITE_STATIC);
	}
	return sql_run(store, stmt);
}

static int run_row(struct store *store, const struct entity_info *info, enum row_sentence which,
		   const struct cells *cells)
{
	sqlite3_stmt *stmt = row_get(store, info, which);
	int rc = stmt ? cells_bind(cells, info, stmt) : SQLITE_OK;

	return rc == SQLITE_OK ? sql_run(store, stmt) : rc;
}

/* Read back before the commit: what is acknowledged is what the file holds, not what we meant. */
static enum status check_kept(struct store *store, const struct entity_info *info, const struct cells *cells,
			      struct fault *fault)
{
	sqlite3_stmt *stmt = row_get(store, info, ROW_KEPT);
	int rc = stmt ? cells_bind(cells, info, stmt) : sqlite3_extended_errcode(store->main.db);

	if (rc != SQLITE_OK)
		return store_fault(store, rc, fault);
	rc = sqlite3_step(stmt);
	bool kept = rc == SQLITE_ROW && sqlite3_column_int64(stmt, 0) == 1;
	rc = sql_end(stmt, rc);
	if (rc != SQLITE_OK || kept)
		return store_fault(store, rc, fault);
	return fault_set(
		fault, ST_IO,
		_("What was written to “%s” could not be read back, so nothing was changed. Run “yoriai check”."),
		store->path);
}

/* Of a row that is there, which of its values this one was written over. */
static int say_knew(struct store *store, const struct fact *fact, int64_t seen, int64_t before, struct buf *knew)
{
	struct lineage lineage = { 0 };
	int rc = lineage_load(store, &entity_infos[fact->entity], fact->id, &lineage);

	buf_addf(knew, "@%s", store->signature);
	if (rc == SQLITE_OK)
		lineage_tie(&lineage, fact, seen, before, knew);
	lineage_done(&lineage);
	return rc;
}

static int note_contest(struct store *store, const struct fact *fact)
{
	struct lineage lineage = { 0 };
	int rc = lineage_load(store, &entity_infos[fact->entity], fact->id, &lineage);

	if (rc == SQLITE_OK)
		rc = contest_note(store, &lineage);
	lineage_done(&lineage);
	return rc;
}

static int append_fact(struct store *store, const struct fact *fact, const struct cells *cells, const struct buf *knew)
{
	const struct entity_info *info = &entity_infos[fact->entity];
	sqlite3_stmt *stmt = row_get(store, info, ROW_FACT);
	int rc = stmt ? cells_bind(cells, info, stmt) : SQLITE_OK;

	if (rc == SQLITE_OK && stmt && knew->len)
		rc = sqlite3_bind_text(stmt, row_knew_parameter(info), buf_text(knew), -1, SQLITE_STATIC);
	return rc == SQLITE_OK ? sql_run(store, stmt) : rc;
}

static enum status write_fact(struct store *store, const struct fact *fact, int64_t seen, int64_t before, struct fault *fault)
{
	const struct entity_info *info = &entity_infos[fact->entity];
	struct cells cells = cells_of_fact(fact);
	struct buf knew = { 0 };
	int rc = fact->is_new ? SQLITE_OK : say_knew(store, fact, seen, before, &knew);

	if (rc == SQLITE_OK)
		rc = append_fact(store, fact, &cells, &knew);
	buf_done(&knew);
	if (rc == SQLITE_OK)
		rc = run_row(store, info, ROW_FOLD, &cells);
	if (rc == SQLITE_OK && !fact->is_new)
		rc = note_contest(store, fact);
	return rc == SQLITE_OK ? check_kept(store, info, &cells, fault) : store_fault(store, rc, fault);
}

static enum status write_batch(struct store *store, struct batch *batch, struct fault *fault)
{
	struct stamp last = { 0 };
	int64_t wall_ms = env_now(store->env).wall_ms;
	int64_t before = 0;
	int rc = store_last_stamp(store, &last);
	if (rc == SQLITE_OK && batch->seen)
		rc = sql_number(store, SQL_LOG_END, &before);
	enum status st = store_fault(store, rc, fault);

	if (!store->node)
		store->node = node_id(store->env);
	for (size_t i = 0; st == ST_OK && i < batch->len; i++) {
		batch->facts[i].stamp = last = stamp_next(last, wall_ms, store->node);
		/* Fact by fact: what is new in this batch owns what comes after it. */
		st = limit_check(store, &batch->facts[i], fault);
		if (st == ST_OK)
			st = write_fact(store, &batch->facts[i], batch->seen, before, fault);
	}
	return st == ST_OK ? store_fault(store, store_keep_last_stamp(store, last), fault) : st;
}

static bool holds_on_the_file(struct store *store, const char *workshop,
			      bool (*holds)(const struct workbook *book, void *ctx), void *ctx, enum status *ret_st,
			      struct fault *fault)
{
	struct workbook book = { 0 };
	bool yes = false;

	*ret_st = load_rows(store, workshop, store_reach_all, &book, fault);
	if (*ret_st == ST_OK)
		yes = holds(&book, ctx);
	workbook_done(&book);
	return yes;
}

/* *ret_room: what there was before; 0 where the batch is small and needs no more. */
static enum status make_room(struct store *store, const struct batch *batch, int64_t *ret_room, struct fault *fault)
{
	enum { MANY_FACTS = 1000 };

	*ret_room = 0;
	if (batch->len < MANY_FACTS)
		return ST_OK;
	return store_fault(store, connection_make_room(&store->main, ret_room), fault);
}

enum status store_append_if(struct store *store, struct batch *batch, const char *workshop,
			    bool (*holds)(const struct workbook *book, void *ctx), void *ctx, struct fault *fault)
{
	enum status st = batch_check(batch, fault);
	int64_t room = 0;

	if (st != ST_OK || batch->len == 0)
		return st;
	st = transaction_begin(store, fault);
	if (st != ST_OK)
		return st;
	if (holds && !holds_on_the_file(store, workshop, holds, ctx, &st, fault) && st == ST_OK)
		st = ST_REFUSED;
	if (st == ST_OK)
		st = make_room(store, batch, &room, fault);
	if (st == ST_OK)
		st = write_batch(store, batch, fault);
	st = transaction_end(store, st, fault);
	if (room)
		connection_set_room(&store->main, room);
	if (st == ST_OK)
		store_changed(store, true);
	return st;
}

enum status store_append(struct store *store, struct batch *batch, struct fault *fault)
{
	return store_append_if(store, batch, NULL, NULL, NULL, fault);
}
