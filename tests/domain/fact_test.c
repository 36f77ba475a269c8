#include "domain/fact.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void fill_with_two(void *ctx, void *bytes, size_t len)
{
	(void)ctx;
	memset(bytes, 2, len);
}

static const struct env env = { .fill_random = fill_with_two };

static void a_batch_keeps_every_fact_and_change_in_order(void **state)
{
	struct batch batch = { 0 };
	char id[16], text[16];

	(void)state;
	for (int i = 0; i < 100; i++) {
		snprintf(id, sizeof id, "offer%d", i);
		batch_add(&batch, ENTITY_offer, "workshop", id);
		for (int k = 0; k < i % 9; k++) {
			snprintf(text, sizeof text, "%d of %d", k, i);
			batch_set_text(&batch, FIELD_offer_text, text);
		}
	}
	assert_int_equal(batch.len, 100);
	for (int i = 0; i < 100; i++) {
		const struct fact *fact = &batch.facts[i];
		snprintf(id, sizeof id, "offer%d", i);
		assert_string_equal(fact->id, id);
		assert_string_equal(fact->workshop, "workshop");
		assert_int_equal(fact->changes_len, i % 9);
		for (int k = 0; k < i % 9; k++) {
			snprintf(text, sizeof text, "%d of %d", k, i);
			assert_string_equal(fact->changes[k].value.text, text);
			assert_int_equal(fact->changes[k].field->field, FIELD_offer_text);
		}
	}
	batch_done(&batch);
	assert_int_equal(batch.len, 0);
	batch_done(&batch);
}

static void a_batch_owns_its_texts(void **state)
{
	struct batch batch = { 0 };
	char text[] = "お茶", id[] = "a", workshop[] = "w";

	(void)state;
	batch_add(&batch, ENTITY_offer, workshop, id);
	batch_set_text(&batch, FIELD_offer_text, text);
	text[0] = id[0] = workshop[0] = 'x';
	assert_string_equal(batch.facts[0].id, "a");
	assert_string_equal(batch.facts[0].workshop, "w");
	assert_string_equal(batch.facts[0].changes[0].value.text, "お茶");
	batch_set_number(&batch, FIELD_offer_scope, SCOPE_TEN);
	assert_string_equal(batch.facts[0].changes[1].value.text, "");
	batch_done(&batch);
}

static void a_new_row_gets_an_id(void **state)
{
	struct batch batch = { 0 };
	struct id id;

	(void)state;
	batch_add_new(&batch, ENTITY_note, "w", &env, &id);
	assert_string_equal(id.text, "2222222222222222");
	assert_string_equal(batch.facts[0].id, id.text);
	batch_done(&batch);
}

static void the_directory_belongs_to_no_workshop(void **state)
{
	struct batch batch = { 0 };

	(void)state;
	batch_add(&batch, ENTITY_person, "w", "p");
	assert_string_equal(batch.facts[0].workshop, "");
	batch_done(&batch);
}

static enum status check_one(enum field field, struct value value, struct fault *fault)
{
	struct batch batch = { 0 };

	batch_add(&batch, field == FIELD_gone ? ENTITY_note : field_entity(field), "w", "id");
	batch_set(&batch, field_info_of(field), value);
	enum status st = batch_check(&batch, fault);
	batch_done(&batch);
	return st;
}

static void texts_may_be_as_long_as_their_field_and_no_longer(void **state)
{
	static char text[65536 + 2];

	(void)state;
	for (enum field field = FIELD_gone + 1; field < FIELD_COUNT; field++) {
		const struct field_info *info = field_info_of(field);
		struct fault fault = { "" };
		if (!field_type_is_text(info->type) || info->limit == 0)
			continue;
		memset(text, 'a', sizeof text);
		text[info->limit] = '\0';
		assert_int_equal(check_one(field, (struct value){ text, 0 }, NULL), ST_OK);
		text[info->limit] = 'a';
		text[info->limit + 1] = '\0';
		assert_int_equal(check_one(field, (struct value){ text, 0 }, &fault), ST_INVALID);
		assert_non_null(strstr(fault.text, info->name));
	}
}

