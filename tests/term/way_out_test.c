/* Every way out gives the terminal back, and a place that cannot show screens is told so in a sentence. */
#include "support/pty.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SOON_MS = 3000, LITTLE_MS = 200 };

static struct pty *start(const struct pty_options *options)
{
	const char *const argv[] = { getenv("ECHO_APP"), NULL };
	struct pty *pty = pty_start(argv, options);

	pty_expect(pty, "Ctrl-C");
	pty_type(pty, "書きかけ");
	pty_expect_row(pty, 1, "> 書きかけ");
	return pty;
}

static bool is_main_screen(struct pty *pty, const void *arg)
{
	(void)arg;
	return !pty_is_alternate(pty);
}

static bool is_alternate_screen(struct pty *pty, const void *arg)
{
	(void)arg;
	return pty_is_alternate(pty);
}

static void a_signal_ends_the_program_and_the_terminal_is_back(void **state)
{
	static const int signals[] = { SIGTERM, SIGINT, SIGHUP, SIGQUIT };

	(void)state;
	for (size_t i = 0; i < COUNT(signals); i++) {
		struct pty *pty = start(NULL);

		pty_signal(pty, signals[i]);
		pty_expect_exit(pty, 128 + signals[i]);
		pty_expect(pty, "bytes 12"); /* what it had to say, on the main screen */
		pty_expect_gone(pty, "書きかけ");
		pty_expect_restored(pty);
		pty_end(pty);
	}
}

/* Sent from outside: a sanitizer does not make a report of it, so the shell sees the signal in every build. */
static void a_fatal_signal_gives_the_terminal_back_first(void **state)
{
	static const int signals[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL };
	const char *const env[] = { "ASAN_OPTIONS=handle_segv=0:handle_sigbus=0:handle_sigfpe=0:handle_sigill=0",
				    NULL };

	(void)state;
	for (size_t i = 0; i < COUNT(signals); i++) {
		struct pty *pty = start(&(struct pty_options){ .env = env });

		pty_signal(pty, signals[i]);
		pty_expect_exit(pty, 128 + signals[i]);
		pty_expect_restored(pty);
		pty_end(pty);
	}
}

static void a_crash_gives_the_terminal_back_first(void **state)
{
	static const struct {
		const char *key;
		int status;
	} crashes[] = {
		{ "F9", 128 + SIGABRT },  /* abort() */
		{ "F10", 128 + SIGSEGV }, /* a wild pointer */
		{ "F11", 128 + SIGSEGV }, /* no stack left */
		{ "F12", 1 },             /* no memory left */
	};
	const char *const env[] = {
		"ASAN_OPTIONS=handle_segv=0:use_sigaltstack=0:allocator_may_return_null=1:detect_leaks=0", NULL,
	};

	(void)state;
	for (size_t i = 0; i < COUNT(crashes); i++) {
		struct pty *pty = start(&(struct pty_options){ .env = env });

		pty_keys(pty, crashes[i].key);
		pty_expect_exit(pty, crashes[i].status);
		pty_expect_restored(pty);
		pty_end(pty);
	}
}

static void control_z_stops_and_goes_on_where_it_was(void **state)
{
	struct pty *pty = start(NULL);

	(void)state;
	for (int i = 0; i < 2; i++) {
		pty_keys(pty, "Ctrl-Z");
		pty_expect_stopped(pty);
		pty_expect_restored(pty);
		pty_signal(pty, SIGCONT);
		pty_expect_that(pty, is_alternate_screen, NULL);
		pty_expect_row(pty, 1, "> 書きかけ");
		pty_expect_cursor(pty, 1, 10);
		assert_true(pty_mode_is_on(pty, 2004));
	}
	pty_type(pty, "続き");
	pty_expect_row(pty, 1, "> 書きかけ続き");
	pty_keys(pty, "Left");
	pty_expect_row(pty, 3, "key Left");
	pty_keys(pty, "Ctrl-C");
	pty_expect_exit(pty, 0);
	pty_expect_restored(pty);
	pty_end(pty);
}

