/* run.c - the facilitator's console: keys become acts on the clock and on what the room sees. */
#include "console.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "engine/clockwatch.h"
#include "engine/minutes.h"
#include "engine/words.h"
#include "room.h"
#include "run_share.h"
#include "store/local.h"
#include "view/run.h"
#include "when.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MINUTE_MS = 60000, BEAT_MS = 5000 };

struct run_console {
	size_t bar;             /* the table under the bar */
	bool swapped;           /* the room's view stands on this screen */
	struct moment seen;     /* the last look at the clocks */
	int64_t beat_ms;        /* when the last heartbeat was written */
	int64_t slept_ms;       /* of the last sleep, until it is settled */
	bool asked;             /* whether a restart's question has been put */
};

static struct run_console *state_of(struct console *console)
{
	return console->state;
}

const struct table *run_table_under_bar(struct console *console)
{
	size_t bar = state_of(console)->bar;

	return bar < console->book.tables.len ? &console->book.tables.at[bar] : NULL;
}

/* --- the clock ------------------------------------------------------------------------------------------------------ */

static void do_act(struct console *console, enum status (*act_on)(const struct act *act, struct fault *fault))
{
	struct act act = console_act(console);
	struct fault fault = { "" };

	console_settle(console, act_on(&act, &fault), &fault, "");
}

static void do_next(struct console *console)
{
	do_act(console, act_next);
}

static void do_pause(struct console *console)
{
	switch (console->run.state) {
	case RUN_RUNNING:
		do_act(console, run_current(&console->run) ? act_pause : act_start);
		break;
	case RUN_PAUSED:
		do_act(console, act_resume);
		break;
	case RUN_PLANNED:
	case RUN_ENDED:
		do_act(console, act_start);
		break;
	}
}

static void do_back(struct console *console)
{
	do_act(console, act_back);
}

static void do_skip(struct console *console)
{
	do_act(console, act_skip);
}

static void do_undo(struct console *console)
{
	do_act(console, act_undo);
}

static void do_on_time(struct console *console)
{
	do_act(console, act_backdate_to_plan);
}

static void add(struct console *console, int64_t ms)
{
	struct act act = console_act(console);
	struct fault fault = { "" };

	console_settle(console, act_add(&act, ms, &fault), &fault, "");
}

static void do_add_minute(struct console *console)
{
	add(console, MINUTE_MS);
}

static void do_take_minute(struct console *console)
{
	add(console, -MINUTE_MS);
}

static void do_add_five(struct console *console)
{
	add(console, 5 * MINUTE_MS);
}

static void do_take_five(struct console *console)
{
	add(console, -5 * MINUTE_MS);
}

static void accept_minutes(struct console *console, const char *text)
{
	struct fault fault = { "" };
	int64_t ms;

	if (!*text)
		return;
	if (minutes_parse(text, &ms) == ST_OK) {
		add(console, ms);
		return;
	}
	fault_set(&fault, ST_INVALID, _("“%s” is no length of time; write it like 3, -2, 1:30 or 90s."), text);
	console_complain(console, &fault);
}

static void do_add_typed(struct console *console)
{
	console_ask(console, _("How much time? For example 3, -2, 1:30 or 90s"), "", accept_minutes);
}

static void accept_backdate(struct console *console, const char *text)
{
	struct act act = console_act(console);
	struct fault fault = { "" };
	int64_t at_ms;

	if (!*text)
		return;
	enum status st = when_it_was(text, console->now.wall_ms, &at_ms, &fault);
	if (st == ST_OK)
		st = act_backdate(&act, at_ms, &fault);
	console_settle(console, st, &fault, "");
}

static void do_backdate(struct console *console)
{
	console_ask(console, _("When did this step really begin? For example 13:35"), "", accept_backdate);
}

static void accept_end(struct console *console, int64_t yes)
{
	if (yes)
		do_act(console, act_end);
}

static void do_end(struct console *console)
{
	console_offer(console, _("End the workshop?"), accept_end);
	console_offer_choice(console, _("Go on"), 0);
	console_offer_choice(console, _("End it"), 1);
}

