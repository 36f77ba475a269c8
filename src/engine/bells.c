#include "course.h"

#include "engine/bell.h"

#include <string.h>

enum { ALL_STAGES = (1 << (BELL_OVER + 1)) - 2 };

/* 1 << stage for each that is still ahead. A step without bells is not called over its time either. */
static unsigned stages_ahead(const struct course *course, const struct entry *entry)
{
	struct bell_plan plan = bell_plan_of(&course->book->items.at[course->current]);
	int64_t left_ms = course_remaining_ms(course, course->current, entry->steady_ms, entry->wall_ms);
	unsigned ahead = plan.len && left_ms > -BELL_OVER_MS ? 1u << BELL_OVER : 0;

	for (int stage = 1; (size_t)stage <= plan.len; stage++)
		if (left_ms > bell_before_ms(&plan, stage))
			ahead |= 1u << stage;
	return ahead;
}

/* Only rows of the clock: the scribes' may come from a machine whose clock is a little behind. */
static bool may_give_time(enum verb verb)
{
	return verb == VERB_START || verb == VERB_ADJUST || verb == VERB_BACKDATE || verb == VERB_EXCUSE ||
	       verb == VERB_CLOCK_STEP || verb == VERB_UNDO;
}

void bells_follow(struct course *course, const struct entry *entry, bool counts)
{
	enum verb verb = entry->row->verb;

	if (course->current == course->len || !may_give_time(verb))
		return;
	if (verb == VERB_START && counts)
		course->bells_armed[course->current] = 0;
	course->bells_armed[course->current] |= stages_ahead(course, entry);
}

/* A bell that is behind takes those before it along. */
static bool take_stage(struct course *course, const struct entry *entry, int stage)
{
	size_t current = course->current;

	if (current == course->len || strcmp(course->book->items.at[current].id, entry->row->item) != 0 ||
	    !(course->bells_armed[current] & 1u << stage))
		return false;
	course->bells_armed[current] &= ALL_STAGES << stage;
	return true;
}

static bool answer(struct run_bells *bells, const struct run_row *row)
{
	if (!bells->asked || strcmp(bells->asked->id, row->target) != 0)
		return false;
	bells->asked = NULL;
	return true;
}

bool bells_take(struct course *course, const struct entry *entry)
{
	const struct run_row *row = entry->row;
	int stage = bell_stage_of(row);
	bool rung = strcmp(row->text, "rung") == 0, missed = strcmp(row->text, "missed") == 0;

	if (!stage)
		return false;
	if (strcmp(row->text, "asked") == 0) {
		course->bells.asked = row;
		return true;
	}
	if (rung || missed) {
		if (*row->target ? !answer(&course->bells, row) : !take_stage(course, entry, stage))
			return false;
	} else if (strcmp(row->text, "hand") != 0) {
		return false;
	}
	if (!missed)
		course->bells.rung = row;
	return true;
}

bool bells_silence(struct course *course, const struct entry *entry)
{
	return entry_switch(entry, &course->bells.silent);
}
