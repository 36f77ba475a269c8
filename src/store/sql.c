#include "inside.h"

#include "base/i18n.h"

#include <errno.h>
#include <string.h>

/* A body that is no JSON says nothing; store_check() reports it. Where memory is short json_valid() says no to any, but what
 * was written by us has its hash. */
#define FACT_BODY "CASE WHEN json_valid(f.body) OR f.hash = fact_hash(f.body) THEN f.body ELSE '{}' END"

/* Of each row what was said first comes first. */
#define SAYINGS "SELECT stamp, seq, hash, body, workshop"

/* What facts said in words. The row began where its first fact stands. */
#define FACT_TEXTS(order)                                                                                                     \
	"SELECT f.kind, j.key, j.value, (SELECT min(seq) FROM fact AS g WHERE g.entity = f.entity) FROM fact AS f"           \
	" JOIN json_each(" FACT_BODY ") AS j ON j.type = 'text'"                                                             \
	" WHERE f.seq > ?1 AND f.seq <= ?2 ORDER BY " order

static const char *const sql[SQL_COUNT] = {
	[SQL_BEGIN] = "BEGIN IMMEDIATE",
	[SQL_BEGIN_READ] = "BEGIN",
	[SQL_COMMIT] = "COMMIT",
	[SQL_ROLLBACK] = "ROLLBACK",
	[SQL_DATA_VERSION] = "PRAGMA data_version",
	[SQL_META_GET] = "SELECT value FROM meta WHERE key = ?1",
	[SQL_META_SET] = "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
	[SQL_EACH_SAYINGS] = SAYINGS ", entity, kind FROM fact ORDER BY entity, stamp",
	[SQL_ROW_SAYINGS] = SAYINGS " FROM fact WHERE entity = ?1 AND kind = ?2 ORDER BY stamp",
	[SQL_ROW_KIN] = "SELECT kind, workshop FROM fact WHERE entity = ?1 LIMIT 1",
	[SQL_BODY_MEMBERS] = "SELECT j.key, j.type, j.value FROM (SELECT ?1 AS body, ?2 AS hash) AS f JOIN json_each(" FACT_BODY ") AS j",
	[SQL_LOG_END] = "SELECT coalesce(max(seq), 0) FROM fact",
	[SQL_ROWS_SINCE] = "SELECT DISTINCT kind, entity, entity IN (SELECT entity FROM contest) FROM fact WHERE seq > ?1",
	[SQL_CONTEST_PUT] = "INSERT OR REPLACE INTO contest (entity, kind, workshop, fields) VALUES (?1, ?2, ?3, ?4)",
	[SQL_CONTEST_DROP] = "DELETE FROM contest WHERE entity = ?1",
	[SQL_CONTEST_GET] = "SELECT workshop, kind, fields FROM contest WHERE entity = ?1",
	[SQL_CONTEST_LOAD] = "SELECT entity, kind, fields FROM contest WHERE workshop = ?1 OR (?2 AND workshop = '') ORDER BY entity",
	[SQL_DRAFT_SAVE] = "INSERT INTO draft (workshop, place, body) VALUES (?1, ?2, ?3)"
			   " ON CONFLICT (workshop, place) DO UPDATE SET body = ?3",
	[SQL_DRAFT_FORGET] = "DELETE FROM draft WHERE workshop = ?1 AND place = ?2",
	[SQL_DRAFT_EACH] = "SELECT place, body FROM draft WHERE workshop = ?1 AND substr(place, 1, length(?2)) = ?2 "
			   "ORDER BY place",
	[SQL_HEARTBEAT_SAVE] =
		"INSERT INTO heartbeat (workshop, wall_ms, boot_ms, mono_ms, boot_id) VALUES (?1, ?2, ?3, ?4, ?5)"
		" ON CONFLICT (workshop) DO UPDATE SET wall_ms = ?2, boot_ms = ?3, mono_ms = ?4, boot_id = ?5",
	[SQL_HEARTBEAT_LOAD] = "SELECT wall_ms, boot_ms, mono_ms, boot_id FROM heartbeat WHERE workshop = ?1",
	[SQL_PRESENCE_SAVE] =
		"INSERT INTO presence (pid, boot_id, workshop, role, table_number) VALUES (?1, ?2, ?3, ?4, ?5)"
		" ON CONFLICT (pid, boot_id) DO UPDATE SET workshop = ?3, role = ?4, table_number = ?5",
	[SQL_PRESENCE_DROP] = "DELETE FROM presence WHERE pid = ?1 AND boot_id = ?2",
	[SQL_PRESENCE_EACH] =
		"SELECT pid, boot_id, role, table_number FROM presence WHERE workshop = ?1 ORDER BY table_number",
	/* The first of them, as in a workbook. */
	[SQL_TABLE_OF_NUMBER] =
		"SELECT id FROM \"table\" WHERE workshop = ?1 AND number = ?2 AND gone = 0 ORDER BY id LIMIT 1",
	[SQL_INDEX_TEXTS] = FACT_TEXTS("f.seq"),
	[SQL_INDEX_TEXTS_BY_ROW] = FACT_TEXTS("+f.entity"),
	[SQL_GRAMS_PUT] = "INSERT INTO grams (rowid, text) VALUES (?1, ?2)",
	[SQL_GRAMS_FIND] = "SELECT rowid FROM grams WHERE grams MATCH ?1 AND rowid >= ?2 AND rowid < ?3 ORDER BY rowid DESC LIMIT ?4",
	[SQL_GRAMS_NEXT] = "SELECT rowid FROM grams WHERE grams MATCH ?1 AND rowid >= ?2 ORDER BY rowid LIMIT 1",
	[SQL_LINE_ROW] = "SELECT entity, kind, 0 FROM fact WHERE seq = ?1",
	[SQL_LINE_ROW_LAST] =
		"SELECT entity, kind, (SELECT max(seq) FROM fact AS g WHERE g.entity = f.entity) FROM fact AS f WHERE seq = ?1",
	[SQL_ROW_BEGAN] = "SELECT min(seq) FROM fact WHERE entity = ?1",
	[SQL_WORKSHOP_THERE] = "SELECT 1 FROM workshop WHERE id = ?1 AND gone = 0",
	/* What belongs to a table names it, or the table's storyline, or a step of that. All of them must be there. */
	[SQL_OWNERS_TABLE] = "SELECT number FROM \"table\" WHERE gone = 0 AND id = coalesce("
			     "(SELECT \"table\" FROM storyline WHERE gone = 0 AND id = coalesce("
			     "(SELECT storyline FROM step WHERE gone = 0 AND id = ?1), ?1)), ?1)",
	/* Each row once, where the log speaks of it last. */
	[SQL_ROWS_AFTER] = "SELECT f.seq, f.kind, f.entity FROM fact AS f WHERE f.seq > ?1 AND f.seq < ?2"
			   " AND NOT EXISTS (SELECT 1 FROM fact AS g WHERE g.entity = f.entity AND g.seq > f.seq) ORDER BY f.seq DESC",
	[SQL_JSON_VALID] = "SELECT CASE WHEN json_valid(?1) THEN json_type(?1) = 'object' END",
	[SQL_JSON_IS] = "SELECT json_valid(?1)",
	[SQL_JSON_TREE] = "SELECT id, parent, key, type, atom FROM json_tree(?1)",
};

