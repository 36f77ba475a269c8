/* The look at a file beside what is done with it: who reads and who writes go on at once, what they write stays in the log until
 * the file was found sound, and damage is told as by any other opening. */
#include "fixture.h"

#include "backup.h"
#include "side.h"
#include "store/merge.h"
#include "support/dice.h"

#include <poll.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PAGE = 4096, HEAD = 100, LONG_MS = 20000, MOMENT_MS = 50 };

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

/* A stranger who looks, and takes their time. */
static int look_for_long(void)
{
	int fd = side_open(fixture_path("y.db-touch"));

	assert_true(side_step_on(fd, SIDE_LOOKS));
	return fd;
}

static int count_said(struct store *store, const struct room *room, const char *text)
{
	struct workbook book = { 0 };
	int count = 0;

	assert_int_equal(store_load(store, room->workshop.text, store_reach_all, &book, NULL), ST_OK);
	for (size_t i = 0; i < book.offers.len; i++)
		count += strcmp(book.offers.at[i].text, text) == 0;
	workbook_done(&book);
	return count;
}

static void what_is_opened_soon_is_read_at_once_and_live_before_it_is_looked_at(void **state)
{
	struct room room = make_room(3);
	struct store *store = open_soon(STORE_LIVE);

	(void)state;
	assert_int_equal(count_offers(store, &room), 3);
	assert_string_equal(fixture_names(), "y.db");
	assert_true(ends_within(store, LONG_MS));
	assert_non_null(strstr(fixture_names(), "-wal"));
	assert_false(store_is_settled(store));
	assert_int_equal(store_settle(store, NULL), ST_OK);
	assert_true(store_is_settled(store));
	assert_int_equal(store_look(store), -1);
	assert_int_equal(store_settle(store, NULL), ST_OK);
	store_close(store);
	assert_string_equal(fixture_names(), "y.db");
}

/* Of the head only what tells the mode of the file, and that it was changed. */
static void assert_as_it_was(const char *bytes, size_t len)
{
	size_t now_len;
	char *now = fixture_bytes(fixture_db(), &now_len);

	assert_int_equal(now_len, len);
	assert_memory_equal(now + HEAD, bytes + HEAD, len - HEAD);
	free(now);
}

static void assert_has_grown(size_t len)
{
	size_t now_len;

	free(fixture_bytes(fixture_db(), &now_len));
	assert_true(now_len > len);
}

static void who_writes_does_not_wait_and_the_file_is_not_touched_before_the_look_has_ended(void **state)
{
	enum { PAIRS = 200 }; /* some megabytes of log: a checkpoint is long due */
	struct room room = make_room(3);
	size_t len;
	char *bytes = fixture_bytes(fixture_db(), &len);
	int other = look_for_long();
	struct store *store = open_soon(STORE_LIVE);

	(void)state;
	assert_false(ends_within(store, MOMENT_MS));
	for (int i = 0; i < PAIRS; i++)
		assert_int_equal(fixture_pair(store, &room, "見る前に書く"), ST_OK);
	struct store *command = fixture_open(fixture_db(), STORE_WRITE);
	assert_int_equal(count_offers(command, &room), 3 + PAIRS);
	assert_int_equal(fixture_pair(command, &room, "命令からも"), ST_OK);
	store_close(command);
	assert_false(store_is_settled(store));
	assert_as_it_was(bytes, len);
	close(other);
	assert_int_equal(store_settle(store, NULL), ST_OK);
	assert_has_grown(len);
	store_close(store);
	assert_string_equal(fixture_names(), "y.db");
	free(bytes);
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
	fixture_assert_refused(fixture_db(), STORE_LIVE, ST_IO, "restore the newest backup");
	fixture_assert_refused(fixture_db(), STORE_WRITE, ST_IO, "restore the newest backup");
	assert_as_it_was(bytes, len);
	free(bytes);
}

/* Some page of the log of facts in the middle, which nobody reads who adds to its end. */
static void damage_facts(void)
{
	static const char said[] = "\"text\":\"子ども食堂";
	size_t len;
	char *bytes = fixture_bytes(fixture_db(), &len), *at = NULL;

	for (char *next = bytes; (next = memmem(next, len - (size_t)(next - bytes), said, sizeof said - 1)); next++)
		if (!at || next < bytes + len / 2)
			at = next;
	assert_non_null(at);
	memset(bytes + (size_t)(at - bytes) / PAGE * PAGE, 0xAA, PAGE);
	fixture_write(fixture_db(), bytes, len);
	free(bytes);
}

