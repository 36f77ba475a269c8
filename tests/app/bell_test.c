/* Bells at the consoles: seen in the room, heard once between all of them, with commands of the user's own that never
 * hold up the clock. */
#include "app/stage.h"

#include "base/buf.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NOTED_LEN = 4096, LONG_MS = 20000 };

static char config_home[PATH_MAX], noted[PATH_MAX];

static void write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

/* What stands in yoriai/config; %s is the file that commands write to. */
static void configure(const char *format)
{
	char path[PATH_MAX + 32], text[NOTED_LEN];

	snprintf(text, sizeof text, format, noted, noted);
	snprintf(path, sizeof path, "%s/yoriai", config_home);
	mkdir(path, 0700);
	snprintf(path, sizeof path, "%s/yoriai/config", config_home);
	write_file(path, text);
}

/* A workshop "Bells" with one step of so many seconds, and another. */
static void make(const char *length, const char *marks)
{
	char path[PATH_MAX], text[512];

	snprintf(path, sizeof path, "%s/agenda.md", stage_folder);
	snprintf(text, sizeof text,
		 "# Bells\n\n## %s Talk $(touch x) [tables%s]\n\n> bell 1: Scribes, please write.\n\n## 10 min Close\n",
		 length, marks);
	write_file(path, text);
	cli("new Bells --template '%s' --tables 1", path);
}

static struct pty *open_console(const char *words)
{
	struct pty *pty = stage_open(words, 24, 80, NULL);

	pty_expect(pty, "Talk");
	return pty;
}

static bool has_rung(struct pty *pty, const void *times)
{
	return pty_bells(pty) >= *(const int *)times;
}

static void expect_bells(struct pty *pty, int times)
{
	pty_expect_that(pty, has_rung, &times);
	assert_int_equal(pty_bells(pty), times);
}

static bool has_noted(struct pty *pty, const void *text)
{
	char found[NOTED_LEN] = "";
	FILE *file = fopen(noted, "r");

	(void)pty;
	if (!file)
		return false;
	found[fread(found, 1, sizeof found - 1, file)] = '\0';
	fclose(file);
	return strstr(found, text) != NULL;
}

static const char *count_rows(const char *text)
{
	char statement[200];

	snprintf(statement, sizeof statement, "SELECT count(*) FROM run_row WHERE verb = 'bell' AND text = '%s'", text);
	return sql(statement);
}

/* --- rung ------------------------------------------------------------------------------------------------------- */

static void a_bell_is_heard_once_and_says_what_to_say(void **state)
{
	struct pty *pty;

	(void)state;
	make("0m4s", ", bells 0:02 0");
	pty = open_console("run Bells");
	pty_keys(pty, "Space");
	expect_bells(pty, 1);
	pty_expect(pty, "Scribes, please write.");
	expect_bells(pty, 2);
	pty_expect(pty, "The time is up.");
	pty_settle(pty);
	assert_int_equal(pty_bells(pty), 2);
	stage_leave(pty);
	assert_string_equal(count_rows("rung"), "2");
	assert_string_equal(count_rows("missed"), "0");
}

/* Unlike a cell that is always blank. */
static bool is_ink(struct pty *pty, int row, int col)
{
	struct pty_cell cell = pty_cell(pty, row, col), blank = pty_cell(pty, 21, 79);

	return cell.reverse != blank.reverse || cell.paper != blank.paper;
}

/* The clock's block is as wide as half the screen: its first cell is paper, and ink while the bell is seen. */
static bool is_lit(struct pty *pty, const void *unused)
{
	(void)unused;
	return is_ink(pty, 2, 1);
}

static bool is_dark(struct pty *pty, const void *unused)
{
	return !is_lit(pty, unused);
}

static void a_bell_is_seen_twice_and_never_faster(void **state)
{
	struct pty *pty;
	int64_t lit_ms[4], dark_ms[4];

	(void)state;
	make("10 min", "");
	pty = open_console("run Bells");
	pty_keys(pty, "1");
	for (int i = 0; i < 2; i++) {
		int64_t end_ms = pty_now_ms() + LONG_MS;
		while (!is_lit(pty, NULL) && pty_now_ms() < end_ms)
			pty_pump(pty, 5);
		lit_ms[i] = pty_now_ms();
		while (!is_dark(pty, NULL) && pty_now_ms() < end_ms)
			pty_pump(pty, 5);
		dark_ms[i] = pty_now_ms();
		assert_true(dark_ms[i] < end_ms);
	}
	assert_true(lit_ms[1] - lit_ms[0] >= 500);
	assert_true(dark_ms[0] - lit_ms[0] >= 200);
	pty_settle(pty);
	assert_true(is_dark(pty, NULL));
	pty_type(pty, "1111111111"); /* however often it is pressed */
	for (int64_t from_ms = pty_now_ms(), count = 0, was = 0; pty_now_ms() < from_ms + 1000;) {
		pty_pump(pty, 5);
		count += is_lit(pty, NULL) && !was;
		was = is_lit(pty, NULL);
		assert_true(count <= 2);
	}
	stage_leave(pty);
}

