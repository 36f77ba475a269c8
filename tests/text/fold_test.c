#include "base/mem.h"
#include "text/fold.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void texts_that_a_person_calls_the_same_have_one_key(void **state)
{
	(void)state;
	static const struct {
		const char *text, *key;
	} rows[] = {
		{ "", "" },
		{ "コドモ食堂", "こども食堂" },
		{ "ｺﾄﾞﾓ食堂", "こども食堂" },
		{ "こと\u3099も", "こども" },
		{ "こと゛も は゜", "こども ぱ" },
		{ "か\u309A", "か\u309A" },
		{ "ヴァイオリン", "ゔぁいおりん" },
		{ "ヽヾ", "ゝゞ" },
		{ "センター", "せんたー" },
		{ "ＡＢＣ Straße ÉTÉ", "abc strasse été" },
		{ "㈱①㍻", "(株)1平成" },
		{ "０３−１２３４－5678‐9—0", "03-1234-5678-9-0" },
		{ "10〜12～14~16", "10~12~14~16" },
		{ "髙橋 高橋", "高橋 高橋" },
		{ "渡邊 渡邉 渡辺", "渡辺 渡辺 渡辺" },
		{ "𠮷野家", "吉野家" },
		{ "塚\uFA10", "塚塚" },
		{ "葛\U000E0100飾", "葛飾" },
		{ "か\u200B\u3099\u202E", "が" },
		{ "a\xff", "a\uFFFD" },
		{ "　全角　", " 全角 " },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf key = { 0 }, again = { 0 };
		text_fold(&key, rows[i].text, strlen(rows[i].text));
		assert_string_equal(buf_text(&key), rows[i].key);
		text_fold(&again, buf_text(&key), key.len);
		assert_string_equal(buf_text(&again), rows[i].key);
		buf_done(&key);
		buf_done(&again);
	}
}

/* What shows nothing makes no difference but in how the key is made. */
static void assert_the_short_way_agrees(const char *text)
{
	struct buf shortly = { 0 }, fully = { 0 }, marked = { 0 };

	buf_addf(&marked, "%s\u200B", text);
	text_fold(&shortly, text, strlen(text));
	text_fold(&fully, buf_text(&marked), marked.len);
	if (strcmp(buf_text(&shortly), buf_text(&fully)) != 0)
		fail_msg("“%s”: “%s” and “%s”", text, buf_text(&shortly), buf_text(&fully));
	buf_done(&shortly);
	buf_done(&fully);
	buf_done(&marked);
}

static void everyday_characters_fold_as_all_others_do(void **state)
{
	static const char *const behind[] = { "", "あ", "A", "\u3099", "ﾞ", "゛", "ー", "\u0301", "齋" };
	struct buf text = { 0 };

	(void)state;
	for (int32_t point = ' '; point < 0x10000; point++) {
		if (point == 0x7F)
			point = 0xA0;
		if (point == 0xD800)
			point = 0xE000;
		for (size_t i = 0; i < COUNT(behind); i++) {
			if (point >= 0x4E40 && point < 0x9F00 && i)
				break;
			buf_clear(&text);
			text_add_code_point(&text, point);
			buf_add_text(&text, behind[i]);
			assert_the_short_way_agrees(buf_text(&text));
		}
	}
	buf_done(&text);
}

static void every_variant_finds_its_usual_form(void **state)
{
	(void)state;
	static const char *const same[][2] = {
		{ "冨", "富" }, { "嶋", "島" }, { "斎藤", "斉藤" }, { "齋藤", "斉藤" }, { "濵", "浜" }, { "﨑", "崎" },
		{ "櫻", "桜" }, { "龍", "竜" }, { "黑", "黒" }, { "驛", "駅" },
		{ "嵜", "崎" }, { "栁", "柳" }, { "瀨", "瀬" }, { "澁谷", "渋谷" }, { "廣瀨", "広瀬" },
	};

	for (size_t i = 0; i < COUNT(same); i++)
		assert_true(text_holds(same[i][0], same[i][1]));
}

static void a_part_is_found_whatever_its_form(void **state)
{
	(void)state;
	assert_true(text_holds("ふれあいセンター", "せんた"));
	assert_true(text_holds("NPO法人ｻﾝｸﾞ", "さんぐ"));
	assert_true(text_holds("何でも", ""));
	assert_false(text_holds("ふれあい", "せん"));
	assert_false(text_holds("", "あ"));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_that_a_person_calls_the_same_have_one_key),
		cmocka_unit_test(everyday_characters_fold_as_all_others_do),
		cmocka_unit_test(every_variant_finds_its_usual_form),
		cmocka_unit_test(a_part_is_found_whatever_its_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
