#include "refit_offer.h"

#include "base/i18n.h"
#include "engine/rounds.h"
#include "engine/words.h"

#include <stdio.h>

enum { CUTS_SHOWN = 8 };

static void tell_cut(struct console *console, const struct refit_item *item)
{
	char text[600];

	snprintf(text, sizeof text, "%s > %s  %.200s", words_length(item->before_ms / 1000).text,
		 words_length(item->after_ms / 1000).text, step_name(item->item->item).text);
	console_offer_note(console, text);
}

static void propose(struct console *console, const struct refit *refit, void (*accept)(struct console *console, int64_t yes))
{
	size_t shown = 0;

	console_offer(console, _("Ending in time"), accept);
	console_offer_note(console, words_refit(refit).text);
	for (size_t i = 0; i < refit->len && shown < CUTS_SHOWN; i++) {
		if (!refit_item_is_cut(&refit->items[i]))
			continue;
		tell_cut(console, &refit->items[i]);
		shown++;
	}
	console_offer_choice(console, _("Shorten them so; undo takes it back"), 1);
	console_offer_choice(console, _("Leave everything as it is"), 0);
}

void refit_offer(struct console *console, void (*accept)(struct console *console, int64_t yes))
{
	struct arena arena = { 0 };
	struct refit refit = refit_of(&console->run, &arena);

	if (refit_is_needed(&refit))
		propose(console, &refit, accept);
	else
		console_say(console, "%s", words_refit(&refit).text);
	arena_done(&arena);
}
