/* Check finds what was changed behind our back; copies are safe; the schema tells of itself. */
#include "fixture.h"

#include "store/care.h"
#include "store/local.h"
#include "store/merge.h"

#include <sys/stat.h>
#include <unistd.h>

static struct room make(void)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);

	assert_int_equal(fixture_pair(store, &room, "見守り"), ST_OK);
	store_close(store);
	return room;
}

static void what_was_changed_from_outside_is_found(void **state)
{
	static const struct {
		const char *sql, *check, *part;
	} rows[] = {
		{ "UPDATE offer SET text = '改竄'", "tables", "offer" },
		{ "UPDATE offer SET \"gone\" = 1", "tables", "offer" },
		{ "UPDATE offer SET need = 'x'", "tables", "offer" }, /* a field that no fact speaks of */
		{ "DELETE FROM note", "tables", "note" },
		{ "INSERT INTO card (id, workshop, born) VALUES ('x', '', x'00')", "tables", "card" },
		{ "UPDATE fact SET body = replace(body, '見守り', '見張り') WHERE kind = 'offer'", "log", "1 fact" },
		{ "UPDATE fact SET body = 'no json' WHERE kind = 'offer'", "log", "1 fact" },
		{ "DELETE FROM fact WHERE kind = 'offer'", "tables", "offer" },
		{ "UPDATE meta SET value = x'00000000000000000000000000000000' WHERE key = 'stamp'", "log", "fact" },
		{ "CREATE TRIGGER spy AFTER INSERT ON offer BEGIN DELETE FROM note; END", "schema", "spy" },
		{ "CREATE VIEW peep AS SELECT * FROM person", "schema", "peep" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct check checks[CHECK_MAX];
		bool found = false;
		make();
		fixture_raw(fixture_db(), rows[i].sql);
		struct store *store = fixture_open(fixture_db(), STORE_WRITE);
		size_t len = store_check(store, checks, CHECK_MAX);
		for (size_t k = 0; k < len; k++)
			found |= !checks[k].ok && strcmp(checks[k].name, rows[i].check) == 0 &&
				 strstr(checks[k].detail, rows[i].part);
		if (!found)
			fail_msg("%s was not found", rows[i].sql);
		store_close(store);
		unlink(fixture_db());
	}
}

/* With blanks and letters as numbers, which yoriai never writes: then the log was changed, and its tables are what it says still. */
static void a_body_spelt_otherwise_says_the_same(void **state)
{
	static const char *const spellings[] = {
		"UPDATE fact SET body = replace(body, '\":', '\" : ')",
		"UPDATE fact SET body = replace(body, '見守り', '\\u898b守り')",
		"UPDATE fact SET body = replace(body, '{', '{\"newer\":[1,{}],')",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(spellings); i++) {
		struct check checks[CHECK_MAX];
		make();
		fixture_raw(fixture_db(), spellings[i]);
		struct store *store = fixture_open(fixture_db(), STORE_WRITE);
		size_t len = store_check(store, checks, CHECK_MAX);
		for (size_t k = 0; k < len; k++)
			assert_int_equal(checks[k].ok, strcmp(checks[k].name, "log") != 0);
		store_close(store);
		unlink(fixture_db());
	}
}

static void a_file_that_others_may_read_is_found(void **state)
{
	struct check checks[CHECK_MAX];

	(void)state;
	make();
	assert_int_equal(chmod(fixture_db(), 0644), 0);
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	size_t len = store_check(store, checks, CHECK_MAX);
	assert_true(len > 0 && !checks[len - 1].ok);
	assert_non_null(strstr(checks[len - 1].detail, "chmod"));
	store_close(store);
}

static void a_trigger_from_elsewhere_is_not_run(void **state)
{
	struct room room = make();
	struct workbook book = { 0 };

	(void)state;
	fixture_raw(fixture_db(), "CREATE TRIGGER spy AFTER INSERT ON offer BEGIN DELETE FROM note; END");
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	assert_int_equal(fixture_pair(store, &room, "もう一つ"), ST_OK);
	assert_int_equal(store_load(store, room.workshop.text, store_reach_all, &book, NULL), ST_OK);
	assert_int_equal(book.notes.len, 2);
	workbook_done(&book);
	store_close(store);
}

static void a_copy_of_a_live_file_is_whole_and_at_rest(void **state)
{
	mode_t mask = umask(0);
	struct store *live = fixture_open(fixture_db(), STORE_LIVE);
	struct room room = fixture_room(live);
	struct workbook book = { 0 };

	(void)state;
	assert_int_equal(fixture_pair(live, &room, "ログにだけある"), ST_OK);
	assert_int_equal(presence_save(live, room.workshop.text, "scribe", 3, NULL), ST_OK);
	for (int i = 0; i < 2; i++) /* the second time over the first */
		assert_int_equal(store_backup(live, fixture_path("copies/copy.db"), NULL), ST_OK);
	assert_int_equal(fixture_mode(fixture_path("copies/copy.db")), 0600);
	assert_int_equal(fixture_mode(fixture_path("copies")), 0700);
	umask(mask);

	struct store *copy = fixture_open(fixture_path("copies/copy.db"), STORE_READ);
	int64_t tables[4];
	assert_null(store_warning(copy));
	assert_int_equal(store_load(copy, room.workshop.text, store_reach_all, &book, NULL), ST_OK);
	assert_int_equal(book.offers.len, 1);
	assert_int_equal(presence_tables(copy, room.workshop.text, tables, COUNT(tables)), 0);
	fixture_assert_sound(copy);
	workbook_done(&book);
	store_close(copy);
	store_close(live);
	assert_string_equal(fixture_names(), "copies y.db");
}

/* As a scribe brings it back under the name it was given. */
static void a_copy_does_not_fall_on_entries_that_are_nowhere_else(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);
	struct merge_result result = { 0 };
	struct fault fault = { "" };

	(void)state;
	assert_int_equal(store_backup(store, fixture_path("copy.db"), &fault), ST_OK);
	assert_int_equal(store_backup(store, fixture_path("copy.db"), &fault), ST_OK);
	struct store *copy = fixture_open(fixture_path("copy.db"), STORE_WRITE);
	assert_int_equal(fixture_pair(copy, &room, "elsewhere"), ST_OK);
	store_close(copy);
	assert_int_equal(store_backup(store, fixture_path("copy.db"), &fault), ST_REFUSED);
	assert_non_null(strstr(fault.text, "not here"));
	assert_int_equal(store_merge(store, fixture_path("copy.db"), false, &result, &fault), ST_OK);
	assert_int_equal(result.facts_new, 2);
	merge_result_done(&result);
	assert_int_equal(store_backup(store, fixture_path("copy.db"), NULL), ST_OK);
	store_close(store);
}

