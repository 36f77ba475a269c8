#include "sheet_row.h"

#include "base/i18n.h"
#include "span.h"
#include "words.h"

#include <string.h>

/* A cell and where it stands, for the sentence about it. */
struct cell {
	struct span text;
	struct span header;
	const struct field_info *field;
};

static bool read_code(const struct cell *cell, int64_t *ret_number, struct buf *reason)
{
	struct buf words = { 0 };
	unsigned code;

	if (words_code(cell->field->codes, cell->text, &code)) {
		*ret_number = code;
		return true;
	}
	words_list(&words, cell->field->codes);
	buf_addf(reason, _("“%s” in column “%s” is none of: %s."), span_excerpt(cell->text).text,
		 span_excerpt(cell->header).text, buf_text(&words));
	buf_done(&words);
	return false;
}

static bool read_tick(const struct cell *cell, int64_t *ret_number, struct buf *reason)
{
	bool yes = false;

	if (!words_yes_no(cell->text, &yes)) {
		buf_addf(reason, _("“%s” in column “%s” is neither yes nor no."), span_excerpt(cell->text).text,
			 span_excerpt(cell->header).text);
		return false;
	}
	*ret_number = yes;
	return true;
}

static bool read_number(const struct cell *cell, int64_t *ret_number, struct buf *reason)
{
	struct span rest = cell->text;

	if (cell->field->limit == 1)
		return read_tick(cell, ret_number, reason);
	if (span_take_number(&rest, ret_number) && rest.len == 0 && *ret_number <= cell->field->limit)
		return true;
	buf_addf(reason, _("“%s” in column “%s” is not a number from 0 to %lld."), span_excerpt(cell->text).text,
		 span_excerpt(cell->header).text, (long long)cell->field->limit);
	return false;
}

static bool read_text(const struct cell *cell, struct arena *arena, const char **ret_text, struct buf *reason)
{
	bool lines = cell->field->type == FIELD_TYPE_LINES;
	const char *text = lines ? span_copy(arena, cell->text) : span_copy_line(arena, cell->text);

	if (strlen(text) > (size_t)cell->field->limit) {
		buf_addf(reason, _("“%s” in column “%s” is too long (%zu bytes; at most %lld)."),
			 span_excerpt(cell->text).text, span_excerpt(cell->header).text, strlen(text),
			 (long long)cell->field->limit);
		return false;
	}
	*ret_text = text;
	return true;
}

static bool read_value(const struct cell *cell, struct arena *arena, struct value *value, struct buf *reason)
{
	if (cell->field->type == FIELD_TYPE_CODE)
		return read_code(cell, &value->number, reason);
	if (field_type_is_text(cell->field->type))
		return read_text(cell, arena, &value->text, reason);
	return read_number(cell, &value->number, reason);
}

/* Our own export writes 0 where a card has no number. */
static bool is_no_number(const struct cell *cell, const struct value *value)
{
	return cell->field->type == FIELD_TYPE_NUMBER && cell->field->limit > 1 && value->number == 0;
}

static struct span cell_text(const struct csv *csv, size_t at, size_t column)
{
	return span_trim(span_of(column == NO_COLUMN ? "" : csv_unguarded(csv_cell(csv, at, column))));
}

bool sheet_row_read(const struct csv *csv, size_t at, const struct entity_info *info, const struct columns *columns,
		    struct arena *arena, struct sheet_row *ret_row, struct buf *reason)
{
	struct sheet_row read = { .row = arena_new(arena, 1, info->size) };

	read.row->id = read.row->workshop = "";
	for (size_t i = 0; i < info->fields_len; i++) {
		struct cell cell = { .text = cell_text(csv, at, columns->of_field[i]), .field = &info->fields[i] };
		struct value value = { .text = "" };
		if (cell.text.len > 0) {
			cell.header = cell_text(csv, 0, columns->of_field[i]);
			if (!read_value(&cell, arena, &value, reason))
				return false;
			if (!is_no_number(&cell, &value))
				read.said |= UINT64_C(1) << i;
		}
		row_set(read.row, cell.field, value);
	}
	*ret_row = read;
	return true;
}
