#include "make.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "text/text.h"

#include <string.h>

enum { DAY_S = 86400 };

void make_done(struct make *make)
{
	template_done(&make->template);
	story_done(&make->case_story);
	story_done(&make->letter);
}

/* A name without a slash or a dot is a built-in one; anything else is a file. */
static enum status read_template(struct make *make, struct fault *fault)
{
	const char *name = make->template_name;
	const char *builtin = template_builtin(name, i18n_is_japanese());

	if (builtin)
		return template_parse(builtin, strlen(builtin), &make->template, fault);
	if (!strpbrk(name, "./"))
		return fault_set(fault, ST_NOT_FOUND,
				 _("There is no template “%s”; yoriai templates lists them, and a file of your own ends in .md."), name);
	return template_read(name, &make->template, fault);
}

/* Unsaid, a workshop is for the next full hour: a plan to be changed, but never one in the past. */
static enum status read_times(struct make *make, int64_t now_ms, struct fault *fault)
{
	const int64_t hour_ms = 3600000;
	int64_t end_s;

	make->start_ms = (now_ms / hour_ms + 1) * hour_ms;
	if (make->start && calendar_parse(make->start, &make->start_ms) != ST_OK)
		return fault_set(fault, ST_INVALID, _("“%s” is no date and time; write it like 2026-11-22 13:30."), make->start);
	if (!make->end)
		return ST_OK;
	if (calendar_parse_time(make->end, &end_s) != ST_OK)
		return fault_set(fault, ST_INVALID, _("“%s” is no time of day; write it like 16:30."), make->end);
	make->hall_end_ms = calendar_midnight_ms(make->start_ms) + end_s * 1000;
	if (make->hall_end_ms <= make->start_ms)
		make->hall_end_ms += (int64_t)DAY_S * 1000;
	return ST_OK;
}

static bool has_title(const struct make *make)
{
	size_t len;

	text_trim(make->title, strlen(make->title), &len);
	return len > 0;
}

enum status make_read(struct make *make, int64_t now_ms, struct fault *fault)
{
	enum status st = has_title(make) ? read_template(make, fault) : fault_set(fault, ST_INVALID, _("A workshop needs a title."));

	if (st == ST_OK)
		st = read_times(make, now_ms, fault);
	if (st == ST_OK && (make->tables < 1 || make->tables > MAKE_TABLES_MAX))
		st = fault_set(fault, ST_INVALID, _("A workshop has from 1 to %d tables, not %lld."), MAKE_TABLES_MAX,
			       (long long)make->tables);
	if (st == ST_OK && make->case_path)
		st = story_read_case(make->case_path, &make->case_story, fault);
	if (st == ST_OK && make->letter_path)
		st = story_read_letter(make->letter_path, &make->letter, fault);
	return st;
}

static struct id add_workshop(const struct make *make, const struct env *env, struct batch *batch)
{
	struct id id;

	/* A workshop's own row belongs to itself. */
	id = env_new_id(env);
	batch_add(batch, ENTITY_workshop, id.text, id.text);
	batch_set_text(batch, FIELD_workshop_title, make->title);
	batch_set_text(batch, FIELD_workshop_series, make->series ? make->series : "");
	batch_set_text(batch, FIELD_workshop_template_name, make->template_name);
	batch_set_text(batch, FIELD_workshop_purpose, make->template.purpose);
	batch_set_number(batch, FIELD_workshop_start_ms, make->start_ms);
	batch_set_number(batch, FIELD_workshop_hall_end_ms, make->hall_end_ms);
	return id;
}

static void add_tables(const struct make *make, const char *workshop, const struct env *env, struct batch *batch)
{
	struct id id;

	for (int64_t number = 1; number <= make->tables; number++) {
		batch_add_new(batch, ENTITY_table, workshop, env, &id);
		batch_set_number(batch, FIELD_table_number, number);
	}
}

struct id make_add(const struct make *make, const struct env *env, struct batch *batch)
{
	struct id id = add_workshop(make, env, batch);

	template_add_to_batch(&make->template, id.text, env, batch);
	add_tables(make, id.text, env, batch);
	if (make->case_path)
		story_add_case(&make->case_story, id.text, env, batch);
	if (make->letter_path)
		story_add_letter(&make->letter, id.text, env, batch);
	return id;
}

bool make_letter_stays_shut(const struct make *make)
{
	for (size_t i = 0; i < make->template.len; i++)
		if (make->template.items[i].kind == ITEM_KIND_LETTER)
			return false;
	return make->letter_path != NULL;
}
