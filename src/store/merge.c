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
	struct known known;
	sqlite3_stmt *add;
	int64_t room;      /* what the connection had before; 0: it has it still */
	int64_t before;    /* the last place in the log before anything came */
	int64_t latest_ms; /* what is stamped later comes from a wrong clock */
	unsigned how;      /* enum merge_how */
	struct stamp last; /* the greatest of all known stamps: ours come after it */
	struct merge_result result;
};

static const char add_sql[] = "INSERT INTO fact (entity, stamp, hash, workshop, kind, body, erased)"
			      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)";

void merge_result_done(struct merge_result *result)
{
	free(result->conflicts);
	arena_done(&result->arena);
	*result = (struct merge_result){ 0 };
}

static int prepare(struct merge *merge)
{
	sqlite3 *db = merge->store->main.db;
	int rc = connection_make_room(&merge->store->main, &merge->room);

	if (rc == SQLITE_OK)
		rc = known_open(&merge->known, merge->store);
	if (rc == SQLITE_OK)
		rc = sqlite3_prepare_v2(db, add_sql, -1, &merge->add, NULL);
	if (rc == SQLITE_OK)
		rc = connection_number(&merge->store->main, "SELECT max(seq) FROM fact", &merge->before);
	return rc == SQLITE_OK ? store_last_stamp(merge->store, &merge->last) : rc;
}

static void clean_up(struct merge *merge)
{
	door_close(&merge->door);
	known_close(&merge->known);
	sqlite3_finalize(merge->add);
	source_close(&merge->source);
}

/* A row of which nothing else is known is as it was told; the others are folded when all has been told. */
static int add_to_row(struct merge *merge)
{
	const struct fact *fact = &merge->door.batch.facts[0];

	if (merge->door.row) {
		merge->door.row->is_touched = true;
		return SQLITE_OK;
	}
	merge->result.rows_new[fact->entity]++;
	kin_add(&merge->door.rows, &entity_infos[fact->entity], fact->id, fact->workshop);
	return project_new(merge->store, fact);
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
	if (rc == SQLITE_OK)
		rc = add_to_row(merge);
	if (stamp_compare(told->stamp, merge->last) > 0)
		merge->last = told->stamp;
	merge->result.facts_new++;
	return rc;
}

static int take(struct merge *merge, const struct told *told)
{
	int rc = SQLITE_OK;

	/* What has no stamp is in no log: the door says so. */
	if (told->is_stamped && known_take(&merge->known, told, &rc)) {
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

/* What all facts together make of the row, and whether both sides had changed it. */
static int settle_row(struct merge *merge, const struct kin *row, struct lineage *lineage)
{
	int rc = lineage_load(merge->store, row->info, row->id, lineage);

	if (rc == SQLITE_OK)
		rc = project_row(merge->store, lineage);
	if (rc == SQLITE_OK)
		versions_compare(&merge->known, merge->before, lineage, &merge->result);
	return rc;
}

/* In the order in which the log's key has them. */
static int settle_rows(struct merge *merge)
{
	struct lineage lineage = { 0 };
	size_t len;
	const struct kin **touched = kin_touched(&merge->door.rows, &len);
	int rc = SQLITE_OK;

	known_sort(&merge->known);
	for (size_t i = 0; rc == SQLITE_OK && i < len; i++)
		rc = settle_row(merge, touched[i], &lineage);
	lineage_done(&lineage);
	free(touched);
	return rc;
}

/* Ours come after all that is known, from wherever it came (the receive rule of a hybrid logical clock). */
static enum status settle(struct merge *merge, struct fault *fault)
{
	int rc = settle_rows(merge);

	if (rc == SQLITE_OK)
		rc = versions_name(merge->store, &merge->result);
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
	struct merge merge = {
		.store = store,
		.door.store = store,
		.latest_ms = env_now(store->env).wall_ms + DAY_MS,
		.how = how,
	};
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
