/* At home, a copy of everything is written, and what was written into one comes in: seen first, then let in. */
#include "app/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>

#include <cmocka.h>

static struct pty *start(void)
{
	struct pty *pty = stage_open("--theme dark", 24, 80, NULL);

	pty_expect(pty, "The radio");
	return pty;
}

/* A copy that somebody has worked on, at table 2. */
static void make_copy(const char *name)
{
	cli("log --table 1 offer 'a lift'");
	cli("backup '%s/%s'", stage_folder, name);
	cli("--db '%s/%s' log --table 2 offer 'cat food'", stage_folder, name);
}

static void ask_for(struct pty *pty, const char *name)
{
	char path[PATH_MAX];

	snprintf(path, sizeof path, "%s/%s", stage_folder, name);
	pty_keys(pty, "m");
	pty_expect(pty, "Which copy?");
	pty_keys(pty, "Ctrl-A");
	pty_type(pty, path);
	pty_keys(pty, "Enter");
}

static void what_would_come_in_is_seen_before_it_does(void **state)
{
	struct pty *scribe, *pty;

	(void)state;
	make_copy("away.db");
	scribe = stage_open("scribe --table 2", 24, 80, NULL);
	pty_expect(scribe, "Table 2");
	pty = start();
	ask_for(pty, "away.db");
	pty_expect(pty, "Entries that would come in: 1");
	pty_expect(pty, "New are: offer 1");
	pty_keys(pty, "Escape");
	pty_expect_gone(pty, "Entries that would");
	ask_for(pty, "away.db");
	pty_expect(pty, "Take it in");
	assert_null(strstr(cli("show --json"), "cat food"));
	pty_keys(pty, "Enter");
	pty_expect(pty, "Taken in: 1 entries.");
	pty_expect(scribe, "cat food");
	ask_for(pty, "away.db");
	pty_expect(pty, "Nothing new: all");
	stage_leave(pty);
	stage_leave(scribe);
}

static void both_versions_are_told_before_and_after(void **state)
{
	struct pty *pty;

	(void)state;
	make_copy("away.db");
	cli("--db '%s/away.db' plan --venue 'the library'", stage_folder);
	cli("plan --venue 'the hall'");
	pty = start();
	ask_for(pty, "away.db");
	pty_expect(pty, "changed the same in 1 places");
	pty_expect(pty, "the library");
	pty_keys(pty, "1");
	pty_expect(pty, "In 1 places there is another version");
	stage_leave(pty);
}

static void the_newest_file_among_the_downloads_is_proposed(void **state)
{
	char home[PATH_MAX], folder[PATH_MAX];
	const char *const env[] = { home, "USER=", NULL };
	const struct timeval long_ago[2] = { { .tv_sec = 1000000000 }, { .tv_sec = 1000000000 } };
	struct pty *pty;

	(void)state;
	snprintf(home, sizeof home, "HOME=%s", stage_folder);
	snprintf(folder, sizeof folder, "%s/Downloads", stage_folder);
	mkdir(folder, 0700);
	make_copy("Downloads/older.db");
	make_copy("Downloads/newer.db");
	snprintf(folder, sizeof folder, "%s/Downloads/older.db", stage_folder);
	assert_int_equal(utimes(folder, long_ago), 0);
	pty = stage_open("--theme dark", 24, 80, env);
	pty_expect(pty, "The radio");
	pty_keys(pty, "m");
	pty_expect(pty, "/Downloads/newer.db");
	pty_keys(pty, "Enter");
	pty_expect(pty, "Entries that would come in");
	pty_keys(pty, "Escape");
	stage_leave(pty);
}

static void what_is_no_copy_is_told_and_the_list_stays(void **state)
{
	struct pty *pty;

	(void)state;
	make_copy("away.db");
	pty = start();
	ask_for(pty, "missing.db");
	pty_expect(pty, "missing.db");
	ask_for(pty, "");
	pty_expect(pty, "is a folder");
	pty_expect(pty, "The radio");
	stage_leave(pty);
}

static void a_copy_is_written_but_never_over_a_file(void **state)
{
	char path[PATH_MAX];
	struct pty *pty;

	(void)state;
	snprintf(path, sizeof path, "%s/go.db", stage_folder);
	pty = start();
	for (int i = 0; i < 2; i++) {
		pty_keys(pty, "b");
		pty_expect(pty, "Into which file?");
		pty_keys(pty, "Ctrl-A");
		pty_type(pty, path);
		pty_keys(pty, "Enter");
		pty_expect(pty, i ? "Choose another name." : "Everything is in");
	}
	stage_leave(pty);
	assert_non_null(strstr(cli("--db '%s' list", path), "The radio"));
}

static void a_name_that_is_free_is_proposed(void **state)
{
	static const char *const names[] = { "~/yoriai-copy.db ", "~/yoriai-copy-2.db ", "~/yoriai-copy-3.db " };
	char home[PATH_MAX];
	const char *const env[] = { home, NULL };
	struct pty *pty;

	(void)state;
	snprintf(home, sizeof home, "HOME=%s", stage_folder);
	pty = stage_open("--theme dark", 24, 80, env);
	pty_expect(pty, "The radio");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		pty_keys(pty, "b");
		pty_expect(pty, names[i]);
		pty_keys(pty, "Enter");
		pty_expect(pty, "Everything is in");
	}
	stage_leave(pty);
}

static void tab_completes_a_path_as_far_as_it_goes(void **state)
{
	char path[PATH_MAX];
	struct pty *pty;

	(void)state;
	make_copy("table-ねこ.db");
	make_copy("table-ねずみ.db");
	pty = start();
	pty_keys(pty, "m");
	snprintf(path, sizeof path, "%s/ta", stage_folder);
	pty_type(pty, path);
	pty_keys(pty, "Tab");
	pty_expect(pty, "/table-ね ");
	pty_keys(pty, "Tab");
	pty_expect(pty, "table-ねこ.db  table-ねずみ.db");
	pty_type(pty, "ず");
	pty_keys(pty, "Tab Enter");
	pty_expect(pty, "Entries that would come in");
	pty_keys(pty, "Escape");
	stage_leave(pty);
}

int main(void)
{
#define ON_A_STAGE(test) cmocka_unit_test_setup_teardown(test, stage_setup, stage_teardown)
	const struct CMUnitTest tests[] = {
		ON_A_STAGE(what_would_come_in_is_seen_before_it_does),
		ON_A_STAGE(both_versions_are_told_before_and_after),
		ON_A_STAGE(the_newest_file_among_the_downloads_is_proposed),
		ON_A_STAGE(what_is_no_copy_is_told_and_the_list_stays),
		ON_A_STAGE(a_copy_is_written_but_never_over_a_file),
		ON_A_STAGE(a_name_that_is_free_is_proposed),
		ON_A_STAGE(tab_completes_a_path_as_far_as_it_goes),
	};

	return cmocka_run_group_tests_name("app home copy", tests, NULL, NULL);
}
