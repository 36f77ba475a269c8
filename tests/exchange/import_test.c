#include "exchange/import.h"

#include "base/buf.h"
#include "base/mem.h"
#include "exchange/imported.h"
#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static void every_column_is_known_in_english_and_japanese(void **state)
{
	(void)state;
	static const enum entity entities[] = { ENTITY_person, ENTITY_card };

	for (size_t e = 0; e < COUNT(entities); e++) {
		const struct entity_info *info = &entity_infos[entities[e]];
		for (int japanese = 0; japanese < 2; japanese++) {
			struct buf text = { 0 };
			struct workbook book = { 0 };
			for (size_t i = 0; i < info->fields_len; i++) {
				const struct field_info *field = &info->fields[i];
				if (field->type == FIELD_TYPE_REF)
					continue;
				buf_addf(&text, "%s%s", i ? "," : "", japanese ? import_label(field) : field->name);
				assert_true(!japanese || strcmp(import_label(field), field->name) != 0);
			}
			buf_add_text(&text, "\n");
			for (size_t i = 0; i < info->fields_len; i++) {
				const struct field_info *field = &info->fields[i];
				if (field->type == FIELD_TYPE_REF)
					continue;
				buf_addf(&text, "%s%s", i ? "," : "",
					 field->codes ? field->codes->codes[1].alias : "1");
			}
			struct import_result result = imported(&book, entities[e], buf_text(&text));
			assert_int_equal(result.others_len, 0);
			assert_counts(&result, "1 0 0 0");
			const struct row *row = workbook_row(&book, entities[e], 0);
			for (size_t i = 0; i < info->fields_len; i++) {
				struct value value = row_value(row, &info->fields[i]);
				/* The card makes its own of what is said. */
				if (info->fields[i].field == FIELD_card_source_said)
					continue;
				if (info->fields[i].type == FIELD_TYPE_REF)
					assert_string_equal(value.text, "");
				else if (field_type_is_text(info->fields[i].type))
					assert_string_equal(value.text, "1");
				else
					assert_int_equal(value.number, 1);
			}
			workbook_done(&book);
			buf_done(&text);
		}
	}
}

static void headers_are_known_however_they_are_typed(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"name,affiliation\nカズ,電器店\n",
		"AFFILIATION , Name\n電器店,カズ\n",
		"所属,氏名\n電器店,カズ\n",
		"ｎａｍｅ,ＡＦＦＩＬＩＡＴＩＯＮ\nカズ,電器店\n",
		"\xEF\xBB\xBF名 前,所属先\r\n カズ　,電器店\r\n",
		"\n\n\"名前\",\"所属\",\n\"カズ\",\"電器店\",\n",
		"名前\t所属\nカズ\t電器店\n",
	};

	for (size_t i = 0; i < COUNT(texts); i++) {
		struct workbook book = { 0 };
		struct import_result result = imported(&book, ENTITY_person, texts[i]);
		assert_counts(&result, "1 0 0 0");
		assert_string_equal(book.people.at[0].name, "カズ");
		assert_string_equal(book.people.at[0].affiliation, "電器店");
		workbook_done(&book);
	}
}

static void columns_that_mean_nothing_are_told(void **state)
{
	(void)state;
	struct workbook book = { 0 };
	struct import_result result = imported(&book, ENTITY_card, "緯度,名称,施設名,\n35.0,さくら,さくら園,x\n");

	assert_int_equal(result.others_len, 2);
	assert_string_equal(result.others[0], "緯度");
	assert_string_equal(result.others[1], "施設名");
	assert_string_equal(book.cards.at[0].name, "さくら");
	assert_counts(&result, "1 0 0 0");
	workbook_done(&book);
}

static void a_mapping_goes_before_what_headers_say(void **state)
{
	(void)state;
	static const struct import_map maps[] = { { "name", "愛称" }, { "メモ", "名前" } };
	const struct import_options options = { .maps = maps, .maps_len = COUNT(maps) };
	struct workbook book = { 0 };
	struct import_result result = imported_with(&book, ENTITY_person, "名前,愛称\n和也,カズ\n", &options);

	assert_string_equal(book.people.at[0].name, "カズ");
	assert_string_equal(book.people.at[0].note, "和也");
	assert_int_equal(result.others_len, 0);
	assert_counts(&result, "1 0 0 0");
	workbook_done(&book);
}

