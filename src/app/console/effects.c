/* effects.c - what was written down to be done in the store is done. */
#include "console.h"

#include "base/i18n.h"
#include "store/local.h"
#include "world/papers.h"

#include <stdlib.h>

struct guarded {
	const struct effects *effects;
	struct fault fault;
};

static bool holds(const struct workbook *book, void *ctx)
{
	struct guarded *guarded = ctx;

	return guarded->effects->guard(book, &guarded->effects->batch, &guarded->fault) == ST_OK;
}

static enum status write_batch(struct console *console, struct fault *fault)
{
	struct effects *effects = &console->effects;
	struct guarded guarded = { effects, { "" } };

	if (!effects->guard)
		return app_append(console->app, &effects->batch, fault);
	enum status st = app_append_if(console->app, &effects->batch, console->workshop, holds, &guarded, fault);
	if (st == ST_REFUSED && guarded.fault.text[0])
		*fault = guarded.fault;
	return st;
}

static void append(struct console *console)
{
	struct effects *effects = &console->effects;
	struct fault fault = { "" };

	/* Who writes has seen what is shown, and no more. */
	if (!effects->batch.seen)
		effects->batch.seen = console->book.seen;
	if (write_batch(console, &fault) != ST_OK) {
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

/* As it is on disk, without what does not go out. The letter is not among them. */
static void write_papers(struct console *console)
{
	const struct store_reach reach = { .reach = REACH_PRIVATE, .goes_out = true };
	struct effects *effects = &console->effects;
	struct workbook book = { 0 };
	struct arena arena = { 0 };
	struct fault fault = { "" };
	struct run run;
	size_t written = 0;
	enum status st = store_load(console->app->store, effects->papers_of, reach, &book, &fault);

	if (st == ST_OK) {
		run_fold(&book, env_now(console->app->env), &arena, &run);
		st = papers_write(&book, &run, effects->papers, &written, &fault);
	}
	if (st == ST_OK)
		console_say(console, _("%zu papers are in %s; a browser prints them. The letter is not among them."), written,
			    effects->papers);
	else
		console_complain(console, &fault);
	arena_done(&arena);
	workbook_done(&book);
	effects->reload = true; /* the store has been read: what others wrote before that must not be missed */
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

void console_effects(struct console *console)
{
	struct effects *effects = &console->effects;

	if (effects->batch.len)
		append(console);
	if (effects->draft)
		save_draft(console);
	if (effects->papers)
		write_papers(console);
	if (effects->carry_out)
		effects->carry_out(console);
	if (effects->heartbeat)
		beat(console);
	if (effects->reload)
		reload(console);
	batch_done(&effects->batch);
	free(effects->draft_text);
	free(effects->papers);
	effects->papers = NULL;
	effects->batch = (struct batch){ 0 };
	effects->guard = NULL;
	effects->carry_out = NULL;
	effects->draft = effects->draft_before = NULL;
	effects->draft_text = NULL;
	effects->done[0] = '\0';
	effects->heartbeat = effects->reload = false;
}
