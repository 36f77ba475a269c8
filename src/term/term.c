#include "term/term.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "names.h"
#include "ink.h"
#include "probe.h"
#include "restore.h"
#include "term_private.h"
#include "text/cell.h"
#include "write_all.h"

#include <errno.h>
#include <langinfo.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "curses_private.h"

enum { IN = STDIN_FILENO, OUT = STDOUT_FILENO };

/* Whoever comes over ssh says how large their terminal is, and each cell takes memory of this machine: more is not used. */
enum { ROWS_MAX = 500, COLS_MAX = 1000 };

/* Not by terminfo, which lacks them for terminals that have them (screen, foot, linux). */
static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";

static enum status check_place(struct fault *fault)
{
	const char *name = getenv("TERM");
	bool shows_screens;
	int found = 0;

	if (!isatty(IN) || !isatty(OUT))
		return fault_set(fault, ST_REFUSED,
				 _("This needs a terminal, for its keys and for its screen. "
				   "Line by line it goes without: yoriai run --plain"));
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		return fault_set(fault, ST_INVALID,
				 _("The character set is %s, and Japanese needs UTF-8. "
				   "Start with: LC_ALL=C.UTF-8 yoriai"),
				 nl_langinfo(CODESET));
	if (setupterm(NULL, OUT, &found) == ERR)
		return fault_set(fault, ST_NOT_FOUND,
				 _("Nothing is known about the terminal “%s”. Start with: TERM=xterm-256color yoriai; "
				   "or line by line: yoriai run --plain"),
				 name ? name : "");
	shows_screens = cursor_address && clear_screen;
	del_curterm(cur_term);
	if (!shows_screens)
		return fault_set(fault, ST_NOT_FOUND,
				 _("The terminal “%s” cannot show screens. "
				   "If yours can, start with: TERM=xterm-256color yoriai; "
				   "or line by line: yoriai run --plain"),
				 name);
	return ST_OK;
}

static void find_width(struct term *term, enum term_ambiguous ambiguous)
{
	struct termios raw_modes = term->shell_modes;
	struct probe probe = { .wide = ambiguous == TERM_AMBIGUOUS_WIDE };

	if (ambiguous == TERM_AMBIGUOUS_AUTO) {
		cfmakeraw(&raw_modes);
		tcsetattr(IN, TCSADRAIN, &raw_modes);
		probe = probe_ambiguous(IN, OUT);
		term->input.decode.report_due = !probe.answered;
		input_push(&term->input, &probe.early);
		buf_done(&probe.early);
	}
	text_set_ambiguous_wide(probe.wide);
}

static char restore_bytes[RESTORE_MAX];
static size_t restore_len;

static int collect(int byte)
{
	if (restore_len < sizeof restore_bytes)
		restore_bytes[restore_len++] = (char)byte;
	return byte;
}

/* What ends each thing that was begun; a description may lack any of them. */
static void prepare_restore(const struct term *term)
{
	const char *const ends[] = { exit_attribute_mode, orig_pair, keypad_local, exit_ca_mode, cursor_normal };

	restore_len = sizeof paste_off - 1;
	memcpy(restore_bytes, paste_off, restore_len);
	for (size_t i = 0; i < COUNT(ends); i++) {
		if (ends[i])
			tputs(ends[i], 1, collect);
	}
	restore_prepare(OUT, restore_bytes, restore_len, &term->shell_modes);
}

static void enter(struct term *term)
{
	write_all(OUT, paste_on, sizeof paste_on - 1);
	term->taken = term->whole = true;
}

/* Once more than endwin() does: a terminal that keeps one position for the other screen and for scrolling (libvterm)
 * comes back from it with the cursor as it was while curses scrolled. */
static void show_cursor(void)
{
	if (cursor_normal)
		tputs(cursor_normal, 1, putchar);
	fflush(stdout);
}

static void leave(struct term *term)
{
	if (!term->taken)
		return;
	term->taken = false;
	write_all(OUT, paste_off, sizeof paste_off - 1);
	endwin();
	show_cursor();
	tcsetattr(OUT, TCSADRAIN, &term->shell_modes);
	restore_is_due(false);
}

/* Whole pictures only: curses must not break off an update because a key came (typeahead). */
static void set_up_curses(void)
{
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	typeahead(-1);
	scrollok(stdscr, FALSE);
}

/* Curses makes a screen of whatever size it is told, before ours can be set. */
static SCREEN *start_screen(void)
{
	struct winsize size = { 0 };
	bool is_huge = ioctl(OUT, TIOCGWINSZ, &size) == 0 && (size.ws_row > ROWS_MAX || size.ws_col > COLS_MAX);

	if (is_huge) {
		setenv("LINES", "24", true);
		setenv("COLUMNS", "80", true);
	}
	SCREEN *screen = newterm(NULL, stdout, stdin);
	if (is_huge) {
		unsetenv("LINES");
		unsetenv("COLUMNS");
	}
	return screen;
}

