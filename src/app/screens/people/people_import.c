/* people_import.c - the screen of people: a list saved as CSV is looked at, column by column and row by row, before it is taken in. */
#include "people.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "console/typed_path.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Few enough to leave room for the rows above them. */
enum { OFFERED = 8, REFUSED_SHOWN = 3, ROWS_SHOWN = 4 };
enum { CHOICE_TAKE = -1, CHOICE_MORE = -2, CHOICE_NOTHING = -3, CHOICE_GUESS = -4 };

static struct taking *taking_of(struct console *console)
{
	return &people_of(console)->taking;
}

void taking_done(struct taking *taking)
{
	arena_done(&taking->arena);
	*taking = (struct taking){ 0 };
}

static void show(struct console *console);

/* --- what would become of it ------------------------------------------------------------------------------------------------ */

static enum status read_list(struct console *console, struct batch *batch, struct import_result *ret_result, struct fault *fault)
{
	const struct taking *taking = taking_of(console);
	const struct import_options options = { .maps = taking->maps, .maps_len = taking->maps_len, .memory = taking->memory,
					       .invites = true };

	return import_file(taking->path, ENTITY_person, &console->book, &options, console->app->env, batch, ret_result, fault);
}

static void note(struct console *console, struct buf *line)
{
	console_offer_note(console, buf_text(line));
	buf_clear(line);
}

static void note_result(struct console *console, const struct import_result *result)
{
	struct buf line = { 0 };

	if (result->remembered)
		console_offer_note(console, _("Columns are read as was said for an earlier list like this."));
	buf_addf(&line, _("%zu added, %zu changed, %zu as before, %zu refused"), result->added, result->changed, result->same,
		 result->refused_len);
	note(console, &line);
	for (size_t i = 0; i < result->refused_len && i < REFUSED_SHOWN; i++) {
		buf_addf(&line, _("row %zu: %s"), result->refused[i].row, result->refused[i].reason);
		note(console, &line);
	}
	for (size_t i = 0; i < result->namesakes_len && i < 1; i++) {
		buf_addf(&line, _("row %zu: %s"), result->namesakes[i].row, result->namesakes[i].reason);
		note(console, &line);
	}
	for (size_t i = 0; i < result->rows_len && i < ROWS_SHOWN; i++) {
		const struct import_row *row = &result->rows[i];
		buf_addf(&line, _("row %zu: %s  %s"), row->row, row->name, import_fate_words(row->fate));
		note(console, &line);
	}
	buf_done(&line);
}

static void forget_fields(struct taking *taking)
{
	for (size_t i = 0; i < taking->len; i++)
		taking->fields[i] = "";
}

static void learn_fields(struct taking *taking, const struct import_result *result)
{
	forget_fields(taking);
	for (size_t i = 0; i < result->mapping_len; i++)
		for (size_t k = 0; k < taking->len; k++)
			if (strcmp(taking->headers[k], result->mapping[i].column) == 0)
				taking->fields[k] = result->mapping[i].field->name;
}

/* --- what its columns mean -------------------------------------------------------------------------------------------------- */

/* The fields that a list may say, once each: of what both say the invitation's. */
static size_t list_fields(const struct field_info **fields)
{
	static const enum entity entities[] = { ENTITY_person, ENTITY_invitation };
	size_t len = 0;

	for (size_t e = 0; e < COUNT(entities); e++) {
		const struct entity_info *info = &entity_infos[entities[e]];
		for (size_t i = 0; i < info->fields_len; i++) {
			const struct field_info *field = &info->fields[i];
			bool is_twin = e == 0 && entity_field(&entity_infos[ENTITY_invitation], field->name);
			if (!is_twin && field->type != FIELD_TYPE_REF && field->type != FIELD_TYPE_MOMENT)
				fields[len++] = field;
		}
	}
	return len;
}
enum { FIELDS_MOST = 40 };

static const char *field_words(const struct field_info *field)
{
	return i18n_is_japanese() ? import_label(field) : field->name;
}

static const char *field_words_of_name(const char *name)
{
	const struct field_info *fields[FIELDS_MOST];
	size_t len = list_fields(fields);

	for (size_t i = 0; i < len; i++)
		if (strcmp(fields[i]->name, name) == 0)
			return field_words(fields[i]);
	return _("not read");
}

/* "": the field is read from no column. */
static void map(struct taking *taking, const char *field, const char *column)
{
	size_t i = 0;

	while (i < taking->maps_len && strcmp(taking->maps[i].field, field) != 0)
		i++;
	taking->maps[i] = (struct import_map){ field, column };
	taking->maps_len += i == taking->maps_len;
}

static void offer_fields(struct console *console);

