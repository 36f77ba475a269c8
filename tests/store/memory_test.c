/* SQLite without memory, at every one of its requests: a sentence, nothing lost, and the store still usable. */
#include "fixture.h"

#include "inside.h"
#include "store/care.h"
#include "store/search.h"

#include <sqlite3.h>
#include <unistd.h>

static sqlite3_mem_methods real;
static long requests, fail_at; /* 0: never */
static bool fail_on;           /* and all those after it */

static bool refuses(void)
{
	requests++;
	return fail_at && (requests == fail_at || (fail_on && requests > fail_at));
}

static void *counted_malloc(int size)
{
	return refuses() ? NULL : real.xMalloc(size);
}

static void *counted_realloc(void *old, int size)
{
	return refuses() ? NULL : real.xRealloc(old, size);
}

static void count_requests(void)
{
	sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real);
	sqlite3_mem_methods counted = real;
	counted.xMalloc = counted_malloc;
	counted.xRealloc = counted_realloc;
	assert_int_equal(sqlite3_config(SQLITE_CONFIG_MALLOC, &counted), SQLITE_OK);
	sqlite3_initialize();
}

static void fail_from(long n, bool on)
{
	requests = 0;
	fail_at = n;
	fail_on = on;
}

static struct room room;
static long acknowledged;

static enum status add_a_pair(struct store *store)
{
	enum status st = fixture_pair(store, &room, "できること");

	acknowledged += st == ST_OK;
	return st;
}

static enum status read_all(struct store *store)
{
	struct workbook book = { 0 };
	enum status st = store_load(store, room.workshop.text, store_reach_all, &book, NULL);

	/* Never fewer than there are: what could not be read is said, not left out. */
	if (st == ST_OK)
		assert_true((long)book.offers.len >= acknowledged && book.offers.len == book.notes.len);
	workbook_done(&book);
	return st;
}

/* Fails the n-th request of `deed` for each n until there are no more. What the store keeps prepared is forgotten each
 * time, so that preparing is refused too. The same deed must succeed right afterwards. */
static void fail_each(const char *what, bool on, long stride, enum status (*deed)(struct store *store))
{
	long points = 0, refused = 0;
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	bool met = true;

	stride = fixture_number("YORIAI_MEMORY_STRIDE", stride);
	for (long n = 1; met; n += stride, points++) {
		sql_forget_all(store);
		fail_from(n, on);
		enum status st = deed(store);
		met = requests >= n;
		fail_from(0, false);
		refused += st != ST_OK;
		assert_true(st == ST_OK || (met && st == ST_IO));
		assert_int_equal(deed(store), ST_OK);
	}
	fixture_assert_sound(store);
	store_close(store);
	fprintf(stderr, "%s, memory refused %s: %ld points, %ld refused with a sentence, all done when asked again\n",
		what, on ? "for good" : "once", points, refused);
	assert_true(refused > 0);
}

static enum status index_some(struct store *store)
{
	enum status st = add_a_pair(store);

	return st == ST_OK ? index_catch_up(store, NULL) : st;
}

/* Never fewer than there are. */
static enum status search_all(struct store *store)
{
	const struct search_scope scope = { .shelves = 1u << SHELF_OFFERS, .reach = REACH_PRIVATE };
	struct search search;

	search_begin(&search, store, "きること", &scope);
	enum status st = search_go_on(&search, -1, NULL);
	if (st == ST_OK)
		assert_true((long)search.len >= acknowledged);
	search_end(&search);
	return st;
}

static void make_room(void)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);

	room = fixture_room(store);
	acknowledged = 0;
	assert_int_equal(add_a_pair(store), ST_OK);
	store_close(store);
}

static void appending_survives_every_refusal(void **state)
{
	(void)state;
	make_room();
	fail_each("append", false, 1, add_a_pair);
	fail_each("append", true, 7, add_a_pair);
}

static void indexing_and_searching_survive_every_refusal(void **state)
{
	(void)state;
	make_room();
	fail_each("index", false, 13, index_some);
	fail_each("index", true, 89, index_some);
	fail_each("search", false, 7, search_all);
	fail_each("search", true, 29, search_all);
}

static void loading_survives_every_refusal(void **state)
{
	(void)state;
	make_room();
	fail_each("load", false, 2, read_all);
	fail_each("load", true, 7, read_all);
}

static enum status check_all(struct store *store)
{
	struct check checks[CHECK_MAX];
	size_t len = store_check(store, checks, CHECK_MAX);

	for (size_t i = 0; i < len; i++)
		if (!checks[i].ok) {
			assert_true(checks[i].detail[0]);
			return ST_IO;
		}
	return ST_OK;
}

static void checking_survives_every_refusal(void **state)
{
	(void)state;
	make_room();
	fail_each("check", false, 2, check_all);
	fail_each("check", true, 7, check_all);
}

static void opening_survives_every_refusal(void **state)
{
	static const enum store_mode modes[] = { STORE_WRITE, STORE_LIVE, STORE_READ };
	long points = 0, refused = 0, stride = fixture_number("YORIAI_MEMORY_STRIDE", 7);

	(void)state;
	make_room();
	for (size_t i = 0; i < COUNT(modes); i++) {
		bool met = true;
		for (long n = 1; met; n += stride, points++) {
			struct store *store = NULL;
			struct fault fault = { "" };
			fail_from(n, n % 2);
			enum status st = store_open(fixture_db(), modes[i], &env_system, &store, &fault);
			store_close(store);
			met = requests >= n;
			fail_from(0, false);
			refused += st != ST_OK;
			assert_true(st == ST_OK || fault.text[0]);
			store = fixture_open(fixture_db(), STORE_WRITE);
			assert_int_equal(read_all(store), ST_OK);
			store_close(store);
			assert_string_equal(fixture_names(), "y.db");
		}
	}
	fprintf(stderr, "open and close: %ld points, %ld refused with a sentence\n", points, refused);
	assert_true(refused > 0);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(appending_survives_every_refusal),
		CASE(indexing_and_searching_survive_every_refusal),
		CASE(loading_survives_every_refusal),
		CASE(checking_survives_every_refusal),
		CASE(opening_survives_every_refusal),
	};

	count_requests();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
