#include "domain/deck.h"

#include "base/mem.h"
#include "domain/card_finder.h"
#include "domain/record.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct workshop workshops[] = { { .id = "w" } };
static struct card cards[] = {
	{ .id = "c3", .number = 3, .name = "相談窓口「とびら」", .kana = "", .strength = "待つこと", .offers = "", .area = "" },
	{ .id = "c7", .number = 7, .name = "就労準備「あしば」", .kana = "", .strength = "ラジオ", .offers = "", .area = "" },
	{ .id = "c13", .number = 13, .name = "ラジオ店「まるでん」", .kana = "", .strength = "ラジオを預かる", .offers = "", .area = "" },
	{ .id = "c15", .number = 15, .name = "ラジオ病院", .kana = "", .strength = "仲間", .offers = "", .area = "" },
};
static struct deck_card chosen[] = {
	{ .id = "d1", .card = "c13", .number = 2 },
	{ .id = "d2", .card = "c3", .number = 1 },
	{ .id = "d3", .card = "deleted since", .number = 3 },
};

static struct workbook book_with(struct deck_card *rows, size_t len)
{
	struct workbook book = { 0 };

	workbook_set_rows(&book, ENTITY_workshop, workshops, COUNT(workshops));
	workbook_set_rows(&book, ENTITY_card, cards, COUNT(cards));
	workbook_set_rows(&book, ENTITY_deck_card, rows, len);
	return book;
}

static void a_workshop_that_chose_none_has_all_cards(void **state)
{
	struct workbook book = book_with(NULL, 0);
	struct arena arena = { 0 };
	struct deck deck = deck_of(&book, &arena);

	(void)state;
	assert_false(deck.is_chosen);
	assert_int_equal(deck.len, COUNT(cards));
	assert_int_equal(deck_number(&deck, &cards[2]), 13);
	assert_true(deck_holds(&deck, &cards[3]));
	assert_null(deck_place_of(&deck, &cards[3]));
	assert_int_equal(deck_last_number(&deck), 0);
	arena_done(&arena);
}

static void chosen_cards_stand_by_their_own_numbers(void **state)
{
	struct workbook book = book_with(chosen, COUNT(chosen));
	struct arena arena = { 0 };
	struct deck deck = deck_of(&book, &arena);

	(void)state;
	assert_true(deck.is_chosen);
	assert_int_equal(deck.len, 2);
	assert_string_equal(deck.at[0].card->id, "c3");
	assert_string_equal(deck.at[1].card->id, "c13");
	assert_int_equal(deck_number(&deck, &cards[0]), 1);
	assert_int_equal(deck_number(&deck, &cards[1]), 0);
	assert_false(deck_holds(&deck, &cards[1]));
	assert_int_equal(deck_last_number(&deck), 2);
	arena_done(&arena);
}

static void a_number_means_the_card_that_bears_it_here(void **state)
{
	static const struct {
		const char *words, *in_deck, *in_directory;
	} rows[] = {
		{ "1", "c3", NULL },  { "２", "c13", NULL },      { "3", NULL, "c3" },        { "13", NULL, "c13" },
		{ "c7", "c7", "c7" }, { "ﾗｼﾞｵ病院", "c15", "c15" }, { "ラジオ", NULL, NULL }, { "", NULL, NULL },
	};
	struct workbook book = book_with(chosen, COUNT(chosen));
	struct arena arena = { 0 };
	struct deck deck = deck_of(&book, &arena);

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct card *here = deck_find(&book, &deck, rows[i].words), *there = deck_find(&book, NULL, rows[i].words);
		if (rows[i].in_deck ? !here || strcmp(here->id, rows[i].in_deck) != 0 : here != NULL)
			fail_msg("“%s” is %s in the deck", rows[i].words, here ? here->id : "nothing");
		if (rows[i].in_directory ? !there || strcmp(there->id, rows[i].in_directory) != 0 : there != NULL)
			fail_msg("“%s” is %s in the directory", rows[i].words, there ? there->id : "nothing");
		assert_ptr_equal(record_card(&book, rows[i].words), here);
	}
	arena_done(&arena);
}

static void of_two_with_one_number_neither_is_meant(void **state)
{
	struct deck_card twice[] = { { .id = "d1", .card = "c13", .number = 1 }, { .id = "d2", .card = "c3", .number = 1 } };
	struct workbook book = book_with(twice, COUNT(twice));
	struct arena arena = { 0 };
	struct deck deck = deck_of(&book, &arena);

	(void)state;
	assert_null(deck_find(&book, &deck, "1"));
	assert_string_equal(deck.at[0].card->id, "c13");
	arena_done(&arena);
}

