#include "domain/undo.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* A workbook with one list of offers, and the simplest store: a fact changes its row, a row that is gone is not listed. */
enum { ROWS = 4 };
struct shelf {
	struct workbook book;
	struct offer all[ROWS], listed[ROWS];
	size_t len;
};

static void list_rows(struct shelf *shelf)
{
	size_t listed = 0;

	for (size_t i = 0; i < shelf->len; i++)
		if (!shelf->all[i].gone)
			shelf->listed[listed++] = shelf->all[i];
	workbook_set_rows(&shelf->book, ENTITY_offer, shelf->listed, listed);
}

static struct offer *row_of_fact(struct shelf *shelf, const struct fact *fact)
{
	for (size_t i = 0; i < shelf->len; i++)
		if (strcmp(shelf->all[i].id, fact->id) == 0)
			return &shelf->all[i];
	assert_true(shelf->len < ROWS);
	struct offer *fresh = &shelf->all[shelf->len++];
	*fresh = (struct offer){ .id = arena_copy(&shelf->book.arena, fact->id), .workshop = "w", .table = "", .pos = "", .text = "",
				 .by = "", .need = "", .item = "" };
	return fresh;
}

static void write_down(struct shelf *shelf, const struct batch *batch)
{
	for (size_t i = 0; i < batch->len; i++) {
		struct offer *offer = row_of_fact(shelf, &batch->facts[i]);
		for (size_t k = 0; k < batch->facts[i].changes_len; k++) {
			struct change change = batch->facts[i].changes[k];
			change.value.text = arena_copy(&shelf->book.arena, change.value.text);
			row_set((struct row *)offer, change.field, change.value);
		}
	}
	list_rows(shelf);
}

static struct shelf shelf_with_one(void)
{
	struct shelf shelf = { .len = 1 };

	shelf.all[0] = (struct offer){ .id = "o1", .workshop = "w", .table = "t", .pos = "V", .text = "お茶", .by = "", .need = "", .item = "" };
	return shelf;
}

static const struct offer *offer_of_id(const struct shelf *shelf, const char *id)
{
	return (const struct offer *)workbook_find(&shelf->book, ENTITY_offer, id);
}

/* Writes a batch and keeps what takes it back. */
static struct undo press(struct shelf *shelf, struct batch *batch)
{
	struct undo undo;

	undo_of(&shelf->book, batch, &undo);
	write_down(shelf, batch);
	batch_done(batch);
	return undo;
}

static struct undo press_text(struct shelf *shelf, const char *id, const char *text)
{
	struct batch batch = { 0 };

	batch_add(&batch, ENTITY_offer, "w", id);
	batch_set_text(&batch, FIELD_offer_text, text);
	batch_set_number(&batch, FIELD_offer_scope, SCOPE_TEN);
	return press(shelf, &batch);
}

static void a_changed_row_gets_its_former_values_back(void **state)
{
	struct shelf shelf = shelf_with_one();

	(void)state;
	list_rows(&shelf);
	struct undo undo = press_text(&shelf, "o1", "送り迎え");
	assert_string_equal(offer_of_id(&shelf, "o1")->text, "送り迎え");
	assert_true(undo_holds(&shelf.book, &undo.done));
	write_down(&shelf, &undo.back);
	assert_string_equal(offer_of_id(&shelf, "o1")->text, "お茶");
	assert_int_equal(offer_of_id(&shelf, "o1")->scope, SCOPE_ONE);
	write_down(&shelf, &undo.done);
	assert_string_equal(offer_of_id(&shelf, "o1")->text, "送り迎え");
	undo_done(&undo);
	workbook_done(&shelf.book);
}

static void a_new_row_goes_and_comes_again(void **state)
{
	struct shelf shelf = shelf_with_one();

	(void)state;
	list_rows(&shelf);
	struct undo undo = press_text(&shelf, "o2", "見守り");
	assert_non_null(offer_of_id(&shelf, "o2"));
	write_down(&shelf, &undo.back);
	assert_null(offer_of_id(&shelf, "o2"));
	assert_true(undo_holds(&shelf.book, &undo.back));
	write_down(&shelf, &undo.done);
	assert_string_equal(offer_of_id(&shelf, "o2")->text, "見守り");
	undo_done(&undo);
	workbook_done(&shelf.book);
}

