/* How the facilitator shares out the time that is left: among the steps to come, and among the tables that tell. */
#include "app/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

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

static void a_refit_is_shown_before_it_is_done(void **state)
{
	struct pty *pty;

	(void)state;
	make("# T\n\n## 10 min Opening\n\n## 20 min Stories [at least 15 min]\n\n## 10 min Parting [protected]\n",
	     "--start '2001-01-01 10:00' --end 10:30");
	cli("clock start kettle");
	pty = stage_open("run kettle", 24, 80, NULL);
	pty_expect(pty, "Opening");
	pty_keys(pty, "F");
	pty_expect(pty, "20 min > 15 min  Stories");
	pty_keys(pty, "Escape");
	expect_told(pty, "clock refit --json kettle", "\"after_s\":900,\"minimum_s\":900,\"protected\":false");
	expect_told(pty, "clock refit --json kettle", "\"before_s\":1200");
	pty_keys(pty, "F 1");
	expect_told(pty, "clock refit --json kettle", "\"before_s\":900");
	pty_keys(pty, "F");
	pty_expect(pty, "nothing that is still to come may be shortened");
	pty_keys(pty, "u");
	expect_told(pty, "clock refit --json kettle", "\"before_s\":1200");
	stage_leave(pty);
}

static void tables_tell_in_turn_and_the_room_sees_whose_turn_it_is(void **state)
{
	struct pty *pty, *room;

	(void)state;
	make("# T\n\n## 31 min Sharing [presentations]\n\n## 5 min Parting\n", "--tables 8");
	pty = stage_open("run kettle", 24, 80, NULL);
	pty_expect(pty, "Not begun");
	room = stage_open("audience kettle", 12, 40, NULL); /* too small for giant letters: they are spaced */
	pty_expect(room, "We begin");
	pty_keys(pty, "g");
	pty_expect(pty, "No presentations are running.");
	pty_keys(pty, "Space s g");
	pty_expect(pty, "Telling: table 1  3:");
	pty_expect(pty, "then 7 at ");
	pty_expect(room, "T a b l e   1");
	pty_keys(pty, "Down G g");
	pty_expect(pty, "Telling: table 3");
	pty_expect(pty, "then 5 at ");
	pty_expect(room, "T a b l e   3");
	pty_keys(pty, "u u");
	pty_expect(pty, "Telling: table 1");
	pty_keys(pty, "o g");
	pty_expect(pty, "Telling: table 3");
	cli("clock add -30 kettle");
	pty_keys(pty, "g");
	pty_expect(pty, "a minute for each");
	pty_keys(pty, "2");
	pty_expect(pty, "Telling: table 2");
	stage_leave(pty);
	stage_leave(room);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_refit_is_shown_before_it_is_done, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(tables_tell_in_turn_and_the_room_sees_whose_turn_it_is, stage_setup,
						stage_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
