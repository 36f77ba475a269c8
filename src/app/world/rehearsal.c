#include "rehearsal_place.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "engine/run.h"
#include "store/care.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PAINT_MS = 250, DAY_MS = 24 * 3600 * 1000 };

/* --- its time ------------------------------------------------------------------------------------------------------- */

/* Somebody may have begun it since the last look. */
static void look_whether_begun(struct rehearsal *rehearsal)
{
	struct fastclock *clock = &rehearsal->clock;

	if (!clock->runs)
		clock->runs = place_read_begun(rehearsal->folder, &clock->begun);
}

static struct moment rehearsal_now(void *ctx)
{
	struct rehearsal *rehearsal = ctx;

	look_whether_begun(rehearsal);
	return fastclock_at(&rehearsal->clock, env_now(&env_system));
}

static void machine_random(void *ctx, void *bytes, size_t len)
{
	(void)ctx;
	env_system.fill_random(env_system.ctx, bytes, len);
}

static bool is_start(const struct fact *fact)
{
	for (size_t i = 0; fact->entity == ENTITY_run_row && i < fact->changes_len; i++)
		if (fact->changes[i].field->field == FIELD_run_row_verb && fact->changes[i].value.number == VERB_START)
			return true;
	return false;
}

void rehearsal_heed(struct rehearsal *rehearsal, const struct batch *batch)
{
	for (size_t i = 0; rehearsal->inside && !rehearsal->clock.runs && i < batch->len; i++)
		if (is_start(&batch->facts[i]))
			place_write_begun(rehearsal->folder, env_now(&env_system));
}

int64_t rehearsal_wait_ms(struct rehearsal *rehearsal, int64_t ms)
{
	if (!rehearsal->inside)
		return ms;
	look_whether_begun(rehearsal);
	int64_t wait_ms = fastclock_wait_ms(&rehearsal->clock, ms);
	return wait_ms >= 0 && wait_ms < PAINT_MS ? PAINT_MS : wait_ms;
}

/* --- its place ------------------------------------------------------------------------------------------------------ */

bool rehearsal_find(const char *db, struct rehearsal *ret_rehearsal)
{
	struct rehearsal found = { 0 };

	if (!place_folder(db, found.folder) || !place_is_held(found.folder) || !place_read_plan(&found))
		return false;
	*ret_rehearsal = found;
	return true;
}

bool rehearsal_is_over(const struct rehearsal *rehearsal)
{
	struct rehearsal found = { 0 };

	if (!rehearsal->inside || rehearsal->is_ours)
		return false;
	memcpy(found.folder, rehearsal->folder, sizeof found.folder);
	/* Another one may have begun in the same place. */
	return !place_is_held(found.folder) || !place_read_plan(&found) ||
	       found.clock.made.boot_ms != rehearsal->clock.made.boot_ms;
}

void rehearsal_enter(struct rehearsal *rehearsal, char db[PATH_MAX])
{
	rehearsal->env = (struct env){ .now = rehearsal_now, .fill_random = machine_random, .ctx = rehearsal };
	rehearsal->inside = place_file(rehearsal->folder, "copy.db", db);
}

void rehearsal_leave(struct rehearsal *rehearsal)
{
	if (rehearsal->is_ours) {
		place_sweep(rehearsal->folder);
		close(rehearsal->lock);
	}
	*rehearsal = (struct rehearsal){ 0 };
}

/* --- how it is made --------------------------------------------------------------------------------------------------- */

/* The planned start; where that has passed, on the first day on which it has not. In the past, what is written in the
 * rehearsal would be older than what was there before. */
static int64_t start_of_day(const struct workshop *workshop, int64_t now_ms)
{
	int64_t start_ms = workshop->start_ms ? workshop->start_ms : now_ms;
	int64_t time_ms = start_ms - calendar_midnight_ms(start_ms);

	if (start_ms >= now_ms)
		return start_ms;
	int64_t today_ms = calendar_midnight_ms(now_ms) + time_ms;
	/* A day and a half on, so that a day of 25 hours is left behind too. */
	return today_ms >= now_ms ? today_ms : calendar_midnight_ms(calendar_midnight_ms(now_ms) + DAY_MS * 3 / 2) + time_ms;
}