static void what_was_saved_before_damage_was_found_is_in_what_is_salvaged(void **state)
{
	enum { BEFORE = 300, SINCE = 40, LOST_MAX = 20 };
	struct room room = make_room(BEFORE);
	struct merge_result result = { 0 };
	char *copy;

	(void)state;
	damage_facts();
	struct store *store = open_soon(STORE_LIVE);
	for (int i = 0; i < SINCE; i++)
		assert_int_equal(fixture_pair(store, &room, "見る前に書いた"), ST_OK);
	assert_int_equal(store_settle(store, NULL), ST_IO);
	assert_int_equal(fixture_pair(store, &room, "書けない"), ST_IO);
	store_close(store);
	copy = backup_set_aside(fixture_db());
	assert_non_null(copy);

	store = fixture_open(fixture_path("new.db"), STORE_WRITE);
	assert_int_equal(store_merge(store, copy, 0, &result, NULL), ST_INVALID);
	for (int i = 0; i < 2; i++) {
		struct fault fault = { "" };
		if (store_merge(store, i ? copy : fixture_db(), MERGE_OF_DAMAGED, &result, &fault) != ST_OK)
			fail_msg("%s", fault.text);
	}
	assert_int_equal(result.facts_new, 0);
	assert_true(count_offers(store, &room) >= BEFORE + SINCE - LOST_MAX);
	assert_int_equal(count_said(store, &room, "見る前に書いた"), SINCE);
	fixture_assert_sound(store);
	store_close(store);
	merge_result_done(&result);
	free(copy);
}

