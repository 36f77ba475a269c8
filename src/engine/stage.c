#include "course.h"

#include <string.h>

/* Some steps want the picture by themselves, wherever nobody tells. */
static bool wants_picture(const struct course *course)
{
	return course->current < course->len && course->book->items.at[course->current].face == ITEM_FACE_PICTURE;
}

/* A new step begins with its first page and nobody's story. The shutter and the message stay as they are. */
void stage_start_item(struct course *course)
{
	struct run_stage *stage = &course->stage;

	stage->picture = wants_picture(course);
	stage->page = stage->step = 0;
	stage->shown = stage->shown != 0;
	stage->table = NULL;
	stage->day = false;
}

bool stage_move_shutter(struct run_stage *stage, const struct entry *entry)
{
	stage->open = entry->ms != 0;
	stage->shutter = entry->row->born;
	return true;
}

bool stage_show_day(struct run_stage *stage, const struct entry *entry)
{
	return entry_switch(entry, &stage->day);
}

/* The row names the table whose story is turned, "" for the pages of the case or the letter; one that comes when
 * another table has been called up is too late. */
bool stage_turn(struct run_stage *stage, const struct entry *entry)
{
	const char *shown = stage->table ? stage->table->id : "";

	if (strcmp(entry->row->target, shown) != 0 || entry->ms < 0)
		return false;
	if (stage->table) {
		stage->step = entry->ms;
		return true;
	}
	/* One by one, a page begins with its first paragraph, and who turns back finds the page as it was left. */
	if (stage->shown)
		stage->shown = entry->ms < stage->page ? SHOWN_WHOLE : 1;
	stage->page = entry->ms;
	return true;
}

bool stage_show_picture(struct run_stage *stage, const struct entry *entry)
{
	bool is_new = entry_switch(entry, &stage->picture);

	stage->day = stage->day && !stage->picture;
	return is_new;
}

bool stage_show_table(struct course *course, const struct table *table)
{
	if (table == course->stage.table)
		return false;
	course->stage.table = table;
	course->stage.step = 0;
	course->stage.picture = !table && wants_picture(course);
	course->stage.day = false;
	return true;
}

void stage_clear_table(struct course *course)
{
	course->stage.table = NULL;
	course->stage.picture = wants_picture(course);
}
