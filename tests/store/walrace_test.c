/* The defect of SQLite 3.7.0 to 3.51.2: a checkpoint that reads the log's header just before another process restarts
 * the log counts pages as copied that never were. The shim below stands exactly there: between the two reads SQLite
 * lets go of a mapped page (xUnfetch), and a writer gets its turn. Shown both ways: without the guard acknowledged rows
 * are gone, with it the writer has to wait. */
#include "fixture.h"

#include "inside.h"
#include "live.h"

/* What the writer does in the gap; NULL: nothing. */
static void (*in_the_gap)(void);
static sqlite3 *writer;
static int gap_code; /* what became of the writer there */

static struct {
	sqlite3_io_methods methods; /* of SQLite's own, but for xUnfetch */
	int (*unfetch)(sqlite3_file *, sqlite3_int64, void *);
	sqlite3_vfs vfs, *below;
} shim;

static int unfetch(sqlite3_file *file, sqlite3_int64 at, void *page)
{
	void (*turn)(void) = in_the_gap;

	in_the_gap = NULL;
	if (turn && !page)
		turn();
	else
		in_the_gap = turn;
	return shim.unfetch(file, at, page);
}

static int open_shimmed(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *ret_flags)
{
	int rc = shim.below->xOpen(shim.below, name, file, flags, ret_flags);

	(void)vfs;
	if (rc == SQLITE_OK && (flags & SQLITE_OPEN_MAIN_DB)) {
		shim.methods = *file->pMethods;
		shim.unfetch = shim.methods.xUnfetch;
		shim.methods.xUnfetch = unfetch;
		file->pMethods = &shim.methods;
	}
	return rc;
}

static void shim_start(void)
{
	shim.below = sqlite3_vfs_find(NULL);
	shim.vfs = *shim.below;
	shim.vfs.zName = "shim";
	shim.vfs.xOpen = open_shimmed;
	sqlite3_vfs_register(&shim.vfs, 1);
}

static void shim_stop(void)
{
	sqlite3_vfs_register(shim.below, 1);
	sqlite3_vfs_unregister(&shim.vfs);
}

static int run(sqlite3 *db, const char *sql)
{
	return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

static void write_in_the_gap(void)
{
	gap_code = run(writer, "UPDATE draft SET body = 'short' WHERE place = 'p1'");
}

enum { DRAFTS = 400 };

static void grow(const char *text)
{
	char sql[256];

	run(writer, "BEGIN IMMEDIATE");
	for (int i = 0; i < DRAFTS; i++) {
		snprintf(sql, sizeof sql, "INSERT INTO draft VALUES ('w', 'p%d-%s', hex(zeroblob(100)))", i, text);
		assert_int_equal(run(writer, sql), SQLITE_OK);
	}
	assert_int_equal(run(writer, "COMMIT"), SQLITE_OK);
}

/* The log is full and wholly copied: the next writer may restart it. The store has not looked since. */
static struct store *ready_to_race(void)
{
	struct store *store = fixture_open(fixture_db(), STORE_LIVE);

	fixture_room(store);
	assert_int_equal(sqlite3_open_v2(fixture_db(), &writer, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	run(writer, "PRAGMA wal_autocheckpoint = 0");
	assert_int_equal(run(writer, "INSERT INTO draft VALUES ('w', 'p1', 'long')"), SQLITE_OK);
	grow("first");
	assert_int_equal(sqlite3_wal_checkpoint_v2(writer, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL), SQLITE_OK);
	gap_code = -1;
	in_the_gap = write_in_the_gap;
	return store;
}

static int64_t number(const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *stmt;

	assert_int_equal(sqlite3_open(fixture_db(), &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	int64_t answer = sqlite3_step(stmt) == SQLITE_ROW ? sqlite3_column_int64(stmt, 0) : -1;
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return answer;
}

/* How many acknowledged rows are not there. */
static int64_t lost_afterwards(struct store *store)
{
	grow("second");
	sqlite3_wal_checkpoint_v2(writer, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	grow("third");
	sqlite3_wal_checkpoint_v2(writer, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	sqlite3_close(writer);
	store_close(store);
	return 1 + 3 * DRAFTS - number("SELECT count(*) FROM draft");
}

static bool has_the_defect(int version)
{
	return version < 3051003 && version != 3050007 && version != 3044006;
}

static void an_unguarded_checkpoint_loses_what_was_acknowledged(void **state)
{
	struct store *store = ready_to_race();

	(void)state;
	sqlite3_wal_checkpoint_v2(store->main.db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	assert_int_equal(gap_code, SQLITE_OK);
	int64_t lost = lost_afterwards(store);
	fprintf(stderr, "unguarded checkpoint, SQLite %s: %lld of %d rows lost\n", sqlite3_libversion(),
		(long long)lost, 1 + 3 * DRAFTS);
	assert_int_equal(lost > 0, has_the_defect(sqlite3_libversion_number()));
}

static void a_guarded_checkpoint_lets_no_writer_in(void **state)
{
	struct store *store = ready_to_race();

	(void)state;
	store->wal_pages = store->wal_pages_due;
	live_checkpoint_if_due(store);
	assert_null(in_the_gap);
	assert_int_equal(gap_code, SQLITE_BUSY);
	int64_t lost = lost_afterwards(store);
	fprintf(stderr, "guarded checkpoint: the writer has to wait, %lld rows lost\n", (long long)lost);
	assert_int_equal(lost, 0);
	assert_int_equal(number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), 0);
}

static int shimmed_setup(void **state)
{
	shim_start();
	return fixture_setup(state);
}

static int shimmed_teardown(void **state)
{
	shim_stop();
	return fixture_teardown(state);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, shimmed_setup, shimmed_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(an_unguarded_checkpoint_loses_what_was_acknowledged),
		CASE(a_guarded_checkpoint_lets_no_writer_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
