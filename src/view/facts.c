#include "facts.h"

#include "base/i18n.h"
#include "engine/plenary.h"
#include "engine/room_time.h"
#include "engine/rounds.h"
#include "engine/words.h"
#include "hints.h"
#include "mood.h"
#include "readiness.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { ROOMY_ROWS = 8, CHOICE_COLS = 60, TEXT_LEN = 512 };

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
}

/* What runs, or the first that waits, whose fixed end leaves it less than its least time; NULL: all have enough. */
static const struct run_item *first_squeezed(const struct run *run)
{
	for (size_t i = 0; i < run->len; i++) {
		const struct run_item *item = &run->items[i];
		if (item->squeezed && (item->status == ITEM_RUNNING || item->status == ITEM_WAITING))
			return item;
	}
	return NULL;
}

/* Whole minutes, down, so that what is short never reads as enough. */
static struct words words_room(int64_t room_s)
{
	return words_length(room_s < 60 ? room_s : room_s - room_s % 60);
}

/* The title stands last: it is what may be cut. */
static void add_squeezed(struct facts *facts, const struct run *run)
{
	const struct run_item *item = first_squeezed(run);
	char text[TEXT_LEN];

	if (!item)
		return;
	int64_t end_ms = item->fixed_end_ms + item->adjust_ms, room_ms = end_ms - item->forecast_start_ms;
	struct words end = words_time(end_ms, run->planned_start_ms);
	if (room_ms > 0)
		snprintf(text, sizeof text, _("%1$s of at least %2$s until %3$s: %4$s"), words_room(room_ms / 1000).text,
			 words_length(item->item->minimum_s).text, end.text, item->item->title);
	else
		snprintf(text, sizeof text, _("nothing left until %1$s: %2$s"), end.text, item->item->title);
	add(facts, STYLE_WARN, "!", text);
}

/* The same with two keys: what is to be done, and what is to be put right. */
static void draw_choice(struct canvas *canvas, struct rect row, const char *format, enum command now, enum command before)
{
	char first[HINT_KEYS_LEN], second[HINT_KEYS_LEN], text[TEXT_LEN];

	hint_keys(now, true, first);
	hint_keys(before, true, second);
	snprintf(text, sizeof text, format, first, second);
	canvas_fill(canvas, (struct rect){ row.row, row.col - 1, 1, row.cols + 1 }, STYLE_FOCUS);
	canvas_text(canvas, row.row, row.col, row.cols, STYLE_FOCUS, text);
}

static bool is_next_due(const struct run *run)
{
	return run->next < run->len && run->items[run->next].planned_start_ms <= run->now.wall_ms;
}

