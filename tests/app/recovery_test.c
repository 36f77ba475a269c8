/* What comes back: a clock after its console died, a demo's folder, a person's trust after any keys at all. */
#include "app/stage.h"

#include "base/buf.h"
#include "base/mem.h"
#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Without a paint for so long the keys have been dealt with, nearly always; and after Ctrl-C the program has ended or stays. */
enum { KEYS_MS = 15, LEAVE_MS = 400, DB_PAGE = 4096 };

static const char faketime[] = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";

/* --- the clock goes on ------------------------------------------------------------------------------------------------ */

/* A step runs for a quarter of an hour, the console is killed, and its last heartbeat lies `ago_s` back. */
static struct pty *die_and_come_back(int ago_s)
{
	struct pty *pty = stage_open("run", 24, 80, NULL);
	char statement[400];

	pty_expect(pty, "Not begun");
	pty_keys(pty, "Space");
	expect_clock(pty, "\"running\"");
	cli("clock backdate $(date -d '-15 min' +%%H:%%M)");
	pty_signal(pty, SIGKILL);
	pty_expect_exit(pty, 128 + SIGKILL);
	pty_end(pty);
	cli("list"); /* brings the file to rest */
	assert_string_equal(sql("select count(*) from heartbeat"), "1");
	snprintf(statement, sizeof statement, "update heartbeat set wall_ms = wall_ms - %d000, boot_ms = boot_ms - %d000", ago_s, ago_s);
	sql(statement);
	return stage_open("run", 24, 80, NULL);
}

static void a_short_absence_goes_on_at_once(void **state)
{
	struct pty *pty = die_and_come_back(100);

	(void)state;
	pty_expect(pty, "The radio");
	pty_settle(pty);
	assert_false(pty_find(pty, "was away", NULL, NULL));
	assert_non_null(strstr(cli("clock status --json"), "\"running\""));
	stage_leave(pty);
}

static void a_long_absence_is_asked_about(void **state)
{
	static const struct {
		const char *key, *told;
	} answers[] = {
		{ "1", "\"pauses_s\":0," },
		{ "2", "\"pauses_s\":6" }, /* 600 and what the test took */
	};

	(void)state;
	for (size_t i = 0; i < COUNT(answers); i++) {
		if (i) {
			stage_teardown(state);
			stage_setup(state);
		}
		struct pty *pty = die_and_come_back(600);
		pty_expect(pty, "away for 10");
		pty_keys(pty, answers[i].key);
		pty_expect_gone(pty, "away for 10");
		expect_clock(pty, answers[i].told);
		expect_clock(pty, "\"running\"");
		stage_leave(pty);
	}
}

static void the_step_may_have_ended_when_the_console_did(void **state)
{
	struct pty *pty = die_and_come_back(600);

	(void)state;
	pty_expect(pty, "away for 10");
	pty_keys(pty, "3");
	pty_expect_gone(pty, "away for 10");
	expect_told(pty, "agenda --json", "\"status\":\"done\"");
	expect_clock(pty, "\"item\":null");
	stage_leave(pty);
}

/* --- damage is found while the screen stands ------------------------------------------------------------------------------ */

/* A page that no screen reads: where the index of facts begins. */
static int64_t place_of_index(void)
{
	return (strtoll(sql("SELECT rootpage FROM sqlite_schema WHERE name = 'fact_once'"), NULL, 10) - 1) * DB_PAGE;
}

static void swap_page(int64_t at, char page[DB_PAGE])
{
	int fd = open(getenv("YORIAI_DB"), O_RDWR | O_CLOEXEC);
	char before[DB_PAGE];

	assert_true(fd >= 0 && pread(fd, before, DB_PAGE, at) == DB_PAGE);
	assert_int_equal(pwrite(fd, page, DB_PAGE, at), DB_PAGE);
	close(fd);
	memcpy(page, before, DB_PAGE);
}