static void who_types_finds_the_deck_first_and_by_its_numbers(void **state)
{
	static const struct {
		const char *words;
		struct {
			const char *id;
			int64_t number;
		} found[3];
	} rows[] = {
		{ "ラジオ", { { "c13", 2 }, { "c15", 0 }, { "c7", 0 } } },
		{ "1", { { "c3", 1 } } },
		{ "3", { { NULL, 0 } } },
		{ "あしば", { { "c7", 0 } } },
	};
	struct workbook book = book_with(chosen, COUNT(chosen));
	struct card_finder finder = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct card_found found[3];
		size_t len = card_finder_find(&finder, &book, "", rows[i].words, found, COUNT(found));
		for (size_t k = 0; k < COUNT(found) && rows[i].found[k].id; k++) {
			assert_true(k < len);
			assert_string_equal(found[k].card->id, rows[i].found[k].id);
			assert_int_equal(found[k].number, rows[i].found[k].number);
		}
		if (!rows[i].found[0].id)
			assert_int_equal(len, 0);
	}
	card_finder_forget(&finder);
}

static void check_change(const struct fact *fact, enum field field, int64_t number)
{
	for (size_t i = 0; i < fact->changes_len; i++)
		if (fact->changes[i].field->field == field) {
			assert_int_equal(fact->changes[i].value.number, number);
			return;
		}
	fail_msg("the fact does not say field %d", (int)field);
}

static void a_card_is_in_a_deck_once_wherever_it_was_chosen(void **state)
{
	struct workbook book = book_with(chosen, COUNT(chosen));
	struct arena arena = { 0 };
	struct deck deck = deck_of(&book, &arena);
	struct batch batch = { 0 };

	(void)state;
	assert_string_equal(deck_card_id("w", "c7").text, deck_card_id("w", "c7").text);
	assert_string_not_equal(deck_card_id("w", "c7").text, deck_card_id("v", "c7").text);
	assert_string_not_equal(deck_card_id("w", "c7").text, deck_card_id("w", "c3").text);
	deck_add(&deck, &cards[0], 9, &batch);
	assert_int_equal(batch.len, 0);
	deck_add(&deck, &cards[1], 3, &batch);
	assert_int_equal(batch.len, 1);
	assert_string_equal(batch.facts[0].id, deck_card_id("w", "c7").text);
	check_change(&batch.facts[0], FIELD_gone, 0);
	check_change(&batch.facts[0], FIELD_deck_card_number, 3);
	deck_remove(&deck, &cards[1], &batch);
	assert_int_equal(batch.len, 1);
	deck_remove(&deck, &cards[2], &batch);
	assert_string_equal(batch.facts[1].id, "d1");
	check_change(&batch.facts[1], FIELD_gone, 1);
	batch_done(&batch);
	arena_done(&arena);
}

static void renumbering_says_only_what_changes(void **state)
{
	struct deck_card gaps[] = {
		{ .id = "d1", .card = "c3", .number = 1 }, { .id = "d2", .card = "c7", .number = 4 }, { .id = "d3", .card = "c13", .number = 9 },
	};
	struct workbook book = book_with(gaps, COUNT(gaps));
	struct arena arena = { 0 };
	struct deck deck = deck_of(&book, &arena);
	struct batch batch = { 0 };

	(void)state;
	deck_renumber(&deck, &batch);
	assert_int_equal(batch.len, 2);
	assert_string_equal(batch.facts[0].id, "d2");
	check_change(&batch.facts[0], FIELD_deck_card_number, 2);
	check_change(&batch.facts[1], FIELD_deck_card_number, 3);
	batch_done(&batch);
	arena_done(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_workshop_that_chose_none_has_all_cards),
		cmocka_unit_test(chosen_cards_stand_by_their_own_numbers),
		cmocka_unit_test(a_number_means_the_card_that_bears_it_here),
		cmocka_unit_test(of_two_with_one_number_neither_is_meant),
		cmocka_unit_test(who_types_finds_the_deck_first_and_by_its_numbers),
		cmocka_unit_test(a_card_is_in_a_deck_once_wherever_it_was_chosen),
		cmocka_unit_test(renumbering_says_only_what_changes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
