#include "course.h"

#include <string.h>

/* A new step begins with its first page and nobody's story. The shutter and the message stay as they are. */
void stage_start_item(struct run_stage *stage)
{
	stage->page = stage->step = 0;
	stage->table = NULL;
}

bool stage_show_message(struct run_stage *stage, const struct entry *entry)
{
	stage->message = entry->row->text;
	stage->message_at_ms = *stage->message ? entry->wall_ms : 0;
	return true;
}

bool stage_move_shutter(struct run_stage *stage, const struct entry *entry)
{
	stage->open = entry->ms != 0;
	stage->shutter = entry->row->born;
	return true;
}

/* The row names the table whose story is turned, "" for the pages of the case or the letter; one that comes when
 * another table has been called up is too late. */
bool stage_turn(struct run_stage *stage, const struct entry *entry)
{
	const char *shown = stage->table ? stage->table->id : "";

	if (strcmp(entry->row->target, shown) != 0 || entry->ms < 0)
		return false;
	*(stage->table ? &stage->step : &stage->page) = entry->ms;
	return true;
}

bool stage_present(struct course *course, const struct entry *entry)
{
	const struct table *table = workbook_table_by_id(course->book, entry->row->target);

	if ((!table && *entry->row->target) || table == course->stage.table)
		return false;
	course->stage.table = table;
	course->stage.step = 0;
	turns_call(course, table, entry->steady_ms);
	return true;
}

bool stage_set_table(struct course *course, const struct entry *entry)
{
	const struct table *table = workbook_table_by_id(course->book, entry->row->target);
	unsigned state;

	if (!table || !code_of_text(&codes_table_state, entry->row->text, &state))
		return false;
	course->table_states[table - course->book->tables.at] = state;
	return true;
}
