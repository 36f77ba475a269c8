#include "settle.h"

#include "backup.h"
#include "inside.h"
#include "live.h"
#include "look.h"
#include "sound.h"

enum { LOOK_PAGES_MAX = 4096 }; /* some ten milliseconds */

/* The first to open a file looks whether it is sound; who joins a live one trusts the first. */
static bool is_trusted(struct store *store)
{
	return !store->read_only && live_is_wal(&store->main);
}

/* Who looks beside keeps us from writing, and then makes the file live. */
static void await_others(struct store *store)
{
	if (store->mode != STORE_READ && !is_trusted(store))
		look_await_others(store);
}

static enum status look_at_once(struct store *store, struct fault *fault)
{
	await_others(store);
	return is_trusted(store) ? ST_OK : sound_check(store, fault);
}

/* A single command does not take longer for all that is stored: of a large file it trusts what it does not read, and what it reads
 * SQLite looks at. */
static bool is_too_large(struct store *store)
{
	int64_t pages = 0;

	return store->mode != STORE_LIVE && connection_number(&store->main, "PRAGMA page_count", &pages) == SQLITE_OK &&
	       pages > LOOK_PAGES_MAX;
}

bool settle_can_wait(struct store *store, bool soon)
{
	store->look_is_due = soon && !is_trusted(store);
	return soon || is_too_large(store);
}

static enum status bring_up_to_date(struct store *store, enum kinship kinship, struct fault *fault)
{
	struct buf copy = { 0 };
	enum status st = ST_OK;

	if (kinship == KINSHIP_OURS)
		return ST_OK;
	buf_addf(&copy, "%s.before-%d", store->path, SCHEMA_VERSION);
	if (kinship == KINSHIP_OLDER)
		st = backup_write(store, buf_text(&copy), fault);
	buf_done(&copy);
	return st == ST_OK ? store_fault(store, schema_bring_up_to_date(store), fault) : st;
}

/* The file was found sound: what it was opened for can begin. */
static enum status enter(struct store *store, enum kinship kinship, struct fault *fault)
{
	enum status st = ST_OK;

	store->ours = true;
	if (!store->read_only)
		st = store_fault(store, live_keep_journal(store), fault);
	if (st == ST_OK)
		st = bring_up_to_date(store, kinship, fault);
	if (st == ST_OK && store->mode == STORE_LIVE)
		st = store_fault(store, live_enter(store), fault);
	if (st == ST_OK && store->mode == STORE_READ)
		st = store_fault(store, connection_run(&store->main, "PRAGMA query_only = ON"), fault);
	store->is_settled = st == ST_OK;
	return st;
}

enum status settle_at_once(struct store *store, enum kinship kinship, struct fault *fault)
{
	enum status st = look_at_once(store, fault);

	return st == ST_OK ? enter(store, kinship, fault) : st;
}

enum status store_settle(struct store *store, struct fault *fault)
{
	enum status st = store->refused;

	if (!store->is_settled && st == ST_OK) {
		if (store->look)
			st = look_end(store->look, store, &store->refusal);
		else if (store->look_is_due)
			st = look_at_once(store, &store->refusal);
		else
			await_others(store);
		if (st == ST_OK)
			st = enter(store, KINSHIP_OURS, &store->refusal);
		look_done(store->look);
		store->look = NULL;
		store->look_is_due = false;
		store->refused = st;
	}
	return st == ST_OK ? ST_OK : fault_set(fault, st, "%s", store->refusal.text);
}

int store_look(struct store *store)
{
	if (store->look_is_due)
		store->look = look_start(store);
	store->look_is_due = store->look_is_due && !store->look;
	return store->look ? look_fd(store->look) : -1;
}

void store_stand_still(struct store *store)
{
	store->look_is_due = store->look_is_due || store->look;
	look_done(store->look);
	store->look = NULL;
}

bool store_is_settled(const struct store *store)
{
	return store->is_settled;
}
