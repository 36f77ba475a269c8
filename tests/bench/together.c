/* together.c - many scribes at one bell, and how long a line takes from one console's disk to another's screen.
 * together YORIAI [SCRIBES]: real consoles on terminals of their own, beside limits that do just the same with nothing else: bare
 * inserts at a bell, and a program that waits for a touched file and writes the newest row to its terminal. Ends with 1 where a line
 * was lost. That killed consoles lose none is a test (tests/app/storm_test.c). */
#include "rig.h"

#include "base/buf.h"
#include "base/mem.h"
#include "store/store.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SCRIBES = 12, SCRIBES_MAX = 64, BELLS = 20, LINES = 200, LINE_LEN = 6, TABLE = 3 };
enum { PATIENCE_MS = 10000, QUIET_MS = 15, PAUSE_US = 7000 };

static const char bare_schema[] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;"
				  "CREATE TABLE IF NOT EXISTS t(a)";

struct console {
	pid_t pid;
	int fd;
	struct buf seen; /* of the terminal, since the last look */
};

static void open_console(struct console *console, const char *const argv[])
{
	*console = (struct console){ 0 };
	console->pid = rig_start(argv, &console->fd);
}

static void close_console(struct console *console)
{
	kill(console->pid, SIGTERM);
	waitpid(console->pid, NULL, 0);
	close(console->fd);
	buf_done(&console->seen);
}

/* Reads what is there; true once it holds the text. */
static bool look(struct console *console, const char *text)
{
	char piece[65536];
	ssize_t got = read(console->fd, piece, sizeof piece);

	if (got > 0) {
		buf_add(&console->seen, piece, (size_t)got);
		/* The question where the cursor stands, which a terminal answers. */
		if (memmem(piece, (size_t)got, "\033[6n", 4) && write(console->fd, "\033[1;2R", 6) < 0)
			perror("bench");
	}
	return console->seen.len && memmem(console->seen.bytes, console->seen.len, text, strlen(text));
}

static int64_t wait_for(struct console *console, const char *text)
{
	struct pollfd fd = { .fd = console->fd, .events = POLLIN };

	while (poll(&fd, 1, PATIENCE_MS) > 0)
		if (look(console, text))
			return rig_now_us();
	fprintf(stderr, "bench: “%s” was never drawn\n", text);
	exit(1);
}

static void drain(struct console *console)
{
	struct pollfd fd = { .fd = console->fd, .events = POLLIN };

	while (poll(&fd, 1, QUIET_MS) > 0)
		look(console, "");
	buf_clear(&console->seen);
}

static void type(struct console *console, const char *keys)
{
	if (write(console->fd, keys, strlen(keys)) < 0)
		perror("bench");
}

/* --- many at a bell -------------------------------------------------------------------------------------------------------- */

/* A form has a cursor, and the sheet has none. */
static const char cursor_shown[] = "\033[?25h";

/* Each has a line ready; the bell is the Enter that all get at once. From there to its own “Saved.” */
static void ring(struct console *scribes, size_t len, int64_t *took_us)
{
	struct pollfd fds[SCRIBES_MAX];
	int64_t start_us;
	size_t saved = 0;

	for (size_t i = 0; i < len; i++) {
		type(&scribes[i], "n猫の缶詰の安い店、教えます");
		/* With the form the last “Saved.” leaves the screen: only then will the next one be drawn. */
		wait_for(&scribes[i], cursor_shown);
		drain(&scribes[i]);
	}
	start_us = rig_now_us();
	for (size_t i = 0; i < len; i++) {
		type(&scribes[i], "\r");
		fds[i] = (struct pollfd){ .fd = scribes[i].fd, .events = POLLIN };
	}
	while (saved < len && poll(fds, len, PATIENCE_MS) > 0) {
		for (size_t i = 0; i < len; i++) {
			if (!fds[i].revents || !look(&scribes[i], "Saved."))
				continue;
			took_us[saved++] = rig_now_us() - start_us;
			fds[i].fd = -1;
		}
	}
	if (saved < len) {
		fprintf(stderr, "bench: a line was not saved\n");
		exit(1);
	}
	for (size_t i = 0; i < len; i++)
		drain(&scribes[i]);
}

static int wait_a_moment(void *ctx, int count)
{
	(void)ctx;
	usleep((useconds_t)(200 + rand() % 800));
	return count < PATIENCE_MS;
}

/* One of twelve bare writers: at each byte of the bell it inserts a row and answers how long that took. */
static void write_bare(const char *path, int bell, int answer)
{
	sqlite3 *db;
	sqlite3_stmt *insert;
	char rung;

	sqlite3_open(path, &db);
	sqlite3_busy_handler(db, wait_a_moment, NULL);
	sqlite3_exec(db, bare_schema, NULL, NULL, NULL);
	sqlite3_prepare_v2(db, "INSERT INTO t VALUES('猫の缶詰の安い店、教えます 猫の缶詰の安い店、教えます')", -1, &insert, NULL);
	/* The first answer says that it is there. */
	while (write(answer, "!", 1) == 1 && read(bell, &rung, 1) == 1) {
		sqlite3_step(insert);
		sqlite3_reset(insert);
	}
	_exit(0);
}

