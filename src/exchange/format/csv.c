#include "exchange/csv.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "span.h"

#include <stdlib.h>
#include <string.h>

/* Every cell takes at most the bytes it was written with and, for its NUL, the separator or line end behind it: `out`
 * has room for the whole text and one byte. */
struct reader {
	struct csv csv;
	const char *at, *end;
	char *out;
	char separator;
	size_t number; /* of the row, as a spreadsheet counts */
	struct fault *fault;
};

static bool take(struct reader *reader, char c)
{
	if (reader->at == reader->end || *reader->at != c)
		return false;
	reader->at++;
	return true;
}

static bool is_cell_end(const struct reader *reader)
{
	if (reader->at == reader->end)
		return true;
	return *reader->at == reader->separator || *reader->at == '\n' || *reader->at == '\r';
}

/* One past the last that is in use, growing by doubling. */
static void *grown(void *array, size_t len, size_t *room, size_t size)
{
	if (len < *room)
		return array;
	*room = *room ? *room * 2 : 64;
	return mem_grow(array, *room, size);
}

static struct csv_row *newest_row(struct csv *csv)
{
	return &csv->rows[csv->rows_len - 1];
}

static enum status read_quoted(struct reader *reader)
{
	const size_t column = newest_row(&reader->csv)->len;

	while (reader->at < reader->end) {
		bool mark = take(reader, '"');
		if (mark && !take(reader, '"')) {
			if (is_cell_end(reader))
				return ST_OK;
			return fault_set(reader->fault, ST_INVALID,
					 _("Row %zu, column %zu: there is text behind the closing quotation mark. "
					   "Inside a quoted cell a quotation mark is written twice."),
					 reader->number, column);
		}
		*reader->out++ = mark ? '"' : *reader->at++;
	}
	return fault_set(reader->fault, ST_INVALID,
			 _("Row %zu, column %zu: the quotation mark that opens there is never closed."), reader->number,
			 column);
}

static enum status read_cell(struct reader *reader)
{
	struct csv *csv = &reader->csv;
	enum status st = ST_OK;

	csv->cells = grown(csv->cells, csv->cells_len, &csv->cells_room, sizeof *csv->cells);
	csv->cells[csv->cells_len++] = reader->out;
	newest_row(csv)->len++;
	if (take(reader, '"'))
		st = read_quoted(reader);
	else
		while (!is_cell_end(reader))
			*reader->out++ = *reader->at++;
	*reader->out++ = '\0';
	return st;
}

static bool is_blank(const struct csv *csv, const struct csv_row *row)
{
	for (size_t i = 0; i < row->len; i++) {
		if (span_trim(span_of(csv->cells[row->first + i])).len > 0)
			return false;
	}
	return true;
}

static enum status read_row(struct reader *reader)
{
	struct csv *csv = &reader->csv;

	csv->rows = grown(csv->rows, csv->rows_len, &csv->rows_room, sizeof *csv->rows);
	csv->rows[csv->rows_len++] = (struct csv_row){ .number = ++reader->number, .first = csv->cells_len };
	do {
		enum status st = read_cell(reader);
		if (st != ST_OK)
			return st;
	} while (take(reader, reader->separator));
	take(reader, '\r');
	take(reader, '\n');

	struct csv_row *row = newest_row(csv);
	if (is_blank(csv, row)) {
		csv->cells_len = row->first;
		csv->rows_len--;
	}
	return ST_OK;
}

enum status csv_parse(const char *text, size_t len, char separator, struct csv *ret_csv, struct fault *fault)
{
	struct reader reader = { .at = text, .end = text + len, .separator = separator, .fault = fault };
	enum status st = ST_OK;

	reader.csv.bytes = mem_new(len + 1, 1);
	reader.out = reader.csv.bytes;
	while (st == ST_OK && reader.at < reader.end)
		st = read_row(&reader);
	if (st == ST_OK) {
		csv_done(ret_csv);
		*ret_csv = reader.csv;
	} else {
		csv_done(&reader.csv);
	}
	return st;
}

void csv_done(struct csv *csv)
{
	free(csv->rows);
	free(csv->cells);
	free(csv->bytes);
	*csv = (struct csv){ 0 };
}

char csv_separator(const char *text, size_t len)
{
	size_t line = 0;

	while (line < len && text[line] != '\n' && text[line] != '\r')
		line++;
	return memchr(text, '\t', line) && !memchr(text, ',', line) ? '\t' : ',';
}

const char *csv_cell(const struct csv *csv, size_t row, size_t column)
{
	return column < csv->rows[row].len ? csv->cells[csv->rows[row].first + column] : "";
}