static bool room_is_lit(struct pty *pty, const void *unused)
{
	(void)unused;
	for (int row = 4; row < 20; row++)
		if (is_ink(pty, row, 3) && is_ink(pty, row, 76))
			return true;
	return false;
}

static void asked_from_outside_the_console_rings_and_the_room_sees_it(void **state)
{
	struct pty *pty, *room;
	int64_t end_ms = pty_now_ms() + LONG_MS;

	(void)state;
	make("10 min", "");
	pty = open_console("run Bells");
	room = stage_open("audience Bells", 24, 80, NULL);
	pty_keys(pty, "Space");
	pty_expect(room, "next: Close");
	cli("clock bell 2 Bells");
	while (!room_is_lit(room, NULL) && pty_now_ms() < end_ms)
		pty_pump(room, 5);
	assert_true(pty_now_ms() < end_ms);
	expect_bells(pty, 1);
	assert_int_equal(pty_bells(room), 0);
	stage_leave(room);
	stage_leave(pty);
	assert_string_equal(count_rows("rung"), "1");
}

/* Another program holds the database for longer than anybody waits. */
static void a_bell_that_cannot_be_written_down_rings_all_the_same(void **state)
{
	struct pty *pty;
	char command[PATH_MAX + 16];

	(void)state;
	make("0m4s", ", bells 0:02");
	pty = open_console("run Bells");
	pty_keys(pty, "Space");
	expect_clock(pty, "\"position\":1,");
	snprintf(command, sizeof command, "sqlite3 '%s'", getenv("YORIAI_DB"));
	FILE *holder = popen(command, "w");
	assert_non_null(holder);
	fputs("BEGIN IMMEDIATE;\n", holder);
	fflush(holder);
	expect_bells(pty, 1);
	fputs("ROLLBACK;\n", holder);
	assert_int_equal(pclose(holder), 0);
	pty_expect(pty, "Scribes, please write.");
	pty_settle(pty);
	assert_int_equal(pty_bells(pty), 1);
	stage_leave(pty);
}

static void two_consoles_ring_once_between_them(void **state)
{
	struct pty *one, *other;
	int64_t end_ms;

	(void)state;
	make("0m4s", ", bells 0:02");
	one = open_console("run Bells");
	other = open_console("run Bells");
	pty_keys(one, "Space");
	expect_clock(one, "\"position\":1,");
	end_ms = pty_now_ms() + LONG_MS;
	while (pty_bells(one) + pty_bells(other) == 0 && pty_now_ms() < end_ms) {
		pty_pump(one, 5);
		pty_pump(other, 5);
	}
	pty_expect(one, "Scribes, please write.");
	pty_expect(other, "Scribes, please write.");
	assert_int_equal(pty_bells(one) + pty_bells(other), 1);
	stage_leave(one);
	stage_leave(other);
}

static void a_restart_rings_nothing_again(void **state)
{
	struct pty *pty;

	(void)state;
	make("0m5s", ", bells 0:03 0:01 0");
	pty = open_console("run Bells");
	pty_keys(pty, "Space");
	expect_bells(pty, 1);
	stage_leave(pty);
	pty = stage_open("audience Bells", 24, 80, NULL); /* nobody is there to ring */
	expect_told(pty, "clock status --json Bells", "\"overtime_s\":3");
	stage_leave(pty);
	pty = open_console("run Bells");
	pty_expect(pty, "Over time.");
	pty_keys(pty, "m z Enter"); /* it has looked and drawn by now */
	pty_expect(pty, "The room sees your message.");
	assert_int_equal(pty_bells(pty), 0);
	stage_leave(pty);
	assert_string_equal(count_rows("rung"), "1");
	assert_string_equal(count_rows("missed"), "2");
}

