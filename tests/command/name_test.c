/* Commands as they are typed on a line: every one of the table can be reached, and words behind it are kept as typed. */
#include "command/name.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int start(void **state)
{
	(void)state;
	setlocale(LC_ALL, "");
	bindtextdomain("yoriai", getenv("YORIAI_PO"));
	bind_textdomain_codeset("yoriai", "UTF-8");
	textdomain("yoriai");
	i18n_use("en");
	return 0;
}

static int use_japanese(void **state)
{
	(void)state;
	i18n_use("ja");
	return i18n_is_japanese() ? 0 : -1;
}

static int use_english(void **state)
{
	(void)state;
	i18n_use("en");
	return 0;
}

static enum command_scope root_of(enum command_scope scope)
{
	while (scope_parent(scope) != scope)
		scope = scope_parent(scope);
	return scope;
}

static void expect(enum command_scope scope, const char *line, enum command wanted, const char *wanted_words)
{
	enum command found[CMD_COUNT];
	const char *words;
	size_t len = command_of_line(scope, line, found, CMD_COUNT, &words);

	if (len != 1 || found[0] != wanted)
		fail_msg("“%s” means %zu commands, the first %s, not %s", line, len, len ? command_infos[found[0]].name : "none",
			 command_infos[wanted].name);
	assert_string_equal(words, wanted_words);
}

/* In its own scope, and where lines are typed. */
static void expect_name(enum command command, const char *name)
{
	enum command_scope scope = command_infos[command].scope;

	if (root_of(scope) == AT_everywhere)
		expect(scope, name, command, "");
	if (scope == AT_run || scope == AT_everywhere)
		expect(AT_plain, name, command, "");
}

static void every_command_is_reached_by_name_and_hint(void **state)
{
	(void)state;
	for (enum command command = CMD_NONE + 1; command < CMD_COUNT; command++) {
		expect_name(command, command_infos[command].name);
		expect_name(command, strchr(command_infos[command].name, '.') + 1);
		expect_name(command, command_infos[command].hint);
		expect_name(command, command_hint(command));
	}
}

static void a_line_means_one_command_and_its_words(void **state)
{
	static const struct {
		const char *line;
		enum command command;
		const char *words;
	} rows[] = {
		{ "next", CMD_run_next, "" },
		{ "  NEXT  ", CMD_run_next, "" },
		{ "ｎｅｘｔ", CMD_run_next, "" },
		{ "next step", CMD_run_next, "" },
		{ "next table", CMD_run_hand_over, "" },
		{ "table_state 3 ready", CMD_run_table_state, "3 ready" },
		{ "table state　３", CMD_run_table_state, "３" },
		{ "run.table_state 3", CMD_run_table_state, "3" },
		{ "table 3", CMD_plain_table, "3" },
		{ "add 3", CMD_run_add_typed, "3" },
		{ "message あと5分です  お願いします", CMD_run_message, "あと5分です  お願いします" },
		{ "mess あと5分です", CMD_run_message, "あと5分です" },
		{ "shut", CMD_run_shutter, "" },
		{ "+", CMD_run_add_minute, "" },
		{ "＋", CMD_run_add_minute, "" },
		{ "G 2", CMD_run_pass, "2" },
		{ "g", CMD_run_hand_over, "" },
		{ "?", CMD_everywhere_help, "" },
		{ "help time", CMD_everywhere_help, "time" },
		{ "every 5", CMD_plain_every, "5" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect(AT_plain, rows[i].line, rows[i].command, rows[i].words);
}

static void a_line_in_japanese_means_the_same(void **state)
{
	(void)state;
	expect(AT_plain, "次の項目", CMD_run_next, "");
	expect(AT_plain, "次の項", CMD_run_next, "");
	expect(AT_plain, "しゃったー", CMD_run_shutter, "");
	expect(AT_plain, "ﾃｰﾌﾞﾙの様子　2 発表", CMD_run_table_state, "2 発表");
	expect(AT_plain, "message あと5分です", CMD_run_message, "あと5分です");
}

static size_t meanings(const char *line)
{
	enum command found[CMD_COUNT];
	const char *words;

	return command_of_line(AT_plain, line, found, CMD_COUNT, &words);
}

static void what_is_unclear_is_told_apart_from_what_is_unknown(void **state)
{
	(void)state;
	assert_true(meanings("ta") > 1);
	assert_true(meanings("turn 3") > 1);
	assert_int_equal(meanings("frobnicate"), 0);
	assert_int_equal(meanings(""), 0);
	assert_int_equal(meanings("\xe3\x80\x80"), 0);
	assert_int_equal(meanings("\xff\xfe"), 0);
	assert_int_equal(meanings("1"), 0);
	assert_int_equal(meanings("３"), 0);
}

static void only_whole_names_stop_a_question(void **state)
{
	(void)state;
	assert_true(command_is_named(CMD_pick_cancel, "Cancel"));
	assert_false(command_is_named(CMD_pick_cancel, "can"));
	assert_false(command_is_named(CMD_pick_cancel, "cancel it"));
	assert_false(command_is_named(CMD_pick_cancel, ""));
}

int main(void)
{
#define IN_JAPANESE(test) cmocka_unit_test_setup_teardown(test, use_japanese, use_english)
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_command_is_reached_by_name_and_hint),
		IN_JAPANESE(every_command_is_reached_by_name_and_hint),
		cmocka_unit_test(a_line_means_one_command_and_its_words),
		IN_JAPANESE(a_line_in_japanese_means_the_same),
		cmocka_unit_test(what_is_unclear_is_told_apart_from_what_is_unknown),
		cmocka_unit_test(only_whole_names_stop_a_question),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
