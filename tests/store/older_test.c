/* Files as earlier programs left them, written out as SQL: opened, brought up to date, read, written to, and taken in.
 * Usage: older_test FILE.sql… */
#include "fixture.h"

#include "domain/tally.h"
#include "store/merge.h"

#include <sys/stat.h>
#include <unistd.h>

static char **files;
static size_t files_len;

/* The older file, made anew in the folder. */
static const char *make(const char *file)
{
	size_t len;
	char *sql = fixture_bytes(file, &len);

	fixture_raw(fixture_db(), sql);
	assert_int_equal(chmod(fixture_db(), 0600), 0);
	free(sql);
	return fixture_db();
}

static struct workbook read_book(struct store *store)
{
	struct workbook outline = { 0 }, book = { 0 };
	struct fault fault = { "" };

	if (store_load_outline(store, &outline, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	assert_int_equal(outline.workshops.len, 1);
	assert_int_equal(store_load(store, outline.workshops.at[0].id, store_reach_all, &book, &fault), ST_OK);
	workbook_done(&outline);
	return book;
}

/* What each of them was given by its own program. */
static void assert_all_there(struct store *store)
{
	struct workbook book = read_book(store);
	struct tally tally = tally_of(&book, NULL);

	assert_string_equal(book.workshops.at[0].title, "こわれたラジオの会");
	assert_int_equal(book.tables.len, 2);
	assert_string_equal(book.offers.at[0].text, "送迎");
	assert_string_equal(book.offers.at[0].by, "佐藤");
	assert_string_equal(book.steps.at[0].when_label, "3日後");
	assert_int_equal(tally.formal, 1);
	assert_int_equal(tally.informal, 1);
	assert_int_equal(book.notes.at[0].kind, NOTE_KIND_BARRIER);
	assert_true(book.run_rows.len > 0);
	workbook_done(&book);
}

static void change_the_offer(struct store *store)
{
	struct workbook book = read_book(store);
	struct batch batch = { 0 };
	struct fault fault = { "" };

	batch_add(&batch, ENTITY_offer, book.workshops.at[0].id, book.offers.at[0].id);
	batch_set_text(&batch, FIELD_offer_text, "送迎と買い物");
	assert_int_equal(store_append(store, &batch, &fault), ST_OK);
	batch_done(&batch);
	workbook_done(&book);
	book = read_book(store);
	assert_string_equal(book.offers.at[0].text, "送迎と買い物");
	assert_int_equal(book.versions.len, 0);
	workbook_done(&book);
}

static void every_older_file_opens_whole_and_is_written_to(void **state)
{
	(void)state;
	for (size_t i = 0; i < files_len; i++) {
		struct store *store = fixture_open(make(files[i]), STORE_LIVE);
		assert_all_there(store);
		change_the_offer(store);
		fixture_assert_sound(store);
		store_close(store);
		unlink(fixture_db());
	}
}

static void every_older_file_is_taken_in_and_left_as_it_is(void **state)
{
	(void)state;
	for (size_t i = 0; i < files_len; i++) {
		struct merge_result result = { 0 };
		struct fault fault = { "" };
		size_t len, len_after;
		const char *path = make(files[i]);
		char *before = fixture_bytes(path, &len);
		struct store *home = fixture_open(fixture_path("home.db"), STORE_WRITE);
		if (store_merge(home, path, false, &result, &fault) != ST_OK)
			fail_msg("%s", fault.text);
		assert_int_equal(result.ahead + result.broken, 0);
		merge_result_done(&result);
		assert_all_there(home);
		fixture_assert_sound(home);
		store_close(home);
		char *after = fixture_bytes(path, &len_after);
		assert_int_equal(len, len_after);
		assert_memory_equal(before, after, len);
		free(before);
		free(after);
		unlink(fixture_path("home.db"));
		unlink(path);
	}
}

int main(int argc, char **argv)
{
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		IN_A_FOLDER(every_older_file_opens_whole_and_is_written_to),
		IN_A_FOLDER(every_older_file_is_taken_in_and_left_as_it_is),
	};

	files = argv + 1;
	files_len = (size_t)argc - 1;
	return files_len ? cmocka_run_group_tests_name("store older", tests, NULL, NULL) : 2;
}
