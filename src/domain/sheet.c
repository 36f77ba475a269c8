#include "domain/sheet.h"

#include "base/mem.h"
#include "domain/bundle.h"
#include "domain/record.h"

#include <stdlib.h>
#include <string.h>

static const struct sheet_kind_info kinds[SHEET_KINDS] = {
	[SHEET_OFFER] = { ENTITY_offer, FIELD_offer_table, FIELD_offer_pos, FIELD_offer_text, false },
	[SHEET_STEP] = { ENTITY_step, FIELD_step_storyline, FIELD_step_pos, FIELD_step_text, false },
	[SHEET_SUPPORT] = { ENTITY_support, FIELD_support_step, FIELD_support_pos, FIELD_support_name, false },
	[SHEET_ENDING] = { ENTITY_storyline, FIELD_storyline_table, FIELD_storyline_pos, FIELD_storyline_ending, true },
	[SHEET_QUESTIONS] = { ENTITY_storyline, FIELD_storyline_table, FIELD_storyline_pos, FIELD_storyline_open_questions, true },
	[SHEET_NOTE] = { ENTITY_note, FIELD_note_table, FIELD_note_pos, FIELD_note_text, false },
	[SHEET_ACTION] = { ENTITY_action, FIELD_action_table, FIELD_action_pos, FIELD_action_text, false },
};

bool sheet_is_heading(enum sheet_kind kind)
{
	return kind == SHEET_OFFERS || kind == SHEET_STORY || kind == SHEET_NOTES || kind == SHEET_PLAN;
}

const struct sheet_kind_info *sheet_kind_info(enum sheet_kind kind)
{
	return sheet_is_heading(kind) ? NULL : &kinds[kind];
}

static struct sheet_row *add(struct sheet *sheet, enum sheet_kind kind, const struct row *row, size_t number)
{
	struct sheet_row *at = &sheet->rows[sheet->len++];

	*at = (struct sheet_row){ kind, row, number, 1 };
	return at;
}

/* The rows that a head stands for, under it. */
static void add_bundled(struct sheet *sheet, const struct bundles *bundles, enum sheet_kind kind, size_t head)
{
	for (size_t i = bundle_next(bundles, head, 0); i < workbook_len(bundles->book, bundles->entity);
	     i = bundle_next(bundles, head, i + 1))
		add(sheet, kind, workbook_row(bundles->book, bundles->entity, i), 0)->bundled = 0;
}

/* Adds a table's offers or notes; returns how many, those that say the same counted once. */
static size_t add_distinct(struct sheet *sheet, const struct workbook *book, enum sheet_kind kind, const char *table,
			   const char *open)
{
	const struct sheet_kind_info *info = &kinds[kind];
	struct arena arena = { 0 };
	struct bundles bundles = bundles_of(book, info->entity, &arena);
	size_t number = 0, len = workbook_len(book, info->entity);

	for (size_t i = workbook_next(book, info->owner, table, 0); i < len; i = workbook_next(book, info->owner, table, i + 1)) {
		const struct row *row = workbook_row(book, info->entity, i);
		if (!bundle_is_head(&bundles, i))
			continue;
		add(sheet, kind, row, ++number)->bundled = bundle_len(&bundles, i);
		if (strcmp(row->id, open) == 0)
			add_bundled(sheet, &bundles, kind, i);
	}
	arena_done(&arena);
	return number;
}

/* Adds an owner's rows of a kind, numbered on from `number`; returns the last number. */
static size_t add_all(struct sheet *sheet, const struct workbook *book, enum sheet_kind kind, const char *owner, size_t number)
{
	const struct sheet_kind_info *info = &kinds[kind];
	size_t len = workbook_len(book, info->entity);

	for (size_t i = workbook_next(book, info->owner, owner, 0); i < len; i = workbook_next(book, info->owner, owner, i + 1)) {
		const struct row *row = workbook_row(book, info->entity, i);
		add(sheet, kind, row, ++number);
		if (kind == SHEET_STEP)
			add_all(sheet, book, SHEET_SUPPORT, row->id, 0);
	}
	return number;
}

static void add_part(struct sheet *sheet, const struct row *storyline, enum sheet_kind kind)
{
	if (*row_value(storyline, field_info_of(kinds[kind].text)).text)
		add(sheet, kind, storyline, 1);
}

