#include "sheet_row.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "format/span.h"
#include "format/words.h"

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

/* A spreadsheet counts days from 1899-12-30, and shows the bare number where the cell lost its format. */
static bool read_serial_day(struct span text, struct arena *arena, const char **ret_text)
{
	enum { FIRST = 20000, LAST = 80000, DAY_OF_1970 = 25569 };
	struct span rest = text;
	int64_t day;
	char iso[CALENDAR_ISO_LEN];

	if (!span_take_number(&rest, &day) || rest.len > 0 || day < FIRST || day > LAST)
		return false;
	calendar_iso((day - DAY_OF_1970) * 86400000 + 43200000, iso);
	*ret_text = arena_copy_len(arena, iso, strlen("YYYY-MM-DD"));
	return true;
}

/* A day that somebody is to be spoken to on is compared with today. */
static bool read_day(const struct cell *cell, struct arena *arena, const char **ret_text, struct buf *reason)
{
	char iso[CALENDAR_ISO_LEN];
	int64_t wall_ms;

	if (read_serial_day(cell->text, arena, ret_text))
		return true;
	if (calendar_parse(span_copy_line(arena, cell->text), &wall_ms) == ST_OK) {
		calendar_iso(wall_ms, iso);
		*ret_text = arena_copy_len(arena, iso, strlen("YYYY-MM-DD"));
		return true;
	}
	buf_addf(reason, _("“%s” in column “%s” is no date, like 2026-11-22."), span_excerpt(cell->text).text,
		 span_excerpt(cell->header).text);
	return false;
}

static bool is_day(enum field field)
{
	return field == FIELD_invitation_asked_on || field == FIELD_invitation_next_on;
}

static bool read_text(const struct cell *cell, struct arena *arena, const char **ret_text, struct buf *reason)
{
	bool lines = cell->field->type == FIELD_TYPE_LINES;
	if (is_day(cell->field->field))
		return read_day(cell, arena, ret_text, reason);
	if (cell->field->field == FIELD_card_verified_on && read_serial_day(cell->text, arena, ret_text))
		return true;
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

struct span sheet_row_cell(const struct csv *csv, size_t at, size_t column)
{
	return span_trim(span_of(csv_unguarded(csv_cell(csv, at, column))));
}

static bool begins_with(struct span text, const struct buf *said)
{
	return text.len >= said->len && memcmp(text.at, buf_text(said), said->len) == 0;
}

static bool ends_with(const struct buf *said, struct span text)
{
	return said->len >= text.len && memcmp(buf_text(said) + said->len - text.len, text.at, text.len) == 0;
}

/* Parts that follow without a gap are one text in pieces: some towns write all of it into one of them, or a piece twice. */
static void add_part(struct buf *said, const struct part *part, struct span text)
{
	bool joined = said->len > 0, piece = joined && !part->joint[0];

	if (piece && ends_with(said, text))
		return;
	if (piece && begins_with(text, said))
		buf_clear(said);
	buf_addf(said, "%s%s", joined ? part->joint : "", part->label);
	buf_add(said, text.at, text.len);
}

static bool head_says_anything(const struct csv *csv, size_t at, const struct reading *reading)
{
	for (size_t i = 0; i < reading->head; i++) {
		if (sheet_row_cell(csv, at, reading->parts[i].column).len > 0)
			return true;
	}
	return false;
}

static struct span read_parts(const struct csv *csv, size_t at, const struct reading *reading, struct arena *arena)
{
	struct buf said = { 0 };

	for (size_t i = 0; i < reading->len; i++) {
		struct span text = sheet_row_cell(csv, at, reading->parts[i].column);
		if (text.len > 0)
			add_part(&said, &reading->parts[i], text);
	}
	struct span all = span_of(arena_copy(arena, buf_text(&said)));
	buf_done(&said);
	return all;
}

static const struct reading *choose_reading(const struct csv *csv, size_t at, const struct readings *readings)
{
	for (size_t i = 0; i < readings->len; i++) {
		if (head_says_anything(csv, at, &readings->at[i]))
			return &readings->at[i];
	}
	return readings->len > 0 ? &readings->at[0] : NULL;
}

/* Most fields have one column, whose text need not be copied to be read. */
static struct span read_field(const struct csv *csv, size_t at, const struct readings *readings, struct arena *arena,
			      struct span *ret_header)
{
	const struct reading *reading = choose_reading(csv, at, readings);

	if (!reading)
		return (struct span){ "", 0 };
	*ret_header = sheet_row_cell(csv, 0, reading->parts[0].column);
	if (reading->len == 1 && !reading->parts[0].label[0])
		return sheet_row_cell(csv, at, reading->parts[0].column);
	return read_parts(csv, at, reading, arena);
}

bool sheet_row_read(const struct csv *csv, size_t at, const struct entity_info *info, const struct columns *columns,
		    struct arena *arena, struct sheet_row *ret_row, struct buf *reason)
{
	struct sheet_row read = { .row = arena_new(arena, 1, info->size) };

	read.row->id = read.row->workshop = "";
	for (size_t i = 0; i < info->fields_len; i++) {
		struct cell cell = { .field = &info->fields[i] };
		struct value value = { .text = "" };
		cell.text = read_field(csv, at, &columns->of_field[i], arena, &cell.header);
		if (cell.text.len > 0) {
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