static void a_file_that_cannot_be_read_as_a_whole_changes_nothing(void **state)
{
	(void)state;
	static const struct {
		const char *text, *field, *column, *says[3];
	} rows[] = {
		{ "", NULL, NULL, { "empty" } },
		{ "\n,,\n", NULL, NULL, { "empty" } },
		{ "\n愛称,所属\nカズ,x\n", NULL, NULL,
		  { "No column is headed", "row 2 has: “愛称”, “所属”", "--map name=COLUMN" } },
		{ "name,NAME\na,b\n", NULL, NULL, { "Two columns are headed “name”" } },
		{ "name,x\na,\"b\n", NULL, NULL, { "Row 2, column 2", "never closed" } },
		{ "name,kana\na,b\n", "nick", "kana", { "no field “nick”", "name, kana, affiliation" } },
		{ "name,kana\na,b\n", "note", "メモ欄", { "no column “メモ欄”", "it has: “name”, “kana”" } },
		{ "name,a,a\na,b,c\n", "note", "a", { "Two columns are headed “a”" } },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct import_map map = { rows[i].field, rows[i].column };
		const struct import_options options = { .maps = &map, .maps_len = rows[i].field ? 1 : 0 };
		struct workbook book = { 0 };
		struct batch batch = { 0 };
		struct import_result result = { .added = 7 };
		struct fault fault = { 0 };
		assert_int_equal(import_rows(rows[i].text, strlen(rows[i].text), ENTITY_person, &book, &options,
					     &env_system, &batch, &result, &fault),
				 ST_INVALID);
		for (size_t k = 0; k < COUNT(rows[i].says) && rows[i].says[k]; k++)
			if (!strstr(fault.text, rows[i].says[k]))
				fail_msg("row %zu says “%s”, not “%s”", i, fault.text, rows[i].says[k]);
		assert_int_equal(batch.len, 0);
		assert_int_equal(result.added, 7);
	}
}

static void bad_rows_are_refused_by_number_and_good_ones_taken(void **state)
{
	(void)state;
	static const char text[] = "名前,立場,連絡先交換,備考\n"
				   "カズ,市民,はい,\"一行目\n二行目\"\n"
				   "\n"
				   ",行政,,\n"
				   "ハル,宇宙人,,\n"
				   "ナギ,企業,たぶん,\n"
				   "ソヨ,医療,×,\n";
	struct workbook book = { 0 };
	struct import_result result = imported(&book, ENTITY_person, text);
	static const struct {
		size_t row;
		const char *says;
	} refused[] = {
		{ 4, "no name" },
		{ 5, "“宇宙人” in column “立場” is none of: person concerned, family" },
		{ 6, "“たぶん” in column “連絡先交換” is neither yes nor no" },
	};

	assert_int_equal(result.refused_len, COUNT(refused));
	for (size_t i = 0; i < COUNT(refused); i++) {
		assert_int_equal(result.refused[i].row, refused[i].row);
		assert_non_null(strstr(result.refused[i].reason, refused[i].says));
	}
	assert_counts(&result, "2 0 0 3");
	assert_string_equal(book.people.at[0].note, "一行目\n二行目");
	assert_int_equal(book.people.at[0].consent_contact, 1);
	assert_int_equal(book.people.at[0].stance, STANCE_CITIZEN);
	assert_int_equal(book.people.at[1].consent_contact, 0);
	workbook_done(&book);
}

