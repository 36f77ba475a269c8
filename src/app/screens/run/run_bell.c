/* run_bell.c - the facilitator's console: it rings the bells, and says what to say at each. */
#include "run.h"

#include "base/i18n.h"
#include "engine/bell.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SAY_MS = 60000, RETRY_MS = 10000 };

/* --- life -------------------------------------------------------------------------------------------------------- */

void run_bell_open(struct console *console)
{
	struct ringer *ringer = &run_state(console)->ringer;
	struct fault fault = { "" };

	/* Who was let in by an ssh key for one command runs nothing else on this computer. */
	ringer->runs_hooks = !getenv("SSH_ORIGINAL_COMMAND");
	if (config_read(&ringer->settings, &fault) != ST_OK)
		console_complain(console, &fault);
}

void run_bell_close(struct ringer *ringer)
{
	hooks_end(&ringer->hooks);
	settings_done(&ringer->settings);
	buf_done(&ringer->say);
}

bool run_bell_is_silent(const struct console *console)
{
	const struct run_console *state = console->state;

	return console->run.bells.silent || state->ringer.settings.silent;
}

/* --- ringing ----------------------------------------------------------------------------------------------------- */

static void ring_by_hand(struct console *console, int stage)
{
	struct act act = console_act(console);

	run_state(console)->ringer.ours = act_bell(&act, stage);
}

void run_bell_1(struct console *console)
{
	ring_by_hand(console, 1);
}

void run_bell_2(struct console *console)
{
	ring_by_hand(console, 2);
}

void run_bell_3(struct console *console)
{
	ring_by_hand(console, 3);
}

static void look(struct console *console)
{
	struct ringer *ringer = &run_state(console)->ringer;
	struct bell_look found = bell_look(&console->run, !ringer->has_looked);
	struct act act = console_act(console);

	if (!found.ring && !found.missed) {
		ringer->has_looked = true;
		return;
	}
	/* Where the last try came to nothing, each may wait for seconds, and the clock with it. */
	if (ringer->tried_ms && console->now.boot_ms - ringer->tried_ms < RETRY_MS)
		return;
	ringer->tried_ms = console->now.boot_ms;
	ringer->ours = act_bell_look(&act, &found);
}

void run_bell_written(struct console *console)
{
	struct ringer *ringer = &run_state(console)->ringer;

	ringer->has_looked = true;
	ringer->tried_ms = 0;
}

/* What the bell that rang last has to say, for a minute, while its step goes on. */
static void choose_words(struct console *console)
{
	const struct run_row *rung = console->run.bells.rung;
	const struct run_item *item = run_current(&console->run);
	struct ringer *ringer = &run_state(console)->ringer;

	buf_clear(&ringer->say);
	if (!rung || !item || strcmp(item->item->id, rung->item) != 0)
		return;
	int64_t age_ms = console->now.wall_ms - rung->at_ms;
	if (age_ms < SAY_MS && age_ms > -SAY_MS && bell_event_of(&console->book, rung) != BELL_EVENT_HAND)
		bell_words(item->item, bell_stage_of(rung), &ringer->say);
}

static const struct {
	const char *event;
	enum hook_kind hook;
} calls[] = {
	[BELL_EVENT_NONE] = { "", HOOK_KINDS },
	[BELL_EVENT_WARNING] = { "warning", HOOK_ON_WARNING },
	[BELL_EVENT_END] = { "end", HOOK_ON_END },
	[BELL_EVENT_OVER] = { "over", HOOK_ON_OVER },
	[BELL_EVENT_HAND] = { "hand", HOOK_ON_WARNING },
};

/* Where it could not be written down that the bell was due, a room is still waiting for it: it rings, once, and is
 * missing in the record. What went wrong has been said. */
static void ring_unwritten(struct console *console)
{
	struct ringer *ringer = &run_state(console)->ringer;

	/* It is there, but does not count: another console was first. */
	if (workbook_find(&console->book, ENTITY_run_row, ringer->ours.text))
		ringer->ours = (struct id){ "" };
	if (!*ringer->ours.text)
		return;
	if (!ringer->is_unwritten) {
		chime_begin(&console->chime);
		console->bell_due = !run_bell_is_silent(console);
	}
	ringer->is_unwritten = true;
}

