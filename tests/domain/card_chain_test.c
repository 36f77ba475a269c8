#include "domain/card_chain.h"

#include "base/buf.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static struct card cards[] = {
	{ .id = "c1", .name = "回覧板", .strength = "", .area = "" },
	{ .id = "c2", .name = "電器店", .strength = "壊れたラジオを預かる", .area = "川端" },
	{ .id = "c3", .name = "掲示板", .strength = "短波ﾗｼﾞｵの話", .area = "" },
	{ .id = "c4", .name = "相談室", .strength = "退院準備・介護保険", .area = "丘の上" },
	{ .id = "c5", .name = "病院", .strength = "家族への連絡と退院支援", .area = "" },
	{ .id = "c6", .name = "隣の人", .strength = "", .area = "川端" },
	{ .id = "c7", .name = "体操の会", .strength = "ラジオ体操", .area = "丘の上" },
	{ .id = "c8", .name = "弁当", .strength = "一声", .area = "" },
};
static struct need needs[] = { { .id = "n1", .text = "話せる相手" } };
static struct step steps[] = {
	{ .id = "p3", .storyline = "s1", .need = "" }, { .id = "p1", .storyline = "s1", .need = "n1" },
	{ .id = "q1", .storyline = "s2", .need = "" }, { .id = "p2", .storyline = "s1", .need = "" },
	{ .id = "q2", .storyline = "s2", .need = "n1" },
};
/* Table 1: c1, then c2 and c6, then c8 with c1 once more. Table 2: c1, then c6 and c5, and a card that has been deleted. */
static struct support supports[] = {
	{ .id = "u1", .step = "p3", .card = "c1" }, { .id = "u2", .step = "p1", .card = "c2" },
	{ .id = "u3", .step = "p1", .card = "c6" }, { .id = "u4", .step = "p2", .card = "c8" },
	{ .id = "u5", .step = "p2", .card = "c1" }, { .id = "u6", .step = "q1", .card = "c1" },
	{ .id = "u7", .step = "q2", .card = "c6" }, { .id = "u8", .step = "q2", .card = "c5" },
	{ .id = "u9", .step = "q2", .card = "gone" },
};

/* "c6 after 2, …": the cards that lead on from one, in order. */
static void expect(const char *id, size_t uses, const char *chain_in_words)
{
	static const char *const links[] = { "", "after", "need", "strength", "area" };
	struct workbook book = { 0 };
	struct arena arena = { 0 };
	struct buf got = { 0 };

	workbook_set_rows(&book, ENTITY_card, cards, COUNT(cards));
	workbook_set_rows(&book, ENTITY_need, needs, COUNT(needs));
	workbook_set_rows(&book, ENTITY_step, steps, COUNT(steps));
	workbook_set_rows(&book, ENTITY_support, supports, COUNT(supports));
	struct card_chain chain = card_chain_of(&book, workbook_card(&book, id), &arena);
	for (size_t i = 0; i < chain.len; i++) {
		const struct chain_card *at = &chain.at[i];
		buf_addf(&got, "%s%s %s ", i ? ", " : "", at->card->id, links[at->link]);
		if (at->link == CHAIN_AFTER)
			buf_addf(&got, "%zu", at->times);
		else
			buf_add_text(&got, at->word);
	}
	assert_string_equal(buf_text(&got), chain_in_words);
	assert_int_equal(chain.uses, uses);
	buf_done(&got);
	arena_done(&arena);
}

static void what_came_next_at_any_table_stands_first_by_how_often(void **state)
{
	(void)state;
	expect("c1", 3, "c6 after 2, c2 after 1, c5 after 1");
}

static void a_need_that_both_answer_comes_before_what_both_are_good_at(void **state)
{
	(void)state;
	expect("c2", 1, "c1 after 1, c8 after 1, c5 need 話せる相手, c6 need 話せる相手, c3 strength ﾗｼﾞｵ, c7 strength ラジオ");
}

/* 退院 is a word within 退院準備; neither width nor kana matters. */
static void words_of_kanji_may_be_parts_of_longer_ones(void **state)
{
	(void)state;
	expect("c4", 0, "c5 strength 退院, c7 area 丘の上");
	expect("c3", 0, "c2 strength ラジオ, c7 strength ラジオ");
	expect("c8", 1, "");
}

static void a_card_that_says_nothing_and_helps_nowhere_has_no_chain(void **state)
{
	struct card lone = { .id = "c9", .strength = "", .area = "" };
	struct workbook book = { 0 };
	struct arena arena = { 0 };

	(void)state;
	workbook_set_rows(&book, ENTITY_card, &lone, 1);
	struct card_chain chain = card_chain_of(&book, &lone, &arena);
	assert_int_equal(chain.len, 0);
	assert_int_equal(chain.uses, 0);
	arena_done(&arena);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_came_next_at_any_table_stands_first_by_how_often),
		cmocka_unit_test(a_need_that_both_answer_comes_before_what_both_are_good_at),
		cmocka_unit_test(words_of_kanji_may_be_parts_of_longer_ones),
		cmocka_unit_test(a_card_that_says_nothing_and_helps_nowhere_has_no_chain),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
