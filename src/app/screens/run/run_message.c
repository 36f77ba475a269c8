/* run_message.c - the facilitator's console: a line for the room, from the list or typed. */
#include "run.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "engine/message.h"
#include "engine/words.h"

#include <stdio.h>

/* What may be chosen besides the presets, which are counted from 0. */
enum { WRITE_ONE = -1, TAKE_AWAY = -2 };

static void say(struct console *console, const char *line)
{
	struct act act = console_act(console);
	struct fault fault = { "" };

	console_settle(console, act_message_line(&act, line, &fault), &fault,
		       *line ? run_shown(console, false, _("The room sees your message.")) : _("The message is taken away."));
}

static void say_preset(struct console *console, int64_t number)
{
	struct arena arena = { 0 };
	struct act act = console_act(console);
	struct fault fault = { "" };
	size_t len;
	const struct message *presets = message_presets(&console->book, &arena, &len);

	if ((size_t)number < len)
		console_settle(console, act_message(&act, presets[number].text, presets[number].life_ms, &fault), &fault,
			       run_shown(console, false, _("The room sees your message.")));
	arena_done(&arena);
}

static void accept(struct console *console, int64_t value)
{
	if (value == WRITE_ONE)
		console_ask(console, _("Message to the room; [3 min] at its end lets it go by itself"),
			    console->run.stage.message, say);
	else if (value == TAKE_AWAY)
		say(console, "");
	else
		say_preset(console, value);
}

static void offer_preset(struct console *console, const struct message *preset, int64_t number)
{
	char label[512];

	snprintf(label, sizeof label, _("%s  (for %s)"), preset->text, words_length(preset->life_ms / 1000).text);
	console_offer_choice(console, preset->life_ms ? label : preset->text, number);
}

static void offer(struct console *console)
{
	struct arena arena = { 0 };
	size_t len;
	const struct message *presets = message_presets(&console->book, &arena, &len);

	console_offer(console, _("What to say to the room?"), accept);
	for (size_t i = 0; i < len; i++)
		offer_preset(console, &presets[i], (int64_t)i);
	console_offer_choice(console, _("Write a message ..."), WRITE_ONE);
	if (*console->run.stage.message)
		console_offer_choice(console, _("Take the message away"), TAKE_AWAY);
	arena_done(&arena);
}

/* Line by line, what stands behind the command is the message. */
void run_message(struct console *console)
{
	const char *line = typed_line_take(&console->typed);

	if (*line)
		say(console, line);
	else
		offer(console);
}
