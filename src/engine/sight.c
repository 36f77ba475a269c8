#include "course.h"

/* All dark, clock and all: for a pause in which nobody is to look at the wall. */
bool stage_darken(struct run_stage *stage, const struct entry *entry)
{
	return entry_switch(entry, &stage->dark);
}

bool stage_reveal(struct run_stage *stage, const struct entry *entry)
{
	if (entry->ms < 0 || entry->ms == stage->shown)
		return false;
	stage->shown = entry->ms;
	return true;
}

static struct run_sight sight_of(const struct run_stage *stage, const struct item *item)
{
	return (struct run_sight){
		.item = item,
		.page = stage->page,
		.shown = stage->shown,
		.table = stage->table,
		.step = stage->step,
		.picture = stage->picture,
		.day = stage->day,
	};
}

/* What stands there now is held, whatever is put up behind it; let go, the room sees where one is by then. */
bool stage_freeze(struct course *course, const struct entry *entry)
{
	struct run_stage *stage = &course->stage;

	if (!entry_switch(entry, &stage->frozen))
		return false;
	stage->held = sight_of(stage, course->current < course->len ? &course->book->items.at[course->current] : NULL);
	return true;
}

struct run_sight run_sight(const struct run *run)
{
	const struct run_item *item = run_current(run);

	return sight_of(&run->stage, item ? item->item : NULL);
}

struct run_sight run_room_sight(const struct run *run)
{
	return run->stage.frozen ? run->stage.held : run_sight(run);
}

bool run_letter_is_open(const struct run *run)
{
	for (size_t i = 0; i < run->len; i++)
		if (run->items[i].item->kind == ITEM_KIND_LETTER && run->items[i].actual_start_ms)
			return true;
	return false;
}
