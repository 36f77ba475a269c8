/* commit.c - from an entry to its place on the disk: the store beside one bare insert with the same care (WAL, FULL).
 * The two take turns, so that the disk's moods fall on both. */
#include "rig.h"

#include "domain/record.h"
#include "store/store.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

enum { COMMITS = 500 };

static sqlite3_stmt *open_bare(const char *folder, sqlite3 **ret_db)
{
	char path[160];
	sqlite3_stmt *insert = NULL;

	snprintf(path, sizeof path, "%s/bare.db", folder);
	sqlite3_open(path, ret_db);
	sqlite3_exec(*ret_db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; CREATE TABLE t(a)",
		     NULL, NULL, NULL);
	sqlite3_prepare_v2(*ret_db, "INSERT INTO t VALUES(?1)", -1, &insert, NULL);
	return insert;
}

static int64_t bare_us(sqlite3_stmt *insert)
{
	int64_t start_us = rig_now_us();

	sqlite3_bind_text(insert, 1, "朝の散歩で袋を一つ一緒に出せます 朝の散歩で袋を一つ一緒に出せます", -1, SQLITE_STATIC);
	sqlite3_step(insert);
	sqlite3_reset(insert);
	return rig_now_us() - start_us;
}

static int64_t entry_us(struct store *store, const struct workbook *book)
{
	struct batch batch = { 0 };
	struct fault fault = { "" };
	struct record record = { book, workbook_table(book, 3), { 0 }, &env_system, &batch };

	record_offer(&record, &(struct offer_said){ .text = "朝の散歩で袋を一つ一緒に出せます", .by = "早乙女 昭", .scope = SCOPE_ONE });
	int64_t start_us = rig_now_us();
	if (store_append(store, &batch, &fault) != ST_OK)
		fprintf(stderr, "bench: %s\n", fault.text);
	int64_t took_us = rig_now_us() - start_us;
	batch_done(&batch);
	return took_us;
}

int main(void)
{
	struct rig rig;
	struct store *store;
	struct workbook book = { 0 };
	struct fault fault = { "" };
	int64_t entry[COMMITS], bare[COMMITS], load[COMMITS];
	sqlite3 *db;

	rig_open(&rig, 0);
	if (store_open(rig.db, STORE_LIVE, &env_system, &store, &fault) != ST_OK ||
	    store_load(store, rig.workshop, store_reach_all, &book, &fault) != ST_OK) {
		fprintf(stderr, "bench: %s\n", fault.text);
		return 1;
	}
	sqlite3_stmt *insert = open_bare(rig.folder, &db);
	for (int i = 0; i < COMMITS; i++) {
		bare[i] = bare_us(insert);
		entry[i] = entry_us(store, &book);
	}
	for (int i = 0; i < COMMITS; i++) {
		int64_t start_us = rig_now_us();
		if (store_load(store, rig.workshop, store_reach_all, &book, &fault) != ST_OK)
			break;
		load[i] = rig_now_us() - start_us;
	}
	double entry_median = rig_quantile(entry, COMMITS, 0.5), bare_median = rig_quantile(bare, COMMITS, 0.5);
	printf("an entry on the disk: %.0f us, a bare insert %.0f us, ratio %.2f; slowest 1 in 100: %.0f us, bare %.0f us\n",
	       entry_median, bare_median, entry_median / bare_median, rig_quantile(entry, COMMITS, 0.99),
	       rig_quantile(bare, COMMITS, 0.99));
	printf("a workshop read into memory (%zu offers): %.0f us\n", book.offers.len, rig_quantile(load, COMMITS, 0.5));
	sqlite3_finalize(insert);
	sqlite3_close(db);
	workbook_done(&book);
	store_close(store);
	rig_close(&rig);
	return 0;
}
