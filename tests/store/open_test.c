/* What may be opened, what is refused and how, and what is left behind. */
#include "fixture.h"

#include "backup.h"
#include "store/care.h"

#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

/* The kernel's answer, as the test wants it: 0 asks the real one. */
static long pretended_filesystem;
int statfs(const char *path, struct statfs *info)
{
	(void)path;
	memset(info, 0, sizeof *info);
	info->f_type = pretended_filesystem;
	return 0;
}

static void make(const char *path)
{
	struct store *store = fixture_open(path, STORE_WRITE);

	fixture_room(store);
	store_close(store);
}

static void files_are_private_and_folders_too(void **state)
{
	mode_t mask = umask(0);
	const char *path = fixture_path("new/folder/y.db");
	struct store *store = fixture_open(path, STORE_LIVE);

	(void)state;
	fixture_room(store);
	assert_int_equal(fixture_mode(path), 0600);
	assert_int_equal(fixture_mode(fixture_path("new/folder/y.db-wal")), 0600);
	assert_int_equal(fixture_mode(fixture_path("new/folder/y.db-shm")), 0600);
	assert_int_equal(fixture_mode(fixture_path("new/folder/y.db-touch")), 0600);
	assert_int_equal(fixture_mode(fixture_path("new/folder")), 0700);
	assert_int_equal(fixture_mode(fixture_path("state/yoriai/node")), 0600);
	assert_int_equal(umask(mask), 0);
	store_close(store);
}

static void one_file_is_left_at_rest(void **state)
{
	static const enum store_mode modes[] = { STORE_WRITE, STORE_LIVE, STORE_READ };
	size_t len;

	(void)state;
	for (size_t i = 0; i < COUNT(modes); i++) {
		struct store *store = fixture_open(fixture_db(), modes[i]);
		if (modes[i] != STORE_READ)
			fixture_room(store);
		store_close(store);
		assert_string_equal(fixture_names(), "y.db");
		char *bytes = fixture_bytes(fixture_db(), &len);
		/* The header's read and write versions: 1 is a rollback journal, 2 would be WAL. */
		assert_int_equal(bytes[18], 1);
		assert_int_equal(bytes[19], 1);
		free(bytes);
	}
}

static int live_until_told(void *ctx)
{
	const int *doors = ctx;
	struct store *store = NULL;
	struct fault fault = { "" };
	char go;

	if (store_open(fixture_db(), STORE_LIVE, &env_system, &store, &fault) != ST_OK) {
		fprintf(stderr, "%s\n", fault.text);
		(void)!write(doors[2], "!", 1);
		return 1;
	}
	close(doors[1]);
	(void)!write(doors[2], ".", 1);
	(void)!read(doors[0], &go, 1);
	store_close(store);
	return 0;
}

/* The terminal's end takes every console at the same moment. */
static void a_room_that_is_closed_at_once_leaves_one_file(void **state)
{
	enum { CONSOLES = 8 };
	int rounds = (int)fixture_number("YORIAI_RACE_ROUNDS", 10);

	(void)state;
	make(fixture_db());
	for (int round = 0; round < rounds; round++) {
		pid_t pids[CONSOLES];
		int close_all[2], ready[2];
		char answer;
		assert_int_equal(pipe(close_all) + pipe(ready), 0);
		for (int i = 0; i < CONSOLES; i++)
			pids[i] = fixture_spawn(live_until_told, (int[]){ close_all[0], close_all[1], ready[1] });
		close(ready[1]);
		for (int i = 0; i < CONSOLES; i++)
			assert_true(read(ready[0], &answer, 1) == 1 && answer == '.');
		close(close_all[1]);
		for (int i = 0; i < CONSOLES; i++)
			assert_int_equal(fixture_wait(pids[i]), 0);
		close(close_all[0]);
		close(ready[0]);
		assert_string_equal(fixture_names(), "y.db");
	}
	fprintf(stderr, "%d times %d consoles left at once: each time one file at rest\n", rounds, CONSOLES);
}

