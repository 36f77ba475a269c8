/* find.c - words are looked for in a screen's list: the bar goes along while they are typed. */
#include "console.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "text/fold.h"
#include "typing.h"

#include <stdlib.h>
#include <string.h>

/* Full-width blanks are blanks, too. */
static bool is_blank(const char *typed)
{
	struct buf words = { 0 };

	text_fold(&words, typed, strlen(typed));
	bool is_so = strspn(buf_text(&words), " ") == words.len;
	buf_done(&words);
	return is_so;
}

static bool row_holds(const struct console *console, size_t row, const char *words)
{
	struct buf text = { 0 };

	console->screen->list->add_text(console, row, &text);
	bool holds = text_holds_words(buf_text(&text), words);
	buf_done(&text);
	return holds;
}

/* The first row, from `from` on, up (by -1) or down (1) and round the end, that holds the words; the list's length: none. */
static size_t seek(const struct console *console, const char *typed, size_t from, int by)
{
	size_t len = console->screen->list->len(console), found = len;
	struct buf words = { 0 };

	if (is_blank(typed))
		return len;
	text_fold(&words, typed, strlen(typed));
	for (size_t i = 0; i < len && found == len; i++) {
		size_t row = (from + (by < 0 ? len - i : i)) % len;
		if (row_holds(console, row, buf_text(&words)))
			found = row;
	}
	buf_done(&words);
	return found;
}

/* From the bar's own row on. Returns where; the list's length: no other row holds them. */
static size_t seek_on(const struct console *console, const char *typed, int by)
{
	const struct find_list *list = console->screen->list;
	size_t len = list->len(console), bar = list->bar(console);

	if (!len)
		return 0;
	size_t found = seek(console, typed, (bar + (by < 0 ? len - 1 : 1)) % len, by);

	return found == bar ? len : found;
}

static void go_back(struct console *console)
{
	const struct find_list *list = console->screen->list;
	size_t len = list->len(console), from = console->finding.from;

	/* Rows may have gone meanwhile. */
	if (len)
		list->go_to(console, from < len ? from : len - 1);
}

/* --- from hit to hit ------------------------------------------------------------------------------------------------------ */

static void keep_words(struct console *console, const char *words)
{
	free(console->finding.words);
	console->finding.words = mem_copy(words);
}

static void step(struct console *console, int by)
{
	const struct find_list *list = console->screen->list;
	const char *words = console->finding.words;

	if (!words) {
		console_say(console, _("Nothing has been searched for yet."));
		return;
	}
	size_t found = seek_on(console, words, by);
	if (found < list->len(console))
		list->go_to(console, found);
	else if (seek(console, words, list->bar(console), 1) == list->len(console))
		console_say(console, _("No line holds “%s”."), words);
	else
		console_say(console, _("No other line holds “%s”."), words);
}

void find_next(struct console *console)
{
	step(console, 1);
}

void find_before(struct console *console)
{
	step(console, -1);
}

/* --- the field ------------------------------------------------------------------------------------------------------------ */

/* Where commands are lines, all of the words are there at once. */
static void take_line(struct console *console, const char *words)
{
	if (is_blank(words))
		return;
	keep_words(console, words);
	step(console, 1);
}

void find_open(struct console *console)
{
	if (console->typed.is_one) {
		console_ask(console, _("Which words?"), "", take_line);
		return;
	}
	console_lay_over(console, OVERLAY_FIND, "");
	console->finding.from = console->screen->list->bar(console);
	console->finding.is_lost = false;
}

/* What is typed is looked for from where the bar was, so that a character erased takes it back. */
static void follow(struct console *console)
{
	const struct find_list *list = console->screen->list;
	const char *typed = lineedit_text(&console->edit);
	size_t found = seek(console, typed, console->finding.from, 1);

	console->finding.is_lost = found == list->len(console) && !is_blank(typed);
	if (console->finding.is_lost)
		return;
	if (found < list->len(console))
		list->go_to(console, found);
	else
		go_back(console);
}

static void type(struct console *console, const struct input_event *event)
{
	char *before = mem_copy(lineedit_text(&console->edit));

	typing_take(&console->edit, event);
	if (strcmp(before, lineedit_text(&console->edit)) != 0)
		follow(console);
	free(before);
}

/* With an empty field, the words before stay those that are gone on with. */
static void stay(struct console *console)
{
	if (!is_blank(lineedit_text(&console->edit)))
		keep_words(console, lineedit_text(&console->edit));
	console_shut_overlay(console);
}

static void step_in_field(struct console *console, int by)
{
	size_t found = seek_on(console, lineedit_text(&console->edit), by);

	if (found < console->screen->list->len(console))
		console->screen->list->go_to(console, found);
}

void find_take(struct console *console, const struct input_event *event)
{
	enum command command = event->type == INPUT_KEY ? command_of_key(AT_find, event->key) : CMD_NONE;

	if (command == CMD_find_accept) {
		stay(console);
	} else if (command == CMD_find_cancel) {
		go_back(console);
		console_shut_overlay(console);
	} else if (command == CMD_find_next || command == CMD_find_before) {
		step_in_field(console, command == CMD_find_next ? 1 : -1);
	} else {
		type(console, event);
	}
}
