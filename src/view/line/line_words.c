#include "line_words.h"

#include "base/i18n.h"
#include "engine/rounds.h"
#include "engine/words.h"

#include <inttypes.h>
#include <stdio.h>

enum { MINUTE_MS = 60000, TEXT_LEN = 400 };

static int64_t minutes_of(int64_t ms)
{
	return (ms + MINUTE_MS / 2) / MINUTE_MS;
}

/* What it took, or will probably take; 0: nothing is known. */
static int64_t taken_ms(const struct run_item *item)
{
	switch (item->status) {
	case ITEM_DONE:
		return item->total_active_ms;
	case ITEM_RUNNING:
		return item->total_active_ms + (item->remaining_ms > 0 ? item->remaining_ms : 0);
	case ITEM_WAITING:
		return item->planned_ms + item->adjust_ms;
	case ITEM_SKIPPED:
		break;
	}
	return 0;
}

/* "10", and where it took or takes another time, "10>12"; planned -1: of open length, that time alone. */
static void say_change(int64_t planned, int64_t taken, char *text, size_t size)
{
	if (planned < 0 || taken == planned)
		snprintf(text, size, "%" PRId64, taken);
	else
		snprintf(text, size, "%" PRId64 ">%" PRId64, planned, taken);
}

void line_say_minutes(const struct run_item *item, char *text, size_t size)
{
	int64_t planned = minutes_of(item->planned_ms), taken = minutes_of(taken_ms(item));

	if (item->open_ended && item->status == ITEM_WAITING)
		*text = '\0';
	else if (item->status == ITEM_SKIPPED)
		say_change(planned, planned, text, size);
	else
		say_change(item->open_ended ? -1 : planned, taken, text, size);
}

/* It was passed over, or the workshop ended before it came. */
static bool is_left_out(const struct run *run, const struct run_item *item)
{
	return item->status == ITEM_WAITING && (!item->forecast_start_ms || run->state == RUN_ENDED);
}

void line_say_standing(const struct run *run, const struct run_item *item, bool wide, char *text, size_t size)
{
	size_t used = 0;

	if (item->status == ITEM_SKIPPED)
		used = (size_t)snprintf(text, size, "%s", words_item_status(item->status));
	else if (is_left_out(run, item))
		used = (size_t)snprintf(text, size, "%s", _("not held"));
	else if (item->planned_start_ms)
		used = (size_t)snprintf(text, size, "%s", words_delta(item->forecast_end_ms - item->planned_end_ms).text);
	else
		*text = '\0';
	if (wide && item->attempts > 1 && used < size)
		used += (size_t)snprintf(text + used, size - used, _(", taken up %d times"), item->attempts);
	if (wide && item->pauses_ms >= MINUTE_MS / 2 && used < size)
		snprintf(text + used, size - used, _(", pauses %s"),
			 words_length(minutes_of(item->pauses_ms) * 60).text);
}

void line_say_last_time(const struct spent *spent, char *text, size_t size)
{
	switch (spent->state) {
	case SPENT_UNKNOWN:
		*text = '\0';
		break;
	case SPENT_SKIPPED:
		snprintf(text, size, "%s", words_item_status(ITEM_SKIPPED));
		break;
	case SPENT_HELD:
		say_change(spent->open_ended ? -1 : minutes_of(spent->planned_ms), minutes_of(spent->actual_ms), text, size);
		break;
	}
}

static void add_times(struct buf *out, const char *format, int64_t from_ms, int64_t to_ms, int64_t day_ms)
{
	buf_addf(out, format, words_time(from_ms, day_ms).text, words_time(to_ms, day_ms).text);
}

static void add_plan(struct buf *out, const struct run *run, const struct run_item *item)
{
	if (item->open_ended)
		buf_add_text(out, _("of open length"));
	else if (item->planned_start_ms)
		add_times(out, _("planned %s-%s"), item->planned_start_ms, item->planned_end_ms, run->planned_start_ms);
}

/* What became of it, or will. */
static void add_course(struct buf *out, const struct run *run, const struct run_item *item)
{
	int64_t day_ms = run->planned_start_ms;

	if (item->status == ITEM_RUNNING && item->open_ended)
		buf_addf(out, _("began %s"), words_time(item->actual_start_ms, day_ms).text);
	else if (item->status == ITEM_RUNNING)
		add_times(out, _("began %s, until about %s"), item->actual_start_ms, item->forecast_end_ms, day_ms);
	else if (item->actual_end_ms && item->status != ITEM_WAITING) /* what waits was left once, and comes again */
		add_times(out, _("was %s-%s"), item->actual_start_ms, item->actual_end_ms, day_ms);
	else if (is_left_out(run, item) || !item->forecast_start_ms)
		return;
	else if (item->open_ended)
		buf_addf(out, _("expected from %s"), words_time(item->forecast_start_ms, day_ms).text);
	else
		add_times(out, _("expected %s-%s"), item->forecast_start_ms, item->forecast_end_ms, day_ms);
}

/* Puts the separator between what was said already, from `begin` on, and what comes. */
static void separate(struct buf *out, size_t begin, const char *separator)
{
	if (out->len > begin)
		buf_add_text(out, separator);
}

void line_say_step(const struct line_view *view, size_t index, const char *separator, struct buf *out)
{
	const struct run_item *item = &view->run->items[index];
	struct buf parts[4] = { 0 };
	char text[TEXT_LEN];
	size_t begin = out->len;

	add_plan(&parts[0], view->run, item);
	add_course(&parts[1], view->run, item);
	line_say_standing(view->run, item, true, text, sizeof text);
	buf_add_text(&parts[2], text);
	if (view->last_time)
		buf_add_text(&parts[3], spent_last_time_words(&view->last_time[index]).text);
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		if (parts[i].len)
			separate(out, begin, separator);
		buf_add_text(out, buf_text(&parts[i]));
		buf_done(&parts[i]);
	}
}

void line_view_tell(const struct line_view *view, struct buf *out)
{
	for (size_t i = 0; i < view->run->len; i++) {
		buf_addf(out, _("Step %zu, %s: "), i + 1, step_name(view->run->items[i].item).text);
		line_say_step(view, i, _("; "), out);
		buf_add_text(out, _(".\n"));
	}
}
