/* Watchers are told at once, and left in peace otherwise. */
#include "fixture.h"

#include "store/local.h"
#include "store/watch.h"

#include <poll.h>
#include <unistd.h>

struct talk {
	int ask[2], answer[2];
	struct room room;
};

/* Commits once each time it is asked, and says when that was; the first time when it has settled down. */
static int write_when_asked(void *ctx)
{
	struct talk *talk = ctx;
	struct store *store = NULL;
	int64_t now = 0;
	char go;

	if (store_open(fixture_db(), STORE_LIVE, &env_system, &store, NULL) != ST_OK)
		return 1;
	close(talk->ask[1]);
	(void)!write(talk->answer[1], &now, sizeof now);
	while (read(talk->ask[0], &go, 1) == 1) {
		if (fixture_pair(store, &talk->room, "一言") != ST_OK)
			return 1;
		now = fixture_now_us();
		(void)!write(talk->answer[1], &now, sizeof now);
	}
	store_close(store);
	return 0;
}

static int by_value(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static int wake_ups_in_ms(struct watch *watch, int ms)
{
	struct pollfd poller = { .fd = watch->fd, .events = POLLIN };

	return poll(&poller, 1, ms);
}

static void a_watcher_hears_of_each_commit_and_of_nothing_else(void **state)
{
	enum { COMMITS = 100 };
	struct store *store = fixture_open(fixture_db(), STORE_LIVE);
	struct talk talk = { .room = fixture_room(store) };
	struct watch watch;
	struct workbook book = { 0 };
	int64_t late_us[COMMITS], committed;

	(void)state;
	assert_int_equal(pipe(talk.ask) + pipe(talk.answer), 0);
	store_close(store);
	pid_t writer = fixture_spawn(write_when_asked, &talk);
	close(talk.ask[0]);
	assert_int_equal(read(talk.answer[0], &committed, sizeof committed), sizeof committed);
	store = fixture_open(fixture_db(), STORE_READ);
	watch_start(&watch, store);
	assert_true(watch.fd >= 0);
	assert_int_equal(watch.poll_ms, -1);
	for (int i = 0; i < COMMITS; i++) {
		assert_int_equal(write(talk.ask[1], "", 1), 1);
		assert_int_equal(wake_ups_in_ms(&watch, 5000), 1);
		int64_t woken = fixture_now_us();
		assert_true(watch_drain(&watch));
		assert_true(store_is_stale(store));
		assert_int_equal(store_load(store, talk.room.workshop.text, store_reach_audience, &book, NULL), ST_OK);
		assert_int_equal(book.offers.len, i + 1);
		assert_false(store_is_stale(store));
		assert_int_equal(read(talk.answer[0], &committed, sizeof committed), sizeof committed);
		late_us[i] = woken - committed;
	}
	int idle = wake_ups_in_ms(&watch, 500);
	close(talk.ask[1]);
	assert_int_equal(fixture_wait(writer), 0);
	qsort(late_us, COMMITS, sizeof *late_us, by_value);
	fprintf(stderr,
		"%d commits heard, p50 %+lld us and p99 %+lld us after the writer’s call returned; idle: %d wake-ups\n",
		COMMITS, (long long)late_us[COMMITS / 2], (long long)late_us[COMMITS * 99 / 100], idle);
	assert_int_equal(idle, 0);
	workbook_done(&book);
	watch_stop(&watch);
	store_close(store);
}

static void what_is_this_machine_s_own_wakes_nobody(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_LIVE);
	struct room room = fixture_room(store);
	struct watch watch;
	struct workbook book = { 0 };

	(void)state;
	assert_int_equal(store_load(store, room.workshop.text, store_reach_all, &book, NULL), ST_OK);
	watch_start(&watch, store);
	assert_int_equal(draft_save(store, room.workshop.text, "table 3 offer", "送り", NULL), ST_OK);
	assert_int_equal(heartbeat_save(store, room.workshop.text, env_now(&env_system), NULL), ST_OK);
	/* Another file in the folder changes. */
	fixture_write(fixture_path("other"), "x", 1);
	assert_int_equal(truncate(fixture_path("other"), 0), 0);
	assert_int_equal(wake_ups_in_ms(&watch, 100), 0);
	assert_false(store_is_stale(store));
	/* Who sits where is for all to see. */
	assert_int_equal(presence_save(store, room.workshop.text, "scribe", 3, NULL), ST_OK);
	assert_int_equal(wake_ups_in_ms(&watch, 5000), 1);
	assert_true(watch_drain(&watch));
	watch_stop(&watch);
	workbook_done(&book);
	store_close(store);
}

static void a_stranger_in_the_folder_is_no_commit(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_LIVE);
	struct watch watch;

	(void)state;
	fixture_room(store);
	watch_start(&watch, store);
	fixture_write(fixture_path("other"), "x", 1);
	assert_int_equal(chown(fixture_path("other"), getuid(), getgid()), 0);
	if (wake_ups_in_ms(&watch, 100))
		assert_false(watch_drain(&watch));
	watch_stop(&watch);
	store_close(store);
}

static void watching_outlives_the_side_file(void **state)
{
	struct store *reader, *writer = fixture_open(fixture_db(), STORE_WRITE);
	struct watch watch;

	(void)state;
	fixture_room(writer);
	store_close(writer);
	reader = fixture_open(fixture_db(), STORE_READ);
	watch_start(&watch, reader);
	for (int i = 0; i < 3; i++) {
		/* Each of these makes the side file and takes it away. */
		writer = fixture_open(fixture_db(), STORE_WRITE);
		fixture_room(writer);
		assert_int_equal(wake_ups_in_ms(&watch, 5000), 1);
		assert_true(watch_drain(&watch));
		store_close(writer);
		assert_true(store_is_stale(reader));
	}
	watch_stop(&watch);
	store_close(reader);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_watcher_hears_of_each_commit_and_of_nothing_else),
		CASE(what_is_this_machine_s_own_wakes_nobody),
		CASE(a_stranger_in_the_folder_is_no_commit),
		CASE(watching_outlives_the_side_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
