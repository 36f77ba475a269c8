#include "exchange/import.h"

#include "base/buf.h"
#include "base/mem.h"
#include "exchange/imported.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Invented files, in the forms that municipalities and ministries publish (field.md 5.2). */
#define HEAD_CARE                                                                                                      \
	"都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,介護サービス事業所名称,介護サービス事業所名称_カナ," \
	"実施サービス,住所,方書,緯度,経度,電話番号,内線番号,FAX番号,法人番号,法人の名称,事業所番号,利用可能曜日,"           \
	"利用可能曜日特記事項,定員,URL,備考\n"
#define CARE_VISITS                                                                                                    \
	"99999,1,みどり県,つむぎ市,つむぎケア,ツムギケア,訪問介護,つむぎ市川端1-2,川端ビル2階,35.0,135.0,000-000-0001,12,," \
	",社会福祉法人つむぎ,9900000001,\"月,火,水\",年末は休み,,https://example.jp,駐車場なし\n"
#define CARE_DAYS                                                                                                      \
	"99999,2,みどり県,つむぎ市,つむぎケア,ツムギケア,通所介護,つむぎ市川端1-2,,,,000-000-0001,,,,社会福祉法人つむぎ,"   \
	"9900000001,平日,,20,,\n"
#define HEAD_CHILDREN                                                                                                  \
	"名称,名称_カナ,種別,住所,電話番号,収容定員,受入年齢,利用可能曜日,開始時間,終了時間,一時預かりの有無\n"
#define HEAD_NEW                                                                                                       \
	"全国地方公共団体コード,ID,地方公共団体名,名称,名称_カナ,所在地_連結表記,所在地_都道府県,所在地_市区町村,"          \
	"所在地_町字,所在地_番地以下,建物名等(方書),電話番号,利用可能曜日,開始時間,終了時間,備考\n"
#define HEAD_WAM                                                                                                       \
	"都道府県コード又は市区町村コード,指定機関名,法人の名称,サービス種別,事業所の名称,事業所の名称_かな,事業所番号,"     \
	"事業所住所（市区町村）,事業所住所（番地以降）,事業所電話番号,事業所URL,利用可能な時間帯（平日）,"                   \
	"利用可能な時間帯（土曜）,定休日,留意事項,定員\n"

