/* Before the day: what the case needs is written down, the cards of the workshop are chosen, and paper is written. */
#include "app/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void keep_file(const char *name, const char *text)
{
	char path[PATH_MAX];

	snprintf(path, sizeof path, "%s/%s", stage_folder, name);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void make(void)
{
	keep_file("cards.csv", "number,name,strength,area\n3,Letters,envelopes,North\n7,Radio shop,radios,South\n9,Ride,hospital,South\n");
	keep_file("case.md", "# A radio\n\nIn an old house.\n");
	cli("new Circle --start '2001-01-01 10:00' --tables 2 --case '%s/case.md'", stage_folder);
	cli("import cards '%s/cards.csv'", stage_folder);
}

static void leave_to_home(struct pty *pty)
{
	pty_keys(pty, "q");
	pty_expect(pty, "room view");
	stage_leave(pty);
}

static void a_need_is_written_and_held_against_the_cards(void **state)
{
	struct pty *pty;

	(void)state;
	make();
	pty = stage_open("--theme dark", 24, 80, NULL);
	pty_expect(pty, "Circle");
	pty_keys(pty, "w");
	pty_expect(pty, "No need has been written down");
	pty_keys(pty, "n");
	pty_expect(pty, "What is needed, wished or worried about");
	pty_type(pty, "old radios");
	pty_keys(pty, "Enter");
	pty_expect(pty, "Saved.");
	expect_told(pty, "needs Circle --json", "\"text\":\"old radios\"");
	pty_expect(pty, "7 Radio shop (“radios”)");
	pty_keys(pty, "s");
	pty_expect(pty, "Strengths of the person");
	pty_type(pty, "patience");
	pty_keys(pty, "Enter");
	expect_told(pty, "needs Circle --json", "\"strengths\":\"patience\"");
	pty_keys(pty, "u");
	pty_expect(pty, "Taken back.");
	expect_told(pty, "needs Circle --json", "\"strengths\":null");
	leave_to_home(pty);
}

static void cards_are_chosen_for_the_workshop_and_taken_out_again(void **state)
{
	struct pty *pty;

	(void)state;
	make();
	pty = stage_open("--theme dark", 24, 80, NULL);
	pty_expect(pty, "Circle");
	pty_keys(pty, "C");
	pty_expect(pty, "Letters");
	pty_keys(pty, "Down");
	pty_keys(pty, "Space");
	pty_expect(pty, "It is number 1 of the workshop’s cards.");
	pty_expect(pty, "#1");
	expect_told(pty, "deck Circle --json", "\"cards\":[{\"number\":1,");
	pty_keys(pty, "A");
	pty_expect(pty, "Cards chosen: 2.");
	expect_told(pty, "deck Circle --json", "\"directory_number\":9}]");
	pty_keys(pty, "Space");
	pty_expect(pty, "Taken out of the workshop’s cards.");
	pty_keys(pty, "N");
	pty_expect(pty, "Numbered from 1 on.");
	expect_told(pty, "deck Circle --json", "[{\"number\":1,\"id\":");
	pty_keys(pty, "u");
	pty_expect(pty, "Taken back.");
	pty_keys(pty, "u");
	pty_expect(pty, "#1");
	expect_told(pty, "deck Circle --json", "\"name\":\"Radio shop\",\"formality\":\"\",\"strength\":\"radios\"");
	leave_to_home(pty);
}

static void paper_goes_into_the_folder_that_is_typed(void **state)
{
	struct pty *pty;
	char folder[PATH_MAX], path[PATH_MAX + 16];

	(void)state;
	make();
	snprintf(folder, sizeof folder, "%s/paper", stage_folder);
	pty = stage_open("--theme dark", 24, 120, NULL);
	pty_expect(pty, "Circle");
	pty_keys(pty, "P");
	pty_expect(pty, "Into which folder?");
	pty_keys(pty, "Ctrl-A");
	pty_type(pty, folder);
	pty_keys(pty, "Enter");
	pty_expect(pty, "/paper; a browser prints them.");
	snprintf(path, sizeof path, "%s/cards.html", folder);
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	fclose(file);
	pty_keys(pty, "P");
	pty_expect(pty, "Into which folder?");
	pty_keys(pty, "Ctrl-A");
	pty_type(pty, "/dev/null/paper");
	pty_keys(pty, "Enter");
	pty_expect(pty, "/dev/null");
	stage_leave(pty);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_need_is_written_and_held_against_the_cards, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(cards_are_chosen_for_the_workshop_and_taken_out_again, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(paper_goes_into_the_folder_that_is_typed, stage_setup, stage_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
