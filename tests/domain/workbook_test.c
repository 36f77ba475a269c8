#include "domain/workbook.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define AT_W .workshop = "w"

/* Two tables: the first with two storylines' worth of steps, the second with offers only. */
static struct workshop workshops[] = { { .id = "w", AT_W, .title = "寄り合い" } };
static struct table tables[] = { { .id = "t1", AT_W, .number = 1 }, { .id = "t2", AT_W, .number = 2 } };
static struct offer offers[] = {
	{ .id = "o1", AT_W, .table = "t1", .scope = SCOPE_ONE, .merged_into = "" },
	{ .id = "o2", AT_W, .table = "t2", .scope = SCOPE_ONE, .merged_into = "" },
	{ .id = "o3", AT_W, .table = "t1", .scope = SCOPE_HUNDRED, .merged_into = "" },
	{ .id = "o4", AT_W, .table = "t2", .scope = SCOPE_TEN, .merged_into = "" },
	{ .id = "o5", AT_W, .table = "t1", .scope = SCOPE_ONE, .merged_into = "" },
};
static struct storyline storylines[] = {
	{ .id = "s1", AT_W, .table = "t1", .title = "first" },
	{ .id = "s2", AT_W, .table = "t1", .title = "second" },
};
static struct step steps[] = {
	{ .id = "p1", AT_W, .storyline = "s1" },
	{ .id = "p2", AT_W, .storyline = "s2" },
	{ .id = "p3", AT_W, .storyline = "s1" },
	{ .id = "p4", AT_W, .storyline = "deleted" },
};
static struct support supports[] = {
	{ .id = "u1", AT_W, .step = "p1", .formality = FORMALITY_FORMAL },
	{ .id = "u2", AT_W, .step = "p1", .formality = FORMALITY_INFORMAL },
	{ .id = "u3", AT_W, .step = "p2", .formality = FORMALITY_MIXED },
	{ .id = "u4", AT_W, .step = "p3", .formality = FORMALITY_INFORMAL },
	{ .id = "u5", AT_W, .step = "p3", .formality = FORMALITY_UNSAID },
	{ .id = "u6", AT_W, .step = "p4", .formality = FORMALITY_FORMAL },
};
static struct note notes[] = {
	{ .id = "n1", AT_W, .table = "t2", .merged_into = "", .from_note = "" },
	{ .id = "n2", AT_W, .table = "", .merged_into = "", .from_note = "" },
};

static struct workbook filled_book(void)
{
	struct workbook book = { 0 };

	workbook_set_rows(&book, ENTITY_workshop, workshops, COUNT(workshops));
	workbook_set_rows(&book, ENTITY_table, tables, COUNT(tables));
	workbook_set_rows(&book, ENTITY_offer, offers, COUNT(offers));
	workbook_set_rows(&book, ENTITY_storyline, storylines, COUNT(storylines));
	workbook_set_rows(&book, ENTITY_step, steps, COUNT(steps));
	workbook_set_rows(&book, ENTITY_support, supports, COUNT(supports));
	workbook_set_rows(&book, ENTITY_note, notes, COUNT(notes));
	return book;
}

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

static void a_tally_counts_a_table_or_the_room(void **state)
{
	static const struct tally first = { .offers = 3, .steps = 3, .supports = 5, .formal = 1, .informal = 2, .mixed = 1,
					    .scope_one = 2, .scope_hundred = 1 };
	static const struct tally second = { .offers = 2, .notes = 1, .scope_one = 1, .scope_ten = 1 };
	static const struct tally room = { .offers = 5, .steps = 3, .supports = 5, .formal = 1, .informal = 2, .mixed = 1,
					   .notes = 2, .scope_one = 3, .scope_ten = 1, .scope_hundred = 1 };
	struct workbook book = filled_book();
	struct tally tally;

	(void)state;
	tally = workbook_tally(&book, "t1");
	assert_memory_equal(&tally, &first, sizeof tally);
	tally = workbook_tally(&book, "t2");
	assert_memory_equal(&tally, &second, sizeof tally);
	tally = workbook_tally(&book, NULL);
	assert_memory_equal(&tally, &room, sizeof tally);
}

static void what_was_bundled_counts_once(void **state)
{
	struct offer bundled[COUNT(offers)];
	struct workbook book = filled_book();

	(void)state;
	memcpy(bundled, offers, sizeof bundled);
	bundled[2].merged_into = "o1"; /* a hundred people, like what one can do */
	bundled[1].merged_into = "o1"; /* of another table: stays its own */
	workbook_set_rows(&book, ENTITY_offer, bundled, COUNT(bundled));
	struct tally first = workbook_tally(&book, "t1"), room = workbook_tally(&book, NULL);
	assert_int_equal(first.offers, 2);
	assert_int_equal(first.scope_hundred, 0);
	assert_int_equal(room.offers, 4);
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
		cmocka_unit_test(a_tally_counts_a_table_or_the_room),
		cmocka_unit_test(what_was_bundled_counts_once),
		cmocka_unit_test(a_part_holds_one_workshops_rows_only),
		cmocka_unit_test(what_was_written_is_taken_into_its_place),
		cmocka_unit_test(rows_read_from_a_file_make_room_for_what_is_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
