#include "format/markdown.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void words_stay_words_in_one_line(void **state)
{
	static const struct {
		const char *text, *markdown;
	} rows[] = {
		{ "", "" },
		{ "回覧板の余白「あります」", "回覧板の余白「あります」" },
		{ "*stars* _lines_ `ticks`", "\\*stars\\* \\_lines\\_ \\`ticks\\`" },
		{ "[click](http://example.org)", "\\[click\\](http://example.org)" },
		{ "![picture](x)", "\\!\\[picture\\](x)" },
		{ "<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>" },
		{ "a & b &lt;", "a \\& b \\&lt;" },
		{ "one | two", "one \\| two" },
		{ "back\\slash\\", "back\\\\slash\\\\" },
		{ "\\|", "\\\\\\|" },
		{ "# heading #", "\\# heading \\#" },
		{ "- item", "\\- item" },
		{ "+ item", "\\+ item" },
		{ "1. item", "1\\. item" },
		{ "12) item", "12\\) item" },
		{ "12 items. 3 more", "12 items. 3 more" },
		{ "a - b + c", "a - b + c" },
		{ "--- ", "\\---" },
		{ "===", "\\===" },
		{ "~~gone~~ $x$ {.big}", "\\~\\~gone\\~\\~ \\$x\\$ \\{.big\\}" },
		{ "    no code", "no code" },
		{ "\tno code", "no code" },
		{ "hard break  ", "hard break" },
		{ "two\nlines\r\nand more", "two lines and more" },
		{ "wide   gap", "wide gap" },
		{ "　きっかけ　", "きっかけ" },
		{ "escape \033[2J", "escape \\[2J" },
		{ "turned \xE2\x80\xAE over", "turned over" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf out = { 0 };
		markdown_text(&out, rows[i].text);
		assert_string_equal(buf_text(&out), rows[i].markdown);
		buf_done(&out);
	}
}

static void lines_stay_lines_inside_a_list(void **state)
{
	static const struct {
		const char *text, *markdown;
	} rows[] = {
		{ "", "" },
		{ "one", "one" },
		{ "one\ntwo", "one\\\n  two" },
		{ "one\n\ntwo", "one\n\n  two" },
		{ "one\n \t\n\n\ntwo\n", "one\n\n  two" },
		{ "\n\none", "one" },
		{ "one\n- two\n1. three", "one\\\n  \\- two\\\n  1\\. three" },
		{ "ends in \\\nnext", "ends in \\\\\\\n  next" },
		{ "one\n===", "one\\\n  \\===" },
		{ "one\n    two", "one\\\n  two" },
		{ "　字下げ", "　字下げ" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf out = { 0 };
		markdown_lines(&out, rows[i].text, "  ");
		assert_string_equal(buf_text(&out), rows[i].markdown);
		buf_done(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_stay_words_in_one_line),
		cmocka_unit_test(lines_stay_lines_inside_a_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
