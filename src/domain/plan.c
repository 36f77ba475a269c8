#include "domain/plan.h"

#include <string.h>

static const struct note *find_note(const struct workbook *book, const char *id)
{
	return (const struct note *)(const void *)workbook_find(book, ENTITY_note, id);
}

const struct note *plan_origin(const struct workbook *book, const struct note *note)
{
	return find_note(book, note->from_note);
}

const struct action *plan_action_of(const struct workbook *book, const struct note *note)
{
	size_t i = workbook_next(book, FIELD_action_note, note->id, 0);

	return i < book->actions.len ? &book->actions.at[i] : NULL;
}

size_t plan_led_on(const struct workbook *book, const struct note *note)
{
	size_t count = 0;

	for (size_t i = workbook_next(book, FIELD_note_from_note, note->id, 0); i < book->notes.len;
	     i = workbook_next(book, FIELD_note_from_note, note->id, i + 1))
		count++;
	return count;
}

const struct note *plan_note_of(const struct workbook *book, const struct action *action)
{
	return find_note(book, action->note);
}

enum priority plan_priority(const struct workbook *book, const struct action *action)
{
	const struct note *note = plan_note_of(book, action);

	return note ? note->priority : PRIORITY_UNSAID;
}

const struct action **plan_sorted(const struct workbook *book, const char *table, struct arena *arena, size_t *ret_len)
{
	const struct action **sorted = arena_new(arena, book->actions.len, sizeof *sorted);
	size_t len = 0;

	/* Unsaid is the last of a round that begins at 1. */
	for (unsigned place = 1; place <= codes_priority.len; place++) {
		for (size_t i = 0; i < book->actions.len; i++) {
			const struct action *action = &book->actions.at[i];
			bool is_wanted = !table || strcmp(action->table, table) == 0;
			if (is_wanted && plan_priority(book, action) == place % codes_priority.len)
				sorted[len++] = action;
		}
	}
	*ret_len = len;
	return sorted;
}
