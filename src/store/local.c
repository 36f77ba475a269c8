#include "store/local.h"

#include "base/file.h"
#include "inside.h"
#include "transaction.h"

#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Commits what came to rc. */
static enum status finish(struct store *store, int rc, bool matters, struct fault *fault)
{
	enum status st = transaction_end(store, store_fault(store, rc, fault), fault);

	if (st == ST_OK)
		store_changed(store, matters);
	return st;
}

/* As the kernel writes it, "PID (NAME) STATE …", where the name may hold anything; '\0': it cannot be read. */
static char process_state(int64_t pid)
{
	enum { STAT_MAX = 4096 };
	struct buf stat = { 0 };
	char path[40];

	snprintf(path, sizeof path, "/proc/%" PRId64 "/stat", pid);
	bool is_read = file_read(path, STAT_MAX, &stat, NULL) == ST_OK;
	const char *name_end = is_read ? strrchr(buf_text(&stat), ')') : NULL;
	char state = '\0';
	if (name_end && name_end[1] == ' ')
		state = name_end[2];
	buf_done(&stat);
	return state;
}

/* One that has ended and that nobody has asked after yet (Z) still takes signals. */
static bool is_alive(int64_t pid, int64_t boot_id, int64_t boot_id_now)
{
	return boot_id == boot_id_now && pid > 0 && (kill((pid_t)pid, 0) == 0 || errno == EPERM) && process_state(pid) != 'Z';
}

static void bind_texts(sqlite3_stmt *stmt, const char *const *texts, int len)
{
	for (int i = 0; stmt && i < len; i++)
		sqlite3_bind_text(stmt, i + 1, texts[i], -1, SQLITE_STATIC);
}

enum status draft_save(struct store *store, const char *workshop, const char *place, const char *body,
		       struct fault *fault)
{
	enum status st = transaction_begin(store, fault);

	if (st != ST_OK)
		return st;
	sqlite3_stmt *stmt = sql_get(store, *body ? SQL_DRAFT_SAVE : SQL_DRAFT_FORGET);
	bind_texts(stmt, (const char *[]){ workshop, place, body }, *body ? 3 : 2);
	return finish(store, sql_run(store, stmt), false, fault);
}

void draft_own_place(const struct store *store, const char *prefix, char ret_place[DRAFT_PLACE_LEN])
{
	snprintf(ret_place, DRAFT_PLACE_LEN, "%s %" PRId64 " %" PRId64, prefix, (int64_t)getpid(),
		 env_now(store->env).boot_id);
}

/* A process that has our number, and is not us, was before us: numbers come round again. */
static bool is_left(const char *rest, int64_t boot_id_now)
{
	int64_t pid, boot_id;

	if (sscanf(rest, " %" SCNd64 " %" SCNd64, &pid, &boot_id) != 2)
		return false;
	return pid == getpid() || !is_alive(pid, boot_id, boot_id_now);
}