/* What makes the copy a rehearsal: its speed, by which every reader knows it, and its day. */
static void add_facts(const struct rehearsal *rehearsal, const struct workshop *workshop, struct batch *batch)
{
	int64_t later_ms = rehearsal->clock.wall_ms - workshop->start_ms;

	batch_add(batch, ENTITY_workshop, workshop->id, workshop->id);
	batch_set_number(batch, FIELD_workshop_rehearse_speed, rehearsal->clock.speed);
	batch_set_number(batch, FIELD_workshop_start_ms, rehearsal->clock.wall_ms);
	if (workshop->hall_end_ms && workshop->start_ms)
		batch_set_number(batch, FIELD_workshop_hall_end_ms, workshop->hall_end_ms + later_ms);
}

static enum status write_facts(const char *copy, const struct rehearsal *rehearsal, const struct workshop *workshop,
			       struct fault *fault)
{
	struct store *store = NULL;
	struct batch batch = { 0 };
	enum status st = store_open(copy, STORE_WRITE, &env_system, &store, fault);

	add_facts(rehearsal, workshop, &batch);
	if (st == ST_OK)
		st = store_append(store, &batch, fault);
	batch_done(&batch);
	store_close(store);
	return st;
}

static enum status fill(struct store *store, const struct rehearsal *rehearsal, const struct workshop *workshop,
			struct fault *fault)
{
	char copy[PATH_MAX];

	if (!place_file(rehearsal->folder, "copy.db", copy))
		return fault_set(fault, ST_INVALID, _("The file name is too long: “%s”."), rehearsal->folder);
	enum status st = store_backup(store, copy, fault);
	if (st == ST_OK)
		st = write_facts(copy, rehearsal, workshop, fault);
	return st == ST_OK ? place_write_plan(rehearsal, fault) : st;
}

/* Only what has not begun can be run through from its start, and what runs is in front of people. */
static enum status check_state(const struct workbook *book, struct fault *fault)
{
	const struct workshop *workshop = workbook_workshop(book);

	switch (run_state_of(book, workshop->id)) {
	case RUN_PLANNED:
		break;
	case RUN_RUNNING:
	case RUN_PAUSED:
		return fault_set(fault, ST_REFUSED, _("“%s” is running now, and cannot be rehearsed meanwhile."), workshop->title);
	case RUN_ENDED:
		return fault_set(fault, ST_REFUSED, _("“%s” has ended; only a workshop that is still to come can be rehearsed."),
				 workshop->title);
	}
	return ST_OK;
}

enum status rehearsal_make(struct store *store, const struct workbook *book, int64_t speed, struct rehearsal *ret_rehearsal,
			   struct fault *fault)
{
	const struct workshop *workshop = workbook_workshop(book);
	struct rehearsal rehearsal = { .clock = { .speed = speed, .made = env_now(&env_system) }, .is_ours = true };

	rehearsal.clock.wall_ms = start_of_day(workshop, rehearsal.clock.made.wall_ms);
	snprintf(rehearsal.workshop, sizeof rehearsal.workshop, "%s", workshop->id);
	if (!place_folder(store_path(store), rehearsal.folder))
		return fault_set(fault, ST_INVALID, _("The file name is too long: “%s”."), store_path(store));
	enum status st = check_state(book, fault);
	if (st == ST_OK)
		st = place_take(rehearsal.folder, &rehearsal.lock, fault);
	if (st != ST_OK)
		return st;
	st = fill(store, &rehearsal, workshop, fault);
	if (st == ST_OK)
		*ret_rehearsal = rehearsal;
	else
		rehearsal_leave(&rehearsal);
	return st;
}
