/* Two machines bundle the same notes without knowing of each other: on both, each note is shown once. */
#include "fixture.h"

#include "domain/bundle.h"
#include "domain/record.h"
#include "domain/sheet.h"
#include "store/care.h"
#include "store/merge.h"
#include "support/dice.h"

#include <unistd.h>

enum { NOTES = 8 };

/* Node ids live in the state folder: each computer has its own. */
static struct store *open_at(const char *computer, const char *path)
{
	setenv("XDG_STATE_HOME", fixture_path(computer), 1);
	return fixture_open(path, STORE_WRITE);
}

static struct workbook read_book(struct store *store, const struct room *room)
{
	struct workbook book = { 0 };
	struct fault fault = { "" };

	assert_int_equal(store_load(store, room->workshop.text, store_reach_all, &book, &fault), ST_OK);
	return book;
}

static void write_notes(struct store *store, const struct room *room)
{
	struct fault fault = { "" };

	for (int i = 0; i < NOTES; i++) {
		struct workbook book = read_book(store, room);
		struct batch batch = { 0 };
		struct record record = { .book = &book, .table = &book.tables.at[0], .env = &env_system, .batch = &batch };
		record_note(&record, &(struct note_said){ .text = "夜に使える移動の手段がない" });
		assert_int_equal(store_append(store, &batch, &fault), ST_OK);
		batch_done(&batch);
		workbook_done(&book);
	}
}

/* What a scribe may do: bundle, take one out, take apart. */
static void do_something(struct dice *dice, struct store *store, const struct room *room)
{
	struct workbook book = read_book(store, room);
	struct arena arena = { 0 };
	struct batch batch = { 0 };
	struct fault fault = { "" };
	struct bundles bundles = bundles_of(&book, ENTITY_note, &arena);
	size_t row = dice_below(dice, book.notes.len);

	switch (dice_below(dice, 6)) {
	case 0:
		bundle_leave(&bundles, row, &batch);
		break;
	case 1:
		bundle_apart(&bundles, row, &batch);
		break;
	default:
		bundle_into(&bundles, row, dice_below(dice, book.notes.len), &batch);
		break;
	}
	assert_int_equal(store_append(store, &batch, &fault), ST_OK);
	batch_done(&batch);
	arena_done(&arena);
	workbook_done(&book);
}

/* The sheet in one line, each bundle opened; every note is in it once. */
static void read_sheet(struct store *store, const struct room *room, struct buf *ret_words)
{
	struct workbook book = read_book(store, room);
	struct arena arena = { 0 };
	struct sheet shut = sheet_of(&book, &book.tables.at[0], "", &arena);
	size_t shown = 0;

	for (size_t i = 0; i < shut.len; i++) {
		if (shut.rows[i].kind != SHEET_NOTE)
			continue;
		struct sheet opened = sheet_of(&book, &book.tables.at[0], shut.rows[i].row->id, &arena);
		size_t at = sheet_find(&opened, SHEET_NOTE, shut.rows[i].row->id);
		for (size_t k = 0; k < shut.rows[i].bundled; k++, shown++) {
			assert_int_equal(opened.rows[at + k].bundled, k ? 0 : shut.rows[i].bundled);
			buf_addf(ret_words, "%s%s", k ? "+" : " ", opened.rows[at + k].row->id);
		}
	}
	assert_int_equal(shown, NOTES);
	for (size_t i = 0; i < book.notes.len; i++)
		assert_non_null(strstr(buf_text(ret_words), book.notes.at[i].id));
	arena_done(&arena);
	workbook_done(&book);
}

static void merge(struct store *store, const char *path)
{
	struct merge_result result = { 0 };
	struct fault fault = { "" };

	if (store_merge(store, path, false, &result, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	merge_result_done(&result);
}

static void no_note_is_hidden_by_bundling_on_two_machines(void **state)
{
	struct dice dice = dice_take("bundles");
	struct store *home = open_at("home", fixture_db());
	struct room room = fixture_room(home);
	struct fault fault = { "" };
	long rounds = fixture_number("YORIAI_BUNDLINGS", 40);

	(void)state;
	write_notes(home, &room);
	assert_int_equal(store_backup(home, fixture_path("away.db"), &fault), ST_OK);
	struct store *away = open_at("away", fixture_path("away.db"));
	for (long i = 0; i < rounds; i++) {
		struct buf here = { 0 }, there = { 0 };
		for (size_t k = dice_below(&dice, 4); k > 0; k--)
			do_something(&dice, home, &room);
		for (size_t k = dice_below(&dice, 4); k > 0; k--)
			do_something(&dice, away, &room);
		merge(home, fixture_path("away.db"));
		merge(away, fixture_db());
		read_sheet(home, &room, &here);
		read_sheet(away, &room, &there);
		assert_string_equal(buf_text(&here), buf_text(&there));
		buf_done(&here);
		buf_done(&there);
	}
	fixture_assert_sound(home);
	store_close(away);
	store_close(home);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(no_note_is_hidden_by_bundling_on_two_machines, fixture_setup, fixture_teardown),
	};

	return cmocka_run_group_tests_name("bundles", tests, NULL, NULL);
}