static void a_stop_signal_is_obeyed_like_control_z(void **state)
{
	struct pty *pty = start(NULL);

	(void)state;
	pty_signal(pty, SIGTSTP);
	pty_expect_stopped(pty);
	pty_expect_restored(pty);
	pty_resize(pty, 20, 60); /* while it sleeps */
	pty_signal(pty, SIGCONT);
	pty_expect_row(pty, 0, "echo 60x20 narrow");
	pty_keys(pty, "Ctrl-C");
	pty_expect_exit(pty, 0);
	pty_expect_restored(pty);
	pty_end(pty);
}

/* Nobody can catch SIGSTOP; the screen is whole again after SIGCONT. */
static void stopped_by_force_it_takes_the_terminal_again(void **state)
{
	struct pty *pty = start(NULL);

	(void)state;
	pty_signal(pty, SIGSTOP);
	pty_expect_stopped(pty);
	pty_signal(pty, SIGCONT);
	pty_expect_row(pty, 1, "> 書きかけ");
	pty_type(pty, "字");
	pty_expect_row(pty, 1, "> 書きかけ字");
	pty_keys(pty, "Ctrl-C");
	pty_expect_exit(pty, 0);
	pty_expect_restored(pty);
	pty_end(pty);
}

static void ended_while_stopped_it_leaves_the_terminal_alone(void **state)
{
	struct pty *pty = start(NULL);

	(void)state;
	pty_keys(pty, "Ctrl-Z");
	pty_expect_stopped(pty);
	pty_signal(pty, SIGTERM);
	pty_signal(pty, SIGCONT);
	pty_expect_exit(pty, 128 + SIGTERM);
	pty_expect_restored(pty);
	pty_end(pty);
}

/* As when an ssh connection drops and the signal is ignored (nohup): it must notice by itself, and not spin. */
static void it_ends_soon_and_quietly_when_the_terminal_is_gone(void **state)
{
	struct pty *pty = start(&(struct pty_options){ .ignored = SIGHUP });
	int64_t gone_ms = pty_now_ms();

	(void)state;
	pty_hang_up(pty);
	pty_expect_exit(pty, 1);
	assert_in_range(pty_now_ms() - gone_ms, 0, SOON_MS);
	assert_in_range(pty_cpu_ms(pty), 0, LITTLE_MS);
	pty_end(pty);
}

static void what_it_was_told_to_ignore_it_ignores(void **state)
{
	static const int signals[] = { SIGHUP, SIGINT, SIGQUIT };

	(void)state;
	for (size_t i = 0; i < COUNT(signals); i++) {
		struct pty *pty = start(&(struct pty_options){ .ignored = signals[i] });

		pty_signal(pty, signals[i]);
		pty_type(pty, "続き");
		pty_expect_row(pty, 1, "> 書きかけ続き");
		pty_signal(pty, SIGTERM);
		pty_expect_exit(pty, 128 + SIGTERM);
		pty_end(pty);
	}
}

static void without_job_control_it_does_not_stop(void **state)
{
	struct pty *pty = start(&(struct pty_options){ .ignored = SIGTSTP });

	(void)state;
	pty_keys(pty, "Ctrl-Z");
	pty_expect_row(pty, 3, "key Ctrl-Z");
	pty_type(pty, "続き");
	pty_expect_row(pty, 1, "> 書きかけ続き");
	pty_keys(pty, "Ctrl-C");
	pty_expect_exit(pty, 0);
	pty_expect_restored(pty);
	pty_end(pty);
}

static void expect_refusal(const char *const env[], int status, const char *sentence)
{
	const char *const argv[] = { getenv("ECHO_APP"), NULL };
	struct pty *pty = pty_start(argv, &(struct pty_options){ .env = env, .cols = 160, .rows = 3 });

	pty_expect_exit(pty, status);
	pty_expect(pty, sentence);
	pty_expect_restored(pty);
	pty_end(pty);
}

