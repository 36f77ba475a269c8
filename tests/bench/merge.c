/* merge.c - a copy worked on elsewhere comes home: 100,000 entries of it, new rows, or edits of rows that are here, of which some
 * were edited here as well. Beside each one bare INSERT … SELECT that makes the same union of the two logs, with the same key and
 * the same care. The two take turns. Argument: how many entries. */
#include "rig.h"

#include "store/care.h"
#include "store/merge.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

enum { ROUNDS = 5, AT_ONCE = 1000 };

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

static void copy_to(const char *from, const char *path)
{
	struct store *store = open_store(from);
	struct fault fault = { "" };

	unlink(path);
	must(store_backup(store, path, &fault) == ST_OK, fault.text);
	store_close(store);
}

/* --- edits ---------------------------------------------------------------------------------------------------------------- */

/* Half of the edits are of rows edited once, the others of rows edited four times; and they are spread over all rows. */
static size_t rows_for(size_t edits)
{
	return edits / 2 + edits / 8;
}

static const char *row_of(const struct workbook *book, size_t edit, size_t edits)
{
	size_t once = edits / 2, row = edit < once ? edit : once + (edit - once) % (edits / 8);

	return book->offers.at[row * 7919 % book->offers.len].id;
}

static void append(struct store *store, struct batch *batch)
{
	struct fault fault = { "" };

	must(store_append(store, batch, &fault) == ST_OK, fault.text);
	batch_done(batch);
}

/* Each `step`-th of the edits. */
static void edit(const char *path, const struct rig *rig, size_t edits, size_t step, const char *text)
{
	struct store *store = open_store(path);
	struct workbook book = { 0 };
	struct fault fault = { "" };
	struct batch batch = { 0 };
	char said[80];

	must(store_load(store, rig->workshop, store_reach_all, &book, &fault) == ST_OK, fault.text);
	for (size_t i = 0; i < edits; i += step) {
		snprintf(said, sizeof said, "%s（%zu）", text, i);
		batch_add(&batch, ENTITY_offer, rig->workshop, row_of(&book, i, edits));
		batch_set_text(&batch, FIELD_offer_text, said);
		if (batch.len == AT_ONCE)
			append(store, &batch);
	}
	append(store, &batch);
	workbook_done(&book);
	store_close(store);
}

/* --- the two that take turns --------------------------------------------------------------------------------------------- */

static int64_t merge_us(const char *home, const char *away, int64_t wanted, size_t *ret_conflicts)
{
	struct store *store = open_store(home);
	struct merge_result result = { 0 };
	struct fault fault = { "" };
	int64_t start_us = rig_now_us();

	must(store_merge(store, away, 0, &result, &fault) == ST_OK, fault.text);
	int64_t took_us = rig_now_us() - start_us;
	must(result.facts_new == wanted, "not all entries came home");
	*ret_conflicts = result.conflicts_len;
	merge_result_done(&result);
	store_close(store);
	return took_us;
}

static void run(sqlite3 *db, const char *sql, const char *path)
{
	char *text = sqlite3_mprintf(sql, path);

	must(sqlite3_exec(db, text, NULL, NULL, NULL) == SQLITE_OK, sqlite3_errmsg(db));
	sqlite3_free(text);
}

static int64_t bare_us(const char *path, const char *home, const char *away)
{
	sqlite3 *db = NULL;

	unlink(path);
	sqlite3_open(path, &db);
	run(db,
	    "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;"
	    "CREATE TABLE fact (seq INTEGER PRIMARY KEY, stamp BLOB, workshop TEXT, entity TEXT, kind TEXT, body TEXT,"
	    " hash INTEGER, erased INTEGER); CREATE UNIQUE INDEX fact_once ON fact (entity, stamp, hash);"
	    "ATTACH %Q AS home; INSERT INTO fact SELECT * FROM home.fact",
	    home);
	run(db, "ATTACH %Q AS away", away);
	int64_t start_us = rig_now_us();
	run(db, "INSERT OR IGNORE INTO fact SELECT NULL, stamp, workshop, entity, kind, body, hash, erased FROM away.fact", NULL);
	int64_t took_us = rig_now_us() - start_us;
	sqlite3_close(db);
	return took_us;
}

static void compare(const struct rig *rig, const char *what, const char *home, const char *away, size_t entries)
{
	int64_t merged[ROUNDS], again[ROUNDS], bare[ROUNDS];
	char fresh[200], plain[200];
	size_t conflicts = 0, none = 0;

	snprintf(plain, sizeof plain, "%s/plain.db", rig->folder);
	snprintf(fresh, sizeof fresh, "%s/fresh.db", rig->folder);
	for (int i = 0; i < ROUNDS; i++) {
		copy_to(home, fresh);
		bare[i] = bare_us(plain, home, away);
		merged[i] = merge_us(fresh, away, (int64_t)entries, &conflicts);
		again[i] = merge_us(fresh, away, 0, &none);
	}
	double merge_median = rig_quantile(merged, ROUNDS, 0.5), bare_median = rig_quantile(bare, ROUNDS, 0.5);
	printf("%zu %s: %.2f s, a bare copy %.2f s, ratio %.1f; once more, when all is known: %.2f s; both changed: %zu\n", entries,
	       what, merge_median / 1e6, bare_median / 1e6, merge_median / bare_median, rig_quantile(again, ROUNDS, 0.5) / 1e6,
	       conflicts);
}

static void print_memory(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	printf("the most memory of it all: %ld MB\n", usage.ru_maxrss / 1024);
}

int main(int argc, char **argv)
{
	size_t entries = argc > 1 ? strtoul(argv[1], NULL, 10) / 8 * 8 : 100000;
	char home[160], away[160];
	struct rig rig;

	rig_open(&rig, 0);
	snprintf(home, sizeof home, "%s/home.db", rig.folder);
	snprintf(away, sizeof away, "%s/away.db", rig.folder);
	copy_to(rig.db, home);
	copy_to(rig.db, away);
	rig_fill(&rig, entries);
	compare(&rig, "new rows", home, rig.db, entries);

	rig_close(&rig);
	rig_open(&rig, rows_for(entries));
	copy_to(rig.db, home);
	copy_to(rig.db, away);
	edit(away, &rig, entries, 1, "猫の缶詰の安い店を、みんなに教えます");
	compare(&rig, "edits of rows that nobody touched here", home, away, entries);
	edit(home, &rig, entries, 5, "犬の散歩の道を、みんなに教えます");
	compare(&rig, "edits, of rows edited here as well", home, away, entries);
	print_memory();
	rig_close(&rig);
	return 0;
}
