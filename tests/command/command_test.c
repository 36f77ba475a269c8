#include "command/command.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "command/manual.h"
#include "text/cell.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { HINT_COLS = 14 };

static int start_in_english(void **state)
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

static struct key parsed(const char *name)
{
	struct key key;

	assert_true(key_parse(name, strlen(name), &key));
	return key;
}

static void every_command_has_its_row(void **state)
{
	(void)state;
	assert_string_equal(command_infos[CMD_NONE].name, "");
	assert_string_equal(command_hint(CMD_NONE), "");
	for (enum command command = CMD_NONE + 1; command < CMD_COUNT; command++) {
		assert_int_equal(command_infos[command].command, command);
		assert_true(command_infos[command].scope < AT_COUNT);
		for (enum command other = CMD_NONE; other < command; other++)
			assert_string_not_equal(command_infos[command].name, command_infos[other].name);
	}
}

static void every_key_of_the_table_can_be_read(void **state)
{
	(void)state;
	for (enum command command = CMD_NONE + 1; command < CMD_COUNT; command++) {
		struct key keys[COMMAND_KEYS_MAX];
		size_t len = command_keys(command, keys, COUNT(keys)), words = 0;
		const char *text = command_infos[command].keys;
		for (const char *c = text; *c; c++)
			words += *c != ' ' && (c == text || c[-1] == ' ');
		if (len != words)
			fail_msg("%s: a key of “%s” cannot be read, or there are too many", command_infos[command].name, text);
	}
}

/* One key, one meaning: also no shadowing of a parent's key, since the footer shows both. */
static void no_key_means_two_commands_in_a_scope_or_its_parents(void **state)
{
	(void)state;
	for (enum command command = CMD_NONE + 1; command < CMD_COUNT; command++) {
		struct key keys[COMMAND_KEYS_MAX];
		size_t len = command_keys(command, keys, COUNT(keys));
		for (enum command_scope scope = 0; scope < AT_COUNT; scope++) {
			enum command_scope at = scope;
			while (at != command_infos[command].scope && scope_parent(at) != at)
				at = scope_parent(at);
			for (size_t i = 0; at == command_infos[command].scope && i < len; i++)
				if (command_of_key(scope, keys[i]) != command)
					fail_msg("a key of %s means %s in “%s”", command_infos[command].name,
						 command_infos[command_of_key(scope, keys[i])].name, scope_title(scope));
		}
	}
}

static void every_row_has_a_short_hint_and_a_sentence_of_help(void **state)
{
	(void)state;
	for (enum command command = CMD_NONE + 1; command < CMD_COUNT; command++) {
		const char *hint = command_hint(command), *help = command_help(command);
		int cols = text_cols(hint, strlen(hint));
		if (cols < 1 || cols > HINT_COLS)
			fail_msg("%s: the hint “%s” takes %d columns", command_infos[command].name, hint, cols);
		if (strlen(help) < 6 || strchr(help, '\n'))
			fail_msg("%s: the help “%s” is no sentence", command_infos[command].name, help);
		bool ends = help[strlen(help) - 1] == '.' || strcmp(help + strlen(help) - strlen("。"), "。") == 0;
		if (!ends)
			fail_msg("%s: the help “%s” does not end", command_infos[command].name, help);
	}
	for (enum command_scope scope = 0; scope < AT_COUNT; scope++)
		assert_string_not_equal(scope_title(scope), "");
}

