/* What a power cut at any moment leaves, and what a disk that fails at any moment does. */
#include "fixture.h"

#include "crashvfs.h"
#include "inside.h"
#include "store/care.h"

#include <dirent.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PAIRS_MAX = 64 };

/* After which operation each pair was acknowledged. */
struct history {
	size_t acknowledged_at[PAIRS_MAX];
	int pairs;
	struct room room;
};

static void write_pairs(struct history *history, struct store *store, int pairs)
{
	for (int i = 0; i < pairs; i++)
		if (fixture_pair(store, &history->room, "見守りと、送り迎えと、子ども食堂の手伝い") == ST_OK)
			history->acknowledged_at[history->pairs++] = crashvfs_ops();
}

static bool open_quietly(enum store_mode mode, const char *settings, struct store **ret_store)
{
	if (store_open(fixture_db(), mode, &env_system, ret_store, NULL) != ST_OK)
		return false;
	/* Checkpoints come often here, so that their every step is met. */
	(*ret_store)->wal_pages_due = 24;
	sqlite3_exec((*ret_store)->main.db, settings, NULL, NULL, NULL);
	return true;
}

/* A console that is left before the file was looked through: what it wrote waits in the log. */
static void come_and_go(struct history *history, const char *settings)
{
	struct store *store = NULL;

	if (store_open_soon(fixture_db(), STORE_LIVE, &env_system, &store, NULL) != ST_OK)
		return;
	store->wal_pages_due = 24;
	sqlite3_exec(store->main.db, settings, NULL, NULL, NULL);
	write_pairs(history, store, 3);
	store_close(store);
}

/* That, then a console's evening, and a line added the next day; as far as the disk lets it come. */
static void live_a_little(struct history *history, const char *settings)
{
	struct store *store = NULL;

	come_and_go(history, settings);
	if (open_quietly(STORE_LIVE, settings, &store)) {
		write_pairs(history, store, 8);
		store_close(store);
	}
	if (open_quietly(STORE_WRITE, settings, &store)) {
		write_pairs(history, store, 2);
		store_close(store);
	}
}

static void make_room(struct history *history)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);

	history->room = fixture_room(store);
	store_close(store);
}

struct count {
	long images, same, refused, damaged, partial, lost, warned;
};

static int acknowledged(const struct history *history, size_t ops)
{
	int pairs = 0;

	while (pairs < history->pairs && history->acknowledged_at[pairs] <= ops)
		pairs++;
	return pairs;
}

static bool is_sound(struct store *store)
{
	struct check checks[CHECK_MAX];
	size_t len = store_check(store, checks, CHECK_MAX);

	for (size_t i = 0; i < len; i++)
		if (!checks[i].ok)
			return false;
	return true;
}

static void judge(const struct history *history, size_t ops, const char *path, struct count *count)
{
	struct store *store = NULL;
	struct workbook book = { 0 };

	if (store_open(path, STORE_WRITE, &env_system, &store, NULL) != ST_OK) {
		count->refused++;
		return;
	}
	count->warned += store_warning(store) != NULL;
	if (store_load(store, history->room.workshop.text, store_reach_all, &book, NULL) != ST_OK || !is_sound(store))
		count->damaged++;
	count->partial += book.offers.len != book.notes.len;
	count->lost += (int)book.offers.len < acknowledged(history, ops);
	workbook_done(&book);
	store_close(store);
}

static void empty_folder(const char *folder)
{
	DIR *dir = opendir(folder);
	char path[512];

	for (struct dirent *entry; dir && (entry = readdir(dir));) {
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		unlink(path);
	}
	closedir(dir);
}

/* Images that are alike need one look only. */
static bool is_new(uint64_t digest)
{
	static uint64_t seen[1 << 16];
	size_t at = digest % COUNT(seen);

	if (seen[at] == digest)
		return false;
	seen[at] = digest;
	return true;
}

static struct count judge_images(const struct history *history, struct dice *dice, long stride)
{
	char folder[128], path[160];
	struct count count = { 0 };

	snprintf(folder, sizeof folder, "%s", fixture_path("image"));
	snprintf(path, sizeof path, "%s/y.db", folder);
	mkdir(folder, 0700);
	for (size_t ops = crashvfs_begin(); ops <= crashvfs_ops(); ops += (size_t)stride)
		for (enum loss loss = 0; loss < LOSS_POLICIES; loss++) {
			count.images++;
			if (is_new(crashvfs_image(ops, loss, dice, folder) + (uint64_t)acknowledged(history, ops)))
				judge(history, ops, path, &count);
			else
				count.same++;
			empty_folder(folder);
		}
	return count;
}

static void print_count(const char *what, const struct count *count)
{
	fprintf(stderr,
		"%s: %ld images after %zu operations (%ld alike): %ld refused, %ld damaged, %ld with half a change, "
		"%ld that lost an acknowledged line; %ld took themselves for a copy\n",
		what, count->images, crashvfs_ops(), count->same, count->refused, count->damaged, count->partial,
		count->lost, count->warned);
}

