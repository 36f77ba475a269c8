#include "domain/sheet.h"

#include "domain/order.h"

static const struct sheet_kind_info kinds[] = {
	[SHEET_OFFER] = { ENTITY_offer, FIELD_offer_table, FIELD_offer_pos, FIELD_offer_text },
	[SHEET_STEP] = { ENTITY_step, FIELD_step_storyline, FIELD_step_pos, FIELD_step_text },
	[SHEET_SUPPORT] = { ENTITY_support, FIELD_support_step, FIELD_support_pos, FIELD_support_name },
	[SHEET_NOTE] = { ENTITY_note, FIELD_note_table, FIELD_note_pos, FIELD_note_text },
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

static size_t add_all(struct sheet *sheet, const struct workbook *book, enum sheet_kind kind, const char *owner)
{
	const struct sheet_kind_info *info = &kinds[kind];
	size_t len = workbook_len(book, info->entity), number = 0;

	for (size_t i = workbook_next(book, info->owner, owner, 0); i < len; i = workbook_next(book, info->owner, owner, i + 1)) {
		const struct row *row = workbook_row(book, info->entity, i);
		add(sheet, kind, row, ++number);
		if (kind == SHEET_STEP)
			add_all(sheet, book, SHEET_SUPPORT, row->id);
	}
	return number;
}

static void add_part(struct sheet *sheet, const struct workbook *book, enum sheet_kind heading, enum sheet_kind kind,
		     const char *owner)
{
	struct sheet_row *at = add(sheet, heading, NULL, 0);

	at->number = owner ? add_all(sheet, book, kind, owner) : 0;
}

struct sheet sheet_of(const struct workbook *book, const struct table *table, struct arena *arena)
{
	const struct storyline *storyline = workbook_storyline(book, table->id);
	size_t most = 3 + book->offers.len + book->steps.len + book->supports.len + book->notes.len;
	struct sheet sheet = { .rows = arena_new(arena, most, sizeof *sheet.rows) };

	add_part(&sheet, book, SHEET_OFFERS, SHEET_OFFER, table->id);
	add_part(&sheet, book, SHEET_STORY, SHEET_STEP, storyline ? storyline->id : NULL);
	add_part(&sheet, book, SHEET_NOTES, SHEET_NOTE, table->id);
	return sheet;
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

	if (!info)
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
