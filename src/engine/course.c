#include "course.h"

#include "base/calendar.h"

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
		return turns_present(course, entry);
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
