#include "probe.h"

#include "base/env.h"
#include "write_all.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATIENCE_MS = 300, NARROW_COL = 2 };

static const char question[] = "\r①\033[6n";
static const char wipe[] = "\r  \r\033[K";

static int64_t now_ms(void)
{
	return env_now(&env_system).mono_ms;
}

/* ESC [ row ; col R at `at`: its length, else 0. */
static size_t report_len(const char *at, int *ret_col)
{
	char *end;

	if (strncmp(at, "\033[", 2) != 0)
		return 0;
	if (strtol(at + 2, &end, 10) <= 0 || *end != ';')
		return 0;
	*ret_col = (int)strtol(end + 1, &end, 10);
	return *end == 'R' ? (size_t)(end + 1 - at) : 0;
}

/* Takes the answer out of what came, and leaves what was typed. */
static bool take_report(struct buf *came, int *ret_col)
{
	for (size_t at = 0; at < came->len; at++) {
		size_t len = came->bytes[at] == '\033' ? report_len(came->bytes + at, ret_col) : 0;

		if (!len)
			continue;
		buf_remove(came, at, len);
		return true;
	}
	return false;
}

static bool read_more(int in, int64_t deadline_ms, struct buf *came)
{
	struct pollfd tty = { .fd = in, .events = POLLIN };
	int64_t left_ms = deadline_ms - now_ms();
	char bytes[256];
	ssize_t len;

	if (left_ms <= 0)
		return false;
	if (poll(&tty, 1, (int)left_ms) < 0)
		return errno == EINTR;
	if (!(tty.revents & POLLIN))
		return false;
	len = read(in, bytes, sizeof bytes);
	if (len > 0)
		buf_add(came, bytes, (size_t)len);
	return len > 0 || (len < 0 && errno == EINTR);
}

struct probe probe_ambiguous(int in, int out)
{
	struct probe probe = { 0 };
	int64_t deadline_ms = now_ms() + PATIENCE_MS;
	int col = 0;

	write_all(out, question, sizeof question - 1);
	while (!probe.answered && read_more(in, deadline_ms, &probe.early))
		probe.answered = take_report(&probe.early, &col);
	probe.wide = probe.answered && col > NARROW_COL;
	write_all(out, wipe, sizeof wipe - 1);
	return probe;
}
