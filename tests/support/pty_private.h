/* pty_private.h - what the files of the pty harness share. */
#ifndef TESTS_SUPPORT_PTY_PRIVATE_H
#define TESTS_SUPPORT_PTY_PRIVATE_H

#include "base/buf.h"
#include "support/pty.h"
#include "support/stream.h"

#include <sys/resource.h>
#include <termios.h>
#include <vterm.h>

/* What the keeper (pty_child.c) tells about the program each time its state changes. */
struct pty_report {
	pid_t program;
	int wait_status; /* as from waitpid(); meaningless in the first report, which only brings the pid */
	int64_t cpu_ms;
};

struct pty {
	int master;
	int slave;  /* kept open to read the modes and what the program has not read yet */
	int reports;
	pid_t keeper;
	struct pty_report last;
	bool exited, stopped;

	VTerm *vterm;
	VTermScreen *screen;
	enum pty_answers answers;
	bool feeding; /* libvterm is reading output: what it sends now are answers, not keys */
	bool lint_off;
	bool cursor_visible, alternate;
	int bells;
	char title[256];

	struct termios start_modes;
	struct stream stream;
	struct buf sent;     /* by the program */
	struct buf outgoing; /* to the program, not yet taken */
	struct buf text;     /* what pty_row() and pty_screen() handed out */
	struct pty *next;
};

/* pty_child.c: starts the program under a keeper. Returns the keeper; *ret_reports is where its reports come from. */
pid_t pty_child_start(const char *const argv[], const struct pty_options *options, int slave, int *ret_reports);

/* pty_screen.c: libvterm with its callbacks. */
void pty_screen_start(struct pty *pty, int rows, int cols);

void pty_flush(struct pty *pty); /* until the terminal took all of outgoing */

#endif
