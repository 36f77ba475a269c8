/* A workshop is planned on its screen: a whole evening of it, taken back and done again; while the clock runs, beside others. */
#include "app/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void write_file(const char *name, const char *text)
{
	char path[PATH_MAX];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", stage_folder, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void make(void)
{
	write_file("agenda.md", "# T\n\n## 10 min Opening\n\n## 15 min Stories [tables]\n\n> Slowly.\n\n## 5 min Tea [break]\n");
	cli("new Kettle --template '%s/agenda.md' --start '2001-01-01 13:30' --end 14:15 --tables 2 --series S", stage_folder);
}

static struct pty *open_plan(int rows, int cols)
{
	struct pty *pty = stage_open("plan Kettle", rows, cols, NULL);

	pty_expect(pty, "> 13:30-13:40      10 min  Opening");
	return pty;
}

static void the_agenda_is_changed_in_place_and_times_follow(void **state)
{
	struct pty *pty;

	(void)state;
	make();
	pty = open_plan(24, 90);
	pty_expect(pty, "In all 30 min, until 14:00. The hall is ours until 14:15: 15 min to spare.");
	pty_keys(pty, "] +");
	pty_expect(pty, "13:46-14:01      15 min  Stories");
	pty_keys(pty, "J");
	pty_expect(pty, "> 13:45-14:01      16 min  Opening");
	pty_keys(pty, "t");
	pty_type(pty, "１ｈ５ｍ\r");
	pty_expect(pty, "That is 40 min longer than the hall is ours");
	pty_expect(pty, "> 13:45-14:50      65 min  Opening");
	pty_keys(pty, "t");
	pty_type(pty, "soon\r");
	pty_expect(pty, "“soon” is no length of time");
	pty_keys(pty, "u u");
	pty_expect(pty, "> 13:30-13:46      16 min  Opening");
	pty_keys(pty, "u u");
	pty_expect(pty, "> 13:30-13:40      10 min  Opening");
	pty_keys(pty, "u");
	pty_expect(pty, "There is nothing");
	pty_keys(pty, "Ctrl-R Ctrl-R");
	pty_expect(pty, "> 13:30-13:46      16 min  Opening");
	pty_keys(pty, "y d");
	pty_expect(pty, "Deleted. u brings it back.");
	pty_keys(pty, "p");
	pty_expect(pty, "never shortened");
	stage_leave(pty);
}

static void steps_are_written_in_a_form(void **state)
{
	struct pty *pty;

	(void)state;
	make();
	pty = open_plan(24, 80);
	pty_keys(pty, "n");
	pty_expect(pty, "A step of the agenda");
	pty_type(pty, "休憩\t");
	pty_keys(pty, "Ctrl-A");
	pty_type(pty, "１時間半\r");
	pty_expect(pty, "13:40-15:10      90 min  休憩");
	pty_keys(pty, "Enter Tab Tab Tab Tab Tab Tab");
	pty_type(pty, "noon\r");
	pty_expect(pty, "“noon” is no time of day");
	pty_keys(pty, "Ctrl-A");
	pty_type(pty, "１４００\r");
	pty_expect(pty, "14:00-15:30      90 min  休憩");
	pty_expect(pty, "20 min free before it");
	pty_keys(pty, "Enter Ctrl-A Delete Enter");
	pty_expect(pty, "It needs a title.");
	pty_keys(pty, "Escape");
	pty_expect(pty, "Not saved; u takes up again what you typed.");
	pty_keys(pty, "u");
	pty_expect(pty, "A step of the agenda");
	/* Left once more as it was, it is left for good, and u takes back what was written before. */
	pty_keys(pty, "Escape");
	pty_expect_gone(pty, "A step of the agenda");
	pty_keys(pty, "u u");
	pty_expect_gone(pty, "休憩");
	stage_leave(pty);
}

static void what_the_workshop_is_goes_with_it(void **state)
{
	struct pty *pty;

	(void)state;
	make();
	write_file("case.md", "# The radio\n\nIt plays at night.\n");
	pty = open_plan(36, 100);
	pty_keys(pty, "Tab Down Enter");
	pty_expect(pty, "2001-01-01 13:30");
	pty_keys(pty, "Ctrl-A");
	pty_type(pty, "2001/4/2 9時半\r");
	pty_expect(pty, "2001-04-02 (Mon) 9:30");
	pty_expect(pty, "In all 30 min, until 10:00. The hall is ours until 14:15");
	pty_keys(pty, "Tab f");
	pty_type(pty, "nosuch.md\r");
	pty_expect(pty, "nosuch.md");
	pty_keys(pty, "f");
	pty_type(pty, stage_folder);
	pty_type(pty, "/case.md\r");
	pty_expect(pty, "The radio [fictional]");
	pty_keys(pty, "Down Enter");
	pty_type(pty, "Kazu\rSEALED\r");
	pty_expect(pty, "what it says opens with its step");
	pty_expect_gone(pty, "SEALED");
	expect_told(pty, "plan Kettle --json", "\"letter\":true");
	stage_leave(pty);
}

static void an_agenda_becomes_a_template_that_home_reads(void **state)
{
	struct pty *pty;
	char path[PATH_MAX];

	(void)state;
	make();
	snprintf(path, sizeof path, "%s/mine.md", stage_folder);
	pty = open_plan(24, 80);
	pty_keys(pty, "w");
	pty_keys(pty, "Ctrl-A");
	pty_type(pty, path);
	pty_keys(pty, "Enter");
	pty_expect(pty, "Saved as “");
	pty_keys(pty, "w Ctrl-A");
	pty_type(pty, path);
	pty_keys(pty, "Enter");
	pty_expect(pty, "There is a file of that name already.");
	pty_keys(pty, "Enter");
	stage_leave(pty);
	pty = stage_open("--theme dark", 30, 100, NULL);
	pty_expect(pty, "yoriai: workshops");
	pty_keys(pty, "n");
	pty_type(pty, "Second\r");
	pty_expect(pty, "a file of your own");
	pty_keys(pty, "Up");
	for (int i = 0; i < 15; i++)
		pty_keys(pty, "Down");
	pty_keys(pty, "Enter");
	pty_expect(pty, "from which file?");
	pty_type(pty, path);
	pty_keys(pty, "Enter");
	pty_expect(pty, "The workshop is made.");
	pty_keys(pty, "p");
	pty_expect(pty, "15 min  Stories");
	pty_keys(pty, "q");
	pty_expect(pty, "yoriai: workshops");
	stage_leave(pty);
}

static void while_the_clock_runs_what_has_been_stays(void **state)
{
	struct pty *pty;

	(void)state;
	make();
	pty = open_plan(24, 80);
	pty_keys(pty, "Down Enter");
	pty_expect(pty, "A step of the agenda");
	pty_keys(pty, "Ctrl-A");
	pty_type(pty, "Tales");
	/* Somebody else runs the clock, past the step that is being written. */
	cli("clock start Kettle");
	cli("clock next Kettle");
	pty_keys(pty, "Tab Ctrl-A");
	pty_type(pty, "20\r");
	pty_expect(pty, "“Stories” is running and keeps");
	pty_keys(pty, "Escape +");
	pty_expect(pty, "the clock gives or takes the time");
	expect_clock(pty, "\"adjust_s\":60");
	pty_keys(pty, "Enter");
	pty_expect(pty, "The step that is running");
	pty_keys(pty, "Ctrl-A");
	pty_type(pty, "Tales\r");
	pty_expect(pty, "Tales");
	pty_keys(pty, "Up d");
	pty_expect(pty, "“Opening” is over");
	pty_keys(pty, "n");
	pty_type(pty, "More\r");
	pty_expect(pty, "More");
	expect_told(pty, "agenda Kettle --json", "\"position\":3,\"title\":\"More\"");
	cli("clock end Kettle");
	pty_keys(pty, "d");
	pty_expect(pty, "The workshop has ended");
	stage_leave(pty);
}

static void it_opens_over_the_facilitators_console_and_home(void **state)
{
	struct pty *pty;

	(void)state;
	make();
	pty = stage_open("run Kettle", 24, 80, NULL);
	pty_expect(pty, "Opening");
	pty_keys(pty, "A");
	pty_expect(pty, "Plan: Kettle");
	pty_keys(pty, "q");
	pty_expect_gone(pty, "Plan: Kettle");
	stage_leave(pty);
}

static void two_hundred_steps_and_none(void **state)
{
	struct pty *pty;
	char *text = malloc(20000);
	size_t used = (size_t)sprintf(text, "# T\n");

	(void)state;
	assert_non_null(text);
	for (int i = 1; i <= 200; i++)
		used += (size_t)sprintf(text + used, "\n## 1 min Step %d\n", i);
	write_file("long.md", text);
	free(text);
	make();
	pty = open_plan(24, 80);
	pty_keys(pty, "f");
	pty_type(pty, stage_folder);
	pty_type(pty, "/long.md\r");
	pty_expect(pty, "200 steps added");
	pty_expect(pty, "In all 3 h 20 min");
	pty_keys(pty, "/");
	pty_type(pty, "Step 177\r");
	pty_expect(pty, "Step 177");
	pty_keys(pty, "u");
	pty_expect(pty, "Tea  break");
	pty_keys(pty, "Tab Tab Tab");
	pty_expect(pty, "> 13:30-13:40      10 min  Opening");
	pty_keys(pty, "d");
	pty_expect(pty, "> 13:30-13:45      15 min  Stories");
	pty_keys(pty, "d");
	pty_expect(pty, "> 13:30-13:35       5 min  Tea");
	pty_keys(pty, "d");
	pty_expect(pty, "No step yet");
	pty_keys(pty, "w");
	pty_keys(pty, "Enter");
	pty_expect(pty, "no steps");
	stage_leave(pty);
}

static void what_was_written_twice_is_chosen_from(void **state)
{
	struct pty *pty;

	(void)state;
	make();
	cli("backup '%s/away.db'", stage_folder);
	cli("--db '%s/away.db' plan Kettle --venue 'the library'", stage_folder);
	cli("plan Kettle --venue 'the hall'");
	cli("merge '%s/away.db'", stage_folder);
	pty = stage_open("plan Kettle", 24, 90, NULL);
	pty_expect(pty, "venue             the hall");
	pty_keys(pty, "V");
	pty_expect(pty, "“venue” was written twice: which stays?");
	pty_expect(pty, "at this computer: the library");
	pty_keys(pty, "2");
	pty_expect(pty, "Chosen; u takes it back.");
	pty_expect(pty, "venue             the library");
	pty_keys(pty, "u");
	pty_expect(pty, "venue             the hall");
	stage_leave(pty);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_agenda_is_changed_in_place_and_times_follow, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(steps_are_written_in_a_form, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(what_the_workshop_is_goes_with_it, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(an_agenda_becomes_a_template_that_home_reads, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(while_the_clock_runs_what_has_been_stays, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(it_opens_over_the_facilitators_console_and_home, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(two_hundred_steps_and_none, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(what_was_written_twice_is_chosen_from, stage_setup, stage_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
