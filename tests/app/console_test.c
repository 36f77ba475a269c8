/* The consoles on a terminal: keys do what they say, nothing typed is a command, and every way out is clean. */
#include "app/stage.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct pty *open_run(void)
{
	struct pty *pty = stage_open("run", 24, 80, NULL);

	pty_expect(pty, "The radio");
	return pty;
}

/* --- keys ------------------------------------------------------------------------------------------------------------ */

static void keys_drive_the_clock(void **state)
{
	static const struct {
		const char *keys, *told;
	} cases[] = {
		{ "Space", "\"position\":1," },       { "+", "\"adjust_s\":60," },
		{ "-", "\"adjust_s\":0," },           { "]", "\"adjust_s\":300," },
		{ "[", "\"adjust_s\":0," },           { "t 1 : 3 0 Enter", "\"adjust_s\":90," },
		{ "n", "\"position\":2," },           { "b", "\"position\":1," },
		{ "u", "\"position\":2," },           { "p", "\"paused\"" },
		{ "p", "\"running\"" },               { "x", "\"position\":3," },
		{ "m 4 h i Enter", "\"message\":\"hi\"" }, { "m 4 Backspace Backspace Enter", "\"message\":null" },
		{ "E 2", "\"ended\"" },               { "u", "\"position\":3," },
		{ "E 1", "\"position\":3," },         { ": n e x t Enter", "\"position\":4," },
	};
	struct pty *pty = open_run();

	(void)state;
	pty_expect(pty, "Not begun");
	for (size_t i = 0; i < COUNT(cases); i++) {
		pty_keys(pty, cases[i].keys);
		expect_clock(pty, cases[i].told);
	}
	pty_expect(pty, "Thinking alone");
	stage_leave(pty);
}

static void full_width_keys_are_commands_too(void **state)
{
	struct pty *pty = open_run();

	(void)state;
	pty_type(pty, "\xe3\x80\x80"); /* U+3000, where the space bar is with an input method left on */
	expect_clock(pty, "\"position\":1,");
	pty_type(pty, "ｎ");
	expect_clock(pty, "\"position\":2,");
	pty_type(pty, "＋");
	expect_clock(pty, "\"adjust_s\":60,");
	pty_type(pty, "Ｅ");
	pty_expect(pty, "End the workshop?");
	pty_type(pty, "２");
	expect_clock(pty, "\"ended\"");
	stage_leave(pty);
}

/* The second is meant for what the first has made: a shutter opened and shut, a clock paused and going on. */
static void keys_that_arrive_at_once_are_pressed_one_after_the_other(void **state)
{
	struct pty *pty = open_run();

	(void)state;
	pty_type(pty, " ss+");
	expect_clock(pty, "\"adjust_s\":60,");
	pty_expect(pty, "Shutter: shut");
	pty_type(pty, "pp-");
	expect_clock(pty, "\"adjust_s\":0,");
	expect_clock(pty, "\"running\"");
	pty_type(pty, "nnm4no\r");
	expect_clock(pty, "\"message\":\"no\"");
	expect_clock(pty, "\"position\":3,");
	stage_leave(pty);
}

static void nothing_typed_into_a_field_is_a_command(void **state)
{
	struct pty *pty = open_run();

	(void)state;
	pty_keys(pty, "Space");
	expect_clock(pty, "\"position\":1,");
	pty_keys(pty, "m 4");
	pty_expect(pty, "Message to the room");
	pty_type(pty, "nnxq+u Lp?:");
	pty_expect(pty, "nnxq+u Lp?:");
	pty_keys(pty, "Enter");
	expect_clock(pty, "\"message\":\"nnxq+u Lp?:\"");
	expect_clock(pty, "\"position\":1,");
	stage_leave(pty);
}

static void a_paste_of_64_kb_is_met_and_left_again(void **state)
{
	enum { LEN = 64 << 10 };
	char *text = mem_new(LEN + 1, 1);
	struct pty *pty = open_run();

	(void)state;
	memset(text, 'n', LEN);
	pty_paste(pty, text); /* where no field has the keys: nothing is done */
	pty_settle(pty);
	assert_non_null(strstr(cli("clock status --json"), "\"planned\""));
	pty_keys(pty, "m 4");
	pty_expect(pty, "Message to the room");
	pty_paste(pty, text);
	pty_settle(pty);
	pty_keys(pty, "Escape");
	pty_expect_gone(pty, "Message to the room");
	pty_keys(pty, "Space");
	expect_clock(pty, "\"position\":1,");
	stage_leave(pty);
	free(text);
}

