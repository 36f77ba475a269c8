/* Damaged files are told from sound ones, never lost and never crash us; a full disk takes nothing that was saved. */
#include "fixture.h"

#include "store/care.h"
#include "support/dice.h"

#include <dirent.h>
#include <sys/resource.h>
#include <unistd.h>

enum { PAGE = 4096 };

static struct room make(int pairs)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);

	for (int i = 0; i < pairs; i++)
		assert_int_equal(fixture_pair(store, &room, "子ども食堂の手伝いと、見守りと、送り迎え"), ST_OK);
	store_close(store);
	return room;
}

/* All that is done with a file, on one that may be broken anywhere. Returns whether store_check() found something. */
static bool use(struct store *store, const struct room *room)
{
	struct workbook book = { 0 };
	struct check checks[CHECK_MAX];
	bool found = false;

	(void)!store_load(store, room->workshop.text, store_reach_all, &book, NULL);
	workbook_done(&book);
	size_t len = store_check(store, checks, CHECK_MAX);
	for (size_t i = 0; i < len; i++)
		found |= !checks[i].ok;
	(void)!fixture_pair(store, room, "続けて");
	return found;
}

static bool holds_the_same(const char *path, const char *bytes, size_t len)
{
	size_t now_len;
	char *now = fixture_bytes(path, &now_len);
	bool same = now_len == len && memcmp(now, bytes, len) == 0;

	free(now);
	return same;
}

/* Removes and judges what was put aside. */
static bool aside_holds_the_same(const char *bytes, size_t len)
{
	DIR *dir = opendir(fixture_folder());
	bool same = false;

	for (struct dirent *entry; dir && (entry = readdir(dir));) {
		if (!strstr(entry->d_name, ".damaged-"))
			continue;
		const char *path = fixture_path(entry->d_name);
		assert_int_equal(fixture_mode(path), 0600);
		same |= holds_the_same(path, bytes, len);
		unlink(path);
	}
	closedir(dir);
	return same;
}

struct outcome {
	int aside, strangers, opened, found;
};

static void judge(const char *broken, size_t len, const struct room *room, struct outcome *outcome)
{
	struct store *store = NULL;
	struct fault fault = { "" };

	fixture_write(fixture_db(), broken, len);
	if (store_open(fixture_db(), STORE_WRITE, &env_system, &store, &fault) == ST_OK) {
		outcome->opened++;
		outcome->found += use(store, room);
		store_close(store);
		return;
	}
	assert_true(fault.text[0]);
	assert_true(holds_the_same(fixture_db(), broken, len));
	if (strstr(fault.text, "damaged")) {
		outcome->aside++;
		assert_true(aside_holds_the_same(broken, len));
	} else {
		outcome->strangers++;
	}
}

static struct outcome break_each_page(const char *what, struct dice *dice, size_t first, size_t span)
{
	struct room room = make(40);
	struct outcome outcome = { 0 };
	size_t len;
	char *bytes = fixture_bytes(fixture_db(), &len);

	for (size_t page = 0; page < len / PAGE; page++) {
		char *broken = mem_copy_len(bytes, len);
		for (int i = 0; i < 32; i++)
			broken[page * PAGE + first + dice_below(dice, span)] ^= (char)(1 + dice_below(dice, 255));
		judge(broken, len, &room, &outcome);
		free(broken);
	}
	fprintf(stderr,
		"%zu pages, %s: %d refused with a copy put aside, %d no longer known as ours, %d opened, of which "
		"“check” found %d\n",
		len / PAGE, what, outcome.aside, outcome.strangers, outcome.opened, outcome.found);
	free(bytes);
	unlink(fixture_db());
	return outcome;
}

static void a_damaged_page_is_told_and_nothing_is_thrown_away(void **state)
{
	struct dice dice = dice_take("damage");
	struct outcome heads = break_each_page("heads broken", &dice, 0, 64);

	(void)state;
	assert_true(heads.aside + heads.strangers > 10 * heads.opened);
	/* Anywhere: free space, which nobody misses, and texts, which “check” holds against their hashes. */
	break_each_page("broken anywhere", &dice, 0, PAGE);
}

static void the_same_damage_is_put_aside_once(void **state)
{
	size_t len;

	(void)state;
	make(40);
	char *bytes = fixture_bytes(fixture_db(), &len);
	memset(bytes + 3 * PAGE, 0xAA, PAGE);
	fixture_write(fixture_db(), bytes, len);
	for (int i = 0; i < 3; i++)
		fixture_assert_refused(fixture_db(), STORE_LIVE, ST_IO, "damaged");
	const char *names = fixture_names();
	assert_non_null(strstr(names, "y.db.damaged-"));
	assert_null(strstr(strstr(names, "damaged-") + 1, "damaged-"));
	assert_true(aside_holds_the_same(bytes, len));
	free(bytes);
}

static void a_file_cut_short_is_refused(void **state)
{
	size_t len;

	(void)state;
	make(40);
	char *bytes = fixture_bytes(fixture_db(), &len);
	fixture_write(fixture_db(), bytes, len / 2);
	fixture_assert_refused(fixture_db(), STORE_WRITE, ST_IO, "damaged");
	fixture_write(fixture_db(), bytes, 50);
	fixture_assert_refused(fixture_db(), STORE_WRITE, ST_IO, "damaged");
	free(bytes);
}

/* The limit on a file's size is the nearest thing to a full disk that needs no rights. */
static void limit_files_to(rlim_t bytes)
{
	struct rlimit limit;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = bytes;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void fill_until_refused(struct store *store, const struct room *room, size_t *pairs)
{
	enum status st;

	while ((st = fixture_pair(store, room, "あふれるまで")) == ST_OK)
		assert_true(++*pairs < 100000);
	assert_int_equal(st, ST_FULL);
	assert_non_null(strstr(fixture_fault.text, "No room left"));
}

static void assert_pairs(struct store *store, const struct room *room, size_t pairs)
{
	struct workbook book = { 0 };

	assert_int_equal(store_load(store, room->workshop.text, store_reach_all, &book, NULL), ST_OK);
	assert_int_equal(book.offers.len, pairs);
	assert_int_equal(book.notes.len, pairs);
	workbook_done(&book);
}

static void a_full_disk_loses_nothing_and_is_forgiven(void **state)
{
	static const enum store_mode modes[] = { STORE_WRITE, STORE_LIVE };

	(void)state;
	for (size_t i = 0; i < COUNT(modes); i++) {
		unlink(fixture_db());
		struct room room = make(0);
		struct store *store = fixture_open(fixture_db(), modes[i]);
		size_t pairs = 0;
		limit_files_to(600 << 10);
		fill_until_refused(store, &room, &pairs);
		assert_pairs(store, &room, pairs);
		limit_files_to(RLIM_INFINITY);
		/* Without opening it again. */
		assert_int_equal(fixture_pair(store, &room, "また書ける"), ST_OK);
		assert_pairs(store, &room, pairs + 1);
		fixture_assert_sound(store);
		store_close(store);
		assert_string_equal(fixture_names(), "y.db");
		fprintf(stderr, "disk full after %zu pairs, all there, writing again once there is room\n", pairs);
	}
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_damaged_page_is_told_and_nothing_is_thrown_away),
		CASE(the_same_damage_is_put_aside_once),
		CASE(a_file_cut_short_is_refused),
		CASE(a_full_disk_loses_nothing_and_is_forgiven),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