static void leave_it(int signal)
{
	(void)signal;
}

/* Ctrl-Z is ours (stop): curses, where it finds it taken, does not take it itself, and give it up and back at every paint. */
static SCREEN *take_screen(void)
{
	struct sigaction taken = { .sa_handler = leave_it }, before;

	sigaction(SIGTSTP, &taken, &before);
	SCREEN *screen = start_screen();
	sigaction(SIGTSTP, &before, NULL);
	return screen;
}

static enum status start_curses(struct term *term, const struct term_options *options, struct fault *fault)
{
	const char *no_colour = getenv("NO_COLOR");

	term->screen = take_screen();
	if (!term->screen)
		return fault_set(fault, ST_IO, _("The terminal cannot be used: %s."), strerror(errno));
	prepare_restore(term);
	restore_is_due(true);
	set_up_curses();
	term->colours = !options->no_colour && !(no_colour && *no_colour) && ink_has_colours();
	term->names = names_read(&term->input.decode.names_len);
	term->input.decode.names = term->names;
	return ST_OK;
}

enum status term_open(const struct term_options *options, struct term **ret_term, struct fault *fault)
{
	struct term *term;
	enum status st = check_place(fault);

	if (st != ST_OK)
		return st;
	term = mem_new(1, sizeof *term);
	tcgetattr(IN, &term->shell_modes);
	st = input_open(&term->input, IN, fault);
	if (st != ST_OK)
		goto out;
	find_width(term, options->ambiguous);
	st = start_curses(term, options, fault);
	if (st != ST_OK)
		goto out;
	enter(term);
	term_resize(term);
	term_redraw(term, options->theme);
	*ret_term = term;
	return ST_OK;
out:
	tcsetattr(IN, TCSADRAIN, &term->shell_modes);
	term_close(term);
	return st;
}

void term_close(struct term *term)
{
	if (!term)
		return;
	leave(term);
	if (term->screen) {
		delscreen(term->screen);
		restore_forget();
	}
	input_close(&term->input);
	canvas_done(&term->shown);
	free(term->names);
	free(term);
}

int term_fd(const struct term *term)
{
	return term->input.armed ? term->input.both : term->input.tty;
}

void term_size(const struct term *term, int *ret_rows, int *ret_cols)
{
	*ret_rows = term->rows;
	*ret_cols = term->cols;
}

/* resize_term and not resizeterm, which would put a key into curses' own queue. */
bool term_resize(struct term *term)
{
	struct winsize size = { 0 };
	int rows = LINES, cols = COLS;

	if (ioctl(OUT, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col) {
		rows = size.ws_row < ROWS_MAX ? size.ws_row : ROWS_MAX;
		cols = size.ws_col < COLS_MAX ? size.ws_col : COLS_MAX;
	}
	if (rows == term->rows && cols == term->cols)
		return false;
	resize_term(rows, cols);
	term->rows = rows;
	term->cols = cols;
	term->whole = true;
	return true;
}

/* The group, as the keyboard's Ctrl-Z would; and only then does the signal reach us, if it waits in a descriptor. */
static void stop(void)
{
	static const struct timespec at_once;
	sigset_t stop_set, continue_set, before;

	sigemptyset(&stop_set);
	sigaddset(&stop_set, SIGTSTP);
	sigemptyset(&continue_set);
	sigaddset(&continue_set, SIGCONT);
	if (signal(SIGTSTP, SIG_DFL) == SIG_IGN) { /* there is no shell to go to */
		signal(SIGTSTP, SIG_IGN);
		return;
	}
	kill(0, SIGTSTP);
	sigprocmask(SIG_UNBLOCK, &stop_set, &before);
	/* Here the shell has the terminal. */
	if (sigismember(&before, SIGCONT))
		sigtimedwait(&continue_set, NULL, &at_once);
	sigprocmask(SIG_SETMASK, &before, NULL);
}

void term_suspend(struct term *term)
{
	leave(term);
	stop();
	term_resume(term);
}

/* Continued only to be ended: the terminal is the shell's now, and touching it would stop us again. */
static bool is_to_end(void)
{
	sigset_t waiting;

	sigpending(&waiting);
	return sigismember(&waiting, SIGTERM) || sigismember(&waiting, SIGHUP) || sigismember(&waiting, SIGINT) ||
	       sigismember(&waiting, SIGQUIT);
}

void term_resume(struct term *term)
{
	if (is_to_end())
		return;
	leave(term);
	doupdate();
	restore_is_due(true);
	enter(term);
	term_resize(term);
}
