/* The screen of seats: people are taken up, put down, exchanged, fixed, taken out and brought in, and all of it taken back. */
#include "app/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>

static void make(int people)
{
	char path[PATH_MAX];
	FILE *file;

	snprintf(path, sizeof path, "%s/people.csv", stage_folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("name,kana\n", file);
	for (int i = 1; i <= people; i++)
		fprintf(file, "P%d,%c%c\n", i, 'a' + i / 10, 'a' + i % 10);
	fclose(file);
	cli("new Circle --start '2001-01-01 10:00' --tables 3");
	cli("import people '%s'", path);
}

/* Back to the facilitator's console, and out of it. */
static void leave_seats(struct pty *pty)
{
	pty_keys(pty, "q");
	pty_expect(pty, "next step");
	stage_leave(pty);
}

static void a_seat_is_changed_by_hand_and_taken_back(void **state)
{
	struct pty *pty;

	(void)state;
	make(9);
	pty = stage_open("run Circle", 24, 80, NULL);
	pty_expect(pty, "begins");
	pty_keys(pty, "S");
	pty_expect(pty, "Nobody has a seat yet");
	pty_keys(pty, "n");
	pty_expect(pty, "Everybody is seated anew.");
	expect_told(pty, "seat Circle --keep --json", "\"moved\":0");
	/* The bar is at the first person, who is put down at table 3. */
	pty_keys(pty, "m");
	pty_expect(pty, "To which table?");
	pty_type(pty, "3");
	pty_keys(pty, "Enter");
	pty_expect(pty, "Put down.");
	pty_expect(pty, "Table 3    4");
	pty_keys(pty, "u");
	pty_expect(pty, "Taken back.");
	pty_expect(pty, "Table 3    3");
	pty_keys(pty, "Ctrl-R");
	pty_expect(pty, "Done again.");
	pty_keys(pty, "u");
	pty_expect(pty, "Taken back.");
	pty_keys(pty, "u");
	pty_expect(pty, "no seat    9");
	leave_seats(pty);
}

static void who_is_not_here_frees_a_seat_and_who_comes_finds_one(void **state)
{
	struct pty *pty;

	(void)state;
	make(9);
	cli("seat Circle --apply");
	pty = stage_open("run Circle", 24, 80, NULL);
	pty_keys(pty, "S");
	pty_expect(pty, "Table 1    3  >");
	pty_keys(pty, "x x");
	pty_expect(pty, "no seat    2");
	pty_keys(pty, "r");
	pty_expect(pty, "The tables are even. Moves to another seat: 1.");
	pty_expect(pty, "Table 1    2");
	/* Down to those without a seat. */
	pty_keys(pty, "Down Down Down a");
	pty_expect(pty, "They have a seat. Moves to another seat: 0.");
	pty_expect(pty, "no seat    1");
	pty_keys(pty, "a");
	pty_expect(pty, "They have a seat already.");
	pty_keys(pty, "f");
	pty_expect(pty, "They stay at this table.");
	pty_expect(pty, "*");
	leave_seats(pty);
}

static void two_change_places(void **state)
{
	struct pty *pty;

	(void)state;
	make(6);
	cli("seat Circle --fix P1=1 --fix P2=2 --apply");
	pty = stage_open("run Circle", 24, 80, NULL);
	pty_keys(pty, "S");
	pty_expect(pty, "> P1");
	pty_keys(pty, "s");
	pty_expect(pty, "Take somebody up first");
	pty_keys(pty, "Enter Down");
	pty_expect(pty, "^ P1");
	pty_expect(pty, "> P2");
	pty_keys(pty, "s");
	pty_expect(pty, "They have changed places.");
	expect_told(pty, "seat Circle --keep --json", "\"moved\":0");
	pty_expect(pty, "Table 1    2  > P2");
	pty_keys(pty, "Enter");
	pty_expect(pty, "^");
	pty_keys(pty, "Escape");
	pty_expect_gone(pty, "^");
	leave_seats(pty);
}

static void people_are_found_at_their_tables_as_words_are_typed(void **state)
{
	struct pty *pty;

	(void)state;
	make(9);
	cli("seat Circle --fix P9=3 --fix P1=1 --fix P4=2 --apply");
	pty = stage_open("run Circle", 24, 80, NULL);
	pty_keys(pty, "S");
	pty_expect(pty, "Table 1    3  >");
	pty_keys(pty, "/");
	pty_type(pty, "ｐ９");
	pty_expect(pty, "> P9");
	pty_keys(pty, "Escape");
	pty_expect(pty, "> P1");
	pty_keys(pty, "/");
	pty_type(pty, "p table ２");
	pty_expect(pty, "Table 2    3  >");
	pty_keys(pty, "Enter");
	pty_keys(pty, "Ctrl-N Ctrl-N Ctrl-N"); /* round the table */
	pty_expect(pty, "Table 2    3  >");
	pty_keys(pty, "x");
	pty_expect(pty, "no seat    1");
	leave_seats(pty);
}

static void in_a_rehearsal_seats_are_rehearsed(void **state)
{
	struct pty *pty;

	(void)state;
	make(9);
	cli("seat Circle --apply");
	pty = stage_open("run Circle --rehearse 60", 24, 80, NULL);
	pty_expect(pty, "REHEARSAL");
	pty_keys(pty, "S");
	pty_expect(pty, "Table 1    3  >");
	pty_keys(pty, "x");
	pty_expect(pty, "no seat    1");
	pty_keys(pty, "q");
	pty_expect(pty, "next step");
	pty_keys(pty, "Space S");
	pty_expect(pty, "no seat    1");
	leave_seats(pty);
	pty = stage_open("run Circle", 24, 80, NULL);
	pty_keys(pty, "S");
	pty_expect(pty, "no seat    0");
	leave_seats(pty);
}

static void the_room_never_sees_who_sits_where(void **state)
{
	struct pty *room;

	(void)state;
	make(6);
	cli("seat Circle --apply");
	cli("clock start Circle");
	cli("clock shutter off Circle");
	room = stage_open("audience Circle", 24, 80, NULL);
	pty_expect(room, "Welcome");
	pty_expect_gone(room, "P1");
	pty_expect_gone(room, "Table 1");
	stage_leave(room);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_seat_is_changed_by_hand_and_taken_back, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(who_is_not_here_frees_a_seat_and_who_comes_finds_one, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(two_change_places, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(people_are_found_at_their_tables_as_words_are_typed, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(in_a_rehearsal_seats_are_rehearsed, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(the_room_never_sees_who_sits_where, stage_setup, stage_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
