#include "facts.h"

#include "alert.h"
#include "base/i18n.h"
#include "engine/plenary.h"
#include "engine/rounds.h"
#include "engine/words.h"
#include "readiness.h"
#include "room/mood.h"
#include "sight_words.h"
#include "widgets/hints.h"

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

static void add_alert(struct facts *facts, enum style style, const char *format, enum command command)
{
	struct rect *area = &facts->area;

	if (area->rows < 1)
		return;
	alert_draw(facts->canvas, *area, style, format, command);
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
			 words_length(run_due_ms(item) / 1000).text, end.text, item->item->title);
	else
		snprintf(text, sizeof text, _("nothing left until %1$s: %2$s"), end.text, item->item->title);
	add(facts, STYLE_WARN, "!", text);
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
	size_t before;

	if (text->len)
		buf_add_text(text, "  ");
	before = text->len;
	buf_addf(text, _("then %zu at %s"), plenary->waiting, each.text);
	if (text_cols(text->bytes, text->len) <= cols)
		return;
	buf_remove(text, before, text->len - before);
	buf_addf(text, _("%zu x %s"), plenary->waiting, each.text);
}

/* Whose turn it is to tell, and its own time; while it is nobody's, the key that calls the next. */
static void say_turn(const struct plenary *plenary, struct buf *text)
{
	char key[HINT_KEYS_LEN];

	if (plenary->now < plenary->len) {
		buf_addf(text, _("table %d"), (int)plenary->turns[plenary->now].table->number);
		if (plenary->timed)
			buf_addf(text, "  %s%s", plenary->left_ms < 0 ? "+" : "",
				 words_clock(plenary_remaining_s(plenary) + plenary_overtime_s(plenary)).text);
	} else if (plenary->next < plenary->len) {
		hint_keys(CMD_run_hand_over, true, key);
		buf_addf(text, _("%s calls table %d"), key, (int)plenary->turns[plenary->next].table->number);
	}
}

/* The turn now, and what those after it would have. */
static void add_turn(struct facts *facts, const struct run_view *view)
{
	struct arena arena = { 0 };
	struct plenary plenary = plenary_of(view->book, view->run, &arena);
	const char *label = _("Telling:");
	struct buf text = { 0 };

	say_turn(&plenary, &text);
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

	if (!item || facts->area.rows < ROOMY_ROWS - 3)
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
	sight_say_held(held, seen, sizeof seen);
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
	const struct run_item *item = run_current(view->run);
	char text[TEXT_LEN];

	if (item && item->item->face == ITEM_FACE_BLANK) {
		add(facts, STYLE_PLAIN, _("Room:"), _("a calm word and nothing else"));
		add_message(facts, view->run);
		return;
	}
	sight_say(view, text, sizeof text);
	add(facts, STYLE_PLAIN, _("Shutter:"), text);
	add_message(facts, view->run);
}

/* The steps to come and the header say much of this, too: what the room reads is not pushed off by it. */
static void add_plan(struct facts *facts, const struct run_view *view)
{
	int kept = *view->run->stage.message ? 1 : 0;

	facts->area.rows -= kept;
	add_next(facts, view);
	add_times(facts, view->run);
	add_end(facts, view->run);
	facts->area.rows += kept;
}

static void add_alerts(struct facts *facts, const struct run_view *view)
{
	const struct run_item *item = run_current(view->run);

	add_hidden(facts, &view->run->stage);
	if (view->run->state == RUN_PAUSED)
		add_alert(facts, STYLE_FOCUS, _("Paused. %s goes on."), CMD_run_pause);
	else if (item)
		add_mood(facts, item);
	if (view->run->state == RUN_PAUSED && item->fixed_end_ms)
		add(facts, STYLE_WARN, "!", _("Its end is fixed: the time runs on."));
	add_squeezed(facts, view->run);
	add_slept(facts, view->slept_ms);
}

/* However much there is to say: whether the room sees the contents is said in any case. */
int facts_draw(struct canvas *canvas, struct rect area, const struct run_view *view)
{
	struct facts facts = { canvas, area };

	facts.area.rows--;
	add_alerts(&facts, view);
	add_turn(&facts, view);
	add_readiness(&facts, view);
	if (view->silent)
		add(&facts, STYLE_WARN, _("Bells:"), _("seen only"));
	add_plan(&facts, view);
	facts.area.rows++;
	add_room(&facts, view);
	add(&facts, STYLE_PLAIN, _("Hall until:"),
	    words_time(view->run->hall_end_ms, view->run->planned_start_ms).text);
	return facts.area.row - area.row;
}
