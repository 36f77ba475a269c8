/* story.c - a table's story, to be read back: it follows what is written meanwhile, and writes nothing. */
#include "console/console.h"

#include "base/mem.h"
#include "screens/screens.h"
#include "view/story.h"

#include <stdlib.h>

struct reading_place {
	struct story_shown shown; /* as last drawn */
	bool is_sought;           /* a paragraph was looked for */
	size_t sought;
};

static void go_to_page(struct console *console, size_t page)
{
	struct reading_place *place = console->state;

	if (page >= place->shown.pages)
		return;
	place->shown.page = page;
	place->is_sought = false;
}

static void do_forward(struct console *console)
{
	const struct reading_place *place = console->state;

	go_to_page(console, place->shown.page + 1);
}

static void do_back(struct console *console)
{
	const struct reading_place *place = console->state;

	go_to_page(console, place->shown.page - 1);
}

static void do_first(struct console *console)
{
	go_to_page(console, 0);
}

static void do_last(struct console *console)
{
	const struct reading_place *place = console->state;

	go_to_page(console, place->shown.pages - 1);
}

static void do_shut(struct console *console)
{
	console->effects.quit = true;
}

static command_handler *const handlers[CMD_COUNT] = {
	[CMD_story_forward] = do_forward, [CMD_story_back] = do_back, [CMD_story_first] = do_first,
	[CMD_story_last] = do_last,       [CMD_story_shut] = do_shut,
	[CMD_story_find] = find_open,     [CMD_story_find_next] = find_next, [CMD_story_find_before] = find_before,
};

static void *open_story(struct console *console)
{
	struct reading_place *place = mem_new(1, sizeof *place);

	(void)console;
	place->shown.pages = 1;
	return place;
}

static void refresh(struct console *console)
{
	if (!workbook_table(&console->book, console->table))
		console->effects.quit = true;
}

static struct story_view view_of(const struct console *console)
{
	const struct reading_place *place = console->state;

	return (struct story_view){
		.book = &console->book,
		.table = workbook_table(&console->book, console->table),
		.page = place->shown.page,
		.is_sought = place->is_sought,
		.sought = place->sought,
	};
}

/* What is written meanwhile may leave fewer pages than there were. */
static void draw(const struct console *console, struct canvas *canvas)
{
	struct reading_place *place = console->state;
	const struct story_view view = view_of(console);

	if (view.table)
		place->shown = story_view_draw(canvas, &view);
}

/* --- its paragraphs as words are looked for in them ------------------------------------------------------------------- */

static size_t len(const struct console *console)
{
	const struct story_view view = view_of(console);

	return view.table ? story_view_len(&view) : 0;
}

static size_t bar(const struct console *console)
{
	const struct reading_place *place = console->state;
	size_t at = place->is_sought ? place->sought : place->shown.first;

	return at < len(console) ? at : 0;
}

static void go_to(struct console *console, size_t row)
{
	struct reading_place *place = console->state;

	place->is_sought = true;
	place->sought = row;
}

static void add_text(const struct console *console, size_t row, struct buf *out)
{
	const struct story_view view = view_of(console);

	story_view_add_text(&view, row, out);
}

static const struct find_list list = { .len = len, .bar = bar, .go_to = go_to, .add_text = add_text };

static bool is_still(const struct console *console)
{
	(void)console;
	return true;
}

const struct screen screen_story = {
	.name = "story",
	.scope = AT_story,
	.reach = { .reach = REACH_ROOM_ONLY },
	.open = open_story,
	.close = free,
	.refresh = refresh,
	.handlers = handlers,
	.draw = draw,
	.is_still = is_still,
	.list = &list,
};
