#include "course.h"

#include <string.h>

/* Whose turn it was has told; where no presentation runs, nobody's turn it is. */
static void turn_end(struct course *course)
{
	for (size_t i = 0; i < course->book->tables.len; i++)
		if (course->turns[i] == TURN_NOW)
			course->turns[i] = TURN_DONE;
}

void turns_begin(struct course *course)
{
	size_t len = course->book->tables.len;

	memset(course->turns, 0, len * sizeof *course->turns);
	for (size_t i = 0; i < len; i++)
		course->order[i] = i;
	course->told = course->len;
}

/* Presentations that come again go on where they were: who has told has told. */
void turns_start_item(struct course *course)
{
	size_t index = course->current;

	turn_end(course);
	if (course->book->items.at[index].kind != ITEM_KIND_PRESENTATION || course->told == index)
		return;
	turns_begin(course);
	course->told = index;
}

static bool is_telling(const struct course *course)
{
	return course->current < course->len && course->told == course->current;
}

/* NULL: nobody. */
static void turn_begin(struct course *course, const struct table *table, int64_t steady_ms)
{
	if (!is_telling(course))
		return;
	turn_end(course);
	if (!table)
		return;
	course->turns[table - course->book->tables.at] = TURN_NOW;
	course->turn_since_ms = steady_ms;
	course->turn_pauses_ms = track_pauses_ms(&course->tracks[course->current], steady_ms);
}

bool turns_present(struct course *course, const struct entry *entry)
{
	const struct table *table = workbook_table_by_id(course->book, entry->row->target);

	if ((!table && *entry->row->target) || !stage_show_table(course, table))
		return false;
	turn_begin(course, table, entry->steady_ms);
	return true;
}

bool turns_pass(struct course *course, const struct entry *entry)
{
	const struct table *table = workbook_table_by_id(course->book, entry->row->target);

	if (!table || !is_telling(course))
		return false;
	enum turn *turn = &course->turns[table - course->book->tables.at];
	if (*turn != TURN_WAITING && *turn != TURN_NOW)
		return false;
	*turn = TURN_PASSED;
	if (course->stage.table == table)
		stage_clear_table(course);
	return true;
}

/* The table moves to that place; those between move up or down by one. */
bool turns_reorder(struct course *course, const struct entry *entry)
{
	const struct table *table = workbook_table_by_id(course->book, entry->row->target);
	size_t len = course->book->tables.len, from = 0, to = (size_t)entry->ms;

	if (!table || !is_telling(course) || entry->ms < 0 || to >= len)
		return false;
	size_t moved = (size_t)(table - course->book->tables.at);
	while (course->order[from] != moved)
		from++;
	for (size_t i = from; i < to; i++)
		course->order[i] = course->order[i + 1];
	for (size_t i = from; i > to; i--)
		course->order[i] = course->order[i - 1];
	course->order[to] = moved;
	return from != to;
}

int64_t turns_spent_ms(const struct course *course, int64_t steady_ms)
{
	if (!is_telling(course) || !course->stage.table)
		return 0;
	const struct track *track = &course->tracks[course->current];
	int64_t spent_ms = steady_ms - course->turn_since_ms;
	spent_ms -= track_pauses_ms(track, steady_ms) - course->turn_pauses_ms;
	return spent_ms > 0 ? spent_ms : 0;
}
