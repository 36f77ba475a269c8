/* run.c - the facilitator's console: its commands, its screen. */
#include "run.h"

#include "base/mem.h"
#include "console/loop.h"
#include "screens/room/room.h"
#include "screens/screens.h"
#include "view/run.h"
#include "view/run_foot.h"

#include <stdio.h>
#include <stdlib.h>

static void do_swap(struct console *console)
{
	run_state(console)->swapped = !run_state(console)->swapped;
}

/* The bar is over a table, or over a step where the day's line is. */
static void do_up(struct console *console)
{
	struct run_console *state = run_state(console);
	size_t *bar = state->lined ? &state->step : &state->bar;

	*bar -= *bar > 0;
}

static void do_down(struct console *console)
{
	struct run_console *state = run_state(console);
	size_t *bar = state->lined ? &state->step : &state->bar;

	*bar += *bar + 1 < (state->lined ? console->run.len : console->book.tables.len);
}

static void open_over(struct console *console, const struct screen *screen)
{
	struct effects *effects = &console->effects;

	effects->open = screen;
	effects->open_table = 0;
	snprintf(effects->open_workshop, sizeof effects->open_workshop, "%s", console->workshop);
}

static void do_seats(struct console *console)
{
	open_over(console, &screen_seats);
}

static void do_people(struct console *console)
{
	open_over(console, &screen_people);
}

static void do_cards(struct console *console)
{
	open_over(console, &screen_cards);
}

static void do_plan(struct console *console)
{
	open_over(console, &screen_plan);
}

static command_handler *const handlers[CMD_COUNT] = {
	[CMD_run_next] = run_next,
	[CMD_run_pause] = run_pause,
	[CMD_run_add_minute] = run_add_minute,
	[CMD_run_take_minute] = run_take_minute,
	[CMD_run_add_three] = run_add_three,
	[CMD_run_add_five] = run_add_five,
	[CMD_run_take_five] = run_take_five,
	[CMD_run_add_typed] = run_add_typed,
	[CMD_run_shutter] = run_shutter,
	[CMD_run_blackout] = run_blackout,
	[CMD_run_freeze] = run_freeze,
	[CMD_run_one_by_one] = run_one_by_one,
	[CMD_run_line] = run_line,
	[CMD_run_day] = run_day,
	[CMD_run_swap] = do_swap,
	[CMD_run_message] = run_message,
	[CMD_run_turn_forward] = run_turn_forward,
	[CMD_run_turn_back] = run_turn_back,
	[CMD_run_present] = run_present,
	[CMD_run_picture] = run_picture,
	[CMD_run_table_state] = run_table_state,
	[CMD_run_hand_over] = run_hand_over,
	[CMD_run_pass] = run_pass,
	[CMD_run_later] = run_later,
	[CMD_run_refit] = run_refit,
	[CMD_run_find] = find_open,
	[CMD_run_find_next] = find_next,
	[CMD_run_find_before] = find_before,
	[CMD_run_up] = do_up,
	[CMD_run_down] = do_down,
	[CMD_run_seats] = do_seats,
	[CMD_run_people] = do_people,
	[CMD_run_cards] = do_cards,
	[CMD_run_plan] = do_plan,
	[CMD_run_back] = run_back,
	[CMD_run_skip] = run_skip,
	[CMD_run_backdate] = run_backdate,
	[CMD_run_on_time] = run_on_time,
	[CMD_run_undo] = run_undo,
	[CMD_run_count_as_pause] = run_count_as_pause,
	[CMD_run_end] = run_end,
	[CMD_run_bell_1] = run_bell_1,
	[CMD_run_bell_2] = run_bell_2,
	[CMD_run_bell_3] = run_bell_3,
	[CMD_run_silent] = run_silent,
	[CMD_run_sound_check] = run_sound_check,
};

/* --- life ----------------------------------------------------------------------------------------------------------- */

static void *open_run(struct console *console)
{
	struct run_console *state = mem_new(1, sizeof *state);

	console->state = state;
	state->seen = console->now;
	run_bell_open(console);
	run_recover(console);
	run_line_open(console);
	run_line_refresh(console);
	return state;
}

static void close_run(void *opaque)
{
	struct run_console *state = opaque;

	run_bell_close(&state->ringer);
	run_line_close(opaque);
	free(opaque);
}

static int64_t next_real_ms(const struct console *console)
{
	return sooner_ms(run_bell_next_ms(console), run_scribes_next_ms(console));
}

static void refresh(struct console *console)
{
	struct run_console *state = run_state(console);
	size_t len = console->book.tables.len;

	if (state->bar >= len)
		state->bar = len ? len - 1 : 0;
	run_line_refresh(console);
	run_bell_refresh(console);
}

struct run_view run_view_of(const struct console *console)
{
	const struct run_console *state = console->state;
	const struct room_reading reading = room_reading(console);
	return (struct run_view){
		.book = &console->book,
		.run = &console->run,
		.bar = state->bar,
		.scribes = console->scribes,
		.scribes_len = console->scribes_len,
		.stopped = console->stopped,
		.stopped_len = console->stopped_len,
		.pages = room_pages(console),
		.paragraphs = reading.paragraphs,
		.reading_ms = reading.ms,
		.reading_left_ms = reading.left_ms,
		.slept_ms = state->slept_ms,
		.last_time = state->spent,
		.flash = chime_is_lit(&console->chime),
		.silent = run_bell_is_silent(console),
		.say = buf_text(&state->ringer.say),
	};
}

static void draw(const struct console *console, struct canvas *canvas)
{
	const struct run_console *state = console->state;
	const struct run_view view = run_view_of(console);

	if (state->swapped)
		room_draw(console, console->run.stage.open, canvas);
	else if (state->lined)
		run_line_draw(console, canvas);
	else
		run_view_draw(canvas, &view);
}

static void draw_foot(const struct console *console, struct canvas *canvas, int row, bool is_free)
{
	const struct run_view view = run_view_of(console);
	struct rect clock = { row, canvas->cols - FOOT_COLS, 1, FOOT_COLS - 1 };

	if (is_free)
		run_foot_draw_words(canvas, (struct rect){ row, 1, 1, clock.col - 2 }, &view);
	run_foot_draw_clock(canvas, clock, &view);
	if (view.flash)
		canvas_restyle(canvas, (struct rect){ row, 0, 1, canvas->cols }, STYLE_FOCUS);
}

static bool is_bare(const struct console *console)
{
	const struct run_console *state = console->state;

	return state->swapped;
}

const struct screen screen_run = {
	.name = "run",
	.scope = AT_run,
	.reach = { .reach = REACH_PRIVATE, .unsealed = true },
	.open = open_run,
	.close = close_run,
	.refresh = refresh,
	.handlers = handlers,
	.written = run_bell_written,
	.tick = run_tick,
	.shown = run_bell_shown,
	.next_real_ms = next_real_ms,
	.next_ms = room_next_ms,
	.draw = draw,
	.draw_foot = draw_foot,
	.is_bare = is_bare,
	.list = &run_list,
};
