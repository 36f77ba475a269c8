/* plan_act.c - the plan: what the hands do to steps. Nothing here asks back: everything can be taken back. */
#include "plan.h"

#include "base/i18n.h"
#include "console/refit_offer.h"
#include "engine/agenda.h"
#include "engine/minutes.h"

#include <string.h>

/* --- where steps stand --------------------------------------------------------------------------------------------------- */

void plan_duplicate(struct console *console)
{
	const struct run_item *item = plan_item(console);
	struct act act = console_act(console);

	if (!item)
		return;
	struct id id = agenda_duplicate(&act, plan_step(console));
	plan_aim(plan_of(console), id.text);
	plan_write(console, WRITING_CHANGE, _("Once more. Enter changes it, u takes it back."));
}

/* Of the facts, a case and a letter can be taken away. */
static bool remove_story(struct console *console)
{
	const struct plan_row *row = plan_row(console);
	enum entity entity = row && row->kind == PLAN_FACT ? field_entity(row->field) : ENTITY_workshop;

	if (entity == ENTITY_workshop || !row->row)
		return false;
	batch_add(&console->effects.batch, entity, console->workshop, row->row->id);
	batch_set_number(&console->effects.batch, FIELD_gone, 1);
	return true;
}

void plan_remove(struct console *console)
{
	struct act act = console_act(console);

	if (!remove_story(console)) {
		if (!plan_item(console))
			return;
		agenda_remove(&act, plan_step(console));
	}
	plan_write(console, WRITING_CHANGE, _("Deleted. u brings it back."));
}

static void move(struct console *console, int by)
{
	struct act act = console_act(console);

	if (plan_item(console) && agenda_move(&act, plan_step(console), by))
		plan_write(console, WRITING_CHANGE, "");
}

void plan_move_up(struct console *console)
{
	move(console, -1);
}

void plan_move_down(struct console *console)
{
	move(console, 1);
}

/* --- how long they are ---------------------------------------------------------------------------------------------------- */

/* To what runs the clock gives time, or takes it; its own undo takes that back. */
static void give_time(struct console *console, int64_t ms)
{
	struct act act = console_act(console);
	struct fault fault = { "" };

	if (act_add(&act, ms, &fault) != ST_OK)
		console_complain(console, &fault);
	else
		plan_write(console, WRITING_NOTHING,
			   _("It is running: the clock gives or takes the time, and u on the facilitator’s console takes that back."));
}

static void lengthen(struct console *console, int64_t by_s)
{
	const struct run_item *item = plan_item(console);
	struct act act = console_act(console);

	if (item && item->status == ITEM_RUNNING)
		give_time(console, by_s * 1000);
	else if (item && item->open_ended)
		console_say(console, "%s", _("It is of open length; t gives it one."));
	else if (item && agenda_lengthen(&act, plan_step(console), by_s))
		plan_write(console, WRITING_CHANGE, "");
}

void plan_add_minute(struct console *console)
{
	lengthen(console, 60);
}

void plan_take_minute(struct console *console)
{
	lengthen(console, -60);
}

void plan_add_five(struct console *console)
{
	lengthen(console, 300);
}

void plan_take_five(struct console *console)
{
	lengthen(console, -300);
}

/* The newest fact is about that step from now on. */
static struct batch *change_step(struct console *console, const struct item *item)
{
	batch_add(&console->effects.batch, ENTITY_item, console->workshop, item->id);
	return &console->effects.batch;
}

static void accept_time(struct console *console, const char *text)
{
	const struct run_item *item = plan_item(console);
	struct fault fault = { "" };
	int64_t ms;

	if (!*text || !item)
		return;
	if (minutes_parse(text, &ms) != ST_OK || ms < 0) {
		fault_set(&fault, ST_INVALID, _("“%s” is no length of time; write it like 15, 1h5m or 90s."), text);
		console_complain(console, &fault);
	} else if (item->status == ITEM_RUNNING) {
		give_time(console, ms - item->planned_ms - item->adjust_ms);
	} else {
		batch_set_number(change_step(console, item->item), FIELD_item_planned_s, ms / 1000);
		plan_write(console, WRITING_CHANGE, "");
	}
}

void plan_time(struct console *console)
{
	if (plan_item(console))
		console_ask(console, _("How long? 15, 1h5m, 90s; 0: as long as it lasts"), "", accept_time);
}

void plan_protect(struct console *console)
{
	const struct run_item *item = plan_item(console);

	if (!item)
		return;
	batch_set_number(change_step(console, item->item), FIELD_item_protected, !item->item->protected);
	plan_write(console, WRITING_CHANGE, item->item->protected ? _("It may be shortened when time is short.")
							       : _("It is never shortened when time is short."));
}

/* --- the last time -------------------------------------------------------------------------------------------------------- */

static void take_last_time(struct console *console, size_t step)
{
	const struct spent *spent = plan_of(console)->spent;
	const struct run_item *item = &console->run.items[step];
	int64_t planned_s = spent_plan_s(&spent[step], item->item->planned_s);

	if (item->status == ITEM_WAITING && planned_s != item->item->planned_s)
		batch_set_number(change_step(console, item->item), FIELD_item_planned_s, planned_s);
}

/* 0: the step under the bar; 1: all that are still to come. */
static void accept_last_time(struct console *console, int64_t all)
{
	size_t from = all ? agenda_open_from(&console->run) : plan_step(console);
	size_t to = all ? console->run.len : from + 1;

	for (size_t i = from; i < to && i < console->run.len; i++)
		take_last_time(console, i);
	if (console->effects.batch.len)
		plan_write(console, WRITING_CHANGE, _("As long as the last time. u takes it back."));
	else
		console_say(console, "%s", _("It is as long as the last time already, or it was not held then."));
}

