/* plan_form.c - the forms of the plan: a step, the workshop, a case, the letter. */
#include "plan.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "engine/agenda.h"
#include "engine/bell.h"
#include "engine/minutes.h"
#include "engine/words.h"

#include <stdio.h>
#include <string.h>

/* --- values as they are typed --------------------------------------------------------------------------------------------- */

enum { HOUR_S = 3600 };

/* A step that says no length lasts as long as it lasts. */
static void say_length(struct value value, struct buf *out)
{
	if (value.number)
		buf_add_text(out, words_length(value.number).text);
}

static enum status read_length(const struct field_info *info, const char *typed, int64_t now_ms, struct buf *ret_text,
			       int64_t *ret_number, struct fault *fault)
{
	int64_t ms = 0;

	(void)info;
	(void)now_ms;
	(void)ret_text;
	if (*typed && (minutes_parse(typed, &ms) != ST_OK || ms < 0))
		return fault_set(fault, ST_INVALID, _("“%s” is no length of time; write it like 15, 1h5m or 90s."), typed);
	*ret_number = ms / 1000;
	return ST_OK;
}

static void say_time(struct value value, struct buf *out)
{
	if (value.number)
		buf_addf(out, "%d:%02d", (int)(value.number / HOUR_S), (int)(value.number / 60 % 60));
}

/* 0:00 cannot be told from “not fixed”: midnight at the day's end is 24:00. */
static enum status read_time(const struct field_info *info, const char *typed, int64_t now_ms, struct buf *ret_text,
			     int64_t *ret_number, struct fault *fault)
{
	int64_t seconds = 0;

	(void)info;
	(void)now_ms;
	(void)ret_text;
	if (*typed && (calendar_parse_time(typed, &seconds) != ST_OK || !seconds))
		return fault_set(fault, ST_INVALID, _("“%s” is no time of day; write it like 13:35, 930 or 9時半."), typed);
	*ret_number = seconds;
	return ST_OK;
}

/* The hall closes on the day of the workshop, or in the small hours behind it: of which day is settled when it is saved. */
static void say_hall(struct value value, struct buf *out)
{
	struct calendar at = calendar_of(value.number);

	if (value.number)
		buf_addf(out, "%d:%02d", at.hour, at.minute);
}

static enum status read_hall(const struct field_info *info, const char *typed, int64_t now_ms, struct buf *ret_text,
			     int64_t *ret_number, struct fault *fault)
{
	int64_t seconds = 0;
	enum status st = read_time(info, typed, now_ms, ret_text, &seconds, fault);

	if (st == ST_OK)
		*ret_number = seconds ? calendar_midnight_ms(now_ms) + seconds * 1000 : 0;
	return st;
}

static void say_bells(struct value value, struct buf *out)
{
	buf_add_text(out, value.text);
}

static enum status read_bells(const struct field_info *info, const char *typed, int64_t now_ms, struct buf *ret_text,
			      int64_t *ret_number, struct fault *fault)
{
	struct bell_plan plan;

	(void)info;
	(void)now_ms;
	(void)ret_number;
	if (!*typed)
		return ST_OK;
	if (bell_plan_parse(typed, &plan) != ST_OK)
		return fault_set(fault, ST_INVALID,
				 _("“%s” are no bells; write minutes before the end, at most three, like 5 1 0; “-”: none."), typed);
	bell_plan_print(&plan, " ", ret_text);
	return ST_OK;
}

static const struct form_manner as_length = { say_length, read_length }, as_time = { say_time, read_time },
				as_hall = { say_hall, read_hall }, as_bells = { say_bells, read_bells };

/* --- which fields they have -------------------------------------------------------------------------------------------------- */

enum { FORM_PLAN_STEP, FORM_PLAN_RUNNING, FORM_PLAN_WORKSHOP, FORM_PLAN_CASE, FORM_PLAN_LETTER };

