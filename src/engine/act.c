#include "engine/act.h"

#include "base/i18n.h"
#include "engine/refit.h"
#include "engine/words.h"
#include "press.h"

enum { MOST_ADDED_MS = 24 * 3600 * 1000 };

static enum status refuse_ended(struct fault *fault)
{
	return fault_set(fault, ST_REFUSED,
			 _("The workshop has ended. Undo takes that back; “step back” takes up its last step again."));
}

static enum status refuse_idle(const struct run *run, struct fault *fault)
{
	if (run->state == RUN_ENDED)
		return refuse_ended(fault);
	return fault_set(fault, ST_REFUSED, _("No step is running. Start one first."));
}

static enum status refuse_none_left(struct fault *fault)
{
	return fault_set(fault, ST_REFUSED, _("No step is left to start. End the workshop, or step back."));
}

static const struct item *current_item(const struct act *act)
{
	const struct run_item *current = run_current(act->run);

	return current ? current->item : NULL;
}

static const struct item *next_item(const struct act *act)
{
	return act->run->next < act->run->len ? act->run->items[act->run->next].item : NULL;
}

static void press_one(const struct act *act, enum verb verb, int64_t ms)
{
	struct press press = press_begin(act);

	press_add_ms(&press, verb, current_item(act), ms);
}

/* Whatever runs ends by `verb`; what follows starts, or the workshop closes. */
static void go_on(const struct act *act, enum verb verb)
{
	struct press press = press_begin(act);

	if (current_item(act))
		press_add(&press, verb, current_item(act));
	press_add(&press, next_item(act) ? VERB_START : VERB_CLOSE, next_item(act));
}

/* Whatever runs is left, a workshop that had ended is open again, and `item` starts. */
static void go_back_to(const struct act *act, const struct item *item)
{
	struct press press = press_begin(act);

	if (act->run->state == RUN_ENDED)
		press_add(&press, VERB_REOPEN, NULL);
	if (current_item(act))
		press_add(&press, VERB_LEAVE, current_item(act));
	press_add(&press, VERB_START, item);
}

enum status act_start(const struct act *act, struct fault *fault)
{
	if (act->run->state == RUN_ENDED)
		return refuse_ended(fault);
	if (act->run->state == RUN_PAUSED)
		return act_resume(act, fault);
	if (current_item(act))
		return fault_set(fault, ST_REFUSED, _("“%s” is already running."), current_item(act)->title);
	if (!next_item(act))
		return refuse_none_left(fault);
	go_on(act, VERB_END);
	return ST_OK;
}

enum status act_pause(const struct act *act, struct fault *fault)
{
	if (!current_item(act))
		return refuse_idle(act->run, fault);
	if (act->run->state == RUN_PAUSED)
		return fault_set(fault, ST_REFUSED, _("The clock is already paused."));
	press_one(act, VERB_PAUSE, 0);
	return ST_OK;
}

enum status act_resume(const struct act *act, struct fault *fault)
{
	if (!current_item(act))
		return refuse_idle(act->run, fault);
	if (act->run->state != RUN_PAUSED)
		return fault_set(fault, ST_REFUSED, _("The clock is not paused."));
	press_one(act, VERB_RESUME, 0);
	return ST_OK;
}

enum status act_next(const struct act *act, struct fault *fault)
{
	if (act->run->state == RUN_ENDED)
		return refuse_ended(fault);
	if (act->run->state == RUN_PLANNED && !next_item(act))
		return refuse_none_left(fault);
	go_on(act, VERB_END);
	return ST_OK;
}

enum status act_skip(const struct act *act, struct fault *fault)
{
	if (act->run->state == RUN_ENDED)
		return refuse_ended(fault);
	if (current_item(act)) {
		go_on(act, VERB_SKIP);
		return ST_OK;
	}
	if (!next_item(act))
		return refuse_none_left(fault);
	struct press press = press_begin(act);
	press_add(&press, VERB_SKIP, next_item(act));
	return ST_OK;
}

enum status act_back(const struct act *act, struct fault *fault)
{
	const struct run *run = act->run;
	size_t i = run->current < run->len ? run->current : run->next;

	while (i > 0 && run->items[i - 1].status != ITEM_DONE)
		i--;
	if (i == 0)
		return fault_set(fault, ST_REFUSED, _("There is no step before this one."));
	go_back_to(act, run->items[i - 1].item);
	return ST_OK;
}

enum status act_end(const struct act *act, struct fault *fault)
{
	if (act->run->state == RUN_ENDED)
		return refuse_ended(fault);
	if (act->run->state == RUN_PLANNED)
		return fault_set(fault, ST_REFUSED, _("The workshop has not begun yet."));
	struct press press = press_begin(act);
	press_add(&press, VERB_CLOSE, NULL);
	return ST_OK;
}

enum status act_add(const struct act *act, int64_t ms, struct fault *fault)
{
	const struct run_item *current = run_current(act->run);

	if (!current)
		return refuse_idle(act->run, fault);
	if (ms == 0 || ms > MOST_ADDED_MS || ms < -MOST_ADDED_MS)
		return fault_set(fault, ST_REFUSED, _("Add or take between 1 second and 24 hours."));
	if (current->open_ended)
		return fault_set(fault, ST_REFUSED, _("“%s” lasts as long as it needs; no time can be added or taken."),
				 current->item->title);
	if (ms < 0 && current->remaining_ms <= 0)
		return fault_set(fault, ST_REFUSED, _("The time of “%s” is already over; none can be taken."),
				 current->item->title);
	press_one(act, VERB_ADJUST, ms);
	return ST_OK;
}

