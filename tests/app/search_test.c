/* Words are looked for in everything, as they are typed, and what is found is opened where it stands. */
#include "app/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

static void write_all(void)
{
	char path[PATH_MAX];
	FILE *file;

	snprintf(path, sizeof path, "%s/cards.csv", stage_folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("number,name,strength\n3,市民病院,診察\n7,相談窓口「とびら」,夜の電話\n", file);
	fclose(file);
	cli("import cards '%s'", path);
	snprintf(path, sizeof path, "%s/people.csv", stage_folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("name,kana,affiliation\n佐藤はな,さとうはな,配食の会\n田中まき,たなかまき,町内会\n", file);
	fclose(file);
	cli("import people '%s'", path);
	cli("log --table 2 offer '犬の散歩をします'");
	cli("log --table 2 offer '夜の見守りをします'");
	cli("log --table 3 note '夜のバスがない' --kind barrier");
	cli("log --table 3 step 'ヨルの電話' --informal '町の電器店'");
}

static struct pty *open_search(const char *words)
{
	struct pty *pty = stage_open("--lang en", 24, 100, NULL);

	pty_expect(pty, "The radio");
	pty_keys(pty, "/");
	pty_expect(pty, "Type words;");
	pty_type(pty, words);
	return pty;
}

static void what_is_found_comes_up_with_each_key_and_is_opened_where_it_stands(void **state)
{
	struct pty *pty;

	(void)state;
	write_all();
	pty = open_search("夜");
	pty_expect(pty, "Found: 3");
	pty_expect(pty, "cards        相談窓口「とびら」           夜の電話");
	pty_expect(pty, "notes        Table 3");
	pty_keys(pty, "Enter"); /* a card among the cards, with the bar on it */
	pty_expect(pty, ">    7 ");
	pty_keys(pty, "q");
	pty_expect(pty, "Found: 3");
	pty_type(pty, " みまもり");
	pty_expect(pty, "Nothing holds"); /* kana is not kanji */
	pty_keys(pty, "Ctrl-A");
	pty_type(pty, "よる　電話");
	pty_expect(pty, "> story steps  Table 3                      ヨルの電話");
	pty_keys(pty, "Ctrl-A");
	pty_type(pty, "夜の　します"); /* q, ? and / are letters here, and a full-width blank parts words */
	pty_expect(pty, "> offers       Table 2");
	pty_keys(pty, "Enter");
	pty_expect(pty, ">   夜の見守りをします"); /* at the scribe's console, with the bar on it */
	pty_keys(pty, "q");
	pty_expect(pty, "Found: 1");
	pty_keys(pty, "Escape");
	pty_expect(pty, "The radio");
	stage_leave(pty);
}

static void a_person_is_found_by_what_is_said_of_them_and_shown_among_the_people(void **state)
{
	struct pty *pty;

	(void)state;
	write_all();
	pty = open_search("町内会");
	pty_expect(pty, "people       田中まき");
	pty_keys(pty, "Enter");
	pty_expect(pty, "佐藤はな");
	pty_expect(pty, "> 田中まき");
	pty_keys(pty, "q");
	pty_expect(pty, "Found: 1");
	pty_keys(pty, "Escape");
	pty_expect(pty, "The radio");
	stage_leave(pty);
}

/* Looks for the words from home, opens the only hit, and is back where it was. */
static void assert_opens(const char *words, const char *under_bar)
{
	struct pty *pty = open_search(words);

	pty_expect(pty, "Found: 1");
	pty_keys(pty, "Enter");
	pty_expect(pty, under_bar);
	pty_keys(pty, "q");
	pty_expect(pty, "Found: 1");
	pty_keys(pty, "Escape");
	pty_expect(pty, "The radio");
	stage_leave(pty);
}

static void what_is_planned_is_opened_in_the_plan_and_a_need_among_the_needs(void **state)
{
	char path[PATH_MAX];
	FILE *file;

	(void)state;
	snprintf(path, sizeof path, "%s/case.md", stage_folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("# 縁側の家\n\n雨戸が閉まったまま。\n", file);
	fclose(file);
	cli("plan --case '%s'", path);
	cli("needs --add '病院に行く足'");
	cli("needs --add '猫の世話'");
	assert_opens("雨戸", "> case");
	assert_opens("猫", ">   N2  猫の世話");
	assert_opens("round the corner", "Listen as if it were");
}

static void letters_that_are_commands_elsewhere_are_letters_here(void **state)
{
	struct pty *pty;

	(void)state;
	cli("log --table 1 note 'quick? a/b:' --kind idea");
	pty = open_search("q?a/:");
	pty_expect(pty, "/ q?a/:");
	pty_expect(pty, "Nothing holds");
	pty_keys(pty, "Ctrl-A");
	pty_type(pty, "ｑｕｉｃｋ？");
	pty_expect(pty, "Found: 1");
	pty_keys(pty, "Escape");
	pty_expect(pty, "The radio");
	stage_leave(pty);
}

static void what_others_write_meanwhile_is_found_too(void **state)
{
	struct pty *pty;

	(void)state;
	write_all();
	pty = open_search("散歩");
	pty_expect(pty, "Found: 1");
	cli("log --table 1 offer '猫の散歩'");
	pty_expect(pty, "Found: 2");
	pty_keys(pty, "Down Enter");
	pty_expect(pty, ">   犬の散歩をします");
	pty_keys(pty, "q Escape");
	pty_expect(pty, "The radio");
	stage_leave(pty);
}

static void a_search_is_printed_without_a_terminal(void **state)
{
	const char *said;

	(void)state;
	write_all();
	said = cli("screen search --find 'よるの'");
	assert_non_null(strstr(said, "ヨルの電話"));
	assert_null(strstr(said, "夜の電話"));
	assert_non_null(strstr(cli("--lang ja screen search"), "言葉を打つと"));
}

#define ON_STAGE(test) cmocka_unit_test_setup_teardown(test, stage_setup, stage_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		ON_STAGE(what_is_found_comes_up_with_each_key_and_is_opened_where_it_stands),
		ON_STAGE(a_person_is_found_by_what_is_said_of_them_and_shown_among_the_people),
		ON_STAGE(what_is_planned_is_opened_in_the_plan_and_a_need_among_the_needs),
		ON_STAGE(letters_that_are_commands_elsewhere_are_letters_here),
		ON_STAGE(what_others_write_meanwhile_is_found_too),
		ON_STAGE(a_search_is_printed_without_a_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
