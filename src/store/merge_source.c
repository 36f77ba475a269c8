#include "merge_parts.h"

#include "base/i18n.h"
#include "place.h"
#include "schema.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { EACH_STAMP, EACH_WORKSHOP, EACH_ENTITY, EACH_KIND, EACH_BODY, EACH_HASH, EACH_ERASED };

static enum status refuse_damage(struct source *source, struct fault *fault)
{
	return fault_set(fault, ST_INVALID, _("“%s” is damaged, so nothing of it was taken in. Ask for another copy of it."),
			 source->path);
}

enum status source_is_none(const struct source *source, struct fault *fault)
{
	return fault_set(fault, ST_INVALID,
			 _("“%s” is not a yoriai database, nor an export of one. A copy that can be taken in is made by “yoriai backup” or "
			   "“yoriai export all”."),
			 source->path);
}

enum status source_fault(struct source *source, int rc, struct fault *fault)
{
	switch (rc & 0xff) {
	case SQLITE_OK:
		return ST_OK;
	case SQLITE_CORRUPT:
		return refuse_damage(source, fault);
	case SQLITE_NOTADB:
	case SQLITE_ERROR: /* a table or a column is not there */
		return source_is_none(source, fault);
	case SQLITE_READONLY:
		return fault_set(fault, ST_REFUSED,
				 _("“%s” was cut off while in use. Open it once with yoriai where it was made, then take it in."),
				 source->path);
	default:
		return sql_fault(&source->connection, source->path, rc, fault);
	}
}

static bool is_same_file(const char *a, const char *b)
{
	struct stat one, other;

	return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

/* Without the log beside it nothing can change under us: then the file need not even be locked. */
static int open_to_read(struct source *source)
{
	int rc = connection_open(&source->connection, source->place, source->had_log ? ACCESS_READ : ACCESS_FROZEN);

	return rc == SQLITE_OK ? connection_run(&source->connection, "PRAGMA query_only = ON; BEGIN") : rc;
}

/* An older file is well: its log is as ours, only the tables folded from it have fewer fields. */
static enum status look(struct source *source, enum kinship kinship, struct fault *fault)
{
	int64_t problems = 0, is_table = 0;
	enum status st = schema_check_kinship(kinship, source->path, fault);

	if (st == ST_OK && kinship == KINSHIP_EMPTY)
		st = schema_refuse_empty(source->path, fault);
	if (st != ST_OK)
		return st;
	int rc = connection_number(&source->connection, "SELECT count(*) FROM pragma_quick_check(1) WHERE quick_check <> 'ok'",
			       &problems);
	if (rc == SQLITE_OK)
		rc = connection_number(&source->connection, FACT_IS_TABLE, &is_table);
	st = source_fault(source, rc, fault);
	if (st == ST_OK && problems)
		st = refuse_damage(source, fault);
	if (st == ST_OK && !is_table)
		st = source_fault(source, SQLITE_NOTADB, fault);
	return st;
}

/* Only what SQLite itself knows not to be a database is looked at in another way: a database is never opened but by SQLite. */
static enum status open_one(struct source *source, struct fault *fault)
{
	enum kinship kinship = KINSHIP_FOREIGN;
	int rc = open_to_read(source);

	if (rc == SQLITE_OK)
		rc = schema_recognise(&source->connection, &kinship);
	if ((rc & 0xff) == SQLITE_NOTADB) {
		connection_close(&source->connection);
		return document_open(source, fault);
	}
	return rc == SQLITE_OK ? look(source, kinship, fault) : source_fault(source, rc, fault);
}

int source_prepare(struct source *source)
{
	return sqlite3_prepare_v2(source->connection.db,
				  "SELECT stamp, workshop, entity, kind, body, hash, erased FROM fact ORDER BY seq", -1,
				  &source->each, NULL);
}

enum status source_find(struct source *source, const struct store *store, const char *path, struct fault *fault)
{
	*source = (struct source){ .path = path };
	enum status st = place_resolve(path, false, &source->place, fault);

	if (st == ST_OK && is_same_file(source->place, store->path))
		st = fault_set(fault, ST_REFUSED, _("“%s” is this database itself."), path);
	if (st == ST_OK)
		source->had_log = place_has(source->place, "-wal") || place_has(source->place, "-journal");
	return st;
}

enum status source_open(struct source *source, const struct store *store, const char *path, struct fault *fault)
{
	enum status st = source_find(source, store, path, fault);

	if (st == ST_OK)
		st = open_one(source, fault);
	return st == ST_OK ? source_fault(source, source_prepare(source), fault) : st;
}

/* The log as a database of ours has it, but for what is never asked. */
static const char log_sql[] =
	"PRAGMA journal_mode = OFF; BEGIN;"
	"CREATE TABLE fact (seq INTEGER PRIMARY KEY, stamp, workshop, entity, kind, body, hash, erased);"
	"CREATE UNIQUE INDEX fact_once ON fact (entity, stamp, hash)";
static const char put_sql[] = "INSERT OR IGNORE INTO fact (stamp, workshop, entity, kind, body, hash, erased)"
			      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

int source_in_memory(struct source *source, sqlite3_stmt **ret_put)
{
	int rc = connection_open(&source->connection, ":memory:", ACCESS_MAKE);

	if (rc == SQLITE_OK)
		rc = connection_run(&source->connection, log_sql);
	return rc == SQLITE_OK ? sqlite3_prepare_v2(source->connection.db, put_sql, -1, ret_put, NULL) : rc;
}

void source_close(struct source *source)
{
	sqlite3_finalize(source->each);
	connection_close(&source->connection);
	free(source->place);
	*source = (struct source){ 0 };
}

bool source_next(struct source *source, struct told *ret_told, int *rc)
{
	sqlite3_stmt *stmt = source->each;

	*rc = sqlite3_step(stmt);
	if (*rc != SQLITE_ROW) {
		*rc = sql_end(stmt, *rc);
		return false;
	}
	*ret_told = (struct told){
		.workshop = sql_text(stmt, EACH_WORKSHOP),
		.entity = sql_text(stmt, EACH_ENTITY),
		.kind = sql_text(stmt, EACH_KIND),
		.body = sql_text(stmt, EACH_BODY),
		.hash = sqlite3_column_int64(stmt, EACH_HASH),
		.is_erased = sqlite3_column_int64(stmt, EACH_ERASED) != 0,
	};
	ret_told->body_len = sqlite3_column_bytes(stmt, EACH_BODY);
	ret_told->is_stamped = sql_stamp(stmt, EACH_STAMP, &ret_told->stamp);
	return true;
}