static void a_key_is_looked_up_through_the_parents(void **state)
{
	static const struct {
		enum command_scope scope;
		const char *key;
		enum command command;
	} rows[] = {
		{ AT_run, "n", CMD_run_next },
		{ AT_run, "ｎ", CMD_run_next },
		{ AT_run, "Enter", CMD_run_next },
		{ AT_run, "「", CMD_run_take_five },
		{ AT_run, "　", CMD_run_pause },
		{ AT_run, "?", CMD_everywhere_help },
		{ AT_run, "？", CMD_everywhere_help },
		{ AT_run, "Ctrl-C", CMD_everywhere_quit },
		{ AT_run, "あ", CMD_NONE },
		{ AT_audience, "q", CMD_everywhere_quit },
		{ AT_everywhere, "n", CMD_NONE },
		{ AT_scribe, "n", CMD_scribe_note },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(command_of_key(rows[i].scope, parsed(rows[i].key)), rows[i].command);
}

/* What is typed into a field must never be a command. */
static void no_character_is_a_command_while_writing(void **state)
{
	(void)state;
	assert_int_equal(scope_parent(AT_edit), AT_edit);
	assert_int_equal(scope_parent(AT_pick), AT_pick);
	for (uint32_t point = ' '; point < 0x10000; point++) {
		struct key key = { .code = KEYCODE_CHAR, .point = point };
		assert_int_equal(command_of_key(AT_edit, key), CMD_NONE);
		assert_int_equal(command_of_key(AT_pick, key), CMD_NONE);
	}
	assert_int_equal(command_of_key(AT_edit, parsed("Ctrl-C")), CMD_edit_copy);
}

static size_t search(enum command_scope scope, const char *words, enum command found[CMD_COUNT])
{
	return command_search(scope, words, found, CMD_COUNT);
}

static void the_palette_finds_by_words_best_first(void **state)
{
	enum command found[CMD_COUNT];

	(void)state;
	assert_true(search(AT_run, "pause", found) >= 2);
	assert_int_equal(found[0], CMD_run_pause);
	assert_true(search(AT_run, "NEXT", found) >= 1);
	assert_int_equal(found[0], CMD_run_next);
	assert_true(search(AT_run, "run.skip", found) >= 1);
	assert_int_equal(found[0], CMD_run_skip);
	assert_true(search(AT_run, "ＳＫＩＰ", found) >= 1);
	assert_int_equal(found[0], CMD_run_skip);
	assert_true(search(AT_run, "minutes five less take", found) == 0);
	assert_int_equal(search(AT_run, "minutes　take", found), 2);
	assert_int_equal(search(AT_run, "take minutes", found), 2);
	assert_int_equal(search(AT_run, "no such command", found), 0);
}

static void the_palette_finds_in_the_users_language(void **state)
{
	enum command found[CMD_COUNT];

	(void)state;
	assert_true(search(AT_run, "ｼｬｯﾀｰ", found) >= 1);
	assert_int_equal(found[0], CMD_run_shutter);
	assert_true(search(AT_run, "しゃったー", found) >= 1);
	assert_int_equal(found[0], CMD_run_shutter);
	assert_true(search(AT_run, "skip", found) >= 1);
}

static void nothing_typed_lists_what_works_here_in_order(void **state)
{
	enum command found[CMD_COUNT];
	size_t len = search(AT_home, " ", found);

	(void)state;
	assert_true(len > 2);
	assert_int_equal(found[0], CMD_home_open);
	assert_int_equal(command_infos[found[len - 1]].scope, AT_everywhere);
	for (size_t i = 0; i < len; i++)
		assert_true(command_infos[found[i]].scope == AT_home || command_infos[found[i]].scope == AT_everywhere);
	for (size_t i = 1; i < len; i++)
		assert_true(command_infos[found[i - 1]].scope != command_infos[found[i]].scope || found[i - 1] < found[i]);
}

static void a_short_list_holds_the_best(void **state)
{
	enum command few[2], all[CMD_COUNT];

	(void)state;
	assert_true(search(AT_run, "the", all) > 2);
	assert_int_equal(command_search(AT_run, "the", few, 2), 2);
	assert_int_equal(few[0], all[0]);
	assert_int_equal(few[1], all[1]);
	assert_int_equal(command_search(AT_run, "the", few, 0), 0);
}

static void manuals_hold_every_command(void **state)
{
	struct buf markdown = { 0 }, roff = { 0 };

	(void)state;
	manual_markdown(&markdown);
	manual_roff(&roff);
	for (enum command command = CMD_NONE + 1; command < CMD_COUNT; command++) {
		struct key key;
		char name[KEY_NAME_LEN];
		assert_non_null(strstr(buf_text(&markdown), command_help(command)));
		if (command_keys(command, &key, 1) == 0)
			continue;
		key_print(key, name);
		assert_non_null(strstr(buf_text(&markdown), name));
	}
	assert_non_null(strstr(buf_text(&roff), "\\fBCtrl\\-L\\fR"));
	assert_non_null(strstr(buf_text(&roff), ".SS Facilitator\n"));
	assert_null(strstr(buf_text(&roff), "\n'"));
	buf_done(&markdown);
	buf_done(&roff);
}

int main(void)
{
#define IN_JAPANESE(test) cmocka_unit_test_setup_teardown(test, use_japanese, use_english)
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_command_has_its_row),
		cmocka_unit_test(every_key_of_the_table_can_be_read),
		cmocka_unit_test(no_key_means_two_commands_in_a_scope_or_its_parents),
		cmocka_unit_test(every_row_has_a_short_hint_and_a_sentence_of_help),
		IN_JAPANESE(every_row_has_a_short_hint_and_a_sentence_of_help),
		cmocka_unit_test(a_key_is_looked_up_through_the_parents),
		cmocka_unit_test(no_character_is_a_command_while_writing),
		cmocka_unit_test(the_palette_finds_by_words_best_first),
		IN_JAPANESE(the_palette_finds_in_the_users_language),
		cmocka_unit_test(nothing_typed_lists_what_works_here_in_order),
		cmocka_unit_test(a_short_list_holds_the_best),
		cmocka_unit_test(manuals_hold_every_command),
	};

	return cmocka_run_group_tests(tests, start_in_english, NULL);
}
