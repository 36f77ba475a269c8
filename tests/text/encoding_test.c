#include "base/mem.h"
#include "text/encoding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define BYTES(literal) literal, sizeof literal - 1

static void spreadsheets_files_become_utf8(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		size_t len;
		const char *name, *text, *found;
	} rows[] = {
		{ BYTES(""), NULL, "", "utf-8" },
		{ BYTES("a,b\r\n"), NULL, "a,b\r\n", "utf-8" },
		{ BYTES("\xEF\xBB\xBF名称"), NULL, "名称", "utf-8" },
		{ BYTES("名称"), NULL, "名称", "utf-8" },
		{ BYTES("名称"), "UTF-8", "名称", "utf-8" },
		{ BYTES("\xEF\xBB\xBF名称"), "utf8", "名称", "utf-8" },
		{ BYTES("\xFF\xFE\x0D\x54\xF0\x79"), NULL, "名称", "utf-16le" },
		{ BYTES("\xFE\xFF\x54\x0D\x79\xF0"), NULL, "名称", "utf-16be" },
		{ BYTES("\xFE\xFF\x54\x0D\x79\xF0"), "utf-16", "名称", "utf-16be" },
		{ BYTES("\x0D\x54\xF0\x79"), "UTF-16", "名称", "utf-16le" },
		{ BYTES("\xFF\xFE\x42\xD8\xB7\xDF"), NULL, "𠮷", "utf-16le" },
		{ BYTES("\x96\xBC\x8F\xCC"), NULL, "名称", "cp932" },
		{ BYTES("\x96\xBC\x8F\xCC"), "Shift_JIS", "名称", "cp932" },
		{ BYTES("\x87\x40\x87\x8A\xFB\xFC\xED\x95"), NULL, "①㈱髙﨑", "cp932" }, /* NEC and IBM rows */
		{ BYTES("\x81\x60\x81\x7C\\~\x83\x5C"), NULL, "～－\\~ソ", "cp932" },
		{ BYTES("\xB6\xDE"), NULL, "ｶﾞ", "cp932" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf out = { 0 };
		struct fault fault = { 0 };
		const char *found = NULL;
		buf_add_text(&out, "+");
		assert_int_equal(encoding_to_utf8(rows[i].bytes, rows[i].len, rows[i].name, &out, &found, &fault), ST_OK);
		assert_string_equal(buf_text(&out) + 1, rows[i].text);
		assert_string_equal(found, rows[i].found);
		assert_string_equal(fault.text, "");
		buf_done(&out);
	}
}

static void what_does_not_fit_is_named_by_its_line(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		size_t len;
		const char *name, *said;
	} rows[] = {
		{ BYTES("a\nb\n\xFF\n"), "utf-8", "Line 3 is not text in utf-8" },
		{ BYTES("a\r\nb\xE3\x81"), "utf-8", "Line 2 is not text in utf-8" },
		{ BYTES("\xED\xA0\x80"), "utf-8", "Line 1 is not text in utf-8" },
		{ BYTES("a\rb\r\xFF"), "utf-8", "Line 3 " },
		{ BYTES("a\n\x81"), "cp932", "Line 2 is not text in cp932" },
		{ BYTES("\xF0\x9F\x98\x80"), "cp932", "Line 1 " },
		{ BYTES("\xFF\xFE\x0D"), NULL, "Line 1 is not text in utf-16le" },
		{ BYTES("\xFF\xFE\n\0\x00\xD8"), NULL, "Line 2 is not text in utf-16le" },
		{ BYTES("\xEF\xBB\xBF""a\n\xFF"), NULL, "Line 2 is not text in utf-8" },
		{ BYTES("名\n称\n\xFF\xFF"), NULL, "Line 3 is text neither" },
		{ BYTES("a\n\x96\xBC\n\x8F\xCC\n\xFF\xFF"), NULL, "Line 4 is text neither" },
		{ BYTES("\x7F""ELF\0\0\0"), NULL, "Line 1 " },
		{ BYTES("a\nb\0c"), "utf-8", "Line 2 " },
		{ BYTES("a"), "ebcdic", "“ebcdic”" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf out = { 0 };
		struct fault fault = { 0 };
		const char *found = "untouched";
		buf_add_text(&out, "+");
		assert_int_equal(encoding_to_utf8(rows[i].bytes, rows[i].len, rows[i].name, &out, &found, &fault), ST_INVALID);
		assert_memory_equal(fault.text, rows[i].said, strlen(rows[i].said));
		assert_string_equal(buf_text(&out), "+");
		assert_string_equal(found, "untouched");
		buf_done(&out);
	}
}

static void a_long_file_is_converted_in_pieces_without_a_seam(void **state)
{
	(void)state;
	struct buf bytes = { 0 }, wanted = { 0 }, out = { 0 };

	for (int i = 0; i < 5000; i++) {
		buf_add(&bytes, "\x96\xBC\x8F\xCC,a\r\n", 8);
		buf_add_text(&wanted, "名称,a\r\n");
	}
	assert_int_equal(encoding_to_utf8(bytes.bytes, bytes.len, NULL, &out, NULL, NULL), ST_OK);
	assert_string_equal(buf_text(&out), buf_text(&wanted));
	buf_done(&bytes);
	buf_done(&wanted);
	buf_done(&out);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(spreadsheets_files_become_utf8),
		cmocka_unit_test(what_does_not_fit_is_named_by_its_line),
		cmocka_unit_test(a_long_file_is_converted_in_pieces_without_a_seam),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
