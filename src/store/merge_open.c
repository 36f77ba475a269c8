/* merge_open.c - what is to be taken in is opened: a database, or else a document. */
#include "merge_parts.h"

#include "base/i18n.h"
#include "place.h"
#include "schema.h"

#include <sys/stat.h>

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
		st = source_fault(source, SQLITE_CORRUPT, fault);
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
