#include "run.h"

#include "base/i18n.h"
#include "console/refit_offer.h"
#include "engine/plenary.h"
#include "engine/rounds.h"
#include "engine/words.h"

#include <stdio.h>

enum { MINUTE_MS = 60000 };

/* --- re-fit --------------------------------------------------------------------------------------------------------- */

static void accept_refit(struct console *console, int64_t yes)
{
	if (yes)
		run_do(console, act_refit);
}

void run_refit(struct console *console)
{
	refit_offer(console, accept_refit);
}

/* --- turns ---------------------------------------------------------------------------------------------------------- */

/* 0: the turn goes on as it is; 1: to the next table in spite of it; else so much more time first. */
static void accept_short(struct console *console, int64_t answer)
{
	struct act act = console_act(console);
	struct fault fault = { "" };

	if (answer > 1)
		console_settle(console, act_add(&act, answer, &fault), &fault, "");
	else if (answer == 1)
		run_do(console, act_hand_over);
}

static void ask_about_short(struct console *console, const struct plenary *plenary)
{
	int64_t more_ms = plenary_lack_ms(plenary, &console->run);
	char text[300];

	more_ms = (more_ms + MINUTE_MS - 1) / MINUTE_MS * MINUTE_MS;
	snprintf(text, sizeof text, _("Tables still to come: %zu. Each has %s."), plenary->waiting,
		 words_length(plenary->each_ms / 1000).text);
	console_offer(console, text, accept_short);
	snprintf(text, sizeof text, _("Give this step %s more, a minute for each"), words_length(more_ms / 1000).text);
	console_offer_choice(console, text, more_ms);
	console_offer_choice(console, _("To the next table all the same"), 1);
	console_offer_choice(console, _("Leave everything as it is"), 0);
}

void run_hand_over(struct console *console)
{
	struct arena arena = { 0 };
	struct plenary plenary = plenary_of(&console->book, &console->run, &arena);

	if (plenary.is_short)
		ask_about_short(console, &plenary);
	else
		run_do(console, act_hand_over);
	arena_done(&arena);
}

static void settle_table(struct console *console,
			 enum status (*act_on)(const struct act *act, const char *table, struct fault *fault))
{
	const struct table *table = run_table_under_bar(console);
	struct act act = console_act(console);
	struct fault fault = { "" };

	if (table)
		console_settle(console, act_on(&act, table->id, &fault), &fault, "");
}

void run_pass(struct console *console)
{
	settle_table(console, act_pass);
}

void run_later(struct console *console)
{
	settle_table(console, act_swap);
}