static void silence_is_kept_for_the_workshop(void **state)
{
	struct pty *pty;

	(void)state;
	make("10 min", "");
	configure("on_warning = echo heard >>%s\n");
	pty = open_console("run Bells");
	pty_keys(pty, "M");
	pty_expect(pty, "seen only");
	stage_leave(pty);
	assert_non_null(strstr(cli("clock status --json Bells"), "\"silent\":true"));
	pty = open_console("run Bells");
	pty_expect(pty, "Bells: seen only");
	pty_keys(pty, "1");
	pty_expect_that(pty, is_lit, NULL);
	pty_keys(pty, "M");
	pty_expect_gone(pty, "Bells: seen only");
	pty_expect(pty, "Bells are heard again.");
	assert_int_equal(pty_bells(pty), 0);
	assert_int_not_equal(access(noted, F_OK), 0);
	pty_keys(pty, "1");
	expect_bells(pty, 1);
	pty_expect_that(pty, has_noted, "heard");
	stage_leave(pty);
}

/* --- while another screen lies over the clock --------------------------------------------------------------------- */

/* The row above the footer, from end to end, unlike the blank at the end of the row above it. */
static bool foot_is_lit(struct pty *pty, const void *unused)
{
	struct pty_cell first = pty_cell(pty, 22, 0), last = pty_cell(pty, 22, 79), blank = pty_cell(pty, 21, 79);

	(void)unused;
	return (first.reverse != blank.reverse || first.paper != blank.paper) && first.reverse == last.reverse &&
	       first.paper == last.paper;
}

static void bells_ring_and_commands_run_while_the_seats_lie_over_the_clock(void **state)
{
	struct pty *pty;

	(void)state;
	configure("on_warning = echo warned >>%s\non_end = echo ended >>%s\n");
	make("0m6s", ", bells 0:03 0");
	pty = open_console("run Bells");
	pty_keys(pty, "Space");
	expect_clock(pty, "\"position\":1,");
	pty_keys(pty, "S");
	pty_expect(pty, "Nobody has a seat yet");
	pty_expect(pty, "0:05"); /* the clock is seen to go on */
	expect_bells(pty, 1);
	pty_expect_that(pty, has_noted, "warned");
	pty_expect(pty, "Scribes, please write.");
	expect_bells(pty, 2);
	pty_expect_that(pty, has_noted, "ended");
	pty_expect(pty, "+0:01");
	pty_keys(pty, "q");
	pty_expect(pty, "Over time.");
	pty_settle(pty);
	assert_int_equal(pty_bells(pty), 2);
	stage_leave(pty);
	assert_string_equal(count_rows("rung"), "2");
	assert_string_equal(count_rows("missed"), "0");
}

static void a_bell_is_seen_on_the_screen_that_lies_over_the_clock(void **state)
{
	struct pty *pty;
	int64_t end_ms = pty_now_ms() + LONG_MS;

	(void)state;
	make("10 min", "");
	pty = open_console("run Bells");
	pty_keys(pty, "Space");
	expect_clock(pty, "\"position\":1,");
	pty_keys(pty, "S");
	pty_expect(pty, "Nobody has a seat yet");
	cli("clock bell 2 Bells");
	while (!foot_is_lit(pty, NULL) && pty_now_ms() < end_ms)
		pty_pump(pty, 5);
	assert_true(pty_now_ms() < end_ms);
	expect_bells(pty, 1);
	/* Somebody else stops the clock; it is said here, and so it stands below. */
	cli("clock pause Bells");
	pty_expect(pty, "paused");
	pty_keys(pty, "q");
	pty_expect(pty, "Paused.");
	stage_leave(pty);
}

/* --- the user's own commands ------------------------------------------------------------------------------------ */

static void commands_are_told_in_their_environment(void **state)
{
	struct pty *pty;

	(void)state;
	configure("# what sounds\n\non_warning = echo \"$YORIAI_EVENT/$YORIAI_BELL/$YORIAI_ITEM/$YORIAI_REMAINING\" "
		  ">>%s\n"
		  "on_end=echo \"$YORIAI_EVENT/$YORIAI_BELL/$YORIAI_REMAINING\" >>%s; tty && echo tty\n");
	make("0m4s", ", bells 0:02 0");
	pty = open_console("run Bells");
	pty_keys(pty, "Space");
	pty_expect_that(pty, has_noted, "warning/1/Talk $(touch x)/2");
	pty_expect_that(pty, has_noted, "end/2/0");
	pty_keys(pty, "1");
	pty_expect_that(pty, has_noted, "hand/1/");
	pty_type(pty, ":sound");
	pty_keys(pty, "Enter");
	pty_expect(pty, "What shall sound?");
	pty_keys(pty, "2");
	pty_expect_that(pty, has_noted, "check/0/");
	stage_leave(pty);
	assert_int_not_equal(access("x", F_OK), 0);
}

