/* The day's line on the facilitator's console and in the room, and the next workshop made, and words found, at home. */
#include "app/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>

static void make(void)
{
	char path[PATH_MAX];
	FILE *file;

	snprintf(path, sizeof path, "%s/agenda.md", stage_folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("# T\n\n## 10 min Opening\n\n## 15 min Stories [tables]\n\n> Slowly.\n\n## 5 min Tea [break]\n", file);
	fclose(file);
	cli("new 'The kettle' --template '%s' --start '2001-01-01 10:00' --tables 2", path);
}

/* Blind to width and kana, among the tables and among the steps; Escape takes the bar back. */
static void words_are_found_among_tables_and_steps(void **state)
{
	struct pty *pty;

	(void)state;
	make();
	pty = stage_open("scribe --table 2 kettle", 24, 80, NULL);
	pty_expect(pty, "Notes (");
	pty_keys(pty, "h");
	pty_type(pty, "ラジオの席\r");
	pty_expect(pty, "Saved.");
	stage_leave(pty);
	pty = stage_open("run kettle", 24, 80, NULL);
	pty_expect(pty, "> 1");
	pty_keys(pty, "/");
	pty_type(pty, "らじオ");
	pty_expect(pty, "> 2");
	pty_type(pty, "　夜");
	pty_expect(pty, "No line holds this.");
	pty_keys(pty, "Escape");
	pty_expect(pty, "> 1");
	pty_keys(pty, "l /");
	pty_type(pty, "ｔｅａ");
	pty_expect(pty, "> 3     Tea");
	pty_keys(pty, "Enter Up Ctrl-N");
	pty_expect(pty, "> 3     Tea");
	pty_keys(pty, "Ctrl-P");
	pty_expect(pty, "No other line holds “ｔｅａ”.");
	stage_leave(pty);
}

static void the_days_line_opens_and_closes_with_one_key(void **state)
{
	struct pty *pty;

	(void)state;
	make();
	cli("clock start kettle");
	pty = stage_open("run kettle", 24, 80, NULL);
	pty_expect(pty, "1/3  Opening");
	pty_keys(pty, "l");
	pty_expect(pty, "The day’s line: The");
	pty_expect(pty, "> 1  *  Opening");
	pty_keys(pty, "Down Down");
	pty_expect(pty, "> 3     Tea");
	pty_keys(pty, "Down n");
	pty_expect(pty, "  2  *  Stories");
	pty_expect(pty, "> 3     Tea");
	pty_keys(pty, "l");
	pty_expect(pty, "To say: Slowly.");
	/* The bar over the tables is where it was. */
	pty_expect(pty, "> 1 ");
	stage_leave(pty);
}

static void the_room_sees_the_day_until_the_next_step(void **state)
{
	struct pty *pty, *room;

	(void)state;
	make();
	pty = stage_open("run kettle", 24, 80, NULL);
	pty_expect(pty, "begins");
	room = stage_open("audience kettle", 24, 80, NULL);
	pty_expect(room, "We ");
	pty_keys(pty, "D");
	pty_expect(pty, "the steps of the day");
	pty_expect(room, "The day");
	pty_expect(room, "Opening");
	pty_expect(room, "about ");
	pty_keys(pty, "Space D");
	pty_expect(room, ">  Opening");
	pty_expect(room, "we are here");
	pty_keys(pty, "n");
	pty_expect_gone(room, "we are here");
	pty_keys(pty, "D");
	pty_expect(room, "-  Opening");
	pty_keys(pty, "u");
	pty_expect_gone(room, "we are here");
	stage_leave(pty);
	stage_leave(room);
}

static void home_makes_the_next_one_from_the_last(void **state)
{
	struct pty *pty;

	(void)state;
	make();
	cli("clock start kettle");
	cli("clock add -9 kettle");
	cli("clock skip kettle");
	cli("clock end kettle");
	pty = stage_open("--theme dark", 24, 100, NULL);
	pty_expect(pty, "N makes the next one from it.");
	pty_keys(pty, "N");
	pty_expect(pty, "When does it begin?");
	pty_expect(pty, " 10:00");
	pty_keys(pty, "Enter");
	pty_expect(pty, "Title of the next workshop");
	pty_expect(pty, "The kettle #2");
	pty_keys(pty, "Enter");
	pty_expect(pty, "How long is each step to be?");
	pty_keys(pty, "Enter");
	pty_expect(pty, "The workshop is made.");
	pty_expect(pty, "The kettle #2");
	expect_told(pty, "agenda 3 --json", "\"title\":\"Opening\",\"kind\":\"plenary\"");
	expect_told(pty, "agenda 3 --json", "\"last_time\":{\"status\":\"skipped\"");
	expect_told(pty, "export agenda 3", "> Slowly.");
	pty_keys(pty, "Enter l");
	pty_expect(pty, "skipped last time");
	pty_keys(pty, "q");
	pty_expect(pty, "yoriai: workshops");
	stage_leave(pty);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_days_line_opens_and_closes_with_one_key, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(words_are_found_among_tables_and_steps, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(the_room_sees_the_day_until_the_next_step, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(home_makes_the_next_one_from_the_last, stage_setup, stage_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
