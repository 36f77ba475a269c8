#include "world.h"

#include "base/calendar.h"
#include "base/mem.h"

#include <stdio.h>
#include <string.h>

enum { MOST_ITEMS = 16, MOST_TABLES = 8 };

static struct moment world_now(void *ctx)
{
	const struct world *world = ctx;

	return world->now;
}

/* Ids in the order in which they are drawn, so that a failing test reads well. */
static void world_random(void *ctx, void *bytes, size_t len)
{
	struct world *world = ctx;
	uint64_t id = ++world->ids;
	unsigned char *at = bytes;

	for (size_t i = len; i-- > 0; id /= 32)
		at[i] = id % 32;
}

void world_begin(struct world *world)
{
	int64_t wall_ms = 0;

	*world = (struct world){ 0 };
	if (calendar_parse("2026-11-22 13:00", &wall_ms) != ST_OK)
		wall_ms = 0;
	world->now = (struct moment){ .wall_ms = wall_ms, .boot_ms = 5000000, .mono_ms = 4000000, .boot_id = 7 };
	world->env = (struct env){ world_now, world_random, world };
	struct workshop *workshop = arena_new(&world->book.arena, 1, sizeof *workshop);
	*workshop = (struct workshop){ .id = "w", .workshop = "w", .title = "Test" };
	workbook_set_rows(&world->book, ENTITY_workshop, workshop, 1);
	world->book.items.at = arena_new(&world->book.arena, MOST_ITEMS, sizeof *world->book.items.at);
	world->book.tables.at = arena_new(&world->book.arena, MOST_TABLES, sizeof *world->book.tables.at);
	world_fold(world);
}

void world_done(struct world *world)
{
	batch_done(&world->batch);
	arena_done(&world->folds);
	workbook_done(&world->book);
}

static const char *new_id(struct world *world, const char *prefix)
{
	char id[ID_LEN + 1];

	snprintf(id, sizeof id, "%s%u", prefix, (unsigned)++world->ids);
	return arena_copy(&world->book.arena, id);
}

struct item *world_add_item(struct world *world, const char *title, int64_t planned_s)
{
	struct item *item = &world->book.items.at[world->book.items.len++];

	*item = (struct item){ .id = new_id(world, "item"), .workshop = "w", .planned_s = planned_s };
	item->title = arena_copy(&world->book.arena, title);
	item->pos = item->room = item->cue = item->bells = "";
	return item;
}

struct table *world_add_table(struct world *world)
{
	struct table *table = &world->book.tables.at[world->book.tables.len++];

	*table = (struct table){ .id = new_id(world, "table"), .workshop = "w", .name = "", .headline = "", .theme = "", .room = "" };
	table->number = (int64_t)world->book.tables.len;
	return table;
}

int64_t world_midnight_ms(const struct world *world)
{
	return calendar_midnight_ms(world->now.wall_ms);
}

static void pass_ms(struct moment *moment, int64_t ms, bool awake)
{
	moment->wall_ms += ms;
	moment->boot_ms += ms;
	moment->mono_ms += awake ? ms : 0;
}

void world_pass_ms(struct world *world, int64_t ms)
{
	pass_ms(&world->now, ms, true);
	pass_ms(&world->elsewhere, ms, true);
}

void world_sleep_ms(struct world *world, int64_t ms)
{
	pass_ms(&world->now, ms, false);
	pass_ms(&world->elsewhere, ms, true);
}

void world_set_wall_ms(struct world *world, int64_t by_ms)
{
	world->now.wall_ms += by_ms;
}

void world_reboot_ms(struct world *world, int64_t ms)
{
	world_pass_ms(world, ms);
	world->now.boot_ms = world->now.mono_ms = 20000;
	world->now.boot_id++;
}

void world_change_machine(struct world *world, int64_t ahead_ms)
{
	struct moment here = world->now;

	if (!world->elsewhere.boot_id)
		world->elsewhere = (struct moment){ here.wall_ms + ahead_ms, 90000, 80000, here.boot_id + 1000 };
	world->now = world->elsewhere;
	world->elsewhere = here;
}

struct act world_act(struct world *world, const struct run *run)
{
	return (struct act){ &world->book, run, &world->env, &world->batch };
}

static struct run_row *new_row(struct world *world)
{
	struct run_row_list *rows = &world->book.run_rows;

	if (rows->len == world->rows_room) {
		world->rows_room = world->rows_room ? world->rows_room * 2 : 16;
		struct run_row *grown = arena_new(&world->book.arena, world->rows_room, sizeof *grown);
		if (rows->len)
			memcpy(grown, rows->at, rows->len * sizeof *grown);
		rows->at = grown;
	}
	return &rows->at[rows->len++];
}

/* As the store writes a fact and reads the row back. */
static void commit_fact(struct world *world, const struct fact *fact)
{
	struct run_row *row = new_row(world);

	world->stamp = stamp_next(world->stamp, world->now.wall_ms, 1);
	*row = (struct run_row){ .workshop = "w", .born = world->stamp, .item = "", .target = "", .text = "" };
	row->id = arena_copy(&world->book.arena, fact->id);
	for (size_t i = 0; i < fact->changes_len; i++) {
		struct value value = fact->changes[i].value;
		value.text = arena_copy(&world->book.arena, value.text);
		row_set((struct row *)row, fact->changes[i].field, value);
	}
}

size_t world_commit(struct world *world)
{
	size_t len = world->batch.len;

	for (size_t i = 0; i < len; i++)
		commit_fact(world, &world->batch.facts[i]);
	batch_done(&world->batch);
	return len;
}

void world_drop_rows(struct world *world, size_t keep)
{
	world->book.run_rows.len = keep;
}

void world_fold(struct world *world)
{
	arena_done(&world->folds);
	run_fold(&world->book, world->now, &world->folds, &world->run);
}