static void a_command_that_hangs_or_is_missing_is_named_and_holds_up_nothing(void **state)
{
	struct pty *pty;

	(void)state;
	configure("on_warning = no-such-command-anywhere\non_end = trap '' TERM; echo hung >>%s; sleep 1000 & sleep "
		  "1000\n");
	make("10 min", "");
	pty = open_console("run Bells");
	pty_keys(pty, "Space");
	expect_clock(pty, "\"running\"");
	pty_keys(pty, "1");
	pty_expect(pty, "on_warning: its command was not found");
	pty_keys(pty, "3");
	pty_expect_that(pty, has_noted, "hung");
	int64_t from_ms = pty_now_ms();
	pty_keys(pty, "+");
	expect_clock(pty, "\"adjust_s\":60,");
	assert_true(pty_now_ms() - from_ms < 5000);
	pty_expect(pty, "on_end ran for more than 10 s");
	pty_keys(pty, "3"); /* and whoever leaves leaves nothing behind */
	stage_leave(pty);
	pty = stage_open("run Bells", 24, 80, (const char *const[]){ "SSH_ORIGINAL_COMMAND=run", NULL });
	pty_expect(pty, "Talk");
	unlink(noted);
	pty_keys(pty, "3");
	expect_bells(pty, 1);
	stage_leave(pty);
	assert_int_not_equal(access(noted, F_OK), 0);
}

static void a_wrong_line_is_named_and_the_others_count(void **state)
{
	struct pty *pty;

	(void)state;
	configure("on_warning = echo heard >>%s\non_start = echo no\n");
	make("10 min", "");
	assert_non_null(strstr(cli("check"), "yoriai/config: line 2: “on_start” is not known"));
	pty = open_console("run Bells");
	pty_expect(pty, "line 2:");
	pty_keys(pty, "2");
	pty_expect_that(pty, has_noted, "heard");
	stage_leave(pty);
}

/* --- nothing is timed ------------------------------------------------------------------------------------------- */

static void where_nothing_is_timed_one_key_puts_it_right(void **state)
{
	struct pty *pty;

	(void)state;
	cli("new Late --template basic --tables 1 --start \"$(date -d '5 minutes ago' '+%%Y-%%m-%%d %%H:%%M')\"");
	pty = stage_open("run Late", 24, 80, NULL);
	pty_expect(pty, "Nothing is being timed. Space begins now, O as planned.");
	pty_keys(pty, "O");
	expect_told(pty, "clock status --json Late", "\"active_s\":3");
	pty_keys(pty, "u"); /* one press, one undo */
	expect_told(pty, "clock status --json Late", "\"planned\"");
	stage_leave(pty);
}

static int setup(void **state)
{
	int failed = stage_setup(state);

	snprintf(config_home, sizeof config_home, "%s/config", stage_folder);
	snprintf(noted, sizeof noted, "%s/noted", stage_folder);
	mkdir(config_home, 0700);
	setenv("XDG_CONFIG_HOME", config_home, 1);
	return failed;
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, stage_teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_bell_is_heard_once_and_says_what_to_say),
		TEST(a_bell_is_seen_twice_and_never_faster),
		TEST(asked_from_outside_the_console_rings_and_the_room_sees_it),
		TEST(a_bell_that_cannot_be_written_down_rings_all_the_same),
		TEST(two_consoles_ring_once_between_them),
		TEST(a_restart_rings_nothing_again),
		TEST(silence_is_kept_for_the_workshop),
		TEST(bells_ring_and_commands_run_while_the_seats_lie_over_the_clock),
		TEST(a_bell_is_seen_on_the_screen_that_lies_over_the_clock),
		TEST(commands_are_told_in_their_environment),
		TEST(a_command_that_hangs_or_is_missing_is_named_and_holds_up_nothing),
		TEST(a_wrong_line_is_named_and_the_others_count),
		TEST(where_nothing_is_timed_one_key_puts_it_right),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