/* In a room that has begun without its clock, the second key puts right when that was. */
void facts_draw_idle(struct canvas *canvas, struct rect row, const struct run *run)
{
	switch (run->state) {
	case RUN_PLANNED:
		if (row.cols >= CHOICE_COLS && run->planned_start_ms && is_next_due(run))
			draw_choice(canvas, row, _("Nothing is being timed. %s begins now, %s as planned."), CMD_run_pause,
				    CMD_run_on_time);
		else
			draw_alert(canvas, row, STYLE_FOCUS, _("Not begun. %s begins."), CMD_run_pause);
		break;
	case RUN_ENDED:
		draw_alert(canvas, row, STYLE_FOCUS, _("The workshop is over. %s takes up the last step again."),
			   CMD_run_back);
		break;
	case RUN_RUNNING:
	case RUN_PAUSED:
		draw_choice(canvas, row, _("Nothing is being timed. %s starts the next step; %s if it has begun already."),
			    CMD_run_next, is_next_due(run) ? CMD_run_on_time : CMD_run_backdate);
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

/* How many turns are to come, and how long each: in words, if the row has room for them. */
static void say_waiting(const struct plenary *plenary, int cols, struct buf *text)
{
	struct words each = words_clock(plenary->each_ms / 1000);
	size_t before = text->len;

	buf_addf(text, _("  then %zu at %s"), plenary->waiting, each.text);
	if (text_cols(text->bytes, text->len) <= cols)
		return;
	buf_remove(text, before, text->len - before);
	buf_addf(text, _("  %zu x %s"), plenary->waiting, each.text);
}

/* Whose turn it is to tell, its own time, and what those after it would have. */
static void add_turn(struct facts *facts, const struct run_view *view)
{
	struct arena arena = { 0 };
	struct plenary plenary = plenary_of(view->book, view->run, &arena);
	const char *label = _("Telling:");
	struct buf text = { 0 };

	if (plenary.now < plenary.len)
		buf_addf(&text, _("table %d"), (int)plenary.turns[plenary.now].table->number);
	if (plenary.now < plenary.len && plenary.timed)
		buf_addf(&text, "  %s%s", plenary.left_ms < 0 ? "+" : "",
			 words_clock(plenary_remaining_s(&plenary) + plenary_overtime_s(&plenary)).text);
	if (plenary.waiting && plenary.timed)
		say_waiting(&plenary, facts->area.cols - text_cols(label, strlen(label)) - 1, &text);
	add(facts, plenary.is_short ? STYLE_WARN : STYLE_STRONG, label, buf_text(&text));
	buf_done(&text);
	arena_done(&arena);
}

/* How far the tables are, and what that and the clock suggest. */
static void add_readiness(struct facts *facts, const struct run_view *view)
{
	struct progress progress = progress_of(view->run, view->book->tables.len);
	char label[READINESS_LEN] = "", text[READINESS_LEN];

	readiness_say_counts(&progress, text);
	add(facts, STYLE_STRONG, _("Ready:"), text);
	readiness_say_suggestion(&progress, text);
	add(facts, STYLE_STRONG, ">", text);
	readiness_say_behind(view, label, text);
	add(facts, STYLE_PLAIN, label, text);
}

/* Its length, and the length that it had the last time; the title stands last: it is what may be cut. */
static void add_next(struct facts *facts, const struct run_view *view)
{
	const struct run *run = view->run;
	char text[TEXT_LEN];

	if (run->next >= run->len)
		return;
	const struct run_item *next = &run->items[run->next];
	const struct words last_time = view->last_time ? spent_last_time_short(&view->last_time[run->next])
						       : (struct words){ "" };
	if (*last_time.text && !next->open_ended)
		snprintf(text, sizeof text, _("%s (%s)  %s"), words_length((next->planned_ms + next->adjust_ms) / 1000).text,
			 last_time.text, step_name(next->item).text);
	else if (next->open_ended)
		snprintf(text, sizeof text, _("%s (open length)"), step_name(next->item).text);
	else
		snprintf(text, sizeof text, "%s  %.300s", words_length((next->planned_ms + next->adjust_ms) / 1000).text,
			 step_name(next->item).text);
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

static bool is_spared(const struct run_view *view)
{
	struct arena arena = { 0 };
	struct plenary plenary = plenary_of(view->book, view->run, &arena);
	bool spared = run_current(view->run) && room_time_of_turn(view->run, &plenary).spared;

	arena_done(&arena);
	return spared;
}

static void say_page(const struct run_view *view, enum item_kind kind, char *text, size_t size)
{
	const struct run_stage *stage = &view->run->stage;
	int64_t page = stage->page < view->pages ? stage->page + 1 : view->pages;
	int64_t shown = stage->shown < view->paragraphs ? stage->shown : view->paragraphs;

	if (stage->shown)
		snprintf(text, size, _("%s, page %d/%d, paragraph %d/%d"), code_label(&codes_item_kind, kind), (int)page,
			 (int)view->pages, (int)shown, (int)view->paragraphs);
	else
		snprintf(text, size, _("%s, page %d/%d"), code_label(&codes_item_kind, kind), (int)page,
			 (int)view->pages);
}

static enum item_face item_face(const struct run_view *view)
{
	const struct run_item *item = run_current(view->run);

	return item ? item->item->face : ITEM_FACE_CLOCK;
}

static const char *words_of_clock(const struct run_view *view)
{
	if (item_face(view) == ITEM_FACE_STILL)
		return _("no clock");
	return is_spared(view) ? _("no numbers") : _("the clock");
}

static const char *words_of_shut(const struct run_view *view)
{
	if (item_face(view) == ITEM_FACE_STILL)
		return _("shut: no clock");
	return is_spared(view) ? _("shut: no numbers") : _("shut: the clock only");
}

/* What the facilitator has put on the projector besides the clock. */
static void say_stage(const struct run_view *view, char *text, size_t size)
{
	const struct run_stage *stage = &view->run->stage;
	const struct run_item *item = run_current(view->run);
	enum item_kind kind = item ? item->item->kind : ITEM_KIND_PLENARY;

	if (stage->picture)
		snprintf(text, size, "%s", _("1/10/100"));
	else if (kind == ITEM_KIND_PRESENTATION && stage->table)
		snprintf(text, size, _("table %d, step %d/%d"), (int)stage->table->number, (int)stage->step,
			 (int)view->pages);
	else if ((kind == ITEM_KIND_CASE || kind == ITEM_KIND_LETTER) && view->pages)
		say_page(view, kind, text, size);
	else
		snprintf(text, size, "%s", words_of_clock(view));
}

/* What the room still sees while other things are looked up. */
static void say_held(const struct run_sight *held, char *text, size_t size)
{
	enum item_kind kind = held->item ? held->item->kind : ITEM_KIND_PLENARY;

	if (held->picture)
		snprintf(text, size, "%s", _("1/10/100"));
	else if (kind == ITEM_KIND_PRESENTATION && held->table)
		snprintf(text, size, _("table %d, step %d"), (int)held->table->number, (int)held->step);
	else if (kind == ITEM_KIND_CASE || kind == ITEM_KIND_LETTER)
		snprintf(text, size, _("%s, page %d"), code_label(&codes_item_kind, kind), (int)held->page + 1);
	else
		snprintf(text, size, "%s", _("the clock"));
}

static void add_message(struct facts *facts, const struct run *run)
{
	const struct run_stage *stage = &run->stage;
	char text[TEXT_LEN];

	if (!stage->message_until_ms) {
		add(facts, STYLE_STRONG, _("Message:"), stage->message);
		return;
	}
	snprintf(text, sizeof text, _("until %s: %s"), words_time(stage->message_until_ms, run->planned_start_ms).text,
		 stage->message);
	add(facts, STYLE_STRONG, _("Message:"), text);
}

static void add_held(struct facts *facts, const struct run_sight *held)
{
	char key[HINT_KEYS_LEN], seen[TEXT_LEN - 64], text[TEXT_LEN];

	hint_keys(CMD_run_freeze, true, key);
	say_held(held, seen, sizeof seen);
	snprintf(text, sizeof text, _("%s (%s lets it go)"), seen, key);
	add(facts, STYLE_WARN, _("Picture held:"), text);
}

/* What must not be forgotten: the room sees nothing, or not what one has before oneself. */
static void add_hidden(struct facts *facts, const struct run_stage *stage)
{
	if (stage->dark)
		add_alert(facts, STYLE_FOCUS, _("The room is dark (%s lights it again)."), CMD_run_blackout);
	if (stage->frozen)
		add_held(facts, &stage->held);
}

static void add_room(struct facts *facts, const struct run_view *view)
{
	const struct run_stage *stage = &view->run->stage;
	char text[TEXT_LEN] = "", seen[TEXT_LEN - 64];

	if (item_face(view) == ITEM_FACE_BLANK) {
		add(facts, STYLE_PLAIN, _("Room:"), _("a calm word and nothing else"));
		add_message(facts, view->run);
		return;
	}
	say_stage(view, seen, sizeof seen);
	if (stage->open)
		snprintf(text, sizeof text, _("open: %s"), seen);
	else
		snprintf(text, sizeof text, "%s", words_of_shut(view));
	add(facts, STYLE_PLAIN, _("Shutter:"), text);
	add_message(facts, view->run);
}

void facts_draw(struct canvas *canvas, struct rect area, const struct run_view *view)
{
	const struct run_item *item = run_current(view->run);
	struct facts facts = { canvas, area };

	add_hidden(&facts, &view->run->stage);
	if (view->run->state == RUN_PAUSED)
		add_alert(&facts, STYLE_FOCUS, _("Paused. %s goes on."), CMD_run_pause);
	else if (item)
		add_mood(&facts, item);
	if (view->run->state == RUN_PAUSED && item->fixed_end_ms)
		add(&facts, STYLE_WARN, "!", _("Its end is fixed: the time runs on."));
	add_squeezed(&facts, view->run);
	add_slept(&facts, view->slept_ms);
	add_turn(&facts, view);
	add_readiness(&facts, view);
	if (view->silent)
		add(&facts, STYLE_WARN, _("Bells:"), _("seen only"));
	add_next(&facts, view);
	add_times(&facts, view->run);
	add_end(&facts, view->run);
	add_room(&facts, view);
	add(&facts, STYLE_PLAIN, _("Hall until:"),
	    words_time(view->run->hall_end_ms, view->run->planned_start_ms).text);
}
