#include "inside.h"

#include "backup.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "grams.h"
#include "live.h"
#include "look.h"
#include "place.h"
#include "schema.h"
#include "settle.h"
#include "side.h"
#include "sound.h"
#include "store/local.h"
#include "stray.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CHECKPOINT_PAGES = 256 }; /* 1 MB of log */

static void hash_body(sqlite3_context *context, int argc, sqlite3_value **argv)
{
	const char *bytes = (const char *)sqlite3_value_text(argv[0]);

	(void)argc;
	sqlite3_result_int64(context, fact_hash(bytes, bytes ? (size_t)sqlite3_value_bytes(argv[0]) : 0));
}

static void warn(struct store *store, const char *format, ...) PRINTF(2);
static void warn(struct store *store, const char *format, ...)
{
	struct fault said = { "" };
	va_list args;

	va_start(args, format);
	vsnprintf(said.text, sizeof said.text, format, args);
	va_end(args);
	free(store->warning);
	store->warning = mem_copy(said.text);
}

static bool is_named_as_document(const char *path)
{
	size_t len = strlen(path);

	return len > 5 && strcasecmp(path + len - 5, ".json") == 0;
}

static enum status open_fault(struct store *store, int rc, struct fault *fault)
{
	if ((rc & 0xff) == SQLITE_NOTADB && is_named_as_document(store->path))
		return fault_set(fault, ST_INVALID,
				 _("“%s” is no database. If it is an export, a database takes it in: yoriai --db NEW.db merge FILE.json"),
				 store->path);
	if ((rc & 0xff) == SQLITE_NOTADB)
		return fault_set(fault, ST_INVALID, _("“%s” is not a yoriai database. It was left as it is."),
				 store->path);
	if ((rc & 0xff) == SQLITE_CORRUPT)
		return sound_refuse(store, sqlite3_errstr(rc), fault);
	return store_fault(store, rc, fault);
}

static int open_main(struct store *store, enum access access)
{
	int rc = connection_open(&store->main, store->path, access);

	if (rc == SQLITE_OK)
		rc = sqlite3_create_function_v2(store->main.db, "fact_hash", 1,
						SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL, hash_body,
						NULL, NULL, NULL);
	if (rc == SQLITE_OK && store->mode == STORE_LIVE)
		rc = connection_take_little_room(&store->main);
	return rc == SQLITE_OK ? grams_register(store->main.db) : rc;
}

static enum status refuse_stranger(struct store *store, enum kinship kinship, struct fault *fault)
{
	enum status st = schema_check_kinship(kinship, store->path, fault);

	if (st == ST_OK && kinship == KINSHIP_EMPTY && store->mode == STORE_READ)
		st = schema_refuse_empty(store->path, fault);
	if (st == ST_OK && kinship == KINSHIP_OLDER && store->read_only)
		st = fault_set(fault, ST_REFUSED,
				 _("“%s” was made by an older yoriai and cannot be upgraded where it is. Copy it to a "
				   "folder that can be written to."),
				 store->path);
	return st;
}

/* The first read of the file. A file in WAL mode that lies where nothing can be written needs to be told so. */
static enum status recognise(struct store *store, enum kinship *ret_kinship, struct fault *fault)
{
	int rc = open_main(store, store->mode == STORE_READ ? ACCESS_WRITE : ACCESS_MAKE);

	if (rc == SQLITE_OK)
		rc = schema_recognise(&store->main, ret_kinship);
	if (store->mode == STORE_READ && ((rc & 0xff) == SQLITE_CANTOPEN || (rc & 0xff) == SQLITE_READONLY) &&
	    place_is_frozen(store->path)) {
		connection_close(&store->main);
		store->frozen = true;
		rc = open_main(store, ACCESS_FROZEN);
		if (rc == SQLITE_OK)
			rc = schema_recognise(&store->main, ret_kinship);
	}
	if (rc != SQLITE_OK)
		return open_fault(store, rc, fault);
	store->read_only = sqlite3_db_readonly(store->main.db, "main");
	return refuse_stranger(store, *ret_kinship, fault);
}

/* A file in WAL mode was left by a crash, or others are live. One that has no log is a copy. */
static void bring_to_rest(struct store *store)
{
	bool is_marked = live_is_wal(&store->main) || live_is_marked(store);

	if (store->frozen && store->had_log)
		warn(store,
		     _("“%s” was in use when it was copied, and its last lines cannot be read where it is. Copy it, "
		       "with the files beside it, to a folder that can be written to."),
		     store->path);
	else if (!store->had_log && is_marked && (store->read_only || live_rest(store)))
		warn(store,
		     _("“%s” is a copy of a file that was in use, and its last lines may be missing. Copy with “yoriai "
		       "backup”."),
		     store->path);
}

