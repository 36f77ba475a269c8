/* overlay.c - what handlers say, and what they lay over the screen to ask. */
#include "console.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct act console_act(struct console *console)
{
	return (struct act){
		.book = &console->book,
		.run = &console->run,
		.env = console->app->env,
		.batch = &console->effects.batch,
	};
}

void console_say(struct console *console, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(console->notice, sizeof console->notice, format, args);
	va_end(args);
	console->notice_is_bad = false;
}

void console_complain(struct console *console, const struct fault *fault)
{
	snprintf(console->notice, sizeof console->notice, "%s", fault->text);
	console->notice_is_bad = true;
}

/* Most of what is typed here takes three bytes a character. */
void console_complain_of_length(struct console *console, const struct lineedit *edit)
{
	struct fault fault = { "" };

	fault_set(&fault, ST_INVALID, _("Too long for this field, which holds some %zu characters; nothing was added."),
		  edit->max_bytes / 3);
	console_complain(console, &fault);
}

void console_complain_of_choice(struct console *console)
{
	struct fault fault = { "" };

	fault_set(&fault, ST_INVALID, _("Here one chooses: with Left and Right, or by number. Tab goes to the next field."));
	console_complain(console, &fault);
}

void console_settle(struct console *console, enum status st, const struct fault *fault, const char *done)
{
	if (st != ST_OK)
		console_complain(console, fault);
	else
		snprintf(console->effects.done, sizeof console->effects.done, "%s", done);
}

void console_shut_overlay(struct console *console)
{
	for (size_t i = 0; i < console->choices_len; i++)
		free(console->choices[i].label);
	for (size_t i = 0; i < console->notes_len; i++)
		free(console->notes[i]);
	console->choices_len = console->notes_len = 0;
	console->asks_path = false;
	console->overlay = OVERLAY_NONE;
	lineedit_clear(&console->edit);
}

void console_lay_over(struct console *console, enum overlay overlay, const char *title)
{
	console_shut_overlay(console);
	console->overlay = overlay;
	console->overlay_top = 0;
	console->overlay_bar = 0;
	snprintf(console->overlay_title, sizeof console->overlay_title, "%s", title);
}

void console_ask(struct console *console, const char *title, const char *text,
		 void (*accept)(struct console *console, const char *text))
{
	console_lay_over(console, OVERLAY_PROMPT, title);
	lineedit_set(&console->edit, text);
	console->accept_text = accept;
}

void console_ask_path(struct console *console, const char *title, const char *text,
		      void (*accept)(struct console *console, const char *text))
{
	console_ask(console, title, text, accept);
	console->asks_path = true;
}

void console_offer(struct console *console, const char *title, void (*accept)(struct console *console, int64_t value))
{
	console_lay_over(console, OVERLAY_CHOICE, title);
	console->accept_choice = accept;
}

void console_offer_choice(struct console *console, const char *label, int64_t value)
{
	if (console->choices_len < CHOICES_MAX)
		console->choices[console->choices_len++] = (struct choice){ mem_copy(label), value };
}

void console_offer_note(struct console *console, const char *line)
{
	if (console->notes_len < NOTES_MAX)
		console->notes[console->notes_len++] = mem_copy(line);
}

/* The one who asked may open the next question, so the overlay is gone before it is told. */
void console_answer(struct console *console, const char *text)
{
	char *copy = mem_copy(text);

	console_shut_overlay(console);
	console->accept_text(console, copy);
	free(copy);
}

void console_choose(struct console *console, size_t index)
{
	int64_t value = console->choices[index].value;

	console_shut_overlay(console);
	console->accept_choice(console, value);
}
