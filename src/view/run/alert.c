#include "alert.h"

#include "base/i18n.h"
#include "widgets/hints.h"

#include <stdio.h>

enum { CHOICE_COLS = 60, TEXT_LEN = 512 };

/* The whole row in one style, a column of it before the text. */
static void draw(struct canvas *canvas, struct rect row, enum style style, const char *text)
{
	canvas_fill(canvas, (struct rect){ row.row, row.col - 1, 1, row.cols + 1 }, style);
	canvas_text(canvas, row.row, row.col, row.cols, style, text);
}

void alert_draw(struct canvas *canvas, struct rect row, enum style style, const char *format, enum command command)
{
	char key[HINT_KEYS_LEN], text[TEXT_LEN];

	hint_keys(command, true, key);
	snprintf(text, sizeof text, format, key);
	draw(canvas, row, style, text);
}

/* Two keys: what is to be done, and what is to be put right. */
static void draw_choice(struct canvas *canvas, struct rect row, const char *format, enum command now, enum command before)
{
	char first[HINT_KEYS_LEN], second[HINT_KEYS_LEN], text[TEXT_LEN];

	hint_keys(now, true, first);
	hint_keys(before, true, second);
	snprintf(text, sizeof text, format, first, second);
	draw(canvas, row, STYLE_FOCUS, text);
}

static bool is_next_due(const struct run *run)
{
	return run->next < run->len && run->items[run->next].planned_start_ms <= run->now.wall_ms;
}

/* In a room that has begun without its clock, the second key puts right when that was. */
void alert_draw_idle(struct canvas *canvas, struct rect row, const struct run *run)
{
	switch (run->state) {
	case RUN_PLANNED:
		if (row.cols >= CHOICE_COLS && run->planned_start_ms && is_next_due(run))
			draw_choice(canvas, row, _("Nothing is being timed. %s begins now, %s as planned."), CMD_run_pause,
				    CMD_run_on_time);
		else
			alert_draw(canvas, row, STYLE_FOCUS, _("Not begun. %s begins."), CMD_run_pause);
		break;
	case RUN_ENDED:
		alert_draw(canvas, row, STYLE_FOCUS, _("The workshop is over. %s takes up the last step again."),
			   CMD_run_back);
		break;
	case RUN_RUNNING:
	case RUN_PAUSED:
		draw_choice(canvas, row, _("Nothing is being timed. %s starts the next step; %s if it has begun already."),
			    CMD_run_next, is_next_due(run) ? CMD_run_on_time : CMD_run_backdate);
		break;
	}
}