static void readers_and_writers_join_a_live_file(void **state)
{
	struct store *live = fixture_open(fixture_db(), STORE_LIVE);
	struct room room = fixture_room(live);
	struct store *reader = fixture_open(fixture_db(), STORE_READ),
		     *writer = fixture_open(fixture_db(), STORE_WRITE);
	struct workbook book = { 0 };

	(void)state;
	assert_int_equal(fixture_pair(writer, &room, "一行だけ"), ST_OK);
	assert_int_equal(store_load(reader, room.workshop.text, store_reach_all, &book, NULL), ST_OK);
	assert_int_equal(book.offers.len, 1);
	assert_null(store_warning(reader));
	assert_null(store_warning(writer));
	workbook_done(&book);
	store_close(live);
	/* The file is brought to rest by whoever is last, a reader too. */
	store_close(writer);
	store_close(reader);
	assert_string_equal(fixture_names(), "y.db");
}

static int crash_with_a_line(void *ctx)
{
	struct store *store = NULL;

	if (store_open(fixture_db(), STORE_LIVE, &env_system, &store, NULL) != ST_OK ||
	    fixture_pair(store, ctx, "最後の行") != ST_OK)
		return 1;
	raise(SIGKILL);
	return 1;
}

static void what_a_crash_left_open_is_there_and_comes_to_rest(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);
	struct workbook book = { 0 };

	(void)state;
	store_close(store);
	assert_int_equal(fixture_wait(fixture_spawn(crash_with_a_line, &room)), 128 + SIGKILL);
	store = fixture_open(fixture_db(), STORE_READ);
	assert_null(store_warning(store));
	assert_int_equal(store_load(store, room.workshop.text, store_reach_all, &book, NULL), ST_OK);
	assert_int_equal(book.offers.len, 1);
	workbook_done(&book);
	store_close(store);
	assert_string_equal(fixture_names(), "y.db");
}

static void a_copy_made_by_hand_of_a_live_file_says_so(void **state)
{
	static const enum store_mode modes[] = { STORE_READ, STORE_WRITE, STORE_LIVE };
	struct store *live = fixture_open(fixture_db(), STORE_LIVE);
	struct room room = fixture_room(live);

	(void)state;
	assert_int_equal(fixture_pair(live, &room, "まだログにだけある行"), ST_OK);
	for (size_t i = 0; i < COUNT(modes); i++) {
		fixture_copy(fixture_db(), fixture_path("copy.db"));
		struct store *copy = fixture_open(fixture_path("copy.db"), modes[i]);
		assert_non_null(store_warning(copy));
		assert_non_null(strstr(store_warning(copy), "copy"));
		store_close(copy);
		/* Said once: it is a file like any other now. */
		copy = fixture_open(fixture_path("copy.db"), modes[i]);
		assert_null(store_warning(copy));
		store_close(copy);
	}
	store_close(live);
	fixture_copy(fixture_db(), fixture_path("copy.db"));
	live = fixture_open(fixture_path("copy.db"), STORE_WRITE);
	assert_null(store_warning(live));
	store_close(live);
}

static void assert_untouched(const char *path, const char *part)
{
	size_t before_len, after_len;
	char *before = fixture_bytes(path, &before_len), names[256];

	snprintf(names, sizeof names, "%s", fixture_names());
	fixture_assert_refused(path, STORE_WRITE, ST_INVALID, part);
	fixture_assert_refused(path, STORE_LIVE, ST_INVALID, part);
	fixture_assert_refused(path, STORE_READ, ST_INVALID, part);
	char *after = fixture_bytes(path, &after_len);
	assert_int_equal(before_len, after_len);
	assert_memory_equal(before, after, after_len);
	assert_string_equal(fixture_names(), names);
	free(before);
	free(after);
}

