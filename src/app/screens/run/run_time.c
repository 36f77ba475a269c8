/* run_time.c - the facilitator's console: what the computer's clocks did while nobody looked. */
#include "run.h"

#include "base/i18n.h"
#include "engine/clockwatch.h"
#include "engine/words.h"
#include "store/local.h"

#include <stdio.h>
#include <stdlib.h>

enum { BEAT_MS = 5000 };

static bool is_timing(const struct console *console)
{
	return console->run.state == RUN_RUNNING && run_current(&console->run);
}

/* The clock went on while we were away: what should that time have been? (clock.md 2.11) */
static void accept_recovery(struct console *console, int64_t answer)
{
	struct act act = console_act(console);
	struct fault fault = { "" };
	struct run_console *state = run_state(console);

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

	run_state(console)->slept_ms = gap_ms;
	snprintf(title, sizeof title, _("This console was away for %s while a step was running."),
		 words_length(gap_ms / 1000).text);
	console_offer(console, title, accept_recovery);
	console_offer_choice(console, _("It went on"), 0);
	console_offer_choice(console, _("Count that time as a pause"), 1);
	console_offer_choice(console, _("The step ended when the console stopped"), 2);
}

void run_recover(struct console *console)
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
	struct run_console *state = run_state(console);
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
		console_say(console, _("The computer’s clock was set by %s; the countdown is not affected."),
			    words_length(llabs(watch.step_ms) / 1000).text);
	}
}

void run_tick(struct console *console)
{
	struct run_console *state = run_state(console);

	watch_clocks(console);
	run_bell_tick(console);
	run_scribes_tick(console);
	/* Nobody comes back to a rehearsal. */
	if (is_timing(console) && !console->app->rehearsal.inside && console->now.boot_ms - state->beat_ms >= BEAT_MS) {
		state->beat_ms = console->now.boot_ms;
		console->effects.heartbeat = true;
	}
}
