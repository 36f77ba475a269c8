/* home.c - the first screen: which workshops there are, and what to do next. */
#include "home.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "screens/screens.h"
#include "view/home.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void open_over(struct console *console, const struct screen *screen, int64_t table)
{
	const struct workshop *workshop = home_workshop(console);
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
	if (home_workshop(console))
		console_ask(console, _("Rehearse it how many times as fast?"), "60", accept_speed);
}

static void do_audience(struct console *console)
{
	open_over(console, &screen_audience, 0);
}

static void do_plan(struct console *console)
{
	open_over(console, &screen_plan, 0);
}

static void do_seats(struct console *console)
{
	open_over(console, &screen_seats, 0);
}

/* They belong to no workshop: there need not be any. */
static void do_people(struct console *console)
{
	open_over(console, &screen_people, 0);
}

static void do_needs(struct console *console)
{
	open_over(console, &screen_needs, 0);
}

static void do_cards(struct console *console)
{
	struct effects *effects = &console->effects;
	const struct workshop *workshop = home_workshop(console);

	effects->open = &screen_cards;
	effects->open_table = 0;
	snprintf(effects->open_workshop, sizeof effects->open_workshop, "%s", workshop ? workshop->id : "");
}

static void accept_table(struct console *console, int64_t table)
{
	open_over(console, &screen_scribe, table);
}

static const struct table *table_under_bar(struct console *console, int64_t number)
{
	const struct workshop *workshop = home_workshop(console);
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
	const struct workshop *workshop = home_workshop(console);
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

static void do_up(struct console *console)
{
	struct home_console *state = home_of(console);

	state->bar -= state->bar > 0;
}

static void do_down(struct console *console)
{
	struct home_console *state = home_of(console);

	state->bar += state->bar + 1 < console->book.workshops.len;
}

static void do_find(struct console *console)
{
	console->effects.open = &screen_search;
}

static command_handler *const handlers[CMD_COUNT] = {
	[CMD_home_rehearse] = do_rehearse, [CMD_home_find] = do_find,
	[CMD_home_open] = do_open,     [CMD_home_create] = home_create, [CMD_home_audience] = do_audience,
	[CMD_home_create_next] = home_create_next,
	[CMD_home_seats] = do_seats,
	[CMD_home_people] = do_people,
	[CMD_home_cards] = do_cards,
	[CMD_home_plan] = do_plan,
	[CMD_home_needs] = do_needs,
	[CMD_home_papers] = home_papers,
	[CMD_home_take_in] = home_take_in,
	[CMD_home_copy] = home_copy,
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

/* A bar that moves changes nothing there. */
static void tick(struct console *console)
{
	if (!console->only_own)
		look_for_rehearsal(console, home_of(console));
}

static void *open_home(struct console *console)
{
	struct home_console *state = mem_new(1, sizeof *state);

	look_for_rehearsal(console, state);
	state->lines = outline_lines(&console->book);
	/* The newest is most likely the one that is meant. */
	state->bar = console->book.workshops.len ? console->book.workshops.len - 1 : 0;
	return state;
}

static void close_home(void *opaque)
{
	struct home_console *state = opaque;

	free(state->lines);
	free(state->copy);
	free(state->title);
	free(state->start);
	free(state);
}

static void refresh(struct console *console)
{
	struct home_console *state = home_of(console);
	const struct workshop_list *workshops = &console->book.workshops;

	free(state->lines);
	state->lines = outline_lines(&console->book);
	for (size_t i = 0; *state->made.text && i < workshops->len; i++) {
		if (strcmp(workshops->at[i].id, state->made.text) == 0) {
			state->bar = i;
			state->made = (struct id){ "" };
		}
	}
	if (state->bar >= workshops->len)
		state->bar = workshops->len ? workshops->len - 1 : 0;
}

static const bool moves_bar[CMD_COUNT] = { [CMD_home_up] = true, [CMD_home_down] = true };

static void draw_again(const struct console *console, struct canvas *canvas)
{
	struct home_console *state = console->state;
	struct home_view view = {
		.outline = &console->book,
		.lines = state->lines,
		.bar = state->bar,
		.now_ms = console->now.wall_ms,
		.rehearsed = state->rehearsed.text,
		.drawn = &state->drawn,
	};

	home_view_draw(canvas, &view);
}

static void draw(const struct console *console, struct canvas *canvas)
{
	struct home_console *state = console->state;

	state->drawn.is_there = false;
	draw_again(console, canvas);
}

static bool draw_own(const struct console *console, struct canvas *canvas, struct rect *ret_area)
{
	if (widget_too_small(canvas))
		return false;
	draw_again(console, canvas);
	*ret_area = canvas_whole(canvas);
	return true;
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
	.moves_bar = moves_bar,
	.draw = draw,
	.draw_own = draw_own,
};
