/* import_told.c - what there is to tell of an import: of which columns it read, and what became of its rows. */
#include "import_work.h"

#include "base/i18n.h"
#include "dataset.h"
#include "format/span.h"

#include <string.h>

static void count(struct import_result *result, enum import_fate fate)
{
	result->added += fate == IMPORT_ADDED;
	result->changed += fate == IMPORT_CHANGED || fate == IMPORT_INVITED;
	result->same += fate == IMPORT_SAME;
}

static void list_namesake(struct work *work, const struct entry *entry)
{
	struct buf words = { 0 };

	buf_addf(&words, _("Somebody else called “%s” is recorded already; this row was added beside them."),
		 registry_name(&work->registry, entry->read.row));
	work->result.namesakes[work->result.namesakes_len++] =
		(struct import_refusal){ entry->number, arena_copy(&work->result.arena, buf_text(&words)) };
	buf_done(&words);
}

/* Also of a row that was refused before its name was read. */
static const char *name_of_row(struct work *work, size_t at)
{
	for (size_t i = 0; i < work->info->fields_len; i++)
		if (strcmp(work->info->fields[i].name, "name") == 0)
			return span_copy_line(&work->result.arena,
					      sheet_row_cell(&work->csv, at, work->columns.of_field[i].at[0].parts[0].column));
	return "";
}

static size_t count_kept(const struct work *work)
{
	size_t count = 0;

	for (size_t i = 0; i < work->entries_len; i++)
		count += (size_t)__builtin_popcountll(work->entries[i].kept);
	return count;
}

static void list_kept(struct work *work)
{
	struct import_result *result = &work->result;

	result->kept = arena_new(&result->arena, count_kept(work), sizeof *result->kept);
	for (size_t i = 0; i < work->entries_len; i++)
		for (size_t k = 0; work->entries[i].kept && k < work->info->fields_len; k++)
			if (work->entries[i].kept >> k & 1)
				result->kept[result->kept_len++] = (struct import_kept){
					work->entries[i].number, name_of_row(work, i + 1), &work->info->fields[k],
				};
}

void import_tell_rows(struct work *work)
{
	struct import_result *result = &work->result;

	result->refused = arena_new(&result->arena, work->entries_len, sizeof *result->refused);
	result->namesakes = arena_new(&result->arena, work->entries_len, sizeof *result->namesakes);
	result->rows = arena_new(&result->arena, IMPORT_ROWS_TOLD, sizeof *result->rows);
	for (size_t i = 0; i < work->entries_len; i++) {
		const struct entry *entry = &work->entries[i];
		count(result, entry->fate);
		if (entry->reason)
			result->refused[result->refused_len++] =
				(struct import_refusal){ .row = entry->number, .reason = entry->reason };
		if (entry->has_namesake)
			list_namesake(work, entry);
		if (result->rows_len < IMPORT_ROWS_TOLD)
			result->rows[result->rows_len++] = (struct import_row){
				entry->number, name_of_row(work, i + 1), entry->fate,
			};
	}
	list_kept(work);
}

static bool is_other(const struct columns *columns, size_t column)
{
	for (size_t i = 0; i < columns->others_len; i++)
		if (columns->others[i] == column)
			return true;
	return false;
}

static void list_others(struct work *work)
{
	struct import_result *result = &work->result;

	result->others = arena_new(&result->arena, work->columns.others_len, sizeof *result->others);
	for (size_t i = 0; i < work->columns.others_len; i++)
		if (!work->inviting.book || is_other(&work->inviting.columns, work->columns.others[i]))
			result->others[result->others_len++] =
				span_copy_line(&result->arena, sheet_row_cell(&work->csv, 0, work->columns.others[i]));
	result->others_kept = work->info->entity == ENTITY_card;
	result->dataset = work->columns.dataset ? work->columns.dataset->title : NULL;
}

/* The columns that a field is read from first. */
static const char *mapped_headers(struct work *work, const struct reading *reading)
{
	struct buf headers = { 0 };

	for (size_t i = 0; i < reading->len; i++) {
		struct span header = sheet_row_cell(&work->csv, 0, reading->parts[i].column);
		buf_add_text(&headers, i ? " + " : "");
		buf_add(&headers, header.at, header.len);
	}
	const char *copy = span_copy_line(&work->result.arena, span_of(buf_text(&headers)));
	buf_done(&headers);
	return copy;
}

static void list_mapping(struct work *work, const struct entity_info *info, const struct columns *columns)
{
	struct import_result *result = &work->result;

	for (size_t i = 0; i < info->fields_len; i++)
		if (columns->of_field[i].len)
			result->mapping[result->mapping_len++] = (struct import_mapping){
				&info->fields[i], mapped_headers(work, &columns->of_field[i].at[0]),
			};
}

void import_tell_columns(struct work *work)
{
	const struct entity_info *guest = &entity_infos[ENTITY_invitation];

	work->result.mapping = arena_new(&work->result.arena, work->info->fields_len + guest->fields_len,
					 sizeof *work->result.mapping);
	list_mapping(work, work->info, &work->columns);
	if (work->inviting.book)
		list_mapping(work, guest, &work->inviting.columns);
	list_others(work);
}

const char *import_fate_words(enum import_fate fate)
{
	static const char *const words[] = {
		[IMPORT_SAME] = N_("as before"), [IMPORT_ADDED] = N_("new"), [IMPORT_CHANGED] = N_("changed"),
		[IMPORT_INVITED] = N_("newly invited"), [IMPORT_REFUSED] = N_("refused"),
	};

	return _(words[fate]);
}
