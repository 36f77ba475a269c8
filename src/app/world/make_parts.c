/* make_parts.c - of a workshop that is being made: how often the agenda's blocks come, the cases they read, the tables. */
#include "make.h"

#include "base/i18n.h"

const struct item *make_items(const struct make *make, size_t *ret_len)
{
	*ret_len = make->template_name ? make->template.len : make->from->items.len;
	return make->template_name ? make->template.items : make->from->items.at;
}

/* --- tables --------------------------------------------------------------------------------------------------------- */

/* What is said on the command line takes the place of what the template names. */
static enum status name_tables(struct make *make, struct fault *fault)
{
	struct fault found = { "" };

	if (make->named_tables.len)
		make->template.tables_len = 0;
	for (size_t i = 0; i < make->named_tables.len; i++)
		if (template_add_table(&make->template, make->named_tables.at[i], &found) != ST_OK)
			return fault_set(fault, ST_INVALID, _("Table %zu: %s"), i + 1, found.text);
	return ST_OK;
}

enum status make_read_tables(struct make *make, struct fault *fault)
{
	size_t before = make->from ? make->from->tables.len : 0;
	enum status st = name_tables(make, fault);

	if (make->tables == MAKE_UNSAID && make->template.tables_len)
		make->tables = (int64_t)make->template.tables_len;
	else if (make->tables == MAKE_UNSAID)
		make->tables = before ? (int64_t)before : MAKE_TABLES;
	if (st == ST_OK && (make->tables < 1 || make->tables > MAKE_TABLES_MAX))
		st = fault_set(fault, ST_INVALID, _("A workshop has from 1 to %d tables, not %lld."), MAKE_TABLES_MAX,
			       (long long)make->tables);
	if (st == ST_OK && make->named_tables.len > (size_t)make->tables)
		st = fault_set(fault, ST_INVALID, _("%zu tables are named, and there are to be %lld."), make->named_tables.len,
			       (long long)make->tables);
	return st;
}

/* Its theme and room, as they are said now or were the last time; NULL: neither. */
static const struct table *named_table(const struct make *make, int64_t number)
{
	if ((size_t)number <= make->template.tables_len)
		return &make->template.tables[number - 1];
	return make->from && !make->template_name ? workbook_table(make->from, number) : NULL;
}

void make_add_tables(const struct make *make, const char *workshop, const struct env *env, struct batch *batch)
{
	struct id id;

	for (int64_t number = 1; number <= make->tables; number++) {
		batch_add_new(batch, ENTITY_table, workshop, env, &id);
		batch_set_number(batch, FIELD_table_number, number);
		const struct table *named = named_table(make, number);
		if (named && *named->theme)
			batch_set_text(batch, FIELD_table_theme, named->theme);
		if (named && *named->room)
			batch_set_text(batch, FIELD_table_room, named->room);
	}
}

/* --- blocks and cases ----------------------------------------------------------------------------------------------- */

static enum status repeat(struct make *make, bool read_cases, int64_t rounds, struct fault *fault)
{
	if (rounds == MAKE_UNSAID)
		return ST_OK;
	if (!make->template_name || template_count_blocks(&make->template, read_cases) == 0)
		return fault_set(fault, ST_INVALID,
				 read_cases ? _("No steps of this agenda come again for every case; a block such as "
						"“## Case ×2” in a template does.")
					    : _("No steps of this agenda come again in rounds; a block such as “## Round "
						"×3” in a template does."));
	return template_repeat(&make->template, read_cases, rounds, fault);
}

/* Several cases are to be read one after the other, unless it was said how many there are. */
enum status make_read_rounds(struct make *make, struct fault *fault)
{
	if (make->cases == MAKE_UNSAID && make->case_paths.len > 1 && make->template_name)
		make->cases = (int64_t)make->case_paths.len;
	enum status st = repeat(make, true, make->cases, fault);
	return st == ST_OK ? repeat(make, false, make->rounds, fault) : st;
}

/* How many cases the steps read one after the other; 0: they read one, and no block does. */
static int64_t case_rounds(const struct make *make)
{
	size_t len;
	const struct item *items = make_items(make, &len);
	int64_t rounds = 0;

	for (size_t i = 0; i < len; i++)
		if (items[i].kind == ITEM_KIND_CASE && items[i].rounds > rounds)
			rounds = items[i].rounds;
	return rounds;
}

enum status make_read_cases(struct make *make, struct fault *fault)
{
	int64_t rounds = case_rounds(make), most = rounds ? rounds : 1;
	enum status st = ST_OK;

	if (make->case_paths.len > (size_t)most)
		return fault_set(fault, ST_INVALID, _("%zu cases are given, and the agenda reads %lld."), make->case_paths.len,
				 (long long)most);
	for (size_t i = 0; i < make->case_paths.len && st == ST_OK; i++)
		st = story_read_case(make->case_paths.at[i], &make->case_stories[i], fault);
	return st;
}

void make_add_cases(const struct make *make, const char *workshop, const struct env *env, struct batch *batch)
{
	bool in_rounds = case_rounds(make) > 0;

	for (size_t i = 0; i < make->case_paths.len; i++)
		story_add_case(&make->case_stories[i], in_rounds ? (int64_t)i + 1 : 0, workshop, env, batch);
}
