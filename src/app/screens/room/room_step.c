#include "room_step.h"

#include "base/i18n.h"
#include "engine/rounds.h"

#include <stdio.h>
#include <string.h>

/* People who change seats are told where that leads. */
static const char *round_of(const struct item *item, struct arena *arena)
{
	struct name round = round_name(item), after = round_after(item);
	char text[sizeof round.text + 64];

	if (item->kind != ITEM_KIND_MOVE || !after.text[0])
		return round.text[0] ? arena_copy(arena, round.text) : NULL;
	snprintf(text, sizeof text, _("next: %s"), after.text);
	return arena_copy(arena, text);
}

/* A line a table, once themes or rooms are given. */
static const char *places_of(const struct workbook *book, struct arena *arena)
{
	enum workshop_mode mode = workbook_workshop(book)->mode;
	struct buf lines = { 0 };
	bool given = false;

	for (size_t i = 0; i < book->tables.len; i++) {
		const struct table *table = &book->tables.at[i];
		given = given || *table->theme || *table->room;
		if (i)
			buf_add_char(&lines, '\n');
		if (*table->theme)
			buf_addf(&lines, "%s → ", table->theme);
		buf_add_text(&lines, table_place(table, mode).text);
	}
	const char *text = given ? arena_copy(arena, buf_text(&lines)) : NULL;
	buf_done(&lines);
	return text;
}

static const char *first_line(const char *text, struct arena *arena)
{
	size_t len = strcspn(text, "\n");
	char *line = arena_new(arena, len + 1, 1);

	memcpy(line, text, len);
	return line;
}

void room_show_step(const struct console *console, struct arena *arena, struct audience_view *view)
{
	const struct item *item = run_current(&console->run)->item;

	view->face = item->face;
	if (item->face == ITEM_FACE_BLANK) {
		view->step = *item->room ? first_line(item->room, arena) : item->title;
		view->workshop = view->room = view->next = "";
		view->stage = NULL;
		return;
	}
	view->round = round_of(item, arena);
	if (item->kind == ITEM_KIND_TABLE || item->kind == ITEM_KIND_MOVE)
		view->places = places_of(&console->book, arena);
}
