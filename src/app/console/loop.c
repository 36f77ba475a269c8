/* loop.c - waits for keys, signals, other processes and time; one paint a burst, none while nothing changes. */
#include "console.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "store/local.h"
#include "store/watch.h"
#include "term/signals.h"
#include "term/term.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>

/* What a console shares with those opened over it. */
struct stand {
	struct term *term;
	int signals;
	int fatal; /* the signal to die by once everything is given back; 0: none */
};

static struct stand stand = { .signals = -1 };

enum { FD_TERM, FD_SIGNALS, FD_WATCH, FD_COUNT };

struct loop {
	struct console console;
	struct canvas canvas;
	struct watch watch;
	bool leave;
};

/* False: not just the form that one types in has changed. */
static bool draw_typed(struct loop *loop, struct rect *ret_area)
{
	const struct console *console = &loop->console;

	return console->only_typed && console->screen->draw_typed && console->screen->draw_typed(console, &loop->canvas, ret_area);
}

static void paint(struct loop *loop)
{
	struct rect area;
	int rows, cols;

	term_size(stand.term, &rows, &cols);
	if (loop->canvas.rows != rows || loop->canvas.cols != cols) {
		canvas_resize(&loop->canvas, rows, cols);
		loop->console.only_typed = false;
	}
	if (!draw_typed(loop, &area)) {
		console_draw(&loop->console, &loop->canvas);
		area = canvas_whole(&loop->canvas);
	}
	term_paint_rows(stand.term, &loop->canvas, area.row, area.row + area.rows);
}

static void carry_out(struct loop *loop)
{
	if (!console_effects(&loop->console, stand.term))
		loop->leave = true;
	if (stand.fatal)
		loop->leave = true;
}

static void take_signals(struct loop *loop)
{
	int signal;

	while ((signal = signals_take(stand.signals)) != 0) {
		if (signal == SIGWINCH)
			term_resize(stand.term);
		else if (signal == SIGTSTP)
			term_suspend(stand.term);
		else if (signal == SIGCONT)
			term_resume(stand.term);
		else
			stand.fatal = signal;
	}
	if (stand.fatal)
		loop->leave = true;
}

/* A burst of characters may be several commands; each is done before the next is looked at. */
static void take_event(struct loop *loop, const struct input_event *event)
{
	struct input_event rest = *event;

	for (;;) {
		size_t taken = console_update(&loop->console, &rest);
		carry_out(loop);
		if (taken >= rest.len || loop->leave || loop->console.came_back)
			break;
		rest.text += taken;
		rest.len -= taken;
	}
}

static void take_input(struct loop *loop)
{
	const struct input_event *events;
	size_t len = input_read(stand.term, &events);

	for (size_t i = 0; i < len && !loop->leave; i++) {
		if (events[i].type == INPUT_HANGUP)
			stand.fatal = SIGHUP;
		else
			take_event(loop, &events[i]);
		/* Keys may have piled up for seconds: who is told to end need not work through them. */
		take_signals(loop);
		/* Another console was over this one and has read on: these events are no longer there. */
		if (loop->console.came_back)
			break;
	}
	loop->console.came_back = false;
}

static void take_news(struct loop *loop)
{
	watch_drain(&loop->watch);
	if (!store_is_stale(loop->console.app->store))
		return;
	loop->console.effects.reload = true;
	carry_out(loop);
}

static int64_t sooner(int64_t a, int64_t b)
{
	return a < 0 ? b : b < 0 ? a : a < b ? a : b;
}

/* Until something must be shown or saved; -1: for ever. */
static int wait_ms(const struct loop *loop)
{
	const struct console *console = &loop->console;
	int64_t ms = loop->watch.poll_ms, due_ms = console->fold_due_ms;

	if (due_ms >= 0)
		ms = sooner(ms, due_ms > console->now.boot_ms ? due_ms - console->now.boot_ms : 0);
	if (console->screen->next_ms)
		ms = sooner(ms, console->screen->next_ms(console));
	return ms > INT_MAX ? INT_MAX : (int)ms;
}

