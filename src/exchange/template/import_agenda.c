#include "exchange/import.h"

#include "base/i18n.h"
#include "domain/order.h"
#include "exchange/template.h"
#include "format/door.h"
#include "text/fold.h"

#include <string.h>

/* The agenda that is (as a file would say it, beside the rows themselves) and the one that is to be. */
struct work {
	const struct workbook *book;
	struct template old, wanted;
	size_t *match;   /* of each wanted step: the old one that becomes it, or old.len */
	bool *is_wanted; /* of each old step */
	struct arena arena;
	const struct env *env;
	struct batch *batch;
	struct import_result result;
};

static const char *key_of(struct arena *arena, const char *title)
{
	struct buf key = { 0 };

	text_fold(&key, title, strlen(title));
	const char *copy = arena_copy(arena, buf_text(&key));
	buf_done(&key);
	return copy;
}

/* Of several steps of one title the first not yet taken. */
static void match_steps(struct work *work)
{
	size_t len = work->old.len;
	const char **keys = arena_new(&work->arena, len, sizeof *keys);

	work->match = arena_new(&work->arena, work->wanted.len, sizeof *work->match);
	work->is_wanted = arena_new(&work->arena, len, sizeof *work->is_wanted);
	for (size_t i = 0; i < len; i++)
		keys[i] = key_of(&work->arena, work->old.items[i].title);
	for (size_t i = 0; i < work->wanted.len; i++) {
		const char *key = key_of(&work->arena, work->wanted.items[i].title);
		size_t at = 0;
		while (at < len && (work->is_wanted[at] || strcmp(keys[at], key) != 0))
			at++;
		work->match[i] = at;
		if (at < len)
			work->is_wanted[at] = true;
	}
}

/* The nearest later step that may stay where it is. */
static const char *place_after(const struct work *work, size_t at, const char *last)
{
	for (; at < work->wanted.len; at++) {
		size_t old = work->match[at];
		if (old < work->old.len && strcmp(work->book->items.at[old].pos, last) > 0)
			return work->book->items.at[old].pos;
	}
	return "";
}

/* Where the step belongs, right after `last`: where it stands already, if that will do. */
static void find_place(const struct work *work, size_t at, const char *last, char ret_pos[ORDER_LEN])
{
	size_t old = work->match[at];
	const char *pos = old < work->old.len ? work->book->items.at[old].pos : "";

	if (strcmp(pos, last) > 0)
		memcpy(ret_pos, pos, strlen(pos) + 1);
	else
		order_between(last, place_after(work, at + 1, last), ret_pos);
}

static bool is_same(const struct field_info *field, const struct row *a, const struct row *b)
{
	struct value x = row_value(a, field), y = row_value(b, field);

	return field_type_is_text(field->type) ? strcmp(x.text, y.text) == 0 : x.number == y.number;
}

/* Into the batch, what of `wanted` is not so yet; a new step starts from nothing. */
static size_t set_differences(struct work *work, const struct item *old, const struct item *wanted, const char *id)
{
	const struct entity_info *info = &entity_infos[ENTITY_item];
	size_t differences = 0;

	for (size_t i = 0; i < info->fields_len; i++) {
		const struct field_info *field = &info->fields[i];
		if (is_same(field, (const struct row *)old, (const struct row *)wanted))
			continue;
		if (differences++ == 0)
			batch_add(work->batch, ENTITY_item, workbook_workshop(work->book)->id, id);
		batch_set(work->batch, field, row_value((const struct row *)wanted, field));
	}
	return differences;
}

static void settle_step(struct work *work, size_t at, const char *pos)
{
	struct item wanted = work->wanted.items[at];
	size_t match = work->match[at];
	struct item old = { .id = "", .pos = "", .title = "", .bells = "", .block = "", .room = "", .cue = "" };

	wanted.pos = pos;
	if (match == work->old.len) {
		set_differences(work, &old, &wanted, env_new_id(work->env).text);
		work->result.added++;
		return;
	}
	old = work->old.items[match];
	old.pos = work->book->items.at[match].pos;
	if (set_differences(work, &old, &wanted, work->book->items.at[match].id) > 0)
		work->result.changed++;
	else
		work->result.same++;
}