static size_t add_stories(struct sheet *sheet, const struct workbook *book, const char *table)
{
	size_t number = 0;

	for (size_t i = workbook_next(book, FIELD_storyline_table, table, 0); i < book->storylines.len;
	     i = workbook_next(book, FIELD_storyline_table, table, i + 1)) {
		const struct row *storyline = workbook_row(book, ENTITY_storyline, i);
		number = add_all(sheet, book, SHEET_STEP, storyline->id, number);
		add_part(sheet, storyline, SHEET_ENDING);
		add_part(sheet, storyline, SHEET_QUESTIONS);
	}
	return number;
}

struct sheet sheet_of(const struct workbook *book, const struct table *table, const char *open, struct arena *arena)
{
	size_t most = 4 + book->offers.len + 2 * book->storylines.len + book->steps.len + book->supports.len + book->notes.len +
		      book->actions.len;
	struct sheet sheet = { .rows = arena_new(arena, most, sizeof *sheet.rows) };
	struct sheet_row *heading = add(&sheet, SHEET_OFFERS, NULL, 0);

	heading->number = add_distinct(&sheet, book, SHEET_OFFER, table->id, open);
	heading = add(&sheet, SHEET_STORY, NULL, 0);
	heading->number = add_stories(&sheet, book, table->id);
	heading = add(&sheet, SHEET_NOTES, NULL, 0);
	heading->number = add_distinct(&sheet, book, SHEET_NOTE, table->id, open);
	if (workbook_next(book, FIELD_action_table, table->id, 0) == book->actions.len)
		return sheet;
	heading = add(&sheet, SHEET_PLAN, NULL, 0);
	heading->number = add_all(&sheet, book, SHEET_ACTION, table->id, 0);
	return sheet;
}

/* Has the field of a storyline a row of its own on the sheet? */
static bool has_own_row(const struct row *storyline, enum field field)
{
	bool is_part = field == FIELD_storyline_ending || field == FIELD_storyline_open_questions;

	return is_part && *row_value(storyline, field_info_of(field)).text;
}

static bool is_said_by(const struct workbook *book, const struct table *table, const struct sheet_row *row,
		       const struct version *version)
{
	const struct storyline *storyline = workbook_storyline(book, table->id);

	switch (row->kind) {
	case SHEET_OFFERS:
		return strcmp(version->id, table->id) == 0;
	case SHEET_STORY:
		return storyline && strcmp(version->id, storyline->id) == 0 &&
		       !has_own_row((const struct row *)(const void *)storyline, version->field->field);
	case SHEET_ENDING:
	case SHEET_QUESTIONS:
		return strcmp(version->id, row->row->id) == 0 && version->field->field == kinds[row->kind].text;
	case SHEET_OFFER:
	case SHEET_STEP:
	case SHEET_SUPPORT:
	case SHEET_NOTE:
	case SHEET_ACTION:
		return strcmp(version->id, row->row->id) == 0;
	case SHEET_NOTES:
	case SHEET_PLAN:
	case SHEET_KINDS:
		break;
	}
	return false;
}

const struct version *sheet_versions(const struct workbook *book, const struct table *table, const struct sheet_row *row,
				     size_t *ret_len)
{
	*ret_len = 0;
	for (size_t i = 0; i < book->versions.len; i++) {
		const struct version *version = &book->versions.at[i];
		if (is_said_by(book, table, row, version))
			return workbook_versions(book, version->id, version->field->field, ret_len);
	}
	return NULL;
}

size_t sheet_find(const struct sheet *sheet, enum sheet_kind kind, const char *id)
{
	size_t i = 0;

	for (; i < sheet->len; i++) {
		const struct sheet_row *at = &sheet->rows[i];
		if (at->kind == kind && strcmp(at->row ? at->row->id : "", id) == 0)
			break;
	}
	return i;
}

enum sheet_kind sheet_kind_of(enum entity entity)
{
	enum sheet_kind kind = 0;

	if (entity == ENTITY_storyline)
		return SHEET_STORY;
	while (kind < SHEET_KINDS && (sheet_is_heading(kind) || kinds[kind].entity != entity))
		kind++;
	return kind;
}