static void values_are_read_as_people_write_them(void **state)
{
	(void)state;
	static const struct {
		enum entity entity;
		enum field field;
		const char *cell;
		int64_t number;
		const char *text; /* NULL: the number counts; "refused" */
	} rows[] = {
		{ ENTITY_person, FIELD_person_stance, "行政", STANCE_GOVERNMENT, NULL },
		{ ENTITY_person, FIELD_person_stance, "Government", STANCE_GOVERNMENT, NULL },
		{ ENTITY_person, FIELD_person_stance, "市民・住民", STANCE_CITIZEN, NULL },
		{ ENTITY_person, FIELD_person_stance, "住民", STANCE_CITIZEN, NULL },
		{ ENTITY_person, FIELD_person_stance, "ＮＰＯ", STANCE_VOLUNTEER, NULL },
		{ ENTITY_person, FIELD_person_stance, "未定", STANCE_UNSAID, NULL },
		{ ENTITY_person, FIELD_person_stance, "民", 0, "refused" },
		{ ENTITY_person, FIELD_person_role, "ﾌｧｼﾘﾃｰﾀｰ", 0, "refused" },
		{ ENTITY_person, FIELD_person_consent_contact, "○", 1, NULL },
		{ ENTITY_person, FIELD_person_consent_contact, "〇", 1, NULL },
		{ ENTITY_person, FIELD_person_consent_contact, "YES", 1, NULL },
		{ ENTITY_person, FIELD_person_consent_contact, "１", 1, NULL },
		{ ENTITY_person, FIELD_person_consent_contact, "はい", 1, NULL },
		{ ENTITY_person, FIELD_person_consent_contact, "いいえ", 0, NULL },
		{ ENTITY_person, FIELD_person_consent_contact, "×", 0, NULL },
		{ ENTITY_person, FIELD_person_consent_contact, "", 0, NULL },
		{ ENTITY_person, FIELD_person_consent_contact, "2", 0, "refused" },
		{ ENTITY_card, FIELD_card_formality, "インフォーマル", FORMALITY_INFORMAL, NULL },
		{ ENTITY_card, FIELD_card_formality, "ｲﾝﾌｫｰﾏﾙ", FORMALITY_INFORMAL, NULL },
		{ ENTITY_card, FIELD_card_formality, "mixed", FORMALITY_MIXED, NULL },
		{ ENTITY_card, FIELD_card_number, "１２", 12, NULL },
		{ ENTITY_card, FIELD_card_number, "0012", 12, NULL },
		{ ENTITY_card, FIELD_card_number, "12a", 0, "refused" },
		{ ENTITY_card, FIELD_card_number, "-1", 0, "refused" },
		{ ENTITY_card, FIELD_card_number, "10000000", 0, "refused" },
		{ ENTITY_card, FIELD_card_phone, "'+81-000", 0, "+81-000" },
		{ ENTITY_card, FIELD_card_phone, "\" 000\t1\n2 \"", 0, "000 1 2" },
		{ ENTITY_card, FIELD_card_note, "\"a\r\nb\"", 0, "a\nb" },
		{ ENTITY_card, FIELD_card_name, "\x1b[31mさくら\xe2\x80\xae", 0, "[31mさくら" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct field_info *field = field_info_of(rows[i].field);
		struct buf text = { 0 };
		struct workbook book = { 0 };
		if (strcmp(field->name, "name") == 0)
			buf_addf(&text, "name\n%s\n", rows[i].cell);
		else
			buf_addf(&text, "name,%s\nx,%s\n", field->name, rows[i].cell);
		struct import_result result = imported(&book, rows[i].entity, buf_text(&text));
		bool refused = rows[i].text && strcmp(rows[i].text, "refused") == 0;
		assert_int_equal(result.refused_len, refused);
		import_result_done(&result);
		if (!refused) {
			struct value value = row_value(workbook_row(&book, rows[i].entity, 0), field);
			if (rows[i].text)
				assert_string_equal(value.text, rows[i].text);
			else
				assert_int_equal(value.number, rows[i].number);
		}
		workbook_done(&book);
		buf_done(&text);
	}
}

static void a_text_longer_than_its_field_is_refused(void **state)
{
	(void)state;
	struct buf text = { 0 };
	struct workbook book = { 0 };

	buf_add_text(&text, "name,phone\nx,");
	for (int i = 0; i < 201; i++)
		buf_add_char(&text, '1');
	struct import_result result = imported(&book, ENTITY_card, buf_text(&text));
	assert_non_null(strstr(result.refused[0].reason, "too long (201 bytes; at most 200)"));
	assert_counts(&result, "0 0 0 1");
	workbook_done(&book);
	buf_done(&text);
}

static void an_empty_cell_blanks_nothing_and_a_no_is_heard(void **state)
{
	(void)state;
	struct workbook book = { 0 };
	struct import_result result;

	result = imported(&book, ENTITY_person, "name,kana,consent_contact,status\nカズ,かず,yes,coming\n");
	assert_counts(&result, "1 0 0 0");
	result = imported(&book, ENTITY_person, "name,kana,consent_contact,status\nカズ,,,\n");
	assert_counts(&result, "0 0 1 0");
	result = imported(&book, ENTITY_person, "name,consent_contact,status\nカズ,no,not asked yet\n");
	assert_counts(&result, "0 1 0 0");
	assert_string_equal(book.people.at[0].kana, "かず");
	assert_int_equal(book.people.at[0].consent_contact, 0);
	assert_int_equal(book.people.at[0].status, REPLY_NOT_ASKED);
	workbook_done(&book);
}

/* Each file is imported after the one before it, and then once more: the second time nothing is added or changed. */
static void rows_are_known_again_and_never_doubled(void **state)
{
	(void)state;
	static const struct {
		const char *what;
		enum entity entity;
		const char *files[3], *counts[3], *again[3];
	} rows[] = {
		{ "a person by name and affiliation", ENTITY_person,
		  { "name,affiliation\n田中,北\n田中,南\n", "name,affiliation,kana\n田中,北,たなか\n" },
		  { "2 0 0 0", "0 1 0 0" }, { "0 0 2 0", "0 0 1 0" } },
		{ "width, case and kana do not matter", ENTITY_person,
		  { "name,affiliation\nスミス,ABC\n", "name,affiliation\nｽﾐｽ,ａｂｃ\n" },
		  { "1 0 0 0", "0 1 0 0" }, { "0 0 1 0", "0 0 1 0" } },
		{ "an affiliation told later", ENTITY_person,
		  { "name\n田中\n", "name,affiliation\n田中,北\n田中,南\n" },
		  { "1 0 0 0", "1 1 0 0" }, { "0 0 1 0", "0 0 2 0" } },
		{ "an affiliation left out", ENTITY_person,
		  { "name,affiliation\n田中,北\n", "name,kana\n田中,たなか\n" },
		  { "1 0 0 0", "0 1 0 0" }, { "0 0 1 0", "0 0 1 0" } },
		{ "which of two is not told", ENTITY_person,
		  { "name,affiliation\n田中,北\n田中,南\n", "name,kana\n田中,たなか\n" },
		  { "2 0 0 0", "0 0 0 1" }, { "0 0 2 0", "0 0 0 1" } },
		{ "the same row twice", ENTITY_person,
		  { "name,affiliation\n田中,北\n田中,北\n" }, { "1 0 1 0" }, { "0 0 2 0" } },
		{ "two things of one person", ENTITY_person,
		  { "name,affiliation,kana\n田中,北,たなか\n田中,北,でんちゅう\n" }, { "1 0 0 1" }, { "0 0 1 1" } },
		{ "first without, then with an affiliation", ENTITY_person,
		  { "name,affiliation\n田中,\n田中,北\n" }, { "2 0 0 0" }, { "0 0 2 0" } },
		{ "a card by its number, whatever its name", ENTITY_card,
		  { "number,name,area\n1,なぎ,北町\n2,そよ,\n", "number,name\n1,喫茶なぎ\n" },
		  { "2 0 0 0", "0 1 0 0" }, { "0 0 2 0", "0 0 1 0" } },
		{ "a card by name and area", ENTITY_card,
		  { "name,area\nなぎ,北町\nなぎ,川端\n", "name,area,cost\nなぎ,川端,400円\n" },
		  { "2 0 0 0", "0 1 0 0" }, { "0 0 2 0", "0 0 1 0" } },
		{ "a number told later", ENTITY_card,
		  { "name,area\nなぎ,北町\n", "number,name,area\n7,なぎ,北町\n" },
		  { "1 0 0 0", "0 1 0 0" }, { "0 0 1 0", "0 0 1 0" } },
		{ "another number is another card", ENTITY_card,
		  { "number,name\n1,なぎ\n", "number,name\n2,なぎ\n" },
		  { "1 0 0 0", "1 0 0 0" }, { "0 0 1 0", "0 0 1 0" } },
		{ "no number does not take one away", ENTITY_card,
		  { "number,name,area\n1,なぎ,北町\n", "number,name,area\n0,なぎ,北町\n" },
		  { "1 0 0 0", "0 0 1 0" }, { "0 0 1 0", "0 0 1 0" } },
		{ "a renamed card is no longer known by its old name", ENTITY_card,
		  { "number,name,area\n1,なぎ,北町\n", "number,name,area\n1,そよ,北町\n,なぎ,北町\n" },
		  { "1 0 0 0", "1 1 0 0" }, { "0 0 1 0", "0 0 2 0" } },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct workbook book = { 0 };
		for (size_t k = 0; k < COUNT(rows[i].files) && rows[i].files[k]; k++) {
			struct import_result result = imported(&book, rows[i].entity, rows[i].files[k]);
			assert_counts(&result, rows[i].counts[k]);
			result = imported(&book, rows[i].entity, rows[i].files[k]);
			assert_counts(&result, rows[i].again[k]);
		}
		workbook_done(&book);
	}
}

static void one_recorded_twice_is_not_guessed_at(void **state)
{
	(void)state;
	struct card cards[2] = { 0 };
	struct workbook book = { 0 };

	for (size_t i = 0; i < COUNT(cards); i++) {
		for (size_t k = 0; k < entity_infos[ENTITY_card].fields_len; k++)
			row_set((struct row *)&cards[i], &entity_infos[ENTITY_card].fields[k],
				(struct value){ .text = "" });
		cards[i].id = i ? "b" : "a";
		cards[i].name = "なぎ";
	}
	workbook_set_rows(&book, ENTITY_card, cards, COUNT(cards));
	struct import_result result = imported(&book, ENTITY_card, "name,cost\nなぎ,400円\n");
	assert_non_null(strstr(result.refused[0].reason, "More than one “なぎ”"));
	assert_counts(&result, "0 0 0 1");
	result = imported(&book, ENTITY_card, "number,name,cost\n3,なぎ,400円\n");
	assert_counts(&result, "1 0 0 0");
	workbook_done(&book);
}

static void write_file(char *path, const void *bytes, size_t len)
{
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, len), (ssize_t)len);
	close(fd);
}

