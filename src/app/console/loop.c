/* loop.c - waits for input, signals, other processes and time, and has what follows carried out; see loop.h. */
#include "loop.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "layer.h"
#include "store/local.h"
#include "term/signals.h"
#include "typing.h"
#include "visit.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* What a console shares with those opened over it. */
struct stand {
	const struct front *front; /* NULL: not taken */
	int signals;
	int fatal; /* the signal to die by once everything is given back; 0: none */
	enum status st; /* what else ended it: the database cannot be used */
	struct fault fault;
};

static struct stand stand = { .signals = -1 };

enum { FD_INPUT, FD_SIGNALS, FD_WATCH, FD_LOOK, FD_COUNT };

static void run_over(struct console *host, struct app *guest);

static void open_over(struct console *console)
{
	struct effects *effects = &console->effects;
	struct app guest;
	struct fault fault = { "" };

	if (!stand.front->layers) {
		console_say(console, "%s", _("That is shown on a full screen only."));
		return;
	}
	if (visit_begin(console, &guest, &fault) != ST_OK) {
		console_complain(console, &fault);
		return;
	}
	run_over(console, &guest);
	visit_end(console, &guest);
	console->came_back = effects->redraw = effects->reload = true;
	console_effects(console);
}

/* A shell that can bring us back gave us a group of our own. In the session's first group we are all there is: a key's
 * own command over ssh, the command of a terminal's window. */
static bool has_shell(void)
{
	return getpgrp() != getsid(0);
}

static void suspend(struct console *console)
{
	if (!has_shell()) {
		console_say(console, "%s", _("There is no shell here to leave to; q ends this console."));
		return;
	}
	store_stand_still(console->app->store);
	stand.front->suspend();
}

void loop_carry_out(struct loop *loop)
{
	struct effects *effects = &loop->console.effects;

	console_effects(&loop->console);
	if (effects->open)
		open_over(&loop->console);
	if (effects->suspend)
		suspend(&loop->console);
	if (effects->redraw)
		stand.front->redraw(loop->console.app->theme);
	if (effects->quit || stand.fatal || stand.st != ST_OK)
		loop->leave = true;
	*effects = (struct effects){ 0 };
}

void loop_die_of(struct loop *loop, int signal)
{
	stand.fatal = signal;
	loop->leave = true;
}

void loop_take_signals(struct loop *loop)
{
	int signal;

	while ((signal = signals_take(stand.signals)) != 0) {
		if (signal == SIGTSTP)
			suspend(&loop->console);
		else if (signal == SIGWINCH || signal == SIGCONT)
			stand.front->heed(signal);
		else if (signal != SIGCHLD) /* who started a command looks after it in its tick */
			stand.fatal = signal;
	}
	if (stand.fatal)
		loop->leave = true;
}

static void take_news(struct loop *loop)
{
	watch_drain(&loop->watch);
	keeper_note_news(&loop->keeper, &loop->console);
	if (!store_is_stale(loop->console.app->store))
		return;
	loop->console.effects.reload = true;
	loop_carry_out(loop);
}

int64_t sooner_ms(int64_t a, int64_t b)
{
	return a < 0 ? b : b < 0 ? a : a < b ? a : b;
}

/* Until something of it must be shown or saved; -1: for ever. */
static int64_t due_ms(const struct console *console)
{
	int64_t ms = rehearsal_wait_ms(&console->app->rehearsal, stand.front->next_ms(console));

	ms = sooner_ms(ms, chime_next_ms(&console->chime));
	if (console->screen->next_real_ms)
		ms = sooner_ms(ms, console->screen->next_real_ms(console));
	return ms;
}

static int wait_ms(const struct loop *loop)
{
	int64_t ms = sooner_ms(loop->watch.poll_ms, keeper_next_ms(&loop->keeper));

	for (const struct console *console = &loop->console; console; console = layer_below(console))
		ms = sooner_ms(ms, due_ms(console));
	return ms > INT_MAX ? INT_MAX : (int)ms;
}

/* Is somebody at work here? The audience and who reads a story write nothing; home is not at any workshop. */
static bool is_at_work(const struct console *console)
{
	return console->screen->scope == AT_run || console->screen->scope == AT_scribe;
}

static void announce(struct console *console)
{
	struct fault fault = { "" };

	if (is_at_work(console) && presence_save(console->app->store, console->workshop, console->screen->name, console->table,
						 &fault) != ST_OK)
		console_complain(console, &fault);
}

/* The database is looked through while the console is used: what was written meanwhile is well, or this is the end. A console
 * opened over this one may have been told first. */
static void settle(struct loop *loop, bool has_ended)
{
	struct store *store = loop->console.app->store;

	if (loop->is_settled || (!has_ended && store_look(store) >= 0))
		return;
	stand.st = store_settle(store, &stand.fault);
	loop->is_settled = true;
	loop_carry_out(loop);
}