static void a_deleted_row_comes_back(void **state)
{
	struct shelf shelf = shelf_with_one();
	struct batch batch = { 0 };

	(void)state;
	list_rows(&shelf);
	batch_add(&batch, ENTITY_offer, "w", "o1");
	batch_set_number(&batch, FIELD_gone, 1);
	struct undo undo = press(&shelf, &batch);
	assert_null(offer_of_id(&shelf, "o1"));
	assert_true(undo_holds(&shelf.book, &undo.done));
	write_down(&shelf, &undo.back);
	assert_string_equal(offer_of_id(&shelf, "o1")->text, "お茶");
	undo_done(&undo);
	workbook_done(&shelf.book);
}

static void what_somebody_has_changed_since_does_not_hold(void **state)
{
	static const char *const theirs[] = { "もっと", "送り迎え" };
	static const bool holds[] = { false, true };

	(void)state;
	for (size_t i = 0; i < COUNT(theirs); i++) {
		struct shelf shelf = shelf_with_one();
		list_rows(&shelf);
		struct undo mine = press_text(&shelf, "o1", "送り迎え"), other = press_text(&shelf, "o1", theirs[i]);
		assert_int_equal(undo_holds(&shelf.book, &mine.done), holds[i]);
		undo_done(&mine);
		undo_done(&other);
		workbook_done(&shelf.book);
	}
}

static void what_somebody_has_deleted_does_not_hold(void **state)
{
	struct shelf shelf = shelf_with_one();
	struct batch batch = { 0 };

	(void)state;
	list_rows(&shelf);
	struct undo mine = press_text(&shelf, "o1", "送り迎え");
	batch_add(&batch, ENTITY_offer, "w", "o1");
	batch_set_number(&batch, FIELD_gone, 1);
	struct undo theirs = press(&shelf, &batch);
	assert_false(undo_holds(&shelf.book, &mine.done));
	undo_done(&mine);
	undo_done(&theirs);
	workbook_done(&shelf.book);
}

static void a_copy_says_the_same(void **state)
{
	struct batch batch = { 0 }, copy = { 0 };

	(void)state;
	batch_add(&batch, ENTITY_offer, "w", "o1");
	batch_set_text(&batch, FIELD_offer_text, "お茶");
	batch_add(&batch, ENTITY_note, "w", "n1");
	batch_set_number(&batch, FIELD_note_kind, NOTE_KIND_WORRY);
	undo_copy(&batch, &copy);
	batch_done(&batch);
	assert_int_equal(copy.len, 2);
	assert_string_equal(copy.facts[0].changes[0].value.text, "お茶");
	assert_int_equal(copy.facts[1].changes[0].value.number, NOTE_KIND_WORRY);
	batch_done(&copy);
}

/* Writes what the log says is next, as a console does. */
static enum status turn(struct undo_log *log, struct shelf *shelf, bool back)
{
	const struct batch *batch;
	enum status st = undo_log_next(log, &shelf->book, back, &batch, NULL);

	if (st == ST_OK) {
		write_down(shelf, batch);
		undo_log_turn(log, back);
	}
	return st;
}

static void log_text(struct undo_log *log, struct shelf *shelf, const char *text)
{
	struct batch batch = { 0 };

	batch_add(&batch, ENTITY_offer, "w", "o1");
	batch_set_text(&batch, FIELD_offer_text, text);
	undo_log_add(log, &shelf->book, &batch);
	write_down(shelf, &batch);
	batch_done(&batch);
}

static void a_log_goes_back_and_forth(void **state)
{
	static struct undo_log log;
	struct shelf shelf = shelf_with_one();

	(void)state;
	list_rows(&shelf);
	assert_int_equal(turn(&log, &shelf, true), ST_NOT_FOUND);
	log_text(&log, &shelf, "one");
	log_text(&log, &shelf, "two");
	assert_int_equal(turn(&log, &shelf, true), ST_OK);
	assert_string_equal(offer_of_id(&shelf, "o1")->text, "one");
	assert_int_equal(turn(&log, &shelf, true), ST_OK);
	assert_string_equal(offer_of_id(&shelf, "o1")->text, "お茶");
	assert_int_equal(turn(&log, &shelf, true), ST_NOT_FOUND);
	assert_int_equal(turn(&log, &shelf, false), ST_OK);
	assert_string_equal(offer_of_id(&shelf, "o1")->text, "one");
	/* What was taken back is forgotten once something new is written. */
	log_text(&log, &shelf, "three");
	assert_int_equal(turn(&log, &shelf, false), ST_NOT_FOUND);
	assert_int_equal(turn(&log, &shelf, true), ST_OK);
	assert_string_equal(offer_of_id(&shelf, "o1")->text, "one");
	undo_log_done(&log);
	workbook_done(&shelf.book);
}

