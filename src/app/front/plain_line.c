/* plain_line.c - a line is an answer where something was asked, else a command with its words. */
#include "plain.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "command/name.h"
#include "screens/run/run.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

enum { EVERY_MAX_MIN = 24 * 60, MINUTE_MS = 60000 };

/* --- commands that are there on lines only ---------------------------------------------------------------------------- */

static void do_now(struct console *console)
{
	plain_tell_standing(console);
}

static void accept_every(struct console *console, const char *text)
{
	struct typed_line typed = { .is_one = true, .rest = text };
	struct fault fault = { "" };
	int64_t min;

	if (!typed_line_take_number(&typed, &min) || *typed.rest || min < 0 || min > EVERY_MAX_MIN) {
		fault_set(&fault, ST_INVALID, _("“%s” is no number of minutes from 0 to %d."), text, EVERY_MAX_MIN);
		console_complain(console, &fault);
		return;
	}
	plain.every_ms = min * MINUTE_MS;
	if (min)
		console_say(console, _("The time is said every %d min."), (int)min);
	else
		console_say(console, "%s", _("The time is said near its end only."));
}

static void do_every(struct console *console)
{
	console_ask(console, _("Every how many minutes is the time to be said? 0: near its end only"), "", accept_every);
}

static void do_table(struct console *console)
{
	const struct table *table = run_table_under_bar(console);
	const struct run_view view = run_view_of(console);
	struct buf out = { 0 };

	if (!table)
		return;
	tell_table(&view, (size_t)(table - console->book.tables.at), &out);
	plain_say(buf_text(&out));
	buf_done(&out);
}

/* There is no screen to come back to: it is read out once. */
static void do_line(struct console *console)
{
	struct buf out = { 0 };

	run_line_tell(console, &out);
	plain_say(buf_text(&out));
	buf_done(&out);
}

static command_handler *const handlers[CMD_COUNT] = {
	[CMD_run_line] = do_line,
	[CMD_plain_now] = do_now,
	[CMD_plain_every] = do_every,
	[CMD_plain_table] = do_table,
};

/* --- answers ---------------------------------------------------------------------------------------------------------- */

static void stop_asking(struct console *console)
{
	console_shut_overlay(console);
	plain.lacks = CMD_NONE;
	plain_say(_("Nothing was done.\n"));
}

static size_t choice_by_number(const struct console *console, const char *text)
{
	struct typed_line typed = { .is_one = true, .rest = text };
	int64_t number;
	bool is_one = typed_line_take_number(&typed, &number) && !*typed.rest && number >= 1 &&
		      number <= (int64_t)console->choices_len;

	return is_one ? (size_t)number - 1 : console->choices_len;
}

static bool begins(const char *label, const struct buf *folded)
{
	struct buf name = { 0 };

	text_fold(&name, label, strlen(label));
	bool is_so = folded->len && strncmp(buf_text(&name), buf_text(folded), folded->len) == 0;
	buf_done(&name);
	return is_so;
}

/* The one choice that begins so; choices_len: none or several do. */
static size_t choice_by_name(const struct console *console, const char *text)
{
	struct buf folded = { 0 };
	size_t found = console->choices_len, count = 0;

	text_fold(&folded, text, strlen(text));
	for (size_t i = 0; i < console->choices_len; i++) {
		if (!begins(console->choices[i].label, &folded))
			continue;
		found = i;
		count++;
	}
	buf_done(&folded);
	return count == 1 ? found : console->choices_len;
}

/* False: there is none such, and that is said. */
static bool choose(struct console *console, const char *text)
{
	size_t chosen = choice_by_number(console, text);
	struct fault fault = { "" };

	if (chosen == console->choices_len)
		chosen = choice_by_name(console, text);
	if (chosen < console->choices_len) {
		console_choose(console, chosen);
		return true;
	}
	fault_set(&fault, ST_INVALID, _("Answer with a number from 1 to %zu, or “%s”."), console->choices_len,
		  command_hint(CMD_pick_cancel));
	console_complain(console, &fault);
	return false;
}

/* --- commands --------------------------------------------------------------------------------------------------------- */

/* What stands behind the command answers what it asks. */
static void answer_with_words(struct console *console)
{
	const char *rest = console->typed.rest;

	if (console->overlay == OVERLAY_HELP || console->overlay == OVERLAY_PALETTE) {
		console_shut_overlay(console);
		plain_tell_help(typed_line_take(&console->typed));
	} else if (console->overlay == OVERLAY_PROMPT && *rest) {
		console_answer(console, typed_line_take(&console->typed));
	} else if (console->overlay == OVERLAY_CHOICE && *rest) {
		choose(console, typed_line_take(&console->typed));
	}
}

/* Words that nobody took were meant for something: then nothing is done at all. */
static void refuse_words(struct console *console, enum command command)
{
	struct fault fault = { "" };

	if (!*console->typed.rest || console->notice[0])
		return;
	effects_done(&console->effects);
	fault_set(&fault, ST_INVALID, _("“%s” stands alone; with “%s” behind it nothing was done."), command_hint(command),
		  console->typed.rest);
	console_complain(console, &fault);
}

/* Up and down read one table after the other. */
static void tell_bar(struct console *console, size_t before)
{
	const struct run_view view = run_view_of(console);
	struct buf out = { 0 };

	if (view.bar != before && !console->typed.has_table)
		tell_table(&view, view.bar, &out);
	if (out.len)
		plain_say(buf_text(&out));
	buf_done(&out);
}

static void do_command(struct console *console, enum command command, const char *words)
{
	size_t bar = run_state(console)->bar;

	console->typed = (struct typed_line){ .is_one = true, .rest = words };
	if (handlers[command])
		handlers[command](console);
	else
		console_do(console, command);
	plain.lacks = console->typed.lacks_table ? command : CMD_NONE;
	if (plain.lacks == CMD_NONE) {
		answer_with_words(console);
		refuse_words(console, command);
	}
	tell_bar(console, bar);
	/* The line goes; which table it named stays known to whoever asks on. */
	console->typed.rest = "";
}

static void take_command(struct console *console, const char *line)
{
	enum command found[FOUND_MAX];
	const char *words;
	struct fault fault = { "" };

	line += *line == ':';
	size_t len = command_of_line(AT_plain, line, found, FOUND_MAX, &words);
	if (len == 1) {
		do_command(console, found[0], words);
	} else if (len > 1) {
		plain_tell_several(found, len);
	} else {
		fault_set(&fault, ST_NOT_FOUND, _("There is no command “%s”; “%s” lists them."), line,
			  command_hint(CMD_everywhere_help));
		console_complain(console, &fault);
	}
}

static void take_answer(struct console *console, const char *line)
{
	if (command_is_named(CMD_everywhere_quit, line))
		console->effects.quit = true;
	else if (command_is_named(CMD_pick_cancel, line))
		stop_asking(console);
	else if (plain.lacks != CMD_NONE)
		do_command(console, plain.lacks, line);
	else if (console->overlay == OVERLAY_PROMPT)
		console_answer(console, line);
	else if (*line) /* an empty one asks for the choices again */
		plain.has_asked = !choose(console, line);
}

void plain_take_line(struct loop *loop, const char *line)
{
	struct console *console = &loop->console;

	plain.has_asked = false;
	if (plain.lacks != CMD_NONE || console->overlay != OVERLAY_NONE)
		take_answer(console, line);
	else if (*line)
		take_command(console, line);
	else
		plain_tell_standing(console);
	plain.has_written = console->effects.batch.len > 0;
	loop_carry_out(loop);
}