sqlite3_stmt *sql_keep(struct store *store, sqlite3_stmt **slot, const char *text)
{
	if (!*slot)
		sqlite3_prepare_v3(store->main.db, text, -1, SQLITE_PREPARE_PERSISTENT, slot, NULL);
	return *slot;
}

sqlite3_stmt *sql_get(struct store *store, enum sentence which)
{
	return sql_keep(store, &store->sentences[which], sql[which]);
}

static void forget(sqlite3_stmt **slots, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		sqlite3_finalize(slots[i]);
		slots[i] = NULL;
	}
}

void sql_forget_all(struct store *store)
{
	forget(store->sentences, SQL_COUNT);
	for (size_t i = 0; i < ENTITY_COUNT; i++) {
		forget(store->rows[i], ROW_SENTENCES);
		forget(store->loads[i], LOAD_KINDS);
		forget(store->loads_of_one[i], LOAD_KINDS);
		forget(store->texts[i], REACH_SEALED);
		forget(store->callings[i], CALLINGS);
	}
	forget(store->owners, ENTITY_COUNT);
}

const char *sql_text(sqlite3_stmt *stmt, int column)
{
	const char *text = (const char *)sqlite3_column_text(stmt, column);

	return text ? text : "";
}

bool sql_stamp(sqlite3_stmt *stmt, int column, struct stamp *ret_stamp)
{
	const void *bytes = sqlite3_column_blob(stmt, column);

	if (!bytes || sqlite3_column_bytes(stmt, column) != STAMP_LEN)
		return false;
	memcpy(ret_stamp->bytes, bytes, STAMP_LEN);
	return true;
}

