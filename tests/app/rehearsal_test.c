/* A rehearsal: every console of the database is in it, nothing of it is kept, however it ends. */
#include "app/stage.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char mark[] = "REHEARSAL ×60", kept[] = "nothing of it is kept";

static struct pty *open_rehearsal(void)
{
	struct pty *pty = stage_open("run --rehearse 60", 24, 80, NULL);

	pty_expect(pty, mark);
	pty_expect(pty, "The clock stands until Space");
	return pty;
}

static void begin(struct pty *pty)
{
	pty_keys(pty, "Space");
	expect_clock(pty, "\"state\":\"running\"");
}

/* The files beside the database. */
static int files_there(void)
{
	char folder[PATH_MAX];
	int count = 0;

	snprintf(folder, sizeof folder, "%s/data", stage_folder);
	DIR *dir = opendir(folder);
	assert_non_null(dir);
	for (struct dirent *entry; (entry = readdir(dir));)
		count += entry->d_name[0] != '.';
	closedir(dir);
	return count;
}

static void read_database(struct buf *bytes)
{
	assert_int_equal(file_read(getenv("YORIAI_DB"), FILE_MAX_BYTES, bytes, NULL), 0);
}

static void assert_same_database(const struct buf *before)
{
	struct buf after = { 0 };

	read_database(&after);
	assert_int_equal(after.len, before->len);
	assert_memory_equal(after.bytes, before->bytes, before->len);
	buf_done(&after);
	assert_int_equal(files_there(), 1);
}

static void nothing_of_it_is_kept(void **state)
{
	struct buf before = { 0 };

	(void)state;
	read_database(&before);
	struct pty *pty = open_rehearsal();
	begin(pty);
	cli("log --table 2 offer 'A spare valve'");
	expect_told(pty, "show --json", "A spare valve");
	expect_told(pty, "show --json", "\"rehearse_speed\":60");
	pty_keys(pty, "n");
	expect_clock(pty, "\"position\":2");
	expect_clock(pty, "\"rehearse_speed\":60");
	assert_non_null(strstr(cli("report --format md"), "nothing in it has taken place"));
	pty_keys(pty, "q");
	pty_expect_exit(pty, 0);
	pty_expect_restored(pty);
	pty_expect(pty, kept);
	pty_end(pty);
	assert_same_database(&before);
	assert_non_null(strstr(cli("clock status --json"), "\"state\":\"planned\""));
	assert_non_null(strstr(cli("clock status --json"), "\"rehearse_speed\":null"));
	assert_null(strstr(cli("show --json"), "A spare valve"));
	assert_null(strstr(cli("report --format md"), "rehearsal"));
	assert_same_database(&before);
	buf_done(&before);
}

static void its_clock_stands_at_the_planned_start_until_it_is_begun(void **state)
{
	(void)state;
	cli("new 'The kettle' --template basic --start '2031-05-01 10:00'");
	struct pty *pty = stage_open("run kettle --rehearse 60", 24, 80, NULL);
	pty_expect(pty, mark);
	expect_told(pty, "clock status kettle --json", "\"delta_s\":0,");
	cli("clock start kettle");
	expect_told(pty, "agenda kettle --json", "\"actual_start\":\"2031-05-01T10:00:00");
	/* At this speed half a minute is half a second. */
	expect_told(pty, "agenda kettle --json", "\"forecast_start\":\"2031-05-01T10:0");
	expect_told(pty, "clock status kettle --json", "\"active_s\":1");
	stage_leave(pty);
}

static bool has_left(struct pty *pty, const void *arg)
{
	(void)arg;
	return pty_has_exited(pty);
}

static void expect_sent_home(struct pty *pty)
{
	pty_expect_that(pty, has_left, NULL);
	pty_expect_exit(pty, 0);
	pty_expect_restored(pty);
	pty_expect(pty, kept);
	pty_end(pty);
}

