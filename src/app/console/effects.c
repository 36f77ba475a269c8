#include "console.h"

#include "store/local.h"

#include <stdio.h>
#include <stdlib.h>

static void append(struct console *console)
{
	struct effects *effects = &console->effects;
	struct fault fault = { "" };

	if (store_append(console->app->store, &effects->batch, &fault) != ST_OK) {
		console_complain(console, &fault);
		return;
	}
	/* "Saved" is said only now, when it is on disk. */
	if (effects->done[0])
		console_say(console, "%s", effects->done);
	if (console->screen->written)
		console->screen->written(console);
	effects->reload = true;
}

static void save_draft(struct console *console)
{
	struct effects *effects = &console->effects;
	struct store *store = console->app->store;
	struct fault fault = { "" };
	enum status st = draft_save(store, console->workshop, effects->draft, effects->draft_text ? effects->draft_text : "", &fault);

	if (st == ST_OK && effects->draft_before)
		st = draft_save(store, console->workshop, effects->draft_before, "", &fault);
	if (st != ST_OK)
		console_complain(console, &fault);
}

static void beat(struct console *console)
{
	struct fault fault = { "" };

	if (heartbeat_save(console->app->store, console->workshop, console->now, &fault) != ST_OK)
		console_complain(console, &fault);
}

static void reload(struct console *console)
{
	struct fault fault = { "" };

	if (console_reload(console, &fault) != ST_OK)
		console_complain(console, &fault);
}

static void open_over(struct console *console, struct term *term)
{
	struct effects *effects = &console->effects;

	console_run(console->app, term, effects->open, effects->open_workshop, effects->open_table);
	effects->reload = effects->redraw = console->came_back = true;
}

bool console_effects(struct console *console, struct term *term)
{
	struct effects *effects = &console->effects;

	if (effects->batch.len)
		append(console);
	if (effects->draft)
		save_draft(console);
	if (effects->heartbeat)
		beat(console);
	if (effects->open)
		open_over(console, term);
	if (effects->suspend)
		term_suspend(term);
	if (effects->reload)
		reload(console);
	if (effects->redraw)
		term_redraw(term, console->app->theme);
	bool stay = !effects->quit;
	batch_done(&effects->batch);
	free(effects->draft_text);
	*effects = (struct effects){ 0 };
	return stay;
}
