/* The step opens its part of the scribe's sheet, and never takes the line from somebody who writes. */
#include "app/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>

/* A scribe of a workshop with a step of each kind, in their order. */
static struct pty *open_scribe(const char *until)
{
	char path[PATH_MAX];
	FILE *file;

	snprintf(path, sizeof path, "%s/agenda.md", stage_folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("# T\n\n## 5 min Alone [individual]\n\n## 5 min Together [tables]\n\n## 5 min Tea [break]\n\n"
	      "## 5 min Reading [case reading]\n", file);
	fclose(file);
	cli("new 'The kettle' --template '%s' --tables 1", path);
	struct pty *pty = stage_open("scribe --table 1 kettle", 24, 80, NULL);
	pty_expect(pty, until);
	return pty;
}

static void a_step_puts_the_bar_where_it_is_written(void **state)
{
	struct pty *pty = open_scribe("> What we can do (0)");

	(void)state;
	pty_keys(pty, "Down Down");
	pty_expect(pty, "> Notes (0)");
	cli("clock start kettle");
	pty_expect(pty, "“Alone” begins: o writes what somebody can do.");
	pty_expect(pty, "> What we can do (0)");
	cli("clock next kettle");
	pty_expect(pty, "“Together” begins: s writes a step of the story, n a note.");
	pty_expect(pty, "> Our story (0)");
	cli("clock next kettle");
	pty_expect(pty, "Tea");
	pty_expect(pty, "> Our story (0)");
	cli("clock next kettle");
	pty_expect(pty, "“Reading” begins: n writes a note.");
	pty_expect(pty, "> Notes (0)");
	stage_leave(pty);
}

static void who_opens_the_sheet_late_is_where_the_step_is(void **state)
{
	struct pty *pty = open_scribe("> What we can do (0)");

	(void)state;
	stage_leave(pty);
	cli("clock start kettle");
	cli("clock next kettle");
	pty = stage_open("scribe --table 1 kettle", 24, 80, NULL);
	pty_expect(pty, "> Our story (0)");
	stage_leave(pty);
}

static void nobody_who_writes_is_moved(void **state)
{
	struct pty *pty = open_scribe("> What we can do (0)");

	(void)state;
	cli("clock start kettle");
	pty_expect(pty, "“Alone” begins");
	pty_keys(pty, "n");
	pty_type(pty, "half a th");
	cli("clock next kettle");
	pty_expect(pty, "Together");
	pty_type(pty, "ought");
	pty_expect(pty, "half a thought");
	pty_keys(pty, "Enter");
	expect_told(pty, "show --json kettle", "\"text\":\"half a thought\"");
	pty_expect(pty, ">   [idea] half a thought");
	stage_leave(pty);
}

/* Topics are put up while the room looks on: no file is needed for them. */
static void a_table_is_given_its_theme_and_room_on_the_day(void **state)
{
	struct pty *pty = open_scribe("> What we can do (0)");

	(void)state;
	pty_keys(pty, ":");
	pty_type(pty, "theme, room");
	pty_keys(pty, "Enter");
	pty_expect(pty, "What the table talks about, and where");
	pty_type(pty, "Hopes");
	pty_keys(pty, "Enter");
	pty_type(pty, "Maple");
	pty_keys(pty, "Enter");
	expect_told(pty, "show --json kettle", "\"theme\":\"Hopes\",\"room\":\"Maple\"");
	pty_expect(pty, "Hopes → Maple");
	pty_keys(pty, "u");
	expect_told(pty, "show --json kettle", "\"theme\":null,\"room\":null");
	pty_expect_gone(pty, "Hopes → Maple");
	stage_leave(pty);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_step_puts_the_bar_where_it_is_written, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(who_opens_the_sheet_late_is_where_the_step_is, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(nobody_who_writes_is_moved, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(a_table_is_given_its_theme_and_room_on_the_day, stage_setup, stage_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
