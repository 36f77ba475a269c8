#include "base/buf.h"
#include "base/mem.h"
#include "text/wrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/* The lines of a text with '|' between them. */
static void add_wrapped(struct buf *out, const char *text, int cols)
{
	struct line lines[64];
	size_t count = text_wrap(text, strlen(text), cols, lines, COUNT(lines));

	assert_in_range(count, 1, COUNT(lines));
	for (size_t i = 0; i < count; i++) {
		if (i)
			buf_add_char(out, '|');
		buf_add(out, text + lines[i].at, lines[i].len);
	}
}

static void lines_break_where_kinsoku_allows(void **state)
{
	(void)state;
	static const struct {
		int cols;
		const char *text, *lines;
	} rows[] = {
		{ 10, "", "" },
		{ 10, "あいうえお", "あいうえお" },
		{ 9, "あいうえお", "あいうえ|お" },
		{ 10, "あいうえお。", "あいうえ|お。" },           /* no 。 at a line's start */
		{ 10, "あいうえ「お」", "あいうえ|「お」" },       /* no 「 at a line's end */
		{ 10, "あいうえおっかー", "あいうえ|おっかー" },   /* no っ ー at a line's start */
		{ 10, "人々々々々々", "人々々々々|々" },           /* nowhere to break: cut */
		{ 6, "あ。。。。。", "あ。。|。。。" },
		{ 10, "the quick fox", "the quick|fox" },
		{ 5, "abcdefgh", "abcde|fgh" },                    /* a word that fits nowhere is cut */
		{ 5, "ab cdefghi", "ab|cdefg|hi" },
		{ 4, "a\u00A0b c", "a\u00A0b|c" },                 /* NBSP holds */
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf lines = { 0 };
		add_wrapped(&lines, rows[i].text, rows[i].cols);
		assert_string_equal(buf_text(&lines), rows[i].lines);
		buf_done(&lines);
	}
}

static void numbers_and_katakana_words_stay_together_where_they_fit(void **state)
{
	(void)state;
	static const struct {
		int cols;
		const char *text, *lines;
	} rows[] = {
		{ 8, "のこり１０分", "のこり|１０分" },
		{ 8, "次は１２：３０から", "次は|１２：３|０から" }, /* ten columns never fit: broken, but as late as may be */
		{ 10, "次は１２：３０から", "次は|１２：３０|から" },
		{ 10, "会場ファシリ役", "会場|ファシリ役" },
		{ 12, "会場のセンター長", "会場の|センター長" },
		{ 10, "ジョン・スミス", "ジョン・|スミス" },         /* ・ ends a word */
		{ 6, "コミュニケーション", "コミュ|ニケー|ション" },
		{ 10, "食事・１２時半", "食事・|１２時半" },
		{ 9, "時間は90分間", "時間は|90分間" },                /* a number keeps its counter */
		{ 9, "予算はＡＢＣです", "予算は|ＡＢＣで|す" },
		{ 7, "支援ｻｰﾋﾞｽ", "支援|ｻｰﾋﾞｽ" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf lines = { 0 };
		add_wrapped(&lines, rows[i].text, rows[i].cols);
		assert_string_equal(buf_text(&lines), rows[i].lines);
		buf_done(&lines);
	}
}

static void white_space_hangs_at_the_end_and_stays_at_the_start(void **state)
{
	(void)state;
	static const struct {
		int cols;
		const char *text, *lines;
	} rows[] = {
		{ 3, "abc def", "abc|def" },
		{ 3, "abc     def   ", "abc|def" },
		{ 6, "あいう　　えお", "あいう|えお" },
		{ 8, "　あいうえ", "　あいう|え" },
		{ 4, "    abcd", "|abcd" },
		{ 4, "      ", "" },
		{ 6, "a\tb", "a\tb" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf lines = { 0 };
		add_wrapped(&lines, rows[i].text, rows[i].cols);
		assert_string_equal(buf_text(&lines), rows[i].lines);
		buf_done(&lines);
	}
}

static void line_feeds_break_always(void **state)
{
	(void)state;
	static const struct {
		const char *text, *lines;
	} rows[] = {
		{ "a\nb", "a|b" }, { "a\n\nb", "a||b" }, { "a\n", "a|" }, { "\n", "|" },
		{ "a  \n  b", "a|  b" }, { "a\r\nb", "a|b" }, { "abcd\nef", "abcd|ef" },
		{ "a\u2028b", "a|b" }, { "a\xc2\x85" "b", "a|b" }, { "“a”\nb", "“a”|b" }, { "あい\nう", "あい|う" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf lines = { 0 };
		add_wrapped(&lines, rows[i].text, 4);
		assert_string_equal(buf_text(&lines), rows[i].lines);
		buf_done(&lines);
	}
}

static void clusters_are_never_cut(void **state)
{
	(void)state;
	static const struct {
		int cols;
		const char *text, *lines;
	} rows[] = {
		{ 4, "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦|👨‍👩‍👧‍👦" },
		{ 5, "🇯🇵🇯🇵🇯🇵", "🇯🇵🇯🇵|🇯🇵" },
		{ 3, "ｶﾞｶﾞ", "ｶﾞ|ｶﾞ" },
		{ 4, "葛\U000E0100葛\U000E0100葛", "葛\U000E0100葛\U000E0100|葛" },
		{ 3, "か\u3099か\u3099", "か\u3099|か\u3099" },
		{ 1, "あa", "あ|a" },                               /* wider than the line: alone on it */
		{ 0, "あa", "あ|a" },
		{ -1, "ab", "a|b" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf lines = { 0 };
		add_wrapped(&lines, rows[i].text, rows[i].cols);
		assert_string_equal(buf_text(&lines), rows[i].lines);
		buf_done(&lines);
	}
}

static void lines_can_be_counted_before_they_are_taken(void **state)
{
	(void)state;
	struct line line;

	assert_int_equal(text_wrap("abc", 3, 1, NULL, 0), 3);
	assert_int_equal(text_wrap("abc", 3, 1, &line, 1), 3);
	assert_int_equal(line.at, 0);
	assert_int_equal(line.len, 1);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_break_where_kinsoku_allows),
		cmocka_unit_test(numbers_and_katakana_words_stay_together_where_they_fit),
		cmocka_unit_test(white_space_hangs_at_the_end_and_stays_at_the_start),
		cmocka_unit_test(line_feeds_break_always),
		cmocka_unit_test(clusters_are_never_cut),
		cmocka_unit_test(lines_can_be_counted_before_they_are_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
