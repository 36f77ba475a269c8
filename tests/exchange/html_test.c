#include "format/html.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void texts_read_as_typed_and_are_no_markup(void **state)
{
	static const struct {
		const char *text, *html;
	} rows[] = {
		{ "", "" },
		{ "ラジオの音がする家", "ラジオの音がする家" },
		{ "<script>alert(\"1\")</script>", "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;" },
		{ "&amp; & 'so'", "&amp;amp; &amp; 'so'" },
		{ "one\ntwo", "one two" },
		{ "\x1b[31mred\xff", "[31mred\xEF\xBF\xBD" },
		{ "turned \xE2\x80\xAE round", "turned  round" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf out = { 0 };
		html_text(&out, rows[i].text);
		assert_string_equal(buf_text(&out), rows[i].html);
		buf_done(&out);
	}
}

static void lines_stay_lines_and_empty_ones_part_paragraphs(void **state)
{
	static const struct {
		const char *text, *html;
	} rows[] = {
		{ "", "" },
		{ "\n \n\n", "" },
		{ "one", "<p>one</p>\n" },
		{ "one\ntwo", "<p>one<br>\ntwo</p>\n" },
		{ "one\n\n\u3000two ", "<p>one</p>\n<p>two</p>\n" },
		{ "\n<b>\n", "<p>&lt;b&gt;</p>\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf out = { 0 };
		html_lines(&out, rows[i].text);
		assert_string_equal(buf_text(&out), rows[i].html);
		buf_done(&out);
	}
}

static void an_element_without_words_is_not_there(void **state)
{
	struct buf out = { 0 };

	(void)state;
	html_put(&out, "p", "", "");
	assert_string_equal(buf_text(&out), "");
	html_put(&out, "p", "", "a<b");
	html_put(&out, "h1", "strong", "c");
	assert_string_equal(buf_text(&out), "<p>a&lt;b</p>\n<h1 class=\"strong\">c</h1>\n");
	buf_done(&out);
}

/* A title that would end the style sheet is a title all the same. */
static void a_foot_cannot_end_its_style(void **state)
{
	const char *const styles[] = { "p { color: red }\n", NULL };
	const struct html_head head = { "A & <B>", "paper", "</style><script>\"\\", styles };
	struct buf out = { 0 };

	(void)state;
	html_begin(&out, &head);
	html_end(&out);
	assert_non_null(strstr(buf_text(&out), "<title>A &amp; &lt;B&gt;</title>"));
	assert_non_null(strstr(buf_text(&out), "content: \"\\3c /style\\3e \\3c script\\3e \\22 \\5c \""));
	assert_null(strstr(buf_text(&out), "<script"));
	assert_ptr_equal(strstr(strstr(buf_text(&out), "</style>") + 1, "</style>"), NULL);
	assert_non_null(strstr(buf_text(&out), "<body class=\"paper\">"));
	buf_done(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_read_as_typed_and_are_no_markup),
		cmocka_unit_test(lines_stay_lines_and_empty_ones_part_paragraphs),
		cmocka_unit_test(an_element_without_words_is_not_there),
		cmocka_unit_test(a_foot_cannot_end_its_style),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
