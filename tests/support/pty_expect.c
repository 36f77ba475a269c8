#include "support/pty_private.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>

static void fail_with_screen(struct pty *pty, const char *file, int line, const char *format, ...) PRINTF(4);
static void fail_with_screen(struct pty *pty, const char *file, int line, const char *format, ...)
{
	va_list args;

	fprintf(stderr, "%s:%d: ", file, line);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	pty_dump(pty);
	_fail(file, line);
}

static bool text_is_there(struct pty *pty, const void *text)
{
	return pty_find(pty, text, NULL, NULL);
}

static bool text_is_gone(struct pty *pty, const void *text)
{
	return !pty_find(pty, text, NULL, NULL);
}

void pty_expect_at(struct pty *pty, const char *text, const char *file, int line)
{
	if (!pty_wait(pty, text_is_there, text))
		fail_with_screen(pty, file, line, "expected on the screen: %s", text);
}

void pty_expect_gone_at(struct pty *pty, const char *text, const char *file, int line)
{
	if (!pty_wait(pty, text_is_gone, text))
		fail_with_screen(pty, file, line, "expected to be gone: %s", text);
}

struct row_text {
	int row;
	const char *text;
};

static bool row_is(struct pty *pty, const void *arg)
{
	const struct row_text *wanted = arg;

	return !strcmp(pty_row(pty, wanted->row), wanted->text);
}

void pty_expect_row_at(struct pty *pty, int row, const char *text, const char *file, int line)
{
	struct row_text wanted = { row, text };

	if (!pty_wait(pty, row_is, &wanted))
		fail_with_screen(pty, file, line, "expected row %d: “%s”", row, text);
}

static bool cursor_is_at(struct pty *pty, const void *arg)
{
	const VTermPos *wanted = arg;

	return pty_cursor_is_at(pty, wanted->row, wanted->col);
}

void pty_expect_cursor_at(struct pty *pty, int row, int col, const char *file, int line)
{
	VTermPos wanted = { row, col };

	if (!pty_wait(pty, cursor_is_at, &wanted))
		fail_with_screen(pty, file, line, "expected the cursor at row %d, column %d", row, col);
}

void pty_expect_that_at(struct pty *pty, pty_condition *condition, const void *arg, const char *name, const char *file,
			int line)
{
	if (!pty_wait(pty, condition, arg))
		fail_with_screen(pty, file, line, "expected: %s", name);
}

static bool has_exited(struct pty *pty, const void *arg)
{
	(void)arg;
	return pty->exited;
}

static bool has_stopped(struct pty *pty, const void *arg)
{
	(void)arg;
	return pty->stopped;
}

static int shell_status(int wait_status)
{
	return WIFSIGNALED(wait_status) ? 128 + WTERMSIG(wait_status) : WEXITSTATUS(wait_status);
}

void pty_expect_exit_at(struct pty *pty, int status, const char *file, int line)
{
	if (!pty_wait(pty, has_exited, NULL))
		fail_with_screen(pty, file, line, "expected to end with %d, but still runs", status);
	if (shell_status(pty->last.wait_status) != status)
		fail_with_screen(pty, file, line, "expected to end with %d, got %d", status,
				 shell_status(pty->last.wait_status));
}

void pty_expect_stopped_at(struct pty *pty, const char *file, int line)
{
	if (!pty_wait(pty, has_stopped, NULL))
		fail_with_screen(pty, file, line, "expected to be stopped");
}

static const char *restored_modes(struct pty *pty)
{
	struct termios now;

	if (tcgetattr(pty->slave, &now) != 0)
		return "the terminal is gone";
	if (now.c_iflag != pty->start_modes.c_iflag || now.c_oflag != pty->start_modes.c_oflag ||
	    now.c_lflag != pty->start_modes.c_lflag || now.c_cflag != pty->start_modes.c_cflag)
		return "tty modes are not those of the start";
	if (pty->alternate)
		return "still on the alternate screen";
	if (!pty->cursor_visible)
		return "the cursor is hidden";
	if (pty_mode_is_on(pty, 2004))
		return "bracketed paste is still on";
	if (pty_mode_is_on(pty, 1))
		return "cursor keys are still in application mode";
	return NULL;
}

void pty_expect_restored_at(struct pty *pty, const char *file, int line)
{
	const char *wrong;

	pty_settle(pty);
	wrong = restored_modes(pty);
	if (wrong)
		fail_with_screen(pty, file, line, "terminal not restored: %s", wrong);
}
