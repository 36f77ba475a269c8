/* run_scribes.c - the facilitator's console: which scribes' programs stand still. Nothing tells of that, so it looks. */
#include "run.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "store/local.h"

#include <string.h>

enum { LOOK_MS = 5000 };

static int64_t now_ms(void)
{
	return env_now(&env_system).mono_ms;
}

static bool holds(const int64_t *numbers, size_t len, int64_t number)
{
	for (size_t i = 0; i < len; i++) {
		if (numbers[i] == number)
			return true;
	}
	return false;
}

/* The first number of `these` that `those` lack; 0: none. */
static int64_t first_lacking(const int64_t *these, size_t these_len, const int64_t *those, size_t those_len)
{
	for (size_t i = 0; i < these_len; i++) {
		if (!holds(those, those_len, these[i]))
			return these[i];
	}
	return 0;
}

/* One is named; the board shows them all. Whose program has ended since is gone, not back. */
static void say_news(struct console *console, const int64_t *stopped, size_t len)
{
	int64_t stops = first_lacking(stopped, len, console->stopped, console->stopped_len);
	int64_t goes_on = first_lacking(console->stopped, console->stopped_len, stopped, len);
	struct fault fault = { "" };

	if (stops) {
		fault_set(&fault, ST_REFUSED, _("The scribe’s program at table %d stands still; what was saved there is safe."),
			  (int)stops);
		console_complain(console, &fault);
	} else if (goes_on && holds(console->scribes, console->scribes_len, goes_on)) {
		console_say(console, _("The scribe’s program at table %d goes on."), (int)goes_on);
	}
}

void run_scribes_tick(struct console *console)
{
	struct run_console *state = run_state(console);
	int64_t stopped[COUNT(console->stopped)];

	if (now_ms() - state->looked_ms < LOOK_MS)
		return;
	state->looked_ms = now_ms();
	console->scribes_len =
		presence_tables(console->app->store, console->workshop, console->scribes, COUNT(console->scribes));
	size_t len = presence_stopped_tables(console->app->store, console->workshop, stopped, COUNT(stopped));
	say_news(console, stopped, len);
	memcpy(console->stopped, stopped, len * sizeof *stopped);
	console->stopped_len = len;
}

int64_t run_scribes_next_ms(const struct console *console)
{
	const struct run_console *state = console->state;
	int64_t left_ms = state->looked_ms + LOOK_MS - now_ms();

	if (!console->scribes_len)
		return -1;
	return left_ms > 0 ? left_ms : 0;
}
