/* pty.h - a program on a terminal of its own, driven and looked at by a test.
 * Tests only. The terminal is libvterm behind a pseudo terminal; the child has a session and a foreground process
 * group, so that Ctrl-Z, signals and the terminal's modes behave as under a shell. Everything waits for a condition
 * until a deadline; nothing sleeps. A failed expectation prints the screen and fails the cmocka test at the caller's
 * line.
 *
 *	static void greets(void **state)
 *	{
 *		const char *const argv[] = { program, "--theme", "dark", NULL };
 *		struct pty *pty = pty_start(argv, &(struct pty_options){ .rows = 24, .cols = 80 });
 *
 *		pty_expect(pty, "ようこそ");
 *		pty_keys(pty, "Down Down Enter");
 *		pty_type(pty, "配食の見守り");
 *		pty_expect_row(pty, 3, "> 配食の見守り");
 *		pty_keys(pty, "Ctrl-C");
 *		pty_expect_exit(pty, 0);
 *		pty_expect_restored(pty);
 *		pty_end(pty);
 *	}
 *	… cmocka_unit_test_teardown(greets, pty_end_all) …
 *
 * pty_end() also fails the test where the program ever sent what a terminal must not get (stream.h): so end each one.
 * */
#ifndef TESTS_SUPPORT_PTY_H
#define TESTS_SUPPORT_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct pty;

/* How the terminal answers the question where its cursor stands (ESC [ 6 n). */
enum pty_answers {
	PTY_ANSWERS,       /* as it is: ambiguous characters are one column wide */
	PTY_ANSWERS_WIDE,  /* one column more: as a terminal with wide ambiguous characters */
	PTY_ANSWERS_NEVER,
};

struct pty_options {
	int rows, cols;         /* 0: 24 and 80 */
	const char *const *env; /* "NAME=value" is set, "NAME" is taken out; NULL-ended. NULL: as the test's own */
	enum pty_answers answers;
	bool lint_off; /* for programs that are not ours */
	bool echo_off; /* the terminal itself writes back nothing: what comes after the program's end is not shown */
	int ignored;   /* a signal that the program starts with ignored, as under nohup; 0: none */
	const char *early; /* bytes that were typed before the program started; NULL: none */
};

struct pty *pty_start(const char *const argv[], const struct pty_options *options); /* options may be NULL */
void pty_end(struct pty *pty);   /* kills what still runs, fails on what the stream reader found, frees */
int pty_end_all(void **state);   /* cmocka teardown: ends what a failed test left behind */
pid_t pty_pid(const struct pty *pty);

/* Input. Each call is one write, and is done when the terminal took it (not when the program did). */
void pty_send(struct pty *pty, const char *bytes, size_t len);
void pty_type(struct pty *pty, const char *text);
void pty_type_slowly(struct pty *pty, const char *text); /* a byte when the program read the last */
void pty_keys(struct pty *pty, const char *names);       /* "Down Enter Ctrl-S Alt-Up F1 q Shift-Tab Space Escape" */
void pty_paste(struct pty *pty, const char *text);       /* bracketed where the program asked for it */
void pty_resize(struct pty *pty, int rows, int cols);
void pty_signal(struct pty *pty, int signal);            /* to the program alone */
void pty_hang_up(struct pty *pty);                       /* the terminal goes away, without SIGHUP */

/* Conditions: true as soon as it holds and the screen is quiet, false when it did not come true in time. */
typedef bool pty_condition(struct pty *pty, const void *arg);
bool pty_wait(struct pty *pty, pty_condition *condition, const void *arg);
void pty_settle(struct pty *pty); /* until nothing was drawn for a moment */
bool pty_pump(struct pty *pty, int wait_ms); /* one look at the terminal; did anything come? */

#define pty_expect(pty, text) pty_expect_at(pty, text, __FILE__, __LINE__)
#define pty_expect_gone(pty, text) pty_expect_gone_at(pty, text, __FILE__, __LINE__)
#define pty_expect_row(pty, row, text) pty_expect_row_at(pty, row, text, __FILE__, __LINE__)
#define pty_expect_cursor(pty, row, col) pty_expect_cursor_at(pty, row, col, __FILE__, __LINE__)
#define pty_expect_that(pty, condition, arg) pty_expect_that_at(pty, condition, arg, #condition, __FILE__, __LINE__)
#define pty_expect_exit(pty, status) pty_expect_exit_at(pty, status, __FILE__, __LINE__)
#define pty_expect_stopped(pty) pty_expect_stopped_at(pty, __FILE__, __LINE__)
#define pty_expect_restored(pty) pty_expect_restored_at(pty, __FILE__, __LINE__)

void pty_expect_at(struct pty *pty, const char *text, const char *file, int line); /* stands somewhere, in one row */
void pty_expect_gone_at(struct pty *pty, const char *text, const char *file, int line);
void pty_expect_row_at(struct pty *pty, int row, const char *text, const char *file, int line); /* all of the row */
void pty_expect_cursor_at(struct pty *pty, int row, int col, const char *file, int line);       /* and it is visible */
void pty_expect_that_at(struct pty *pty, pty_condition *condition, const void *arg, const char *name, const char *file,
			int line);
/* As a shell sees it: the exit status, or 128 + the signal that ended it. */
void pty_expect_exit_at(struct pty *pty, int status, const char *file, int line);
void pty_expect_stopped_at(struct pty *pty, const char *file, int line);
/* The tty's modes are those of the start, the main screen is back, cursor shown, paste and application modes off. */
void pty_expect_restored_at(struct pty *pty, const char *file, int line);

/* The screen as it is now. Texts are borrowed until the next call that gives text. */
const char *pty_row(struct pty *pty, int row);   /* trailing blanks trimmed */
const char *pty_screen(struct pty *pty);         /* all rows, each ended by LF */
bool pty_find(struct pty *pty, const char *text, int *ret_row, int *ret_col); /* results may be NULL */
void pty_dump(struct pty *pty);                  /* to stderr */

enum { PTY_COLOUR_DEFAULT = -1 };
struct pty_cell {
	uint32_t points[6]; /* 0-ended where shorter; all 0: never written, or the right half of a wide character */
	int cols;           /* 2: wide, 0: its right half */
	bool bold, underline, reverse;
	int ink, paper;     /* 0xRRGGBB, or PTY_COLOUR_DEFAULT */
};
struct pty_cell pty_cell(struct pty *pty, int row, int col);

bool pty_cursor_is_at(struct pty *pty, int row, int col); /* and visible */
bool pty_cursor_is_visible(const struct pty *pty);
bool pty_is_alternate(const struct pty *pty); /* the alternate screen */
bool pty_mode_is_on(const struct pty *pty, int mode); /* DEC private: 2004 bracketed paste, 1 cursor keys … */
int pty_bells(const struct pty *pty);
const char *pty_title(const struct pty *pty);

/* All that the program ever sent. Borrowed until more comes. */
const char *pty_sent(const struct pty *pty, size_t *ret_len);
bool pty_has_exited(const struct pty *pty);
int64_t pty_now_ms(void); /* for how long something took */
int64_t pty_cpu_ms(const struct pty *pty); /* spent by the program; known once it has exited */

#endif