struct bare_writer {
	pid_t pid;
	int bell, answer;
};

static void start_bare(struct bare_writer *writer, const char *path)
{
	int bell[2], answer[2];

	if (pipe2(bell, O_CLOEXEC) != 0 || pipe2(answer, O_CLOEXEC) != 0)
		perror("bench");
	writer->pid = fork();
	if (writer->pid == 0) {
		close(bell[1]);
		write_bare(path, bell[0], answer[1]);
	}
	close(bell[0]);
	close(answer[1]);
	writer->bell = bell[1];
	writer->answer = answer[0];
	char is_there;
	if (read(writer->answer, &is_there, 1) != 1)
		perror("bench");
}

static void ring_bare(struct bare_writer *writers, size_t len, int64_t *took_us)
{
	struct pollfd fds[SCRIBES_MAX];
	int64_t start_us = rig_now_us();
	size_t saved = 0;
	char rung;

	for (size_t i = 0; i < len; i++) {
		if (write(writers[i].bell, "!", 1) != 1)
			perror("bench");
		fds[i] = (struct pollfd){ .fd = writers[i].answer, .events = POLLIN };
	}
	while (saved < len && poll(fds, len, PATIENCE_MS) > 0) {
		for (size_t i = 0; i < len; i++) {
			if (!fds[i].revents || read(writers[i].answer, &rung, 1) != 1)
				continue;
			took_us[saved++] = rig_now_us() - start_us;
			fds[i].fd = -1;
		}
	}
}

static size_t count_notes(const struct rig *rig)
{
	struct store *store;
	struct workbook book = { 0 };
	struct fault fault = { "" };
	size_t len = 0;

	if (store_open(rig->db, STORE_READ, &env_system, &store, &fault) != ST_OK)
		return 0;
	if (store_load(store, rig->workshop, store_reach_all, &book, &fault) == ST_OK)
		len = book.notes.len;
	workbook_done(&book);
	store_close(store);
	return len;
}

/* How many lines were lost. */
static size_t measure_bells(const struct rig *rig, const char *yoriai, size_t len)
{
	struct console scribes[SCRIBES_MAX];
	struct bare_writer bare[SCRIBES_MAX];
	int64_t took_us[BELLS * SCRIBES_MAX], bare_us[BELLS * SCRIBES_MAX];
	char table[8], path[160];
	size_t before = count_notes(rig), lines = BELLS * len;

	snprintf(path, sizeof path, "%s/bare.db", rig->folder);
	for (size_t i = 0; i < len; i++) {
		snprintf(table, sizeof table, "%zu", i % 8 + 1);
		const char *argv[] = { yoriai, "--db", rig->db, "--lang", "en", "scribe", "--table", table, NULL };
		open_console(&scribes[i], argv);
		wait_for(&scribes[i], "Notes (");
		drain(&scribes[i]);
		start_bare(&bare[i], path);
	}
	for (size_t i = 0; i < BELLS; i++) {
		ring_bare(bare, len, bare_us + i * len);
		ring(scribes, len, took_us + i * len);
	}
	for (size_t i = 0; i < len; i++) {
		close_console(&scribes[i]);
		/* The later ones hold its bell open, too. */
		kill(bare[i].pid, SIGTERM);
		waitpid(bare[i].pid, NULL, 0);
		close(bare[i].bell);
		close(bare[i].answer);
	}
	size_t lost = lines - (count_notes(rig) - before);
	double median = rig_quantile(took_us, lines, 0.5), bare_median = rig_quantile(bare_us, lines, 0.5);
	double slow = rig_quantile(took_us, lines, 0.99), bare_slow = rig_quantile(bare_us, lines, 0.99);
	printf("%zu scribes at one bell, from Enter to “Saved.”: %.1f ms, bare inserts %.1f ms, ratio %.2f; slowest 1 in 100: %.1f ms, "
	       "bare %.1f ms, ratio %.2f; %zu of %zu lost\n",
	       len, median / 1e3, bare_median / 1e3, median / bare_median, slow / 1e3, bare_slow / 1e3, slow / bare_slow, lost,
	       lines);
	return lost;
}

/* --- from the disk to a screen --------------------------------------------------------------------------------------------- */

/* The limit: whatever is newest, as soon as the file is touched. */
static void show_bare(const char *path, const char *touched)
{
	int watch = inotify_init1(IN_CLOEXEC);
	char events[4096];
	sqlite3 *db;
	sqlite3_stmt *newest;

	inotify_add_watch(watch, touched, IN_CLOSE_WRITE);
	sqlite3_open(path, &db);
	sqlite3_prepare_v2(db, "SELECT a FROM t ORDER BY rowid DESC LIMIT 1", -1, &newest, NULL);
	printf("ready\n");
	fflush(stdout);
	while (read(watch, events, sizeof events) > 0 && sqlite3_step(newest) == SQLITE_ROW) {
		printf("%s\n", (const char *)sqlite3_column_text(newest, 0));
		fflush(stdout);
		sqlite3_reset(newest);
	}
	exit(0);
}