/* The last is home. */
static void a_damaged_database_ends_the_console_though_nobody_writes(void **state)
{
	static const char *const consoles[] = { "run", "scribe --table 2", "audience", "--theme dark" };
	int64_t at = place_of_index();
	char page[DB_PAGE];

	(void)state;
	memset(page, 0xAA, sizeof page);
	swap_page(at, page);
	for (size_t i = 0; i < COUNT(consoles); i++) {
		struct pty *pty = stage_open(consoles[i], 24, 80, NULL);
		pty_expect(pty, "is damaged");
		pty_expect(pty, ".damaged-");
		pty_expect_exit(pty, 1);
		pty_expect_restored(pty);
		pty_end(pty);
	}
	swap_page(at, page);
	assert_non_null(strstr(cli("list"), "The radio"));
}

/* --- the computer's clock is set, with libfaketime -------------------------------------------------------------------- */

static void set_fake_time(const char *path, const char *offset)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fprintf(file, "%s\n", offset);
	fclose(file);
}

static void a_clock_that_is_set_does_not_move_the_countdown(void **state)
{
	char path[PATH_MAX], stamp[PATH_MAX + 32], preload[400];
	const char *const env[] = { preload, stamp, "DONT_FAKE_MONOTONIC=1", "FAKETIME_NO_CACHE=1", "ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0", NULL };

	(void)state;
	if (access(faketime, R_OK) != 0)
		skip();
	snprintf(path, sizeof path, "%s/time", stage_folder);
	snprintf(stamp, sizeof stamp, "FAKETIME_TIMESTAMP_FILE=%s", path);
	snprintf(preload, sizeof preload, "LD_PRELOAD=%s", faketime);
	set_fake_time(path, "+0");
	struct pty *pty = stage_open("run", 24, 80, env);
	pty_expect(pty, "Not begun");
	pty_keys(pty, "Space");
	expect_clock(pty, "\"running\"");
	set_fake_time(path, "+7200");
	pty_expect(pty, "clock was set by");
	expect_told(pty, "clock status --json", "\"overtime_s\":0");
	stage_leave(pty);
}

/* --- any keys at all -------------------------------------------------------------------------------------------------- */

static const char *const chaos[] = {
	"\033[A", "\033[B", "\033[C", "\033[D", "\033[5~", "\033[6~", "\r", "\r", "\t", "\033[Z", "\x7f", "\033", " ", "\x01", "\x18",
	"\x16", "\x14", "\x19", "\033[1;3A", "\033[1;3B", "\033[200~貼り付け\n二行目\033[201~", "か", "ｎ", "１", "👨‍👩‍👧", "が", "\xff", "\xe3\x81", "\033[3~", "\033OP",
};

/* Never Ctrl-Z and q: they leave, which others test. True: this is the end of a burst. */
static bool add_chaos(struct dice *dice, struct buf *keys)
{
	static const char letters[] = "nnpabcdefghijklmorstuvwxyBEKJLTOP+-[]=:?0123456789";

	if (dice_below(dice, 1000) == 0) {
		buf_add_char(keys, '\x03');
		return true;
	}
	if (dice_below(dice, 3) == 0)
		buf_add_text(keys, chaos[dice_below(dice, COUNT(chaos))]);
	else
		buf_add_char(keys, letters[dice_below(dice, sizeof letters - 1)]);
	return dice_below(dice, 40) == 0;
}

static bool is_up(struct pty *pty, const void *arg)
{
	(void)arg;
	return pty_is_alternate(pty) && pty_find(pty, "help", NULL, NULL);
}

static struct pty *open_for_monkeys(const char *words)
{
	/* Some way out is found in the middle of a burst; what comes behind it is nobody's. */
	struct pty *pty = stage_start(words, &(struct pty_options){ .echo_off = true });

	pty_expect_that(pty, is_up, NULL);
	return pty;
}

static bool has_ended(struct pty *pty, const void *arg)
{
	(void)arg;
	return pty_has_exited(pty);
}