static enum status open_file(struct store *store, bool soon, struct fault *fault)
{
	enum kinship kinship = KINSHIP_EMPTY;
	enum status st = recognise(store, &kinship, fault);

	if (st != ST_OK)
		return st;
	if (store->frozen || live_is_wal(&store->main))
		bring_to_rest(store);
	if (store->had_log && backup_is_set_aside(store->path))
		return sound_refuse(store, sqlite3_errstr(SQLITE_CORRUPT), fault);
	/* An older file is brought up to date before anything is read from it. */
	if (kinship == KINSHIP_OURS && settle_can_wait(store, soon))
		return ST_OK;
	return settle_at_once(store, kinship, fault);
}

static void put_stray_log_aside(struct store *store)
{
	char *name = stray_put_aside(store->path, store->side);

	if (name)
		warn(store,
		     _("Beside “%s” lay the log of a file that had this name before. It was put aside as “%s”."),
		     store->path, name);
	free(name);
}

static enum status check_place(struct store *store, struct fault *fault)
{
	const char *service = place_sync_service(store->path);
	enum status st = ST_OK;

	if (store->mode == STORE_LIVE)
		st = place_check_local(store->path, fault);
	if (st == ST_OK && store->mode != STORE_READ)
		st = place_check_writable(store->path, fault);
	if (service)
		warn(store,
		     _("“%s” is in a folder that %s synchronises, which can damage a database in use. Keep it "
		       "elsewhere."),
		     store->path, service);
	return st;
}

static enum status open_store(const char *path, enum store_mode mode, bool soon, const struct env *env,
			      struct store **ret_store, struct fault *fault)
{
	struct store *store = mem_new(1, sizeof *store);

	*store = (struct store){
		.env = env,
		.mode = mode,
		.stays = soon || mode == STORE_LIVE,
		.wal_pages_due = CHECKPOINT_PAGES,
		.projector = -1,
		.standing = -1,
	};
	enum status st = place_resolve(path, mode != STORE_READ, &store->path, fault);
	if (st != ST_OK)
		goto out;
	file_keep_off(store->path);
	store->side = side_name(store->path);
	st = check_place(store, fault);
	if (st != ST_OK)
		goto out;
	put_stray_log_aside(store);
	store->had_log = place_has(store->path, "-wal");
	st = open_file(store, soon, fault);
out:
	if (st == ST_OK)
		*ret_store = store;
	else
		store_close(store);
	return st;
}

enum status store_open(const char *path, enum store_mode mode, const struct env *env, struct store **ret_store,
		       struct fault *fault)
{
	return open_store(path, mode, false, env, ret_store, fault);
}

enum status store_open_soon(const char *path, enum store_mode mode, const struct env *env, struct store **ret_store,
			    struct fault *fault)
{
	return open_store(path, mode, true, env, ret_store, fault);
}

/* Those who leave do so one after the other, and each looks again with the others gone: so the last one finds itself
 * alone, even when a whole room is closed at once. */
static void leave(struct store *store)
{
	connection_close(&store->guard);
	connection_run(&store->main, "PRAGMA query_only = OFF");
	int turn = live_is_wal(&store->main) ? side_lock(store->side, &store->main) : -1;
	bool may_rest = settle_may_rest(store);
	sql_forget_all(store);
	if (may_rest && live_rest(store))
		unlink(store->side);
	connection_close(&store->main);
	side_unlock(store->standing);
	side_unlock(turn);
	if (!may_rest)
		side_drop(store->side);
}

static void let_go(struct store *store)
{
	sql_forget_all(store);
	connection_let_go(&store->main, store->had_log);
}

void store_close(struct store *store)
{
	if (!store)
		return;
	look_done(store->look);
	presence_drop(store);
	projector_leave(store);
	if (store->ours && !store->read_only)
		leave(store);
	else
		let_go(store);
	if (store->path)
		file_let_near(store->path);
	free(store->warning);
	free(store->side);
	free(store->path);
	free(store);
}

const char *store_path(const struct store *store)
{
	return store->path;
}

const char *store_warning(const struct store *store)
{
	return store->warning;
}