static void what_is_no_database_of_ours_is_refused_and_left_as_it_is(void **state)
{
	static const char text[] = "# 議事録\nこれはデータベースではない。長さはあるが、見出しが違う。\n";

	(void)state;
	fixture_raw(fixture_path("other.db"), "CREATE TABLE song (title)");
	fixture_write(fixture_path("text.db"), text, sizeof text);
	fixture_write(fixture_path("empty.db"), "", 0);

	assert_untouched(fixture_path("other.db"), "another program");
	assert_untouched(fixture_path("text.db"), "not a yoriai database");
	fixture_assert_refused(fixture_path("empty.db"), STORE_READ, ST_INVALID, "empty");
	fixture_assert_refused(fixture_path("missing.db"), STORE_READ, ST_NOT_FOUND, "missing.db");
	fixture_assert_refused(fixture_path("no/folder.db"), STORE_READ, ST_NOT_FOUND, "no");
	fixture_assert_refused(fixture_folder(), STORE_WRITE, ST_INVALID, "folder");
}

/* Another program's database in WAL mode: that program would not like to find it changed. */
static void what_is_refused_keeps_its_mode_and_its_neighbours(void **state)
{
	(void)state;
	fixture_raw(fixture_path("other.db"), "PRAGMA journal_mode = WAL; CREATE TABLE song (title)");
	assert_untouched(fixture_path("other.db"), "another program");
	make(fixture_db());
	fixture_raw(fixture_db(), "PRAGMA journal_mode = WAL; PRAGMA user_version = 999999");
	assert_untouched(fixture_db(), "newer");
}

static void pipes_and_links_are_refused(void **state)
{
	(void)state;
	make(fixture_db());
	assert_int_equal(mkfifo(fixture_path("pipe.db"), 0600), 0);
	assert_int_equal(symlink(fixture_db(), fixture_path("link.db")), 0);
	fixture_assert_refused(fixture_path("pipe.db"), STORE_WRITE, ST_INVALID, "ordinary");
	fixture_assert_refused(fixture_path("link.db"), STORE_WRITE, ST_INVALID, "link");
}

static void a_newer_file_is_refused_untouched(void **state)
{
	(void)state;
	make(fixture_db());
	fixture_raw(fixture_db(), "PRAGMA user_version = 999999");
	assert_untouched(fixture_db(), "newer");
}

static void a_network_drive_is_refused_for_consoles_only(void **state)
{
	static const long network[] = { 0x6969, 0xFF534D42L, 0xFE534D42L, 0x65735546, 0x01021997 };

	(void)state;
	make(fixture_db());
	for (size_t i = 0; i < COUNT(network); i++) {
		pretended_filesystem = network[i];
		fixture_assert_refused(fixture_db(), STORE_LIVE, ST_REFUSED, "network drive");
		store_close(fixture_open(fixture_db(), STORE_READ));
	}
	pretended_filesystem = 0;
	store_close(fixture_open(fixture_db(), STORE_LIVE));
}

static void a_synchronised_folder_is_warned_of(void **state)
{
	static const char *const folders[] = { "Dropbox", "OneDrive - 市役所", "Google Drive", "Nextcloud" };
	char name[128];

	(void)state;
	for (size_t i = 0; i < COUNT(folders); i++) {
		snprintf(name, sizeof name, "%s/y.db", folders[i]);
		struct store *store = fixture_open(fixture_path(name), STORE_WRITE);
		assert_non_null(store_warning(store));
		assert_non_null(strstr(store_warning(store), "synchronises"));
		store_close(store);
	}
}

/* Root may write anywhere: these are seen through the eyes of a user who may not. */
static int as_a_stranger(int (*body)(void *ctx), void *ctx)
{
	struct passwd *nobody = getpwnam("nobody");

	if (geteuid() == 0 && (!nobody || setgid(nobody->pw_gid) != 0 || setuid(nobody->pw_uid) != 0))
		return 77;
	return body(ctx);
}

static int open_where_nothing_can_be_written(void *ctx)
{
	struct store *store = NULL;
	struct fault fault = { "" };

	(void)ctx;
	if (store_open(fixture_db(), STORE_WRITE, &env_system, &store, &fault) != ST_IO || !strstr(fault.text, "write"))
		return 1;
	fault = (struct fault){ "" };
	if (store_open(fixture_db(), STORE_READ, &env_system, &store, &fault) != ST_OK)
		return 2;
	int warned = store_warning(store) != NULL;
	struct workbook book = { 0 };
	int read = store_load_outline(store, &book, &fault) == ST_OK && book.workshops.len == 1;
	workbook_done(&book);
	store_close(store);
	return !read ? 3 : warned ? 4 : 0;
}

