#include "course.h"

#include "base/calendar.h"
#include "base/number.h"

#include <string.h>

struct course course_new(const struct workbook *book, struct arena *arena)
{
	return (struct course){
		.book = book,
		.len = book->items.len,
		.tracks = arena_new(arena, book->items.len, sizeof(struct track)),
		.table_states = arena_new(arena, book->tables.len, sizeof(enum table_state)),
		.table_items = arena_new(arena, book->tables.len, sizeof(size_t)),
		.turns = arena_new(arena, book->tables.len, sizeof(enum turn)),
		.order = arena_new(arena, book->tables.len, sizeof(size_t)),
		.spans = arena_new(arena, book->run_rows.len, sizeof(struct run_span)),
		.bells_armed = arena_new(arena, book->items.len, sizeof(unsigned)),
	};
}

void course_begin(struct course *course)
{
	const struct workshop *workshop = workbook_workshop(course->book);
	int64_t start_ms = workshop ? ms_within_reason(workshop->start_ms) : 0;
	size_t len = course->len;

	memset(course->tracks, 0, len * sizeof *course->tracks);
	course->current = course->before = course->place = course->first = len;
	course->before_end_ms = course->closed_wall_ms = 0;
	course->closed = false;
	course->spans_len = 0;
	course->midnight_ms = start_ms ? calendar_midnight_ms(start_ms) : 0;
	course->stage = (struct run_stage){ .message = "" };
	course->message_ends = false;
	course->bells.silent = false;
	turns_begin(course);
	places_begin(course);
}

int64_t ms_within_reason(int64_t ms)
{
	const int64_t most_ms = INT64_C(100000000000000);

	return smaller(larger(ms, -most_ms), most_ms);
}

bool entry_switch(const struct entry *entry, bool *on)
{
	bool was_on = *on;

	*on = entry->ms != 0;
	return *on != was_on;
}

int64_t item_planned_ms(const struct item *item)
{
	return smaller(larger(item->planned_s, 0), 86400) * 1000;
}

bool item_is_open_ended(const struct item *item)
{
	return item_planned_ms(item) == 0 && item->fixed_end_s <= 0;
}

int64_t item_fixed_ms(int64_t fixed_s, int64_t midnight_ms)
{
	return fixed_s > 0 ? midnight_ms + smaller(fixed_s, 172800) * 1000 : 0;
}

static int64_t counted_until(const struct track *track, int64_t steady_ms)
{
	return track->paused ? smaller(steady_ms, track->paused_ms) : steady_ms;
}

int64_t track_active_ms(const struct track *track, int64_t steady_ms)
{
	return counted_until(track, steady_ms) - track->start_ms - track->pauses_ms;
}

int64_t track_pauses_ms(const struct track *track, int64_t steady_ms)
{
	return track->pauses_ms + steady_ms - counted_until(track, steady_ms);
}

int64_t course_remaining_ms(const struct course *course, size_t index, int64_t steady_ms, int64_t wall_ms)
{
	const struct item *item = &course->book->items.at[index];
	const struct track *track = &course->tracks[index];
	int64_t fixed_end_ms = item_fixed_ms(item->fixed_end_s, course->midnight_ms);

	if (item_is_open_ended(item))
		return 0;
	if (fixed_end_ms)
		return fixed_end_ms + track->adjust_ms - wall_ms;
	return item_planned_ms(item) + track->adjust_ms - track_active_ms(track, steady_ms);
}

bool course_apply(struct course *course, const struct entry *entry)
{
	switch (entry->row->verb) {
	case VERB_START:
		return items_start(course, entry);
	case VERB_END:
		return items_end(course, entry);
	case VERB_LEAVE:
		return items_leave(course, entry);
	case VERB_SKIP:
		return items_skip(course, entry);
	case VERB_PAUSE:
		return items_pause(course, entry);
	case VERB_RESUME:
		return items_resume(course, entry);
	case VERB_ADJUST:
		return items_adjust(course, entry);
	case VERB_REFIT:
		return items_refit(course, entry);
	case VERB_BACKDATE:
		return items_backdate(course, entry);
	case VERB_EXCUSE:
		return items_excuse(course, entry);
	case VERB_CLOSE:
		return items_close(course, entry);
	case VERB_REOPEN:
		return items_reopen(course);
	case VERB_MESSAGE:
		return stage_show_message(course, entry);
	case VERB_SHUTTER:
		return stage_move_shutter(&course->stage, entry);
	case VERB_DAY:
		return stage_show_day(&course->stage, entry);
	case VERB_BLACKOUT:
		return stage_darken(&course->stage, entry);
	case VERB_FREEZE:
		return stage_freeze(course, entry);
	case VERB_REVEAL:
		return stage_reveal(&course->stage, entry);
	case VERB_PAGE:
		return stage_turn(&course->stage, entry);
	case VERB_PRESENT:
		return stage_present(course, entry);
	case VERB_PICTURE:
		return stage_show_picture(&course->stage, entry);
	case VERB_PASS:
		return turns_pass(course, entry);
	case VERB_ORDER:
		return turns_reorder(course, entry);
	case VERB_TABLE_STATE:
		return places_set_state(course, entry);
	case VERB_BELL:
		return bells_take(course, entry);
	case VERB_SILENT:
		return bells_silence(course, entry);
	case VERB_SLEPT:
	case VERB_CLOCK_STEP:
		return true;
	case VERB_UNDO:
		break; /* it changes which rows count: history.c */
	}
	return false;
}
