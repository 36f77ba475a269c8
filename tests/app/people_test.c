/* The screen of people: who is asked and what they answer, and the door, where a reading is typed and Enter says they came. */
#include "app/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>

static const char list[] =
	"name,kana,affiliation,stance,status,next_on\n"
	"森 花子,もり はなこ,川端三丁目,市民,参加,\n"
	"林 次郎,はやし じろう,丘の上病院,医療,依頼中,2001-02-03\n"
	"木村 茂,きむら しげる,自治会,民生委員,未,2001-01-02\n"
	"花森 愛,はなもり あい,学校,学生,参加,2999-01-01\n";

static struct pty *open_people(const char *lang)
{
	char path[PATH_MAX], words[64];
	FILE *file;

	snprintf(path, sizeof path, "%s/people.csv", stage_folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(list, file);
	fclose(file);
	cli("new Circle --start '2001-03-01 10:00' --tables 2");
	cli("import people '%s' Circle", path);
	snprintf(words, sizeof words, "--lang %s", lang);
	return stage_open(words, 24, 80, NULL);
}

static void leave_people(struct pty *pty)
{
	pty_keys(pty, "q");
	pty_expect(pty, "Circle");
	stage_leave(pty);
}

#define expect_person(pty, text) expect_told(pty, "export people Circle --format json | tr -d '\\n '", text)

static void who_says_their_name_is_checked_in_by_its_reading(void **state)
{
	struct pty *pty = open_people("en");

	(void)state;
	cli("seat Circle --tables 2 --apply --fix '森 花子=2'");
	pty_keys(pty, "i");
	pty_expect(pty, "木村 茂");
	pty_keys(pty, "Tab");
	pty_expect(pty, "Who is it?");
	pty_keys(pty, "Enter");
	pty_expect(pty, "Type a name or its reading.");
	pty_type(pty, "モリ");
	pty_expect_gone(pty, "木村");
	pty_expect(pty, "> 森 花子");
	pty_keys(pty, "Enter");
	pty_expect(pty, "森 花子 has come.  Table 2");
	pty_expect(pty, "came: 1 of 2");
	/* Twice, also at another laptop, is said and not written. */
	pty_type(pty, "もり はな");
	pty_expect(pty, "> 森 花子");
	pty_keys(pty, "Enter");
	pty_expect(pty, "森 花子 has come already.  Table 2");
	pty_keys(pty, "Ctrl-U");
	pty_expect(pty, "Taken back.");
	pty_expect(pty, "came: 0 of 2");
	pty_keys(pty, "Escape");
	pty_expect(pty, "at the door");
	leave_people(pty);
}

static void who_is_not_on_the_list_is_added_on_the_spot(void **state)
{
	struct pty *pty = open_people("en");

	(void)state;
	pty_keys(pty, "i");
	pty_expect(pty, "木村 茂");
	pty_keys(pty, "Tab");
	pty_type(pty, "Walk Inn");
	pty_expect(pty, "Nobody on the list is called so.");
	pty_keys(pty, "Enter");
	pty_expect(pty, "somebody new: Walk Inn");
	pty_keys(pty, "Enter");
	pty_expect(pty, "On the list, and here.");
	pty_expect(pty, "came: 1 of 2");
	/* Another of that name is told apart, never merged. */
	pty_type(pty, "Walk Inn");
	pty_expect(pty, "> Walk Inn");
	pty_keys(pty, "Ctrl-N");
	pty_expect(pty, "on the list");
	pty_keys(pty, "2");
	pty_expect(pty, "beside somebody of the same name: Walk Inn");
	pty_expect(pty, "came: 2 of 2");
	expect_told(pty, "show Circle --json", "\"unannounced\":2");
	pty_keys(pty, "Ctrl-U");
	pty_expect(pty, "came: 1 of 2");
	pty_keys(pty, "Escape");
	leave_people(pty);
}

static void invitations_are_kept_up(void **state)
{
	struct pty *pty = open_people("en");

	(void)state;
	pty_keys(pty, "i");
	pty_expect(pty, "> 木村 茂");
	/* Whom to speak to by today, the longest overdue first. */
	pty_keys(pty, "b");
	pty_expect(pty, "2 of 4");
	pty_expect(pty, "> 木村 茂");
	pty_expect(pty, "2001-01-02 !");
	pty_keys(pty, "b s");
	pty_expect(pty, "1 not asked yet");
	pty_keys(pty, "3");
	pty_expect(pty, "Saved.");
	expect_person(pty, "\"status\":\"coming\",\"invited_by\":\"\",\"consent_contact\":0");
	/* An answer alone is saved, and a consent that was said. */
	pty_keys(pty, "Enter");
	pty_expect(pty, "In this workshop");
	pty_keys(pty, "Space Tab Tab Tab Tab Tab Right Enter");
	pty_expect_gone(pty, "In this workshop");
	expect_person(pty, "\"status\":\"absent\",\"invited_by\":\"\",\"consent_contact\":1");
	pty_keys(pty, "Enter");
	pty_expect(pty, "In this workshop");
	pty_keys(pty, "Tab Tab");
	pty_type(pty, "Sato");
	pty_keys(pty, "Tab Tab");
	pty_keys(pty, "Ctrl-A");
	pty_type(pty, "soon");
	pty_keys(pty, "Enter Enter Enter");
	pty_expect(pty, "“soon” is no date");
	pty_keys(pty, "Escape");
	pty_expect(pty, "Not saved");
	pty_keys(pty, "x");
	pty_expect(pty, "They did not come.");
	pty_keys(pty, "x");
	pty_expect(pty, "They are awaited again.");
	pty_keys(pty, "D");
	pty_expect(pty, "Deleted; u brings it back.");
	pty_expect_gone(pty, "木村");
	pty_keys(pty, "u");
	pty_expect(pty, "木村 茂");
	pty_keys(pty, "Home d");
	pty_expect(pty, "Off the list");
	pty_expect_gone(pty, "木村");
	pty_keys(pty, "u");
	pty_expect(pty, "木村 茂");
	leave_people(pty);
}

static void somebody_is_asked_out_of_the_directory(void **state)
{
	struct pty *pty = open_people("ja");

	(void)state;
	cli("new Next --start '2001-04-01 10:00'");
	pty_expect(pty, "Next");
	pty_keys(pty, "Down i");
	pty_expect(pty, "まだ誰もリストにいません");
	pty_keys(pty, "i");
	pty_expect(pty, "誰にお声かけしますか");
	pty_type(pty, "ハヤシ");
	pty_keys(pty, "Enter");
	pty_expect(pty, "1 林 次郎 (丘の上病院)");
	pty_keys(pty, "Enter");
	pty_expect(pty, "リストに加えました。");
	pty_expect(pty, "> 林 次郎");
	pty_keys(pty, "a");
	pty_expect(pty, "木村 茂");
	pty_keys(pty, "Home i");
	pty_expect(pty, "リストに加えました。");
	pty_keys(pty, "a");
	expect_told(pty, "export people Next --format json | tr -d '\\n '", "\"status\":\"not_asked\"");
	expect_told(pty, "show Next --json", "\"invited\":2");
	leave_people(pty);
}

static void open_list_again(struct pty *pty)
{
	pty_keys(pty, "I");
	pty_expect(pty, "Which list?");
	pty_keys(pty, "Enter");
}

static void a_list_is_looked_at_column_by_column_before_it_is_taken_in(void **state)
{
	struct pty *pty = open_people("en");
	char path[PATH_MAX];
	FILE *file;

	(void)state;
	snprintf(path, sizeof path, "%s/other.csv", stage_folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("だれ,立場,いつ\nAnn,市民,2001-05-05\nBob,町の人,\n森 花子,市民,\n", file);
	fclose(file);
	pty_keys(pty, "i");
	pty_expect(pty, "> 木村 茂");
	pty_keys(pty, "I");
	pty_expect(pty, "Which list?");
	pty_type(pty, "/nowhere.csv");
	pty_keys(pty, "Enter");
	pty_expect(pty, "/nowhere.csv");
	pty_keys(pty, "I");
	pty_expect(pty, "Which list?");
	pty_keys(pty, "Ctrl-A");
	pty_type(pty, "'");
	pty_type(pty, path);
	pty_type(pty, "' ");
	pty_keys(pty, "Enter");
	pty_expect(pty, "No column is headed");
	pty_expect(pty, "1 だれ → not read");
	pty_keys(pty, "1");
	pty_expect(pty, "1 name");
	pty_keys(pty, "1");
	pty_expect(pty, "1 added, 0 changed, 1 as before, 1 refused");
	pty_expect(pty, "row 3: “町の人” in column “立場”");
	pty_expect(pty, "2 だれ → name");
	/* What is read wrongly is read from no column. */
	pty_keys(pty, "3");
	pty_expect(pty, "not read");
	pty_keys(pty, "9");
	pty_expect(pty, "2 added, 0 changed, 1 as before, 0 refused");
	expect_told(pty, "show Circle --json", "\"invited\":4");
	pty_keys(pty, "1");
	pty_expect(pty, "Ann");
	expect_told(pty, "show Circle --json", "\"invited\":6");
	/* The next list of the kind is read the same way, until that is taken back or forgotten. */
	open_list_again(pty);
	pty_expect(pty, "Columns are read as was said for an earlier list like this.");
	pty_expect(pty, "2 だれ → name");
	pty_expect(pty, "4 いつ → not read");
	pty_keys(pty, "5");
	pty_expect(pty, "No column is headed");
	pty_expect(pty, "1 だれ → not read");
	pty_keys(pty, "Escape u");
	pty_expect(pty, "Taken back.");
	expect_told(pty, "show Circle --json", "\"invited\":4");
	open_list_again(pty);
	pty_expect(pty, "No column is headed");
	pty_keys(pty, "Escape");
	leave_people(pty);
}

static void how_many_come_is_shown_by_stance(void **state)
{
	struct pty *pty = open_people("en");

	(void)state;
	pty_keys(pty, "i");
	pty_expect(pty, "on the list:\u00a04  coming\u00a02  no answer yet\u00a01  not asked yet\u00a01");
	pty_keys(pty, "t");
	pty_expect(pty, "By stance:");
	pty_expect(pty, "student\u00a01");
	/* Once people come, they stand before those who said that they would. */
	pty_keys(pty, "Down c");
	pty_expect(pty, "By stance: came/said yes");
	pty_expect(pty, "student\u00a01/1");
	pty_keys(pty, "t");
	pty_expect_gone(pty, "By stance:");
	leave_people(pty);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(who_says_their_name_is_checked_in_by_its_reading, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(who_is_not_on_the_list_is_added_on_the_spot, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(invitations_are_kept_up, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(somebody_is_asked_out_of_the_directory, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(a_list_is_looked_at_column_by_column_before_it_is_taken_in, stage_setup, stage_teardown),
		cmocka_unit_test_setup_teardown(how_many_come_is_shown_by_stance, stage_setup, stage_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
