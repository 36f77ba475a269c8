#include "facts.h"

#include "base/i18n.h"
#include "engine/plenary.h"
#include "engine/words.h"
#include "hints.h"
#include "mood.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { ROOMY_ROWS = 8, TEXT_LEN = 512 };

struct facts {
	struct canvas *canvas;
	struct rect area; /* the rows that are left */
};

/* One row: a quiet label, and what it says. */
static void add(struct facts *facts, enum style style, const char *label, const char *text)
{
	struct rect *area = &facts->area;

	if (area->rows < 1 || !*text)
		return;
	int used = canvas_text(facts->canvas, area->row, area->col, area->cols, STYLE_LABEL, label) + 1;
	canvas_text(facts->canvas, area->row, area->col + used, area->cols - used, style, text);
	area->row++;
	area->rows--;
}

/* What must not be overlooked fills its row: a sentence about a command, with the key that does it. */
static void draw_alert(struct canvas *canvas, struct rect row, enum style style, const char *format,
		       enum command command)
{
	char key[HINT_KEYS_LEN], text[TEXT_LEN];

	hint_keys(command, true, key);
	snprintf(text, sizeof text, format, key);
	canvas_fill(canvas, (struct rect){ row.row, row.col - 1, 1, row.cols + 1 }, style);
	canvas_text(canvas, row.row, row.col, row.cols, style, text);
}

static void add_alert(struct facts *facts, enum style style, const char *format, enum command command)
{
	struct rect *area = &facts->area;

	if (area->rows < 1)
		return;
	draw_alert(facts->canvas, *area, style, format, command);
	area->row++;
	area->rows--;
}

static void add_mood(struct facts *facts, const struct run_item *item)
{
	enum mood mood = mood_of_item(item);

	if (mood == MOOD_OVER)
		add_alert(facts, STYLE_OVER, _("Over time. %s starts the next step."), CMD_run_next);
	else if (mood == MOOD_WARN)
		add(facts, STYLE_WARN, ">", _("The last minute."));
	else if (mood == MOOD_SOON)
		add(facts, STYLE_STRONG, "-", _("Less than five minutes are left."));
	if (item->squeezed)
		add(facts, STYLE_WARN, "!", _("Its fixed end leaves it less than its least time."));
}

void facts_draw_idle(struct canvas *canvas, struct rect row, const struct run *run)
{
	switch (run->state) {
	case RUN_PLANNED:
		draw_alert(canvas, row, STYLE_FOCUS, _("Not begun. %s begins."), CMD_run_pause);
		break;
	case RUN_ENDED:
		draw_alert(canvas, row, STYLE_FOCUS, _("The workshop is over. %s takes up the last step again."),
			   CMD_run_back);
		break;
	case RUN_RUNNING:
	case RUN_PAUSED:
		draw_alert(canvas, row, STYLE_FOCUS, _("Nothing is being timed. %s starts the next step."),
			   CMD_run_next);
		break;
	}
}

static void add_slept(struct facts *facts, int64_t slept_ms)
{
	char key[HINT_KEYS_LEN], text[TEXT_LEN];

	if (!slept_ms)
		return;
	hint_keys(CMD_run_count_as_pause, true, key);
	snprintf(text, sizeof text, _("%s (%s counts it as a pause)"), words_length(slept_ms / 1000).text, key);
	add(facts, STYLE_WARN, _("Slept:"), text);
}

/* Whose turn it is to tell, its own time, and what those after it would have. */
static void add_turn(struct facts *facts, const struct run_view *view)
{
	struct arena arena = { 0 };
	struct plenary plenary = plenary_of(view->book, view->run, &arena);
	char text[TEXT_LEN] = "";
	size_t used = 0;

	if (plenary.now < plenary.len)
		used = (size_t)snprintf(text, sizeof text, _("table %d"), (int)plenary.turns[plenary.now].table->number);
	if (plenary.now < plenary.len && plenary.timed)
		used += (size_t)snprintf(text + used, sizeof text - used, "  %s%s", plenary.left_ms < 0 ? "+" : "",
					 words_clock(plenary_remaining_s(&plenary) + plenary_overtime_s(&plenary)).text);
	if (plenary.waiting && plenary.timed)
		snprintf(text + used, sizeof text - used, _("  then %zu at %s"), plenary.waiting,
			 words_clock(plenary.each_ms / 1000).text);
	add(facts, plenary.is_short ? STYLE_WARN : STYLE_STRONG, _("Telling:"), text);
	arena_done(&arena);
}

