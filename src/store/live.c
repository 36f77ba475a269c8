#include "live.h"

#include "inside.h"
#include "side.h"

#include <string.h>

enum { ENTRIES_MAX = 20 };

static int journal_mode(struct connection *connection, const char *sql, const char *wanted, bool *ret_is)
{
	sqlite3_stmt *stmt;
	int rc = sqlite3_prepare_v2(connection->db, sql, -1, &stmt, NULL);

	if (rc != SQLITE_OK)
		return rc;
	rc = sqlite3_step(stmt);
	*ret_is = rc == SQLITE_ROW && strcmp(sql_text(stmt, 0), wanted) == 0;
	return sqlite3_finalize(stmt);
}

bool live_is_wal(struct connection *connection)
{
	int64_t version;
	bool is = false;

	/* A connection learns the mode when it reads. */
	return connection_number(connection, "PRAGMA user_version", &version) == SQLITE_OK &&
	       journal_mode(connection, "PRAGMA journal_mode", "wal", &is) == SQLITE_OK && is;
}

int live_keep_journal(struct store *store)
{
	int rc = live_is_wal(&store->main) ? SQLITE_OK : connection_run(&store->main, "PRAGMA journal_mode = TRUNCATE");

	/* Busy: in between somebody made the file live, and holds it so. */
	return (rc & 0xff) == SQLITE_BUSY && live_is_wal(&store->main) ? SQLITE_OK : rc;
}

bool live_is_marked(struct store *store)
{
	int64_t mark = 0;

	return connection_number(&store->main, "SELECT value FROM meta WHERE key = 'live'", &mark) == SQLITE_OK && mark;
}

/* Once a transaction has run in WAL mode, the connection keeps its shared lock on the file, and nobody can leave the
 * mode under it. The transaction counts the entries in the mark: so it writes, and from here on there is a log, on the
 * disk too. */
static int hold(struct store *store, bool *ret_held)
{
	int rc = connection_run(&store->main, "BEGIN IMMEDIATE");

	if (rc != SQLITE_OK)
		return rc;
	bool held = live_is_wal(&store->main);
	if (held)
		rc = connection_run(&store->main, "INSERT INTO meta (key, value) VALUES ('live', 1)"
						  " ON CONFLICT (key) DO UPDATE SET value = value + 1");
	if (rc == SQLITE_OK)
		rc = connection_run(&store->main, "COMMIT");
	if (rc != SQLITE_OK)
		connection_run(&store->main, "ROLLBACK");
	*ret_held = held && rc == SQLITE_OK;
	return rc;
}

static int note_pages(void *ctx, sqlite3 *db, const char *name, int pages)
{
	struct store *store = ctx;

	(void)db;
	(void)name;
	store->wal_pages = pages;
	return SQLITE_OK;
}

/* Of the file itself only its head is touched: nobody may have looked yet whether the rest is sound. */
static int enter_once(struct store *store, bool *ret_held)
{
	bool is_wal = false;
	int rc = journal_mode(&store->main, "PRAGMA journal_mode = WAL", "wal", &is_wal);

	return rc == SQLITE_OK && is_wal ? hold(store, ret_held) : rc;
}

/* What failed after it is tried again, and then the guard is there already. */
static int open_guard(struct store *store)
{
	if (store->guard.db)
		return SQLITE_OK;
	int rc = connection_open(&store->guard, store->path, ACCESS_WRITE);

	/* The guard never waits: a checkpoint that finds a writer is left to that writer. */
	if (rc == SQLITE_OK)
		sqlite3_busy_handler(store->guard.db, NULL, NULL);
	return rc;
}

int live_enter(struct store *store)
{
	int tries_max = store->main.is_in_passing ? 1 : ENTRIES_MAX;
	bool held = false;

	/* Whoever leaves at the same moment may take the mode away again before we hold it: then once more. */
	for (int i = 0; i < tries_max && !held; i++) {
		if (i > 0)
			connection_nap(&store->main, i);
		int rc = enter_once(store, &held);
		if (rc != SQLITE_OK && (rc & 0xff) != SQLITE_BUSY)
			return rc;
	}
	if (!held)
		return SQLITE_BUSY;
	sqlite3_wal_hook(store->main.db, note_pages, store);
	/* The mark reaches the file with the first checkpoint. */
	store->wal_pages = store->wal_pages_due;
	return store->mode == STORE_LIVE ? open_guard(store) : SQLITE_OK;
}

void live_checkpoint_if_due(struct store *store)
{
	if (store->wal_pages < store->wal_pages_due || !store->guard.db || !store->is_settled)
		return;
	/* Somebody is writing: the next commit, theirs or ours, tries again. */
	if (connection_run(&store->guard, "BEGIN IMMEDIATE") != SQLITE_OK)
		return;
	sqlite3_wal_checkpoint_v2(store->main.db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	connection_run(&store->guard, "ROLLBACK");
	store->wal_pages = 0;
}

/* Only one who is alone can leave WAL mode: the change takes the whole file, and its checkpoint meets nobody. Whoever wrote
 * between our last reading and the change did so in the log, which need not touch the count by which a connection without
 * log knows that its pages are old (met in SQLite 3.40.1): so the pages in memory are let go of. */
static bool leave_wal(struct store *store)
{
	bool left = false;
	int rc = journal_mode(&store->main, "PRAGMA journal_mode = TRUNCATE", "truncate", &left);

	sqlite3_db_release_memory(store->main.db);
	return rc == SQLITE_OK && left;
}

static void clear_mark(struct store *store)
{
	if (connection_run(&store->main, "BEGIN IMMEDIATE") != SQLITE_OK)
		return;
	/* Somebody may have entered since. */
	if (!live_is_wal(&store->main))
		connection_run(&store->main, "DELETE FROM meta WHERE key = 'live'");
	if (connection_run(&store->main, "COMMIT") != SQLITE_OK)
		connection_run(&store->main, "ROLLBACK");
}

bool live_rest(struct store *store)
{
	bool deleted = false;

	if (!leave_wal(store))
		return false;
	if (live_is_marked(store))
		clear_mark(store);
	/* Takes the empty journal file away; the next transaction makes it again. */
	journal_mode(&store->main, "PRAGMA journal_mode = DELETE", "delete", &deleted);
	return deleted;
}

void store_changed(struct store *store, bool matters)
{
	if (matters) {
		store->version = 0;
		side_touch(store->side);
	}
	live_checkpoint_if_due(store);
}