/* Before its clock is begun nothing wakes them by itself; afterwards they wake all the time. */
static void all_consoles_are_in_it_until_the_facilitator_leaves(void **state)
{
	(void)state;
	for (int begun = 0; begun < 2; begun++) {
		struct pty *pty = open_rehearsal();
		struct pty *room = stage_open("audience", 24, 80, NULL), *scribe = stage_open("scribe --table 1", 24, 80, NULL);
		struct pty *second = stage_open("run", 24, 80, NULL);
		pty_expect(room, mark);
		pty_expect(scribe, mark);
		pty_expect(second, mark);
		if (begun)
			begin(second);
		pty_expect(scribe, begun ? "Opening" : "planned");
		stage_leave(pty);
		expect_sent_home(room);
		expect_sent_home(scribe);
		expect_sent_home(second);
		assert_int_equal(files_there(), 1);
	}
}

static void the_list_of_workshops_says_which_is_being_rehearsed(void **state)
{
	struct pty *pty = open_rehearsal(), *home = stage_open("--theme dark", 24, 80, NULL);

	(void)state;
	pty_expect(home, "It is being rehearsed.");
	stage_leave(pty);
	pty_keys(home, "Ctrl-L");
	pty_expect(home, "opens the facilitator");
	stage_leave(home);
}

static void another_workshop_is_what_it_is(void **state)
{
	(void)state;
	cli("new 'The kettle' --template basic --start '2031-05-01 10:00'");
	struct pty *pty = stage_open("run kettle --rehearse 60", 24, 80, NULL);
	pty_expect(pty, mark);
	assert_non_null(strstr(cli("clock status --json"), "\"rehearse_speed\":60"));
	assert_non_null(strstr(cli("clock status radio --json"), "\"rehearse_speed\":null"));
	cli("clock start radio");
	assert_non_null(strstr(cli("clock status --json"), "\"rehearse_speed\":null"));
	cli("log --table 1 offer 'Kept' radio");
	stage_leave(pty);
	assert_non_null(strstr(cli("show radio --json"), "Kept"));
	assert_non_null(strstr(cli("clock status radio --json"), "\"state\":\"running\""));
}

static void what_a_killed_one_leaves_is_swept(void **state)
{
	struct buf before = { 0 };

	(void)state;
	read_database(&before);
	for (int begun = 0; begun < 2; begun++) {
		struct pty *pty = open_rehearsal(), *room = stage_open("audience", 24, 80, NULL);
		pty_expect(room, mark);
		if (begun)
			begin(pty);
		pty_signal(pty, SIGKILL);
		pty_expect_exit(pty, 128 + SIGKILL);
		pty_end(pty);
		/* Where time passes, the room finds out by itself. */
		if (begun)
			expect_sent_home(room);
		assert_non_null(strstr(cli("clock status --json"), "\"state\":\"planned\""));
		if (!begun)
			expect_sent_home(room);
		assert_same_database(&before);
	}
	buf_done(&before);
}

static void one_that_is_told_to_end_leaves_nothing(void **state)
{
	(void)state;
	struct pty *pty = open_rehearsal();
	begin(pty);
	pty_signal(pty, SIGTERM);
	pty_expect_exit(pty, 128 + SIGTERM);
	pty_expect_restored(pty);
	pty_end(pty);
	assert_int_equal(files_there(), 1);
}

/* Its folder holds what the database holds. */
/* What is prepared meanwhile is no part of it. */
static void what_is_prepared_meanwhile_is_kept(void **state)
{
	(void)state;
	struct pty *pty = open_rehearsal();

	cli("new 'The kettle' --from radio --start '2031-05-01 10:00'");
	cli("templates kizuna >'%s/mine.md'", stage_folder);
	cli("import agenda '%s/mine.md' radio", stage_folder);
	assert_null(strstr(cli("agenda --json"), "Common ground"));
	begin(pty);
	stage_leave(pty);
	assert_non_null(strstr(cli("list"), "The kettle"));
	assert_non_null(strstr(cli("agenda kettle --json"), "\"rehearse_speed\":null"));
	assert_non_null(strstr(cli("agenda radio --json"), "Common ground"));
}

