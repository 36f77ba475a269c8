/* run_state.c - the facilitator's console: what all its parts ask and do alike. */
#include "run.h"

#include "base/i18n.h"

struct run_console *run_state(struct console *console)
{
	return console->state;
}

bool run_aim(struct console *console, int64_t number)
{
	const struct table *table;
	struct fault fault = { "" };

	if (app_find_table(&console->book, number, &table, &fault) != ST_OK) {
		console_complain(console, &fault);
		return false;
	}
	run_state(console)->bar = (size_t)(table - console->book.tables.at);
	return true;
}

/* A typed line names the table by its number; where it does not, it is asked for. */
static bool aim_by_line(struct console *console)
{
	struct typed_line *typed = &console->typed;
	int64_t number;

	if (typed->has_table || !console->book.tables.len)
		return true;
	typed->lacks_table = !typed_line_take_number(typed, &number);
	typed->has_table = !typed->lacks_table && run_aim(console, number);
	return typed->has_table;
}

const struct table *run_table_under_bar(struct console *console)
{
	if (console->typed.is_one && !aim_by_line(console))
		return NULL;
	size_t bar = run_state(console)->bar;

	return bar < console->book.tables.len ? &console->book.tables.at[bar] : NULL;
}

const char *run_shown(const struct console *console, bool is_part, const char *words)
{
	const struct run_stage *stage = &console->run.stage;

	if (stage->dark)
		return _("It is ready; the room is dark and does not see it yet.");
	return stage->frozen && is_part ? _("It is ready; the room’s picture is held and does not show it yet.") : words;
}

void run_do(struct console *console, enum status (*act_on)(const struct act *act, struct fault *fault))
{
	struct act act = console_act(console);
	struct fault fault = { "" };

	console_settle(console, act_on(&act, &fault), &fault, "");
}
