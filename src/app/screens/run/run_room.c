/* run_room.c - the facilitator's console: what the room sees, and how far the tables are. */
#include "run.h"

#include "base/i18n.h"
#include "screens/room/room.h"

#include <stdio.h>

void run_shutter(struct console *console)
{
	struct act act = console_act(console);

	act_shutter(&act, !console->run.stage.open);
}

void run_blackout(struct console *console)
{
	struct act act = console_act(console);

	act_blackout(&act, !console->run.stage.dark);
}

void run_freeze(struct console *console)
{
	struct act act = console_act(console);

	act_freeze(&act, !console->run.stage.frozen);
}

void run_one_by_one(struct console *console)
{
	bool was_so = console->run.stage.shown != 0;
	struct act act = console_act(console);

	act_one_by_one(&act, !was_so);
	console_settle(console, ST_OK, NULL,
		       was_so ? _("The room sees whole pages.") : _("The room sees one paragraph after the other."));
}

static void turn(struct console *console, int64_t by)
{
	const struct run_stage *stage = &console->run.stage;
	const int64_t pages = room_pages(console), paragraphs = room_reading(console).paragraphs;
	struct act act = console_act(console);
	struct fault fault = { "" };
	bool one_by_one = stage->shown && !stage->table && paragraphs;
	enum status st = one_by_one ? act_turn_paragraph(&act, by, paragraphs, pages, &fault)
				    : act_turn(&act, by, pages, &fault);

	console_settle(console, st, &fault, "");
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
	const struct run_stage *stage = &console->run.stage;
	const char *words = stage->open ? "" : _("It is ready; the shutter is closed before it.");
	struct act act = console_act(console);
	struct fault fault = { "" };

	console_settle(console, act_picture(&act, !stage->picture, &fault), &fault,
		       stage->picture ? "" : run_shown(console, true, words));
}

static void accept_table_state(struct console *console, int64_t table_state)
{
	const struct table *table = run_table_under_bar(console);
	struct act act = console_act(console);

	if (table)
		act_table_state(&act, table->id, (enum table_state)table_state, false);
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