static void a_file_is_read_as_its_spreadsheet_saved_it(void **state)
{
	(void)state;
	/* 名前,所属 / 髙﨑①,㈱ in CP932 with CRLF; the same in UTF-16LE with tabs, and in UTF-8 with a mark. */
	static const char cp932[] = "\x96\xBC\x91\x4F,\x8F\x8A\x91\xAE\r\n\xFB\xFC\xED\x95\x87\x40,\x87\x8A\r\n";
	static const char utf16[] = "\xFF\xFE\x0D\x54\x4D\x52\x09\x00\x40\x62\x5E\x5C\x0D\x00\x0A\x00"
				    "\xD9\x9A\x11\xFA\x60\x24\x09\x00\x31\x32\x0D\x00\x0A\x00";
	static const char utf8[] = "\xEF\xBB\xBF名前,所属\r\n髙﨑①,㈱\r\n";
	static const struct {
		const char *bytes;
		size_t len;
		const char *encoding;
	} rows[] = {
		{ cp932, sizeof cp932 - 1, NULL },
		{ cp932, sizeof cp932 - 1, "cp932" },
		{ utf16, sizeof utf16 - 1, NULL },
		{ utf8, sizeof utf8 - 1, NULL },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		char path[] = "/tmp/yoriai-import-XXXXXX";
		const struct import_options options = { .encoding = rows[i].encoding };
		struct workbook book = { 0 };
		struct batch batch = { 0 };
		struct import_result result = { 0 };
		struct fault fault = { 0 };
		write_file(path, rows[i].bytes, rows[i].len);
		if (import_file(path, ENTITY_person, &book, &options, &env_system, &batch, &result, &fault) != ST_OK)
			fail_msg("%s", fault.text);
		unlink(path);
		assert_non_null(result.encoding);
		imported_apply(&book, ENTITY_person, &batch);
		assert_string_equal(book.people.at[0].name, "髙﨑①");
		assert_string_equal(book.people.at[0].affiliation, "㈱");
		assert_counts(&result, "1 0 0 0");
		batch_done(&batch);
		workbook_done(&book);
	}
}

