/* home_make.c - a new workshop, or the next one from the one under the bar. */
#include "home.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "console/typed_path.h"
#include "engine/series.h"
#include "exchange/template.h"
#include "world/make.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void make_workshop(struct console *console, struct make *make)
{
	struct fault fault = { "" };
	enum status st = make_read(make, console->now.wall_ms, &fault);

	if (st == ST_OK)
		home_of(console)->made = make_add(make, console->app->env, &console->effects.batch);
	console_settle(console, st, &fault, _("The workshop is made. Enter opens it."));
	make_done(make);
}

/* Without a slash or a dot it would be the name of a built-in one; no shell has read it. */
static void accept_template_path(struct console *console, const char *typed)
{
	struct make make = make_new(home_of(console)->title);
	char *path = typed_path(typed);

	make.template_name = path;
	if (*typed)
		make_workshop(console, &make);
	free(path);
}

/* Behind the built-in ones stands a file of one's own. */
static void accept_template(struct console *console, int64_t index)
{
	size_t len;
	const char *const *names = template_builtin_names(&len);
	struct make make = make_new(home_of(console)->title);

	if ((size_t)index == len) {
		console_ask_path(console, _("The agenda from which file? (Markdown, as yoriai templates prints it)"), "", accept_template_path);
		return;
	}
	make.template_name = names[index];
	make_workshop(console, &make);
}

static void accept_title(struct console *console, const char *title)
{
	size_t len;
	const char *const *names = template_builtin_names(&len);

	if (!*title)
		return;
	free(home_of(console)->title);
	home_of(console)->title = mem_copy(title);
	console_offer(console, _("Which agenda?"), accept_template);
	for (size_t i = 0; i < len; i++)
		console_offer_choice(console, names[i], (int64_t)i);
	console_offer_choice(console, _("a file of your own"), (int64_t)len);
}

void home_create(struct console *console)
{
	console_ask(console, _("Title of the new workshop"), "", accept_title);
}

/* --- the next one, from the one under the bar ----------------------------------------------------------------------- */

/* The list may have changed while the questions were answered. */
static const struct workshop *workshop_before(struct console *console)
{
	return (const struct workshop *)workbook_find(&console->book, ENTITY_workshop, home_of(console)->before.text);
}

static void make_next(struct console *console, int64_t as_it_went)
{
	const struct workshop *before = workshop_before(console);
	struct make make = make_new(home_of(console)->title);
	struct workbook from = { 0 };
	struct fault fault = { "" };

	if (!before)
		return;
	make.start = home_of(console)->start;
	make.from = &from;
	make.as_it_went = as_it_went;
	/* The list holds what is open only; the agenda's cues are the facilitator's. */
	enum status st = store_load(console->app->store, before->id, store_reach_all, &from, &fault);
	if (st == ST_OK)
		make_workshop(console, &make);
	else
		console_complain(console, &fault);
	workbook_done(&from);
}

/* What was never held has no lengths but those planned. */
static void accept_next_title(struct console *console, const char *title)
{
	const struct workshop *before = workshop_before(console);

	if (!*title || !before)
		return;
	free(home_of(console)->title);
	home_of(console)->title = mem_copy(title);
	if (run_state_of(&console->book, before->id) == RUN_PLANNED) {
		make_next(console, false);
		return;
	}
	console_offer(console, _("How long is each step to be?"), make_next);
	console_offer_choice(console, _("As it was planned the last time"), false);
	console_offer_choice(console, _("As long as it took the last time, in whole minutes"), true);
}

/* The title's number follows from the day: a fiscal year may begin between. */
static void accept_next_start(struct console *console, const char *start)
{
	const struct workshop *before = workshop_before(console);
	struct buf title = { 0 };
	struct fault fault = { "" };
	int64_t start_ms;

	if (!*start || !before)
		return;
	if (make_read_start(start, console->now.wall_ms, &start_ms, &fault) != ST_OK) {
		console_complain(console, &fault);
		return;
	}
	free(home_of(console)->start);
	home_of(console)->start = mem_copy(start);
	struct series_number next = series_number_next(&console->book, before->id, start_ms);
	series_next_title(before->title, &next, &title);
	console_ask(console, _("Title of the next workshop"), buf_text(&title), accept_next_title);
	buf_done(&title);
}

/* Circles meet every few weeks on the same weekday: four weeks on is the first guess. */
static void guess_start(int64_t before_ms, int64_t now_ms, char *text, size_t size)
{
	const int64_t weeks_ms = INT64_C(4) * 7 * 24 * 3600 * 1000;
	struct calendar before = calendar_of(before_ms), at;

	do {
		before_ms += weeks_ms;
	} while (before_ms <= now_ms);
	at = calendar_of(before_ms);
	snprintf(text, size, "%04d-%02d-%02d %02d:%02d", at.year, at.month, at.day, before.hour, before.minute);
}

void home_create_next(struct console *console)
{
	const struct workshop *before = home_workshop(console);
	char start[64];

	if (!before)
		return;
	snprintf(home_of(console)->before.text, sizeof home_of(console)->before.text, "%s", before->id);
	guess_start(before->start_ms, console->now.wall_ms, start, sizeof start);
	console_ask(console, _("When does it begin? For example 2026-12-20 13:30"), start, accept_next_start);
}