static void a_place_that_cannot_show_screens_is_named(void **state)
{
	(void)state;
	expect_refusal((const char *const[]){ "TERM=no-such-terminal", NULL }, 78, "TERM=xterm-256color yoriai");
	expect_refusal((const char *const[]){ "TERM=no-such-terminal", NULL }, 78, "“no-such-terminal”");
	expect_refusal((const char *const[]){ "TERM", NULL }, 78, "TERM=xterm-256color yoriai");
	expect_refusal((const char *const[]){ "TERM=dumb", NULL }, 78, "“dumb” cannot show screens");
	expect_refusal((const char *const[]){ "LC_ALL=C", NULL }, 78, "LC_ALL=C.UTF-8 yoriai");
	expect_refusal((const char *const[]){ "LC_ALL=POSIX", NULL }, 78, "ANSI_X3.4-1968");
}

static void without_a_terminal_it_says_so(void **state)
{
	char command[1024];
	static const char *const places[] = { "</dev/null", ">/dev/null", "| cat" };

	(void)state;
	for (size_t i = 0; i < COUNT(places); i++) {
		const char *const argv[] = { "bash", "-c", command, NULL };
		struct pty *pty;

		snprintf(command, sizeof command, "set -o pipefail; '%s' %s", getenv("ECHO_APP"), places[i]);
		pty = pty_start(argv, NULL);
		pty_expect_exit(pty, 2);
		pty_expect(pty, "needs a terminal");
		pty_end(pty);
	}
}

static void nothing_of_the_screen_stays_behind(void **state)
{
	struct pty *pty = start(NULL);

	(void)state;
	pty_keys(pty, "Ctrl-C");
	pty_expect_exit(pty, 0);
	pty_expect_that(pty, is_main_screen, NULL);
	pty_expect_gone(pty, "書きかけ");
	pty_expect_gone(pty, "echo 80x24");
	pty_end(pty);
}

static const char *last_of(const char *text, const char *part)
{
	const char *last = NULL;

	for (const char *at = strstr(text, part); at; at = strstr(at + 1, part))
		last = at;
	return last;
}

/* Else a terminal that keeps one saved cursor for everything (libvterm) hides it again: curses saves it to scroll. */
static void the_cursor_is_shown_after_the_other_screen_was_left(void **state)
{
	static const int signals[] = { SIGTERM, SIGABRT };

	(void)state;
	for (size_t i = 0; i < COUNT(signals); i++) {
		struct pty *pty = start(NULL);
		size_t len;

		pty_signal(pty, signals[i]);
		pty_expect_exit(pty, 128 + signals[i]);
		pty_expect_restored(pty);
		const char *sent = pty_sent(pty, &len);
		assert_non_null(last_of(sent, "\033[?1049l"));
		assert_true(last_of(sent, "\033[?25h") > last_of(sent, "\033[?1049l"));
		pty_end(pty);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_signal_ends_the_program_and_the_terminal_is_back, pty_end_all),
		cmocka_unit_test_teardown(a_fatal_signal_gives_the_terminal_back_first, pty_end_all),
		cmocka_unit_test_teardown(a_crash_gives_the_terminal_back_first, pty_end_all),
		cmocka_unit_test_teardown(control_z_stops_and_goes_on_where_it_was, pty_end_all),
		cmocka_unit_test_teardown(a_stop_signal_is_obeyed_like_control_z, pty_end_all),
		cmocka_unit_test_teardown(stopped_by_force_it_takes_the_terminal_again, pty_end_all),
		cmocka_unit_test_teardown(ended_while_stopped_it_leaves_the_terminal_alone, pty_end_all),
		cmocka_unit_test_teardown(it_ends_soon_and_quietly_when_the_terminal_is_gone, pty_end_all),
		cmocka_unit_test_teardown(what_it_was_told_to_ignore_it_ignores, pty_end_all),
		cmocka_unit_test_teardown(without_job_control_it_does_not_stop, pty_end_all),
		cmocka_unit_test_teardown(a_place_that_cannot_show_screens_is_named, pty_end_all),
		cmocka_unit_test_teardown(without_a_terminal_it_says_so, pty_end_all),
		cmocka_unit_test_teardown(nothing_of_the_screen_stays_behind, pty_end_all),
		cmocka_unit_test_teardown(the_cursor_is_shown_after_the_other_screen_was_left, pty_end_all),
	};

	return cmocka_run_group_tests_name("term way out", tests, NULL, NULL);
}