static void wait_and_take(struct loop *loop)
{
	struct pollfd fds[FD_COUNT] = {
		[FD_INPUT] = { .fd = stand.front->fd(), .events = POLLIN },
		[FD_SIGNALS] = { .fd = stand.signals, .events = POLLIN },
		[FD_WATCH] = { .fd = loop->watch.fd, .events = POLLIN },
		[FD_LOOK] = { .fd = store_look(loop->console.app->store), .events = POLLIN },
	};
	const struct rehearsal *rehearsal = &loop->console.app->rehearsal;
	int ready = poll(fds, FD_COUNT, wait_ms(loop));

	if (ready < 0 && errno != EINTR)
		loop->leave = true;
	if (rehearsal->inside && rehearsal_is_over(rehearsal)) {
		loop->leave = true;
		return;
	}
	loop->console.only_own = ready > 0 && fds[FD_INPUT].revents && !fds[FD_SIGNALS].revents;
	console_pass_time(&loop->console, env_now(loop->console.app->env), true);
	if (ready > 0 && fds[FD_SIGNALS].revents)
		loop_take_signals(loop);
	if (ready > 0 && fds[FD_INPUT].revents && !loop->leave)
		stand.front->take(loop);
	if (ready > 0 && fds[FD_INPUT].revents)
		keeper_note_typing(&loop->keeper);
	if ((ready > 0 && fds[FD_WATCH].revents) || (ready == 0 && loop->watch.poll_ms >= 0))
		take_news(loop);
	settle(loop, ready > 0 && fds[FD_LOOK].revents);
	keeper_tend(&loop->keeper, &loop->console);
	if (loop->leave)
		return;
	layers_go_on(&loop->console);
	if (loop->console.screen->tick)
		loop->console.screen->tick(&loop->console);
	loop_carry_out(loop);
}

/* A bell is seen before it is heard. */
static void show(struct loop *loop)
{
	stand.front->show(loop);
	for (struct console *console = &loop->console; console; console = layer_below(console)) {
		if (console->bell_due)
			stand.front->bell();
		console->bell_due = false;
		if (console->screen->shown)
			console->screen->shown(console);
	}
}

/* What takes its time comes after the first picture. */
static void run_loop(struct loop *loop)
{
	struct console *console = &loop->console;

	show(loop);
	watch_start(&loop->watch, console->app->store);
	loop->keeper.due_ms = -1;
	keeper_note_news(&loop->keeper, console);
	/* Somebody may have written between our first look and the beginning of the watch. */
	take_news(loop);
	if (console->screen->scope == AT_audience)
		projector_stand(console->app->store, console->workshop, console->opened.wall_ms);
	announce(console);
	loop_carry_out(loop);
	settle(loop, false);
	while (!loop->leave) {
		show(loop);
		wait_and_take(loop);
	}
	/* What was being typed outlives a hang-up. */
	if (loop->console.screen->leave) {
		loop->console.screen->leave(&loop->console);
		console_effects(&loop->console);
	}
	if (is_at_work(&loop->console))
		presence_drop(loop->console.app->store);
	projector_leave(loop->console.app->store);
	watch_stop(&loop->watch);
}

static enum exit_code take_stand(struct app *app, const struct front *front)
{
	struct fault fault = { "" };
	enum status st = signals_open(&stand.signals, &fault);

	if (st == ST_OK)
		st = front->open(app, &fault);
	stand.front = front;
	if (st == ST_OK)
		return EXIT_DONE;
	app_fail(st, &fault);
	return st == ST_REFUSED ? EXIT_USAGE : EXIT_REFUSED;
}

/* A large file that was opened a moment ago. Who does not want to wait presses Ctrl-C: then the next one who comes looks. */
static enum status look_before_leaving(struct app *app, struct fault *fault)
{
	if (!store_owes_a_look(app->store))
		return ST_OK;
	fprintf(stderr, "yoriai: %s\n", _("What was written is safe. The database is still being looked through; that takes a moment."));
	return store_settle(app->store, fault);
}

/* Why the console ended is said where it stays to be read. */
static enum exit_code leave_stand(struct app *app, enum exit_code code)
{
	struct stand left = stand;

	if (stand.front)
		stand.front->close();
	typing_forget();
	/* Who opened the console may have something of its own to give back first: the signals stay blocked until main() dies. */
	app->fatal = stand.fatal;
	if (stand.signals >= 0 && !stand.fatal)
		signals_close(stand.signals);
	stand = (struct stand){ .signals = -1 };
	if (left.st == ST_OK && !left.fatal)
		left.st = look_before_leaving(app, &left.fault);
	return left.st == ST_OK ? code : app_fail(left.st, &left.fault);
}

enum exit_code console_run(struct app *app, const struct front *front, const struct screen *screen, const char *workshop,
			   int64_t table)
{
	struct loop *loop = mem_new(1, sizeof *loop);
	struct fault fault = { "" };
	enum status st = console_open(&loop->console, app, screen, workshop, table, &fault);
	enum exit_code code = st == ST_OK ? take_stand(app, front) : app_fail_soon(app, st, &fault);

	if (code == EXIT_DONE)
		run_loop(loop);
	console_close(&loop->console);
	free(loop);
	return leave_stand(app, code);
}

/* What the host's effects want opened. It writes under its own name again afterwards. */
static void run_over(struct console *host, struct app *guest)
{
	const struct effects *effects = &host->effects;
	struct loop *loop = mem_new(1, sizeof *loop);
	struct fault fault = { "" };

	if (console_open(&loop->console, guest, effects->open, effects->open_workshop, effects->open_table, &fault) == ST_OK) {
		loop->console.below = host;
		if (*effects->open_row && effects->open->show_row)
			effects->open->show_row(&loop->console, effects->open_entity, effects->open_row);
		run_loop(loop);
	} else {
		console_complain(host, &fault);
	}
	console_close(&loop->console);
	free(loop);
	store_sign(host->app->store, host->screen->name, host->table);
}
