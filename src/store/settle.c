#include "settle.h"

#include "backup.h"
#include "base/mem.h"
#include "inside.h"
#include "live.h"
#include "look.h"
#include "side.h"
#include "sound.h"

enum { LOOK_PAGES_MAX = 4096 }; /* some ten milliseconds */

static bool is_live(struct store *store)
{
	return !store->read_only && live_is_wal(&store->main);
}

/* Who joins a live file trusts the one who looked before. A command trusts also the one who is still at it: what it writes goes
 * into the log, and that waits. */
static enum status look_at_once(struct store *store, struct fault *fault)
{
	if (store->mode == STORE_LIVE && is_live(store))
		look_await_others(store);
	store->is_settled = is_live(store) && side_is_stood_on(store->side, SIDE_SOUND);
	if (store->is_settled || (store->mode == STORE_WRITE && is_live(store) && side_is_stood_on(store->side, SIDE_LOOKS)))
		return ST_OK;
	enum status st = sound_check(store, fault);
	store->is_settled = st == ST_OK;
	return st;
}

/* A single command does not take longer for all that is stored: of a large file it trusts what it does not read, and what it reads
 * SQLite looks at. What was cut off while in use is looked through all the same, once. */
static bool is_too_large(struct store *store)
{
	int64_t pages = 0;

	return store->mode != STORE_LIVE && !live_is_wal(&store->main) &&
	       connection_number(&store->main, "PRAGMA page_count", &pages) == SQLITE_OK && pages > LOOK_PAGES_MAX;
}

/* Others see that we look, or know the file to be sound. A reader's look is not thorough enough for them. */
static int become_live(struct store *store)
{
	int rc = live_enter(store);

	if (rc == SQLITE_OK)
		rc = sql_number(store, SQL_LOG_END, &store->log_began);
	if (rc != SQLITE_OK)
		return rc;
	store->is_settled = store->is_settled || side_is_stood_on(store->side, SIDE_SOUND);
	if (store->mode == STORE_LIVE)
		store->standing = side_open(store->side);
	(void)side_step_on(store->standing, store->is_settled ? SIDE_SOUND : SIDE_LOOKS);
	live_checkpoint_if_due(store);
	return SQLITE_OK;
}

/* The mode that the file was opened for. */
static int make_ready(struct store *store)
{
	int rc = SQLITE_OK;

	if (store->is_ready)
		return SQLITE_OK;
	store->ours = true;
	if (!store->read_only)
		rc = live_keep_journal(store);
	if (rc == SQLITE_OK && store->stays && !store->read_only)
		rc = become_live(store);
	if (rc == SQLITE_OK && store->mode == STORE_READ)
		rc = connection_run(&store->main, "PRAGMA query_only = ON");
	store->is_ready = rc == SQLITE_OK;
	return rc;
}

static int make_ready_in_passing(struct store *store)
{
	store->main.is_in_passing = true;
	int rc = make_ready(store);
	store->main.is_in_passing = false;
	return rc;
}

bool settle_can_wait(struct store *store, bool soon)
{
	store->look_is_due = soon;
	return soon || is_too_large(store);
}

/* Every table is folded afresh: see connection_make_room(). */
static int upgrade(struct store *store)
{
	int64_t room = 0;
	int rc = connection_make_room(&store->main, &room);

	if (rc == SQLITE_OK)
		rc = schema_bring_up_to_date(store);
	if (room)
		connection_set_room(&store->main, room);
	return rc;
}

static enum status bring_up_to_date(struct store *store, enum kinship kinship, struct fault *fault)
{
	struct buf copy = { 0 };
	enum status st = ST_OK;

	if (kinship == KINSHIP_OURS)
		return ST_OK;
	/* Upgraded through a log, the file would be written twice. */
	if (live_is_wal(&store->main))
		(void)live_rest(store);
	buf_addf(&copy, "%s.before-%d", store->path, SCHEMA_VERSION);
	if (kinship == KINSHIP_OLDER)
		st = backup_write(store, buf_text(&copy), fault);
	buf_done(&copy);
	return st == ST_OK ? store_fault(store, upgrade(store), fault) : st;
}

enum status settle_at_once(struct store *store, enum kinship kinship, struct fault *fault)
{
	enum status st = look_at_once(store, fault);

	store->ours = st == ST_OK;
	if (st == ST_OK)
		st = bring_up_to_date(store, kinship, fault);
	return st == ST_OK ? store_fault(store, make_ready(store), fault) : st;
}

enum status settle_to_write(struct store *store, struct fault *fault)
{
	if (store->refused != ST_OK)
		return fault_set(fault, store->refused, "%s", store->refusal.text);
	return store_fault(store, make_ready(store), fault);
}

/* In a file at rest a reader keeps others from writing, and a look takes long. Where others might write and we cannot make the
 * file live, it trusts what it does not read. */
static bool needs_look(struct store *store)
{
	bool keeps_nobody_out = store->frozen || !store->read_only || live_is_wal(&store->main);

	store->is_settled = store->is_settled || !keeps_nobody_out;
	store->look_is_due = !store->is_settled;
	return store->look_is_due;
}

/* Damaged: it is left as it stands, with its log, and nobody is let in before the copy is made. */
static void hear(struct store *store)
{
	if (!store->look)
		store->look = look_start(store);
	store->refused = store->look ? look_end(store->look, store, &store->refusal) : sound_check(store, &store->refusal);
	store->is_settled = store->refused == ST_OK;
	if (store->is_settled)
		(void)side_step_on(store->standing, SIDE_SOUND);
	look_done(store->look);
	store->look = NULL;
	store->look_is_due = false;
	mem_give_back();
	live_checkpoint_if_due(store);
}

enum status store_settle(struct store *store, struct fault *fault)
{
	enum status st = settle_to_write(store, fault);

	if (st != ST_OK || !(store->look || (store->look_is_due && needs_look(store))))
		return st;
	hear(store);
	return settle_to_write(store, fault);
}

int store_look(struct store *store)
{
	/* The sooner it is live, the less a console that is stopped keeps from others. Who is busy now will not be later. */
	if (store->look_is_due && make_ready_in_passing(store) == SQLITE_OK && needs_look(store))
		store->look = look_start(store);
	store->look_is_due = store->look_is_due && !store->look;
	return store->look ? look_fd(store->look) : -1;
}

void store_stand_still(struct store *store)
{
	store->look_is_due = store->look_is_due || store->look;
	look_done(store->look);
	store->look = NULL;
	side_step_off(store->standing, SIDE_LOOKS);
}

bool store_is_settled(const struct store *store)
{
	return store->is_settled;
}

/* Of what the log holds, is anything worth keeping until somebody has looked? */
static bool has_facts_in_log(struct store *store)
{
	int64_t end = 0;

	return store->had_log || sql_number(store, SQL_LOG_END, &end) != SQLITE_OK || end > store->log_began;
}

bool store_owes_a_look(struct store *store)
{
	return store->mode == STORE_LIVE && store->is_ready && !store->is_settled && store->refused == ST_OK &&
	       has_facts_in_log(store) && side_step_on(store->standing, SIDE_LOOKS);
}

bool settle_may_rest(struct store *store)
{
	if (store->is_settled || !live_is_wal(&store->main))
		return true;
	return store->stays && store->is_ready && store->refused == ST_OK && !has_facts_in_log(store);
}