enum status draft_find_left(struct store *store, const char *workshop, const char *prefix,
			    char ret_place[DRAFT_PLACE_LEN], struct buf *ret_body, struct fault *fault)
{
	sqlite3_stmt *stmt = sql_get(store, SQL_DRAFT_EACH);
	int64_t boot_id = env_now(store->env).boot_id;
	bool found = false;
	int rc = SQLITE_DONE;

	if (!stmt)
		return store_fault(store, sqlite3_extended_errcode(store->main.db), fault);
	bind_texts(stmt, (const char *[]){ workshop, prefix }, 2);
	while (!found && (rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		const char *place = sql_text(stmt, 0);
		found = strlen(place) < DRAFT_PLACE_LEN && is_left(place + strlen(prefix), boot_id);
		if (!found)
			continue;
		snprintf(ret_place, DRAFT_PLACE_LEN, "%s", place);
		buf_clear(ret_body);
		buf_add_text(ret_body, sql_text(stmt, 1));
	}
	rc = sql_end(stmt, rc);
	if (rc != SQLITE_OK)
		return store_fault(store, rc, fault);
	return found ? ST_OK : ST_NOT_FOUND;
}

enum status heartbeat_save(struct store *store, const char *workshop, struct moment now, struct fault *fault)
{
	const int64_t numbers[] = { now.wall_ms, now.boot_ms, now.mono_ms, now.boot_id };
	enum status st = transaction_begin(store, fault);

	if (st != ST_OK)
		return st;
	sqlite3_stmt *stmt = sql_get(store, SQL_HEARTBEAT_SAVE);
	bind_texts(stmt, &workshop, 1);
	for (int i = 0; stmt && i < 4; i++)
		sqlite3_bind_int64(stmt, i + 2, numbers[i]);
	return finish(store, sql_run(store, stmt), false, fault);
}

enum status heartbeat_load(struct store *store, const char *workshop, struct moment *ret_last, struct fault *fault)
{
	sqlite3_stmt *stmt = sql_get(store, SQL_HEARTBEAT_LOAD);
	struct moment last = { 0 };

	if (!stmt)
		return store_fault(store, sqlite3_extended_errcode(store->main.db), fault);
	bind_texts(stmt, &workshop, 1);
	int rc = sqlite3_step(stmt);
	bool found = rc == SQLITE_ROW;
	if (found)
		last = (struct moment){ sqlite3_column_int64(stmt, 0), sqlite3_column_int64(stmt, 1),
					sqlite3_column_int64(stmt, 2), sqlite3_column_int64(stmt, 3) };
	rc = sql_end(stmt, rc);
	if (rc != SQLITE_OK)
		return store_fault(store, rc, fault);
	if (!found)
		return ST_NOT_FOUND;
	*ret_last = last;
	return ST_OK;
}

static int drop_row(struct store *store, int64_t pid, int64_t boot_id)
{
	sqlite3_stmt *stmt = sql_get(store, SQL_PRESENCE_DROP);

	if (stmt) {
		sqlite3_bind_int64(stmt, 1, pid);
		sqlite3_bind_int64(stmt, 2, boot_id);
	}
	return sql_run(store, stmt);
}

enum status presence_save(struct store *store, const char *workshop, const char *role, int64_t table,
			  struct fault *fault)
{
	enum status st = transaction_begin(store, fault);

	if (st != ST_OK)
		return st;
	sqlite3_stmt *stmt = sql_get(store, SQL_PRESENCE_SAVE);
	if (stmt) {
		sqlite3_bind_int64(stmt, 1, getpid());
		sqlite3_bind_int64(stmt, 2, env_now(store->env).boot_id);
		sqlite3_bind_text(stmt, 3, workshop, -1, SQLITE_STATIC);
		sqlite3_bind_text(stmt, 4, role, -1, SQLITE_STATIC);
		sqlite3_bind_int64(stmt, 5, table);
	}
	st = finish(store, sql_run(store, stmt), true, fault);
	if (st == ST_OK)
		store->present = true;
	return st;
}

void presence_drop(struct store *store)
{
	if (!store->present || transaction_begin(store, NULL) != ST_OK)
		return;
	store->present = false;
	int rc = drop_row(store, getpid(), env_now(store->env).boot_id);
	/* A row that could not be dropped does not count once the process is gone. */
	(void)finish(store, rc, true, NULL);
}

static bool is_stopped(int64_t pid)
{
	char state = process_state(pid);

	return state == 'T' || state == 't';
}

/* counts NULL: every live one does. */
static size_t tables_where(struct store *store, const char *workshop, bool (*counts)(int64_t pid), int64_t *tables, size_t max)
{
	sqlite3_stmt *stmt = sql_get(store, SQL_PRESENCE_EACH);
	int64_t boot_id = env_now(store->env).boot_id;
	size_t len = 0;
	int rc;

	if (!stmt)
		return 0;
	bind_texts(stmt, &workshop, 1);
	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		int64_t pid = sqlite3_column_int64(stmt, 0), table = sqlite3_column_int64(stmt, 3);
		if (table <= 0 || !is_alive(pid, sqlite3_column_int64(stmt, 1), boot_id) || (counts && !counts(pid)))
			continue;
		if (len < max && (len == 0 || tables[len - 1] != table))
			tables[len++] = table;
	}
	sql_end(stmt, rc);
	return len;
}

size_t presence_tables(struct store *store, const char *workshop, int64_t *tables, size_t max)
{
	return tables_where(store, workshop, NULL, tables, max);
}

size_t presence_stopped_tables(struct store *store, const char *workshop, int64_t *tables, size_t max)
{
	return tables_where(store, workshop, is_stopped, tables, max);
}
