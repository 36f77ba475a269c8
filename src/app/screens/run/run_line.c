/* run_line.c - the facilitator's console: the day's line, on this screen and in the room; and what was there last time. */
#include "run.h"

#include "view/line.h"

void run_line_open(struct console *console)
{
	struct run_console *state = run_state(console);
	struct fault fault = { "" };

	if (last_time_load(console->app, console->workshop, &state->last_time, &fault) != ST_OK)
		console_complain(console, &fault);
	/* Somebody may have written between the two readings, which the store now takes for known. */
	console->effects.reload = true;
}

void run_line_refresh(struct console *console)
{
	struct run_console *state = run_state(console);

	arena_done(&state->line_arena);
	state->spent = last_time_of(&state->last_time, &console->run, &state->line_arena);
	if (state->step >= console->run.len)
		state->step = console->run.len ? console->run.len - 1 : 0;
}

void run_line_close(struct run_console *state)
{
	arena_done(&state->line_arena);
	last_time_done(&state->last_time);
}

static struct line_view view_of(const struct console *console)
{
	const struct run_console *state = console->state;

	return (struct line_view){
		.book = &console->book,
		.run = &console->run,
		.last_time = state->spent,
		.bar = state->step,
	};
}

void run_line_draw(const struct console *console, struct canvas *canvas)
{
	const struct line_view view = view_of(console);

	line_view_draw(canvas, &view);
}

void run_line_tell(const struct console *console, struct buf *out)
{
	const struct line_view view = view_of(console);

	line_view_tell(&view, out);
}

/* It opens at what runs, or comes next. */
void run_line(struct console *console)
{
	struct run_console *state = run_state(console);
	const struct run *run = &console->run;
	size_t here = run->current < run->len ? run->current : run->next;

	state->lined = !state->lined;
	if (state->lined && here < run->len)
		state->step = here;
}

void run_day(struct console *console)
{
	struct act act = console_act(console);
	bool shown = !console->run.stage.day;

	act_day(&act, shown);
	console_settle(console, ST_OK, NULL, shown ? run_shown(console, true, "") : "");
}
