#include "exchange/import.h"

#include "exchange/csv.h"
#include "format/door.h"
#include "sheet_row.h"
#include "text/text.h"

static enum status read_headers(const struct buf *text, struct arena *arena, const char ***ret_headers, size_t *ret_len,
				struct fault *fault)
{
	struct buf clean = { 0 };
	struct csv csv = { 0 };

	text_clean(&clean, buf_text(text), text->len, true);
	enum status st = csv_parse(buf_text(&clean), clean.len, csv_separator(buf_text(&clean), clean.len), &csv, fault);
	size_t len = st == ST_OK && csv.rows_len ? csv.rows[0].len : 0;
	const char **headers = arena_new(arena, len, sizeof *headers);
	for (size_t i = 0; i < len; i++)
		headers[i] = span_copy_line(arena, sheet_row_cell(&csv, 0, i));
	if (st == ST_OK) {
		*ret_headers = headers;
		*ret_len = len;
	}
	csv_done(&csv);
	buf_done(&clean);
	return st;
}

enum status import_headers(const char *path, struct arena *arena, const char ***ret_headers, size_t *ret_len, struct fault *fault)
{
	struct buf text = { 0 };
	const char *encoding = NULL;
	enum status st = door_read(path, DOOR_SHEET_BYTES, NULL, &text, &encoding, fault);

	if (st == ST_OK)
		st = read_headers(&text, arena, ret_headers, ret_len, fault);
	buf_done(&text);
	return st;
}
