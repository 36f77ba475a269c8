#include "store/merge.h"

#include "limit.h"
#include "merge_parts.h"
#include "project.h"
#include "transaction.h"

#include <stdlib.h>

enum { DAY_MS = 24 * 60 * 60 * 1000 };

struct merge {
	struct store *store;
	struct source source;
	struct door door;
	sqlite3_stmt *known, *add, *touch;
	int64_t room;      /* what the connection had before; 0: it has it still */
	int64_t before;    /* the last place in the log before anything came */
	int64_t latest_ms; /* what is stamped later comes from a wrong clock */
	unsigned how;      /* enum merge_how */
	struct stamp last; /* the greatest of all known stamps: ours come after it */
	struct merge_result result;
};

static const char add_sql[] = "INSERT INTO fact (entity, stamp, hash, workshop, kind, body, erased)"
			      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)";
static const char touch_sql[] = "INSERT OR IGNORE INTO touched (entity) VALUES (?1)";

void merge_result_done(struct merge_result *result)
{
	free(result->conflicts);
	arena_done(&result->arena);
	*result = (struct merge_result){ 0 };
}

static int prepare(struct merge *merge)
{
	sqlite3 *db = merge->store->main.db;
	int rc = connection_run(&merge->store->main,
				"CREATE TEMP TABLE IF NOT EXISTS touched (entity TEXT PRIMARY KEY) WITHOUT ROWID; DELETE FROM touched");

	if (rc == SQLITE_OK)
		rc = connection_make_room(&merge->store->main, &merge->room);
	if (rc == SQLITE_OK)
		rc = door_open(&merge->door, merge->store);
	if (rc == SQLITE_OK)
		rc = sqlite3_prepare_v2(db, FACT_IS_THERE, -1, &merge->known, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_prepare_v2(db, add_sql, -1, &merge->add, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_prepare_v2(db, touch_sql, -1, &merge->touch, NULL);
	if (rc == SQLITE_OK)
		rc = connection_number(&merge->store->main, "SELECT max(seq) FROM fact", &merge->before);
	return rc == SQLITE_OK ? store_last_stamp(merge->store, &merge->last) : rc;
}

static void clean_up(struct merge *merge)
{
	door_close(&merge->door);
	sqlite3_finalize(merge->known);
	sqlite3_finalize(merge->add);
	sqlite3_finalize(merge->touch);
	source_close(&merge->source);
}

static int add(struct merge *merge, const struct told *told)
{
	sqlite3_bind_text(merge->add, 1, told->entity, -1, SQLITE_STATIC);
	sqlite3_bind_blob(merge->add, 2, told->stamp.bytes, STAMP_LEN, SQLITE_STATIC);
	sqlite3_bind_int64(merge->add, 3, told->hash);
	sqlite3_bind_text(merge->add, 4, told->workshop, -1, SQLITE_STATIC);
	sqlite3_bind_text(merge->add, 5, told->kind, -1, SQLITE_STATIC);
	sqlite3_bind_text(merge->add, 6, told->body, told->body_len, SQLITE_STATIC);
	int rc = sql_run(merge->store, merge->add);
	if (rc == SQLITE_OK && merge->door.is_new_row) {
		merge->result.rows_new[merge->door.batch.facts[0].entity]++;
		rc = project_new(merge->store, &merge->door.batch.facts[0]);
	} else if (rc == SQLITE_OK) {
		sqlite3_bind_text(merge->touch, 1, told->entity, -1, SQLITE_STATIC);
		rc = sql_run(merge->store, merge->touch);
	}
	if (stamp_compare(told->stamp, merge->last) > 0)
		merge->last = told->stamp;
	merge->result.facts_new++;
	return rc;
}

static int take(struct merge *merge, const struct told *told)
{
	int rc = SQLITE_OK;

	/* What has no stamp is in no log: the door says so. */
	if (told->is_stamped && fact_is_there(merge->known, told->entity, told->stamp, told->hash, &rc)) {
		merge->result.facts_known++;
		return rc;
	}
	if (rc != SQLITE_OK)
		return rc;
	if (!door_lets_in(&merge->door, told, &rc)) {
		merge->result.broken++;
		return rc;
	}
	if (stamp_wall_ms(told->stamp) > merge->latest_ms) {
		merge->result.ahead++;
		if (!(merge->how & MERGE_TAKES_AHEAD))
			return SQLITE_OK;
	}
	return add(merge, told);
}

static enum status take_all(struct merge *merge, struct fault *fault)
{
	struct told told;
	int rc = SQLITE_OK, read = SQLITE_OK;

	while (rc == SQLITE_OK && source_next(&merge->source, &told, &read))
		rc = take(merge, &told);
	return rc != SQLITE_OK ? store_fault(merge->store, rc, fault) : source_fault(&merge->source, read, fault);
}

/* Ours come after all that is known, from wherever it came (the receive rule of a hybrid logical clock). */
static enum status settle(struct merge *merge, struct fault *fault)
{
	int rc = project_touched(merge->store);

	if (rc == SQLITE_OK)
		rc = versions_compare(merge->store, &merge->source, merge->before, &merge->result);
	if (rc == SQLITE_OK)
		rc = store_keep_last_stamp(merge->store, merge->last);
	return store_fault(merge->store, rc, fault);
}

static enum status merge_inside(struct merge *merge, struct fault *fault)
{
	enum status st = store_fault(merge->store, prepare(merge), fault);

	if (st == ST_OK)
		st = take_all(merge, fault);
	return st == ST_OK && merge->result.facts_new ? settle(merge, fault) : st;
}

enum status store_merge(struct store *store, const char *path, unsigned how, struct merge_result *ret_result,
			struct fault *fault)
{
	struct merge merge = { .store = store, .latest_ms = env_now(store->env).wall_ms + DAY_MS, .how = how };
	enum status st = limit_check_merge(store, fault);

	if (st == ST_OK)
		st = (how & MERGE_OF_DAMAGED ? salvage_open : source_open)(&merge.source, store, path, fault);
	if (st == ST_OK)
		st = transaction_begin(store, fault);
	if (st == ST_OK) {
		st = merge_inside(&merge, fault);
		if (how & MERGE_ONLY_LOOKS)
			transaction_give_up(store);
		else
			st = transaction_end(store, st, fault);
	}
	clean_up(&merge);
	if (merge.room)
		connection_set_room(&store->main, merge.room);
	if (st != ST_OK) {
		merge_result_done(&merge.result);
		return st;
	}
	if (merge.result.facts_new && !(how & MERGE_ONLY_LOOKS))
		store_changed(store, true);
	merge_result_done(ret_result);
	*ret_result = merge.result;
	return ST_OK;
}
