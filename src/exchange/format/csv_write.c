#include "exchange/csv.h"

#include "base/mem.h"
#include "text/text.h"

#include <string.h>

/* What makes a spreadsheet run a cell (OWASP, "CSV injection"), also as an input method types it. */
static bool is_formula(const char *text)
{
	static const char *const starts[] = { "=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠" };

	for (size_t i = 0; i < COUNT(starts); i++) {
		if (strncmp(text, starts[i], strlen(starts[i])) == 0)
			return true;
	}
	return false;
}

/* A text that looks guarded already gets one more guard, so that taking one off always gives the text back. */
static bool wants_guard(const char *text)
{
	return is_formula(text + strspn(text, "'"));
}

const char *csv_unguarded(const char *text)
{
	return text[0] == '\'' && wants_guard(text) ? text + 1 : text;
}

void csv_write_mark(struct csv_writer *csv)
{
	buf_add_text(csv->out, "\xEF\xBB\xBF");
}

static void begin_cell(struct csv_writer *csv)
{
	if (csv->in_row)
		buf_add_char(csv->out, ',');
	csv->in_row = true;
}

static void add_quoted(struct buf *out, const char *text)
{
	buf_add_char(out, '"');
	for (; *text; text++) {
		if (*text == '"')
			buf_add_char(out, '"');
		buf_add_char(out, *text);
	}
	buf_add_char(out, '"');
}

void csv_write_text(struct csv_writer *csv, const char *text)
{
	struct buf cell = { 0 };

	begin_cell(csv);
	text_clean(&cell, text, strlen(text), true);
	if (!csv->unguarded && wants_guard(buf_text(&cell)))
		buf_insert(&cell, 0, "'", 1);
	/* Spaces at the ends would be lost on people who read cells trimmed. */
	if (strpbrk(buf_text(&cell), ",\"\n\t ") != NULL)
		add_quoted(csv->out, buf_text(&cell));
	else
		buf_add(csv->out, buf_text(&cell), cell.len);
	buf_done(&cell);
}

void csv_write_number(struct csv_writer *csv, int64_t number)
{
	begin_cell(csv);
	buf_addf(csv->out, "%lld", (long long)number);
}

void csv_end_row(struct csv_writer *csv)
{
	buf_add_text(csv->out, csv->crlf ? "\r\n" : "\n");
	csv->in_row = false;
}