static void its_copy_is_the_owners_alone(void **state)
{
	(void)state;
	struct pty *pty = open_rehearsal();
	char command[PATH_MAX];
	char line[64] = "";

	snprintf(command, sizeof command, "stat -c %%a '%s-rehearsal' '%s-rehearsal/copy.db' | tr '\\n' ' '", getenv("YORIAI_DB"),
		 getenv("YORIAI_DB"));
	FILE *pipe = popen(command, "r");
	assert_non_null(pipe);
	assert_non_null(fgets(line, sizeof line, pipe));
	pclose(pipe);
	assert_string_equal(line, "700 600 ");
	stage_leave(pty);
}

static void what_cannot_be_rehearsed_is_refused(void **state)
{
	static const struct {
		const char *before, *words;
		int code;
		const char *told;
	} rows[] = {
		{ "list", "run --rehearse 0", 2, "from 1 to 1000" },
		{ "list", "run --rehearse -1", 2, "from 1 to 1000" },
		{ "list", "run --rehearse 1001", 2, "from 1 to 1000" },
		{ "list", "run --rehearse fast", 2, "wants a number" },
		{ "list", "run --rehearse", 2, "wants a value" },
		{ "list", "run nothing --rehearse 60", 1, "no workshop" },
		{ "clock start", "run --rehearse 60", 1, "is running now" },
		{ "clock pause", "run --rehearse 60", 1, "is running now" },
		{ "clock end", "run --rehearse 60", 1, "has ended" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		cli("%s", rows[i].before);
		struct pty *pty = stage_open(rows[i].words, 24, 80, NULL);
		pty_expect_exit(pty, rows[i].code);
		pty_expect(pty, rows[i].told);
		pty_end(pty);
		assert_int_equal(files_there(), 1);
	}
}

static void without_a_terminal_there_is_none(void **state)
{
	(void)state;
	assert_string_equal(cli("run --rehearse 60 </dev/null 2>&1 | tail -n 1 | cut -c 1-29"), "yoriai: This needs a terminal");
	assert_int_equal(files_there(), 1);
}

static void there_is_one_at_a_time(void **state)
{
	(void)state;
	struct pty *pty = open_rehearsal(), *second = stage_open("run --rehearse 30", 24, 80, NULL);

	pty_expect_exit(second, 1);
	pty_expect(second, "going on already");
	pty_end(second);
	begin(pty);
	stage_leave(pty);
}

static void home_begins_one_and_joins_one(void **state)
{
	(void)state;
	struct pty *home = stage_open("--theme dark", 24, 80, NULL);
	pty_expect(home, "The radio");
	pty_keys(home, "R");
	pty_expect(home, "how many times");
	pty_keys(home, "0 0 Enter"); /* behind the 60 that stands there */
	pty_expect(home, "no speed from 1 to 1000");
	pty_keys(home, "R Enter");
	pty_expect(home, mark);
	begin(home);
	pty_keys(home, "q");
	pty_expect(home, "That was a rehearsal");
	expect_told(home, "clock status --json", "\"state\":\"planned\"");

	struct pty *pty = open_rehearsal();
	pty_keys(home, "Enter");
	pty_expect(home, mark);
	begin(home);
	stage_leave(pty);
	pty_expect(home, "That was a rehearsal");
	pty_keys(home, "Enter");
	pty_expect(home, "Not begun");
	pty_expect_gone(home, mark);
	pty_keys(home, "q");
	pty_expect(home, "workshops");
	pty_keys(home, "q");
	pty_expect_exit(home, 0);
	pty_end(home);
	assert_int_equal(files_there(), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_setup, stage_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(nothing_of_it_is_kept),
		TEST(its_clock_stands_at_the_planned_start_until_it_is_begun),
		TEST(all_consoles_are_in_it_until_the_facilitator_leaves),
		TEST(the_list_of_workshops_says_which_is_being_rehearsed),
		TEST(another_workshop_is_what_it_is),
		TEST(what_a_killed_one_leaves_is_swept),
		TEST(one_that_is_told_to_end_leaves_nothing),
		TEST(what_is_prepared_meanwhile_is_kept),
		TEST(its_copy_is_the_owners_alone),
		TEST(what_cannot_be_rehearsed_is_refused),
		TEST(without_a_terminal_there_is_none),
		TEST(there_is_one_at_a_time),
		TEST(home_begins_one_and_joins_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