static void a_copy_does_not_fall_on_what_is_not_ours(void **state)
{
	struct room room = make();
	struct store *store = fixture_open(fixture_db(), STORE_LIVE),
		     *other = fixture_open(fixture_path("live.db"), STORE_LIVE);
	static const char *const names[] = { "text.md", "y.db", "live.db", "folder" };
	size_t len;

	(void)state;
	(void)room;
	fixture_write(fixture_path("text.md"), "# 議事録", strlen("# 議事録"));
	assert_int_equal(mkdir(fixture_path("folder"), 0700), 0);
	for (size_t i = 0; i < COUNT(names); i++) {
		struct fault fault = { "" };
		assert_int_not_equal(store_backup(store, fixture_path(names[i]), &fault), ST_OK);
		assert_non_null(strstr(fault.text, names[i]));
	}
	char *text = fixture_bytes(fixture_path("text.md"), &len);
	assert_string_equal(text, "# 議事録");
	free(text);
	store_close(other);
	store_close(store);
}

static void a_reader_can_make_a_copy(void **state)
{
	(void)state;
	make();
	struct store *store = fixture_open(fixture_db(), STORE_READ);
	assert_int_equal(store_backup(store, fixture_path("copy.db"), NULL), ST_OK);
	store_close(store);
}

static void the_schema_tells_of_every_field(void **state)
{
	struct buf out = { 0 };
	char wanted[64];

	(void)state;
	store_describe(&out);
	for (size_t i = 0; i < ENTITY_COUNT; i++) {
		snprintf(wanted, sizeof wanted, "## %s\n", entity_infos[i].name);
		const char *at = strstr(buf_text(&out), wanted);
		assert_non_null(at);
		for (size_t k = 0; k < entity_infos[i].fields_len; k++) {
			snprintf(wanted, sizeof wanted, "\n| `%s` | ", entity_infos[i].fields[k].name);
			assert_non_null(at = strstr(at, wanted));
		}
	}
	buf_done(&out);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(what_was_changed_from_outside_is_found),   CASE(a_file_that_others_may_read_is_found),
		CASE(a_body_spelt_otherwise_says_the_same),
		CASE(a_trigger_from_elsewhere_is_not_run),      CASE(a_copy_of_a_live_file_is_whole_and_at_rest),
		CASE(a_copy_does_not_fall_on_what_is_not_ours), CASE(a_copy_does_not_fall_on_entries_that_are_nowhere_else),
		CASE(a_reader_can_make_a_copy),
		CASE(the_schema_tells_of_every_field),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
