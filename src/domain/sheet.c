#include "domain/sheet.h"

#include "domain/order.h"

#include <string.h>

static const struct sheet_kind_info kinds[SHEET_KINDS] = {
	[SHEET_OFFER] = { ENTITY_offer, FIELD_offer_table, FIELD_offer_pos, FIELD_offer_text, false },
	[SHEET_STEP] = { ENTITY_step, FIELD_step_storyline, FIELD_step_pos, FIELD_step_text, false },
	[SHEET_SUPPORT] = { ENTITY_support, FIELD_support_step, FIELD_support_pos, FIELD_support_name, false },
	[SHEET_ENDING] = { ENTITY_storyline, FIELD_storyline_table, FIELD_storyline_pos, FIELD_storyline_ending, true },
	[SHEET_QUESTIONS] = { ENTITY_storyline, FIELD_storyline_table, FIELD_storyline_pos, FIELD_storyline_open_questions, true },
	[SHEET_NOTE] = { ENTITY_note, FIELD_note_table, FIELD_note_pos, FIELD_note_text, false },
};

bool sheet_is_heading(enum sheet_kind kind)
{
	return kind == SHEET_OFFERS || kind == SHEET_STORY || kind == SHEET_NOTES;
}

const struct sheet_kind_info *sheet_kind_info(enum sheet_kind kind)
{
	return sheet_is_heading(kind) ? NULL : &kinds[kind];
}

static struct sheet_row *add(struct sheet *sheet, enum sheet_kind kind, const struct row *row, size_t number)
{
	struct sheet_row *at = &sheet->rows[sheet->len++];

	*at = (struct sheet_row){ kind, row, number };
	return at;
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

struct sheet sheet_of(const struct workbook *book, const struct table *table, struct arena *arena)
{
	size_t most = 3 + book->offers.len + 2 * book->storylines.len + book->steps.len + book->supports.len + book->notes.len;
	struct sheet sheet = { .rows = arena_new(arena, most, sizeof *sheet.rows) };
	struct sheet_row *heading = add(&sheet, SHEET_OFFERS, NULL, 0);

	heading->number = add_all(&sheet, book, SHEET_OFFER, table->id, 0);
	heading = add(&sheet, SHEET_STORY, NULL, 0);
	heading->number = add_stories(&sheet, book, table->id);
	heading = add(&sheet, SHEET_NOTES, NULL, 0);
	heading->number = add_all(&sheet, book, SHEET_NOTE, table->id, 0);
	return sheet;
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

static const char *place_of(const struct workbook *book, const struct sheet_kind_info *info, size_t index)
{
	return row_value(workbook_row(book, info->entity, index), field_info_of(info->pos)).text;
}

bool sheet_move(const struct workbook *book, const struct sheet_row *row, int by, char ret_key[])
{
	const struct sheet_kind_info *info = sheet_kind_info(row->kind);
	size_t len = info ? workbook_len(book, info->entity) : 0;
	/* The places of the last two siblings before the row, and of the first two after it; "" where there is none. */
	const char *before[2] = { "", "" }, *after[2] = { "", "" };
	size_t befores = 0, afters = 0;
	bool passed = false;

	if (!info || info->is_part)
		return false;
	const char *owner = row_value(row->row, field_info_of(info->owner)).text;
	for (size_t i = workbook_next(book, info->owner, owner, 0); i < len; i = workbook_next(book, info->owner, owner, i + 1)) {
		if (workbook_row(book, info->entity, i) == row->row) {
			passed = true;
		} else if (!passed) {
			before[0] = before[1];
			before[1] = place_of(book, info, i);
			befores++;
		} else if (afters < 2) {
			after[afters++] = place_of(book, info, i);
		}
	}
	if (by < 0 ? befores == 0 : afters == 0)
		return false;
	if (by < 0)
		order_between(before[0], before[1], ret_key);
	else
		order_between(after[0], after[1], ret_key);
	return true;
}
