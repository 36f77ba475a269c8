/* The table board and the picture, the whole way: scribes write, the facilitator and the room see it. */
#include "app/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>

/* A workshop whose agenda is this file. */
static void make(const char *agenda, const char *options)
{
	char path[PATH_MAX];
	FILE *file;

	snprintf(path, sizeof path, "%s/agenda.md", stage_folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(agenda, file);
	fclose(file);
	cli("new 'The kettle' --template '%s' %s", path, options);
}

static void what_scribes_say_is_counted_and_a_key_answers_it(void **state)
{
	struct pty *pty, *scribe;

	(void)state;
	make("# T\n\n## 10 min Stories [tables]\n\n## 5 min Parting\n", "--tables 3");
	pty = stage_open("run kettle", 24, 80, NULL);
	pty_expect(pty, "Not begun");
	pty_keys(pty, "Space");
	scribe = stage_open("scribe --table 2 kettle", 24, 80, NULL);
	pty_expect(scribe, "Table 2  [preparing]");
	pty_keys(scribe, "g 4");
	pty_expect(pty, "Ready: 1 of 3");
	cli("clock table 1 ready kettle");
	cli("clock table 3 発表できる kettle");
	pty_expect(pty, "> Most are ready: n goes on.");
	pty_keys(scribe, "g 5");
	pty_expect(pty, "Ready: 2 of 3, a little more: 1");
	pty_expect_gone(pty, "Most are ready");
	cli("clock add -9 kettle");
	pty_expect(pty, "> More asked: a adds 3 min");
	expect_clock(pty, "\"suggestion\":\"more_time\"");
	pty_keys(pty, "a");
	pty_expect_gone(pty, "More asked");
	expect_clock(pty, "\"adjust_s\":-360");
	expect_clock(pty, "\"ready\":2,\"more\":1,\"behind\":0,\"suggestion\":\"none\"");
	stage_leave(scribe);
	stage_leave(pty);
}

static void a_table_may_go_on_while_the_room_moves(void **state)
{
	struct pty *pty, *scribe;

	(void)state;
	make("# T\n\n## 10 min Stories [tables]\n\n## 5 min Rest [break]\n\n## 5 min Parting\n", "--tables 2");
	cli("clock start kettle");
	pty = stage_open("run kettle", 24, 80, NULL);
	scribe = stage_open("scribe --table 2 kettle", 24, 80, NULL);
	pty_expect(scribe, "Table 2  [preparing]");
	pty_keys(scribe, "g 5");
	pty_expect(pty, "a little more");
	pty_keys(pty, "n");
	pty_expect(pty, "Still in step 1: 2");
	pty_expect(pty, "a little more (1)");
	pty_expect(scribe, "Still “Stories” here");
	pty_keys(scribe, "o");
	pty_type(scribe, "a cup of tea");
	pty_keys(scribe, "Enter Enter");
	pty_expect(scribe, "Saved.");
	cli("log --table 1 offer 'a chair' kettle");
	expect_clock(pty, "\"number\":2,\"name\":null,\"state\":\"more\",\"position\":1,\"behind\":true");
	pty_keys(scribe, "g 4");
	pty_expect_gone(scribe, "Still “Stories” here");
	pty_expect_gone(pty, "Still in step");
	stage_leave(scribe);
	stage_leave(pty);
	assert_string_equal(sql("SELECT group_concat(item.title) FROM (SELECT * FROM offer ORDER BY text) AS offer "
				"JOIN item ON item.id = offer.item"),
			    "Rest,Stories");
}

static void the_room_sees_what_everybody_brings_as_it_is_written(void **state)
{
	struct pty *pty, *room, *scribe;

	(void)state;
	make("# T\n\n## 10 min Bringing [tables]\n\n## 30 min Sharing [presentations, picture shown]\n\n"
	     "## 5 min Parting\n",
	     "--tables 3");
	pty = stage_open("run kettle", 24, 80, NULL);
	pty_expect(pty, "Not begun");
	room = stage_open("audience kettle", 24, 80, NULL);
	pty_expect(room, "We begin");
	pty_keys(pty, "c");
	pty_expect(pty, "No step is running");
	pty_keys(pty, "Space s c");
	pty_expect(pty, "open: 1/10/100");
	pty_expect(room, "It begins with one small thing.");
	scribe = stage_open("scribe --table 2 kettle", 24, 80, NULL);
	pty_expect(scribe, "Table 2");
	pty_keys(scribe, "o");
	pty_type(scribe, "a cup of tea");
	pty_keys(scribe, "Enter Enter");
	pty_expect(scribe, "Saved.");
	pty_expect(room, "in all");
	pty_expect_gone(room, "It begins with one small thing.");
	cli("log --table 1 step 'The kettle boils' --formal Office --informal Neighbour --informal Shop kettle");
	pty_expect(room, "FII");
	pty_expect(room, "F formal 1   I informal 2   M mixed 0");
	pty_keys(pty, "c");
	pty_expect_gone(room, "F formal 1");
	pty_keys(pty, "n");
	pty_expect(room, "F formal 1");
	pty_keys(pty, "g");
	pty_expect_gone(room, "F formal 1");
	cli("clock picture on kettle");
	pty_expect(room, "F formal 1");
	pty_keys(pty, "s");
	pty_expect_gone(room, "F formal 1");
	stage_leave(scribe);
	stage_leave(room);
	stage_leave(pty);
}

/* Its program is stopped as by kill -STOP; everybody else writes on. */
static void a_scribe_that_stands_still_stalls_nobody_and_is_named(void **state)
{
	enum { NAMED_MS = 10000, WRITTEN_MS = 2000 };
	struct pty *pty = stage_open("run", 24, 80, NULL), *scribe, *other;

	(void)state;
	pty_expect(pty, "Not begun");
	scribe = stage_open("scribe --table 2", 24, 80, NULL);
	pty_expect(scribe, "Notes (");
	other = stage_open("scribe --table 3", 24, 80, NULL);
	pty_expect(other, "Notes (");
	int64_t begin_ms = pty_now_ms();
	pty_signal(scribe, SIGSTOP);
	pty_expect_stopped(scribe);
	pty_expect(pty, "The scribe’s program at table 2 stands still");
	assert_true(pty_now_ms() - begin_ms < NAMED_MS);
	pty_expect(pty, "stopped");
	begin_ms = pty_now_ms();
	pty_keys(other, "o h i Enter Enter");
	pty_expect(other, "Saved.");
	assert_true(pty_now_ms() - begin_ms < WRITTEN_MS);
	pty_keys(pty, "Space");
	expect_clock(pty, "\"running\"");
	begin_ms = pty_now_ms();
	pty_signal(scribe, SIGCONT);
	pty_expect(pty, "The scribe’s program at table 2 goes on.");
	assert_true(pty_now_ms() - begin_ms < NAMED_MS);
	pty_expect_gone(pty, "stopped");
	stage_leave(scribe);
	stage_leave(other);
	stage_leave(pty);
}

/* One that is killed cannot say so. */
static void a_scribe_whose_program_was_killed_is_soon_seen_to_be_gone(void **state)
{
	struct pty *pty = stage_open("run", 24, 80, NULL), *scribe;

	(void)state;
	pty_expect(pty, "Not begun");
	scribe = stage_open("scribe --table 2", 24, 80, NULL);
	pty_expect(pty, "here");
	pty_signal(scribe, SIGKILL);
	pty_expect_exit(scribe, 128 + SIGKILL);
	pty_end(scribe);
	pty_expect_gone(pty, "here");
	stage_leave(pty);
}

static void the_command_line_refuses_in_words(void **state)
{
	struct pty *pty;

	(void)state;
	make("# T\n\n## 10 min Stories [tables]\n", "--tables 2");
	static const char *const lines[][2] = {
		{ "clock table 9 ready kettle", "There is no table 9" },
		{ "clock table x ready kettle", "“x” is no table’s number" },
		{ "clock table 1 asleep kettle", "none of: preparing, talking, gathering, ready, more" },
		{ "clock picture on kettle", "No step is running" },
		{ "clock picture maybe kettle", "none of: on, off" },
		{ "clock table 1", "usage: yoriai clock" },
	};
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		pty = stage_open(lines[i][0], 24, 80, NULL);
		pty_expect(pty, lines[i][1]);
		pty_expect_exit(pty, i + 1 == sizeof lines / sizeof lines[0] ? 2 : 1);
		pty_end(pty);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_scribes_say_is_counted_and_a_key_answers_it, stage_setup,
						stage_teardown),
		cmocka_unit_test_setup_teardown(a_table_may_go_on_while_the_room_moves, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(the_room_sees_what_everybody_brings_as_it_is_written, stage_setup,
						stage_teardown),
		cmocka_unit_test_setup_teardown(a_scribe_that_stands_still_stalls_nobody_and_is_named, stage_setup,
						stage_teardown),
		cmocka_unit_test_setup_teardown(a_scribe_whose_program_was_killed_is_soon_seen_to_be_gone, stage_setup,
						stage_teardown),
		cmocka_unit_test_setup_teardown(the_command_line_refuses_in_words, stage_setup, stage_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
