#include "domain/entity.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void every_field_is_found_by_its_number_and_its_name(void **state)
{
	(void)state;
	for (enum field field = FIELD_gone + 1; field < FIELD_COUNT; field++) {
		const struct field_info *info = field_info_of(field);
		const struct entity_info *entity = &entity_infos[field_entity(field)];
		assert_int_equal(info->field, field);
		assert_ptr_equal(entity_field(entity, info->name), info);
	}
	assert_int_equal(field_info_of(FIELD_gone)->field, FIELD_gone);
}

static void every_entity_is_found_by_its_name_and_knows_gone(void **state)
{
	size_t fields = 1;

	(void)state;
	for (enum entity entity = 0; entity < ENTITY_COUNT; entity++) {
		const struct entity_info *info = &entity_infos[entity];
		assert_int_equal(info->entity, entity);
		assert_ptr_equal(entity_of_name(info->name), info);
		assert_ptr_equal(entity_field(info, "gone"), field_info_of(FIELD_gone));
		assert_null(entity_field(info, "no such field"));
		fields += info->fields_len;
	}
	assert_null(entity_of_name("no such entity"));
	assert_int_equal(fields, FIELD_COUNT);
}

/* SQL, CSV and JSON all use the names as they are. */
static void names_are_plain_words(void **state)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz_";

	(void)state;
	for (enum field field = FIELD_gone; field < FIELD_COUNT; field++)
		assert_int_equal(strspn(field_info_of(field)->name, plain), strlen(field_info_of(field)->name));
	for (enum entity entity = 0; entity < ENTITY_COUNT; entity++)
		assert_int_equal(strspn(entity_infos[entity].plural, plain), strlen(entity_infos[entity].plural));
}

static void a_list_is_ordered_by_a_field_it_has(void **state)
{
	(void)state;
	for (enum entity entity = 0; entity < ENTITY_COUNT; entity++) {
		const char *order = entity_infos[entity].order;
		assert_true(strcmp(order, "born") == 0 || entity_field(&entity_infos[entity], order) != NULL);
	}
}

static size_t size_of_type(enum field_type type)
{
	if (field_type_is_text(type))
		return sizeof(const char *);
	return type == FIELD_TYPE_CODE ? sizeof(unsigned) : sizeof(int64_t);
}

static void members_lie_inside_their_struct_and_apart(void **state)
{
	(void)state;
	for (enum entity entity = 0; entity < ENTITY_COUNT; entity++) {
		const struct entity_info *info = &entity_infos[entity];
		size_t free_from = sizeof(struct row);
		for (size_t i = 0; i < info->fields_len; i++) {
			assert_true(info->fields[i].offset >= free_from);
			free_from = info->fields[i].offset + size_of_type(info->fields[i].type);
		}
		assert_true(free_from <= info->size);
	}
}

static struct value sample_value(enum field field)
{
	static const char *const texts[] = { "", "お茶", "a" };
	const struct field_info *info = field_info_of(field);

	if (field_type_is_text(info->type))
		return (struct value){ texts[field % COUNT(texts)], 0 };
	if (info->type == FIELD_TYPE_CODE)
		return (struct value){ "", (int64_t)(field % info->codes->len) };
	return (struct value){ "", field % 2 ? INT64_MAX - field : INT64_MIN + field };
}

static void every_value_put_into_a_row_is_there(void **state)
{
	(void)state;
	for (enum entity entity = 0; entity < ENTITY_COUNT; entity++) {
		const struct entity_info *info = &entity_infos[entity];
		struct row *row = mem_new(1, info->size);
		row_set(row, field_info_of(FIELD_gone), (struct value){ "", 1 });
		for (size_t i = 0; i < info->fields_len; i++)
			row_set(row, &info->fields[i], sample_value(info->fields[i].field));
		for (size_t i = 0; i < info->fields_len; i++) {
			struct value put = sample_value(info->fields[i].field), got = row_value(row, &info->fields[i]);
			assert_int_equal(got.number, put.number);
			assert_string_equal(got.text, put.text);
		}
		assert_int_equal(row->gone, 1);
		assert_null(row->id);
		free(row);
	}
}

static void a_typed_member_and_its_value_are_one(void **state)
{
	struct offer offer = { .text = "送り迎え", .scope = SCOPE_TEN, .gone = 1 };
	const struct row *row = (const struct row *)&offer;

	(void)state;
	assert_string_equal(row_value(row, field_info_of(FIELD_offer_text)).text, "送り迎え");
	assert_int_equal(row_value(row, field_info_of(FIELD_offer_scope)).number, SCOPE_TEN);
	assert_int_equal(row_value(row, field_info_of(FIELD_gone)).number, 1);
	row_set((struct row *)&offer, field_info_of(FIELD_offer_scope), (struct value){ "", SCOPE_HUNDRED });
	assert_int_equal(offer.scope, SCOPE_HUNDRED);
}

/* What a room may see must not lead to what it may not: a name, a telephone number, a letter before its time. */
static void what_is_private_is_named_so(void **state)
{
	static const struct {
		enum field field;
		enum reach reach;
	} rows[] = {
		{ FIELD_person_name, REACH_PRIVATE },	{ FIELD_person_kana, REACH_PRIVATE }, { FIELD_person_note, REACH_PRIVATE },
		{ FIELD_person_affiliation, REACH_PRIVATE }, { FIELD_card_phone, REACH_PRIVATE }, { FIELD_card_note, REACH_PRIVATE },
		{ FIELD_offer_by, REACH_ROOM_ONLY },	{ FIELD_letter_body, REACH_SEALED },  { FIELD_letter_sender, REACH_SEALED },
		{ FIELD_item_cue, REACH_PRIVATE },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(field_info_of(rows[i].field)->reach, rows[i].reach);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_is_found_by_its_number_and_its_name),
		cmocka_unit_test(every_entity_is_found_by_its_name_and_knows_gone),
		cmocka_unit_test(names_are_plain_words),
		cmocka_unit_test(a_list_is_ordered_by_a_field_it_has),
		cmocka_unit_test(members_lie_inside_their_struct_and_apart),
		cmocka_unit_test(every_value_put_into_a_row_is_there),
		cmocka_unit_test(a_typed_member_and_its_value_are_one),
		cmocka_unit_test(what_is_private_is_named_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
