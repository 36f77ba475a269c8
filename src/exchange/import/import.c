#include "exchange/import.h"

#include "base/i18n.h"
#include "dataset.h"
#include "format/door.h"
#include "format/span.h"
#include "import_work.h"
#include "text/text.h"

#include <assert.h>
#include <string.h>

static void settle(struct entry *entry, enum import_fate fate, const struct row *row)
{
	entry->fate = fate;
	entry->row = row;
	entry->settled = true;
}

static void refuse(struct work *work, struct entry *entry, const char *reason)
{
	entry->reason = arena_copy(&work->result.arena, reason);
	settle(entry, IMPORT_REFUSED, NULL);
}

/* format: a sentence with a %s for the row's name. */
static void refuse_by_name(struct work *work, struct entry *entry, const char *format)
{
	struct buf reason = { 0 };

	buf_addf(&reason, format, span_excerpt(span_of(registry_name(&work->registry, entry->read.row))).text);
	refuse(work, entry, buf_text(&reason));
	buf_done(&reason);
}

/* The card remembers what was said of it. */
static void remember(struct work *work, const char *imprint, struct row *row)
{
	const struct field_info *field = field_info_of(FIELD_card_source_said);

	if (!imprint)
		return;
	row_set(row, field, (struct value){ imprint, 0 });
	batch_set(work->batch, field, (struct value){ imprint, 0 });
}

static void add(struct work *work, struct entry *entry)
{
	struct id id;

	entry->keyed->claimed = true;
	entry->has_namesake = work->info->entity == ENTITY_person && registry_has_name(&work->registry, entry->keyed);
	registry_add(&work->registry, entry->keyed);
	batch_add_new(work->batch, work->info->entity, "", work->env, &id);
	for (size_t i = 0; i < work->info->fields_len; i++) {
		struct value value = row_value(entry->read.row, &work->info->fields[i]);
		if (value.number != 0 || (value.text && value.text[0]))
			batch_set(work->batch, &work->info->fields[i], value);
	}
	if (work->info->entity == ENTITY_card)
		remember(work, import_first_imprint(work, entry), entry->read.row);
	entry->read.row->id = arena_copy(&work->arena, id.text);
	settle(entry, IMPORT_ADDED, entry->read.row);
}

static uint64_t differences(const struct entity_info *info, const struct sheet_row *read, const struct row *recorded)
{
	uint64_t differing = 0;

	for (size_t i = 0; i < info->fields_len; i++) {
		const struct field_info *field = &info->fields[i];
		struct value said = row_value(read->row, field), stands = row_value(recorded, field);
		bool same = field_type_is_text(field->type) ? strcmp(said.text, stands.text) == 0
							    : said.number == stands.number;
		differing |= (uint64_t)!same << i;
	}
	return differing & read->said;
}

static const struct row *change(struct work *work, const struct entry *entry, struct keyed *known, uint64_t differing,
				const char *imprint)
{
	const struct sheet_row *read = &entry->read;
	struct row *row = arena_new(&work->arena, 1, work->info->size);

	memcpy(row, known->row, work->info->size);
	batch_add(work->batch, work->info->entity, "", row->id);
	for (size_t i = 0; i < work->info->fields_len; i++) {
		const struct field_info *field = &work->info->fields[i];
		if (!(differing >> i & 1))
			continue;
		row_set(row, field, row_value(read->row, field));
		batch_set(work->batch, field, row_value(read->row, field));
	}
	remember(work, imprint, row);
	registry_change(&work->registry, known, row);
	return row;
}

static const char *says_otherwise(void)
{
	return _("Another row of the file says something else of the same “%s”.");
}

static void meet(struct work *work, struct entry *entry, struct keyed *known)
{
	uint64_t differing = differences(work->info, &entry->read, known->row);
	const char *imprint = NULL;

	if (differing && known->claimed) {
		refuse_by_name(work, entry, says_otherwise());
		return;
	}
	entry->kept = import_keeps(work, entry, known->row, differing);
	differing &= ~entry->kept;
	if (work->info->entity == ENTITY_card)
		imprint = import_imprint(work, entry, known->row, differing);
	if (differing || imprint)
		settle(entry, differing ? IMPORT_CHANGED : IMPORT_SAME, change(work, entry, known, differing, imprint));
	else
		settle(entry, IMPORT_SAME, known->claimed ? NULL : known->row);
	known->claimed = true;
}

/* The keys were made of it already. */
static void unsay_package_id(struct sheet_row *read)
{
	const struct field_info *field = field_info_of(FIELD_card_hsds_id);

	row_set(read->row, field, (struct value){ .text = "" });
	read->said &= ~(UINT64_C(1) << (field - entity_infos[ENTITY_card].fields));
}

static void read_entry(struct work *work, size_t at, struct entry *entry)
{
	struct buf reason = { 0 };

	entry->number = work->csv.rows[at].number;
	if (!sheet_row_read(&work->csv, at, work->info, &work->columns, &work->arena, &entry->read, &reason) ||
	    (work->inviting.book && !inviting_read(&work->inviting, &work->csv, at, &entry->guest, &reason))) {
		refuse(work, entry, buf_text(&reason));
	} else if (registry_name(&work->registry, entry->read.row)[0] == '\0') {
		refuse(work, entry, _("The row has no name."));
	} else {
		if (work->info->entity == ENTITY_card) {
			import_set_imprint_aside(entry);
			dataset_complete(&work->csv, at, &work->columns, &work->arena, &entry->read);
		}
		entry->keyed = registry_keyed(&work->registry, entry->read.row);
		if (registry_knows_id(&work->registry, entry->keyed))
			unsay_package_id(&entry->read);
		entry->twin = registry_twin(&work->registry, entry->keyed, entry);
	}
	buf_done(&reason);
}

