#include "domain/need_match.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define CARD(number_, name_, strength_, offers_) \
	{ .id = name_, .number = number_, .name = name_, .kana = "", .strength = strength_, .offers = offers_, .area = "" }
static struct card cards[] = {
	CARD(1, "くらし相談室", "封筒を一緒に開ける・家計", "相談"),
	CARD(2, "助け合い便「のせてこ」", "送迎", "移動"),
	CARD(3, "町の電器店", "壊れたラジオを預かる", "社会参加"),
	CARD(4, "休んでいる送迎", "送迎", "移動"),
};

static struct workbook book_of(struct need *needs, size_t len)
{
	struct workbook book = { 0 };

	cards[3].state = CARD_STATE_RESTING;
	workbook_set_rows(&book, ENTITY_card, cards, COUNT(cards));
	workbook_set_rows(&book, ENTITY_need, needs, len);
	return book;
}

static void a_need_finds_cards_by_a_word_and_says_which(void **state)
{
	static const struct {
		const char *text, *category, *interest;
		int64_t numbers[3]; /* 0-ended */
		const char *word;   /* of the first */
	} rows[] = {
		{ "税・年金の封筒を開ける", "", "", { 1 }, "封筒" },
		{ "病院に行く足", "移動", "", { 2 }, "移動" },
		{ "病院に行く足", "", "", { 0 }, NULL },
		{ "病院に行く足", "知らない分類", "", { 0 }, NULL },
		{ "話せる相手", "", "古いﾗｼﾞｵ", { 3 }, "ﾗｼﾞｵ" },
		{ "ラジオ修理を生かす役割", "仕事・役割", "", { 3 }, "ラジオ" },
		{ "猫の世話を続けたい", "", "", { 0 }, NULL },
		{ "", "", "", { 0 }, NULL },
		{ "家計", "権利・手続き", "ラジオ", { 1, 3 }, "家計" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct need need = { .id = "n", .text = rows[i].text, .category = rows[i].category, .resistance = "", .interest = rows[i].interest };
		struct workbook book = book_of(&need, 1);
		struct arena arena = { 0 };
		struct deck deck = deck_of(&book, &arena);
		const struct need_match *match = need_matches(&book, &deck, &arena);
		size_t wanted = 0;
		assert_ptr_equal(match->need, &need);
		for (; rows[i].numbers[wanted]; wanted++)
			if (wanted >= match->len || match->at[wanted].number != rows[i].numbers[wanted])
				fail_msg("“%s”: card %d is not at its place", rows[i].text, (int)rows[i].numbers[wanted]);
		if (match->len != wanted)
			fail_msg("“%s” finds %zu cards", rows[i].text, match->len);
		if (rows[i].word)
			assert_string_equal(match->at[0].word, rows[i].word);
		arena_done(&arena);
	}
}

static void only_what_lies_on_the_tables_answers(void **state)
{
	struct deck_card chosen[] = { { .id = "d", .card = "町の電器店", .number = 1 } };
	struct need needs[] = {
		{ .id = "n1", .text = "封筒", .category = "", .resistance = "", .interest = "" },
		{ .id = "n2", .text = "ラジオ", .category = "", .resistance = "", .interest = "" },
	};
	struct workbook book = book_of(needs, COUNT(needs));
	struct arena arena = { 0 };

	(void)state;
	workbook_set_rows(&book, ENTITY_deck_card, chosen, COUNT(chosen));
	struct deck deck = deck_of(&book, &arena);
	const struct need_match *matches = need_matches(&book, &deck, &arena);
	assert_int_equal(matches[0].len, 0);
	assert_int_equal(matches[1].len, 1);
	assert_int_equal(matches[1].at[0].number, 1);
	arena_done(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_need_finds_cards_by_a_word_and_says_which),
		cmocka_unit_test(only_what_lies_on_the_tables_answers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