/* The making of the file, an evening, the day after: all in the record. */
static struct count cut_the_power(const char *settings, long stride, struct dice *dice)
{
	struct history history = { 0 };

	crashvfs_start();
	make_room(&history);
	live_a_little(&history, settings);
	crashvfs_stop();
	assert_int_equal(history.pairs, 3 + 8 + 2);
	struct count count = judge_images(&history, dice, stride);
	print_count(*settings ? settings : "power cut", &count);
	crashvfs_forget();
	return count;
}

static void a_power_cut_at_any_moment_loses_nothing_acknowledged(void **state)
{
	struct dice dice = dice_take("power cut");
	struct count count = cut_the_power("", fixture_number("YORIAI_CRASH_STRIDE", 1), &dice);

	(void)state;
	assert_int_equal(count.refused + count.damaged + count.partial + count.lost, 0);
}

/* The test must be able to fail: without syncing, the same machine finds broken files. */
static void without_syncing_the_same_cuts_break_files(void **state)
{
	struct dice dice = dice_take("negative control");
	struct count count =
		cut_the_power("PRAGMA synchronous = OFF", 4 * fixture_number("YORIAI_CRASH_STRIDE", 1), &dice);

	(void)state;
	assert_true(count.refused + count.damaged > 0);
	assert_true(count.lost > 0);
}

/* The file before, or the file after: the upgrade is all there or not at all, and either way it opens. */
static void a_power_cut_during_an_upgrade_leaves_one_or_the_other(void **state)
{
	struct dice dice = dice_take("upgrade");
	struct history history = { 0 };
	struct store *store = NULL;

	(void)state;
	make_room(&history);
	assert_true(open_quietly(STORE_WRITE, "", &store));
	write_pairs(&history, store, 2);
	store_close(store);
	fixture_raw(fixture_db(), "ALTER TABLE note DROP COLUMN text; DROP TABLE card; PRAGMA user_version = 1005");
	for (int i = 0; i < history.pairs; i++)
		history.acknowledged_at[i] = 0;

	crashvfs_start();
	assert_true(open_quietly(STORE_WRITE, "", &store));
	store_close(store);
	crashvfs_stop();
	struct count count = judge_images(&history, &dice, 3 * fixture_number("YORIAI_CRASH_STRIDE", 1));
	print_count("power cut during an upgrade", &count);
	assert_int_equal(count.refused + count.damaged + count.partial + count.lost, 0);
	crashvfs_forget();
}

struct failure {
	const char *name;
	int code;
	bool always;
};

/* True while there still was an n-th operation to fail. */
static bool fail_at(const char *pristine, const struct room *room, size_t n, const struct failure *failure,
		    struct count *count)
{
	struct history history = { .room = *room };
	char path[160];

	snprintf(path, sizeof path, "%s", fixture_db());
	fixture_copy(pristine, path);
	crashvfs_start();
	crashvfs_fail(n, failure->code, failure->always);
	live_a_little(&history, "");
	bool failed = crashvfs_has_failed();
	crashvfs_fail(0, 0, false);
	crashvfs_stop();
	count->images++;
	judge(&history, crashvfs_ops(), path, count);
	crashvfs_forget();
	unlink(path);
	return failed;
}

static void a_disk_that_fails_at_any_moment_is_never_believed(void **state)
{
	static const struct failure failures[] = {
		{ "write error, once", SQLITE_IOERR_WRITE, false },
		{ "write error for good", SQLITE_IOERR_WRITE, true },
		{ "full disk, once", SQLITE_FULL, false },
		{ "full disk for good", SQLITE_FULL, true },
		{ "sync error, once", SQLITE_IOERR_FSYNC, false },
	};
	long stride = fixture_number("YORIAI_FAIL_STRIDE", 13);
	struct dice dice = dice_take("failing disk");
	struct history history = { 0 };
	char pristine[160];

	(void)state;
	make_room(&history);
	snprintf(pristine, sizeof pristine, "%s", fixture_path("pristine.db"));
	assert_int_equal(rename(fixture_db(), pristine), 0);
	for (size_t i = 0; i < COUNT(failures); i++) {
		struct count count = { 0 };
		size_t n = 1 + dice_below(&dice, (size_t)stride);
		while (fail_at(pristine, &history.room, n, &failures[i], &count))
			n += (size_t)stride;
		fprintf(stderr, "%s: at %ld of %zu operations\n", failures[i].name, count.images, n);
		assert_int_equal(count.refused + count.damaged + count.partial + count.lost, 0);
	}
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_power_cut_at_any_moment_loses_nothing_acknowledged),
		CASE(without_syncing_the_same_cuts_break_files),
		CASE(a_power_cut_during_an_upgrade_leaves_one_or_the_other),
		CASE(a_disk_that_fails_at_any_moment_is_never_believed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
