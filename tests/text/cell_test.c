#include "base/buf.h"
#include "base/mem.h"
#include "text/cell.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The glyphs of a text as "points/cols" separated by spaces, points as UTF-8. */
static void add_glyphs(struct buf *out, const char *text, size_t len)
{
	struct glyph_walk walk = { .text = text, .len = len };
	struct glyph glyph;

	while (glyph_next(&walk, &glyph)) {
		if (out->len)
			buf_add_char(out, ' ');
		for (const wchar_t *point = glyph.points; *point; point++)
			text_add_code_point(out, (int32_t)*point);
		buf_addf(out, "/%d", glyph.cols);
	}
}

static void every_cluster_is_drawn_alike_on_every_terminal(void **state)
{
	(void)state;
	static const struct {
		const char *text, *glyphs;
	} rows[] = {
		{ "", "" },
		{ "aあ", "a/1 あ/2" },
		{ "ｶﾞ", "ｶ/1 ﾞ/1" },                              /* one cluster, two cells */
		{ "か\u3099", "が/2" },                           /* composed for drawing */
		{ "か\u309A", "か\u309A/2" },                     /* there is no composed form */
		{ "e\u0301", "é/1" },
		{ "\u3099か", " \u3099/1 か/2" },                 /* a mark without a base gets a blank */
		{ "a\n\u3099", "a/1 ␊/1  \u3099/1" },
		{ "葛\U000E0100飾", "葛/2 飾/2" },                /* IVS */
		{ "神\uFE00", "神/2" },
		{ "👨‍👩‍👧‍👦!", "👨/2 !/1" },                              /* ZWJ family: the first stands for all */
		{ "👍🏽", "👍/2" },
		{ "🏽", "🏽/2" },
		{ "👩🏽‍💻", "👩/2" },
		{ "❤️", "❤/1" },
		{ "1️⃣", "1/1" },
		{ "🇯🇵🇺🇸", "J/1 P/1 U/1 S/1" },
		{ "🇯", "J/1" },
		{ "🏴\U000E0067\U000E007F", "🏴/2" },             /* tags */
		{ "한", "한/2" },
		{ "\u1112\u1161\u11AB", "한/2" },                 /* conjoining jamo */
		{ "㉈㉏", "(/1 1/1 0/1 )/1 (/1 8/1 0/1 )/1" },
		{ "䷀", "?/1" },
		{ "\U0001FAE8", "?/1" },                          /* not in Unicode 14 */
		{ "\x1b[31m", "␛/1 [/1 3/1 1/1 m/1" },
		{ "a\tb\x7f", "a/1  /1 b/1 ␡/1" },
		{ "\xc2\x85\xc2\x9b""2J", "?/1 ?/1 2/1 J/1" },          /* C1 */
		{ "\xff\xe3\x81", "?/1 ?/1 ?/1" },                /* not UTF-8, torn */
		{ "\xed\xa0\x80", "?/1 ?/1 ?/1" },                /* a surrogate */
		{ "\u202Eabc\u202C\u2066\u200B\uFEFF", "a/1 b/1 c/1" },
		{ "\u00AD\u2060", "" },
		{ "\u2028", "?/1" },
		{ "a\u0301\u0302\u0303\u0304\u0305\u0306", "á\u0302\u0303\u0304\u0305/1" }, /* four marks at most */
		{ "कि", "क/1 ि/1" },                             /* a spacing mark has a cell of its own */
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf glyphs = { 0 };
		add_glyphs(&glyphs, rows[i].text, strlen(rows[i].text));
		assert_string_equal(buf_text(&glyphs), rows[i].glyphs);
		buf_done(&glyphs);
	}
}

static void a_walk_names_the_bytes_of_each_glyph(void **state)
{
	(void)state;
	static const char text[] = "aｶﾞ㉈";
	static const size_t spans[][2] = { { 0, 1 }, { 1, 7 }, { 1, 7 }, { 7, 10 }, { 7, 10 }, { 7, 10 }, { 7, 10 } };
	struct glyph_walk walk = { .text = text, .len = strlen(text) };
	struct glyph glyph;

	for (size_t i = 0; i < COUNT(spans); i++) {
		assert_true(glyph_next(&walk, &glyph));
		assert_int_equal(walk.at, spans[i][0]);
		assert_int_equal(walk.end, spans[i][1]);
	}
	assert_false(glyph_next(&walk, &glyph));
	assert_false(glyph_next(&walk, &glyph));
}

static void a_zero_byte_is_drawn_and_counted(void **state)
{
	(void)state;
	struct buf glyphs = { 0 };

	add_glyphs(&glyphs, "a\0b", 3);
	assert_string_equal(buf_text(&glyphs), "a/1 ␀/1 b/1");
	assert_int_equal(text_cols("a\0b", 3), 3);
	buf_done(&glyphs);
}

static void text_is_cut_between_clusters(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int cols;
		const char *narrow, *wide; /* what fits, where ambiguous characters take one column, and two */
	} rows[] = {
		{ "支援計画", 8, "支援計画", "支援計画" },
		{ "支援計画", 9, "支援計画", "支援計画" },
		{ "支援計画", 7, "支援計", "支援計" },
		{ "支援計画", 1, "", "" },
		{ "支援計画", 0, "", "" },
		{ "支援計画", -3, "", "" },
		{ "", 3, "", "" },
		{ "ｶﾞｶﾞｶﾞ", 3, "ｶﾞ", "ｶﾞ" }, /* never between ｶ and ﾞ */
		{ "👨‍👩‍👧‍👦家族会", 5, "👨‍👩‍👧‍👦家", "👨‍👩‍👧‍👦家" },
		{ "①②③④", 5, "①②③④", "①②" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t len = strlen(rows[i].text);
		assert_int_equal(text_fit(rows[i].text, len, rows[i].cols), strlen(rows[i].narrow));
		text_set_ambiguous_wide(true);
		size_t wide = text_fit(rows[i].text, len, rows[i].cols);
		text_set_ambiguous_wide(false);
		assert_int_equal(wide, strlen(rows[i].wide));
	}
}

static void what_shows_nothing_stays_with_what_fits(void **state)
{
	(void)state;
	static const char text[] = "漢\U000E0100\u200Bx";

	assert_int_equal(text_fit(text, strlen(text), 2), strlen(text) - 1);
	assert_int_equal(text_fit(text, strlen(text), 1), 0);
	assert_int_equal(text_fit("\u200B", 3, 0), 3);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_cluster_is_drawn_alike_on_every_terminal),
		cmocka_unit_test(a_walk_names_the_bytes_of_each_glyph),
		cmocka_unit_test(a_zero_byte_is_drawn_and_counted),
		cmocka_unit_test(text_is_cut_between_clusters),
		cmocka_unit_test(what_shows_nothing_stays_with_what_fits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