/* Ctrl-C leaves, and so does the list of commands; then it is opened again. */
static void let_a_monkey_at(const char *words, size_t len)
{
	struct dice dice = dice_take(words);
	struct pty *pty = open_for_monkeys(words);
	struct buf keys = { 0 };

	for (size_t i = 0; i < len; i++) {
		if (!add_chaos(&dice, &keys) && i + 1 < len)
			continue;
		pty_send(pty, buf_text(&keys), keys.len);
		int wait_ms = keys.bytes[keys.len - 1] == '\x03' ? LEAVE_MS : KEYS_MS;
		buf_clear(&keys);
		while (!pty_has_exited(pty) && pty_pump(pty, wait_ms))
			;
		if (dice_below(&dice, 20) == 0)
			pty_resize(pty, 8 + (int)dice_below(&dice, 40), 30 + (int)dice_below(&dice, 120));
		if (!pty_has_exited(pty))
			continue;
		pty_expect_exit(pty, 0);
		pty_expect_restored(pty);
		pty_end(pty);
		pty = open_for_monkeys(words);
	}
	buf_done(&keys);
	pty_settle(pty);
	bool left = pty_has_exited(pty);
	if (!left)
		pty_signal(pty, SIGTERM);
	pty_expect_that(pty, has_ended, NULL);
	pty_expect_exit(pty, left ? 0 : 128 + SIGTERM);
	pty_expect_restored(pty);
	pty_end(pty);
}

static void any_keys_leave_a_sound_file(void **state)
{
	(void)state;
	let_a_monkey_at("run", 10000);
	let_a_monkey_at("scribe --table 2", 10000);
	assert_non_null(strstr(cli("check --json"), "\"ok\":true"));
}

/* --- the demo --------------------------------------------------------------------------------------------------------- */

static int offers_shown(struct pty *pty)
{
	int sum = 0;

	for (int row = 0; row < 36; row++) {
		int table, offers;
		char rest[200];
		snprintf(rest, sizeof rest, "%s", pty_row(pty, row));
		if (rest[0] && sscanf(rest + (rest[1] == '>' ? 2 : 0), " %d - %*s %d", &table, &offers) == 2)
			sum += offers;
	}
	return sum;
}

static bool more_offers(struct pty *pty, const void *before)
{
	return offers_shown(pty) > *(const int *)before;
}

static int folders_left(void)
{
	DIR *dir = opendir(stage_folder);
	int count = 0;

	assert_non_null(dir);
	for (struct dirent *entry; (entry = readdir(dir));)
		count += strncmp(entry->d_name, "yoriai-demo", strlen("yoriai-demo")) == 0;
	closedir(dir);
	return count;
}

static struct pty *open_demo(void)
{
	char temp[PATH_MAX];
	const char *const env[] = { temp, NULL };

	snprintf(temp, sizeof temp, "TMPDIR=%s", stage_folder);
	struct pty *pty = stage_open("demo --speed 200", 36, 120, env);
	pty_expect(pty, "つむぎ");
	return pty;
}

static void the_demos_tables_fill_by_themselves(void **state)
{
	struct pty *pty = open_demo();
	int before = offers_shown(pty);

	(void)state;
	pty_expect_that(pty, more_offers, &before);
	before = offers_shown(pty);
	pty_expect_that(pty, more_offers, &before);
	assert_int_equal(folders_left(), 1);
	stage_leave(pty);
	assert_int_equal(folders_left(), 0);
}

static void a_demo_that_is_killed_takes_its_folder_with_it(void **state)
{
	struct pty *pty = open_demo();

	(void)state;
	pty_signal(pty, SIGTERM);
	pty_expect_exit(pty, 128 + SIGTERM);
	pty_expect_restored(pty);
	pty_end(pty);
	assert_int_equal(folders_left(), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_setup, stage_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(a_short_absence_goes_on_at_once),
		TEST(a_long_absence_is_asked_about),
		TEST(the_step_may_have_ended_when_the_console_did),
		TEST(a_damaged_database_ends_the_console_though_nobody_writes),
		TEST(a_clock_that_is_set_does_not_move_the_countdown),
		TEST(any_keys_leave_a_sound_file),
		TEST(the_demos_tables_fill_by_themselves),
		TEST(a_demo_that_is_killed_takes_its_folder_with_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