static void accept_field(struct console *console, int64_t choice)
{
	struct taking *taking = taking_of(console);
	const struct field_info *fields[FIELDS_MOST];
	size_t len = list_fields(fields);

	if (choice == CHOICE_MORE) {
		taking->first = taking->first + OFFERED < len ? taking->first + OFFERED : 0;
		offer_fields(console);
		return;
	}
	if (*taking->fields[taking->column])
		map(taking, taking->fields[taking->column], "");
	if (choice != CHOICE_NOTHING)
		map(taking, fields[choice]->name, taking->headers[taking->column]);
	taking->first = taking->column / OFFERED * OFFERED;
	show(console);
}

static void offer_fields(struct console *console)
{
	struct taking *taking = taking_of(console);
	const struct field_info *fields[FIELDS_MOST];
	size_t len = list_fields(fields);

	console_offer(console, taking->headers[taking->column], accept_field);
	for (size_t i = taking->first; i < len && i < taking->first + OFFERED; i++)
		console_offer_choice(console, field_words(fields[i]), (int64_t)i);
	console_offer_choice(console, _("not read"), CHOICE_NOTHING);
	console_offer_choice(console, _("more …"), CHOICE_MORE);
}

/* --- the file --------------------------------------------------------------------------------------------------------------- */

static void take(struct console *console)
{
	struct import_result result = { 0 };
	struct fault fault = { "" };
	char words[120];

	if (read_list(console, &console->effects.batch, &result, &fault) != ST_OK) {
		console_complain(console, &fault);
		return;
	}
	snprintf(words, sizeof words, _("%zu added, %zu changed, %zu as before, %zu refused"), result.added, result.changed,
		 result.same, result.refused_len);
	if (console->effects.batch.len)
		directory_write(console, WRITING_CHANGE, words);
	else
		console_say(console, "%s", words);
	import_result_done(&result);
}

/* What was said for an earlier list; it is gone once this one is taken in. */
static void forget(struct console *console)
{
	struct taking *taking = taking_of(console);

	taking->memory = IMPORT_FORGETS;
	taking->maps_len = 0;
	taking->first = 0;
	forget_fields(taking);
	show(console);
}

static void accept_column(struct console *console, int64_t choice)
{
	struct taking *taking = taking_of(console);

	if (choice == CHOICE_TAKE) {
		take(console);
	} else if (choice == CHOICE_GUESS) {
		forget(console);
	} else if (choice == CHOICE_MORE) {
		taking->first = taking->first + OFFERED < taking->len ? taking->first + OFFERED : 0;
		show(console);
	} else {
		taking->column = (size_t)choice;
		taking->first = 0;
		offer_fields(console);
	}
}

static void offer_columns(struct console *console, bool can_be_taken, bool is_remembered)
{
	const struct taking *taking = taking_of(console);
	struct buf label = { 0 };

	if (can_be_taken)
		console_offer_choice(console, _("Take it in"), CHOICE_TAKE);
	for (size_t i = taking->first; i < taking->len && i < taking->first + OFFERED; i++) {
		buf_clear(&label);
		buf_addf(&label, "%s → %s", taking->headers[i], field_words_of_name(taking->fields[i]));
		console_offer_choice(console, buf_text(&label), (int64_t)i);
	}
	if (taking->len > OFFERED)
		console_offer_choice(console, _("more …"), CHOICE_MORE);
	if (is_remembered)
		console_offer_choice(console, _("Forget that, and guess"), CHOICE_GUESS);
	buf_done(&label);
}

/* What each column means, and what would become of the rows; nothing is written. */
static void show(struct console *console)
{
	struct taking *taking = taking_of(console);
	const char *name = strrchr(taking->path, '/');
	struct import_result result = { 0 };
	struct batch batch = { 0 };
	struct fault fault = { "" };
	enum status st = read_list(console, &batch, &result, &fault);

	console_offer(console, name ? name + 1 : taking->path, accept_column);
	if (st == ST_OK) {
		learn_fields(taking, &result);
		note_result(console, &result);
	} else {
		console_offer_note(console, fault.text);
	}
	offer_columns(console, st == ST_OK, result.remembered);
	import_result_done(&result);
	batch_done(&batch);
}

static void accept_path(struct console *console, const char *typed)
{
	struct taking *taking = taking_of(console);
	struct fault fault = { "" };
	char *path;

	if (!*typed)
		return;
	taking_done(taking);
	path = typed_path(typed);
	taking->path = arena_copy(&taking->arena, path);
	free(path);
	if (import_headers(taking->path, &taking->arena, &taking->headers, &taking->len, &fault) != ST_OK) {
		console_complain(console, &fault);
		return;
	}
	taking->fields = arena_new(&taking->arena, taking->len, sizeof *taking->fields);
	forget_fields(taking);
	taking->maps = arena_new(&taking->arena, FIELDS_MOST, sizeof *taking->maps);
	show(console);
}

void people_import(struct console *console)
{
	const struct taking *taking = taking_of(console);

	console_ask_path(console, _("Which list? The path of a CSV file"), taking->path ? taking->path : "", accept_path);
}
