#include "stage_set.h"

#include "base/i18n.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum status stage_set_reload(struct stage_set *set, struct fault *fault)
{
	enum status st = store_load(set->app->store, set->workshop.text, store_reach_all, &set->book, fault);

	if (st == ST_OK)
		run_fold(&set->book, env_now(set->app->env), &set->arena, &set->run);
	return st;
}

enum status stage_set_perform(struct stage_set *set, enum status (*act_on)(const struct act *act, struct fault *fault),
			      struct fault *fault)
{
	struct batch batch = { 0 };
	struct act act = { &set->book, &set->run, set->app->env, &batch };
	enum status st = act_on(&act, fault);

	if (st == ST_OK)
		st = store_append(set->app->store, &batch, fault);
	batch_done(&batch);
	return st == ST_OK ? stage_set_reload(set, fault) : st;
}

enum status stage_set_play(struct stage_set *set, struct demo *demo, int64_t elapsed_s, struct fault *fault)
{
	struct batch batch = { 0 };
	struct act act = { &set->book, &set->run, set->app->env, &batch };
	enum status st = ST_OK;

	while (demo->next < demo->len && demo->lines[demo->next].due_s <= elapsed_s)
		demo_play(demo, &act);
	if (batch.len)
		st = store_append(set->app->store, &batch, fault);
	batch_done(&batch);
	return st;
}

enum status stage_set_fill(struct stage_set *set, int64_t start_ms, struct fault *fault)
{
	struct batch batch = { 0 };
	enum status st = demo_fill(&batch, set->app->env, start_ms, &set->workshop, fault);

	if (st == ST_OK)
		st = store_append(set->app->store, &batch, fault);
	batch_done(&batch);
	return st == ST_OK ? stage_set_reload(set, fault) : st;
}

enum status stage_set_find_room(struct stage_set *set, struct fault *fault)
{
	const char *temp = getenv("TMPDIR");

	snprintf(set->folder, sizeof set->folder, "%s/yoriai-demo-XXXXXX", temp && *temp == '/' ? temp : "/tmp");
	if (!mkdtemp(set->folder))
		return fault_set(fault, ST_IO, _("Cannot make the folder “%s”: %s."), set->folder, strerror(errno));
	int len = snprintf(set->app->db, sizeof set->app->db, "%s/demo.db", set->folder);
	return len > 0 && (size_t)len < sizeof set->app->db ? ST_OK
							      : fault_set(fault, ST_INVALID, _("The file name is too long: “%s”."), set->folder);
}

/* The feeder may have left something beside the database. */
static void empty_folder(const char *folder)
{
	DIR *dir = opendir(folder);

	for (struct dirent *entry; dir && (entry = readdir(dir));)
		if (entry->d_type == DT_REG)
			unlinkat(dirfd(dir), entry->d_name, 0);
	if (dir)
		closedir(dir);
}

void stage_set_strike(struct stage_set *set)
{
	app_close(set->app);
	empty_folder(set->folder);
	rmdir(set->folder);
	arena_done(&set->arena);
	workbook_done(&set->book);
}

enum status stage_set_go_on_to(struct stage_set *set, struct handclock *clock, enum item_kind kind, struct fault *fault)
{
	enum status st = set->run.state == RUN_PLANNED ? stage_set_perform(set, act_start, fault) : ST_OK;

	while (st == ST_OK && run_current(&set->run) && run_current(&set->run)->item->kind != kind) {
		handclock_go(clock, run_current(&set->run)->planned_ms);
		st = stage_set_perform(set, act_next, fault);
	}
	return st;
}

static enum status move_start(struct stage_set *set, int64_t start_ms, struct fault *fault)
{
	struct batch batch = { 0 };

	batch_add(&batch, ENTITY_workshop, set->workshop.text, set->workshop.text);
	batch_set_number(&batch, FIELD_workshop_start_ms, start_ms);
	enum status st = store_append(set->app->store, &batch, fault);
	batch_done(&batch);
	return st == ST_OK ? stage_set_reload(set, fault) : st;
}

enum status stage_set_open_now(struct stage_set *set, struct handclock *clock, struct fault *fault)
{
	int64_t now_ms = clock->now.wall_ms, lead_ms = 0;

	for (size_t i = 0; i < set->run.len && set->run.items[i].item->kind != ITEM_KIND_TABLE; i++)
		lead_ms += set->run.items[i].planned_ms;
	handclock_go(clock, -lead_ms);
	enum status st = move_start(set, now_ms - lead_ms, fault);
	return st == ST_OK ? stage_set_go_on_to(set, clock, ITEM_KIND_TABLE, fault) : st;
}
