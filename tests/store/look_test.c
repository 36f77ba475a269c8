/* The look at a file beside what is done with it: readers go on at once, writers wait, and damage is told as by any other opening. */
#include "fixture.h"

#include <fcntl.h>
#include <poll.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

enum { PAGE = 4096, LONG_MS = 20000, MOMENT_MS = 50 };

static struct room make_room(int pairs)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);

	for (int i = 0; i < pairs; i++)
		assert_int_equal(fixture_pair(store, &room, "子ども食堂の手伝いと、見守りと、送り迎え"), ST_OK);
	store_close(store);
	return room;
}

static struct store *open_soon(enum store_mode mode)
{
	struct store *store = NULL;
	struct fault fault = { "" };

	if (store_open_soon(fixture_db(), mode, &env_system, &store, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	return store;
}

static bool ends_within(struct store *store, int ms)
{
	struct pollfd look = { .fd = store_look(store), .events = POLLIN };

	assert_true(look.fd >= 0);
	return poll(&look, 1, ms) == 1;
}

static size_t count_offers(struct store *store, const struct room *room)
{
	struct workbook book = { 0 };

	assert_int_equal(store_load(store, room->workshop.text, store_reach_all, &book, NULL), ST_OK);
	size_t len = book.offers.len;
	workbook_done(&book);
	return len;
}

static void what_is_opened_soon_is_read_at_once_and_live_when_it_was_looked_at(void **state)
{
	struct room room = make_room(3);
	struct store *store = open_soon(STORE_LIVE);

	(void)state;
	assert_int_equal(count_offers(store, &room), 3);
	assert_true(ends_within(store, LONG_MS));
	assert_null(strstr(fixture_names(), "-wal"));
	assert_int_equal(store_settle(store, NULL), ST_OK);
	assert_int_equal(store_look(store), -1);
	assert_non_null(strstr(fixture_names(), "-wal"));
	assert_int_equal(store_settle(store, NULL), ST_OK);
	store_close(store);
	assert_string_equal(fixture_names(), "y.db");
}

static void who_writes_waits_and_is_heard(void **state)
{
	static const enum store_mode modes[] = { STORE_LIVE, STORE_WRITE };

	(void)state;
	for (size_t i = 0; i < 2 * COUNT(modes); i++) {
		struct room room = make_room(3);
		struct store *store = open_soon(modes[i / 2]);
		bool has_begun = i % 2 && store_look(store) >= 0;
		assert_int_equal(has_begun, i % 2);
		assert_int_equal(fixture_pair(store, &room, "見る前に書く"), ST_OK);
		assert_int_equal(store_look(store), -1);
		assert_int_equal(count_offers(store, &room), 4);
		store_close(store);
		assert_string_equal(fixture_names(), "y.db");
		unlink(fixture_db());
	}
}

static void there_is_nothing_to_look_at_in_a_live_file_or_a_new_one(void **state)
{
	struct store *fresh = open_soon(STORE_LIVE), *second;

	(void)state;
	assert_int_equal(store_look(fresh), -1);
	struct room room = fixture_room(fresh);
	second = open_soon(STORE_LIVE);
	assert_int_equal(store_look(second), -1);
	assert_int_equal(store_settle(second, NULL), ST_OK);
	assert_int_equal(fixture_pair(second, &room, "二人目"), ST_OK);
	store_close(fresh);
	store_close(second);
	assert_string_equal(fixture_names(), "y.db");
}

/* Where the index of facts begins: who only reads a workshop never comes there. */
static int index_page(void)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *stmt = NULL;

	assert_int_equal(sqlite3_open(fixture_db(), &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT rootpage - 1 FROM sqlite_schema WHERE name = 'fact_once'", -1, &stmt, NULL),
			 SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	int page = sqlite3_column_int(stmt, 0);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return page;
}

static char *damage(size_t *ret_len)
{
	size_t place = (size_t)index_page() * PAGE;
	char *bytes = fixture_bytes(fixture_db(), ret_len);

	memset(bytes + place, 0xAA, PAGE);
	fixture_write(fixture_db(), bytes, *ret_len);
	return bytes;
}

static void assert_as_it_was(const char *bytes, size_t len)
{
	size_t now_len;
	char *now = fixture_bytes(fixture_db(), &now_len);

	assert_int_equal(now_len, len);
	assert_memory_equal(now, bytes, len);
	free(now);
}

static void damage_refuses_every_write_in_the_same_words_and_is_put_aside_once(void **state)
{
	struct room room = make_room(300);
	struct fault first = { "" };
	size_t len;
	char *bytes = damage(&len);
	struct store *store = open_soon(STORE_LIVE);

	(void)state;
	assert_int_equal(store_settle(store, &first), ST_IO);
	assert_non_null(strstr(first.text, "damaged"));
	assert_non_null(strstr(first.text, "restore the newest backup"));
	for (int i = 0; i < 2; i++) {
		assert_int_equal(fixture_pair(store, &room, "書けない"), ST_IO);
		assert_string_equal(fixture_fault.text, first.text);
	}
	store_close(store);
	assert_as_it_was(bytes, len);
	assert_null(strstr(fixture_names(), "-touch"));
	assert_non_null(strstr(fixture_names(), "y.db.damaged-"));
	fixture_assert_refused(fixture_db(), STORE_LIVE, ST_IO, first.text);
	free(bytes);
}

static void a_reader_is_told_of_damage_too(void **state)
{
	struct fault fault = { "" };
	size_t len;

	(void)state;
	make_room(300);
	char *bytes = damage(&len);
	struct store *store = open_soon(STORE_READ);
	assert_true(ends_within(store, LONG_MS));
	assert_int_equal(store_settle(store, &fault), ST_IO);
	assert_non_null(strstr(fault.text, "damaged"));
	store_close(store);
	assert_as_it_was(bytes, len);
	free(bytes);
}

/* Where a console stays for hours, the whole file is looked through all the same. */
static void a_command_looks_at_what_it_reads_of_a_large_file(void **state)
{
	struct room room = make_room(300);
	size_t len;

	(void)state;
	fixture_raw(fixture_db(), "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)"
				  " INSERT INTO meta (key, value) SELECT 'large ' || i, zeroblob(900000) FROM n");
	free(damage(&len));
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct workbook book = { 0 };
	assert_int_equal(store_load_outline(store, &book, NULL), ST_OK);
	assert_string_equal(book.workshops.at[0].id, room.workshop.text);
	workbook_done(&book);
	store_close(store);
	fixture_assert_refused(fixture_db(), STORE_LIVE, ST_IO, "damaged");
}

/* The lock that tells others of a look, held by a stranger. */
static int hold_the_turn(void)
{
	int fd = open(fixture_path("y.db-touch"), O_RDWR | O_CREAT | O_CLOEXEC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(flock(fd, LOCK_EX | LOCK_NB), 0);
	return fd;
}

static void leaving_does_not_wait_for_the_end_of_a_look(void **state)
{
	(void)state;
	make_room(3);
	int turn = hold_the_turn();
	struct store *store = open_soon(STORE_LIVE);

	assert_false(ends_within(store, MOMENT_MS));
	int64_t began_us = fixture_now_us();
	store_close(store);
	assert_true(fixture_now_us() - began_us < 5000000);
	close(turn);
}

static void of_all_who_come_at_once_one_looks_and_the_others_trust_it(void **state)
{
	struct room room = make_room(3);
	struct store *first = open_soon(STORE_LIVE), *second;

	(void)state;
	assert_true(ends_within(first, LONG_MS));
	second = open_soon(STORE_LIVE);
	assert_false(ends_within(second, MOMENT_MS));
	assert_int_equal(store_settle(first, NULL), ST_OK);
	assert_int_equal(fixture_pair(second, &room, "待っていた"), ST_OK);
	assert_int_equal(count_offers(first, &room), 4);
	store_close(first);
	store_close(second);
	assert_string_equal(fixture_names(), "y.db");
}

static void who_leaves_before_the_end_lets_the_others_in(void **state)
{
	struct room room = make_room(3);
	struct store *first = open_soon(STORE_LIVE), *second = open_soon(STORE_LIVE);

	(void)state;
	assert_true(store_look(first) >= 0);
	assert_true(store_look(second) >= 0);
	store_close(first);
	assert_int_equal(fixture_pair(second, &room, "次の人"), ST_OK);
	store_close(second);
	assert_string_equal(fixture_names(), "y.db");
}

static void who_stands_still_keeps_nobody_out_and_looks_again_afterwards(void **state)
{
	struct room room = make_room(3);
	struct store *still = open_soon(STORE_LIVE), *other;

	(void)state;
	assert_true(ends_within(still, LONG_MS));
	store_stand_still(still);
	close(hold_the_turn());
	assert_true(ends_within(still, LONG_MS));
	store_stand_still(still);
	other = open_soon(STORE_LIVE);
	assert_int_equal(fixture_pair(other, &room, "その間に"), ST_OK);
	assert_int_equal(store_settle(still, NULL), ST_OK);
	assert_int_equal(count_offers(still, &room), 4);
	store_close(other);
	store_close(still);
	assert_string_equal(fixture_names(), "y.db");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(what_is_opened_soon_is_read_at_once_and_live_when_it_was_looked_at),
		CASE(who_writes_waits_and_is_heard),
		CASE(there_is_nothing_to_look_at_in_a_live_file_or_a_new_one),
		CASE(damage_refuses_every_write_in_the_same_words_and_is_put_aside_once),
		CASE(a_reader_is_told_of_damage_too),
		CASE(a_command_looks_at_what_it_reads_of_a_large_file),
		CASE(leaving_does_not_wait_for_the_end_of_a_look),
		CASE(of_all_who_come_at_once_one_looks_and_the_others_trust_it),
		CASE(who_leaves_before_the_end_lets_the_others_in),
		CASE(who_stands_still_keeps_nobody_out_and_looks_again_afterwards),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