static void do_count_as_pause(struct console *console)
{
	struct act act = console_act(console);
	struct fault fault = { "" };
	int64_t *slept_ms = &state_of(console)->slept_ms;

	enum status st = *slept_ms ? act_excuse(&act, *slept_ms, &fault)
				   : fault_set(&fault, ST_REFUSED, _("The computer has not slept; there is nothing to count as a pause."));
	if (st == ST_OK)
		*slept_ms = 0;
	console_settle(console, st, &fault, _("Counted as a pause."));
}

/* --- the room ------------------------------------------------------------------------------------------------------- */

static void do_shutter(struct console *console)
{
	struct act act = console_act(console);

	act_shutter(&act, !console->run.stage.open);
}

static void do_swap(struct console *console)
{
	state_of(console)->swapped = !state_of(console)->swapped;
}

static void accept_message(struct console *console, const char *text)
{
	struct act act = console_act(console);
	struct fault fault = { "" };

	console_settle(console, act_message(&act, text, &fault), &fault, *text ? _("The room sees your message.") : "");
}

static void do_message(struct console *console)
{
	console_ask(console, _("Message to the room (empty takes it away)"), console->run.stage.message, accept_message);
}

static void turn(struct console *console, int64_t by)
{
	struct act act = console_act(console);
	struct fault fault = { "" };

	console_settle(console, act_turn(&act, by, room_pages(console), &fault), &fault, "");
}

static void do_turn_forward(struct console *console)
{
	turn(console, 1);
}

static void do_turn_back(struct console *console)
{
	turn(console, -1);
}

static void do_present(struct console *console)
{
	const struct table *table = run_table_under_bar(console);
	struct act act = console_act(console);
	struct fault fault = { "" };

	if (table)
		console_settle(console, act_present(&act, table->id, &fault), &fault, "");
}

static void accept_table_state(struct console *console, int64_t table_state)
{
	const struct table *table = run_table_under_bar(console);
	struct act act = console_act(console);

	if (table)
		act_table_state(&act, table->id, (enum table_state)table_state);
}

static void do_table_state(struct console *console)
{
	console_offer(console, _("How far is the table?"), accept_table_state);
	for (unsigned i = 0; i < codes_table_state.len; i++)
		console_offer_choice(console, code_label(&codes_table_state, i), i);
}

static void do_up(struct console *console)
{
	struct run_console *state = state_of(console);

	state->bar -= state->bar > 0;
}

static void do_down(struct console *console)
{
	struct run_console *state = state_of(console);

	state->bar += state->bar + 1 < console->book.tables.len;
}

static command_handler *const handlers[CMD_COUNT] = {
	[CMD_run_next] = do_next,
	[CMD_run_pause] = do_pause,
	[CMD_run_add_minute] = do_add_minute,
	[CMD_run_take_minute] = do_take_minute,
	[CMD_run_add_five] = do_add_five,
	[CMD_run_take_five] = do_take_five,
	[CMD_run_add_typed] = do_add_typed,
	[CMD_run_shutter] = do_shutter,
	[CMD_run_swap] = do_swap,
	[CMD_run_message] = do_message,
	[CMD_run_turn_forward] = do_turn_forward,
	[CMD_run_turn_back] = do_turn_back,
	[CMD_run_present] = do_present,
	[CMD_run_table_state] = do_table_state,
	[CMD_run_hand_over] = run_hand_over,
	[CMD_run_pass] = run_pass,
	[CMD_run_later] = run_later,
	[CMD_run_refit] = run_refit,
	[CMD_run_up] = do_up,
	[CMD_run_down] = do_down,
	[CMD_run_back] = do_back,
	[CMD_run_skip] = do_skip,
	[CMD_run_backdate] = do_backdate,
	[CMD_run_on_time] = do_on_time,
	[CMD_run_undo] = do_undo,
	[CMD_run_count_as_pause] = do_count_as_pause,
	[CMD_run_end] = do_end,
};

