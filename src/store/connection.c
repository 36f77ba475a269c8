#include "connection.h"

#include "base/buf.h"
#include "base/mem.h"

#include <ctype.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* SQLite's own waiting doubles its sleeps, which starves whoever came late: with twelve scribes the slowest commit took
 * 640 ms, with short naps of random length 62 ms. */
enum { PATIENCE_US = 5000000, NAP_LEAST_US = 500, NAP_FIRST_US = 2000, NAP_LATER_US = 8000, NAPS_FIRST = 3 };

static uint64_t draw(struct connection *connection)
{
	uint64_t x = connection->chance;

	x ^= x << 13;
	x ^= x >> 7;
	x ^= x << 17;
	return connection->chance = x;
}

void connection_nap(struct connection *connection, int tries)
{
	int most_us = tries < NAPS_FIRST ? NAP_FIRST_US : NAP_LATER_US;
	int us = NAP_LEAST_US + (int)(draw(connection) % (uint64_t)(most_us - NAP_LEAST_US));

	nanosleep(&(struct timespec){ .tv_nsec = us * 1000L }, NULL);
	connection->napped_us += us;
}

static int wait_for_lock(void *ctx, int tries)
{
	struct connection *connection = ctx;

	if (tries == 0)
		connection->napped_us = 0;
	if (connection->is_in_passing || connection->napped_us >= PATIENCE_US)
		return 0;
	connection_nap(connection, tries);
	return 1;
}

/* A file from elsewhere may carry anything: nothing in it is run, and no value is larger than what we write. */
static void distrust(sqlite3 *db)
{
	static const struct {
		int option, on;
	} options[] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
		{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
		{ SQLITE_DBCONFIG_DQS_DDL, 0 },
		{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
		/* A checkpoint on closing would not be guarded, and would take away the sign of a session cut short. */
		{ SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
	};

	for (size_t i = 0; i < COUNT(options); i++)
		sqlite3_db_config(db, options[i].option, options[i].on, NULL);
	sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 1000000);
	sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, 100000);
	sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
}

/* clang-format off */
static const char settings[] =
	"PRAGMA synchronous = FULL;"       /* an acknowledged line survives a power cut */
	"PRAGMA wal_autocheckpoint = 0;"   /* checkpoints are guarded (live.h) */
	"PRAGMA cell_size_check = ON;"     /* torn pages are found early */
	"PRAGMA mmap_size = 0;"            /* no SIGBUS from a shrinking file */
	"PRAGMA temp_store = MEMORY;"      /* no text of a case in temporary files */
	"PRAGMA secure_delete = ON;"       /* deleted text is overwritten */
	"PRAGMA recursive_triggers = OFF;";
/* clang-format on */

/* Only a URI can say "immutable"; what is special in one is escaped. */
static void frozen_uri(const char *path, struct buf *uri)
{
	buf_add_text(uri, "file:");
	for (const char *c = path; *c; c++) {
		if (isalnum((unsigned char)*c) || *c == '/' || *c == '.' || *c == '-' || *c == '_')
			buf_add_char(uri, *c);
		else
			buf_addf(uri, "%%%02X", (unsigned char)*c);
	}
	buf_add_text(uri, "?immutable=1");
}

static int open_handle(struct connection *connection, const char *path, enum access access)
{
	static const int how[] = {
		[ACCESS_MAKE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
		[ACCESS_WRITE] = SQLITE_OPEN_READWRITE,
		[ACCESS_READ] = SQLITE_OPEN_READONLY,
		[ACCESS_FROZEN] = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
	};
	struct buf uri = { 0 };
	const char *name = path;

	if (access == ACCESS_FROZEN) {
		frozen_uri(path, &uri);
		name = buf_text(&uri);
	}
	/* SQLite makes the file with the mode that the umask leaves; journals take theirs from the file. */
	mode_t mask = umask(077);
	int flags = how[access] | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
	int rc = sqlite3_open_v2(name, &connection->db, flags, NULL);
	umask(mask);
	buf_done(&uri);
	return rc;
}

int connection_open(struct connection *connection, const char *path, enum access access)
{
	*connection = (struct connection){ 0 };
	sqlite3_randomness(sizeof connection->chance, &connection->chance);
	connection->chance = (connection->chance ^ (uint64_t)getpid()) | 1;

	int rc = open_handle(connection, path, access);
	if (rc != SQLITE_OK)
		return rc;
	distrust(connection->db);
	sqlite3_busy_handler(connection->db, wait_for_lock, connection);
	return connection_run(connection, settings);
}

void connection_close(struct connection *connection)
{
	sqlite3_close(connection->db);
	connection->db = NULL;
}

void connection_let_go(struct connection *connection, bool had_log)
{
	if (connection->db && !had_log)
		sqlite3_db_config(connection->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
	connection_close(connection);
}

int connection_run(struct connection *connection, const char *sql)
{
	return sqlite3_exec(connection->db, sql, NULL, NULL, NULL);
}

int connection_set_room(struct connection *connection, int64_t before)
{
	char sql[64];

	snprintf(sql, sizeof sql, "PRAGMA cache_size = %lld", (long long)before);
	return connection_run(connection, sql);
}

int connection_take_little_room(struct connection *connection)
{
	enum { LITTLE_KIB = 256 };

	return connection_set_room(connection, -LITTLE_KIB);
}

int connection_make_room(struct connection *connection, int64_t *ret_before)
{
	enum { MUCH_KIB = 65536 };
	int rc = connection_number(connection, "PRAGMA cache_size", ret_before);

	return rc == SQLITE_OK ? connection_set_room(connection, -MUCH_KIB) : rc;
}

int connection_number(struct connection *connection, const char *sql, int64_t *ret_number)
{
	sqlite3_stmt *stmt;
	int rc = sqlite3_prepare_v2(connection->db, sql, -1, &stmt, NULL);

	if (rc != SQLITE_OK)
		return rc;
	rc = sqlite3_step(stmt);
	int64_t number = rc == SQLITE_ROW ? sqlite3_column_int64(stmt, 0) : 0;
	rc = sqlite3_finalize(stmt);
	if (rc == SQLITE_OK)
		*ret_number = number;
	return rc;
}
