#include "console.h"

#include "base/i18n.h"
#include "layer.h"
#include "view/help.h"
#include "view/widgets.h"

#include <string.h>

enum { PROMPT_COLS = 60, NOTED_COLS = 76 };

static void draw_prompt(const struct console *console, struct canvas *canvas)
{
	/* A free row below the field: an input method shows its candidates there. */
	struct rect room = widget_popup(canvas, 3, PROMPT_COLS, console->overlay_title);

	widget_field(canvas, (struct rect){ room.row, room.col, 1, room.cols }, &console->edit, true);
}

static void draw_choice_row(const void *ctx, struct canvas *canvas, struct rect area, size_t index, enum style style)
{
	const struct console *console = ctx;
	char number[] = { (char)('1' + index), ' ', '\0' };
	int used = index < 9 ? canvas_text(canvas, area.row, area.col, area.cols, style, number) : 2;
	const char *label = console->choices[index].label;
	bool is_its_number = label[0] == number[0] && !label[1];

	if (!is_its_number)
		canvas_text(canvas, area.row, area.col + used, area.cols - used, style, label);
}

static void draw_choice(const struct console *console, struct canvas *canvas)
{
	int notes = (int)console->notes_len, cols = notes ? NOTED_COLS : PROMPT_COLS;
	struct rect room = widget_popup(canvas, notes + (int)console->choices_len, cols, console->overlay_title);
	struct list_view list = { .len = console->choices_len, .selected = console->overlay_bar, .focused = true };

	/* Where rows are few, what can be chosen stands before what is to be known. */
	for (int i = 0; i < notes && room.rows > (int)console->choices_len; i++) {
		canvas_text(canvas, room.row, room.col, room.cols, i ? STYLE_PLAIN : STYLE_STRONG, console->notes[i]);
		room.row++;
		room.rows--;
	}
	widget_list(canvas, room, &list, draw_choice_row, console);
}

/* At the foot, so that the bar is seen to move; that nothing is found is said beside what is typed. */
static void draw_find(const struct console *console, struct canvas *canvas)
{
	const char *lost = console->finding.is_lost ? _("No line holds this.") : "";
	int row = canvas->rows - 2, lost_cols = text_cols(lost, strlen(lost));
	int cols = canvas->cols - (layer_below(console) ? FOOT_COLS : 0);
	struct rect field = { row, 3, 1, cols - 5 - lost_cols };

	widget_notice(canvas, row, STYLE_PLAIN, "/");
	widget_field(canvas, field, &console->edit, true);
	canvas_text(canvas, row, field.col + field.cols + 1, lost_cols, STYLE_WARN, lost);
}

static enum command_scope own_scope(const struct console *console)
{
	return console->screen->footer ? console->screen->footer(console) : console->screen->scope;
}

/* Whose keys help tells: in a form those of writing. */
static enum command_scope help_scope(const struct console *console)
{
	return own_scope(console) == AT_form ? AT_form : console->screen->scope;
}

static enum command_scope footer_scope(const struct console *console)
{
	switch (console->overlay) {
	case OVERLAY_NONE:
		return own_scope(console);
	case OVERLAY_PROMPT:
		return console->asks_path ? AT_path : AT_edit;
	case OVERLAY_FIND:
		return AT_find;
	case OVERLAY_HELP:
	case OVERLAY_PALETTE:
	case OVERLAY_CHOICE:
		break;
	}
	return AT_pick;
}

/* Nobody scrolls past the end of the help: there, each key back up is seen at once. */
void console_fit(struct console *console, const struct canvas *canvas)
{
	int last = console->overlay == OVERLAY_HELP ? help_last_top(canvas, help_scope(console)) : 0;

	if (console->overlay_top > last)
		console->overlay_top = last;
}

static void draw_overlay(const struct console *console, struct canvas *canvas)
{
	switch (console->overlay) {
	case OVERLAY_HELP:
		help_view(canvas, help_scope(console), console->overlay_top);
		break;
	case OVERLAY_PALETTE:
		palette_view(canvas, console->screen->scope, &console->edit, console->found, console->found_len,
			     console->overlay_bar);
		break;
	case OVERLAY_PROMPT:
		draw_prompt(console, canvas);
		break;
	case OVERLAY_CHOICE:
		draw_choice(console, canvas);
		break;
	case OVERLAY_FIND:
		draw_find(console, canvas);
		break;
	case OVERLAY_NONE:
		break;
	}
}

/* Beside it stands the clock of the console below. */
static void draw_notice(const struct console *console, struct canvas *canvas)
{
	int cols = canvas->cols - (layer_below(console) ? FOOT_COLS : 0);

	widget_notice_in(canvas, (struct rect){ canvas->rows - 2, 0, 1, cols }, console->notice_is_bad ? STYLE_WARN : STYLE_GOOD,
			 console->notice);
}

static void draw_foot_below(const struct console *console, struct canvas *canvas)
{
	const struct console *below = layer_below(console);

	if (below)
		below->screen->draw_foot(below, canvas, canvas->rows - 2, !console->notice[0] && console->overlay != OVERLAY_FIND);
}

void console_draw(const struct console *console, struct canvas *canvas)
{
	bool bare = console->screen->is_bare && console->screen->is_bare(console);

	canvas_clear(canvas);
	if (widget_too_small(canvas))
		return;
	console->screen->draw(console, canvas);
	if (!bare || console->notice[0])
		draw_notice(console, canvas);
	if (!bare)
		widget_footer(canvas, footer_scope(console));
	draw_overlay(console, canvas);
	if (!bare && console->overlay != OVERLAY_HELP)
		draw_foot_below(console, canvas);
}
