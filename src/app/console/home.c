/* home.c - the first screen: which workshops there are, and what to do next. */
#include "console.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "engine/series.h"
#include "exchange/template.h"
#include "make.h"
#include "store/search.h"
#include "text/text.h"
#include "view/home.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIND_MS = 500 }; /* a person waits that long for what was asked for, and no longer */

/* Where something stands that was looked for. */
struct found {
	struct id workshop;
	int64_t table; /* 0: none */
};

struct home_console {
	size_t bar;
	struct found found[CHOICES_MAX];
	char *title, *start; /* of the workshop being made */
	struct id before; /* the workshop it is made from; "": none */
	struct id made; /* the bar goes to it once it is on disk; "": none */
	struct id rehearsed; /* in another terminal; "": none */
};

static struct home_console *state_of(struct console *console)
{
	return console->state;
}

static const struct workshop *under_bar(struct console *console)
{
	const struct workshop_list *workshops = &console->book.workshops;
	size_t bar = state_of(console)->bar;

	return bar < workshops->len ? &workshops->at[bar] : NULL;
}

static void open_over(struct console *console, const struct screen *screen, int64_t table)
{
	const struct workshop *workshop = under_bar(console);
	struct effects *effects = &console->effects;

	if (!workshop)
		return;
	effects->open = screen;
	effects->open_table = table;
	snprintf(effects->open_workshop, sizeof effects->open_workshop, "%s", workshop->id);
}

static void do_open(struct console *console)
{
	open_over(console, &screen_run, 0);
}

static void accept_speed(struct console *console, const char *text)
{
	char *end;
	long speed = strtol(text, &end, 10);

	if (end == text || *end || speed < 1 || speed > FASTCLOCK_SPEED_MAX) {
		console_say(console, _("That is no speed from 1 to %d."), FASTCLOCK_SPEED_MAX);
		console->notice_is_bad = true;
		return;
	}
	open_over(console, &screen_run, 0);
	console->effects.rehearse_speed = speed;
}

static void do_rehearse(struct console *console)
{
	if (under_bar(console))
		console_ask(console, _("Rehearse it how many times as fast?"), "60", accept_speed);
}

static void do_audience(struct console *console)
{
	open_over(console, &screen_audience, 0);
}

static void do_seats(struct console *console)
{
	open_over(console, &screen_seats, 0);
}

static void accept_table(struct console *console, int64_t table)
{
	open_over(console, &screen_scribe, table);
}

static const struct table *table_under_bar(struct console *console, int64_t number)
{
	const struct workshop *workshop = under_bar(console);
	const struct table_list *tables = &console->book.tables;

	for (size_t i = 0; workshop && i < tables->len; i++) {
		if (tables->at[i].number == number && strcmp(tables->at[i].workshop, workshop->id) == 0)
			return &tables->at[i];
	}
	return NULL;
}

static void accept_number(struct console *console, const char *text)
{
	struct fault fault = { "" };
	char *end;
	long number = strtol(text, &end, 10);

	if (!*text)
		return;
	if (*end == '\0' && table_under_bar(console, number)) {
		accept_table(console, number);
		return;
	}
	fault_set(&fault, ST_INVALID, _("There is no table “%s”."), text);
	console_complain(console, &fault);
}

static void offer_tables(struct console *console, const struct workshop *workshop)
{
	const struct table_list *tables = &console->book.tables;
	char label[32];

	console_offer(console, _("Which table?"), accept_table);
	for (size_t i = 0; i < tables->len; i++) {
		if (strcmp(tables->at[i].workshop, workshop->id) != 0)
			continue;
		snprintf(label, sizeof label, _("Table %d"), (int)tables->at[i].number);
		console_offer_choice(console, label, tables->at[i].number);
	}
}

