#include "view/run_foot.h"

#include "base/i18n.h"
#include "engine/rounds.h"
#include "engine/words.h"
#include "room/mood.h"
#include "view/countdown.h"

#include <string.h>

/* What runs; or how long nothing has been timed; or how long it is until the start. */
void run_foot_draw_clock(struct canvas *canvas, struct rect area, const struct run_view *view)
{
	const struct run *run = view->run;
	const struct run_item *item = run_current(run);
	struct words digits = { "" };
	enum style style = item ? mood_style(mood_of_item(item)) : STYLE_WARN;

	if (item)
		digits = words_remaining(item);
	else if (run->untimed_since_ms)
		digits = words_clock((run->now.wall_ms - run->untimed_since_ms) / 1000);
	else if (run->state == RUN_PLANNED)
		digits = countdown_digits(run->planned_start_ms, run->now.wall_ms, true);
	canvas_text_right(canvas, area.row, area.col, area.cols, style, digits.text);
}

static int draw_state(struct canvas *canvas, struct rect area, enum run_state state)
{
	const char *words = words_run_state(state);
	int cols = text_cols(words, strlen(words)) + 2;

	if (state == RUN_RUNNING || cols > area.cols)
		return 0;
	canvas_fill(canvas, (struct rect){ area.row, area.col, 1, cols }, STYLE_FOCUS);
	canvas_text(canvas, area.row, area.col + 1, cols - 2, STYLE_FOCUS, words);
	return cols + 1;
}

void run_foot_draw_words(struct canvas *canvas, struct rect area, const struct run_view *view)
{
	const struct run_item *item = run_current(view->run);
	int used = draw_state(canvas, area, view->run->state);

	area.col += used;
	area.cols -= used;
	if (*view->say)
		canvas_text(canvas, area.row, area.col, area.cols, STYLE_WARN, view->say);
	else if (item)
		canvas_text(canvas, area.row, area.col, area.cols, STYLE_LABEL, step_name(item->item).text);
	else if (view->run->state == RUN_RUNNING)
		canvas_text(canvas, area.row, area.col, area.cols, STYLE_WARN, _("Nothing is being timed."));
}
