/* spans.c - the stretches of the day in which items ran and stood still, as a picture of the day shows them. Lengths are
 * counted elsewhere, on the steady timeline: these are for the eye. */
#include "course.h"

static void add(struct course *course, bool is_pause, int64_t wall_ms)
{
	course->spans[course->spans_len++] =
		(struct run_span){ .item = course->current, .is_pause = is_pause, .start_ms = wall_ms };
}

/* A wall clock that was set back must not show an end before the start. */
static void end(struct run_span *span, int64_t wall_ms)
{
	span->end_ms = wall_ms > span->start_ms ? wall_ms : span->start_ms;
}

/* The newest stretch in which anything ran; the pauses after it lie within it. */
static struct run_span *newest_stretch(const struct course *course)
{
	size_t i = course->spans_len;

	while (i > 0 && course->spans[i - 1].is_pause)
		i--;
	return i > 0 ? &course->spans[i - 1] : NULL;
}

void spans_start(struct course *course, int64_t wall_ms)
{
	add(course, false, wall_ms);
}

void spans_pause(struct course *course, int64_t wall_ms)
{
	add(course, true, wall_ms);
}

void spans_resume(struct course *course, int64_t wall_ms)
{
	struct run_span *newest = course->spans_len ? &course->spans[course->spans_len - 1] : NULL;

	if (newest && newest->is_pause && !newest->end_ms)
		end(newest, wall_ms);
}

void spans_stop(struct course *course, int64_t wall_ms)
{
	struct run_span *stretch = newest_stretch(course);

	spans_resume(course, wall_ms);
	if (stretch && !stretch->end_ms)
		end(stretch, wall_ms);
}

void spans_move_start(struct course *course, int64_t by_ms)
{
	struct run_span *stretch = newest_stretch(course);

	if (stretch)
		stretch->start_ms += by_ms;
}

/* What ended in a pause has two stretches that end there. */
void spans_move_end_before(struct course *course, int64_t by_ms)
{
	const struct run_span *stretch = newest_stretch(course);
	size_t i = stretch ? (size_t)(stretch - course->spans) : 0;

	while (i-- > 0) {
		struct run_span *span = &course->spans[i];
		if (span->end_ms == stretch->start_ms)
			end(span, span->end_ms + by_ms);
		if (!span->is_pause)
			break;
	}
}