static void numbers_and_codes_stay_in_their_range(void **state)
{
	static const struct {
		enum field field;
		int64_t number;
		enum status st;
	} rows[] = {
		{ FIELD_gone, 0, ST_OK },
		{ FIELD_gone, 1, ST_OK },
		{ FIELD_gone, 2, ST_INVALID },
		{ FIELD_table_number, 999, ST_OK },
		{ FIELD_table_number, 1000, ST_INVALID },
		{ FIELD_table_number, -1000, ST_INVALID },
		{ FIELD_table_number, INT64_MIN, ST_INVALID },
		{ FIELD_workshop_start_ms, INT64_MAX, ST_OK },
		{ FIELD_offer_scope, SCOPE_HUNDRED, ST_OK },
		{ FIELD_offer_scope, SCOPE_HUNDRED + 1, ST_INVALID },
		{ FIELD_offer_scope, -1, ST_INVALID },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(check_one(rows[i].field, (struct value){ "", rows[i].number }, NULL), rows[i].st);
}

static void texts_that_may_not_be_kept_are_refused(void **state)
{
	static const struct {
		enum field field;
		const char *text;
		enum status st;
	} rows[] = {
		{ FIELD_offer_text, "一行\n二行\tと", ST_OK },	   { FIELD_offer_by, "田中", ST_OK },
		{ FIELD_offer_by, "一行\n二行", ST_INVALID },	   { FIELD_offer_by, "\033[31mred", ST_INVALID },
		{ FIELD_offer_text, "\xE5\xAF", ST_INVALID },	   { FIELD_offer_text, "abc\xE2\x80\xAE" "cba", ST_INVALID },
		{ FIELD_offer_text, "line\r\nline", ST_INVALID }, { FIELD_offer_table, "abc\x7F", ST_INVALID },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct fault fault = { "" };
		if (check_one(rows[i].field, (struct value){ rows[i].text, 0 }, &fault) != rows[i].st)
			fail_msg("row %zu: %s", i, fault.text);
		assert_true((rows[i].st == ST_OK) == (fault.text[0] == '\0'));
	}
}

/* The wrong value may stand anywhere in the batch. */
static void one_wrong_value_refuses_the_batch(void **state)
{
	struct batch batch = { 0 };

	(void)state;
	assert_int_equal(batch_check(&batch, NULL), ST_OK);
	batch_add(&batch, ENTITY_note, "w", "a");
	batch_set_text(&batch, FIELD_note_text, "fine");
	batch_add(&batch, ENTITY_offer, "w", "b");
	batch_set_text(&batch, FIELD_offer_text, "fine");
	assert_int_equal(batch_check(&batch, NULL), ST_OK);
	batch_set_number(&batch, FIELD_offer_scope, 9);
	batch_add(&batch, ENTITY_note, "w", "c");
	assert_int_equal(batch_check(&batch, NULL), ST_INVALID);
	batch_done(&batch);
}

static void a_row_is_said_whole_but_for_its_references(void **state)
{
	const struct offer offer = { .id = "o", .table = "t", .pos = "m", .text = "tea", .by = "Aya", .scope = SCOPE_TEN, .need = "n", .item = "i" };
	const struct entity_info *info = &entity_infos[ENTITY_offer];
	struct batch batch = { 0 };
	size_t expected = 0;

	(void)state;
	for (size_t i = 0; i < info->fields_len; i++)
		expected += info->fields[i].type != FIELD_TYPE_REF;
	batch_add(&batch, ENTITY_offer, "w", "p");
	batch_set_row(&batch, (const struct row *)&offer);
	assert_int_equal(batch.facts[0].changes_len, expected);
	for (size_t i = 0; i < batch.facts[0].changes_len; i++) {
		const struct change *change = &batch.facts[0].changes[i];
		assert_true(change->field->type != FIELD_TYPE_REF);
		assert_true(change->value.number == row_value((const struct row *)&offer, change->field).number);
		assert_string_equal(change->value.text, row_value((const struct row *)&offer, change->field).text);
	}
	batch_done(&batch);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_row_is_said_whole_but_for_its_references),
		cmocka_unit_test(a_batch_keeps_every_fact_and_change_in_order),
		cmocka_unit_test(a_batch_owns_its_texts),
		cmocka_unit_test(a_new_row_gets_an_id),
		cmocka_unit_test(the_directory_belongs_to_no_workshop),
		cmocka_unit_test(texts_may_be_as_long_as_their_field_and_no_longer),
		cmocka_unit_test(numbers_and_codes_stay_in_their_range),
		cmocka_unit_test(texts_that_may_not_be_kept_are_refused),
		cmocka_unit_test(one_wrong_value_refuses_the_batch),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
