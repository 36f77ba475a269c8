/* story.c - a table's story, to be read back: it follows what is written meanwhile, and writes nothing. */
#include "console.h"

#include "base/mem.h"
#include "view/story.h"

#include <stdlib.h>

struct reading_place {
	size_t page, pages; /* as last drawn */
};

static void turn(struct console *console, bool forward)
{
	struct reading_place *place = console->state;

	if (forward ? place->page + 1 < place->pages : place->page > 0)
		place->page += forward ? 1 : (size_t)-1;
}

static void do_forward(struct console *console)
{
	turn(console, true);
}

static void do_back(struct console *console)
{
	turn(console, false);
}

static void do_first(struct console *console)
{
	((struct reading_place *)console->state)->page = 0;
}

static void do_last(struct console *console)
{
	struct reading_place *place = console->state;

	place->page = place->pages - 1;
}

static void do_shut(struct console *console)
{
	console->effects.quit = true;
}

static command_handler *const handlers[CMD_COUNT] = {
	[CMD_story_forward] = do_forward, [CMD_story_back] = do_back, [CMD_story_first] = do_first,
	[CMD_story_last] = do_last,       [CMD_story_shut] = do_shut,
};

static void *open_story(struct console *console)
{
	struct reading_place *place = mem_new(1, sizeof *place);

	(void)console;
	place->pages = 1;
	return place;
}

static void refresh(struct console *console)
{
	if (!workbook_table(&console->book, console->table))
		console->effects.quit = true;
}

/* What is written meanwhile may leave fewer pages than there were. */
static void draw(const struct console *console, struct canvas *canvas)
{
	struct reading_place *place = console->state;
	struct story_view view = {
		.book = &console->book,
		.table = workbook_table(&console->book, console->table),
		.page = place->page,
	};

	if (!view.table)
		return;
	place->pages = story_view_draw(canvas, &view);
	if (place->page >= place->pages)
		place->page = place->pages - 1;
}

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
};
