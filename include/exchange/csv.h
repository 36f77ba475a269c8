/* csv.h - comma-separated text (RFC 4180), as spreadsheets write it and as they can safely open it.
 * Floor: exchange. Text is UTF-8; other encodings are text/encoding.h's work. */
#ifndef EXCHANGE_CSV_H
#define EXCHANGE_CSV_H

#include "base/buf.h"
#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A row that holds anything. `number` is the one the spreadsheet shows beside it: the first is 1, blank rows count, the
 * lines inside a quoted cell do not. */
struct csv_row {
	size_t number;
	size_t first; /* of its cells, in csv.cells */
	size_t len;
};

/* Zeroed is a valid empty one. Owns everything. */
struct csv {
	struct csv_row *rows;
	size_t rows_len, rows_room;
	char **cells;
	size_t cells_len, cells_room;
	char *bytes;
};

void csv_done(struct csv *csv);

/* Reads cells between `separator`s; lines end in LF, CRLF or CR, quoted cells may hold all of these. Rows of empty
 * cells are left out. ST_INVALID names the row and the column (a quotation mark that never ends, text behind one).
 * *ret_csv is written on success only; what it held is freed. */
MUST_CHECK enum status csv_parse(const char *text, size_t len, char separator, struct csv *ret_csv,
				 struct fault *fault);

/* ',' unless the first line has tabs and no comma ("Unicode text" of Excel). */
char csv_separator(const char *text, size_t len);

/* A cell of a row as it was written; "" beyond its end. */
const char *csv_cell(const struct csv *csv, size_t row, size_t column);

/* Appends rows to out. Zeroed but for `out` is the plain form. */
struct csv_writer {
	struct buf *out; /* borrowed */
	bool crlf;       /* as Excel wants it, else LF */
	bool unguarded;  /* for programs, which take a cell at its word */
	bool in_row;
};
/* UTF-8's byte-order mark, at the very start; without it Excel takes the file for CP932. */
void csv_write_mark(struct csv_writer *csv);
/* Sanitised, quoted where needed, and guarded: a cell that a spreadsheet would take for a formula (one that begins
 * with = + - @, TAB or a line break, also full-width) is written with a ' before it. */
void csv_write_text(struct csv_writer *csv, const char *text);
void csv_write_number(struct csv_writer *csv, int64_t number);
void csv_end_row(struct csv_writer *csv);

/* The text without the guard that csv_write_text() gave it: a view into text. */
const char *csv_unguarded(const char *text);

#endif
