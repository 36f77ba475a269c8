/* world.h - a workshop in memory whose clocks are turned by hand. */
#ifndef TESTS_ENGINE_WORLD_H
#define TESTS_ENGINE_WORLD_H

#include "engine/act.h"

struct world {
	struct workbook book;
	struct moment now;
	struct moment elsewhere; /* the clocks of the other machine; boot_id 0: not met yet */
	struct env env;
	struct batch batch;
	struct arena folds; /* what runs are folded in */
	struct run run;
	uint64_t ids;
	struct stamp stamp;
	size_t rows_room;
};

/* 22 November 2026, 13:00 in the process's zone. */
void world_begin(struct world *world);
void world_done(struct world *world);

struct item *world_add_item(struct world *world, const char *title, int64_t planned_s);
struct table *world_add_table(struct world *world);
int64_t world_midnight_ms(const struct world *world);

void world_pass_ms(struct world *world, int64_t ms); /* all clocks go on */
void world_sleep_ms(struct world *world, int64_t ms);
void world_set_wall_ms(struct world *world, int64_t by_ms);
void world_reboot_ms(struct world *world, int64_t ms);

void world_change_machine(struct world *world, int64_t ahead_ms); /* ahead: said when it is met first */

struct act world_act(struct world *world, const struct run *run);
size_t world_commit(struct world *world); /* the batch becomes rows of the book: how many */
void world_drop_rows(struct world *world, size_t keep);
void world_fold(struct world *world); /* into world->run; earlier runs become invalid */

#endif