static void shorten(const struct act *act, const struct refit *refit)
{
	struct press press = press_begin(act);

	for (size_t i = 0; i < refit->len; i++) {
		const struct refit_item *item = &refit->items[i];
		if (refit_item_is_cut(item))
			press_add_ms(&press, VERB_REFIT, item->item->item, item->after_ms - item->item->planned_ms);
	}
}

enum status act_refit(const struct act *act, struct fault *fault)
{
	struct arena arena = { 0 };
	enum status st = ST_OK;

	if (act->run->state == RUN_ENDED)
		return refuse_ended(fault);
	struct refit refit = refit_of(act->run, &arena);
	if (refit_is_needed(&refit))
		shorten(act, &refit);
	else
		st = fault_set(fault, ST_REFUSED, "%s", words_refit(&refit).text);
	arena_done(&arena);
	return st;
}

static enum status refuse_future(const struct run *run, int64_t wall_ms, struct fault *fault)
{
	return fault_set(fault, ST_REFUSED, _("%s is still to come."), words_time(wall_ms, run->planned_start_ms).text);
}

enum status act_backdate(const struct act *act, int64_t wall_ms, struct fault *fault)
{
	const struct run *run = act->run;

	if (!current_item(act))
		return refuse_idle(run, fault);
	if (wall_ms > run->now.wall_ms)
		return refuse_future(run, wall_ms, fault);
	if (run->has_floor && wall_ms < run->floor_ms)
		return fault_set(fault, ST_REFUSED,
				 _("“%s” cannot have begun before %s: that time belongs to the step before."),
				 current_item(act)->title, words_time(run->floor_ms, run->planned_start_ms).text);
	press_one(act, VERB_BACKDATE, wall_ms);
	return ST_OK;
}

enum status act_backdate_to_plan(const struct act *act, struct fault *fault)
{
	const struct run_item *current = run_current(act->run);

	if (!current)
		return refuse_idle(act->run, fault);
	return act_backdate(act, current->planned_start_ms, fault);
}

enum status act_start_at(const struct act *act, int64_t wall_ms, struct fault *fault)
{
	const struct run *run = act->run;

	if (run->state == RUN_ENDED)
		return refuse_ended(fault);
	if (current_item(act))
		return fault_set(fault, ST_REFUSED, _("“%s” is already running."), current_item(act)->title);
	if (!next_item(act))
		return refuse_none_left(fault);
	if (wall_ms > run->now.wall_ms)
		return refuse_future(run, wall_ms, fault);
	if (wall_ms < run->untimed_since_ms)
		return fault_set(fault, ST_REFUSED,
				 _("“%s” cannot have begun before %s: that time belongs to the step before."),
				 next_item(act)->title, words_time(run->untimed_since_ms, run->planned_start_ms).text);
	struct press press = press_begin(act);
	press_add(&press, VERB_START, next_item(act));
	press_add_ms(&press, VERB_BACKDATE, next_item(act), wall_ms);
	return ST_OK;
}

enum status act_start_as_planned(const struct act *act, struct fault *fault)
{
	const struct run *run = act->run;
	int64_t wall_ms = run->next < run->len ? run->items[run->next].planned_start_ms : 0;

	if (!wall_ms)
		return fault_set(fault, ST_REFUSED, _("The workshop has no planned time to begin."));
	return act_start_at(act, wall_ms > run->untimed_since_ms ? wall_ms : run->untimed_since_ms, fault);
}

enum status act_undo(const struct act *act, struct fault *fault)
{
	if (!act->run->undoable)
		return fault_set(fault, ST_REFUSED, _("There is nothing to take back."));
	press_one(act, VERB_UNDO, 0);
	batch_set_text(act->batch, FIELD_run_row_target, act->run->undoable->id);
	return ST_OK;
}

enum status act_excuse(const struct act *act, int64_t ms, struct fault *fault)
{
	const struct run_item *current = run_current(act->run);

	if (!current)
		return refuse_idle(act->run, fault);
	if (ms <= 0 || current->active_ms <= 0)
		return fault_set(fault, ST_REFUSED, _("There is no time to count as a pause."));
	press_one(act, VERB_EXCUSE, ms);
	return ST_OK;
}

enum status act_close_at(const struct act *act, int64_t wall_ms, struct fault *fault)
{
	const struct run_item *current = run_current(act->run);

	if (!current)
		return refuse_idle(act->run, fault);
	if (wall_ms > act->run->now.wall_ms)
		return refuse_future(act->run, wall_ms, fault);
	if (wall_ms < current->actual_start_ms)
		return fault_set(fault, ST_REFUSED, _("“%s” began at %s; it cannot have ended before that."),
				 current->item->title,
				 words_time(current->actual_start_ms, act->run->planned_start_ms).text);
	press_one(act, VERB_END, wall_ms);
	return ST_OK;
}

void act_note_slept(const struct act *act, int64_t ms)
{
	press_one(act, VERB_SLEPT, ms);
}

void act_note_clock_step(const struct act *act, int64_t ms)
{
	press_one(act, VERB_CLOCK_STEP, ms);
}
