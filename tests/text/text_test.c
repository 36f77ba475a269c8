#include "base/buf.h"
#include "base/mem.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void doors_let_in_only_what_is_clean(void **state)
{
	(void)state;
	static const struct {
		const char *text, *one_line, *lines; /* NULL: just as text */
	} rows[] = {
		{ "", NULL, NULL },
		{ "こども食堂 Café ~!", NULL, NULL },
		{ "髙橋 﨑 塚\uFA10 𠮷野", NULL, NULL },                /* variants stay as they were typed */
		{ "か\u3099", NULL, NULL },                             /* and so do marks */
		{ "a\nb\tc", "a b c", NULL },
		{ "a\r\nb\rc", "a b c", "a\nb\nc" },
		{ "a\r\n\r\nb", "a b", "a\n\nb" },                      /* a run of them is one space */
		{ "a \n b", "a   b", NULL },
		{ "a\vb\fc\xc2\x85""d\u2028e\u2029f", "a b c d e f", "a\nb\nc\nd\ne\nf" },
		{ "\x1b[31mred\x07\x08", "[31mred", "[31mred" },
		{ "\x7f\xc2\x80\xc2\x9b\xc2\x9f", "", "" },
		{ "a\xffz", "a\uFFFDz", "a\uFFFDz" },
		{ "\xe3\x81", "\uFFFD\uFFFD", "\uFFFD\uFFFD" },         /* torn あ */
		{ "\xed\xa0\x80\xc0\xaf", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" },
		{ "\uFEFFa\u200Bb\u200Cc\u200Ed\u200Fe\u2060f\u00ADg", "abcdefg", "abcdefg" },
		{ "\u202Eevil\u202C \u2066x\u2069\u061C", "evil x", "evil x" },
		{ "\uFDD0\uFFFE\U0001FFFF\U0010FFFF.", ".", "." },
		{ "葛\U000E0100 神\uFE00", NULL, NULL },                /* a form chosen for a kanji */
		{ "葛\U000E0100\U000E0101", "葛\U000E0100", "葛\U000E0100" },
		{ "a\U000E0100 か\uFE00 \uFE0F", "a か ", "a か " },
		{ "❤\uFE0F 1\uFE0F\u20E3 ⌚\uFE0E", NULL, NULL },
		{ "#\u20E3 a\u20E3\u20E3", "#\u20E3 a", "#\u20E3 a" },
		{ "👨\u200D👩\u200D👧\u200D👦", NULL, NULL },
		{ "👩🏽\u200D💻 🏳\uFE0F\u200D🌈", NULL, NULL },
		{ "👨\u200D", "👨", "👨" },
		{ "👨\u200Dx \u200D👩", "👨x 👩", "👨x 👩" },
		{ "👨\u200D\u200B👩", "👨👩", "👨👩" },
		{ "👨\u200D\u200D👩", "👨\u200D👩", "👨\u200D👩" },
		{ "क\u200Dष", "कष", "कष" },
		{ "🏴\U000E0067\U000E0062\U000E007F", "🏴", "🏴" },     /* tags could carry a hidden text */
		{ "🇯🇵", NULL, NULL },
		{ "\U0001FAE8", NULL, NULL },                           /* newer than we are: kept */
		{ "\uE000", NULL, NULL },                               /* gaiji */
		{ "\u3164\u115F", "", "" },                             /* fillers: names that cannot be seen */
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *text = rows[i].text;
		for (int lines = 0; lines < 2; lines++) {
			const char *wanted = lines ? rows[i].lines : rows[i].one_line;
			struct buf out = { 0 };
			text_clean(&out, text, strlen(text), lines);
			assert_string_equal(buf_text(&out), wanted ? wanted : text);
			assert_int_equal(text_is_clean(text, strlen(text), lines), !wanted || !strcmp(wanted, text));
			assert_true(text_is_clean(buf_text(&out), out.len, lines));
			buf_done(&out);
		}
	}
}

static void zero_bytes_are_not_clean(void **state)
{
	(void)state;
	struct buf out = { 0 };

	assert_false(text_is_clean("a\0b", 3, true));
	text_clean(&out, "a\0b", 3, true);
	assert_string_equal(buf_text(&out), "ab");
	buf_done(&out);
}

static void clusters_are_walked_the_same_way_in_both_directions(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		const char *stops; /* ends of its clusters, in characters of this string: '.' inside, '|' at an end */
	} rows[] = {
		{ "ab", "||" },
		{ "あb", "..||" },
		{ "か\u3099き", ".....|..|" },
		{ "ｶﾞ", ".....|" },
		{ "葛\U000E0100x", "......||" },
		{ "👨‍👩‍👧", ".................|" },
		{ "🇯🇵🇺🇸🇫", ".......|.......|...|" },
		{ "👍🏽👍", ".......|...|" },
		{ "1️⃣2", "......||" },
		{ "\u1112\u1161\u11AB", "........|" },
		{ "\r\n\n", ".||" },
		{ "\n\u0301a", "|.||" },
		{ "\xff\xe3\x81z", "||||" },
		{ "\u200Ba\u200Bb", "......||" }, /* what shows nothing has no stop of its own */
		{ "\u200B", "..|" },
		{ "\uFE0Fa", "...|" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *text = rows[i].text;
		size_t len = strlen(text), at = 0;
		assert_int_equal(strlen(rows[i].stops), len);
		for (size_t byte = 0; byte < len; byte++) {
			if (rows[i].stops[byte] != '|')
				continue;
			assert_int_equal(text_cluster_end(text, len, at), byte + 1);
			assert_int_equal(text_cluster_start(text, len, byte + 1), at);
			at = byte + 1;
		}
		assert_int_equal(at, len);
		assert_int_equal(text_cluster_end(text, len, len), len);
		assert_int_equal(text_cluster_start(text, len, 0), 0);
	}
}

static void trimming_takes_what_a_person_calls_blank(void **state)
{
	(void)state;
	static const struct {
		const char *text, *trimmed;
	} rows[] = {
		{ "", "" },
		{ " \u3000\t\n\u00A0", "" },
		{ "\u3000山田 花子 \n", "山田 花子" },
		{ "x", "x" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t len;
		const char *at = text_trim(rows[i].text, strlen(rows[i].text), &len);
		assert_int_equal(len, strlen(rows[i].trimmed));
		assert_memory_equal(at, rows[i].trimmed, len);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(doors_let_in_only_what_is_clean),
		cmocka_unit_test(zero_bytes_are_not_clean),
		cmocka_unit_test(clusters_are_walked_the_same_way_in_both_directions),
		cmocka_unit_test(trimming_takes_what_a_person_calls_blank),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
