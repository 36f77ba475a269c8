/* keys.c - from a key to the last byte of its answer, and the cost of doing nothing: yoriai beside the limit program.
 * keys YORIAI LIMIT BARE_CLOCK [ENTRIES]: both are open at once on 80x24 and are given one key each in turn. */
#include "rig.h"

#include "base/mem.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { KEYS = 300, QUIET_MS = 15, ESCAPE_MS = 80, SETTLE_MS = 1500, BETWEEN_SECONDS_MS = 800, IDLE_S = 10 };

/* What the room's view at 80x24 leaves to its digits, below the step's name. */
#define DIGIT_ROWS "15"
#define DIGIT_COLS "78"

struct runner {
	const char *name;
	pid_t pid;
	int fd;
	int64_t took_us[KEYS], bytes[KEYS];
};

static void start(struct runner *runner, const char *name, const char *const argv[])
{
	runner->name = name;
	runner->pid = rig_start(argv, &runner->fd);
}

/* Reads until nothing came for quiet_ms. The time of the last byte, and how many there were. */
static int64_t drain(struct runner *runner, int quiet_ms, int64_t *ret_bytes)
{
	struct pollfd fd = { .fd = runner->fd, .events = POLLIN };
	char piece[65536];
	int64_t last_us = rig_now_us();

	*ret_bytes = 0;
	while (poll(&fd, 1, quiet_ms) > 0) {
		ssize_t got = read(runner->fd, piece, sizeof piece);
		if (got <= 0)
			break;
		last_us = rig_now_us();
		*ret_bytes += got;
		/* The question where the cursor stands, which a terminal answers. */
		if (memmem(piece, (size_t)got, "\033[6n", 4) && write(runner->fd, "\033[1;2R", 6) < 0)
			break;
	}
	return last_us;
}

/* Waits out the time in which an Escape may be the beginning of another key. */
static void press(struct runner *runner, const char *key)
{
	int64_t bytes;

	if (write(runner->fd, key, strlen(key)) < 0)
		perror("bench");
	drain(runner, ESCAPE_MS, &bytes);
}

static void measure_key(struct runner *runner, const char *key, size_t index)
{
	int64_t start_us = rig_now_us();

	if (write(runner->fd, key, strlen(key)) < 0)
		perror("bench");
	runner->took_us[index] = drain(runner, QUIET_MS, &runner->bytes[index]) - start_us;
}

static void measure_typing(struct runner *mine, struct runner *limit)
{
	static const char *const keys[] = { "あ", "会", "議", "の", "記", "録", "事", "例", "検", "討", "班", "書", "記", "発", "言" };

	for (size_t i = 0; i < KEYS; i++) {
		measure_key(limit, keys[i % COUNT(keys)], i);
		measure_key(mine, keys[i % COUNT(keys)], i);
		if (i % COUNT(keys) != COUNT(keys) - 1)
			continue;
		press(limit, "\r");
		press(mine, "\033");
		press(mine, "n");
	}
}

static void report(struct runner *mine, struct runner *limit)
{
	double mine_us = rig_quantile(mine->took_us, KEYS, 0.5), limit_us = rig_quantile(limit->took_us, KEYS, 0.5);

	printf("typing Japanese, %d keys at 80x24: %.0f us, limit %.0f us, ratio %.2f; slowest 1 in 100: %.0f us, limit %.0f us; "
	       "%.0f bytes a key, limit %.0f\n",
	       KEYS, mine_us, limit_us, mine_us / limit_us, rig_quantile(mine->took_us, KEYS, 0.99),
	       rig_quantile(limit->took_us, KEYS, 0.99), rig_quantile(mine->bytes, KEYS, 0.5), rig_quantile(limit->bytes, KEYS, 0.5));
}

static long switches(pid_t pid)
{
	char path[64], line[256];
	long count = 0;

	snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
	FILE *file = fopen(path, "r");
	while (file && fgets(line, sizeof line, file))
		sscanf(line, "voluntary_ctxt_switches: %ld", &count);
	if (file)
		fclose(file);
	return count;
}

/* Returns the bytes a second. The last wait ends in time: a second more would count as a tenth of a wake-up. */
static double measure_idle(struct runner *runner, const char *what)
{
	int64_t bytes, end_us = rig_now_us() + IDLE_S * 1000000;
	long before = switches(runner->pid);
	int64_t all = 0;

	for (int64_t left_us; (left_us = end_us - rig_now_us()) > 0;) {
		struct pollfd fd = { .fd = runner->fd, .events = POLLIN };
		if (poll(&fd, 1, (int)(left_us / 1000)) > 0) {
			drain(runner, QUIET_MS, &bytes);
			all += bytes;
		}
	}
	printf("%s, untouched for %d s: %.2f wake-ups a second, %.0f bytes a second\n", what, IDLE_S,
	       (double)(switches(runner->pid) - before) / IDLE_S, (double)all / IDLE_S);
	return (double)all / IDLE_S;
}

static void stop(struct runner *runner)
{
	kill(runner->pid, SIGTERM);
	waitpid(runner->pid, NULL, 0);
	close(runner->fd);
}

/* Ten seconds: every last digit changes once, and the one before it. */
static double measure_clock(const char *what, const char *const argv[])
{
	struct runner clock = { 0 };
	int64_t bytes;

	start(&clock, what, argv);
	drain(&clock, BETWEEN_SECONDS_MS, &bytes); /* a running clock is never quiet for longer than a second */
	double bytes_a_second = measure_idle(&clock, what);
	stop(&clock);
	return bytes_a_second;
}

/* In the terminal's own colours, as the bare clock is; and in those of both themes. */
static void measure_clocks(const char *yoriai, const char *bare_clock)
{
	double bare = measure_clock("a bare clock of the same digits",
				    (const char *const[]){ bare_clock, DIGIT_ROWS, DIGIT_COLS, NULL });
	double plain = measure_clock("the room's view with a running clock, without colours",
				     (const char *const[]){ yoriai, "--theme", "plain", "audience", NULL });
	double dark = measure_clock("the room's view with a running clock, dark",
				    (const char *const[]){ yoriai, "--theme", "dark", "audience", NULL });
	double light = measure_clock("the room's view with a running clock, light",
				     (const char *const[]){ yoriai, "--theme", "light", "audience", NULL });

	printf("the room's clock, bytes a second against the bare clock: ratio %.2f, dark %.2f, light %.2f\n", plain / bare,
	       dark / bare, light / bare);
}

int main(int argc, char **argv)
{
	struct rig rig;
	struct runner mine = { 0 }, limit = { 0 };
	int64_t bytes;
	char command[256];

	if (argc < 4)
		return 2;
	rig_open(&rig, argc > 4 ? strtoul(argv[4], NULL, 10) : 0);
	setenv("YORIAI_DB", rig.db, 1);
	start(&limit, "limit", (const char *const[]){ argv[2], NULL });
	start(&mine, "yoriai", (const char *const[]){ argv[1], "scribe", "--table", "3", NULL });
	drain(&limit, SETTLE_MS, &bytes);
	drain(&mine, SETTLE_MS, &bytes);
	press(&mine, "n");
	measure_typing(&mine, &limit);
	report(&mine, &limit);
	press(&mine, "\033");
	drain(&mine, SETTLE_MS, &bytes);
	measure_idle(&mine, "a scribe's console with no clock running");
	snprintf(command, sizeof command, "'%1$s' clock start && '%1$s' clock add -1", argv[1]);
	if (system(command) == 0)
		measure_clocks(argv[1], argv[3]);
	stop(&mine);
	stop(&limit);
	rig_close(&rig);
	return 0;
}
