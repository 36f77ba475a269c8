/* Consoles that come, go and are killed at any moment while they all write one file. */
#include "fixture.h"

#include "support/dice.h"

#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <unistd.h>

enum { WRITERS = 8, LATENCIES = 1 << 16 };

/* Seen by every process, and by the parent after their death. */
struct board {
	atomic_long acknowledged, failed;
	atomic_uint timed;
	atomic_int latency_us[LATENCIES];
	atomic_bool over;
	struct room room;
};

static struct board *board_new(void)
{
	struct board *board = mmap(NULL, sizeof *board, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	assert_true(board != MAP_FAILED);
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	board->room = fixture_room(store);
	store_close(store);
	return board;
}

/* Counts a pair only when it was acknowledged. */
static void write_pair(struct board *board, struct store *store)
{
	int64_t start = fixture_now_us();

	if (fixture_pair(store, &board->room, "できること：子どもの送り迎えと見守り") == ST_OK)
		atomic_fetch_add(&board->acknowledged, 1);
	else
		atomic_fetch_add(&board->failed, 1);
	atomic_store(&board->latency_us[atomic_fetch_add(&board->timed, 1) % LATENCIES],
		     (int)(fixture_now_us() - start));
}

static int write_until_over(void *ctx)
{
	struct board *board = ctx;
	struct store *store = NULL;
	struct fault fault = { "" };

	if (store_open(fixture_db(), STORE_LIVE, &env_system, &store, &fault) != ST_OK) {
		fprintf(stderr, "%s\n", fault.text);
		return 1;
	}
	while (!atomic_load(&board->over))
		write_pair(board, store);
	store_close(store);
	return 0;
}

static int by_value(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static void print_latencies(struct board *board)
{
	unsigned len = atomic_load(&board->timed);
	int *sorted = mem_new(LATENCIES, sizeof *sorted);

	if (len > LATENCIES)
		len = LATENCIES;
	for (unsigned i = 0; i < len; i++)
		sorted[i] = atomic_load(&board->latency_us[i]);
	qsort(sorted, len, sizeof *sorted, by_value);
	fprintf(stderr, "  commit p50 %.1f ms, p99 %.1f ms, max %.1f ms\n", sorted[len / 2] / 1e3,
		sorted[len * 99 / 100] / 1e3, sorted[len - 1] / 1e3);
	free(sorted);
}

/* Everything acknowledged is there, nothing is there by half, and the file is one sound file. */
static void assert_nothing_lost(struct board *board)
{
	struct workbook book = { 0 };
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);

	assert_null(store_warning(store));
	assert_int_equal(store_load(store, board->room.workshop.text, store_reach_all, &book, NULL), ST_OK);
	assert_true((long)book.offers.len >= atomic_load(&board->acknowledged));
	assert_int_equal(book.offers.len, book.notes.len);
	fprintf(stderr, "  %ld acknowledged, %zu there, %ld refused\n", atomic_load(&board->acknowledged),
		book.offers.len, atomic_load(&board->failed));
	workbook_done(&book);
	fixture_assert_sound(store);
	store_close(store);
	assert_string_equal(fixture_names(), "y.db");
	assert_int_equal(atomic_load(&board->failed), 0);
}

/* Waits, without waking for anything else. */
static void pass_ms(int ms)
{
	poll(NULL, 0, ms);
}

static void killing_consoles_loses_nothing_that_was_acknowledged(void **state)
{
	struct board *board = board_new();
	struct dice dice = dice_take("kill storm");
	int64_t end = fixture_now_us() + fixture_number("YORIAI_STORM_S", 2) * 1000000;
	pid_t pids[WRITERS];
	int kills = 0;

	(void)state;
	for (int i = 0; i < WRITERS; i++)
		pids[i] = fixture_spawn(write_until_over, board);
	for (; fixture_now_us() < end; kills++) {
		pass_ms((int)(20 + dice_below(&dice, 60)));
		size_t i = dice_below(&dice, WRITERS);
		kill(pids[i], SIGKILL);
		assert_int_equal(fixture_wait(pids[i]), 128 + SIGKILL);
		pids[i] = fixture_spawn(write_until_over, board);
	}
	atomic_store(&board->over, true);
	for (int i = 0; i < WRITERS; i++)
		assert_int_equal(fixture_wait(pids[i]), 0);
	fprintf(stderr, "kill storm: %d writers, %d kills\n", WRITERS, kills);
	assert_nothing_lost(board);
	print_latencies(board);
	munmap(board, sizeof *board);
}

/* Opens in any way, does a little, leaves; and again. */
static int come_and_go(void *ctx)
{
	struct board *board = ctx;
	struct dice dice = { (uint64_t)getpid() };

	while (!atomic_load(&board->over)) {
		enum store_mode mode = (enum store_mode)dice_below(&dice, 3);
		struct store *store = NULL;
		struct fault fault = { "" };
		if (store_open(fixture_db(), mode, &env_system, &store, &fault) != ST_OK || store_warning(store)) {
			fprintf(stderr, "%d: %s\n", mode, store ? store_warning(store) : fault.text);
			return 1;
		}
		for (size_t i = dice_below(&dice, 4); mode != STORE_READ && i > 0; i--)
			write_pair(board, store);
		store_close(store);
	}
	return 0;
}

static void consoles_come_and_go_in_any_order(void **state)
{
	struct board *board = board_new();
	int64_t end = fixture_now_us() + fixture_number("YORIAI_STORM_S", 2) * 1000000;
	pid_t pids[WRITERS];

	(void)state;
	for (int i = 0; i < WRITERS; i++)
		pids[i] = fixture_spawn(come_and_go, board);
	while (fixture_now_us() < end)
		pass_ms(50);
	atomic_store(&board->over, true);
	for (int i = 0; i < WRITERS; i++)
		assert_int_equal(fixture_wait(pids[i]), 0);
	fprintf(stderr, "coming and going: %d processes\n", WRITERS);
	assert_nothing_lost(board);
	print_latencies(board);
	munmap(board, sizeof *board);
}

/* Twelve scribes at a human's speed, all starting at one bell. */
static int scribe(void *ctx)
{
	struct board *board = ctx;
	struct dice dice = { (uint64_t)getpid() };
	struct store *store = NULL;

	if (store_open(fixture_db(), STORE_LIVE, &env_system, &store, NULL) != ST_OK)
		return 1;
	while (!atomic_load(&board->over)) {
		write_pair(board, store);
		pass_ms((int)(100 + dice_below(&dice, 200)));
	}
	store_close(store);
	return 0;
}

static void scribes_at_human_speed_hardly_wait(void **state)
{
	enum { SCRIBES = 12 };
	struct board *board = board_new();
	int64_t end = fixture_now_us() + fixture_number("YORIAI_STORM_S", 2) * 1000000;
	pid_t pids[SCRIBES];

	(void)state;
	for (int i = 0; i < SCRIBES; i++)
		pids[i] = fixture_spawn(scribe, board);
	while (fixture_now_us() < end)
		pass_ms(50);
	atomic_store(&board->over, true);
	for (int i = 0; i < SCRIBES; i++)
		assert_int_equal(fixture_wait(pids[i]), 0);
	fprintf(stderr, "%d scribes, a pair each 0.1 to 0.3 s:\n", SCRIBES);
	assert_nothing_lost(board);
	print_latencies(board);
	munmap(board, sizeof *board);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(killing_consoles_loses_nothing_that_was_acknowledged),
		CASE(consoles_come_and_go_in_any_order),
		CASE(scribes_at_human_speed_hardly_wait),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
