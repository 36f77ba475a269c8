/* items.c - what one row does to the steps of the agenda. */
#include "course.h"

#include "base/calendar.h"
#include "base/number.h"

#include <string.h>

static struct track *current_track(const struct course *course)
{
	return course->current < course->len ? &course->tracks[course->current] : NULL;
}

/* Does what runs take over at the very moment at which the item before ended, so that the two share one boundary? */
static bool shares_boundary(const struct course *course)
{
	return course->before < course->len && course->before != course->current &&
	       course->before_end_ms == course->tracks[course->current].start_ms;
}

bool items_floor_ms(const struct course *course, int64_t *ret_steady_ms)
{
	if (course->before == course->len)
		return false;
	const struct track *before = &course->tracks[course->before];
	*ret_steady_ms = shares_boundary(course) ? before->start_ms + before->pauses_ms : course->before_end_ms;
	return true;
}

static size_t item_index(const struct course *course, const char *id)
{
	size_t i = 0;

	while (i < course->len && strcmp(course->book->items.at[i].id, id) != 0)
		i++;
	return i;
}

/* The running item's track where the row speaks of it, else NULL. */
static struct track *named_current(const struct course *course, const struct entry *entry)
{
	struct track *track = current_track(course);

	return track && item_index(course, entry->row->item) == course->current ? track : NULL;
}

static void stop(struct course *course, enum item_status status, int64_t steady_ms, int64_t wall_ms)
{
	struct track *track = current_track(course);

	if (!track)
		return;
	track->status = status;
	track->end_ms = course->before_end_ms = steady_ms;
	/* A wall clock that was set back must not show an end before the start. */
	track->last_end_wall_ms = larger(wall_ms, track->first_start_wall_ms);
	course->before = course->current;
	course->current = course->len;
	spans_stop(course, wall_ms);
}

bool items_start(struct course *course, const struct entry *entry)
{
	size_t index = item_index(course, entry->row->item), left = course->place;

	if (course->closed || index == course->len || index == course->current)
		return false;
	stop(course, ITEM_DONE, entry->steady_ms, entry->wall_ms);

	struct track *track = &course->tracks[index];
	*track = (struct track){
		.status = ITEM_RUNNING,
		.attempts = track->attempts + 1,
		.start_ms = entry->steady_ms,
		.adjust_ms = track->refit_ms,
		.refit_ms = track->refit_ms,
		.earlier_ms = track->attempts ? track->earlier_ms + track_active_ms(track, track->end_ms) : 0,
		.first_start_wall_ms = track->attempts ? track->first_start_wall_ms : entry->wall_ms,
		.last_end_wall_ms = track->last_end_wall_ms,
	};
	course->current = course->place = index;
	spans_start(course, entry->wall_ms);
	if (course->first == course->len)
		course->first = index;
	if (!course->midnight_ms)
		course->midnight_ms = calendar_midnight_ms(entry->wall_ms);
	stage_start_item(course);
	turns_start_item(course);
	places_start_item(course, left);
	return true;
}

/* `ms` of an end: when it really was, if not at the press. */
static bool end(struct course *course, const struct entry *entry, enum item_status status)
{
	const struct track *track = named_current(course, entry);
	int64_t ago_ms = entry->ms ? larger(entry->wall_ms - entry->ms, 0) : 0;

	if (!track)
		return false;
	ago_ms = smaller(ago_ms, entry->steady_ms - track->start_ms - track->pauses_ms);
	ago_ms = larger(ago_ms, 0);
	stop(course, status, entry->steady_ms - ago_ms, entry->wall_ms - ago_ms);
	return true;
}

bool items_end(struct course *course, const struct entry *entry)
{
	return end(course, entry, ITEM_DONE);
}

bool items_leave(struct course *course, const struct entry *entry)
{
	return end(course, entry, ITEM_WAITING);
}

