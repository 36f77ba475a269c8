#include "console.h"

#include "base/i18n.h"
#include "text/text.h"
#include "typed_path.h"
#include "typing.h"

#include <stdlib.h>
#include <string.h>

/* --- commands that work everywhere ---------------------------------------------------------------------------------- */

static void search_palette(struct console *console)
{
	console->found_len = command_search(console->screen->scope, lineedit_text(&console->edit), console->found, FOUND_MAX);
	console->overlay_bar = 0;
}

static void do_help(struct console *console)
{
	console_lay_over(console, OVERLAY_HELP, "");
}

static void do_palette(struct console *console)
{
	console_lay_over(console, OVERLAY_PALETTE, _("commands"));
	search_palette(console);
}

static void do_redraw(struct console *console)
{
	console->effects.redraw = true;
}

static void do_theme(struct console *console)
{
	console->app->theme = console->app->theme == THEME_DARK ? THEME_LIGHT : THEME_DARK;
	console->effects.redraw = true;
}

static void do_language(struct console *console)
{
	i18n_use(i18n_is_japanese() ? "en" : "ja");
	console->effects.redraw = true;
}

static void do_suspend(struct console *console)
{
	console->effects.suspend = true;
}

static void do_quit(struct console *console)
{
	console->effects.quit = true;
}

static command_handler *const everywhere[CMD_COUNT] = {
	[CMD_everywhere_help] = do_help,         [CMD_everywhere_palette] = do_palette,
	[CMD_everywhere_redraw] = do_redraw,     [CMD_everywhere_theme] = do_theme,
	[CMD_everywhere_language] = do_language, [CMD_everywhere_suspend] = do_suspend,
	[CMD_everywhere_quit] = do_quit,
};

void console_do(struct console *console, enum command command)
{
	command_handler *handler = console->screen->handlers ? console->screen->handlers[command] : NULL;

	if (!handler)
		handler = everywhere[command];
	if (handler)
		handler(console);
}

/* --- what has the keys ---------------------------------------------------------------------------------------------- */

/* By how many lines a command moves. */
static const int moves[CMD_COUNT] = {
	[CMD_pick_up] = -1,
	[CMD_pick_down] = 1,
	[CMD_pick_page_up] = -10,
	[CMD_pick_page_down] = 10,
};

static void move_bar(struct console *console, enum command command, size_t len)
{
	long bar = (long)console->overlay_bar + moves[command];

	console->overlay_bar = bar < 0 || !len ? 0 : (size_t)bar < len ? (size_t)bar : len - 1;
}

static void update_help(struct console *console, enum command command)
{
	int lines = moves[command];

	if (lines)
		console->overlay_top += console->overlay_top + lines > 0 ? lines : -console->overlay_top;
	else
		console_shut_overlay(console);
}

static void update_palette(struct console *console, const struct input_event *event, enum command command)
{
	enum command found = console->found_len ? console->found[console->overlay_bar] : CMD_NONE;

	if (command == CMD_pick_accept) {
		console_shut_overlay(console);
		console_do(console, found);
	} else if (command == CMD_NONE) {
		typing_take(&console->edit, event);
		search_palette(console);
	} else {
		move_bar(console, command, console->found_len);
	}
}

/* As far as it goes; where it goes no further, the names to choose from are told. */
static void complete_path(struct console *console)
{
	struct buf names = { 0 };
	char *whole = typed_path_complete(lineedit_text(&console->edit), &names);

	if (strcmp(whole, lineedit_text(&console->edit)) != 0)
		lineedit_set(&console->edit, whole);
	if (names.len)
		console_say(console, "%s", buf_text(&names));
	buf_done(&names);
	free(whole);
}

static void update_prompt(struct console *console, const struct input_event *event, enum command command)
{
	if (command == CMD_pick_accept)
		console_answer(console, lineedit_text(&console->edit));
	else if (console->asks_path && event->type == INPUT_KEY && command_of_key(AT_path, event->key) == CMD_path_complete)
		complete_path(console);
	else
		typing_take(&console->edit, event);
}

static void update_choice(struct console *console, const struct input_event *event, enum command command)
{
	size_t len = console->choices_len, chosen = console->overlay_bar;
	uint32_t digit = event->type == INPUT_KEY ? key_narrow(event->key).point : 0;

	move_bar(console, command, len);
	if (digit >= '1' && digit < '1' + len)
		chosen = digit - '1';
	else if (command != CMD_pick_accept)
		return;
	if (chosen < len)
		console_choose(console, chosen);
}

