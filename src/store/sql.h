/* sql.h - the fixed sentences, prepared once; transactions; and what to tell a person about a failure.
 * Private to store. */
#ifndef STORE_SQL_H
#define STORE_SQL_H

#include "connection.h"
#include "base/status.h"
#include "domain/stamp.h"

#include <stdbool.h>

struct store;

enum sentence {
	SQL_BEGIN,
	SQL_BEGIN_READ,
	SQL_COMMIT,
	SQL_ROLLBACK,
	SQL_DATA_VERSION,
	SQL_META_GET,
	SQL_META_SET,
	SQL_EACH_SAYINGS,
	SQL_ROW_SAYINGS,
	SQL_ROW_KIN,
	SQL_BODY_MEMBERS,
	SQL_LOG_END,
	SQL_ROWS_SINCE,
	SQL_CONTEST_PUT,
	SQL_CONTEST_DROP,
	SQL_CONTEST_GET,
	SQL_CONTEST_LOAD,
	SQL_DRAFT_SAVE,
	SQL_DRAFT_FORGET,
	SQL_DRAFT_EACH,
	SQL_HEARTBEAT_SAVE,
	SQL_HEARTBEAT_LOAD,
	SQL_PRESENCE_SAVE,
	SQL_PRESENCE_DROP,
	SQL_PRESENCE_EACH,
	SQL_TABLE_OF_NUMBER,
	SQL_INDEX_TEXTS,
	SQL_INDEX_TEXTS_BY_ROW,
	SQL_GRAMS_PUT,
	SQL_GRAMS_FIND,
	SQL_GRAMS_NEXT,
	SQL_LINE_ROW,
	SQL_ROW_BEGAN,
	SQL_LINE_ROW_LAST,
	SQL_WORKSHOP_THERE,
	SQL_OWNERS_TABLE,
	SQL_ROWS_AFTER,
	SQL_JSON_VALID,
	SQL_JSON_IS,
	SQL_JSON_TREE,
	SQL_COUNT
};

/* NULL on failure: the code is in the connection. */
sqlite3_stmt *sql_get(struct store *store, enum sentence which);
sqlite3_stmt *sql_keep(struct store *store, sqlite3_stmt **slot, const char *sql);
void sql_forget_all(struct store *store);

/* Steps a sentence that gives no row (NULL is allowed: what failed before), and makes it ready for the next time. */
int sql_run(struct store *store, sqlite3_stmt *stmt);
int sql_number(struct store *store, enum sentence which, int64_t *ret_number); /* what a sentence of one number says */
/* A column of the present row, never NULL. Where memory lacks it is "", and sql_end() will say so. */
const char *sql_text(sqlite3_stmt *stmt, int column);
bool sql_stamp(sqlite3_stmt *stmt, int column, struct stamp *ret_stamp); /* false: it is none */
/* After the last row was read: what it all came to, with SQLITE_OK for rows and the end. */
int sql_end(sqlite3_stmt *stmt, int rc);

/* Says in words what went wrong with the file. */
enum status sql_fault(struct connection *connection, const char *path, int rc, struct fault *fault);
enum status store_fault(struct store *store, int rc, struct fault *fault); /* ST_OK for SQLITE_OK */

#endif