void plan_last_time(struct console *console)
{
	if (!plan_of(console)->spent) {
		console_say(console, "%s", _("No workshop before this one is known."));
		return;
	}
	console_offer(console, _("How long is it to be? As long as it took the last time:"), accept_last_time);
	if (plan_step(console) < console->run.len)
		console_offer_choice(console, _("this step"), 0);
	console_offer_choice(console, _("every step that is still to come"), 1);
}

/* As many lines as a cue holds. */
static void add_carried(const struct carried_list *carried, struct buf *cue)
{
	const size_t most = (size_t)field_info_of(FIELD_item_cue)->limit;
	struct buf line = { 0 };

	for (size_t i = 0; i < carried->len; i++) {
		buf_clear(&line);
		buf_add_text(&line, cue->len ? "\n- " : "- ");
		carry_say(&carried->at[i], &line);
		if (cue->len + line.len < most && !strstr(buf_text(cue), buf_text(&line) + (cue->len > 0)))
			buf_add(cue, buf_text(&line), line.len);
	}
	buf_done(&line);
}

static const struct item *step_that_looks_back(const struct run *run)
{
	size_t from = run->current < run->len ? run->current : agenda_open_from(run);

	for (size_t i = from; i < run->len; i++)
		if (carry_is_looked_at(run->items[i].item))
			return run->items[i].item;
	return NULL;
}

/* Right behind the opening, or behind what runs. */
static void add_look_back(struct console *console)
{
	struct act act = console_act(console);
	size_t open = agenda_open_from(&console->run);
	struct id id;

	batch_add_new(act.batch, ENTITY_item, console->workshop, console->app->env, &id);
	agenda_put_after(&act, open ? open - 1 : 0);
	batch_set_text(act.batch, FIELD_item_title, _("Looking back at the last time"));
	batch_set_number(act.batch, FIELD_item_planned_s, 600);
	plan_aim(plan_of(console), id.text);
}

void plan_carry(struct console *console)
{
	struct plan *plan = plan_of(console);
	const struct item *item = step_that_looks_back(&console->run);
	struct buf cue = { 0 };

	if (!plan->carried.len) {
		console_say(console, "%s", plan->last_time.is_known ? _("Nothing is open from the last time.")
								     : _("No workshop before this one is known."));
		return;
	}
	if (item)
		change_step(console, item);
	else
		add_look_back(console);
	buf_add_text(&cue, item ? item->cue : "");
	add_carried(&plan->carried, &cue);
	batch_set_text(&console->effects.batch, FIELD_item_cue, buf_text(&cue));
	plan_write(console, WRITING_CHANGE, _("What is open stands in the step that looks back, to be read out. u takes it back."));
	buf_done(&cue);
}

/* --- ending in time ------------------------------------------------------------------------------------------------------- */

static void plan_shorter(struct console *console)
{
	struct arena arena = { 0 };
	struct refit refit = refit_of(&console->run, &arena);

	for (size_t i = 0; i < refit.len; i++)
		if (refit_item_is_cut(&refit.items[i]))
			batch_set_number(change_step(console, refit.items[i].item->item), FIELD_item_planned_s,
					 refit.items[i].after_ms / 1000);
	arena_done(&arena);
	plan_write(console, WRITING_CHANGE, _("Shortened. u takes it back."));
}

/* Before the day the plan is made shorter; once the clock runs, it is the clock that gives less. */
static void accept_fit(struct console *console, int64_t yes)
{
	struct act act = console_act(console);
	struct fault fault = { "" };

	if (!yes)
		return;
	if (console->run.state == RUN_PLANNED)
		plan_shorter(console);
	else if (act_refit(&act, &fault) != ST_OK)
		console_complain(console, &fault);
	else
		plan_write(console, WRITING_NOTHING, _("Shortened by the clock; u on the facilitator’s console takes it back."));
}

void plan_fit(struct console *console)
{
	refit_offer(console, accept_fit);
}

/* --- back ----------------------------------------------------------------------------------------------------------------- */

static void turn_back(struct console *console, enum writing writing)
{
	if (desk_turn_back(&plan_of(console)->desk, console, writing))
		plan_write(console, writing, NULL);
}

void plan_undo(struct console *console)
{
	if (!desk_take_up(&plan_of(console)->desk, console, &plan_forms))
		turn_back(console, WRITING_UNDO);
}

void plan_redo(struct console *console)
{
	turn_back(console, WRITING_REDO);
}

/* --- versions ------------------------------------------------------------------------------------------------------------- */

static void accept_version(struct console *console, int64_t index)
{
	if (versions_choose(console, &plan_of(console)->desk.choosing, index))
		plan_write(console, WRITING_CHANGE, _("Chosen; u takes it back."));
}

/* Of the row under the bar, or else of the next that has any. */
void plan_versions(struct console *console)
{
	struct plan *plan = plan_of(console);

	for (size_t i = 0; i < plan->len; i++) {
		const struct plan_row *row = &plan->rows[(plan->bar + i) % plan->len];
		size_t len;
		const struct version *versions = row->row ? versions_of_row(&console->book, row->row->id, &len) : NULL;
		if (!versions)
			continue;
		plan_aim(plan, row->row->id);
		plan_follow_bar(plan);
		versions_offer(console, &plan->desk.choosing, versions, len, accept_version);
		return;
	}
	console_say(console, "%s", _("Nothing here was written twice."));
}