/* --- time ----------------------------------------------------------------------------------------------------------- */

static bool is_timing(const struct console *console)
{
	return console->run.state == RUN_RUNNING && run_current(&console->run);
}

/* The clock went on while we were away: what should that time have been? (clock.md 2.11) */
static void accept_recovery(struct console *console, int64_t answer)
{
	struct act act = console_act(console);
	struct fault fault = { "" };
	struct run_console *state = state_of(console);

	if (answer == 1)
		console_settle(console, act_excuse(&act, state->slept_ms, &fault), &fault, _("Counted as a pause."));
	if (answer == 2)
		console_settle(console, act_close_at(&act, console->now.wall_ms - state->slept_ms, &fault), &fault,
			       _("The step was ended at its last sign of life."));
	state->slept_ms = 0;
}

static void ask_recovery(struct console *console, int64_t gap_ms)
{
	char title[200];

	state_of(console)->slept_ms = gap_ms;
	snprintf(title, sizeof title, _("This console was away for %s while a step was running."),
		 words_length(gap_ms / 1000).text);
	console_offer(console, title, accept_recovery);
	console_offer_choice(console, _("It went on"), 0);
	console_offer_choice(console, _("Count that time as a pause"), 1);
	console_offer_choice(console, _("The step ended when the console stopped"), 2);
}

static void recover(struct console *console)
{
	struct moment heartbeat = { 0 };
	struct fault fault = { "" };
	int64_t gap_ms;
	bool known = heartbeat_load(console->app->store, console->workshop, &heartbeat, &fault) == ST_OK;

	if (recovery_for(is_timing(console), known, heartbeat, console->now, &gap_ms) == RECOVERY_ASK)
		ask_recovery(console, gap_ms);
}

/* Notes what the clocks did since the last look, for the record and for the facilitator's eyes. */
static void watch_clocks(struct console *console)
{
	struct run_console *state = state_of(console);
	struct clockwatch watch = clockwatch_between(state->seen, console->now);
	struct act act = console_act(console);

	state->seen = console->now;
	if (!is_timing(console))
		return;
	if (watch.slept) {
		state->slept_ms = watch.slept_ms;
		act_note_slept(&act, watch.slept_ms);
		console_say(console, _("The computer slept for %s; that time is counted. P counts it as a pause."),
			    words_length(watch.slept_ms / 1000).text);
	}
	if (watch.stepped) {
		act_note_clock_step(&act, watch.step_ms);
		console_say(console, _("The computer's clock was set by %s; the countdown is not affected."),
			    words_length(llabs(watch.step_ms) / 1000).text);
	}
}

static void tick(struct console *console)
{
	struct run_console *state = state_of(console);

	watch_clocks(console);
	if (is_timing(console) && console->now.boot_ms - state->beat_ms >= BEAT_MS) {
		state->beat_ms = console->now.boot_ms;
		console->effects.heartbeat = true;
	}
}

/* --- life ----------------------------------------------------------------------------------------------------------- */

static void *open_run(struct console *console)
{
	struct run_console *state = mem_new(1, sizeof *state);

	console->state = state;
	state->seen = console->now;
	recover(console);
	return state;
}

static void refresh(struct console *console)
{
	struct run_console *state = state_of(console);
	size_t len = console->book.tables.len;

	if (state->bar >= len)
		state->bar = len ? len - 1 : 0;
}

static void draw(const struct console *console, struct canvas *canvas)
{
	const struct run_console *state = console->state;
	struct run_view view = {
		.book = &console->book,
		.run = &console->run,
		.bar = state->bar,
		.scribes = console->scribes,
		.scribes_len = console->scribes_len,
		.pages = room_pages(console),
		.slept_ms = state->slept_ms,
	};

	if (state->swapped)
		room_draw(console, console->run.stage.open, canvas);
	else
		run_view_draw(canvas, &view);
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
	.close = free,
	.refresh = refresh,
	.handlers = handlers,
	.tick = tick,
	.next_ms = room_next_ms,
	.draw = draw,
	.is_bare = is_bare,
};
