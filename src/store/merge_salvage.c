/* What can still be read of a damaged database. Facts are only ever added, and each has the hash of what it says: so every one that
 * holds its own is true, wherever it is found. The log beside the file may have been written on what was damaged already: so the
 * file is read with it and without, and both count. */
#include "merge_parts.h"

#include "schema.h"

enum { FACTS_PER_PAGE_MAX = 64 }; /* ids, stamp and hash alone take eighty bytes */

enum { READ_SEQ, READ_STAMP, READ_WORKSHOP, READ_ENTITY, READ_KIND, READ_BODY, READ_HASH, READ_ERASED };

static const char read_sql[] = "SELECT seq, stamp, workshop, entity, kind, body, hash, erased FROM fact"
			       " WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq";

struct salvage {
	struct connection damaged;
	sqlite3_stmt *read, *put;
};

static bool holds_its_hash(sqlite3_stmt *stmt)
{
	const char *body = sql_text(stmt, READ_BODY);

	return fact_hash(body, (size_t)sqlite3_column_bytes(stmt, READ_BODY)) == sqlite3_column_int64(stmt, READ_HASH);
}

static int keep(struct salvage *salvage)
{
	if (!holds_its_hash(salvage->read))
		return SQLITE_OK;
	for (int column = READ_STAMP; column <= READ_ERASED; column++)
		sqlite3_bind_value(salvage->put, column, sqlite3_column_value(salvage->read, column));
	return sql_end(salvage->put, sqlite3_step(salvage->put));
}

static bool is_damage(int rc)
{
	return (rc & 0xff) == SQLITE_CORRUPT || (rc & 0xff) == SQLITE_IOERR;
}

/* Where a page cannot be read, all around it is: in halves, down to the single place in the log. */
static int read_between(struct salvage *salvage, int64_t first, int64_t last)
{
	int rc, kept = SQLITE_OK;

	sqlite3_bind_int64(salvage->read, 1, first);
	sqlite3_bind_int64(salvage->read, 2, last);
	while (kept == SQLITE_OK && (rc = sqlite3_step(salvage->read)) == SQLITE_ROW) {
		first = sqlite3_column_int64(salvage->read, READ_SEQ) + 1;
		kept = keep(salvage);
	}
	if (kept != SQLITE_OK) {
		sql_end(salvage->read, kept);
		return kept;
	}
	sql_end(salvage->read, rc);
	if (rc == SQLITE_DONE || (is_damage(rc) && first >= last))
		return SQLITE_OK;
	if (!is_damage(rc))
		return rc;
	int64_t middle = first + (last - first) / 2;
	rc = read_between(salvage, first, middle);
	return rc == SQLITE_OK ? read_between(salvage, middle + 1, last) : rc;
}

/* Where the end of the log cannot be read either, as far as it may reach. */
static int log_end(struct connection *damaged, int64_t *ret_end)
{
	int rc = connection_number(damaged, "SELECT coalesce(max(seq), 0) FROM fact", ret_end);

	if (!is_damage(rc))
		return rc;
	rc = connection_number(damaged, "PRAGMA page_count", ret_end);
	*ret_end *= FACTS_PER_PAGE_MAX;
	return rc;
}

static int read_all(struct salvage *salvage)
{
	int64_t end = 0;
	int rc = log_end(&salvage->damaged, &end);

	if (rc == SQLITE_OK)
		rc = sqlite3_prepare_v2(salvage->damaged.db, read_sql, -1, &salvage->read, NULL);
	if (rc == SQLITE_OK)
		rc = read_between(salvage, 1, end);
	sqlite3_finalize(salvage->read);
	return rc;
}

static int recognise(struct connection *damaged, enum kinship *ret_kinship)
{
	int64_t is_table = 0;
	int rc = schema_recognise(damaged, ret_kinship);

	if (rc == SQLITE_OK)
		rc = connection_number(damaged, FACT_IS_TABLE, &is_table);
	return rc == SQLITE_OK && !is_table ? SQLITE_NOTADB : rc;
}

static enum status read_by(struct salvage *salvage, struct source *source, enum access access, struct fault *fault)
{
	enum kinship kinship = KINSHIP_FOREIGN;
	int rc = connection_open(&salvage->damaged, source->place, access);

	if (rc == SQLITE_OK)
		rc = connection_run(&salvage->damaged, "PRAGMA query_only = ON");
	if (rc == SQLITE_OK)
		rc = recognise(&salvage->damaged, &kinship);
	enum status st = rc == SQLITE_OK ? schema_check_kinship(kinship, source->path, fault) : source_fault(source, rc, fault);
	if (st == ST_OK)
		st = source_fault(source, read_all(salvage), fault);
	connection_close(&salvage->damaged);
	return st;
}

enum status salvage_open(struct source *source, const struct store *store, const char *path, struct fault *fault)
{
	struct salvage salvage = { 0 };
	enum status st = source_find(source, store, path, fault);

	if (st == ST_OK)
		st = source_fault(source, source_in_memory(source, &salvage.put), fault);
	if (st == ST_OK && source->had_log)
		st = read_by(&salvage, source, ACCESS_READ, fault);
	if (st == ST_OK)
		st = read_by(&salvage, source, ACCESS_FROZEN, fault);
	sqlite3_finalize(salvage.put);
	return st == ST_OK ? source_fault(source, source_prepare(source), fault) : st;
}
