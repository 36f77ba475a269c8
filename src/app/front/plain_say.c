/* plain_say.c - what goes out, line by line. */
#include "plain.h"

#include "base/i18n.h"
#include "engine/words.h"
#include "screens/run/run.h"
#include "text/text.h"

#include <stdio.h>
#include <string.h>

struct plain plain;

void plain_say(const char *lines)
{
	struct buf clean = { 0 };

	text_clean(&clean, lines, strlen(lines), true);
	fwrite(buf_text(&clean), 1, clean.len, stdout);
	fflush(stdout);
	buf_done(&clean);
	plain.has_spoken = true;
}

static void say_all(struct buf *lines)
{
	if (lines->len)
		plain_say(buf_text(lines));
	buf_done(lines);
}

/* --- commands --------------------------------------------------------------------------------------------------------- */

static void add_command(struct buf *out, enum command command)
{
	const char *name = strchr(command_infos[command].name, '.') + 1, *hint = command_hint(command);

	buf_add_text(out, hint);
	if (strcmp(name, hint) != 0)
		buf_addf(out, _(" (%s)"), name);
	buf_addf(out, _(": %s\n"), command_help(command));
}

static void add_scope(struct buf *out, enum command_scope scope)
{
	for (enum command command = CMD_NONE + 1; command < CMD_COUNT; command++)
		if (command_infos[command].scope == scope)
			add_command(out, command);
	if (scope_parent(scope) != scope)
		add_scope(out, scope_parent(scope));
}

void plain_tell_help(const char *words)
{
	enum command found[FOUND_MAX];
	struct buf out = { 0 };
	size_t len = *words ? command_search(AT_plain, words, found, FOUND_MAX) : 0;

	for (size_t i = 0; i < len; i++)
		add_command(&out, found[i]);
	if (!*words)
		add_scope(&out, AT_plain);
	else if (len == 0)
		buf_addf(&out, _("No command answers to “%s”.\n"), words);
	say_all(&out);
}

void plain_tell_several(const enum command *commands, size_t len)
{
	struct buf out = { 0 };

	buf_addf(&out, "%s\n", _("Several commands begin so:"));
	for (size_t i = 0; i < len; i++)
		add_command(&out, commands[i]);
	say_all(&out);
}

/* --- questions -------------------------------------------------------------------------------------------------------- */

static void add_choices(const struct console *console, struct buf *out)
{
	for (size_t i = 0; i < console->notes_len; i++)
		buf_addf(out, "%s\n", console->notes[i]);
	for (size_t i = 0; i < console->choices_len; i++)
		buf_addf(out, _("%zu: %s\n"), i + 1, console->choices[i].label);
}

static void ask(const struct console *console)
{
	bool asks = console->overlay == OVERLAY_PROMPT || console->overlay == OVERLAY_CHOICE;
	struct buf out = { 0 };

	if (plain.lacks != CMD_NONE)
		buf_addf(&out, "%s\n", _("Which table? Its number"));
	else if (asks)
		buf_addf(&out, "%s\n", console->overlay_title);
	if (asks)
		add_choices(console, &out);
	if (!plain.has_asked)
		say_all(&out);
	plain.has_asked = out.len > 0 || plain.lacks != CMD_NONE || asks;
	buf_done(&out);
}

/* --- what is new ------------------------------------------------------------------------------------------------------ */

static void greet(const struct console *console, struct buf *out)
{
	buf_addf(out, _("%s. “%s” lists the commands; an empty line says where things stand.\n"),
		 workbook_workshop(&console->book)->title, command_hint(CMD_everywhere_help));
	if (*words_rehearsal(&console->book).text)
		buf_addf(out, "%s\n", words_rehearsal(&console->book).text);
	plain.was_japanese = i18n_is_japanese();
}

void plain_tell_standing(const struct console *console)
{
	const struct run_view view = run_view_of(console);
	struct buf out = { 0 };

	tell_standing(&view, &out);
	say_all(&out);
}

void plain_tell(struct console *console)
{
	const struct run_view view = run_view_of(console);
	struct buf out = { 0 };
	bool is_first = !plain.told.begun;

	if (is_first)
		greet(console, &out);
	if (is_first || plain.was_japanese != i18n_is_japanese())
		tell_standing(&view, &out);
	plain.was_japanese = i18n_is_japanese();
	if (console->notice[0])
		buf_addf(&out, "%s\n", console->notice);
	console->notice[0] = '\0';
	tell_news(&plain.told, &view, plain.every_ms, &out);
	say_all(&out);
	ask(console);
}