static void wait_and_take(struct loop *loop)
{
	struct pollfd fds[FD_COUNT] = {
		[FD_TERM] = { .fd = term_fd(stand.term), .events = POLLIN },
		[FD_SIGNALS] = { .fd = stand.signals, .events = POLLIN },
		[FD_WATCH] = { .fd = loop->watch.fd, .events = POLLIN },
	};
	int ready = poll(fds, FD_COUNT, wait_ms(loop));

	if (ready < 0 && errno != EINTR)
		loop->leave = true;
	loop->console.only_typed = ready > 0 && fds[FD_TERM].revents && !fds[FD_SIGNALS].revents;
	console_pass_time(&loop->console, env_now(loop->console.app->env));
	if (ready > 0 && fds[FD_SIGNALS].revents)
		take_signals(loop);
	if (ready > 0 && fds[FD_TERM].revents && !loop->leave)
		take_input(loop);
	if ((ready > 0 && fds[FD_WATCH].revents) || (ready == 0 && loop->watch.poll_ms >= 0))
		take_news(loop);
	if (loop->console.screen->tick && !loop->leave) {
		loop->console.screen->tick(&loop->console);
		carry_out(loop);
	}
}

/* The audience writes nothing at all; home is not at any workshop. */
static void announce(struct console *console)
{
	struct fault fault = { "" };

	if (console->screen->scope != AT_run && console->screen->scope != AT_scribe)
		return;
	if (presence_save(console->app->store, console->workshop, console->screen->name, console->table, &fault) != ST_OK)
		console_complain(console, &fault);
}

static void run_loop(struct loop *loop)
{
	watch_start(&loop->watch, loop->console.app->store);
	/* Somebody may have written between our first look and the beginning of the watch. */
	take_news(loop);
	announce(&loop->console);
	carry_out(loop);
	while (!loop->leave) {
		paint(loop);
		wait_and_take(loop);
	}
	/* What was being typed outlives a hang-up. */
	if (loop->console.screen->leave) {
		loop->console.screen->leave(&loop->console);
		console_effects(&loop->console, stand.term);
	}
	if (loop->console.screen->scope != AT_home && loop->console.screen->scope != AT_audience)
		presence_drop(loop->console.app->store);
	watch_stop(&loop->watch);
}

static enum exit_code take_stand(struct app *app)
{
	struct fault fault = { "" };
	struct term_options options = { .theme = app->theme, .no_colour = app->mono };
	enum status st = signals_open(&stand.signals, &fault);

	if (st == ST_OK)
		st = term_open(&options, &stand.term, &fault);
	if (st == ST_OK)
		return EXIT_DONE;
	app_fail(st, &fault);
	return st == ST_REFUSED ? EXIT_USAGE : st == ST_INVALID ? EXIT_LOCALE : EXIT_REFUSED;
}

static void leave_stand(struct app *app)
{
	term_close(stand.term);
	/* Who opened the console may have something of its own to give back first: the signals stay blocked until main() dies. */
	app->fatal = stand.fatal;
	if (stand.signals >= 0 && !stand.fatal)
		signals_close(stand.signals);
	stand = (struct stand){ .signals = -1 };
}

enum exit_code console_run(struct app *app, struct term *term, const struct screen *screen, const char *workshop, int64_t table)
{
	struct loop *loop = mem_new(1, sizeof *loop);
	struct fault fault = { "" };
	enum exit_code code = EXIT_DONE;
	enum status st = console_open(&loop->console, app, screen, workshop, table, &fault);

	if (st == ST_OK && !term)
		code = take_stand(app);
	if (st != ST_OK && !term)
		code = app_fail(st, &fault);
	else if (st == ST_OK && code == EXIT_DONE)
		run_loop(loop);
	console_close(&loop->console);
	canvas_done(&loop->canvas);
	free(loop);
	if (!term)
		leave_stand(app);
	return code;
}