static int look(void *ctx)
{
	return as_a_stranger(open_where_nothing_can_be_written, ctx);
}

static void look_from_outside(mode_t folder_mode, int wanted)
{
	assert_int_equal(chmod(fixture_db(), 0444), 0);
	assert_int_equal(chmod(fixture_folder(), folder_mode), 0);
	int ended = fixture_wait(fixture_spawn(look, NULL));
	assert_int_equal(chmod(fixture_folder(), 0700), 0);
	if (ended != 77)
		assert_int_equal(ended, wanted);
}

static void where_nothing_can_be_written_one_can_read(void **state)
{
	(void)state;
	make(fixture_db());
	look_from_outside(0555, 0);
	look_from_outside(0755, 0);
}

static void a_live_file_on_a_read_only_medium_is_read_with_a_warning(void **state)
{
	struct store *live = fixture_open(fixture_path("live.db"), STORE_LIVE);

	(void)state;
	fixture_room(live);
	/* What the mark is for: the first lines are in the file, the last are not. */
	store_close(live);
	live = fixture_open(fixture_path("live.db"), STORE_LIVE);
	fixture_copy(fixture_path("live.db"), fixture_db());
	look_from_outside(0555, 4);
	store_close(live);
}

/* Does the parent's store hold its lock on the file? (SQLite's shared bytes; see "POSIX advisory locks" in
 * howtocorrupt.) */
static int is_locked_by_another(void *ctx)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000002, .l_len = 510 };
	int fd = open(fixture_db(), O_RDWR | O_CLOEXEC);

	(void)ctx;
	return fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK && lock.l_pid == getppid();
}

static void assert_still_locked(void)
{
	assert_int_equal(fixture_wait(fixture_spawn(is_locked_by_another, NULL)), 1);
}

/* An open() and close() of the database would silently drop every lock of the process. */
static void the_locks_outlive_everything_we_do(void **state)
{
	struct store *live = fixture_open(fixture_db(), STORE_LIVE), *other;
	struct room room = fixture_room(live);

	(void)state;
	assert_still_locked();
	fixture_assert_sound(live);
	assert_int_equal(store_backup(live, fixture_path("copy.db"), NULL), ST_OK);
	assert_int_equal(store_backup(live, fixture_path("copy.db"), NULL), ST_OK);
	assert_still_locked();
	for (enum store_mode mode = STORE_WRITE; mode <= STORE_READ; mode++) {
		other = fixture_open(fixture_db(), mode);
		store_close(other);
		assert_still_locked();
	}
	assert_int_equal(fixture_pair(live, &room, "まだ守られている"), ST_OK);
	free(backup_set_aside(store_path(live)));
	assert_still_locked();
	store_close(live);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(files_are_private_and_folders_too),
		CASE(one_file_is_left_at_rest),
		CASE(a_room_that_is_closed_at_once_leaves_one_file),
		CASE(readers_and_writers_join_a_live_file),
		CASE(what_a_crash_left_open_is_there_and_comes_to_rest),
		CASE(a_copy_made_by_hand_of_a_live_file_says_so),
		CASE(what_is_no_database_of_ours_is_refused_and_left_as_it_is),
		CASE(what_is_refused_keeps_its_mode_and_its_neighbours),
		CASE(pipes_and_links_are_refused),
		CASE(a_newer_file_is_refused_untouched),
		CASE(a_network_drive_is_refused_for_consoles_only),
		CASE(a_synchronised_folder_is_warned_of),
		CASE(the_locks_outlive_everything_we_do),
		CASE(where_nothing_can_be_written_one_can_read),
		CASE(a_live_file_on_a_read_only_medium_is_read_with_a_warning),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