/* Enter saves a step once it has a title and a length. */
static const struct form_spec specs[] = {
	[FORM_PLAN_STEP] = {
		.kind = FORM_ROW,
		.name = "plan-step",
		.title = N_("A step of the agenda"),
		.fields = {
			FORM_LINE(N_("title"), FIELD_item_title),
			{ N_("minutes"), FIELD_item_planned_s, true, &as_length },
			FORM_LINE(N_("kind"), FIELD_item_kind),
			FORM_LINE(N_("time held"), FIELD_item_strictness),
			FORM_LINE(N_("protected"), FIELD_item_protected),
			{ N_("at least"), FIELD_item_minimum_s, true, &as_length },
			{ N_("not before"), FIELD_item_fixed_start_s, true, &as_time },
			{ N_("ends at"), FIELD_item_fixed_end_s, true, &as_time },
			FORM_ASIDE(N_("room text"), FIELD_item_room),
			FORM_ASIDE(N_("cue"), FIELD_item_cue),
			{ N_("bells"), FIELD_item_bells, true, &as_bells },
			FORM_LINE(N_("room sees"), FIELD_item_face),
		},
		.len = 12,
	},
	/* Without what is the clock's now (engine/agenda.h). */
	[FORM_PLAN_RUNNING] = {
		.kind = FORM_ROW,
		.name = "plan-running",
		.title = N_("The step that is running: + and - give and take its time"),
		.fields = {
			FORM_LINE(N_("title"), FIELD_item_title),
			FORM_LINE(N_("time held"), FIELD_item_strictness),
			FORM_LINE(N_("protected"), FIELD_item_protected),
			{ N_("at least"), FIELD_item_minimum_s, true, &as_length },
			FORM_ASIDE(N_("room text"), FIELD_item_room),
			FORM_ASIDE(N_("cue"), FIELD_item_cue),
			{ N_("bells"), FIELD_item_bells, true, &as_bells },
			FORM_LINE(N_("room sees"), FIELD_item_face),
		},
		.len = 8,
	},
	[FORM_PLAN_WORKSHOP] = {
		.kind = FORM_ROW,
		.name = "plan-workshop",
		.title = N_("This workshop"),
		.fields = {
			FORM_LINE(N_("title"), FIELD_workshop_title),
			FORM_ASIDE(N_("begins"), FIELD_workshop_start_ms),
			{ N_("hall until"), FIELD_workshop_hall_end_ms, true, &as_hall },
			FORM_ASIDE(N_("venue"), FIELD_workshop_venue),
			FORM_LINE(N_("held"), FIELD_workshop_mode),
			FORM_ASIDE(N_("series"), FIELD_workshop_series),
			FORM_ASIDE(N_("no. in all"), FIELD_workshop_cumulative_no),
			FORM_ASIDE(N_("no. in year"), FIELD_workshop_fiscal_no),
			FORM_ASIDE(N_("programme"), FIELD_workshop_programme),
			FORM_ASIDE(N_("commissioned"), FIELD_workshop_commissioner),
			FORM_ASIDE(N_("purpose"), FIELD_workshop_purpose),
			FORM_ASIDE(N_("local context"), FIELD_workshop_local_context),
			FORM_ASIDE(N_("messages"), FIELD_workshop_messages),
		},
		.len = 13,
	},
	[FORM_PLAN_CASE] = {
		.kind = FORM_ROW,
		.name = "plan-case",
		.title = N_("The case"),
		.fields = {
			FORM_LINE(N_("title"), FIELD_case_story_title),
			FORM_LINE(N_("kind"), FIELD_case_story_kind),
			FORM_LINE(N_("text"), FIELD_case_story_body),
			FORM_ASIDE(N_("round"), FIELD_case_story_number),
		},
		.len = 4,
	},
	[FORM_PLAN_LETTER] = {
		.kind = FORM_ROW,
		.name = "plan-letter",
		.title = N_("The letter; the room sees it when its step begins"),
		.fields = {
			FORM_LINE(N_("from"), FIELD_letter_sender),
			FORM_LINE(N_("text"), FIELD_letter_body),
		},
		.len = 2,
	},
};

const struct form_specs plan_forms = { specs, COUNT(specs) };

/* --- opening --------------------------------------------------------------------------------------------------------------- */

static void open_form(struct console *console, size_t spec, const struct row *row)
{
	form_open(&plan_of(console)->desk.form, &specs[spec], row, "", &console->book);
}

/* What is typed in place of nothing counts as a change. */
static void type_into(struct form *form, enum field field, const char *text)
{
	for (size_t i = 0; i < form->spec->len; i++)
		if (form->spec->fields[i].field == field)
			lineedit_set(&form->inputs[i].edit, text);
}

static void focus_on(struct form *form, enum field field)
{
	for (size_t i = 0; i < form->spec->len; i++)
		if (form->spec->fields[i].field == field)
			form->focus = i;
}

/* Refuses at once what saving would refuse. */
static void edit_step(struct console *console, const struct run_item *item)
{
	struct batch batch = { 0 };
	struct fault fault = { "" };

	batch_add(&batch, ENTITY_item, console->workshop, item->item->id);
	batch_set_text(&batch, FIELD_item_room, item->item->room);
	if (agenda_check(&console->book, &batch, &fault) != ST_OK)
		console_complain(console, &fault);
	else
		open_form(console, item->status == ITEM_RUNNING ? FORM_PLAN_RUNNING : FORM_PLAN_STEP, (const struct row *)item->item);
	batch_done(&batch);
}

static void edit_fact(struct console *console, const struct plan_row *row)
{
	enum entity entity = field_entity(row->field);
	size_t spec = entity == ENTITY_case_story ? FORM_PLAN_CASE : entity == ENTITY_letter ? FORM_PLAN_LETTER : FORM_PLAN_WORKSHOP;

	open_form(console, spec, row->row);
	if (spec == FORM_PLAN_WORKSHOP)
		focus_on(&plan_of(console)->desk.form, row->field);
}

void plan_edit(struct console *console)
{
	const struct plan_row *row = plan_row(console);

	if (row && row->kind == PLAN_STEP)
		edit_step(console, &console->run.items[row->step]);
	else if (row && row->kind == PLAN_FACT)
		edit_fact(console, row);
	else if (row && row->kind == PLAN_CARRIED)
		console_say(console, "%s", _("That is of the workshop before; c writes it into the step that looks back."));
}

