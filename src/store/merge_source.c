/* merge_source.c - the facts of what is to be taken in, one by one. */
#include "merge_parts.h"

#include <stdlib.h>
#include <string.h>

enum { EACH_STAMP, EACH_WORKSHOP, EACH_ENTITY, EACH_KIND, EACH_BODY, EACH_HASH, EACH_ERASED };

int source_prepare(struct source *source)
{
	return sqlite3_prepare_v2(source->connection.db,
				  "SELECT stamp, workshop, entity, kind, body, hash, erased FROM fact ORDER BY seq", -1,
				  &source->each, NULL);
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