const struct row *sheet_shown(const struct workbook *book, enum sheet_kind kind, const char *id)
{
	enum entity entity = kinds[kind].entity;
	const struct row *row = sheet_is_heading(kind) ? NULL : workbook_find(book, entity, id);

	return row ? bundle_head_of(book, entity, row) : NULL;
}

/* --- moving --------------------------------------------------------------------------------------------------------------- */

/* The places of an owner's rows that are shown, in order, and which of them is the row's own. */
struct siblings {
	const char **places; /* owned */
	size_t len, own;
};

static struct siblings siblings_of(const struct workbook *book, const struct sheet_kind_info *info, const struct row *row)
{
	const char *owner = row_value(row, field_info_of(info->owner)).text;
	size_t len = workbook_len(book, info->entity);
	struct siblings siblings = { .places = mem_new(len, sizeof *siblings.places) };
	struct arena arena = { 0 };
	struct bundles bundles = bundles_of(book, info->entity, &arena);

	for (size_t i = workbook_next(book, info->owner, owner, 0); i < len; i = workbook_next(book, info->owner, owner, i + 1)) {
		const struct row *at = workbook_row(book, info->entity, i);
		if (!bundle_is_head(&bundles, i))
			continue;
		if (at == row)
			siblings.own = siblings.len;
		siblings.places[siblings.len++] = row_value(at, field_info_of(info->pos)).text;
	}
	arena_done(&arena);
	return siblings;
}

/* Past the neighbour. Where a merge has left several at one place, past all of them: there is none between. */
static bool move_within(const struct siblings *siblings, int by, char ret_key[ORDER_LEN])
{
	const char *const *places = siblings->places;
	size_t near = siblings->own + (size_t)by, beyond = near; /* before the first is past the end, too */

	if (near >= siblings->len)
		return false;
	while (beyond < siblings->len && strcmp(places[beyond], places[near]) == 0)
		beyond += (size_t)by;
	const char *far = beyond < siblings->len ? places[beyond] : "";
	if (by < 0)
		order_between(far, places[near], ret_key);
	else
		order_between(places[near], far, ret_key);
	return true;
}

/* The step next to a support's in the sheet, or the storyline next to a step's; NULL: none, or the row has no such owner. */
static const char *owner_beside(const struct sheet *sheet, size_t index, int by)
{
	const struct sheet_row *row = &sheet->rows[index];
	const char *own = row_value(row->row, field_info_of(kinds[row->kind].owner)).text;

	if (row->kind != SHEET_STEP && row->kind != SHEET_SUPPORT)
		return NULL;
	for (size_t i = index; i < sheet->len; i += (size_t)by) {
		const struct sheet_row *at = &sheet->rows[i];
		if (at->kind != SHEET_STEP)
			continue;
		const char *owner = row->kind == SHEET_SUPPORT ? at->row->id : ((const struct step *)(const void *)at->row)->storyline;
		if (strcmp(owner, own) != 0)
			return owner;
	}
	return NULL;
}

/* At the end of the list of the owner before, or at the beginning of that of the owner behind. */
static void move_across(const struct workbook *book, const struct sheet_kind_info *info, const char *owner, int by,
			char ret_key[ORDER_LEN])
{
	size_t first = workbook_next(book, info->owner, owner, 0);

	if (by < 0)
		record_last_place(book, info->owner, owner, ret_key);
	else if (first < workbook_len(book, info->entity))
		order_between("", row_value(workbook_row(book, info->entity, first), field_info_of(info->pos)).text, ret_key);
	else
		order_between("", "", ret_key);
}

bool sheet_move(const struct workbook *book, const struct sheet *sheet, size_t index, int by, struct sheet_place *ret_place)
{
	const struct sheet_row *row = &sheet->rows[index];
	const struct sheet_kind_info *info = sheet_kind_info(row->kind);

	if (!info || info->is_part || !row->bundled)
		return false;
	struct siblings siblings = siblings_of(book, info, row->row);
	ret_place->owner = row_value(row->row, field_info_of(info->owner)).text;
	bool moves = move_within(&siblings, by, ret_place->key);
	free(siblings.places);
	if (moves)
		return true;
	const char *beside = owner_beside(sheet, index, by);
	if (!beside)
		return false;
	ret_place->owner = beside;
	move_across(book, info, beside, by, ret_place->key);
	return true;
}
