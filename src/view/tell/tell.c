/* tell.c - where things stand, and what is new, as sentences. */
#include "view/tell.h"

#include "base/i18n.h"
#include "engine/bell.h"
#include "engine/rounds.h"
#include "engine/words.h"
#include "tell_private.h"

#include <string.h>

/* --- where things stand ----------------------------------------------------------------------------------------------- */

static void tell_planned(const struct run *run, struct buf *out)
{
	int64_t to_start_s = (run->planned_start_ms - run->now.wall_ms) / 1000;

	if (!run->planned_start_ms)
		buf_addf(out, _("Not begun; no time is planned. Steps: %zu.\n"), run->len);
	else if (to_start_s >= 0)
		buf_addf(out, _("Not begun; planned for %s, in %s. Steps: %zu, until %s.\n"), words_time(run->planned_start_ms, 0).text,
			 words_length(to_start_s).text, run->len, words_time(run->forecast_end_ms, run->planned_start_ms).text);
	else
		buf_addf(out, _("Not begun; planned for %s, %s ago. Steps: %zu, until %s.\n"), words_time(run->planned_start_ms, 0).text,
			 words_length(-to_start_s).text, run->len, words_time(run->forecast_end_ms, run->planned_start_ms).text);
}

static void tell_step(const struct run *run, struct buf *out)
{
	const struct run_item *item = run_current(run);

	buf_addf(out, _("Step %zu of %zu, “%s”: "), run->current + 1, run->len, step_name(item->item).text);
	tell_left(run, out);
	if (run->state == RUN_PAUSED)
		buf_add_text(out, _(" The clock is paused."));
	else if (!item->open_ended && item->remaining_ms > 0)
		buf_addf(out, _(" It ends at %s."), words_time(item->forecast_end_ms, run->planned_start_ms).text);
	buf_add_char(out, '\n');
}

static void tell_idle(const struct run *run, struct buf *out)
{
	int64_t idle_s = (run->now.wall_ms - run->untimed_since_ms) / 1000;

	buf_addf(out, _("Nothing has been timed for %s.\n"), words_length(idle_s > 0 ? idle_s : 0).text);
}

static void tell_next_step(const struct run *run, struct buf *out)
{
	const struct run_item *next = run->next < run->len ? &run->items[run->next] : NULL;

	if (next && next->open_ended)
		buf_addf(out, _("Next comes “%s”, as long as it needs.\n"), step_name(next->item).text);
	else if (next)
		buf_addf(out, _("Next comes “%s”, %s.\n"), step_name(next->item).text,
			 words_length((next->planned_ms + next->adjust_ms) / 1000).text);
	else
		buf_addf(out, "%s\n", _("No step comes after this one."));
}

static void tell_pace(const struct run *run, struct buf *out)
{
	buf_addf(out, _("Against the plan: %s; until the end: %s.\n"), words_delta(run->delta_ms).text,
		 words_slack(run->slack_ms).text);
}

static void tell_clock(const struct run *run, struct buf *out)
{
	if (run_current(run))
		tell_step(run, out);
	else if (run->state == RUN_PLANNED)
		tell_planned(run, out);
	else if (run->state == RUN_ENDED)
		buf_addf(out, _("The workshop ended at %s.\n"), words_time(run->forecast_end_ms, run->planned_start_ms).text);
	else
		tell_idle(run, out);
	if (run->state == RUN_ENDED)
		return;
	tell_next_step(run, out);
	if (run->state != RUN_PLANNED)
		tell_pace(run, out);
}

static void tell_message(const struct run_stage *stage, struct buf *out)
{
	if (*stage->message)
		buf_addf(out, _("The room reads: “%s”\n"), stage->message);
}

static void tell_dark(const struct run_stage *stage, struct buf *out)
{
	buf_addf(out, "%s\n", stage->dark ? _("The room’s screen is dark.") : _("The room’s screen is lit."));
}

static void tell_frozen(const struct run_stage *stage, struct buf *out)
{
	buf_addf(out, "%s\n", stage->frozen ? _("The room’s picture is held.") : _("The room’s picture follows again."));
}

static void tell_shutter(const struct run_stage *stage, struct buf *out)
{
	buf_addf(out, "%s\n", stage->open ? _("The room sees the contents.") : _("The room sees the clock, not the contents."));
}

/* Both are over the text and the story; the picture needs an open shutter, the steps of the day do not. */
static void tell_shown(const struct run *run, struct buf *out)
{
	const struct run_sight sight = run_room_sight(run);

	if (sight.day)
		buf_addf(out, "%s\n", _("The room sees the steps of the day."));
	else if (sight.picture && run->stage.open)
		buf_addf(out, "%s\n", _("The room sees what 1, 10 and 100 people can do."));
}

static void tell_shown_news(const struct told *was, const struct told *is, const struct run *run, struct buf *out)
{
	if ((!was->picture && is->picture) || (!was->day && is->day))
		tell_shown(run, out);
	if (was->day && !is->day)
		buf_addf(out, "%s\n", _("The room no longer sees the steps of the day."));
	if (was->picture && !is->picture)
		buf_addf(out, "%s\n", _("The room no longer sees what 1, 10 and 100 people can do."));
}

