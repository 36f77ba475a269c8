#include "make.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "engine/agenda.h"
#include "engine/spent.h"
#include "text/text.h"

#include <string.h>

struct make make_new(const char *title)
{
	return (struct make){ .title = title, .tables = MAKE_UNSAID, .cases = MAKE_UNSAID, .rounds = MAKE_UNSAID };
}

void make_done(struct make *make)
{
	template_done(&make->template);
	for (size_t i = 0; i < make->case_paths.len; i++)
		story_done(&make->case_stories[i]);
	story_done(&make->letter);
}

/* A name without a slash or a dot is a built-in one; anything else is a file. */
static enum status read_template(struct make *make, struct fault *fault)
{
	const char *name = make->template_name;
	const char *builtin = name ? template_builtin(name, i18n_is_japanese()) : NULL;

	if (!name)
		return ST_OK; /* the agenda is that of the workshop before */
	if (builtin)
		return template_parse(builtin, strlen(builtin), &make->template, fault);
	if (!strpbrk(name, "./"))
		return fault_set(fault, ST_NOT_FOUND,
				 _("There is no template “%s”; yoriai templates lists them, and a file of your own ends in .md."), name);
	return template_read(name, &make->template, fault);
}

enum status make_read_start(const char *text, int64_t now_ms, int64_t *ret_start_ms, struct fault *fault)
{
	if (calendar_parse_coming(text, now_ms, ret_start_ms) != ST_OK)
		return fault_set(fault, ST_INVALID, _("“%s” is no date and time; write it like 2026-11-22 13:30."), text);
	return ST_OK;
}

/* Unsaid, a workshop is for the next full hour: a plan to be changed, but never one in the past. */
static enum status read_times(struct make *make, int64_t now_ms, struct fault *fault)
{
	const int64_t hour_ms = 3600000;
	int64_t end_s;

	make->start_ms = (now_ms / hour_ms + 1) * hour_ms;
	if (make->start && make_read_start(make->start, now_ms, &make->start_ms, fault) != ST_OK)
		return ST_INVALID;
	if (!make->end)
		return ST_OK;
	if (calendar_parse_time(make->end, &end_s) != ST_OK)
		return fault_set(fault, ST_INVALID, _("“%s” is no time of day; write it like 16:30."), make->end);
	make->hall_end_ms = agenda_hall_end_ms(make->start_ms, calendar_midnight_ms(make->start_ms) + end_s * 1000);
	return ST_OK;
}

static bool has_title(const struct make *make)
{
	size_t len;

	text_trim(make->title, strlen(make->title), &len);
	return len > 0;
}

static enum status read_mode(struct make *make, struct fault *fault)
{
	if (make->mode && !code_of_words(&codes_workshop_mode, make->mode, &make->mode_code))
		return fault_set(fault, ST_INVALID, _("A workshop is held at the venue, online or hybrid, not “%s”."), make->mode);
	return ST_OK;
}

enum status make_read(struct make *make, int64_t now_ms, struct fault *fault)
{
	if (!make->template_name && !make->from)
		make->template_name = "basic";
	enum status st = has_title(make) ? read_template(make, fault) : fault_set(fault, ST_INVALID, _("A workshop needs a title."));

	if (st == ST_OK)
		st = read_times(make, now_ms, fault);
	if (st == ST_OK)
		st = read_mode(make, fault);
	if (st == ST_OK)
		st = make_read_tables(make, fault);
	if (st == ST_OK)
		st = make_read_rounds(make, fault);
	if (st == ST_OK)
		st = make_read_cases(make, fault);
	if (st == ST_OK && make->letter_path)
		st = story_read_letter(make->letter_path, &make->letter, fault);
	return st;
}

/* What is of the place and goes on there, and which workshop it goes on from. */
static void add_workshop_before(const struct workshop *before, struct batch *batch)
{
	batch_set_text(batch, FIELD_workshop_venue, before->venue);
	batch_set_text(batch, FIELD_workshop_local_context, before->local_context);
	batch_set_text(batch, FIELD_workshop_programme, before->programme);
	batch_set_text(batch, FIELD_workshop_commissioner, before->commissioner);
	batch_set_text(batch, FIELD_workshop_previous, before->id);
}

static struct id add_workshop(const struct make *make, const struct env *env, struct batch *batch)
{
	static const struct workshop none = { .series = "" };
	const struct workshop *before = make->from ? workbook_workshop(make->from) : &none;
	bool is_templated = make->template_name != NULL;
	struct id id;

	/* A workshop's own row belongs to itself. */
	id = env_new_id(env);
	batch_add(batch, ENTITY_workshop, id.text, id.text);
	batch_set_text(batch, FIELD_workshop_title, make->title);
	batch_set_text(batch, FIELD_workshop_series, make->series ? make->series : before->series);
	batch_set_text(batch, FIELD_workshop_template_name, is_templated ? make->template_name : before->template_name);
	batch_set_text(batch, FIELD_workshop_purpose, is_templated ? make->template.purpose : before->purpose);
	batch_set_text(batch, FIELD_workshop_messages, is_templated ? make->template.messages : before->messages);
	if (make->from)
		add_workshop_before(before, batch);
	batch_set_number(batch, FIELD_workshop_mode, make->mode ? make->mode_code : before->mode);
	batch_set_number(batch, FIELD_workshop_start_ms, make->start_ms);
	batch_set_number(batch, FIELD_workshop_hall_end_ms, make->hall_end_ms);
	return id;
}

static void add_agenda_before(const struct make *make, const char *workshop, const struct env *env, struct batch *batch)
{
	const struct item_list *items = &make->from->items;
	struct arena arena = { 0 };
	struct run run;
	struct id id;

	run_fold(make->from, env_now(env), &arena, &run);
	for (size_t i = 0; i < items->len; i++) {
		struct spent spent = spent_of(&run.items[i]);
		batch_add_new(batch, ENTITY_item, workshop, env, &id);
		batch_set_row(batch, (const struct row *)&items->at[i]);
		if (make->as_it_went)
			batch_set_number(batch, FIELD_item_planned_s, spent_plan_s(&spent, items->at[i].planned_s));
	}
	arena_done(&arena);
}

struct id make_add(const struct make *make, const struct env *env, struct batch *batch)
{
	struct id id = add_workshop(make, env, batch);

	if (make->template_name)
		template_add_to_batch(&make->template, id.text, env, batch);
	else
		add_agenda_before(make, id.text, env, batch);
	make_add_tables(make, id.text, env, batch);
	make_add_cases(make, id.text, env, batch);
	if (make->letter_path)
		story_add_letter(&make->letter, id.text, env, batch);
	return id;
}

bool make_letter_stays_shut(const struct make *make)
{
	size_t len;
	const struct item *items = make_items(make, &len);

	for (size_t i = 0; i < len; i++)
		if (items[i].kind == ITEM_KIND_LETTER)
			return false;
	return make->letter_path != NULL;
}