static void a_file_that_is_none_is_refused_by_name(void **state)
{
	(void)state;
	char binary[] = "/tmp/yoriai-import-XXXXXX", broken[] = "/tmp/yoriai-import-XXXXXX";
	struct workbook book = { 0 };
	struct batch batch = { 0 };
	struct import_result result = { 0 };

	write_file(binary, "PK\3\4\0\0", 6);
	write_file(broken, "name\n\xFF\xFF\n", 8);
	const char *const paths[] = { "/tmp", "/nowhere/people.csv", "/dev/zero", binary, broken };
	for (size_t i = 0; i < COUNT(paths); i++) {
		struct fault fault = { 0 };
		assert_int_not_equal(import_file(paths[i], ENTITY_card, &book, &(struct import_options){ 0 },
						 &env_system, &batch, &result, &fault),
				     ST_OK);
		assert_non_null(strstr(fault.text, paths[i]));
		assert_int_equal(batch.len, 0);
	}
	unlink(binary);
	unlink(broken);
}

static void add_random_row(struct dice *dice, struct buf *text)
{
	static const char *const names[] = { "なぎ", "そよ", "ナギ", "" }, *const areas[] = { "", "", "北町", "川端" };
	static const char *const costs[] = { "", "無料", "400円" };

	buf_addf(text, "%zu,%s,%s,%s\n", dice_below(dice, 4), names[dice_below(dice, COUNT(names))],
		 areas[dice_below(dice, COUNT(areas))], costs[dice_below(dice, COUNT(costs))]);
}