static void help_and_palette_come_and_go(void **state)
{
	struct pty *pty = open_run();

	(void)state;
	pty_keys(pty, "?");
	pty_expect(pty, "What the keys do");
	for (int i = 0; i < 20; i++)
		pty_keys(pty, "PageDown");
	pty_expect(pty, "Leave this screen");
	pty_expect_gone(pty, "End this step and start the next one.");
	for (int i = 0; i < 10; i++)
		pty_keys(pty, "PageUp");
	pty_expect(pty, "End this step and start the next one.");
	pty_keys(pty, "Escape");
	pty_expect_gone(pty, "What the keys do");
	pty_keys(pty, ":");
	pty_type(pty, "shutter");
	pty_expect(pty, "Show or hide the contents");
	pty_keys(pty, "Escape");
	pty_expect_gone(pty, "Show or hide the contents");
	stage_leave(pty);
}

/* --- looks ------------------------------------------------------------------------------------------------------------ */

static void the_language_changes_while_it_runs(void **state)
{
	struct pty *pty = open_run();

	(void)state;
	pty_keys(pty, "L");
	pty_expect(pty, "テーブル");
	pty_keys(pty, "L");
	pty_expect_gone(pty, "テーブル");
	pty_expect(pty, "Not begun");
	stage_leave(pty);
}

static int first_paper(struct pty *pty)
{
	return pty_cell(pty, 12, 40).paper;
}

static bool paper_differs(struct pty *pty, const void *paper)
{
	return first_paper(pty) != *(const int *)paper;
}

static void the_theme_changes_while_it_runs(void **state)
{
	struct pty *pty = open_run();
	int paper = first_paper(pty);

	(void)state;
	pty_keys(pty, "T");
	pty_expect_that(pty, paper_differs, &paper);
	stage_leave(pty);
}

static void without_colour_there_is_none(void **state)
{
	const char *const env[] = { "NO_COLOR=1", NULL };
	struct pty *pty = stage_open("run", 24, 80, env);

	(void)state;
	pty_expect(pty, "Not begun");
	for (int row = 0; row < 24; row++) {
		for (int col = 0; col < 80; col++) {
			struct pty_cell cell = pty_cell(pty, row, col);
			assert_int_equal(cell.ink, PTY_COLOUR_DEFAULT);
			assert_int_equal(cell.paper, PTY_COLOUR_DEFAULT);
		}
	}
	stage_leave(pty);
}

static void every_size_is_drawn(void **state)
{
	struct pty *pty = open_run();

	(void)state;
	pty_resize(pty, 12, 40);
	pty_expect(pty, "The radio");
	pty_resize(pty, 5, 20);
	pty_expect(pty, "small");
	pty_resize(pty, 36, 120);
	pty_expect(pty, "The radio");
	pty_expect_gone(pty, "small");
	stage_leave(pty);
}

static void a_storm_of_sizes_loses_no_key(void **state)
{
	enum { PRESSES = 20 };
	struct pty *pty = open_run();

	(void)state;
	pty_keys(pty, "Space");
	expect_clock(pty, "\"position\":1,");
	for (int i = 0; i < PRESSES * 5; i++) {
		pty_resize(pty, 12 + i % 25, 40 + i % 81);
		if (i % 5 == 0)
			pty_keys(pty, "+");
		pty_pump(pty, 0);
	}
	expect_clock(pty, "\"adjust_s\":1200,");
	stage_leave(pty);
}

/* --- ways out and back ------------------------------------------------------------------------------------------------ */

static void a_signal_gives_the_terminal_back(void **state)
{
	static const int signals[] = { SIGTERM, SIGHUP, SIGINT };
	static const struct {
		const char *name, *shows;
	} screens[] = { { "run", "The radio" }, { "audience", "We begin" }, { "scribe --table 1", "Table 1" } };

	(void)state;
	for (size_t i = 0; i < COUNT(signals); i++) {
		struct pty *pty = stage_open(screens[i].name, 24, 80, NULL);

		pty_expect(pty, screens[i].shows);
		pty_signal(pty, signals[i]);
		pty_expect_exit(pty, 128 + signals[i]);
		pty_expect_restored(pty);
		pty_expect_gone(pty, screens[i].shows);
		pty_end(pty);
	}
}