static void add_next(struct facts *facts, const struct run *run)
{
	char text[TEXT_LEN];

	if (run->next >= run->len)
		return;
	const struct run_item *next = &run->items[run->next];
	if (next->open_ended)
		snprintf(text, sizeof text, _("%s (open length)"), next->item->title);
	else
		snprintf(text, sizeof text, "%s  %s", words_length((next->planned_ms + next->adjust_ms) / 1000).text,
			 next->item->title);
	add(facts, STYLE_STRONG, _("Next:"), text);
}

/* Where there are rows to spare: the running step by the clock on the wall. */
static void add_times(struct facts *facts, const struct run *run)
{
	const struct run_item *item = run_current(run);
	char text[TEXT_LEN];

	if (!item || facts->area.rows < ROOMY_ROWS - 2)
		return;
	snprintf(text, sizeof text, _("%s (planned %s)"), words_time(item->actual_start_ms, run->planned_start_ms).text,
		 words_time(item->planned_start_ms, run->planned_start_ms).text);
	add(facts, STYLE_PLAIN, _("Began:"), text);
	if (item->open_ended)
		return;
	snprintf(text, sizeof text, _("%s (planned %s)"), words_time(item->forecast_end_ms, run->planned_start_ms).text,
		 words_time(item->planned_end_ms, run->planned_start_ms).text);
	add(facts, STYLE_PLAIN, _("Until:"), text);
}

static void add_end(struct facts *facts, const struct run *run)
{
	char text[TEXT_LEN];

	snprintf(text, sizeof text, _("%s (planned %s)"), words_time(run->forecast_end_ms, run->planned_start_ms).text,
		 words_time(run->planned_end_ms, run->planned_start_ms).text);
	add(facts, STYLE_PLAIN, run->state == RUN_ENDED ? _("Ended:") : _("Ends about:"), text);
}

/* What stands on the projector besides the clock. */
static void say_stage(const struct run_view *view, char *text, size_t size)
{
	const struct run_stage *stage = &view->run->stage;
	const struct run_item *item = run_current(view->run);
	enum item_kind kind = item ? item->item->kind : ITEM_KIND_PLENARY;

	if (kind == ITEM_KIND_PRESENTATION && stage->table)
		snprintf(text, size, _("table %d, step %d/%d"), (int)stage->table->number, (int)stage->step,
			 (int)view->pages);
	else if ((kind == ITEM_KIND_CASE || kind == ITEM_KIND_LETTER) && view->pages)
		snprintf(text, size, _("%s, page %d/%d"), code_label(&codes_item_kind, kind),
			 (int)(stage->page < view->pages ? stage->page + 1 : view->pages), (int)view->pages);
	else
		snprintf(text, size, "%s", _("the clock"));
}

static void add_room(struct facts *facts, const struct run_view *view)
{
	const struct run_stage *stage = &view->run->stage;
	char text[TEXT_LEN] = "", seen[TEXT_LEN - 64];

	say_stage(view, seen, sizeof seen);
	if (stage->open)
		snprintf(text, sizeof text, _("open: %s"), seen);
	else
		snprintf(text, sizeof text, "%s", _("shut: the clock only"));
	add(facts, STYLE_PLAIN, _("Shutter:"), text);
	add(facts, STYLE_STRONG, _("Message:"), stage->message);
}

void facts_draw(struct canvas *canvas, struct rect area, const struct run_view *view)
{
	const struct run_item *item = run_current(view->run);
	struct facts facts = { canvas, area };

	if (view->run->state == RUN_PAUSED)
		add_alert(&facts, STYLE_FOCUS, _("Paused. %s goes on."), CMD_run_pause);
	else if (item)
		add_mood(&facts, item);
	add_slept(&facts, view->slept_ms);
	add_turn(&facts, view);
	add_next(&facts, view->run);
	add_times(&facts, view->run);
	add_end(&facts, view->run);
	add_room(&facts, view);
	add(&facts, STYLE_PLAIN, _("Hall until:"),
	    words_time(view->run->hall_end_ms, view->run->planned_start_ms).text);
}