/* A number of 0 is no number, so that rows with and without one mix. */
static void any_file_imported_twice_adds_nothing(void **state)
{
	(void)state;
	struct dice dice = dice_take(__func__);

	for (int round = 0; round < 1000; round++) {
		struct workbook book = { 0 };
		for (size_t files = 1 + dice_below(&dice, 3); files > 0; files--) {
			struct buf text = { 0 };
			buf_add_text(&text, "number,name,area,cost\n");
			for (size_t i = 1 + dice_below(&dice, 5); i > 0; i--)
				add_random_row(&dice, &text);
			struct import_result first = imported(&book, ENTITY_card, buf_text(&text));
			struct import_result again = imported(&book, ENTITY_card, buf_text(&text));
			if (again.added + again.changed > 0)
				fail_msg("added %zu, changed %zu at the second import of\n%s", again.added,
					 again.changed, buf_text(&text));
			import_result_done(&first);
			import_result_done(&again);
			buf_done(&text);
		}
		workbook_done(&book);
	}
}

static void any_bytes_are_imported_or_refused_with_a_sentence(void **state)
{
	(void)state;
	struct dice dice = dice_take(__func__);
	static const char *const pieces[] = { "name", "名前", ",", "\n", "\"", "number", "1",
					      "x", "\xff", "\xe2\x80\xae", " ", "\t", "'=" };

	for (int round = 0; round < 2000; round++) {
		struct buf text = { 0 };
		struct workbook book = { 0 };
		struct batch batch = { 0 };
		struct import_result result = { 0 };
		struct fault fault = { 0 };
		for (size_t i = dice_below(&dice, 30); i > 0; i--)
			buf_add_text(&text, pieces[dice_below(&dice, COUNT(pieces))]);
		if (import_rows(buf_text(&text), text.len, ENTITY_card, &book, &(struct import_options){ 0 },
				&env_system, &batch, &result, &fault) == ST_OK)
			assert_int_equal(batch_check(&batch, NULL), ST_OK);
		else
			assert_true(strlen(fault.text) > 0 && batch.len == 0);
		import_result_done(&result);
		batch_done(&batch);
		buf_done(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_column_is_known_in_english_and_japanese),
		cmocka_unit_test(headers_are_known_however_they_are_typed),
		cmocka_unit_test(columns_that_mean_nothing_are_told),
		cmocka_unit_test(a_mapping_goes_before_what_headers_say),
		cmocka_unit_test(a_file_that_cannot_be_read_as_a_whole_changes_nothing),
		cmocka_unit_test(bad_rows_are_refused_by_number_and_good_ones_taken),
		cmocka_unit_test(values_are_read_as_people_write_them),
		cmocka_unit_test(a_text_longer_than_its_field_is_refused),
		cmocka_unit_test(an_empty_cell_blanks_nothing_and_a_no_is_heard),
		cmocka_unit_test(rows_are_known_again_and_never_doubled),
		cmocka_unit_test(one_recorded_twice_is_not_guessed_at),
		cmocka_unit_test(a_file_is_read_as_its_spreadsheet_saved_it),
		cmocka_unit_test(a_file_that_is_none_is_refused_by_name),
		cmocka_unit_test(any_file_imported_twice_adds_nothing),
		cmocka_unit_test(any_bytes_are_imported_or_refused_with_a_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
