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

/* --- what stands in the rows ---------------------------------------------------------------------------------------------- */

enum { ROWS_AHEAD = 2000 };

void find_forget(struct console *console)
{
	keylist_done(&console->finding.keys);
}

static void read_rows(struct console *console, size_t most)
{
	const struct find_list *list = console->screen->list;
	struct keylist *keys = &console->finding.keys;
	size_t len = list->len(console), end = keys->len + most < len ? keys->len + most : len;
	struct buf text = { 0 };

	while (keys->len < end) {
		buf_clear(&text);
		list->add_text(console, keys->len, &text);
		keylist_add(keys, buf_text(&text), text.len);
	}
	buf_done(&text);
}

void find_read_ahead(struct console *console)
{
	if (find_is_reading(console))
		read_rows(console, ROWS_AHEAD);
}

bool find_is_reading(const struct console *console)
{
	return console->overlay == OVERLAY_FIND && console->screen->list->is_long &&
	       console->finding.keys.len < console->screen->list->len(console);
}

static bool row_holds(const struct console *console, size_t row, const char *words)
{
	struct buf text = { 0 };

	if (console->screen->list->is_long)
		return keylist_holds(&console->finding.keys, row, words);
	console->screen->list->add_text(console, row, &text);
	bool holds = text_holds_words(buf_text(&text), words);
	buf_done(&text);
	return holds;
}

/* --- where the words are --------------------------------------------------------------------------------------------------- */

/* No more rows are read than it takes. */
static size_t seek_in_keys(struct console *console, size_t from, size_t to, const char *words)
{
	const struct keylist *keys = &console->finding.keys;

	while (from < to) {
		size_t end = keys->len < to ? keys->len : to;
		size_t found = from < end ? keylist_find(keys, from, end, words) : end;
		if (found < end)
			return found;
		from = from < end ? end : from;
		if (end < to)
			read_rows(console, ROWS_AHEAD);
	}
	return to;
}

/* The first of the rows from … to - 1 that holds the words; `to`: none. */
static size_t seek_down(struct console *console, size_t from, size_t to, const char *words)
{
	if (console->screen->list->is_long)
		return seek_in_keys(console, from, to, words);
	while (from < to && !row_holds(console, from, words))
		from++;
	return from;
}

/* The last of them; `to`: none. */
static size_t seek_up(struct console *console, size_t from, size_t to, const char *words)
{
	if (console->screen->list->is_long)
		read_rows(console, to);
	for (size_t row = to; row > from; row--)
		if (row_holds(console, row - 1, words))
			return row - 1;
	return to;
}

/* The first row from `from` on, up (by -1) or down (1) and round the end, that holds the words; the list's length: none. */
static size_t seek_round(struct console *console, size_t from, int by, const char *words)
{
	size_t len = console->screen->list->len(console), found;

	if (by < 0) {
		found = seek_up(console, 0, from + 1, words);
		return found <= from ? found : seek_up(console, from + 1, len, words);
	}
	found = seek_down(console, from, len, words);
	if (found < len)
		return found;
	found = seek_down(console, 0, from, words);
	return found < from ? found : len;
}

/* The same for words as they are typed. Rows may have gone since the place was noted. */
static size_t seek(struct console *console, const char *typed, size_t from, int by)
{
	size_t len = console->screen->list->len(console);
	struct buf words = { 0 };

	if (is_blank(typed) || !len)
		return len;
	text_fold(&words, typed, strlen(typed));
	size_t found = seek_round(console, from % len, by, buf_text(&words));
	buf_done(&words);
	return found;
}

/* From the bar's own row on. Returns where; the list's length: no other row holds them. */
static size_t seek_on(struct console *console, const char *typed, int by)
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