/* A few tables are chosen from; the number of one among many is typed. */
static void do_scribe(struct console *console)
{
	const struct workshop *workshop = under_bar(console);
	size_t count = 0;

	for (size_t i = 0; workshop && i < console->book.tables.len; i++)
		count += strcmp(console->book.tables.at[i].workshop, workshop->id) == 0;
	if (count > CHOICES_MAX)
		console_ask(console, _("Which table? Its number"), "", accept_number);
	else if (count)
		offer_tables(console, workshop);
	else
		console_say(console, "%s", _("There is no table to record."));
}

static void make_workshop(struct console *console, struct make *make)
{
	struct fault fault = { "" };
	enum status st = make_read(make, console->now.wall_ms, &fault);

	if (st == ST_OK)
		state_of(console)->made = make_add(make, console->app->env, &console->effects.batch);
	console_settle(console, st, &fault, _("The workshop is made. Enter opens it."));
	make_done(make);
}

static void accept_template(struct console *console, int64_t index)
{
	size_t len;
	const char *const *names = template_builtin_names(&len);
	struct make make = make_new(state_of(console)->title);

	make.template_name = names[index];
	make_workshop(console, &make);
}

static void accept_title(struct console *console, const char *title)
{
	size_t len;
	const char *const *names = template_builtin_names(&len);

	if (!*title)
		return;
	free(state_of(console)->title);
	state_of(console)->title = mem_copy(title);
	console_offer(console, _("Which agenda?"), accept_template);
	for (size_t i = 0; i < len; i++)
		console_offer_choice(console, names[i], (int64_t)i);
}

static void do_create(struct console *console)
{
	console_ask(console, _("Title of the new workshop"), "", accept_title);
}

/* --- the next one, from the one under the bar ----------------------------------------------------------------------- */

/* The list may have changed while the questions were answered. */
static const struct workshop *workshop_before(struct console *console)
{
	return (const struct workshop *)workbook_find(&console->book, ENTITY_workshop, state_of(console)->before.text);
}

