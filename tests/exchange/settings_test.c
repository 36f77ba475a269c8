/* A person's own settings: what counts is read, what is wrong is named by its line, and a command is kept as it was
 * written. */
#include "exchange/settings.h"

#include "base/buf.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static void lines_are_read(void **state)
{
	static const char text[] =
		"\n  # what sounds\non_warning=echo \"$YORIAI_ITEM\" # not a comment\n\ton_end =  a = b \r\n"
		"bell = silent";
	struct settings settings = { 0 };

	(void)state;
	assert_int_equal(settings_parse(text, strlen(text), &settings, NULL), ST_OK);
	assert_string_equal(settings.hooks[HOOK_ON_WARNING], "echo \"$YORIAI_ITEM\" # not a comment");
	assert_string_equal(settings.hooks[HOOK_ON_END], "a = b");
	assert_null(settings.hooks[HOOK_ON_OVER]);
	assert_true(settings.silent);
	assert_int_equal(settings_parse("", 0, &settings, NULL), ST_OK);
	assert_false(settings.silent);
	settings_done(&settings);
}

static void a_wrong_line_is_named_and_left_out(void **state)
{
	static const struct {
		const char *line, *complaint;
	} rows[] = {
		{ "on_start = x", "line 2: “on_start” is not known" },
		{ "ON_END = x", "line 2: “ON_END” is not known" },
		{ "on_end", "line 2: write “key = value”; found “on_end”." },
		{ "= x", "line 2: “” is not known" },
		{ "on_end =", "line 2: nothing stands behind “on_end =”." },
		{ "bell = off", "line 2: bell is “on” or “silent”, not “off”." },
		{ "on_warning = y", "line 2: on_warning was set before." },
		{ "on_end = a\x1b[2Jb", "line 2: it holds what no text editor writes." },
		{ "on_end = \xff\xfe", "line 2: it holds what no text editor writes." },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct settings settings = { 0 };
		struct fault fault = { "" };
		struct buf text = { 0 };
		buf_addf(&text, "on_warning = x\n%s\non_over = z\nalso wrong\n", rows[i].line);
		assert_int_equal(settings_parse(buf_text(&text), text.len, &settings, &fault), ST_INVALID);
		assert_memory_equal(fault.text, rows[i].complaint, strlen(rows[i].complaint));
		assert_string_equal(settings.hooks[HOOK_ON_WARNING], "x");
		assert_null(settings.hooks[HOOK_ON_END]);
		assert_string_equal(settings.hooks[HOOK_ON_OVER], "z");
		assert_false(settings.silent);
		buf_done(&text);
		settings_done(&settings);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_read),
		cmocka_unit_test(a_wrong_line_is_named_and_left_out),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
