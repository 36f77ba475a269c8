/* The terminal floor on a real terminal: what is typed arrives, and what is painted stands there. */
#include "support/pty.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

static struct pty *start(const struct pty_options *options)
{
	const char *const argv[] = { getenv("ECHO_APP"), NULL };
	struct pty *pty = pty_start(argv, options);

	pty_expect(pty, "Ctrl-C");
	return pty;
}

static void leave(struct pty *pty)
{
	pty_keys(pty, "Ctrl-C");
	pty_expect_exit(pty, 0);
	pty_expect_restored(pty);
	pty_end(pty);
}

static void japanese_arrives_in_bursts(void **state)
{
	struct pty *pty = start(NULL);

	(void)state;
	assert_true(pty_is_alternate(pty));
	pty_expect_row(pty, 0, "echo 80x24 narrow");
	pty_type(pty, "配食の見守り");
	pty_expect_row(pty, 1, "> 配食の見守り");
	pty_expect_cursor(pty, 1, 14);
	pty_expect_row(pty, 3, "text 配食の見守り");
	pty_keys(pty, "a Backspace Left");
	pty_expect_cursor(pty, 1, 12);
	leave(pty);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(japanese_arrives_in_bursts, pty_end_all),
	};

	return cmocka_run_group_tests_name("term screen", tests, NULL, NULL);
}
