#include "console.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "store/local.h"

#include <stdio.h>
#include <stdlib.h>

void console_fold(struct console *console, struct moment now)
{
	arena_done(&console->run_arena);
	console->now = now;
	console->only_own = false;
	console->fold_due_ms = -1;
	if (!workbook_workshop(&console->book) || console->screen->outline)
		return;
	run_fold(&console->book, now, &console->run_arena, &console->run);
	if (console->screen->scope == AT_run && !console->app->as_of_ms)
		app_see_shutter(console->app, console->workshop, &console->run);
	bool still = console->screen->is_still && console->screen->is_still(console);
	int64_t next_ms = still ? run_message_change_ms(&console->run) : run_next_change_ms(&console->run);
	if (next_ms >= 0)
		console->fold_due_ms = now.boot_ms + next_ms;
}

/* Who types wakes the program with every key: there, and where another console has the keys, the run is folded when its figures
 * change, and before a command. */
void console_pass_time(struct console *console, struct moment now, bool has_keys)
{
	bool is_due = console->fold_due_ms >= 0 && now.boot_ms >= console->fold_due_ms;

	console->now = now;
	if (is_due || (has_keys && !console->screen->type && !console->screen->moves_bar))
		console_fold(console, now);
}

/* The letter is read from the file only once its step has begun. */
static struct store_reach reach_now(const struct console *console)
{
	struct store_reach reach = console->screen->reach;

	reach.unsealed = reach.unsealed || run_letter_is_open(&console->run);
	return reach;
}

/* Screens as of then: what was pressed later has not been. */
static void forget_later(struct console *console)
{
	struct run_row_list *rows = &console->book.run_rows;
	size_t kept = 0;

	for (size_t i = 0; i < rows->len; i++)
		if (rows->at[i].at_ms <= console->app->as_of_ms)
			rows->at[kept++] = rows->at[i];
	rows->len = kept;
}

static enum status load_anew(struct console *console, struct store_reach reach, struct fault *fault)
{
	enum status st = console->screen->outline
				 ? store_load_outline(console->app->store, &console->book, fault)
				 : store_load(console->app->store, console->workshop, reach, &console->book, fault);

	if (st != ST_OK)
		return st;
	console->read = reach;
	if (console->app->as_of_ms)
		forget_later(console);
	return ST_OK;
}

/* A workshop is read once; then only what is new in it, in the reach in which it was read. */
static enum status load_rows(struct console *console, struct fault *fault)
{
	if (!console->book.seen || console->screen->outline || console->app->as_of_ms)
		return load_anew(console, console->screen->reach, fault);
	return store_reload(console->app->store, console->workshop, console->read, &console->book, fault);
}

static enum status load(struct console *console, struct fault *fault)
{
	enum status st = load_rows(console, fault);

	if (st != ST_OK || console->screen->outline)
		return st;
	console_fold(console, env_now(console->app->env));
	if (reach_now(console).unsealed != console->read.unsealed)
		st = load_anew(console, reach_now(console), fault);
	return st;
}

enum status console_reload(struct console *console, struct fault *fault)
{
	enum status st = load(console, fault);

	if (st != ST_OK)
		return st;
	if (console->screen->scope == AT_run)
		console->scribes_len =
			presence_tables(console->app->store, console->workshop, console->scribes, COUNT(console->scribes));
	console_fold(console, env_now(console->app->env));
	if (console->screen->scope == AT_run || console->screen->scope == AT_audience)
		chime_follow(&console->chime, &console->run);
	if (console->state && console->screen->refresh)
		console->screen->refresh(console);
	return ST_OK;
}

/* The room is told by the mark alone. */
static void say_rehearsal(struct console *console)
{
	if (console->screen->scope == AT_run && console->run.state == RUN_PLANNED)
		console_say(console, "%s", _("A rehearsal; nothing is kept. The clock stands until Space starts it."));
	else if (console->screen->scope != AT_audience)
		console_say(console, "%s", _("A rehearsal: nothing of it is kept."));
}

enum status console_open(struct console *console, struct app *app, const struct screen *screen, const char *workshop,
			 int64_t table, struct fault *fault)
{
	*console = (struct console){ .app = app, .screen = screen, .table = table };
	snprintf(console->workshop, sizeof console->workshop, "%s", workshop);
	console->opened = env_now(app->env);
	const struct table *found;
	/* Before anything is read: versions tell by whom they are. */
	store_sign(app->store, screen->name, table);
	enum status st = console_reload(console, fault);
	if (st == ST_OK && table)
		st = app_find_table(&console->book, table, &found, fault);
	if (st == ST_OK && screen->open)
		console->state = screen->open(console);
	if (st == ST_OK && app->rehearsal.inside)
		say_rehearsal(console);
	if (st == ST_OK && screen->scope == AT_scribe)
		store_limit_to_table(app->store, workshop, table);
	return st;
}

void effects_done(struct effects *effects)
{
	batch_done(&effects->batch);
	free(effects->draft_text);
	free(effects->papers);
	*effects = (struct effects){ 0 };
}

void console_close(struct console *console)
{
	/* Home may go on with the same store. */
	if (console->screen->scope == AT_scribe) {
		store_limit_to_table(console->app->store, NULL, 0);
		store_sign(console->app->store, NULL, 0);
	}
	if (console->state && console->screen->close)
		console->screen->close(console->state);
	console_shut_overlay(console);
	lineedit_done(&console->edit);
	free(console->finding.words);
	keylist_done(&console->finding.keys);
	effects_done(&console->effects);
	arena_done(&console->run_arena);
	workbook_done(&console->book);
	*console = (struct console){ 0 };
}
