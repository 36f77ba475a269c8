#include "domain/card_finder.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct card cards[] = {
	{ .id = "c3", .number = 3, .name = "ひきこもり相談窓口「とびら」", .kana = "ヒキコモリソウダンマドグチ", .strength = "訪問・待つこと", .offers = "相談", .area = "川端" },
	{ .id = "c7", .number = 7, .name = "就労準備の部屋「あしば」", .kana = "", .strength = "週1時間から試す", .offers = "", .area = "" },
	{ .id = "c13", .number = 13, .name = "町の電器店「まるでん」", .kana = "マチノデンキテン", .strength = "壊れたラジオを預かる", .offers = "", .area = "" },
	{ .id = "c15", .number = 15, .name = "おもちゃ・ラジオ病院", .kana = "", .strength = "直す人の仲間がいる", .offers = "", .area = "" },
	{ .id = "c19", .number = 19, .name = "ラジオ好きの掲示板", .kana = "", .strength = "顔を出さずに話せる", .offers = "", .area = "" },
};

static struct workbook book_of_cards(void)
{
	struct workbook book = { 0 };

	workbook_set_rows(&book, ENTITY_card, cards, COUNT(cards));
	return book;
}

static void cards_are_found_by_number_name_reading_and_strength(void **state)
{
	static const struct {
		const char *words;
		int numbers[4]; /* best first, 0-ended */
	} rows[] = {
		{ "", { 0 } },           { "とびら", { 3, 0 } },   { "ﾄﾋﾞﾗ", { 3, 0 } },       { "マルデン", { 13, 0 } },
		{ "まちの", { 13, 0 } }, { "１３", { 13, 0 } },    { "ラジオ", { 19, 15, 13, 0 } }, { "仲間", { 15, 0 } },
		{ "7", { 7, 0 } },       { "相談", { 3, 0 } },     { "1", { 7, 0 } },             { "どこにもない", { 0 } },
		{ "99", { 0 } },         { "カワバタ", { 0 } },    { "川端", { 3, 0 } },          { "川端　待つ", { 3, 0 } },
		{ "川端 ラジオ", { 0 } },
	};
	struct workbook book = book_of_cards();
	struct card_finder finder = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct card_found found[4];
		size_t len = card_finder_find(&finder, &book, "", rows[i].words, found, COUNT(found)), want = 0;
		while (rows[i].numbers[want])
			want++;
		if (len != want)
			fail_msg("“%s” finds %zu cards, not %zu", rows[i].words, len, want);
		for (size_t k = 0; k < len; k++)
			assert_int_equal(found[k].card->number, rows[i].numbers[k]);
	}
	card_finder_forget(&finder);
}

static void a_number_matches_before_a_name_that_holds_it(void **state)
{
	struct workbook book = book_of_cards();
	struct card_finder finder = { 0 };
	struct card_found found[2];

	(void)state;
	assert_int_equal(card_finder_find(&finder, &book, "", "7", found, 2), 1);
	assert_int_equal(found[0].match, CARD_MATCH_NUMBER);
	assert_int_equal(card_finder_find(&finder, &book, "", "仲間", found, 2), 1);
	assert_int_equal(found[0].match, CARD_MATCH_STRENGTH);
	card_finder_forget(&finder);
}

/* Table t1 used 15 and then 13 for the need; t2 used 19. */
static struct need needs[] = { { .id = "n1", .text = "ごみ出しの日", .category = "食・家事" } };
static struct storyline storylines[] = { { .id = "s1", .table = "t1" }, { .id = "s2", .table = "t2" } };
static struct step steps[] = { { .id = "p1", .storyline = "s1", .need = "n1" }, { .id = "p2", .storyline = "s2", .need = "" } };
static struct support supports[] = {
	{ .id = "u1", .step = "p1", .card = "c15", .born = { { 1 } } },
	{ .id = "u2", .step = "p1", .card = "c13", .born = { { 2 } } },
	{ .id = "u3", .step = "p2", .card = "c19", .born = { { 3 } } },
	{ .id = "u4", .step = "p2", .card = "", .born = { { 4 } } },
};

static void what_the_table_uses_comes_first_and_then_what_others_use(void **state)
{
	static const struct {
		const char *table, *words;
		int numbers[4];
	} rows[] = {
		{ "t1", "", { 13, 15, 19, 0 } },       { "t2", "", { 19, 13, 15, 0 } }, { "", "", { 19, 13, 15, 0 } },
		{ "t1", "ラジオ", { 19, 15, 13, 0 } }, { "t1", "時", { 7, 0 } },        { "t2", "ごみ", { 13, 15, 0 } },
		{ "t1", "家事", { 13, 15, 0 } },       { "t1", "る", { 13, 15, 19, 0 } },
	};
	struct workbook book = book_of_cards();

	(void)state;
	workbook_set_rows(&book, ENTITY_need, needs, COUNT(needs));
	workbook_set_rows(&book, ENTITY_storyline, storylines, COUNT(storylines));
	workbook_set_rows(&book, ENTITY_step, steps, COUNT(steps));
	workbook_set_rows(&book, ENTITY_support, supports, COUNT(supports));
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct card_finder finder = { 0 };
		struct card_found found[4];
		size_t len = card_finder_find(&finder, &book, rows[i].table, rows[i].words, found, COUNT(found));
		for (size_t k = 0; k < COUNT(found) && rows[i].numbers[k]; k++)
			if (k >= len || found[k].card->number != rows[i].numbers[k])
				fail_msg("“%s” at %s: the %zuth is not %d", rows[i].words, rows[i].table, k + 1, rows[i].numbers[k]);
		card_finder_forget(&finder);
	}
}

static void the_best_stay_where_there_is_room_for_few(void **state)
{
	struct workbook book = book_of_cards();
	struct card_finder finder = { 0 };
	struct card_found found[1];

	(void)state;
	assert_int_equal(card_finder_find(&finder, &book, "", "ラジオ", found, 1), 3);
	assert_int_equal(found[0].card->number, 19);
	card_finder_forget(&finder);
}

static void cards_of_a_workbook_read_anew_are_found_once_the_old_are_forgotten(void **state)
{
	static struct card fresh = { .id = "c", .number = 1, .name = "新しい場", .kana = "", .strength = "", .offers = "", .area = "" };
	struct workbook book = book_of_cards();
	struct card_finder finder = { 0 };
	struct card_found found[2];

	(void)state;
	card_finder_find(&finder, &book, "", "新しい", found, 2);
	workbook_set_rows(&book, ENTITY_card, &fresh, 1);
	card_finder_forget(&finder);
	assert_int_equal(card_finder_find(&finder, &book, "", "新しい", found, 2), 1);
	assert_ptr_equal(found[0].card, &fresh);
	card_finder_forget(&finder);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(cards_are_found_by_number_name_reading_and_strength),
		cmocka_unit_test(a_number_matches_before_a_name_that_holds_it),
		cmocka_unit_test(what_the_table_uses_comes_first_and_then_what_others_use),
		cmocka_unit_test(the_best_stay_where_there_is_room_for_few),
		cmocka_unit_test(cards_of_a_workbook_read_anew_are_found_once_the_old_are_forgotten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