bool items_skip(struct course *course, const struct entry *entry)
{
	size_t index = item_index(course, entry->row->item);

	if (end(course, entry, ITEM_SKIPPED))
		return true;
	if (course->closed || index == course->len || course->tracks[index].status != ITEM_WAITING)
		return false;
	course->tracks[index].status = ITEM_SKIPPED;
	return true;
}

bool items_pause(struct course *course, const struct entry *entry)
{
	struct track *track = named_current(course, entry);

	if (!track || track->paused)
		return false;
	track->paused = true;
	track->paused_ms = entry->steady_ms;
	spans_pause(course, entry->wall_ms);
	return true;
}

bool items_resume(struct course *course, const struct entry *entry)
{
	struct track *track = named_current(course, entry);

	if (!track || !track->paused)
		return false;
	track->pauses_ms = track_pauses_ms(track, entry->steady_ms);
	track->paused = false;
	spans_resume(course, entry->wall_ms);
	return true;
}

/* Taking more than is left takes what is left: below zero is zero now (clock.md 2.7). */
bool items_adjust(const struct course *course, const struct entry *entry)
{
	struct track *track = named_current(course, entry);

	if (!track || item_is_open_ended(&course->book->items.at[course->current]))
		return false;
	int64_t left_ms = course_remaining_ms(course, course->current, entry->steady_ms, entry->wall_ms);
	int64_t ms = larger(entry->ms, -larger(left_ms, 0));
	track->adjust_ms += ms;
	return ms != 0;
}

/* The row says how much in all, not how much more: two people who accept one proposal at once cut once. */
bool items_refit(const struct course *course, const struct entry *entry)
{
	size_t index = item_index(course, entry->row->item);

	if (course->closed || index == course->len || course->tracks[index].status != ITEM_WAITING ||
	    item_is_open_ended(&course->book->items.at[index]))
		return false;
	struct track *track = &course->tracks[index];
	int64_t ms = larger(entry->ms, -item_planned_ms(&course->book->items.at[index]));
	bool is_new = ms != track->refit_ms;
	track->refit_ms = ms;
	return is_new;
}

bool items_excuse(const struct course *course, const struct entry *entry)
{
	struct track *track = named_current(course, entry);
	int64_t ms = track ? smaller(entry->ms, track_active_ms(track, entry->steady_ms)) : 0;

	if (ms <= 0)
		return false;
	track->pauses_ms += ms;
	return true;
}

static void move_end_before(struct course *course, int64_t by_ms)
{
	struct track *before = &course->tracks[course->before];

	before->end_ms += by_ms;
	course->before_end_ms += by_ms;
	before->last_end_wall_ms = larger(before->last_end_wall_ms + by_ms, before->first_start_wall_ms);
	spans_move_end_before(course, by_ms);
}

/* Neither before the floor nor so late that the item's pauses no longer fit. */
bool items_backdate(struct course *course, const struct entry *entry)
{
	struct track *track = named_current(course, entry);
	int64_t floor_ms;

	if (!track)
		return false;
	int64_t by_ms = entry->ms - entry->wall_ms + entry->steady_ms - track->start_ms;
	by_ms = smaller(by_ms, track_active_ms(track, entry->steady_ms));
	if (items_floor_ms(course, &floor_ms))
		by_ms = larger(by_ms, floor_ms - track->start_ms);
	if (by_ms == 0)
		return false;
	if (shares_boundary(course))
		move_end_before(course, by_ms);
	track->start_ms += by_ms;
	spans_move_start(course, by_ms);
	if (track->attempts == 1)
		track->first_start_wall_ms = entry->wall_ms - (entry->steady_ms - track->start_ms);
	return true;
}

bool items_close(struct course *course, const struct entry *entry)
{
	if (course->closed || course->first == course->len)
		return false;
	stop(course, ITEM_DONE, entry->steady_ms, entry->wall_ms);
	course->closed = true;
	course->closed_wall_ms = entry->wall_ms;
	return true;
}

bool items_reopen(struct course *course)
{
	bool was_closed = course->closed;

	course->closed = false;
	return was_closed;
}