/* Who restores a backup by hand does not think of the files beside it. */
static void a_backup_in_the_place_of_a_damaged_file_is_not_written_over_by_its_log(void **state)
{
	struct room room = make_room(300);
	const char *backup = fixture_path("backup.db");

	(void)state;
	fixture_copy(fixture_db(), backup);
	damage_facts();
	struct store *store = open_soon(STORE_LIVE);
	assert_int_equal(fixture_pair(store, &room, "あとで戻る"), ST_OK);
	assert_int_equal(store_settle(store, NULL), ST_IO);
	store_close(store);
	assert_non_null(strstr(fixture_names(), "y.db-wal"));

	fixture_copy(backup, fixture_db());
	store = open_soon(STORE_LIVE);
	assert_non_null(strstr(store_warning(store), "was put aside"));
	assert_non_null(strstr(fixture_names(), "y.db.log-"));
	assert_int_equal(count_offers(store, &room), 300);
	assert_int_equal(store_settle(store, NULL), ST_OK);
	assert_int_equal(fixture_pair(store, &room, "その先"), ST_OK);
	fixture_assert_sound(store);
	store_close(store);
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

static void of_all_who_come_at_once_one_looks_and_the_others_trust_it(void **state)
{
	struct room room = make_room(3);
	struct store *first = open_soon(STORE_LIVE), *second;

	(void)state;
	assert_true(ends_within(first, LONG_MS));
	second = open_soon(STORE_LIVE);
	assert_false(ends_within(second, MOMENT_MS));
	assert_int_equal(fixture_pair(second, &room, "見ている間に"), ST_OK);
	assert_int_equal(store_settle(first, NULL), ST_OK);
	assert_true(ends_within(second, LONG_MS));
	assert_int_equal(store_settle(second, NULL), ST_OK);
	assert_int_equal(count_offers(first, &room), 4);
	store_close(first);
	store_close(second);
	assert_string_equal(fixture_names(), "y.db");
}

static void who_leaves_before_the_end_lets_the_others_look(void **state)
{
	struct room room = make_room(3);
	struct store *first = open_soon(STORE_LIVE), *second = open_soon(STORE_LIVE);

	(void)state;
	assert_true(store_look(first) >= 0);
	assert_true(store_look(second) >= 0);
	store_close(first);
	assert_int_equal(fixture_pair(second, &room, "次の人"), ST_OK);
	assert_int_equal(store_settle(second, NULL), ST_OK);
	store_close(second);
	assert_string_equal(fixture_names(), "y.db");
}

static void leaving_does_not_wait_for_the_look_and_what_was_written_waits_in_the_log(void **state)
{
	struct room room = make_room(3);
	size_t len;
	char *bytes = fixture_bytes(fixture_db(), &len);
	struct store *store = open_soon(STORE_LIVE);

	(void)state;
	assert_false(store_owes_a_look(store));
	assert_int_equal(fixture_pair(store, &room, "すぐ帰る"), ST_OK);
	assert_true(store_owes_a_look(store));
	store_close(store);
	assert_string_equal(fixture_names(), "y.db y.db-shm y.db-wal");
	assert_as_it_was(bytes, len);
	free(bytes);

	store = open_soon(STORE_LIVE);
	assert_int_equal(count_offers(store, &room), 4);
	assert_int_equal(store_settle(store, NULL), ST_OK);
	assert_false(store_owes_a_look(store));
	store_close(store);
	assert_string_equal(fixture_names(), "y.db");
}

static void who_wrote_nothing_and_leaves_before_the_look_leaves_one_file(void **state)
{
	struct room room = make_room(3);
	int other = look_for_long();
	struct store *store = open_soon(STORE_LIVE);

	(void)state;
	assert_int_equal(count_offers(store, &room), 3);
	assert_false(ends_within(store, MOMENT_MS));
	store_close(store);
	close(other);
	assert_null(strstr(fixture_names(), "-wal"));
}

static void who_stands_still_keeps_nobody_out_and_looks_again_afterwards(void **state)
{
	struct room room = make_room(3);
	struct store *still = open_soon(STORE_LIVE), *other;

	(void)state;
	assert_true(ends_within(still, LONG_MS));
	store_stand_still(still);
	close(look_for_long());
	assert_true(ends_within(still, LONG_MS));
	store_stand_still(still);
	other = open_soon(STORE_LIVE);
	assert_int_equal(fixture_pair(other, &room, "その間に"), ST_OK);
	assert_int_equal(store_settle(other, NULL), ST_OK);
	assert_int_equal(store_settle(still, NULL), ST_OK);
	assert_int_equal(count_offers(still, &room), 4);
	store_close(other);
	store_close(still);
	assert_string_equal(fixture_names(), "y.db");
}

/* --- stopped ---------------------------------------------------------------------------------------------------------- */

static void make_the_look_long(void)
{
	fixture_raw(fixture_db(), "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
				  " INSERT INTO meta (key, value) SELECT 'many ' || i, i FROM n");
}

/* What a console does with the file in its first moments. */
static int come_up(void *ctx)
{
	const struct room *room = ctx;
	struct store *store = NULL;
	struct workbook book = { 0 };

	if (store_open_soon(fixture_db(), STORE_LIVE, &env_system, &store, NULL) != ST_OK)
		return 1;
	if (store_load(store, room->workshop.text, store_reach_all, &book, NULL) != ST_OK)
		return 2;
	workbook_done(&book);
	struct pollfd look = { .fd = store_look(store), .events = POLLIN };
	return poll(&look, 1, -1) == 1 && store_settle(store, NULL) == ST_OK ? 0 : 3;
}

/* Amid a transaction of its own, or in a file that is not live yet: as long as a commit, and as rare to be stopped in. */
static bool holds_up_all(pid_t pid)
{
	FILE *locks = fopen("/proc/locks", "r");
	bool is_live = strstr(fixture_names(), "-wal") != NULL, holds = false;
	char line[200], how[16], mode[16], kind[16];
	int number, owner;

	assert_non_null(locks);
	while (fgets(line, sizeof line, locks))
		if (sscanf(line, "%d: %15s %15s %15s %d", &number, kind, how, mode, &owner) == 5 && owner == pid)
			holds |= !is_live || strcmp(mode, "WRITE") == 0;
	fclose(locks);
	return holds;
}

static void let_go_on_for(pid_t pid, int64_t us)
{
	kill(pid, SIGCONT);
	nanosleep(&(struct timespec){ .tv_sec = us / 1000000, .tv_nsec = us % 1000000 * 1000 }, NULL);
	kill(pid, SIGSTOP);
	waitpid(pid, NULL, WUNTRACED);
}

static void who_is_stopped_in_their_first_moments_keeps_nobody_from_saving(void **state)
{
	enum { TIMES = 25, FIRST_US = 300000 };
	struct dice dice = dice_take("stopped");
	struct room room = make_room(3);

	(void)state;
	make_the_look_long();
	for (int i = 0; i < TIMES; i++) {
		pid_t pid = fixture_spawn(come_up, &room);
		int64_t us = dice_below(&dice, FIRST_US);
		int status = 0, moments = 0;

		nanosleep(&(struct timespec){ .tv_nsec = us * 1000 }, NULL);
		kill(pid, SIGSTOP);
		waitpid(pid, &status, WUNTRACED);
		while (WIFSTOPPED(status) && holds_up_all(pid) && moments++ < 100)
			let_go_on_for(pid, 500);
		struct store *store = open_soon(STORE_LIVE);
		if (fixture_pair(store, &room, "止まった人のとなりで") != ST_OK)
			fail_msg("stopped after %lld us: %s", (long long)us, fixture_fault.text);
		assert_int_equal(count_offers(store, &room), 4 + i);
		store_close(store);
		if (WIFSTOPPED(status)) {
			kill(pid, SIGKILL);
			waitpid(pid, NULL, 0);
		}
	}
	struct store *store = open_soon(STORE_LIVE);
	assert_int_equal(store_settle(store, NULL), ST_OK);
	store_close(store);
	assert_string_equal(fixture_names(), "y.db");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(what_is_opened_soon_is_read_at_once_and_live_before_it_is_looked_at),
		CASE(who_writes_does_not_wait_and_the_file_is_not_touched_before_the_look_has_ended),
		CASE(there_is_nothing_to_look_at_in_a_live_file_or_a_new_one),
		CASE(damage_refuses_every_write_in_the_same_words_and_is_put_aside_once),
		CASE(what_was_saved_before_damage_was_found_is_in_what_is_salvaged),
		CASE(a_backup_in_the_place_of_a_damaged_file_is_not_written_over_by_its_log),
		CASE(a_reader_is_told_of_damage_too),
		CASE(a_command_looks_at_what_it_reads_of_a_large_file),
		CASE(of_all_who_come_at_once_one_looks_and_the_others_trust_it),
		CASE(who_leaves_before_the_end_lets_the_others_look),
		CASE(leaving_does_not_wait_for_the_look_and_what_was_written_waits_in_the_log),
		CASE(who_wrote_nothing_and_leaves_before_the_look_leaves_one_file),
		CASE(who_stands_still_keeps_nobody_out_and_looks_again_afterwards),
		CASE(who_is_stopped_in_their_first_moments_keeps_nobody_from_saving),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