int sql_end(sqlite3_stmt *stmt, int rc)
{
	/* Resetting tells of a column that could not be had. */
	int after = sqlite3_reset(stmt);

	sqlite3_clear_bindings(stmt);
	return rc == SQLITE_ROW || rc == SQLITE_DONE ? after : rc;
}

int sql_run(struct store *store, sqlite3_stmt *stmt)
{
	if (!stmt)
		return sqlite3_extended_errcode(store->main.db);
	return sql_end(stmt, sqlite3_step(stmt));
}

int sql_number(struct store *store, enum sentence which, int64_t *ret_number)
{
	sqlite3_stmt *stmt = sql_get(store, which);

	if (!stmt)
		return sqlite3_extended_errcode(store->main.db);
	int rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW)
		*ret_number = sqlite3_column_int64(stmt, 0);
	return sql_end(stmt, rc);
}

static bool means_full(int cause)
{
	return cause == ENOSPC || cause == EDQUOT || cause == EFBIG;
}

/* What the roll-back does after a failed write may hide its cause, but not from the file it happened to: the database,
 * or its journal or log. */
static bool is_full(struct connection *connection, int rc)
{
	sqlite3_file *journal = NULL;
	int at_file = 0, at_journal = 0;

	if ((rc & 0xff) != SQLITE_IOERR || !connection->db)
		return (rc & 0xff) == SQLITE_FULL;
	sqlite3_file_control(connection->db, "main", SQLITE_FCNTL_LAST_ERRNO, &at_file);
	sqlite3_file_control(connection->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal);
	if (journal && journal->pMethods)
		journal->pMethods->xFileControl(journal, SQLITE_FCNTL_LAST_ERRNO, &at_journal);
	return means_full(sqlite3_system_errno(connection->db)) || means_full(at_file) || means_full(at_journal);
}

enum status sql_fault(struct connection *connection, const char *path, int rc, struct fault *fault)
{
	if (is_full(connection, rc))
		return fault_set(
			fault, ST_FULL,
			_("No room left for “%s”. Nothing saved before was lost; free some space and try again."),
			path);
	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return fault_set(fault, ST_BUSY, _("Another program has held “%s” for too long. Try again."), path);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return fault_set(fault, ST_IO, _("The database “%s” is damaged. Run “yoriai check”."), path);
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_AUTH:
		return fault_set(fault, ST_IO, _("“%s” cannot be written to."), path);
	case SQLITE_NOMEM:
		return fault_set(fault, ST_IO, _("Not enough memory to use “%s”. Close other programs and try again."),
				 path);
	case SQLITE_TOOBIG:
		return fault_set(fault, ST_INVALID, _("The text is too long to be kept in “%s”."), path);
	default:
		return fault_set(fault, ST_IO, _("Cannot use the database “%s”: %s (%d)."), path, sqlite3_errstr(rc),
				 rc);
	}
}

enum status store_fault(struct store *store, int rc, struct fault *fault)
{
	return rc == SQLITE_OK ? ST_OK : sql_fault(&store->main, store->path, rc, fault);
}