static void a_shell_gets_its_turn(void **state)
{
	struct pty *pty = open_run();

	(void)state;
	pty_keys(pty, "Ctrl-Z");
	pty_expect_stopped(pty);
	pty_expect_restored(pty);
	cli("clock start");
	pty_signal(pty, SIGCONT);
	pty_expect(pty, "Next: ");
	pty_expect_gone(pty, "Not begun");
	stage_leave(pty);
}

static void a_terminal_that_is_gone_ends_it_at_once(void **state)
{
	enum { LITTLE_MS = 1500 };
	struct pty *pty = open_run();

	(void)state;
	pty_hang_up(pty);
	pty_expect_exit(pty, 128 + SIGHUP);
	assert_true(pty_cpu_ms(pty) < LITTLE_MS);
	pty_end(pty);
}

static void an_unknown_terminal_is_refused(void **state)
{
	static const char *const names[] = { "TERM=nonsense", "TERM=dumb", "TERM" };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		const char *const env[] = { names[i], NULL };
		struct pty *pty = stage_open("run", 24, 80, env);

		pty_expect_exit(pty, 1);
		pty_expect(pty, "TERM");
		pty_end(pty);
	}
}

/* --- several at once -------------------------------------------------------------------------------------------------- */

static void the_room_follows_without_a_key(void **state)
{
	struct pty *pty = stage_open("audience", 24, 80, NULL);

	(void)state;
	pty_expect(pty, "We begin");
	cli("clock start");
	pty_expect(pty, "next: Introductions");
	cli("clock message 'Please sit down'");
	pty_expect(pty, "Please sit down");
	stage_leave(pty);
}

static long wake_ups(struct pty *pty)
{
	char path[64], line[256];
	long count = -1;

	snprintf(path, sizeof path, "/proc/%d/status", (int)pty_pid(pty));
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	while (fgets(line, sizeof line, file))
		sscanf(line, "voluntary_ctxt_switches: %ld", &count);
	fclose(file);
	return count;
}

static void while_nothing_happens_nobody_wakes(void **state)
{
	enum { QUIET_MS = 1500, PAUSE_MS = 20, FEW = 2 }; /* the wall clock on the screen may turn its minute */
	struct pty *pty = stage_open("scribe --table 1", 24, 80, NULL);

	(void)state;
	pty_expect(pty, "Table 1");
	/* The file is looked through beside the first picture; that it is at work is written after that. */
	while (strcmp(sql("SELECT count(*) FROM presence"), "1") != 0)
		pty_pump(pty, PAUSE_MS);
	pty_settle(pty);
	long before = wake_ups(pty);
	pty_pump(pty, QUIET_MS);
	assert_in_range(wake_ups(pty) - before, 0, FEW);
	stage_leave(pty);
}

static void two_who_press_next_at_once_advance_once(void **state)
{
	struct pty *one = open_run(), *two = open_run();

	(void)state;
	cli("clock start");
	pty_expect_gone(one, "Not begun");
	pty_expect_gone(two, "Not begun");
	pty_signal(one, SIGSTOP);
	pty_signal(two, SIGSTOP);
	pty_expect_stopped(one);
	pty_expect_stopped(two);
	pty_keys(one, "n");
	pty_keys(two, "n");
	pty_signal(one, SIGCONT);
	pty_signal(two, SIGCONT);
	pty_expect(one, "Introductions");
	pty_expect(two, "Introductions");
	pty_settle(one);
	pty_settle(two);
	assert_non_null(strstr(cli("clock status --json"), "\"position\":2,"));
	stage_leave(one);
	stage_leave(two);
}

/* Each test on a stage of its own. */
#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_setup, stage_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(keys_drive_the_clock),
		TEST(full_width_keys_are_commands_too),
		TEST(keys_that_arrive_at_once_are_pressed_one_after_the_other),
		TEST(nothing_typed_into_a_field_is_a_command),
		TEST(a_paste_of_64_kb_is_met_and_left_again),
		TEST(help_and_palette_come_and_go),
		TEST(the_language_changes_while_it_runs),
		TEST(the_theme_changes_while_it_runs),
		TEST(without_colour_there_is_none),
		TEST(every_size_is_drawn),
		TEST(a_storm_of_sizes_loses_no_key),
		TEST(a_signal_gives_the_terminal_back),
		TEST(a_shell_gets_its_turn),
		TEST(a_terminal_that_is_gone_ends_it_at_once),
		TEST(an_unknown_terminal_is_refused),
		TEST(the_room_follows_without_a_key),
		TEST(while_nothing_happens_nobody_wakes),
		TEST(two_who_press_next_at_once_advance_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