static void look(struct work *work, struct entry *entry, enum way way)
{
	bool many;
	struct keyed *known = registry_find(&work->registry, entry->keyed, way, &many);

	if (many)
		refuse_by_name(work, entry,
			       _("More than one “%s” is recorded, and the row does not tell which of them is meant."));
	else if (known)
		meet(work, entry, known);
	else if (way == BY_NAME)
		add(work, entry);
}

static bool differs_from_twin(const struct work *work, const struct entry *entry)
{
	return differences(work->info, &entry->read, entry->twin->read.row) ||
	       (work->inviting.book &&
		differences(&entity_infos[ENTITY_invitation], &entry->guest, entry->twin->guest.row));
}

static void settle_twin(struct work *work, struct entry *entry)
{
	if (differs_from_twin(work, entry))
		refuse_by_name(work, entry, says_otherwise());
	else if (entry->twin->reason)
		refuse(work, entry, entry->twin->reason);
	else
		settle(entry, IMPORT_SAME, NULL);
}

static void settle_all(struct work *work)
{
	for (enum way way = 0; way < WAYS; way++) {
		for (size_t i = 0; i < work->entries_len; i++) {
			if (!work->entries[i].settled && !work->entries[i].twin)
				look(work, &work->entries[i], way);
		}
	}
	for (size_t i = 0; i < work->entries_len; i++) {
		if (work->entries[i].twin)
			settle_twin(work, &work->entries[i]);
	}
}

/* Who is recorded now, or was before, is asked to come. */
static void invite_all(struct work *work)
{
	for (size_t i = 0; i < work->entries_len && work->inviting.book; i++) {
		struct entry *entry = &work->entries[i];
		if (!entry->row)
			continue;
		enum invited invited = inviting_write(&work->inviting, (const struct person *)(const void *)entry->row,
						      &entry->guest, work->batch);
		work->result.invited += invited == INVITED_ANEW;
		if (entry->fate == IMPORT_SAME && invited != INVITED_SAME)
			entry->fate = invited == INVITED_ANEW ? IMPORT_INVITED : IMPORT_CHANGED;
	}
}

static enum status take_rows(struct work *work, const struct workbook *book, const struct import_options *options,
			     struct fault *fault)
{
	const struct import_options all = import_recall(work, book, options);
	enum status st = columns_find(&work->csv, work->info, &all, &work->arena, &work->columns, fault);

	if (st == ST_OK && options->invites)
		st = inviting_open(&work->inviting, book, &work->csv, &all, fault);
	if (st != ST_OK)
		return st;
	import_tell_columns(work);
	import_remember(work, options);
	work->entries_len = work->csv.rows_len - 1;
	work->entries = arena_new(&work->arena, work->entries_len, sizeof *work->entries);
	registry_open(&work->registry, book, work->info->entity, work->columns.by_package);
	for (size_t i = 0; i < work->entries_len; i++)
		read_entry(work, i + 1, &work->entries[i]);
	settle_all(work);
	invite_all(work);
	import_tell_rows(work);
	registry_done(&work->registry);
	return ST_OK;
}

enum status import_rows(const char *text, size_t len, enum entity entity, const struct workbook *book,
			const struct import_options *options, const struct env *env, struct batch *batch,
			struct import_result *ret_result, struct fault *fault)
{
	assert(entity == ENTITY_person || entity == ENTITY_card);
	struct work work = { .info = &entity_infos[entity], .env = env, .batch = batch, .overwrites = options->overwrites };
	struct buf clean = { 0 };

	text_clean(&clean, text, len, true);
	char separator = csv_separator(buf_text(&clean), clean.len);
	enum status st = csv_parse(buf_text(&clean), clean.len, separator, &work.csv, fault);
	if (st == ST_OK)
		st = take_rows(&work, book, options, fault);
	if (st == ST_OK) {
		import_result_done(ret_result);
		*ret_result = work.result;
	} else {
		import_result_done(&work.result);
	}
	inviting_done(&work.inviting);
	arena_done(&work.arena);
	csv_done(&work.csv);
	buf_done(&clean);
	return st;
}

enum status import_file(const char *path, enum entity entity, const struct workbook *book,
			const struct import_options *options, const struct env *env, struct batch *batch,
			struct import_result *ret_result, struct fault *fault)
{
	struct buf text = { 0 };
	struct fault found = { 0 };
	const char *encoding = NULL;
	enum status st = door_read(path, DOOR_SHEET_BYTES, options->encoding, &text, &encoding, fault);

	if (st == ST_OK) {
		st = import_rows(buf_text(&text), text.len, entity, book, options, env, batch, ret_result, &found);
		if (st == ST_OK)
			ret_result->encoding = encoding;
		else
			fault_set(fault, st, "“%s”: %s", path, found.text);
	}
	buf_done(&text);
	return st;
}

void import_result_done(struct import_result *result)
{
	arena_done(&result->arena);
	*result = (struct import_result){ 0 };
}
