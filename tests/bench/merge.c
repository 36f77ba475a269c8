/* merge.c - a copy worked on elsewhere comes home: 100,000 entries of it, beside one bare INSERT … SELECT of the same facts with
 * the same key and the same care. The two take turns. Argument: how many entries. */
#include "rig.h"

#include "store/care.h"
#include "store/merge.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { ROUNDS = 5 };

static void must(bool well, const char *what)
{
	if (well)
		return;
	fprintf(stderr, "bench: %s\n", what);
	exit(1);
}

static struct store *open_store(const char *path)
{
	struct store *store = NULL;
	struct fault fault = { "" };

	must(store_open(path, STORE_WRITE, &env_system, &store, &fault) == ST_OK, fault.text);
	return store;
}

static void copy_to(struct store *store, const char *path)
{
	struct fault fault = { "" };

	unlink(path);
	must(store_backup(store, path, &fault) == ST_OK, fault.text);
}

static int64_t merge_us(const char *home, const char *away, int64_t wanted)
{
	struct store *store = open_store(home);
	struct merge_result result = { 0 };
	struct fault fault = { "" };
	int64_t start_us = rig_now_us();

	must(store_merge(store, away, false, &result, &fault) == ST_OK, fault.text);
	int64_t took_us = rig_now_us() - start_us;
	must(result.facts_new == wanted, "not all entries came home");
	merge_result_done(&result);
	store_close(store);
	return took_us;
}

static int64_t bare_us(const char *path, const char *away)
{
	sqlite3 *db = NULL;
	char *attach = sqlite3_mprintf("ATTACH %Q AS away", away);

	unlink(path);
	sqlite3_open(path, &db);
	sqlite3_exec(db,
		     "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL;"
		     "CREATE TABLE fact (seq INTEGER PRIMARY KEY, stamp BLOB, workshop TEXT, entity TEXT, kind TEXT, body TEXT,"
		     " hash INTEGER, erased INTEGER); CREATE UNIQUE INDEX fact_once ON fact (entity, stamp, hash)",
		     NULL, NULL, NULL);
	must(sqlite3_exec(db, attach, NULL, NULL, NULL) == SQLITE_OK, "the copy cannot be read");
	int64_t start_us = rig_now_us();
	must(sqlite3_exec(db, "INSERT INTO fact SELECT * FROM away.fact", NULL, NULL, NULL) == SQLITE_OK, "no bare copy");
	int64_t took_us = rig_now_us() - start_us;
	sqlite3_free(attach);
	sqlite3_close(db);
	return took_us;
}

int main(int argc, char **argv)
{
	size_t entries = argc > 1 ? strtoul(argv[1], NULL, 10) : 100000;
	int64_t merged[ROUNDS], again[ROUNDS], bare[ROUNDS];
	char home[160], away[160], plain[160];
	struct rig rig;

	rig_open(&rig, 0);
	snprintf(home, sizeof home, "%s/home.db", rig.folder);
	snprintf(away, sizeof away, "%s/away.db", rig.folder);
	snprintf(plain, sizeof plain, "%s/plain.db", rig.folder);
	struct store *store = open_store(rig.db);
	copy_to(store, home);
	store_close(store);
	rig_fill(&rig, entries);
	store = open_store(rig.db);
	copy_to(store, away);
	store_close(store);
	for (int i = 0; i < ROUNDS; i++) {
		struct store *first = open_store(home);
		char fresh[200];
		snprintf(fresh, sizeof fresh, "%s/home%d.db", rig.folder, i);
		copy_to(first, fresh);
		store_close(first);
		bare[i] = bare_us(plain, away);
		merged[i] = merge_us(fresh, away, (int64_t)entries);
		again[i] = merge_us(fresh, away, 0);
	}
	double merge_median = rig_quantile(merged, ROUNDS, 0.5), bare_median = rig_quantile(bare, ROUNDS, 0.5);
	printf("a merge of %zu facts: %.2f s, a bare copy %.2f s, ratio %.1f; once more, when all is known: %.2f s\n", entries,
	       merge_median / 1e6, bare_median / 1e6, merge_median / bare_median, rig_quantile(again, ROUNDS, 0.5) / 1e6);
	rig_close(&rig);
	return 0;
}