/* No letter stands where it stood in the line before: what is drawn is drawn whole. */
static void make_line(int number, char text[LINE_LEN + 1])
{
	for (int i = 0; i < LINE_LEN; i++)
		text[i] = (char)('a' + (number + 7 * i) % 26);
	text[LINE_LEN] = '\0';
}

static void touch(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

	if (fd < 0 || write(fd, "!", 1) != 1)
		perror("bench");
	close(fd);
}

static int64_t bare_line_us(sqlite3 *db, const char *touched, struct console *shown, int number)
{
	char sql[100], text[LINE_LEN + 1];

	make_line(number, text);
	snprintf(sql, sizeof sql, "INSERT INTO t VALUES('%s')", text);
	sqlite3_exec(db, sql, NULL, NULL, NULL);
	int64_t start_us = rig_now_us();
	touch(touched);
	int64_t took_us = wait_for(shown, text) - start_us;
	drain(shown);
	return took_us;
}

/* The table's headline, which is always in sight. */
static int64_t line_us(struct store *store, const struct rig *rig, const char *table, struct console *shown, int number)
{
	struct batch batch = { 0 };
	struct fault fault = { "" };
	char text[LINE_LEN + 1];

	make_line(number, text);
	batch_add(&batch, ENTITY_table, rig->workshop, table);
	batch_set_text(&batch, FIELD_table_headline, text);
	if (store_append(store, &batch, &fault) != ST_OK)
		fprintf(stderr, "bench: %s\n", fault.text);
	/* It is drawn as early as it can be: the others are told before the writer goes on. */
	int64_t start_us = rig_now_us();
	int64_t took_us = wait_for(shown, text) - start_us;
	drain(shown);
	batch_done(&batch);
	return took_us;
}

static void measure_lines(const struct rig *rig, const char *self, const char *yoriai)
{
	const char *argv[] = { yoriai, "--db", rig->db, "--lang", "en", "scribe", "--table", "3", NULL };
	char path[160], touched[160];
	const char *bare_argv[] = { self, "--bare", path, touched, NULL };
	struct console scribe, bare;
	int64_t took_us[LINES], bare_us[LINES];
	struct store *store;
	struct workbook book = { 0 };
	struct fault fault = { "" };
	sqlite3 *db;

	snprintf(path, sizeof path, "%s/shown.db", rig->folder);
	snprintf(touched, sizeof touched, "%s/touched", rig->folder);
	sqlite3_open(path, &db);
	sqlite3_exec(db, bare_schema, NULL, NULL, NULL);
	touch(touched);
	open_console(&bare, bare_argv);
	wait_for(&bare, "ready");
	open_console(&scribe, argv);
	wait_for(&scribe, "Notes (");
	drain(&scribe);
	if (store_open(rig->db, STORE_LIVE, &env_system, &store, &fault) != ST_OK ||
	    store_load(store, rig->workshop, store_reach_all, &book, &fault) != ST_OK) {
		fprintf(stderr, "bench: %s\n", fault.text);
		exit(1);
	}
	for (int i = 0; i < LINES; i++) {
		bare_us[i] = bare_line_us(db, touched, &bare, i);
		usleep(PAUSE_US);
		took_us[i] = line_us(store, rig, workbook_table(&book, TABLE)->id, &scribe, i);
		usleep(PAUSE_US);
	}
	double median = rig_quantile(took_us, LINES, 0.5), bare_median = rig_quantile(bare_us, LINES, 0.5);
	printf("from the disk to another scribe's screen: %.2f ms, bare %.2f ms, ratio %.1f; slowest 1 in 100: %.2f ms, bare %.2f ms\n",
	       median / 1e3, bare_median / 1e3, median / bare_median, rig_quantile(took_us, LINES, 0.99) / 1e3,
	       rig_quantile(bare_us, LINES, 0.99) / 1e3);
	close_console(&scribe);
	close_console(&bare);
	workbook_done(&book);
	store_close(store);
	sqlite3_close(db);
}

int main(int argc, char **argv)
{
	struct rig rig;

	if (argc == 4 && strcmp(argv[1], "--bare") == 0)
		show_bare(argv[2], argv[3]);
	size_t scribes = argc == 3 ? strtoul(argv[2], NULL, 10) : SCRIBES;
	if (argc < 2 || argc > 3 || scribes == 0 || scribes > SCRIBES_MAX) {
		fprintf(stderr, "usage: together YORIAI [SCRIBES]\n");
		return 2;
	}
	rig_open(&rig, 0);
	size_t lost = measure_bells(&rig, argv[1], scribes);
	measure_lines(&rig, argv[0], argv[1]);
	rig_close(&rig);
	return lost > 0;
}