static void remove_unwanted(struct work *work)
{
	for (size_t i = 0; i < work->old.len; i++) {
		if (work->is_wanted[i])
			continue;
		batch_add(work->batch, ENTITY_item, workbook_workshop(work->book)->id, work->book->items.at[i].id);
		batch_set_number(work->batch, FIELD_gone, 1);
		work->result.removed++;
	}
}

/* What is ready to be said goes with the agenda; none in the file: none. */
static void settle_messages(struct work *work)
{
	const struct workshop *workshop = workbook_workshop(work->book);

	if (strcmp(work->wanted.messages, workshop->messages) == 0)
		return;
	batch_add(work->batch, ENTITY_workshop, workshop->id, workshop->id);
	batch_set_text(work->batch, FIELD_workshop_messages, work->wanted.messages);
}

static void settle_text(struct work *work, const struct table *table, enum field field, const char *old, const char *wanted)
{
	if (strcmp(old, wanted) == 0)
		return;
	batch_add(work->batch, ENTITY_table, workbook_workshop(work->book)->id, table->id);
	batch_set_text(work->batch, field, wanted);
}

/* The tables that the file names, by their numbers; those that the workshop lacks are added. A file that names none leaves
 * them as they are. */
static void settle_tables(struct work *work)
{
	struct id id;

	for (size_t i = 0; i < work->wanted.tables_len; i++) {
		const struct table *wanted = &work->wanted.tables[i];
		const struct table *table = workbook_table(work->book, (int64_t)i + 1);
		if (table) {
			settle_text(work, table, FIELD_table_theme, table->theme, wanted->theme);
			settle_text(work, table, FIELD_table_room, table->room, wanted->room);
			continue;
		}
		batch_add_new(work->batch, ENTITY_table, workbook_workshop(work->book)->id, work->env, &id);
		batch_set_number(work->batch, FIELD_table_number, (int64_t)i + 1);
		batch_set_text(work->batch, FIELD_table_theme, wanted->theme);
		batch_set_text(work->batch, FIELD_table_room, wanted->room);
	}
}

static void settle(struct work *work)
{
	char last[ORDER_LEN] = "", pos[ORDER_LEN];

	match_steps(work);
	for (size_t i = 0; i < work->wanted.len; i++) {
		find_place(work, i, last, pos);
		settle_step(work, i, pos);
		memcpy(last, pos, sizeof last);
	}
	remove_unwanted(work);
	settle_tables(work);
	settle_messages(work);
}

static enum status check_open(const struct workbook *book, struct fault *fault)
{
	const struct workshop *workshop = workbook_workshop(book);

	if (!workshop)
		return fault_set(fault, ST_NOT_FOUND, _("There is no workshop to give the agenda to."));
	for (size_t i = 0; i < book->run_rows.len; i++) {
		if (book->run_rows.at[i].verb == VERB_START)
			return fault_set(fault, ST_REFUSED,
					 _("“%s” has been started: its agenda can no longer be replaced by a file."),
					 workshop->title);
	}
	return ST_OK;
}

static enum status read_wanted(const char *path, const struct import_options *options, struct work *work,
			       struct fault *fault)
{
	struct buf text = { 0 };
	struct fault found = { 0 };
	enum status st = door_read(path, DOOR_PAGE_BYTES, options->encoding, &text, &work->result.encoding, fault);

	if (st == ST_OK) {
		st = template_parse(buf_text(&text), text.len, &work->wanted, &found);
		if (st != ST_OK)
			fault_set(fault, st, "“%s”: %s", path, found.text);
	}
	buf_done(&text);
	return st;
}

enum status import_agenda(const char *path, const struct workbook *book, const struct import_options *options,
			  const struct env *env, struct batch *batch, struct import_result *ret_result,
			  struct fault *fault)
{
	struct work work = { .book = book, .env = env, .batch = batch };
	enum status st = check_open(book, fault);

	if (st == ST_OK)
		st = read_wanted(path, options, &work, fault);
	if (st == ST_OK && book->items.len > 0)
		st = template_of_workbook(book, work.wanted.japanese, &work.old, fault);
	if (st == ST_OK) {
		settle(&work);
		import_result_done(ret_result);
		*ret_result = work.result;
	}
	template_done(&work.old);
	template_done(&work.wanted);
	arena_done(&work.arena);
	return st;
}