void tell_standing(const struct run_view *view, struct buf *out)
{
	tell_clock(view->run, out);
	if (view->run->state != RUN_PLANNED && view->run->state != RUN_ENDED) {
		tell_board(view, out);
		tell_shutter(&view->run->stage, out);
	}
	tell_shown(view->run, out);
	if (view->run->stage.dark)
		tell_dark(&view->run->stage, out);
	if (view->run->stage.frozen)
		tell_frozen(&view->run->stage, out);
	tell_message(&view->run->stage, out);
	tell_scribes(view, out);
}

/* --- what is new ------------------------------------------------------------------------------------------------------ */

/* What is to be said to the room stands with its step. */
static void tell_cue(const struct run_item *item, struct buf *out)
{
	if (*item->item->cue)
		buf_addf(out, _("To say: %s\n"), item->item->cue);
}

static void tell_new_step(const struct run *run, struct buf *out)
{
	tell_step(run, out);
	tell_cue(run_current(run), out);
	tell_pace(run, out);
}

/* In another state, or with another time: given or taken, begun at another moment, or a pause in hindsight. */
static void tell_same_step(const struct told *was, const struct told *is, const struct run *run, struct buf *out)
{
	bool is_moved = was->start_ms != is->start_ms || was->length_ms != is->length_ms || is->left_ms > was->left_ms;

	if (was->state == RUN_PAUSED && is->state == RUN_RUNNING)
		buf_add_text(out, _("The clock goes on. "));
	if (was->state != is->state || is_moved)
		tell_step(run, out);
	if (is_moved)
		tell_pace(run, out);
}

static void tell_course(const struct told *was, const struct told *is, const struct run *run, struct buf *out)
{
	if (run_current(run) && (strcmp(was->item, is->item) != 0 || was->attempts != is->attempts))
		tell_new_step(run, out);
	else if (run_current(run))
		tell_same_step(was, is, run, out);
	else if (was->state != is->state || *was->item)
		tell_clock(run, out);
}

static void tell_bell(const struct told *was, const struct told *is, const struct run *run, struct buf *out)
{
	int stage = run->bells.rung ? bell_stage_of(run->bells.rung) : 0;

	if (strcmp(was->bell, is->bell) != 0 && stage >= 1 && stage <= BELL_STAGES)
		buf_addf(out, _("Bell %d rings.\n"), stage);
	if (strcmp(was->say, is->say) != 0 && *is->say)
		buf_addf(out, _("To say: %s\n"), is->say);
}

static void tell_refit(const struct told *was, const struct told *is, const struct run *run, struct buf *out)
{
	if (was->waiting_ms == is->waiting_ms || strcmp(was->item, is->item) != 0)
		return;
	buf_addf(out, _("The steps still to come take another time; the end comes at %s.\n"),
		 words_time(run->forecast_end_ms, run->planned_start_ms).text);
}

static void tell_stage(const struct told *was, const struct told *is, const struct run_view *view, struct buf *out)
{
	const struct run_stage *stage = &view->run->stage;
	bool same_step = strcmp(was->item, is->item) == 0 && strcmp(was->story, is->story) == 0;

	if (was->open != is->open)
		tell_shutter(stage, out);
	tell_shown_news(was, is, view->run, out);
	if (was->dark != is->dark)
		tell_dark(stage, out);
	if (was->frozen != is->frozen)
		tell_frozen(stage, out);
	if (strcmp(was->message, is->message) != 0 && !*is->message)
		buf_addf(out, "%s\n", _("The message to the room is gone."));
	else if (strcmp(was->message, is->message) != 0)
		tell_message(stage, out);
	if (same_step && was->page != is->page && view->pages > 0)
		buf_addf(out, _("Page %lld of %lld.\n"), (long long)is->page + 1, (long long)view->pages);
	if (same_step && was->step != is->step && view->pages > 0)
		buf_addf(out, _("Steps of the story told: %lld of %lld.\n"), (long long)is->step, (long long)view->pages);
}

static void tell_time(const struct told *was, struct told *is, const struct run *run, int64_t every_ms, struct buf *out)
{
	if (tell_start_is_due(was, is))
		buf_addf(out, _("It is %s, when the workshop was to begin.\n"), words_time(run->now.wall_ms, run->planned_start_ms).text);
	if (tell_time_is_due(was, run, every_ms)) {
		tell_left(run, out);
		buf_add_char(out, '\n');
	} else {
		is->left_ms = was->left_ms;
	}
}

void tell_news(struct told *told, const struct run_view *view, int64_t every_ms, struct buf *out)
{
	struct told is;
	size_t len = out->len;

	told_note(view, &is);
	if (told->begun) {
		tell_course(told, &is, view->run, out);
		tell_refit(told, &is, view->run, out);
		/* Where the time has just been said, with a new length, it is not said again. */
		bool says_time = out->len > len;
		tell_stage(told, &is, view, out);
		tell_table_news(told, &is, view, out);
		if (!says_time)
			tell_time(told, &is, view->run, every_ms, out);
		tell_bell(told, &is, view->run, out);
	}
	arena_done(&told->arena);
	*told = is;
}