static void update_overlay(struct console *console, const struct input_event *event)
{
	enum command command = event->type == INPUT_KEY ? command_of_key(AT_pick, event->key) : CMD_NONE;

	if (command == CMD_pick_cancel && console->overlay != OVERLAY_FIND) {
		console_shut_overlay(console);
		return;
	}
	switch (console->overlay) {
	case OVERLAY_HELP:
		update_help(console, command);
		break;
	case OVERLAY_PALETTE:
		update_palette(console, event, command);
		break;
	case OVERLAY_PROMPT:
		update_prompt(console, event, command);
		break;
	case OVERLAY_CHOICE:
		update_choice(console, event, command);
		break;
	case OVERLAY_FIND:
		find_take(console, event);
		break;
	case OVERLAY_NONE:
		break;
	}
}

/* Of a form, which has all other keys: its screen does not see this one. */
static bool asks_for_help(const struct console *console, const struct input_event *event)
{
	const struct screen *screen = console->screen;

	return event->type == INPUT_KEY && !key_is_character(event->key) &&
	       command_of_key(AT_form, event->key) == CMD_form_help && screen->footer && screen->footer(console) == AT_form;
}

/* A key alone, as the input method may have made it. */
static struct key key_alone(const struct input_event *event)
{
	return key_of_kana(event->key);
}

/* Nothing else changes by it, so it needs no fold and leaves the rest of the screen as it is. */
static enum typed move_bar_alone(struct console *console, const struct input_event *event)
{
	const struct screen *screen = console->screen;
	bool may_move = screen->moves_bar && event->type == INPUT_KEY;
	enum command command = may_move ? command_of_key(screen->scope, key_alone(event)) : CMD_NONE;

	if (!may_move || !screen->moves_bar[command])
		return NOT_TYPED;
	console_do(console, command);
	return TYPED;
}

static enum typed type(struct console *console, const struct input_event *event)
{
	enum typed typed = NOT_TYPED;

	if (console->overlay == OVERLAY_NONE && asks_for_help(console, event))
		return NOT_TYPED;
	if (console->overlay == OVERLAY_NONE) {
		if (console->screen->type)
			typed = console->screen->type(console, event);
		return typed == NOT_TYPED ? move_bar_alone(console, event) : typed;
	}
	if (console->overlay == OVERLAY_HELP || console->overlay == OVERLAY_CHOICE)
		return NOT_TYPED;
	console_fold(console, console->now);
	update_overlay(console, event);
	return TYPED_MORE;
}

/* A command is given to the run as it is now. */
static void press(struct console *console, const struct input_event *event)
{
	console_fold(console, console->now);
	if (console->overlay != OVERLAY_NONE)
		update_overlay(console, event);
	else
		console_do(console, command_of_key(console->screen->scope, event->key));
}

static void press_alone(struct console *console, const struct input_event *event)
{
	struct input_event key = *event;

	key.key = key_alone(event);
	press(console, &key);
}

/* The first character of a burst, as the key it is; what comes behind may mean something else by then. Returns its bytes. */
static size_t press_character(struct console *console, const struct input_event *event)
{
	const char *at = event->text, *end = at + event->len;
	int32_t point = at < end ? text_next_code_point(&at, end) : -1;
	struct input_event key = { .type = INPUT_KEY, .key = { .code = KEYCODE_CHAR, .point = (uint32_t)point } };

	if (point >= 0)
		press(console, &key);
	return (size_t)(at - event->text);
}

size_t console_update(struct console *console, const struct input_event *event)
{
	if (console->notice[0])
		console->only_own = false;
	if (event->type == INPUT_TEXT || event->type == INPUT_KEY)
		console->notice[0] = '\0';
	enum typed typed = type(console, event);
	if (typed != TYPED)
		console->only_own = false;
	if (typed != NOT_TYPED)
		return event->len;
	if (event->type == INPUT_TEXT)
		return press_character(console, event);
	if (event->type == INPUT_KEY)
		press_alone(console, event);
	if (event->type == INPUT_PASTE)
		console_say(console, "%s", _("What is pasted here is not taken as commands."));
	return event->len;
}
