#include "domain/workbook.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "two_tables.h"

static void rows_are_reached_by_type_and_by_entity_alike(void **state)
{
	struct workbook book = filled_book();

	(void)state;
	assert_ptr_equal(book.offers.at, offers);
	assert_int_equal(book.offers.len, COUNT(offers));
	assert_int_equal(workbook_len(&book, ENTITY_offer), COUNT(offers));
	assert_ptr_equal(workbook_row(&book, ENTITY_offer, 3), &offers[3]);
	assert_ptr_equal(workbook_find(&book, ENTITY_step, "p3"), &steps[2]);
	assert_ptr_equal(workbook_workshop(&book), &workshops[0]);
	assert_ptr_equal(workbook_table(&book, 2), &tables[1]);
	assert_ptr_equal(workbook_table_by_id(&book, "t2"), &tables[1]);
	assert_ptr_equal(workbook_storyline(&book, "t1"), &storylines[0]);
}

static void what_is_not_there_is_null(void **state)
{
	struct workbook book = filled_book(), empty = { 0 };

	(void)state;
	assert_null(workbook_find(&book, ENTITY_offer, "o9"));
	assert_null(workbook_find(&book, ENTITY_offer, ""));
	assert_null(workbook_table(&book, 3));
	assert_null(workbook_storyline(&book, "t2"));
	assert_null(workbook_item(&book, "i1"));
	assert_null(workbook_card(&book, "c1"));
	assert_null(workbook_case(&book));
	assert_null(workbook_letter(&book));
	assert_null(workbook_workshop(&empty));
	workbook_done(&empty);
}

static void next_walks_the_rows_that_belong_together(void **state)
{
	struct workbook book = filled_book();
	size_t found[8], len = 0;

	(void)state;
	for (size_t i = workbook_next(&book, FIELD_offer_table, "t1", 0); i < book.offers.len;
	     i = workbook_next(&book, FIELD_offer_table, "t1", i + 1))
		found[len++] = i;
	assert_int_equal(len, 3);
	assert_int_equal(found[0], 0);
	assert_int_equal(found[1], 2);
	assert_int_equal(found[2], 4);
	assert_int_equal(workbook_next(&book, FIELD_offer_table, "t9", 0), book.offers.len);
}

static void a_part_holds_one_workshops_rows_only(void **state)
{
	static struct workshop two[] = { { .id = "v", .workshop = "v" }, { .id = "w", .workshop = "w" } };
	static struct item items[] = {
		{ .id = "i1", .workshop = "v" }, { .id = "i2", .workshop = "w" }, { .id = "i3", .workshop = "v" },
	};
	struct workbook outline = { 0 }, part;

	(void)state;
	workbook_set_rows(&outline, ENTITY_workshop, two, COUNT(two));
	workbook_set_rows(&outline, ENTITY_item, items, COUNT(items));
	workbook_part(&outline, "v", &part);
	assert_int_equal(part.workshops.len, 1);
	assert_string_equal(workbook_workshop(&part)->id, "v");
	assert_int_equal(part.items.len, 2);
	assert_string_equal(part.items.at[1].id, "i3");
	workbook_done(&part);
	workbook_part(&outline, "nowhere", &part);
	assert_null(workbook_workshop(&part));
	workbook_done(&part);
}

static void all_parts_at_once_are_those_taken_one_by_one(void **state)
{
	static struct workshop three[] = { { .id = "w", .workshop = "w" }, { .id = "v", .workshop = "v" }, { .id = "u", .workshop = "u" } };
	static struct item items[] = {
		{ .id = "i1", .workshop = "v" }, { .id = "i2", .workshop = "w" }, { .id = "i3", .workshop = "v" },
		{ .id = "i4", .workshop = "nowhere" }, { .id = "i5", .workshop = "w" },
	};
	struct workbook outline = { 0 }, part;
	struct parts parts;

	(void)state;
	workbook_set_rows(&outline, ENTITY_workshop, three, COUNT(three));
	workbook_set_rows(&outline, ENTITY_item, items, COUNT(items));
	workbook_parts(&outline, &parts);
	assert_int_equal(parts.len, COUNT(three));
	for (size_t i = 0; i < parts.len; i++) {
		workbook_part(&outline, three[i].id, &part);
		assert_string_equal(workbook_workshop(&parts.at[i])->id, three[i].id);
		assert_int_equal(parts.at[i].items.len, part.items.len);
		for (size_t k = 0; k < part.items.len; k++)
			assert_string_equal(parts.at[i].items.at[k].id, part.items.at[k].id);
		workbook_done(&part);
	}
	parts_done(&parts);
}

static struct batch batch_of_notes(const char *const *places, size_t len)
{
	struct batch batch = { 0 };
	char id[8];

	for (size_t i = 0; i < len; i++) {
		snprintf(id, sizeof id, "n%zu", i);
		batch_add(&batch, ENTITY_note, "w", id);
		batch_set_text(&batch, FIELD_note_pos, places[i]);
		batch_set_number(&batch, FIELD_note_kind, NOTE_KIND_BARRIER);
	}
	return batch;
}

static void what_was_written_is_taken_into_its_place(void **state)
{
	static const char *const places[] = { "V", "X", "W" };
	struct batch batch = batch_of_notes(places, COUNT(places));
	struct workbook book = { 0 };

	(void)state;
	workbook_take(&book, &batch);
	batch_done(&batch);
	assert_int_equal(book.notes.len, 3);
	assert_string_equal(book.notes.at[0].id, "n0");
	assert_string_equal(book.notes.at[1].pos, "W");
	assert_string_equal(book.notes.at[2].workshop, "w");
	assert_string_equal(book.notes.at[2].text, "");
	assert_int_equal(book.notes.at[2].kind, NOTE_KIND_BARRIER);
	workbook_done(&book);
}

static void rows_read_from_a_file_make_room_for_what_is_taken(void **state)
{
	static const char *const places[] = { "b", "d" };
	struct batch batch = batch_of_notes(places, COUNT(places));
	struct workbook book = { 0 };
	struct note *rows = arena_new(&book.arena, 20, sizeof *rows);

	(void)state;
	for (size_t i = 0; i < 20; i++)
		rows[i] = (struct note){ .id = "old", AT_W, .table = "", .pos = i < 10 ? "a" : "c", .text = "", .item = "" };
	workbook_set_rows(&book, ENTITY_note, rows, 20);
	workbook_take(&book, &batch);
	batch_done(&batch);
	assert_int_equal(book.notes.len, 22);
	assert_string_equal(book.notes.at[10].id, "n0");
	assert_string_equal(book.notes.at[11].pos, "c");
	assert_string_equal(book.notes.at[21].id, "n1");
	workbook_done(&book);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_reached_by_type_and_by_entity_alike),
		cmocka_unit_test(what_is_not_there_is_null),
		cmocka_unit_test(next_walks_the_rows_that_belong_together),
		cmocka_unit_test(a_part_holds_one_workshops_rows_only),
		cmocka_unit_test(all_parts_at_once_are_those_taken_one_by_one),
		cmocka_unit_test(what_was_written_is_taken_into_its_place),
		cmocka_unit_test(rows_read_from_a_file_make_room_for_what_is_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