static void make_next(struct console *console, int64_t as_it_went)
{
	const struct workshop *before = workshop_before(console);
	struct make make = make_new(state_of(console)->title);
	struct workbook from = { 0 };
	struct fault fault = { "" };

	if (!before)
		return;
	make.start = state_of(console)->start;
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
	free(state_of(console)->title);
	state_of(console)->title = mem_copy(title);
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
	free(state_of(console)->start);
	state_of(console)->start = mem_copy(start);
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

static void do_create_next(struct console *console)
{
	const struct workshop *before = under_bar(console);
	char start[64];

	if (!before)
		return;
	snprintf(state_of(console)->before.text, sizeof state_of(console)->before.text, "%s", before->id);
	guess_start(before->start_ms, console->now.wall_ms, start, sizeof start);
	console_ask(console, _("When does it begin? For example 2026-12-20 13:30"), start, accept_next_start);
}

/* --- words, wherever they stand --------------------------------------------------------------------------------------- */

/* What belongs to a table opens it, what belongs to none its workshop. */
static void accept_found(struct console *console, int64_t index)
{
	const struct found *found = &state_of(console)->found[index];
	struct effects *effects = &console->effects;

	effects->open = found->table ? &screen_scribe : &screen_run;
	effects->open_table = found->table;
	snprintf(effects->open_workshop, sizeof effects->open_workshop, "%s", found->workshop.text);
}

static void offer_found(struct console *console, const struct search_hit *hit)
{
	const struct workshop *workshop = (const struct workshop *)workbook_find(&console->book, ENTITY_workshop, hit->workshop);
	struct found *found = &state_of(console)->found[console->choices_len];
	struct buf label = { 0 };

	if (!workshop || console->choices_len == CHOICES_MAX)
		return;
	found->table = hit->table;
	snprintf(found->workshop.text, sizeof found->workshop.text, "%s", hit->workshop);
	if (hit->table) {
		buf_addf(&label, _("Table %d"), (int)hit->table);
		buf_add_text(&label, ": ");
	}
	text_clean(&label, hit->text, strlen(hit->text), false);
	if (strcmp(hit->text, workshop->title) != 0)
		buf_addf(&label, "  (%s)", workshop->title);
	console_offer_choice(console, buf_text(&label), (int64_t)console->choices_len);
	buf_done(&label);
}

static void accept_words(struct console *console, const char *words)
{
	/* Cards and people belong to no workshop. */
	const struct search_scope scope = {
		.shelves = ~(1u << SHELF_CARDS | 1u << SHELF_PEOPLE),
		.reach = REACH_PRIVATE,
		.limit = CHOICES_MAX,
	};
	struct search search;
	struct fault fault = { "" };

	search_begin(&search, console->app->store, words, &scope);
	if (search_go_on(&search, FIND_MS, &fault) != ST_OK) {
		console_complain(console, &fault);
	} else if (search.len) {
		console_offer(console, words, accept_found);
		for (size_t i = 0; i < search.len; i++)
			offer_found(console, &search.hits[i]);
	} else if (*words) {
		console_say(console, _("Nothing holds “%s”."), words);
	}
	search_end(&search);
}

static void do_find(struct console *console)
{
	console_ask(console, _("Which words?"), "", accept_words);
}

static void do_up(struct console *console)
{
	struct home_console *state = state_of(console);

	state->bar -= state->bar > 0;
}

static void do_down(struct console *console)
{
	struct home_console *state = state_of(console);

	state->bar += state->bar + 1 < console->book.workshops.len;
}

static command_handler *const handlers[CMD_COUNT] = {
	[CMD_home_rehearse] = do_rehearse, [CMD_home_find] = do_find,
	[CMD_home_open] = do_open,     [CMD_home_create] = do_create, [CMD_home_audience] = do_audience,
	[CMD_home_create_next] = do_create_next,
	[CMD_home_seats] = do_seats,
	[CMD_home_scribe] = do_scribe, [CMD_home_up] = do_up,         [CMD_home_down] = do_down,
};

/* A rehearsal leaves nothing in this database by which it could be told. */
static void look_for_rehearsal(const struct console *console, struct home_console *state)
{
	struct rehearsal found = { 0 };

	state->rehearsed = (struct id){ "" };
	if (rehearsal_find(console->app->db, &found))
		snprintf(state->rehearsed.text, sizeof state->rehearsed.text, "%s", found.workshop);
}

static void tick(struct console *console)
{
	look_for_rehearsal(console, state_of(console));
}

static void *open_home(struct console *console)
{
	struct home_console *state = mem_new(1, sizeof *state);

	look_for_rehearsal(console, state);
	/* The newest is most likely the one that is meant. */
	state->bar = console->book.workshops.len ? console->book.workshops.len - 1 : 0;
	return state;
}

static void close_home(void *opaque)
{
	struct home_console *state = opaque;

	free(state->title);
	free(state->start);
	free(state);
}

static void refresh(struct console *console)
{
	struct home_console *state = state_of(console);
	const struct workshop_list *workshops = &console->book.workshops;

	for (size_t i = 0; *state->made.text && i < workshops->len; i++) {
		if (strcmp(workshops->at[i].id, state->made.text) == 0) {
			state->bar = i;
			state->made = (struct id){ "" };
		}
	}
	if (state->bar >= workshops->len)
		state->bar = workshops->len ? workshops->len - 1 : 0;
}

static void draw(const struct console *console, struct canvas *canvas)
{
	const struct home_console *state = console->state;
	struct home_view view = {
		.outline = &console->book,
		.bar = state->bar,
		.now_ms = console->now.wall_ms,
		.rehearsed = state->rehearsed.text,
	};

	home_view_draw(canvas, &view);
}

const struct screen screen_home = {
	.name = "home",
	.scope = AT_home,
	.reach = { .reach = REACH_PRIVATE },
	.outline = true,
	.open = open_home,
	.close = close_home,
	.refresh = refresh,
	.tick = tick,
	.handlers = handlers,
	.draw = draw,
};
