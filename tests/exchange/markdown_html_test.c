#include "format/markdown_html.h"

#include "base/mem.h"
#include "format/markdown.h"
#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void what_reports_are_written_in_becomes_html(void **state)
{
	static const struct {
		const char *markdown, *html;
	} rows[] = {
		{ "", "" },
		{ "# Title\n", "<h1>Title</h1>\n" },
		{ "#### A **b** c\n", "<h4>A <b>b</b> c</h4>\n" },
		{ "one\ntwo\n\nthree\n", "<p>one\ntwo</p>\n<p>three</p>\n" },
		{ "one\\\ntwo\n", "<p>one<br>\ntwo</p>\n" },
		{ "one\\\n- two\n", "<p>one<br>\n- two</p>\n" },
		{ "- a\n- b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n" },
		{ "- a\n  - b\n- c\n", "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n" },
		{ "1. a\n   - b\n2. c\n\n- d\n", "<ol>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ol>\n<ul>\n<li>d</li>\n</ul>\n" },
		{ "- a\\\n  b\n- c\n", "<ul>\n<li>a<br>\nb</li>\n<li>c</li>\n</ul>\n" },
		{ "- a\n\n  b\n", "<ul>\n<li>a<p>b</p>\n</li>\n</ul>\n" },
		{ "- a\n## B\n", "<ul>\n<li>a</li>\n</ul>\n<h2>B</h2>\n" },
		{ "| a | b |\n| --- | ---: |\n| 1\\|2 |  |\n\nend\n",
		  "<table>\n<tr><th>a</th><th class=\"number\">b</th></tr>\n<tr><td>1|2</td><td class=\"number\"></td></tr>\n</table>\n<p>end</p>\n" },
		{ "\\<b\\> \\& \\\\\n", "<p>&lt;b&gt; &amp; \\</p>\n" },
		{ "1\\. a\n", "<p>1. a</p>\n" },
		{ "**open\n", "<p><b>open</b></p>\n" },
		{ "#no heading\n", "<p>#no heading</p>\n" },
		{ "|", "<table>\n<tr></tr>\n</table>\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf out = { 0 };
		markdown_to_html(&out, rows[i].markdown);
		assert_string_equal(buf_text(&out), rows[i].html);
		buf_done(&out);
	}
}

/* Whatever people typed comes out as they typed it, and each tag that is opened is closed. */
static void typed_text_stays_text(void **state)
{
	static const char *const pieces[] = { "<", "&", "*", "**", "\\", "|", "# ", "- ", "1. ", "\n", "\n\n", "あ", " ", "`", "---" };
	enum { ROUNDS = 2000, PIECES = 12 };
	struct dice dice = dice_take("typed_text_stays_text");

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct buf typed = { 0 }, markdown = { 0 }, out = { 0 };
		size_t open = 0, closed = 0;
		for (int i = 0; i < PIECES; i++)
			buf_add_text(&typed, pieces[dice_below(&dice, COUNT(pieces))]);
		buf_add_text(&markdown, "- ");
		markdown_lines(&markdown, buf_text(&typed), "  ");
		buf_add_char(&markdown, '\n');
		markdown_to_html(&out, buf_text(&markdown));
		for (const char *at = buf_text(&out); (at = strchr(at, '<')); at++) {
			closed += at[1] == '/';
			open += at[1] != '/' && strncmp(at, "<br>", 4) != 0;
		}
		if (open != closed || strstr(buf_text(&out), "<h") || strstr(buf_text(&out), "<table") || strstr(buf_text(&out), "<b>"))
			fail_msg("“%s” became\n%s", buf_text(&markdown), buf_text(&out));
		buf_done(&out);
		buf_done(&markdown);
		buf_done(&typed);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_reports_are_written_in_becomes_html),
		cmocka_unit_test(typed_text_stays_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
