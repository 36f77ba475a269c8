/* full.c - a console on a full screen: keys come in, a canvas is painted; one paint a burst, none while nothing changes. */
#include "console/loop.h"

#include "term/term.h"

#include <signal.h>

/* Shared by the consoles opened over one another. */
static struct {
	struct term *term;
	struct canvas canvas;
} full;

static enum status open_full(const struct app *app, struct fault *fault)
{
	struct term_options options = { .theme = app->theme, .no_colour = app->mono };

	return term_open(&options, &full.term, fault);
}

static void close_full(void)
{
	term_close(full.term);
	full.term = NULL;
	canvas_done(&full.canvas);
}

static int fd(void)
{
	return term_fd(full.term);
}

/* --- out -------------------------------------------------------------------------------------------------------------- */

/* False: not just the screen's own state has changed. */
static bool draw_own(const struct console *console, struct rect *ret_area)
{
	return console->only_own && console->screen->draw_own && console->screen->draw_own(console, &full.canvas, ret_area);
}

static void paint(struct loop *loop)
{
	struct console *console = &loop->console;
	struct rect area;
	int rows, cols;

	term_size(full.term, &rows, &cols);
	if (full.canvas.rows != rows || full.canvas.cols != cols) {
		canvas_resize(&full.canvas, rows, cols);
		console->only_own = false;
	}
	if (!draw_own(console, &area)) {
		console_fit(console, &full.canvas);
		console_draw(console, &full.canvas);
		area = canvas_whole(&full.canvas);
	}
	term_paint(full.term, &full.canvas, area.row, area.row + area.rows);
}

static void redraw(enum theme theme)
{
	term_redraw(full.term, theme);
}

static void bell(void)
{
	term_bell(full.term);
}

static void suspend(void)
{
	term_suspend(full.term);
}

static void heed(int signal)
{
	if (signal == SIGWINCH)
		term_resize(full.term);
	else
		term_resume(full.term);
}

/* What is shown counts seconds: when the run's figures change, or the screen's own. */
static int64_t next_ms(const struct console *console)
{
	int64_t due_ms = console->fold_due_ms, ms = -1;

	if (due_ms >= 0)
		ms = due_ms > console->now.boot_ms ? due_ms - console->now.boot_ms : 0;
	return console->screen->next_ms ? sooner_ms(ms, console->screen->next_ms(console)) : ms;
}

/* --- in --------------------------------------------------------------------------------------------------------------- */

/* A burst of characters may be several commands; each is done before the next is looked at. */
static void take_event(struct loop *loop, const struct input_event *event)
{
	struct input_event rest = *event;

	for (;;) {
		size_t taken = console_update(&loop->console, &rest);
		loop_carry_out(loop);
		if (taken >= rest.len || loop->leave || loop->console.came_back)
			break;
		rest.text += taken;
		rest.len -= taken;
	}
}

static void take(struct loop *loop)
{
	const struct input_event *events;
	size_t len = input_read(full.term, &events);

	for (size_t i = 0; i < len && !loop->leave; i++) {
		if (events[i].type == INPUT_HANGUP)
			loop_die_of(loop, SIGHUP);
		else
			take_event(loop, &events[i]);
		/* Keys may have piled up for seconds: who is told to end need not work through them. */
		if (i + 1 < len)
			loop_take_signals(loop);
		/* Another console was over this one and has read on: these events are no longer there. */
		if (loop->console.came_back)
			break;
	}
	loop->console.came_back = false;
}

const struct front front_full = {
	.open = open_full,
	.close = close_full,
	.fd = fd,
	.take = take,
	.show = paint,
	.next_ms = next_ms,
	.heed = heed,
	.suspend = suspend,
	.redraw = redraw,
	.bell = bell,
	.layers = true,
};
