/* run_room.c - the facilitator's console: what the room sees, and how far the tables are. */
#include "run.h"

#include "base/i18n.h"
#include "room.h"

#include <stdio.h>

void run_shutter(struct console *console)
{
	struct act act = console_act(console);

	act_shutter(&act, !console->run.stage.open);
}

static void accept_message(struct console *console, const char *text)
{
	struct act act = console_act(console);
	struct fault fault = { "" };

	console_settle(console, act_message(&act, text, &fault), &fault, *text ? _("The room sees your message.") : "");
}

void run_message(struct console *console)
{
	console_ask(console, _("Message to the room (empty takes it away)"), console->run.stage.message, accept_message);
}

static void turn(struct console *console, int64_t by)
{
	struct act act = console_act(console);
	struct fault fault = { "" };

	console_settle(console, act_turn(&act, by, room_pages(console), &fault), &fault, "");
}

void run_turn_forward(struct console *console)
{
	turn(console, 1);
}

void run_turn_back(struct console *console)
{
	turn(console, -1);
}

void run_present(struct console *console)
{
	const struct table *table = run_table_under_bar(console);
	struct act act = console_act(console);
	struct fault fault = { "" };

	if (table)
		console_settle(console, act_present(&act, table->id, &fault), &fault, "");
}

void run_picture(struct console *console)
{
	struct act act = console_act(console);
	struct fault fault = { "" };

	console_settle(console, act_picture(&act, !console->run.stage.picture, &fault), &fault, "");
}

static void accept_table_state(struct console *console, int64_t table_state)
{
	const struct table *table = run_table_under_bar(console);
	struct act act = console_act(console);

	if (table)
		act_table_state(&act, table->id, (enum table_state)table_state);
}

void run_table_state(struct console *console)
{
	const struct table *table = run_table_under_bar(console);
	char title[100];

	if (!table)
		return;
	snprintf(title, sizeof title, _("How far is table %d?"), (int)table->number);
	console_offer(console, title, accept_table_state);
	for (unsigned i = 0; i < codes_table_state.len; i++)
		console_offer_choice(console, code_label(&codes_table_state, i), i);
}