static void a_field_is_found_in_every_form_it_is_published_in(void **state)
{
	(void)state;
	static const struct {
		const char *file;
		enum field field;
		const char *text;
	} rows[] = {
		{ HEAD_CARE CARE_VISITS, FIELD_card_name, "つむぎケア" },
		{ HEAD_CARE CARE_VISITS, FIELD_card_kana, "ツムギケア" },
		{ HEAD_CARE CARE_VISITS, FIELD_card_offers, "訪問介護" },
		{ HEAD_CARE CARE_VISITS, FIELD_card_area, "つむぎ市" },
		{ HEAD_CARE CARE_VISITS, FIELD_card_address, "つむぎ市川端1-2 川端ビル2階" },
		{ HEAD_CARE CARE_VISITS, FIELD_card_phone, "000-000-0001 内線12" },
		{ HEAD_CARE CARE_VISITS, FIELD_card_schedule, "月,火,水 年末は休み" },
		{ HEAD_CARE CARE_VISITS, FIELD_card_organization, "社会福祉法人つむぎ" },
		{ HEAD_CARE CARE_VISITS, FIELD_card_url, "https://example.jp" },
		{ HEAD_CARE CARE_VISITS, FIELD_card_note, "駐車場なし" },
		{ HEAD_CARE CARE_VISITS, FIELD_card_source, "介護サービス事業所一覧" },
		{ HEAD_CARE CARE_VISITS, FIELD_card_source_key, "9900000001 訪問介護" },
		{ HEAD_CARE CARE_VISITS, FIELD_card_extra,
		  "都道府県コード又は市区町村コード: 99999\nNO: 1\n都道府県名: みどり県\n緯度: 35.0\n経度: 135.0\n"
		  "事業所番号: 9900000001" },
		{ HEAD_CHILDREN "ひだまり園,ヒダマリエン,認可保育所,丘の上3,000-000-0002,60,0歳から,平日,7:30,18:30,有\n",
		  FIELD_card_offers, "認可保育所" },
		{ HEAD_CHILDREN "ひだまり園,,認可保育所,丘の上3,,60,0歳から,平日,7:30,18:30,有\n", FIELD_card_schedule,
		  "平日 7:30–18:30" },
		{ HEAD_CHILDREN "ひだまり園,,認可保育所,丘の上3,,60,0歳から,,7:30,,有\n", FIELD_card_schedule, "7:30" },
		{ HEAD_CHILDREN "ひだまり園,,,,,60,0歳から,,,,有\n", FIELD_card_eligibility, "0歳から" },
		{ HEAD_CHILDREN "ひだまり園,,,,,60,,,,,有\n", FIELD_card_extra, "収容定員: 60\n一時預かりの有無: 有" },
		{ HEAD_NEW "999999,1,つむぎ市,集会所,シュウカイジョ,みどり県つむぎ市北町1,みどり県,つむぎ市,北町,1,,,,,,\n",
		  FIELD_card_address, "みどり県つむぎ市北町1" },
		{ HEAD_NEW "999999,1,つむぎ市,集会所,,,みどり県,つむぎ市,北町,1,会館2階,,,,,\n", FIELD_card_address,
		  "みどり県つむぎ市北町1 会館2階" },
		{ HEAD_NEW "999999,1,つむぎ市,集会所,,,みどり県,みどり県つむぎ市北町1,,,,,,,,\n", FIELD_card_address,
		  "みどり県つむぎ市北町1" },
		{ HEAD_NEW "999999,1,つむぎ市,集会所,,,みどり県,つむぎ市北町1,北町1,,,,,,,\n", FIELD_card_address,
		  "みどり県つむぎ市北町1" },
		{ HEAD_NEW ",,つむぎ市,集会所,,,,,,,,,月,9:00,12:00,\n", FIELD_card_area, "つむぎ市" },
		{ HEAD_WAM "99999,みどり県,NPO法人なぎ,就労継続支援B型,あしば,あしば,9900000002,つむぎ市,北町7,000-000-0003,"
			   "https://example.jp/a,9:00-16:00,9:00-12:00,日曜,送迎あり,10\n",
		  FIELD_card_schedule, "平日 9:00-16:00 土曜 9:00-12:00 送迎あり 休み 日曜" },
		{ HEAD_WAM "99999,みどり県,NPO法人なぎ,就労継続支援B型,あしば,,9900000002,つむぎ市,北町7,,,,,,,\n",
		  FIELD_card_address, "つむぎ市北町7" },
		{ HEAD_WAM "99999,みどり県,NPO法人なぎ,就労継続支援B型,あしば,,9900000002,つむぎ市,北町7,,,,,,,\n",
		  FIELD_card_offers, "就労継続支援B型" },
		{ "名称,最終確認日\nなぎ,45000\n", FIELD_card_verified_on, "2023-03-15" },
		{ "名称,最終確認日\nなぎ,2026年春\n", FIELD_card_verified_on, "2026年春" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct workbook book = { 0 };
		struct import_result result = imported(&book, ENTITY_card, rows[i].file);
		assert_counts(&result, "1 0 0 0");
		const char *text = row_value(workbook_row(&book, ENTITY_card, 0), field_info_of(rows[i].field)).text;
		if (strcmp(text, rows[i].text) != 0)
			fail_msg("row %zu: “%s”, not “%s”", i, text, rows[i].text);
		workbook_done(&book);
	}
}

static void a_set_is_known_by_its_headers_and_says_what_its_cards_are(void **state)
{
	(void)state;
	static const struct {
		const char *file, *dataset;
		enum card_kind kind;
	} rows[] = {
		{ HEAD_CARE CARE_VISITS, "介護サービス事業所一覧", CARD_KIND_SERVICE },
		{ HEAD_WAM "99999,,,就労移行支援,あしば,,1,,,,,,,,,\n", "障害福祉サービス等情報公表", CARD_KIND_SERVICE },
		{ "名称,医療機関の種類,診療科目\n丘の上病院,病院,内科\n", "医療機関一覧", CARD_KIND_SERVICE },
		{ HEAD_CHILDREN "ひだまり園,,認可保育所,,,,,,,,\n", "子育て施設一覧", CARD_KIND_PLACE },
		{ "名称,POIコード\n図書館,1101\n", "公共施設一覧", CARD_KIND_PLACE },
		{ HEAD_NEW ",,つむぎ市,集会所,,,,,,,,,,,,\n", "自治体オープンデータ", CARD_KIND_UNSAID },
		{ "名称,得意なこと\nなぎ,コーヒー\n", NULL, CARD_KIND_UNSAID },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct workbook book = { 0 };
		struct import_result result = imported(&book, ENTITY_card, rows[i].file);
		const struct card *card = &book.cards.at[0];
		if (rows[i].dataset)
			assert_string_equal(result.dataset, rows[i].dataset);
		else
			assert_null(result.dataset);
		assert_int_equal(card->kind, rows[i].kind);
		assert_int_equal(card->formality, rows[i].dataset ? FORMALITY_FORMAL : FORMALITY_UNSAID);
		import_result_done(&result);
		workbook_done(&book);
	}
}

/* Each file is imported after the one before it, and then once more: the second time nothing is added or changed. */
static void an_edition_finds_the_cards_of_the_one_before(void **state)
{
	(void)state;
	static const struct {
		const char *what, *files[2], *counts[2];
	} rows[] = {
		{ "an office with two services is two cards", { HEAD_CARE CARE_VISITS CARE_DAYS }, { "2 0 0 0" } },
		{ "the same edition, its rows the other way round",
		  { HEAD_CARE CARE_VISITS CARE_DAYS, HEAD_CARE CARE_DAYS CARE_VISITS }, { "2 0 0 0", "0 0 2 0" } },
		{ "an office that is called another name", 
		  { HEAD_CARE CARE_VISITS, "事業所番号,実施サービス,介護サービス事業所名称\n９９０００００００１,訪問介護,つむぎ新ケア\n" },
		  { "1 0 0 0", "0 1 0 0" } },
		{ "places without a number by name, address and what they offer",
		  { HEAD_NEW ",,市,集会所,,北町1,,,,,,,,,,\n,,市,集会所,,川端2,,,,,,,,,,\n",
		    HEAD_NEW ",,市,集会所,,川端2,,,,,,000-000-0009,,,,\n" },
		  { "2 0 0 0", "0 1 0 0" } },
		{ "a card that was written by hand before", 
		  { "名前,地区\nつむぎケア,つむぎ市\n", HEAD_CARE CARE_VISITS }, { "1 0 0 0", "0 1 0 0" } },
		{ "what the set says of all does not undo what is said here", 
		  { HEAD_CARE CARE_VISITS, "名前,地区,種別,区分,出典\nつむぎケア,つむぎ市,場,中間,口コミ\n" },
		  { "1 0 0 0", "0 1 0 0" } },
		{ "one row twice", { HEAD_CARE CARE_VISITS CARE_VISITS }, { "1 0 1 0" } },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct workbook book = { 0 };
		for (size_t k = 0; k < COUNT(rows[i].files) && rows[i].files[k]; k++) {
			print_message("%s, file %zu\n", rows[i].what, k);
			struct import_result result = imported(&book, ENTITY_card, rows[i].files[k]);
			assert_counts(&result, rows[i].counts[k]);
			result = imported(&book, ENTITY_card, rows[i].files[k]);
			assert_int_equal(result.added + result.changed + result.refused_len, 0);
			import_result_done(&result);
		}
		struct import_result again = imported(&book, ENTITY_card, rows[i].files[0]);
		assert_int_equal(again.added, 0);
		import_result_done(&again);
		workbook_done(&book);
	}
}

static void blank_headers_and_blank_rows_are_nothing(void **state)
{
	(void)state;
	struct workbook book = { 0 };

	struct import_result result = imported(&book, ENTITY_card, "\xEF\xBB\xBF名称,,POIコード,\r\n図書館,x,,y\r\n,,,\r\n公民館,,,\r\n");
	assert_counts(&result, "2 0 0 0");
	assert_string_equal(book.cards.at[0].extra, "");
	workbook_done(&book);
}

/* What published files do (field.md 5.2), and what becomes of it: a row each, the only one of its file. */
static void every_quirk_is_taken_as_it_is_meant_or_kept_as_it_is(void **state)
{
	(void)state;
	static const struct {
		const char *quirk, *file;
		enum field field;
		const char *text;
	} rows[] = {
		{ "a code that lost its leading zero stays as it is", "名称,全国地方公共団体コード\n図書館,92011\n", FIELD_card_extra,
		  "全国地方公共団体コード: 92011" },
		{ "a code without its check digit, too", "名称,都道府県コード又は市区町村コード\n図書館,09201\n", FIELD_card_extra,
		  "都道府県コード又は市区町村コード: 09201" },
		{ "latitude and longitude that changed places", "名称,緯度,経度\n図書館,139.88,36.55\n", FIELD_card_extra,
		  "緯度: 139.88\n経度: 36.55" },
		{ "a place at 0, or nowhere", "名称,緯度,経度\n図書館,0,\n", FIELD_card_extra, "緯度: 0" },
		{ "a dash for nothing", "名称,電話番号\n図書館,—\n", FIELD_card_phone, "—" },
		{ "a minus of CP932 and a wave dash", "名称,電話番号,利用可能曜日\n図書館,000−000−0001,月〜金\n", FIELD_card_schedule, "月〜金" },
		{ "a line break in a quoted cell of one line", "名称,住所\r\n図書館,\"北町1\r\n会館2階\"\r\n", FIELD_card_address,
		  "北町1 会館2階" },
		{ "a line break in a quoted header", "名称,\"電話\n番号\"\n図書館,000-000-0001\n", FIELD_card_extra,
		  "電話 番号: 000-000-0001" },
		{ "line breaks in a note stay", "名称,備考\n図書館,\"朝\n夜\"\n", FIELD_card_note, "朝\n夜" },
		{ "quotation marks and commas", "名称,備考\n図書館,\"「本」, \"\"机\"\"\"\n", FIELD_card_note, "「本」, \"机\"" },
		{ "lines that end in LF, CRLF and CR", "名称,備考\r図書館,机\r\n", FIELD_card_note, "机" },
		{ "one column twice of which nothing is read", "名称,階,階\n図書館,1,2\n", FIELD_card_extra, "階: 1\n階: 2" },
		{ "full-width headers and spaces in them", "名　称,電話番号（代表）,ＵＲＬ\n図書館,000,https://example.jp\n", FIELD_card_url,
		  "https://example.jp" },
		{ "kana under either mark", "名称,名称_カナ\n図書館,トショカン\n", FIELD_card_kana, "トショカン" },
		{ "days in one cell", "名称,利用可能曜日\n図書館,\"平日,土曜日,日曜日,祝日\"\n", FIELD_card_schedule, "平日,土曜日,日曜日,祝日" },
		{ "a day as Excel counts it", "名称,最終確認日\n図書館,46000\n", FIELD_card_verified_on, "2025-12-09" },
		{ "standard columns that say nothing", "名称,地区,電話番号,URL,備考\n図書館,,,,\n", FIELD_card_extra, "" },
		{ "cells behind the last header", "名称,備考\n図書館,机,椅子,棚\n", FIELD_card_note, "机" },
		{ "a row that is cut short", "名称,備考,URL\n図書館\n", FIELD_card_name, "図書館" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct workbook book = { 0 };
		print_message("%s\n", rows[i].quirk);
		struct import_result result = imported(&book, ENTITY_card, rows[i].file);
		assert_counts(&result, "1 0 0 0");
		assert_string_equal(row_value(workbook_row(&book, ENTITY_card, 0), field_info_of(rows[i].field)).text, rows[i].text);
		result = imported(&book, ENTITY_card, rows[i].file);
		assert_counts(&result, "0 0 1 0");
		workbook_done(&book);
	}
}

static void two_columns_for_one_field_are_asked_about(void **state)
{
	(void)state;
	static const char file[] = "名称,電話番号,備考,備考\n図書館,000,机,椅子\n";
	struct workbook book = { 0 };
	struct batch batch = { 0 };
	struct import_result result = { 0 };
	struct fault fault = { 0 };

	assert_int_equal(import_rows(file, strlen(file), ENTITY_card, &book, &(struct import_options){ 0 }, &env_system, &batch,
				     &result, &fault),
			 ST_INVALID);
	assert_non_null(strstr(fault.text, "備考"));
	assert_int_equal(batch.len, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_field_is_found_in_every_form_it_is_published_in),
		cmocka_unit_test(a_set_is_known_by_its_headers_and_says_what_its_cards_are),
		cmocka_unit_test(an_edition_finds_the_cards_of_the_one_before),
		cmocka_unit_test(blank_headers_and_blank_rows_are_nothing),
		cmocka_unit_test(every_quirk_is_taken_as_it_is_meant_or_kept_as_it_is),
		cmocka_unit_test(two_columns_for_one_field_are_asked_about),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
