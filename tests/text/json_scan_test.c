/* JSON is read mark by mark: all of it, nothing else, and where it is wrong people are told the place. */
#include "base/mem.h"
#include "text/json_scan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Marks as letters: what they say stands behind names, texts, numbers and words. */
static void spell(const char *bytes, size_t len, struct buf *out)
{
	static const char letters[] = "{}[]:\"#w.!~";
	struct json_scan scan = json_scan_of(bytes, len);
	enum json_mark mark;

	do {
		mark = json_scan_next(&scan);
		buf_add_char(out, letters[mark]);
		if (mark >= JSON_NAME && mark <= JSON_WORD)
			buf_addf(out, "%s ", buf_text(&scan.text));
	} while (mark < JSON_END);
	json_scan_done(&scan);
}

static const struct {
	const char *json, *spelt;
} documents[] = {
	{ "{}", "{}." },
	{ " [ ] \n", "[]." },
	{ "\xEF\xBB\xBF{}", "{}." },
	{ "-12", "#-12 ." },
	{ "true", "wtrue ." },
	{ "{\"a\":1,\"b\":[\"c\",null,{\"d\":-0.5e+3}]}", "{:a #1 :b [\"c wnull {:d #-0.5e+3 }]}." },
	{ "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\"\\/\b\f\n\r\t ." },
	{ "\"\\u732b\\u00e9\\ud867\\ude3d猫\"", "\"猫é𩸽猫 ." },
	{ "", "~" },
	{ "  ", "~" },
	{ "{} x", "{}!" },
	{ "{}{}", "{}!" },
	{ "[1,]", "[#1 !" },
	{ "[,1]", "[!" },
	{ "[1 2]", "[#1 !" },
	{ "{\"a\" 1}", "{!" },
	{ "{\"a\":}", "{:a !" },
	{ "{\"a\":1,}", "{:a #1 !" },
	{ "{a:1}", "{!" },
	{ "{1:1}", "{!" },
	{ "[1}", "[#1 !" },
	{ "]", "!" },
	{ "[01]", "[!" },
	{ "[+1]", "[!" },
	{ "[1.]", "[!" },
	{ "[.5]", "[!" },
	{ "[1e]", "[!" },
	{ "[NaN]", "[!" },
	{ "[truely]", "[!" },
	{ "['a']", "[!" },
	{ "[\"a\nb\"]", "[!" },
	{ "[\"\\x\"]", "[!" },
	{ "[\"\\u12g4\"]", "[!" },
	{ "[\"\\u0000\"]", "[!" },
	{ "[\"\\udc00\"]", "[!" },
	{ "[\"\\ud800x\"]", "[!" },
	{ "[\"\\ud800\\u0041\"]", "[!" },
	{ "[\"\xC3(    \"]", "[!" },
	{ "[\"\xED\xA0\x80    \"]", "[!" },
	{ "[//\n1]", "[!" },
};

static void a_document_is_what_it_says_or_wrong(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(documents); i++) {
		struct buf out = { 0 };
		spell(documents[i].json, strlen(documents[i].json), &out);
		if (strcmp(buf_text(&out), documents[i].spelt) != 0)
			fail_msg("%s: %s, not %s", documents[i].json, buf_text(&out), documents[i].spelt);
		buf_done(&out);
	}
}

static void a_document_that_breaks_off_anywhere_is_cut_and_not_wrong(void **state)
{
	static const char whole[] = "{\"名\":[1.5e3,\"猫\\u732b\\ud867\\ude3d\\n\",true,{}],\"b\" : null}";

	(void)state;
	for (size_t len = 0; len < sizeof whole - 1; len++) {
		struct buf out = { 0 };
		spell(whole, len, &out);
		if (buf_text(&out)[out.len - 1] != '~')
			fail_msg("%.*s: %s", (int)len, whole, buf_text(&out));
		buf_done(&out);
	}
}

static void what_is_deeper_than_anybody_writes_is_wrong(void **state)
{
	char deep[JSON_DEPTH_MAX + 2];
	struct buf out = { 0 };

	(void)state;
	memset(deep, '[', sizeof deep);
	spell(deep, sizeof deep, &out);
	assert_int_equal(out.len, JSON_DEPTH_MAX + 1);
	assert_int_equal(buf_text(&out)[JSON_DEPTH_MAX], '!');
	buf_done(&out);
}

static void a_value_is_passed_over_whole(void **state)
{
	static const char json[] = "[[1,{\"a\":[2]}],3]";
	struct json_scan scan = json_scan_of(json, sizeof json - 1);

	(void)state;
	json_scan_next(&scan);
	json_scan_next(&scan);
	assert_int_equal(json_scan_skip(&scan), JSON_ARRAY_END);
	assert_int_equal(json_scan_next(&scan), JSON_NUMBER);
	assert_string_equal(buf_text(&scan.text), "3");
	assert_int_equal(json_scan_skip(&scan), JSON_NUMBER);
	assert_int_equal(json_scan_next(&scan), JSON_ARRAY_END);
	json_scan_done(&scan);
}

static void a_place_is_told_in_lines_and_characters(void **state)
{
	static const char json[] = "{\n  \"猫\": \"缶\", x}";
	struct json_scan scan = json_scan_of(json, sizeof json - 1);
	size_t line, character;

	(void)state;
	while (json_scan_next(&scan) != JSON_WRONG)
		;
	json_scan_place(&scan, &line, &character);
	assert_int_equal(line, 2);
	assert_int_equal(character, 13);
	json_scan_done(&scan);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_document_is_what_it_says_or_wrong),
		cmocka_unit_test(a_document_that_breaks_off_anywhere_is_cut_and_not_wrong),
		cmocka_unit_test(what_is_deeper_than_anybody_writes_is_wrong),
		cmocka_unit_test(a_value_is_passed_over_whole),
		cmocka_unit_test(a_place_is_told_in_lines_and_characters),
	};

	return cmocka_run_group_tests_name("json scan", tests, NULL, NULL);
}
