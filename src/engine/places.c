/* places.c - how far the tables are, and in which step (progress.h). */
#include "course.h"

#include <string.h>

void places_begin(struct course *course)
{
	size_t len = course->book->tables.len;

	memset(course->table_states, 0, len * sizeof *course->table_states);
	for (size_t i = 0; i < len; i++)
		course->table_items[i] = course->len;
}

static bool is_with_room(const struct course *course, size_t table)
{
	return course->table_items[table] == course->len;
}

static bool is_at_work(enum table_state state)
{
	return state == TABLE_STATE_TALKING || state == TABLE_STATE_GATHERING || state == TABLE_STATE_MORE;
}

static bool is_table_work(const struct course *course, size_t index)
{
	return index < course->len && course->book->items.at[index].kind == ITEM_KIND_TABLE;
}

void places_start_item(struct course *course, size_t left)
{
	bool is_new_work = is_table_work(course, course->current) && course->tracks[course->current].attempts == 1;

	for (size_t i = 0; i < course->book->tables.len; i++) {
		enum table_state *state = &course->table_states[i];
		bool stays = left != course->current && is_table_work(course, left) && is_at_work(*state) &&
			     is_with_room(course, i);
		course->table_items[i] = stays ? left : course->len;
		if (is_new_work && *state == TABLE_STATE_READY)
			*state = TABLE_STATE_PREPARING;
	}
}

bool places_set_state(struct course *course, const struct entry *entry)
{
	const struct table *table = workbook_table_by_id(course->book, entry->row->target);
	unsigned state;

	if (!table || !code_of_text(&codes_table_state, entry->row->text, &state))
		return false;
	size_t index = (size_t)(table - course->book->tables.at);
	course->table_states[index] = state;
	if (!is_at_work(state))
		course->table_items[index] = course->len;
	return true;
}
