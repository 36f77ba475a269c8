/* run_clock.c - the facilitator's console: keys become acts on the clock. */
#include "run.h"

#include "base/i18n.h"
#include "engine/minutes.h"
#include "engine/progress.h"
#include "world/when.h"

#include <stdio.h>

enum { MINUTE_MS = 60000 };

void run_next(struct console *console)
{
	run_do(console, act_next);
}

void run_pause(struct console *console)
{
	switch (console->run.state) {
	case RUN_RUNNING:
		run_do(console, run_current(&console->run) ? act_pause : act_start);
		break;
	case RUN_PAUSED:
		run_do(console, act_resume);
		break;
	case RUN_PLANNED:
	case RUN_ENDED:
		run_do(console, act_start);
		break;
	}
}

void run_back(struct console *console)
{
	run_do(console, act_back);
}

void run_skip(struct console *console)
{
	run_do(console, act_skip);
}

/* As the key is called that was pressed: next and back end what runs first. */
static const char *words_of_press(enum verb verb)
{
	if (verb == VERB_END)
		return command_hint(CMD_run_next);
	return verb == VERB_LEAVE ? command_hint(CMD_run_back) : code_label(&codes_verb, verb);
}

/* On a calm screen one would not see what has changed, least of all behind a dark or a held room: it is named. */
void run_undo(struct console *console)
{
	const struct run_row *row = console->run.undoable;
	struct act act = console_act(console);
	struct fault fault = { "" };
	char done[200] = "";

	if (row)
		snprintf(done, sizeof done, _("Taken back: %s."), words_of_press(row->verb));
	console_settle(console, act_undo(&act, &fault), &fault, done);
}

void run_on_time(struct console *console)
{
	run_do(console, run_current(&console->run) ? act_backdate_to_plan : act_start_as_planned);
}

static void add(struct console *console, int64_t ms)
{
	struct act act = console_act(console);
	struct fault fault = { "" };

	console_settle(console, act_add(&act, ms, &fault), &fault, "");
}

void run_add_minute(struct console *console)
{
	add(console, MINUTE_MS);
}

void run_take_minute(struct console *console)
{
	add(console, -MINUTE_MS);
}

void run_add_three(struct console *console)
{
	add(console, PROGRESS_MORE_MS);
}

void run_add_five(struct console *console)
{
	add(console, 5 * MINUTE_MS);
}

void run_take_five(struct console *console)
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

void run_add_typed(struct console *console)
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
		st = run_current(&console->run) ? act_backdate(&act, at_ms, &fault) : act_start_at(&act, at_ms, &fault);
	console_settle(console, st, &fault, "");
}

void run_backdate(struct console *console)
{
	const struct run *run = &console->run;
	char title[200];

	if (run_current(run) || run->next == run->len)
		snprintf(title, sizeof title, "%s", _("When did this step really begin? For example 13:35"));
	else
		snprintf(title, sizeof title, _("When did “%s” really begin? For example 13:35"), run->items[run->next].item->title);
	console_ask(console, title, "", accept_backdate);
}

static void accept_end(struct console *console, int64_t yes)
{
	if (yes)
		run_do(console, act_end);
}

void run_end(struct console *console)
{
	console_offer(console, _("End the workshop?"), accept_end);
	console_offer_choice(console, _("Go on"), 0);
	console_offer_choice(console, _("End it"), 1);
}

void run_count_as_pause(struct console *console)
{
	struct act act = console_act(console);
	struct fault fault = { "" };
	int64_t *slept_ms = &run_state(console)->slept_ms;

	enum status st = *slept_ms ? act_excuse(&act, *slept_ms, &fault)
				   : fault_set(&fault, ST_REFUSED, _("The computer has not slept; there is nothing to count as a pause."));
	if (st == ST_OK)
		*slept_ms = 0;
	console_settle(console, st, &fault, _("Counted as a pause."));
}
