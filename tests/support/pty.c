#include "support/pty_private.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Long enough for a sanitized program on a machine that is busy with other work; only a failing test waits so long. */
enum { DEADLINE_MS = 15000, QUIET_MS = 20, SETTLE_MS = 60 };

static struct pty *all;

int64_t pty_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void take_report(struct pty *pty)
{
	struct pty_report report;

	if (read(pty->reports, &report, sizeof report) != (ssize_t)sizeof report)
		return;
	if (pty->last.program) {
		pty->stopped = WIFSTOPPED(report.wait_status);
		pty->exited = WIFEXITED(report.wait_status) || WIFSIGNALED(report.wait_status);
	}
	pty->last = report;
}

static void take_output(struct pty *pty, const char *bytes, size_t len)
{
	buf_add(&pty->sent, bytes, len);
	stream_read(&pty->stream, bytes, len);
	pty->feeding = true;
	vterm_input_write(pty->vterm, bytes, len);
	pty->feeding = false;
}

static bool read_output(struct pty *pty)
{
	char bytes[16384];
	ssize_t len = read(pty->master, bytes, sizeof bytes);

	if (len > 0)
		take_output(pty, bytes, (size_t)len);
	return len > 0;
}

static void write_outgoing(struct pty *pty)
{
	ssize_t len = write(pty->master, pty->outgoing.bytes, pty->outgoing.len);

	if (len > 0)
		buf_remove(&pty->outgoing, 0, (size_t)len);
}

bool pty_pump(struct pty *pty, int wait_ms)
{
	struct pollfd fds[] = { { .fd = pty->master, .events = POLLIN }, { .fd = pty->reports, .events = POLLIN } };

	if (pty->outgoing.len)
		fds[0].events |= POLLOUT;
	if (poll(fds, COUNT(fds), wait_ms) <= 0)
		return false;
	if (fds[1].revents & POLLIN)
		take_report(pty);
	if (fds[0].revents & POLLOUT)
		write_outgoing(pty);
	return (fds[0].revents & POLLIN) && read_output(pty);
}

void pty_flush(struct pty *pty)
{
	int64_t deadline = pty_now_ms() + DEADLINE_MS;

	while (pty->outgoing.len && pty->master >= 0 && pty_now_ms() < deadline)
		pty_pump(pty, 10);
	if (pty->outgoing.len)
		fail_msg("the program does not read its terminal");
}

static void open_terminal(struct pty *pty, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };

	if (openpty(&pty->master, &pty->slave, NULL, NULL, &size) != 0)
		fail_msg("openpty: %s", strerror(errno));
	fcntl(pty->master, F_SETFL, O_NONBLOCK);
	tcgetattr(pty->slave, &pty->start_modes);
}

static void stop_echo(struct pty *pty)
{
	pty->start_modes.c_lflag &= ~(tcflag_t)ECHO;
	tcsetattr(pty->slave, TCSANOW, &pty->start_modes);
}

struct pty *pty_start(const char *const argv[], const struct pty_options *options)
{
	static const struct pty_options none;
	struct pty *pty = mem_new(1, sizeof *pty);

	options = options ? options : &none;
	setlocale(LC_CTYPE, "C.UTF-8");
	pty->next = all;
	all = pty;
	pty->answers = options->answers;
	pty->lint_off = options->lint_off;
	open_terminal(pty, options->rows ? options->rows : 24, options->cols ? options->cols : 80);
	pty_screen_start(pty, options->rows ? options->rows : 24, options->cols ? options->cols : 80);
	if (options->echo_off)
		stop_echo(pty);
	if (options->early)
		pty_type(pty, options->early);
	pty->keeper = pty_child_start(argv, options, pty->slave, &pty->reports);
	take_report(pty);
	return pty;
}

static void forget(struct pty *pty)
{
	struct pty **link = &all;

	while (*link != pty)
		link = &(*link)->next;
	*link = pty->next;
}

static void free_pty(struct pty *pty)
{
	forget(pty);
	kill(-pty->last.program, SIGKILL);
	kill(pty->keeper, SIGKILL);
	waitpid(pty->keeper, NULL, 0);
	if (pty->master >= 0)
		close(pty->master);
	close(pty->slave);
	close(pty->reports);
	vterm_free(pty->vterm);
	buf_done(&pty->sent);
	buf_done(&pty->outgoing);
	buf_done(&pty->text);
	free(pty);
}

void pty_end(struct pty *pty)
{
	char complaint[sizeof pty->stream.complaint];

	memcpy(complaint, pty->stream.complaint, sizeof complaint);
	if (pty->lint_off)
		complaint[0] = '\0';
	free_pty(pty);
	if (complaint[0])
		fail_msg("sent to the terminal at %s", complaint);
}

int pty_end_all(void **state)
{
	(void)state;
	while (all)
		free_pty(all);
	return 0;
}

pid_t pty_pid(const struct pty *pty)
{
	return pty->last.program;
}

bool pty_has_exited(const struct pty *pty)
{
	return pty->exited;
}

int64_t pty_cpu_ms(const struct pty *pty)
{
	return pty->last.cpu_ms;
}

const char *pty_sent(const struct pty *pty, size_t *ret_len)
{
	*ret_len = pty->sent.len;
	return buf_text(&pty->sent);
}

bool pty_mode_is_on(const struct pty *pty, int mode)
{
	return mode >= 0 && mode < STREAM_MODES && pty->stream.modes[mode];
}

void pty_send(struct pty *pty, const char *bytes, size_t len)
{
	buf_add(&pty->outgoing, bytes, len);
	pty_flush(pty);
}

void pty_type(struct pty *pty, const char *text)
{
	pty_send(pty, text, strlen(text));
}

static bool all_is_read(struct pty *pty, const void *arg)
{
	int waiting = 0;

	(void)arg;
	return ioctl(pty->slave, FIONREAD, &waiting) != 0 || waiting == 0;
}

void pty_type_slowly(struct pty *pty, const char *text)
{
	int64_t deadline = pty_now_ms() + DEADLINE_MS;

	for (; *text; text++) {
		pty_send(pty, text, 1);
		while (!all_is_read(pty, NULL) && pty_now_ms() < deadline)
			pty_pump(pty, 1);
	}
}

void pty_resize(struct pty *pty, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };

	vterm_set_size(pty->vterm, rows, cols);
	ioctl(pty->master, TIOCSWINSZ, &size);
}

void pty_signal(struct pty *pty, int signal)
{
	kill(pty->last.program, signal);
}

void pty_hang_up(struct pty *pty)
{
	close(pty->master);
	pty->master = -1;
}

bool pty_wait(struct pty *pty, pty_condition *condition, const void *arg)
{
	int64_t deadline = pty_now_ms() + DEADLINE_MS;
	bool drawing = true;

	while (pty_now_ms() < deadline) {
		if (!drawing && condition(pty, arg))
			return true;
		drawing = pty_pump(pty, QUIET_MS);
	}
	return condition(pty, arg);
}

void pty_settle(struct pty *pty)
{
	int64_t deadline = pty_now_ms() + DEADLINE_MS;

	while (pty_pump(pty, SETTLE_MS) && pty_now_ms() < deadline)
		;
}