static bool is_case(const struct plan_row *row)
{
	return row && row->kind == PLAN_FACT && row->field == FIELD_case_story_title;
}

/* At a case, another one: the rounds of the agenda read them one after the other. */
static void add_case(struct console *console)
{
	char number[24];

	open_form(console, FORM_PLAN_CASE, NULL);
	snprintf(number, sizeof number, "%zu", console->book.case_stories.len + 1);
	if (console->book.case_stories.len)
		type_into(&plan_of(console)->desk.form, FIELD_case_story_number, number);
}

void plan_add(struct console *console)
{
	struct plan *plan = plan_of(console);

	if (is_case(plan_row(console))) {
		add_case(console);
		return;
	}
	plan->after = plan_step(console);
	open_form(console, FORM_PLAN_STEP, NULL);
	type_into(&plan->desk.form, FIELD_item_planned_s, words_length(600).text);
}

/* --- saving ---------------------------------------------------------------------------------------------------------------- */

/* NULL: the batch's newest fact does not say it. */
static struct value *said(struct batch *batch, enum field field)
{
	struct fact *fact = batch->len ? &batch->facts[batch->len - 1] : NULL;

	for (size_t i = 0; fact && i < fact->changes_len; i++)
		if (fact->changes[i].field->field == field)
			return &fact->changes[i].value;
	return NULL;
}

/* The hall's end moves along where the start is moved. */
static void settle_hall(struct console *console, struct batch *batch)
{
	const struct workshop *workshop = workbook_workshop(&console->book);
	struct value *start = said(batch, FIELD_workshop_start_ms), *hall = said(batch, FIELD_workshop_hall_end_ms);
	int64_t hall_ms = agenda_hall_end_ms(start ? start->number : workshop->start_ms, hall ? hall->number : workshop->hall_end_ms);

	if (hall)
		hall->number = hall_ms;
	else if (start && hall_ms != workshop->hall_end_ms)
		batch_set_number(batch, FIELD_workshop_hall_end_ms, hall_ms);
}

static enum status check_numbers(struct console *console, struct batch *batch, struct fault *fault)
{
	const struct workshop *workshop = workbook_workshop(&console->book);
	const struct value *fiscal = said(batch, FIELD_workshop_fiscal_no), *all = said(batch, FIELD_workshop_cumulative_no);

	return series_check(fiscal ? fiscal->number : workshop->fiscal_no, all ? all->number : workshop->cumulative_no, fault);
}

static enum status settle_workshop(struct console *console, struct batch *batch, struct fault *fault)
{
	settle_hall(console, batch);
	return check_numbers(console, batch, fault);
}

static void save_form(struct console *console)
{
	struct plan *plan = plan_of(console);
	struct batch *batch = &console->effects.batch;
	struct form *form = &plan->desk.form;
	const char *done = form_meets_other(form, &console->book) ? _("Saved. Somebody else wrote it too; yours stands.") : NULL;
	struct act act = console_act(console);
	struct fault fault = { "" };

	form_save_row(form, console->workshop, &console->book, console->app->env, batch);
	if (batch->len && form->spec == &specs[FORM_PLAN_STEP] && !form->row[0])
		agenda_put_after(&act, plan->after);
	if (!batch->len) {
		desk_shut_form(&plan_of(console)->desk, console);
	} else if (form->spec == &specs[FORM_PLAN_WORKSHOP] && settle_workshop(console, batch, &fault) != ST_OK) {
		batch_done(batch);
		*batch = (struct batch){ 0 };
		console_complain(console, &fault);
	} else {
		plan_write(console, WRITING_FORM, done);
	}
}

/* A step and a workshop are called by their titles, which their forms have first. */
static bool lacks_title(const struct form *form)
{
	const char *title = form_value(form, 0).text;

	return (form_info(form, 0)->field == FIELD_item_title || form_info(form, 0)->field == FIELD_workshop_title) &&
	       !title[strspn(title, " ")];
}

void plan_accept_form(struct console *console)
{
	struct form *form = &plan_of(console)->desk.form;
	struct fault fault = { "" };

	if (lacks_title(form)) {
		form->focus = 0;
		console_say(console, "%s", _("It needs a title. Escape leaves everything as it was."));
	} else if (form_is_blank(form) && !form->row[0]) {
		desk_shut_form(&plan_of(console)->desk, console);
	} else if (form_check(form, &console->book, &fault) != ST_OK ||
		   form_check_values(form, env_now(console->app->env).wall_ms, &fault) != ST_OK) {
		console_complain(console, &fault);
	} else {
		save_form(console);
	}
}

void plan_follow_form(struct console *console)
{
	const struct batch *batch = &console->effects.batch;

	if (!plan_of(console)->desk.form.row[0])
		plan_aim(plan_of(console), batch->facts[batch->len - 1].id);
	desk_shut_form(&plan_of(console)->desk, console);
}
