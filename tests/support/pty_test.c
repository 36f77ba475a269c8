/* The harness itself, on programs that every system has. Also the shortest example of its use. */
#include "support/pty.h"
#include "support/stream.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <signal.h>
#include <string.h>

static struct pty *start_shell(const char *script)
{
	const char *const argv[] = { "sh", "-c", script, NULL };

	return pty_start(argv, &(struct pty_options){ .rows = 5, .cols = 40 });
}

static void a_screen_is_read_in_columns(void **state)
{
	struct pty *pty = start_shell("printf '一二3か\\r\\n\\033[1;31mred\\033[m'; read x");
	int row, col;

	(void)state;
	pty_expect_row(pty, 0, "一二3か");
	pty_expect_cursor(pty, 1, 3);
	assert_true(pty_find(pty, "か", &row, &col));
	assert_int_equal(row, 0);
	assert_int_equal(col, 5);
	assert_int_equal(pty_cell(pty, 0, 0).cols, 2);
	assert_int_equal(pty_cell(pty, 0, 1).cols, 0);
	assert_true(pty_cell(pty, 1, 0).bold);
	assert_int_not_equal(pty_cell(pty, 1, 0).ink, PTY_COLOUR_DEFAULT);
	pty_keys(pty, "Enter");
	pty_expect_exit(pty, 0);
	pty_end(pty);
}

static void a_shell_would_see_the_same_status(void **state)
{
	struct pty *pty = start_shell("exit 78");

	(void)state;
	pty_expect_exit(pty, 78);
	pty_end(pty);
	pty = start_shell("kill -TERM $$");
	pty_expect_exit(pty, 128 + SIGTERM);
	pty_end(pty);
}

static bool modes_were_kept(struct pty *pty)
{
	return !pty_is_alternate(pty) && pty_cursor_is_visible(pty) && !pty_mode_is_on(pty, 2004);
}

static void modes_left_behind_are_seen(void **state)
{
	struct pty *pty = start_shell("printf '\\033[?1049h\\033[?2004h\\033[?25lup'; read x; "
				      "printf '\\033[?1049l\\033[?2004l\\033[?25hdown'");

	(void)state;
	pty_expect(pty, "up");
	assert_true(pty_is_alternate(pty));
	assert_true(pty_mode_is_on(pty, 2004));
	assert_false(pty_cursor_is_visible(pty));
	pty_keys(pty, "Enter");
	pty_expect(pty, "down");
	assert_true(modes_were_kept(pty));
	pty_expect_exit(pty, 0);
	pty_expect_restored(pty);
	pty_end(pty);
}

static void a_stopped_program_goes_on(void **state)
{
	struct pty *pty = start_shell("kill -STOP $$; echo again");

	(void)state;
	pty_expect_stopped(pty);
	pty_signal(pty, SIGCONT);
	pty_expect(pty, "again");
	pty_expect_exit(pty, 0);
	pty_end(pty);
}

static void a_paste_is_bracketed_only_where_asked_for(void **state)
{
	struct pty *pty = start_shell("stty -icanon -echo; printf '\\033[?2004hready'; head -c 14 | od -An -c; read x");

	(void)state;
	pty_expect(pty, "ready");
	pty_paste(pty, "ab");
	pty_expect(pty, "033   [   2   0   0");
	pty_end(pty);
}

static void what_a_terminal_must_not_get_is_complained_of(void **state)
{
	static const struct {
		const char *sent, *complaint;
	} cases[] = {
		{ "plain 日本 \033[1;31mred\033[m\r\n\033(B\033)0\016q\017\033[?1049h\a", NULL },
		{ "\033]2;title\033\\\033]0;title\a", NULL },
		{ "か\u309A", NULL }, /* has no composed form */
		{ "か\u3099", "compose" },
		{ "a\u200Db", "format" },
		{ "\u845B\uFE0F", "selector" },
		{ "a\u202Eb", "format" },
		{ "\u2028", "unprintable" },
		{ "\001", "control" },
		{ "a\033]52;c;AAAA\a", "string" },
		{ "\033[5n", "sequence" },
		{ "\033c", NULL },
		{ "a\xE3\x81q", "invalid" },
		{ "\xC2\x9B", "unprintable" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct stream stream = { 0 };

		stream_read(&stream, cases[i].sent, strlen(cases[i].sent));
		if (cases[i].complaint)
			assert_non_null(strstr(stream.complaint, cases[i].complaint));
		else
			assert_string_equal(stream.complaint, "");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_screen_is_read_in_columns, pty_end_all),
		cmocka_unit_test_teardown(a_shell_would_see_the_same_status, pty_end_all),
		cmocka_unit_test_teardown(modes_left_behind_are_seen, pty_end_all),
		cmocka_unit_test_teardown(a_stopped_program_goes_on, pty_end_all),
		cmocka_unit_test_teardown(a_paste_is_bracketed_only_where_asked_for, pty_end_all),
		cmocka_unit_test(what_a_terminal_must_not_get_is_complained_of),
	};

	return cmocka_run_group_tests_name("support", tests, NULL, NULL);
}
