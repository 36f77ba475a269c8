/* What the facilitator lets the room see: dark, held, paragraph by paragraph, and a line that goes by itself. */
#include "app/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>

static void write_file(const char *name, const char *text, char path[PATH_MAX])
{
	FILE *file;

	snprintf(path, PATH_MAX, "%s/%s", stage_folder, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

/* A case of two pages, the first of which has eight paragraphs. */
static void make(void)
{
	char agenda[PATH_MAX], story[PATH_MAX], text[4096] = "# The kettle\n";

	write_file("agenda.md",
		   "# T\n\n## 10 min Opening\n\n## 10 min The case [case reading]\n\n## 10 min Parting\n\n"
		   "## Messages\n\n- Tea is ready. [2 min]\n- Please sit down.\n",
		   agenda);
	for (int i = 1; i <= 13; i++)
		snprintf(text + strlen(text), sizeof text - strlen(text), "\nParagraph %02d.\n", i);
	write_file("case.txt", text, story);
	cli("new 'The kettle' --template '%s' --case '%s' --tables 2", agenda, story);
}

static bool is_blank(struct pty *pty, const void *arg)
{
	(void)arg;
	return strspn(pty_screen(pty), " \n") == strlen(pty_screen(pty));
}

static struct pty *open_case(void)
{
	make();
	cli("clock start kettle");
	cli("clock next kettle");
	cli("clock shutter off kettle");
	struct pty *pty = stage_open("run kettle", 36, 120, NULL);
	pty_expect(pty, "case reading, page 1/");
	return pty;
}

static struct pty *open_room(const char *shown)
{
	struct pty *pty = stage_open("audience kettle", 24, 80, NULL);

	pty_expect(pty, "next: Parting");
	cli("clock shutter off kettle");
	pty_expect(pty, shown);
	return pty;
}

static void the_room_goes_dark_and_stays_so_over_a_restart(void **state)
{
	struct pty *pty = open_case(), *room = open_room("Paragraph 01.");

	(void)state;
	pty_keys(pty, ".");
	pty_expect_that(room, is_blank, NULL);
	pty_expect(pty, "The room is dark (. lights it again).");
	stage_leave(room);
	stage_leave(pty);
	room = stage_open("audience kettle", 24, 80, NULL);
	pty = stage_open("run kettle", 24, 80, NULL);
	pty_expect(pty, "The room is dark (. lights it again).");
	pty_expect_that(room, is_blank, NULL);
	pty_keys(pty, ".");
	pty_expect(room, "next: Parting");
	assert_false(pty_find(room, "Paragraph", NULL, NULL)); /* and it has come up shuttered */
	pty_expect_gone(pty, "The room is dark");
	pty_keys(pty, "u");
	pty_expect(pty, "Taken back: room darkened.");
	pty_expect_that(room, is_blank, NULL);
	stage_leave(pty);
	stage_leave(room);
}

static void a_held_picture_is_let_go_where_one_is_by_then(void **state)
{
	struct pty *pty = open_case(), *room = open_room("Paragraph 01.");

	(void)state;
	pty_keys(pty, "f Right");
	pty_expect(pty, "Picture held: case reading, page 1 (f lets it go)");
	pty_expect(pty, "open: case reading, page 2/");
	pty_pump(room, 200);
	pty_settle(room);
	assert_true(pty_find(room, "Paragraph 01.", NULL, NULL));
	pty_keys(pty, "f");
	pty_expect_gone(room, "Paragraph 01.");
	pty_expect(room, "Paragraph");
	pty_expect_gone(pty, "Picture held");
	stage_leave(pty);
	stage_leave(room);
}

/* Whose turn it is has changed, but not before the room: it reads the step's time, and the story it had. */
static void a_held_story_does_not_take_another_tables_time(void **state)
{
	char agenda[PATH_MAX];
	struct pty *pty, *room;

	(void)state;
	write_file("agenda.md", "# T\n\n## 20 min Telling [presentations]\n", agenda);
	cli("new 'The kettle' --template '%s' --tables 4", agenda);
	cli("clock start kettle");
	pty = stage_open("run kettle", 36, 120, NULL);
	pty_expect(pty, "Telling: g calls table 1");
	room = stage_open("audience kettle", 24, 80, NULL);
	pty_expect(room, "The kettle"); /* it comes up shuttered */
	cli("clock shutter off kettle");
	pty_keys(pty, "g");
	pty_expect(room, "Telling");
	pty_keys(pty, "f g");
	pty_expect(pty, "Telling: table 2");
	pty_expect(pty, "Picture held: table 1, step 0");
	assert_null(strstr(cli("screen audience kettle"), "Table 2"));
	pty_keys(pty, "f");
	pty_expect_gone(pty, "Picture held");
	stage_leave(pty);
	stage_leave(room);
}

#ifndef SYS_poll
#define SYS_poll SYS_ppoll /* whose missing time is 0 in /proc */
enum { FOR_EVER = 0 };
#else
enum { FOR_EVER = -1 };
#endif

/* Asleep in a poll() without an end, as /proc tells; true too where that does not say. */
static bool sleeps(struct pty *pty, const void *arg)
{
	char path[64], line[200] = "";
	long call;
	unsigned long fds, len, wait_ms;

	(void)arg;
	snprintf(path, sizeof path, "/proc/%d/syscall", (int)pty_pid(pty));
	FILE *file = fopen(path, "r");
	bool told = file && fgets(line, sizeof line, file);
	if (file)
		fclose(file);
	if (!told)
		return true;
	return sscanf(line, "%ld 0x%lx 0x%lx 0x%lx", &call, &fds, &len, &wait_ms) == 4 &&
	       call == SYS_poll && (int)wait_ms == FOR_EVER;
}

static void a_room_in_which_nothing_moves_sleeps(void **state)
{
	struct pty *room;

	(void)state;
	make();
	cli("clock start kettle");
	room = stage_open("audience kettle", 24, 80, NULL);
	pty_expect(room, "The kettle");
	cli("clock pause kettle");
	pty_expect_that(room, sleeps, NULL);
	cli("clock resume kettle");
	cli("clock blackout on kettle");
	pty_expect_that(room, is_blank, NULL);
	pty_expect_that(room, sleeps, NULL);
	stage_leave(room);
}

static void paragraphs_come_one_after_the_other(void **state)
{
	struct pty *pty = open_case(), *room;

	(void)state;
	pty_keys(pty, "w");
	pty_expect(pty, "The room sees one paragraph after the other.");
	room = open_room("Paragraph 01.");
	assert_false(pty_find(room, "Paragraph 02.", NULL, NULL));
	pty_keys(pty, "Right");
	pty_expect(room, "Paragraph 02.");
	pty_expect(pty, "paragraph 2/");
	assert_null(strstr(cli("screen audience kettle"), "Paragraph 03."));
	pty_keys(pty, "Left");
	pty_expect_gone(room, "Paragraph 02.");
	pty_keys(pty, "w");
	pty_expect(room, "Paragraph 03.");
	stage_leave(pty);
	stage_leave(room);
}

static void a_line_is_chosen_written_or_taken_away(void **state)
{
	struct pty *pty = open_case();

	(void)state;
	pty_keys(pty, "m");
	pty_expect(pty, "Tea is ready.  (for 2 min)");
	pty_expect(pty, "Write a message ...");
	pty_keys(pty, "1");
	expect_clock(pty, "\"message\":\"Tea is ready.\",\"message_until\":\"2");
	pty_expect(pty, "Message: until ");
	pty_keys(pty, "m Down Enter");
	expect_clock(pty, "\"message\":\"Please sit down.\",\"message_until\":null");
	pty_keys(pty, "m 3");
	pty_expect(pty, "Message to the room");
	pty_type(pty, " [3 min]");
	pty_keys(pty, "Enter");
	expect_clock(pty, "\"message\":\"Please sit down.\",\"message_until\":\"2");
	pty_keys(pty, "m 4");
	expect_clock(pty, "\"message\":null");
	pty_keys(pty, "u");
	expect_clock(pty, "\"message\":\"Please sit down.\"");
	stage_leave(pty);
}

/* What nobody sees yet is not said to be seen. A message is said over a held picture, too. */
static void what_is_put_up_behind_the_dark_or_a_held_picture_is_said_to_wait(void **state)
{
	static const char dark[] = "the room is dark and does not see it yet", held[] = "picture is held and does not show it yet";
	struct pty *pty = open_case();

	(void)state;
	pty_keys(pty, ". m 2");
	pty_expect(pty, dark);
	pty_keys(pty, "D");
	pty_expect(pty, dark);
	pty_keys(pty, "u");
	pty_expect(pty, "Taken back: the day’s line.");
	pty_keys(pty, ". f D");
	pty_expect(pty, held);
	pty_keys(pty, "m 1");
	pty_expect(pty, "The room sees your message.");
	pty_keys(pty, "f s c");
	pty_expect(pty, "It is ready; the shutter is closed before it.");
	stage_leave(pty);
}

static void undo_names_the_key_that_was_pressed(void **state)
{
	struct pty *pty = open_case();

	(void)state;
	pty_keys(pty, "+ n u");
	pty_expect(pty, "Taken back: next step.");
	pty_keys(pty, "u");
	pty_expect(pty, "Taken back: time added.");
	pty_keys(pty, "b u");
	pty_expect(pty, "Taken back: step back.");
	stage_leave(pty);
}

/* Before the start nothing on the screen moves but the minute: the line is gone at its time all the same. */
static void a_line_goes_by_itself_where_no_clock_runs(void **state)
{
	struct pty *room;

	(void)state;
	make();
	room = stage_open("audience kettle", 24, 80, NULL);
	pty_expect(room, "We begin");
	cli("clock message 'Tea is ready.' --for 2s kettle");
	pty_expect(room, "Tea is ready.");
	pty_expect_gone(room, "Tea is ready.");
	assert_non_null(strstr(cli("clock status --json kettle"), "\"message\":null"));
	stage_leave(room);
}

static void a_projector_that_comes_up_anew_is_opened_with_one_press(void **state)
{
	struct pty *pty = open_case(), *room, *other;

	(void)state;
	room = stage_open("audience kettle", 24, 80, NULL);
	pty_expect(room, "next: Parting");
	pty_expect(pty, "shut: the clock only");
	assert_false(pty_find(room, "Paragraph", NULL, NULL));
	pty_keys(pty, "s");
	pty_expect(room, "Paragraph 01.");
	pty_expect(pty, "open: case reading");
	/* Another one does not see it yet; what matters is that somebody does, and that one press hides it. */
	other = stage_open("audience kettle", 24, 80, NULL);
	pty_expect(other, "next: Parting");
	pty_expect(pty, "open: case reading");
	pty_keys(pty, "s");
	pty_expect_gone(room, "Paragraph 01.");
	pty_keys(pty, "s");
	pty_expect(room, "Paragraph 01.");
	pty_expect(other, "Paragraph 01.");
	stage_leave(room);
	stage_leave(other);
	room = stage_open("audience kettle", 24, 80, NULL);
	pty_expect(pty, "shut: the clock only");
	cli("clock shutter kettle");
	pty_expect(room, "Paragraph 01.");
	stage_leave(room);
	stage_leave(pty);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_room_goes_dark_and_stays_so_over_a_restart, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(a_held_picture_is_let_go_where_one_is_by_then, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(a_held_story_does_not_take_another_tables_time, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(a_projector_that_comes_up_anew_is_opened_with_one_press, stage_setup,
						stage_teardown),
		cmocka_unit_test_setup_teardown(a_room_in_which_nothing_moves_sleeps, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(paragraphs_come_one_after_the_other, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(a_line_is_chosen_written_or_taken_away, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(what_is_put_up_behind_the_dark_or_a_held_picture_is_said_to_wait, stage_setup,
						stage_teardown),
		cmocka_unit_test_setup_teardown(undo_names_the_key_that_was_pressed, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(a_line_goes_by_itself_where_no_clock_runs, stage_setup, stage_teardown),
	};

	return cmocka_run_group_tests_name("sight", tests, NULL, NULL);
}