void run_bell_refresh(struct console *console)
{
	const struct run_row *rung = console->run.bells.rung;
	struct ringer *ringer = &run_state(console)->ringer;

	choose_words(console);
	if (!rung || strcmp(rung->id, ringer->ours.text) != 0)
		return;
	bool has_rung = ringer->is_unwritten;
	ringer->ours = (struct id){ "" };
	ringer->is_unwritten = false;
	if (has_rung || run_bell_is_silent(console))
		return;
	enum bell_event event = bell_event_of(&console->book, rung);
	console->bell_due = event != BELL_EVENT_OVER;
	ringer->event = calls[event].event;
	ringer->hook = event == BELL_EVENT_HAND && bell_stage_of(rung) == BELL_STAGES ? HOOK_ON_END : calls[event].hook;
	ringer->bell = event == BELL_EVENT_OVER ? 0 : bell_stage_of(rung);
	ringer->hook_is_due = ringer->hook < HOOK_KINDS;
}

/* --- the user's own commands ------------------------------------------------------------------------------------- */

void run_bell_shown(struct console *console)
{
	struct ringer *ringer = &run_state(console)->ringer;
	const char *command = ringer->hook_is_due ? ringer->settings.hooks[ringer->hook] : NULL;
	const struct run_item *item = run_current(&console->run);
	struct fault fault = { "" };

	ringer->hook_is_due = false;
	if (!command || !ringer->runs_hooks)
		return;
	const struct hook_call call = {
		.name = hook_name(ringer->hook),
		.command = command,
		.event = ringer->event,
		.bell = ringer->bell,
		.item = item ? item->item->title : "",
		.remaining_s = item ? run_remaining_s(item) - run_overtime_s(item) : 0,
	};
	if (hook_start(&ringer->hooks, &call, &fault) != ST_OK)
		console_complain(console, &fault);
}

void run_bell_tick(struct console *console)
{
	struct fault fault = { "" };

	ring_unwritten(console);
	look(console);
	choose_words(console);
	while (hooks_look(&run_state(console)->ringer.hooks, &fault) != ST_OK) {
		console_complain(console, &fault);
		fault = (struct fault){ "" };
	}
}

int64_t run_bell_next_ms(const struct console *console)
{
	const struct run_console *state = console->state;

	return hooks_next_ms(&state->ringer.hooks);
}

/* --- silence and the sound check --------------------------------------------------------------------------------- */

void run_silent(struct console *console)
{
	bool silent = !console->run.bells.silent;
	struct act act = console_act(console);
	struct fault fault = { "" };

	act_silence(&act, silent);
	console_settle(console, ST_OK, &fault,
		       silent ? _("Bells are seen only.")
		       : run_state(console)->ringer.settings.silent
			       ? _("Bells are heard again, but not on this computer: its configuration file says “bell "
				   "= silent”.")
			       : _("Bells are heard again."));
}

static void accept_sound(struct console *console, int64_t kind)
{
	struct ringer *ringer = &run_state(console)->ringer;

	if (kind == HOOK_KINDS) {
		chime_begin(&console->chime);
		console->bell_due = true;
		return;
	}
	ringer->event = "check";
	ringer->bell = 0;
	ringer->hook = (enum hook_kind)kind;
	ringer->hook_is_due = true;
}

void run_sound_check(struct console *console)
{
	const struct ringer *ringer = &run_state(console)->ringer;
	char label[200];

	console_offer(console, _("What shall sound?"), accept_sound);
	console_offer_choice(console, _("The terminal’s bell, seen and heard"), HOOK_KINDS);
	for (int kind = 0; kind < HOOK_KINDS; kind++) {
		const char *command = ringer->settings.hooks[kind];
		if (!command || !ringer->runs_hooks)
			continue;
		snprintf(label, sizeof label, "%s: %s", hook_name((enum hook_kind)kind), command);
		console_offer_choice(console, label, kind);
	}
}