static void a_log_lets_go_of_what_others_have_changed(void **state)
{
	static struct undo_log log;
	struct shelf shelf = shelf_with_one();
	const struct batch *batch;
	struct fault fault = { "" };

	(void)state;
	list_rows(&shelf);
	log_text(&log, &shelf, "mine");
	struct undo theirs = press_text(&shelf, "o1", "theirs");
	assert_int_equal(undo_log_next(&log, &shelf.book, true, &batch, &fault), ST_REFUSED);
	assert_string_not_equal(fault.text, "");
	assert_int_equal(turn(&log, &shelf, true), ST_NOT_FOUND);
	assert_string_equal(offer_of_id(&shelf, "o1")->text, "theirs");
	undo_done(&theirs);
	undo_log_done(&log);
	workbook_done(&shelf.book);
}

static void a_log_forgets_the_oldest(void **state)
{
	static struct undo_log log;
	struct shelf shelf = shelf_with_one();
	int taken_back = 0;
	char text[16];

	(void)state;
	list_rows(&shelf);
	for (int i = 1; i <= UNDO_MAX + 5; i++) {
		snprintf(text, sizeof text, "%d", i);
		log_text(&log, &shelf, text);
	}
	while (turn(&log, &shelf, true) == ST_OK)
		taken_back++;
	assert_int_equal(taken_back, UNDO_MAX);
	assert_string_equal(offer_of_id(&shelf, "o1")->text, "5");
	undo_log_done(&log);
	workbook_done(&shelf.book);
}

/* Its steps may be another scribe's by now. */
static void a_row_that_may_come_back_under_its_id_is_emptied(void **state)
{
	struct shelf shelf = { .len = 0 };
	struct batch batch = { 0 };

	(void)state;
	batch_add(&batch, ENTITY_offer, "w", "made");
	batch_set_number(&batch, FIELD_gone, 0);
	batch_set_text(&batch, FIELD_offer_table, "t");
	batch_set_text(&batch, FIELD_offer_text, "お茶");
	struct undo undo = press(&shelf, &batch);
	write_down(&shelf, &undo.back);
	assert_null(offer_of_id(&shelf, "made"));
	assert_string_equal(shelf.all[0].text, "");
	assert_string_equal(shelf.all[0].table, "t");
	assert_true(undo_holds(&shelf.book, &undo.back));
	write_down(&shelf, &undo.done);
	assert_string_equal(offer_of_id(&shelf, "made")->text, "お茶");
	assert_false(undo_holds(&shelf.book, &undo.back));
	undo_done(&undo);
	workbook_done(&shelf.book);
}

static void a_begun_storyline_is_emptied_and_stays(void **state)
{
	struct workbook book = { 0 };
	struct batch batch = { 0 };
	struct undo undo;

	(void)state;
	batch_add(&batch, ENTITY_storyline, "w", "s1");
	batch_set_text(&batch, FIELD_storyline_table, "t1");
	batch_set_text(&batch, FIELD_storyline_title, "こわれたラジオ");
	undo_of(&book, &batch, &undo);
	for (size_t i = 0; i < undo.back.facts[0].changes_len; i++) {
		const struct change *change = &undo.back.facts[0].changes[i];
		assert_int_not_equal(change->field->field, FIELD_gone);
		assert_int_not_equal(change->field->field, FIELD_storyline_table);
		assert_string_equal(change->value.text, "");
	}
	assert_int_equal(undo.back.facts[0].changes_len, 1);
	batch_done(&batch);
	undo_done(&undo);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_changed_row_gets_its_former_values_back),
		cmocka_unit_test(a_new_row_goes_and_comes_again),
		cmocka_unit_test(a_deleted_row_comes_back),
		cmocka_unit_test(what_somebody_has_changed_since_does_not_hold),
		cmocka_unit_test(what_somebody_has_deleted_does_not_hold),
		cmocka_unit_test(a_copy_says_the_same),
		cmocka_unit_test(a_log_goes_back_and_forth),
		cmocka_unit_test(a_log_lets_go_of_what_others_have_changed),
		cmocka_unit_test(a_log_forgets_the_oldest),
		cmocka_unit_test(a_row_that_may_come_back_under_its_id_is_emptied),
		cmocka_unit_test(a_begun_storyline_is_emptied_and_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
