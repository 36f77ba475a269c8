/* The screen of cards, and with it all that directories do: rows are filtered, found, written, deleted, taken back; what is left in
 * a form is not lost; a person's card is kept back until they agree. */
#include "app/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <string.h>

static const char list[] =
	"number,name,kana,kind,area,state,verified_on,strength\n"
	"1,喫茶なぎ,きっさなぎ,場,北町,把握,2999-01-01,黙っていてもいい席\n"
	"2,隣の家の人,となりのいえのひと,人,川端,把握,,毎朝の声かけ\n"
	"3,町の電器店,まちのでんきてん,企業,川端,休止,2001-02-03,ラジオの修理\n"
	"4,みけの会,みけのかい,団体,川端,発掘,,ねこの見守り\n";

static const char *file_of(const char *text)
{
	static char path[PATH_MAX];
	FILE *file;

	snprintf(path, sizeof path, "%s/cards.csv", stage_folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	return path;
}

static struct pty *open_cards(void)
{
	cli("import cards '%s'", file_of(list));
	struct pty *pty = stage_open("--lang en", 24, 100, NULL);
	pty_keys(pty, "C");
	pty_expect(pty, "Resource cards");
	pty_expect(pty, ">    1        喫茶なぎ");
	return pty;
}

static void leave_cards(struct pty *pty)
{
	pty_keys(pty, "q");
	pty_expect(pty, "yoriai: workshops");
	stage_leave(pty);
}

#define expect_card(pty, text) expect_told(pty, "export cards --format json | tr -d '\\n '", text)

static void rows_are_narrowed_by_what_they_are_and_counted(void **state)
{
	struct pty *pty = open_cards();

	(void)state;
	pty_keys(pty, "a");
	pty_expect(pty, "川端 (3)");
	pty_keys(pty, "3");
	pty_expect(pty, "area: 川端");
	pty_expect(pty, "3 of 4");
	pty_expect_gone(pty, "喫茶なぎ");
	/* A filter more: what it leaves is counted within the first. */
	pty_keys(pty, "f 5");
	pty_expect(pty, "not for a year (1)");
	pty_keys(pty, "Down Enter");
	pty_expect(pty, "1 of 4");
	pty_expect(pty, "2001-02-03 !");
	pty_expect(pty, "not checked for a year");
	pty_keys(pty, "F");
	pty_expect(pty, "喫茶なぎ");
	pty_expect_gone(pty, "area: 川端");
	leave_cards(pty);
}

static void words_narrow_the_list_too_blind_to_kana_and_width(void **state)
{
	struct pty *pty = open_cards();

	(void)state;
	pty_keys(pty, "f PageDown PageDown Enter");
	pty_expect(pty, "Which words");
	pty_type(pty, "ネコ　ミマモリ");
	pty_keys(pty, "Enter");
	pty_expect(pty, "No line is like that");
	pty_keys(pty, "f PageDown PageDown Enter Ctrl-A");
	pty_type(pty, "ねこ　ミケ");
	pty_keys(pty, "Enter");
	pty_expect(pty, ">    4        みけの会");
	pty_expect(pty, "1 of 4");
	pty_keys(pty, "F");
	pty_expect(pty, "喫茶なぎ");
	/* Where / looks for words, the bar goes along. */
	pty_keys(pty, "/");
	pty_type(pty, "デンキ");
	pty_expect(pty, ">    3        町の電器店");
	pty_keys(pty, "Enter");
	leave_cards(pty);
}

static void words_are_looked_for_in_the_rows_as_they_are_now(void **state)
{
	struct pty *pty = open_cards();

	(void)state;
	pty_keys(pty, "/");
	pty_type(pty, "デンキ");
	pty_expect(pty, ">    3        町の電器店");
	pty_keys(pty, "Enter Ctrl-N");
	pty_expect(pty, "No other line holds");
	/* Somebody writes one more; and a filter hides it again. */
	cli("import cards '%s'", file_of("number,name,strength\n9,でんきの友,配線\n"));
	pty_expect(pty, "でんきの友");
	pty_keys(pty, "Ctrl-N");
	pty_expect(pty, ">    9        でんきの友");
	pty_keys(pty, "Ctrl-P");
	pty_expect(pty, ">    3        町の電器店");
	pty_keys(pty, "a 3");
	pty_expect(pty, "area: 川端");
	pty_keys(pty, "Ctrl-N");
	pty_expect(pty, "No other line holds");
	leave_cards(pty);
}

static void what_is_checked_changed_and_deleted_can_be_taken_back(void **state)
{
	struct pty *pty = open_cards();

	(void)state;
	pty_keys(pty, "Down Down v");
	pty_expect(pty, "Checked today");
	pty_expect_gone(pty, "2001-02-03");
	pty_keys(pty, "u");
	pty_expect(pty, "2001-02-03 !");
	pty_keys(pty, "s");
	pty_expect(pty, "being developed");
	pty_keys(pty, "3");
	pty_expect(pty, "being d");
	expect_card(pty, "\"state\":\"growing\"");
	pty_keys(pty, "d");
	pty_expect_gone(pty, "町の電器店");
	pty_keys(pty, "u");
	pty_expect(pty, ">    3        町の電器店");
	leave_cards(pty);
}

static void a_card_is_written_in_a_form_that_loses_nothing(void **state)
{
	struct pty *pty = open_cards();

	(void)state;
	pty_keys(pty, "n");
	pty_expect(pty, "A resource card");
	pty_type(pty, "寺の本堂");
	pty_keys(pty, "Escape");
	pty_expect(pty, "Not saved; u takes up again");
	pty_keys(pty, "u");
	pty_expect(pty, "寺の本堂");
	/* What cannot be read is said, and the form goes there. */
	for (int i = 0; i < 15; i++)
		pty_keys(pty, "Tab");
	pty_type(pty, "いつか");
	pty_keys(pty, "Enter");
	pty_expect(pty, "“いつか” is no date");
	pty_keys(pty, "Ctrl-A");
	pty_type(pty, "令和8年2月3日");
	pty_keys(pty, "Enter");
	pty_expect(pty, "Saved");
	pty_expect(pty, ">    5        寺の本堂");
	expect_card(pty, "\"verified_on\":\"2026-02-03\"");
	leave_cards(pty);
}

static void what_is_typed_outlives_the_console(void **state)
{
	struct pty *pty = open_cards();

	(void)state;
	pty_keys(pty, "n");
	pty_expect(pty, "A resource card");
	pty_type(pty, "河原のベンチ");
	pty_expect(pty, "河原のベンチ");
	pty_signal(pty, SIGHUP);
	pty_expect_exit(pty, 128 + SIGHUP);
	pty_end(pty);
	pty = stage_open("--lang en", 24, 100, NULL);
	pty_keys(pty, "C");
	pty_expect(pty, "Here is what you were writing");
	pty_expect(pty, "河原のベンチ");
	pty_keys(pty, "Enter");
	pty_expect(pty, ">    5        河原のベンチ");
	leave_cards(pty);
}

static void a_persons_card_is_kept_back_until_they_agree(void **state)
{
	struct pty *pty = open_cards();

	(void)state;
	assert_null(strstr(cli("export cards"), "隣の家の人"));
	pty_keys(pty, "Down");
	pty_expect(pty, "without consent: seen here only");
	pty_keys(pty, "c");
	pty_expect(pty, "They agree");
	expect_card(pty, "隣の家の人");
	pty_keys(pty, "c");
	pty_expect(pty, "seen here only, from now on");
	assert_null(strstr(cli("export cards"), "隣の家の人"));
	pty_keys(pty, "Up c");
	pty_expect(pty, "Only a person’s card needs consent");
	leave_cards(pty);
}

static void the_bar_stays_with_its_row_when_others_write(void **state)
{
	struct pty *pty = open_cards();

	(void)state;
	pty_keys(pty, "o");
	pty_expect(pty, "Order: reading");
	pty_keys(pty, "End");
	pty_expect(pty, ">    4        みけの会");
	cli("import cards '%s'", file_of("name,kana\nあおぞら市,あおぞらいち\n"));
	pty_expect(pty, "あおぞら市");
	pty_expect(pty, ">    4        みけの会");
	leave_cards(pty);
}

static void what_was_written_twice_elsewhere_and_here_is_chosen_from(void **state)
{
	static const char there[] = "number,name,area\n3,町の電器店,南町\n", here[] = "number,name,area\n3,町の電器店,東町\n";
	struct pty *pty;

	(void)state;
	cli("import cards '%s'", file_of(list));
	cli("backup '%s/away.db'", stage_folder);
	cli("--db '%s/away.db' import cards '%s'", stage_folder, file_of(there));
	cli("import cards '%s'", file_of(here));
	assert_null(strstr(cli("merge '%s/away.db' 2>&1", stage_folder), "source_said"));
	pty = stage_open("--lang en", 24, 100, NULL);
	pty_keys(pty, "C");
	pty_expect(pty, ">    1        喫茶なぎ");
	/* Wherever the bar is: it goes to the card in question. */
	pty_keys(pty, "V");
	pty_expect(pty, "“area” was written twice: which stays?");
	pty_expect(pty, "at this computer: 東町");
	pty_expect(pty, "南町");
	pty_keys(pty, "Escape");
	pty_expect(pty, ">    3        町の電器店");
	pty_expect(pty, "Written twice; V shows both.");
	pty_keys(pty, "V");
	pty_expect(pty, "which stays?");
	pty_keys(pty, "2");
	pty_expect(pty, "Chosen; u takes it back.");
	pty_expect_gone(pty, "Written twice; V shows both.");
	pty_keys(pty, "V");
	pty_expect(pty, "Nothing here was written twice.");
	pty_keys(pty, "u");
	pty_expect(pty, "Written twice; V shows both.");
	leave_cards(pty);
}

#define ON_STAGE(test) cmocka_unit_test_setup_teardown(test, stage_setup, stage_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		ON_STAGE(rows_are_narrowed_by_what_they_are_and_counted),
		ON_STAGE(words_narrow_the_list_too_blind_to_kana_and_width),
		ON_STAGE(words_are_looked_for_in_the_rows_as_they_are_now),
		ON_STAGE(what_is_checked_changed_and_deleted_can_be_taken_back),
		ON_STAGE(a_card_is_written_in_a_form_that_loses_nothing),
		ON_STAGE(what_is_typed_outlives_the_console),
		ON_STAGE(a_persons_card_is_kept_back_until_they_agree),
		ON_STAGE(the_bar_stays_with_its_row_when_others_write),
		ON_STAGE(what_was_written_twice_elsewhere_and_here_is_chosen_from),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
