#include "exchange/csv.h"

#include "base/mem.h"
#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/* Rows as "2:a|b;4:c": the number a spreadsheet shows, then the cells. */
static void assert_rows(const char *text, char separator, const char *expected)
{
	struct csv csv = { 0 };
	struct fault fault = { 0 };
	struct buf seen = { 0 };

	if (csv_parse(text, strlen(text), separator, &csv, &fault) != ST_OK)
		fail_msg("“%s”: %s", text, fault.text);
	for (size_t row = 0; row < csv.rows_len; row++) {
		buf_addf(&seen, "%s%zu:", row ? ";" : "", csv.rows[row].number);
		for (size_t k = 0; k < csv.rows[row].len; k++)
			buf_addf(&seen, "%s%s", k ? "|" : "", csv_cell(&csv, row, k));
		assert_string_equal(csv_cell(&csv, row, csv.rows[row].len), "");
	}
	assert_string_equal(buf_text(&seen), expected);
	buf_done(&seen);
	csv_done(&csv);
}

static void cells_are_what_the_spreadsheet_showed(void **state)
{
	(void)state;
	static const struct {
		const char *text, *rows;
	} rows[] = {
		{ "", "" },
		{ "\n\r\n \n,,\n", "" },
		{ "a", "1:a" },
		{ "a,b\n", "1:a|b" },
		{ "a,b\r\nc,d\r\n", "1:a|b;2:c|d" },
		{ "a\rb\r", "1:a;2:b" },
		{ "a,,c,\n", "1:a||c|" },
		{ "a\n\n \n　,\nb\n", "1:a;5:b" },
		{ "\"a,b\",\"c\"", "1:a,b|c" },
		{ "\"a\nb\",c\r\nd\n", "1:a\nb|c;2:d" },
		{ "\"a\r\nb\"\nc", "1:a\r\nb;2:c" },
		{ "\"say \"\"hi\"\"\",x", "1:say \"hi\"|x" },
		{ "\"\",x\n\"\"\"\"", "1:|x;2:\"" },
		{ "5\" pipe, \"q\" \n", "1:5\" pipe| \"q\" " },
		{ " a , b\n", "1: a | b" },
		{ "名前,所属\n山田　花子,\"つむぎ市, 北町\"\n", "1:名前|所属;2:山田　花子|つむぎ市, 北町" },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		assert_rows(rows[i].text, ',', rows[i].rows);
	assert_rows("a,1\tb\n\"c\td\"\te", '\t', "1:a,1|b;2:c\td|e");
}

static void a_broken_file_is_told_by_row_and_column(void **state)
{
	(void)state;
	static const struct {
		const char *text, *where, *what;
	} rows[] = {
		{ "a,\"b\n", "Row 1, column 2:", "never closed" },
		{ "a\n\nb\n\"x\ny\",c,\"", "Row 4, column 3:", "never closed" },
		{ "a,b\n\"c\"d,e\n", "Row 2, column 1:", "behind the closing quotation mark" },
		{ "\"c\" ,e\n", "Row 1, column 1:", "behind the closing quotation mark" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct csv csv = { .rows_len = 7 };
		struct fault fault = { 0 };
		assert_int_equal(csv_parse(rows[i].text, strlen(rows[i].text), ',', &csv, &fault), ST_INVALID);
		assert_non_null(strstr(fault.text, rows[i].where));
		assert_non_null(strstr(fault.text, rows[i].what));
		assert_int_equal(csv.rows_len, 7);
	}
}

static void tabs_separate_where_the_first_line_has_no_comma(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		char separator;
	} rows[] = { { "a,b\n", ',' }, { "a\tb\n", '\t' }, { "a\tb,c\n", ',' }, { "a\nb\tc\n", ',' }, { "", ',' } };

	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(csv_separator(rows[i].text, strlen(rows[i].text)), rows[i].separator);
}

static void no_cell_is_written_as_a_formula(void **state)
{
	(void)state;
	static const struct {
		const char *text, *cell;
	} rows[] = {
		{ "", "" },
		{ "plain", "plain" },
		{ "a b", "\"a b\"" },
		{ "a,b", "\"a,b\"" },
		{ "a\"b", "\"a\"\"b\"" },
		{ "a\r\nb", "\"a\nb\"" },
		{ "=1+1", "'=1+1" },
		{ "+81-3", "'+81-3" },
		{ "-1", "'-1" },
		{ "@x", "'@x" },
		{ "\t=1", "\"'\t=1\"" },
		{ "\r=1", "\"'\n=1\"" },
		{ "＝1", "'＝1" },
		{ "＋1", "'＋1" },
		{ "－1", "'－1" },
		{ "＠x", "'＠x" },
		{ "'=1", "''=1" },
		{ "'quoted'", "'quoted'" },
		{ "\x1b[31mred\xe2\x80\xae", "[31mred" },
		{ "\xe2\x80\xae=1", "'=1" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf page = { 0 };
		struct csv_writer writer = { .out = &page };
		csv_write_text(&writer, rows[i].text);
		assert_string_equal(buf_text(&page), rows[i].cell);
		buf_done(&page);
	}
}

static void rows_are_written_for_excel_or_plainly(void **state)
{
	(void)state;
	struct buf page = { 0 };
	struct csv_writer writer = { .out = &page, .crlf = true };

	csv_write_mark(&writer);
	csv_write_text(&writer, "名前");
	csv_write_number(&writer, -3);
	csv_end_row(&writer);
	csv_write_text(&writer, "");
	csv_write_text(&writer, "x");
	csv_end_row(&writer);
	assert_string_equal(buf_text(&page), "\xEF\xBB\xBF名前,-3\r\n,x\r\n");
	buf_clear(&page);
	writer.crlf = false;
	csv_write_number(&writer, 1);
	csv_end_row(&writer);
	assert_string_equal(buf_text(&page), "1\n");
	buf_done(&page);
}

static const char *random_cell(struct dice *dice, struct buf *cell)
{
	static const char *const pieces[] = { "\"", ",", "\n", "\t", " ", "'", "=", "＝", "-", "@", "a", "あ", "x" };
	size_t len = dice_below(dice, 6);

	buf_clear(cell);
	for (size_t i = 0; i < len; i++)
		buf_add_text(cell, pieces[dice_below(dice, COUNT(pieces))]);
	return buf_text(cell);
}

/* The last cell of every row is a mark, so that no row is blank. */
static void what_is_written_reads_back(void **state)
{
	(void)state;
	enum { ROWS = 5, COLUMNS = 4 };
	struct dice dice = dice_take(__func__);

	for (int round = 0; round < 2000; round++) {
		struct buf cells[ROWS][COLUMNS] = { 0 }, page = { 0 };
		struct csv_writer writer = { .out = &page, .crlf = dice_below(&dice, 2) };
		struct csv csv = { 0 };
		struct fault fault = { 0 };
		for (size_t row = 0; row < ROWS; row++) {
			for (size_t column = 0; column < COLUMNS; column++)
				csv_write_text(&writer, random_cell(&dice, &cells[row][column]));
			csv_write_text(&writer, "!");
			csv_end_row(&writer);
		}
		if (csv_parse(buf_text(&page), page.len, ',', &csv, &fault) != ST_OK)
			fail_msg("%s", fault.text);
		assert_int_equal(csv.rows_len, ROWS);
		for (size_t row = 0; row < ROWS; row++) {
			assert_int_equal(csv.rows[row].number, row + 1);
			for (size_t column = 0; column < COLUMNS; column++)
				assert_string_equal(csv_unguarded(csv_cell(&csv, row, column)),
						    buf_text(&cells[row][column]));
		}
		for (size_t i = 0; i < ROWS * COLUMNS; i++)
			buf_done(&cells[0][0] + i);
		csv_done(&csv);
		buf_done(&page);
	}
}

static void any_bytes_are_read_or_refused_with_a_sentence(void **state)
{
	(void)state;
	struct dice dice = dice_take(__func__);

	for (int round = 0; round < 5000; round++) {
		char text[40];
		size_t len = dice_below(&dice, sizeof text);
		struct csv csv = { 0 };
		struct fault fault = { 0 };
		for (size_t i = 0; i < len; i++)
			text[i] = "\",\n\r\t a\xff"[dice_below(&dice, 8)];
		if (csv_parse(text, len, ',', &csv, &fault) != ST_OK)
			assert_true(strlen(fault.text) > 0);
		csv_done(&csv);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_are_what_the_spreadsheet_showed),
		cmocka_unit_test(a_broken_file_is_told_by_row_and_column),
		cmocka_unit_test(tabs_separate_where_the_first_line_has_no_comma),
		cmocka_unit_test(no_cell_is_written_as_a_formula),
		cmocka_unit_test(rows_are_written_for_excel_or_plainly),
		cmocka_unit_test(what_is_written_reads_back),
		cmocka_unit_test(any_bytes_are_read_or_refused_with_a_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
