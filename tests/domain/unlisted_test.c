/* Names that come up again and again: counted, declined, and made a card of. */
#include "domain/unlisted.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct table tables[] = { { .id = "t1", .workshop = "w", .number = 1 }, { .id = "t2", .workshop = "w", .number = 2 } };
static struct storyline storylines[] = { { .id = "s1", .table = "t1" }, { .id = "s2", .table = "t2" } };
static struct step steps[] = { { .id = "p1", .storyline = "s1" }, { .id = "p2", .storyline = "s2" } };
#define FREE .workshop = "w", .card = "", .offer = ""
static struct support supports[] = {
	{ .id = "u1", .step = "p1", .name = "駅前のパン屋", FREE, .formality = FORMALITY_INFORMAL },
	{ .id = "u2", .step = "p1", .name = "駅前のﾊﾟﾝ屋", FREE },
	{ .id = "u3", .step = "p2", .name = "駅前のパン屋", FREE },
	{ .id = "u4", .step = "p1", .name = "隣の人", FREE, .no_card = 1 },
	{ .id = "u5", .step = "p2", .name = "隣の人", FREE },
	{ .id = "u6", .step = "p2", .name = "とびら", .workshop = "w", .card = "c3", .offer = "" },
};
static struct card cards[] = { { .id = "c3", .number = 20, .name = "とびら" } };

static struct workbook full_book(void)
{
	struct workbook book = { 0 };

	workbook_set_rows(&book, ENTITY_table, tables, COUNT(tables));
	workbook_set_rows(&book, ENTITY_storyline, storylines, COUNT(storylines));
	workbook_set_rows(&book, ENTITY_step, steps, COUNT(steps));
	workbook_set_rows(&book, ENTITY_support, supports, COUNT(supports));
	workbook_set_rows(&book, ENTITY_card, cards, COUNT(cards));
	return book;
}

static void a_name_is_counted_however_it_is_written_until_it_is_declined(void **state)
{
	struct workbook book = full_book();

	(void)state;
	assert_int_equal(unlisted_uses(&book, "駅前のパン屋"), 3);
	assert_int_equal(unlisted_uses(&book, "隣の人"), 0);
	assert_int_equal(unlisted_uses(&book, "とびら"), 0);
	assert_int_equal(unlisted_uses(&book, "はじめての名前"), 0);
}

static struct id make(const struct workbook *book, const struct support *support, struct batch *batch)
{
	struct record record = { .book = book, .table = &tables[0], .env = &env_system, .batch = batch };
	struct id id = { "" };

	unlisted_make_card(&record, support, "会・テーブル1");
	if (batch->facts[0].entity == ENTITY_card)
		memcpy(id.text, batch->facts[0].id, sizeof id.text);
	assert_int_equal(batch_check(batch, NULL), ST_OK);
	return id;
}

static void a_card_is_made_and_given_to_the_tables_own_supports(void **state)
{
	struct workbook book = full_book();
	struct batch batch = { 0 };

	(void)state;
	struct id card = make(&book, &supports[0], &batch);
	assert_int_equal(batch.len, 3);
	assert_int_equal(batch.facts[0].changes[0].value.number, 21);
	assert_string_equal(batch.facts[0].workshop, "");
	assert_string_equal(batch.facts[1].id, "u1");
	assert_string_equal(batch.facts[2].id, "u2");
	assert_string_equal(batch.facts[2].changes[0].value.text, card.text);
	batch_done(&batch);
}

static void a_card_that_is_there_already_is_taken(void **state)
{
	static struct card baker[] = { { .id = "c9", .number = 9, .name = "駅前のパン屋" } };
	struct workbook book = full_book();
	struct batch batch = { 0 };

	(void)state;
	workbook_set_rows(&book, ENTITY_card, baker, COUNT(baker));
	make(&book, &supports[0], &batch);
	assert_int_equal(batch.len, 2);
	assert_string_equal(batch.facts[0].changes[0].value.text, "c9");
	batch_done(&batch);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_is_counted_however_it_is_written_until_it_is_declined),
		cmocka_unit_test(a_card_is_made_and_given_to_the_tables_own_supports),
		cmocka_unit_test(a_card_that_is_there_already_is_taken),
	};

	return cmocka_run_group_tests_name("unlisted", tests, NULL, NULL);
}
