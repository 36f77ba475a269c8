#include "rig.h"

#include "domain/record.h"
#include "exchange/demo.h"
#include "store/store.h"

#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int64_t rig_now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int smaller_first(const void *a, const void *b)
{
	const int64_t *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

double rig_quantile(int64_t *figures, size_t len, double share)
{
	qsort(figures, len, sizeof *figures, smaller_first);
	return len ? (double)figures[(size_t)((double)(len - 1) * share)] : 0;
}

static void must(enum status st, const struct fault *fault)
{
	if (st == ST_OK)
		return;
	fprintf(stderr, "bench: %s\n", fault->text);
	exit(1);
}

static void write_entries(struct store *store, struct rig *rig, size_t entries)
{
	enum { AT_ONCE = 1000 };
	struct workbook book = { 0 };
	struct fault fault = { "" };

	for (size_t written = 0; written < entries;) {
		struct batch batch = { 0 };
		must(store_load(store, rig->workshop, store_reach_all, &book, &fault), &fault);
		struct record record = { &book, workbook_table(&book, 8), { 0 }, &env_system, &batch };
		for (size_t i = 0; i < AT_ONCE && written < entries; i++, written++)
			record_offer(&record, &(struct offer_said){ .text = "猫の缶詰の安い店、教えます", .by = "学生", .scope = SCOPE_ONE });
		must(store_append(store, &batch, &fault), &fault);
		batch_done(&batch);
	}
	workbook_done(&book);
}

static void add_workshop(struct store *store, struct rig *rig)
{
	struct batch batch = { 0 };
	struct fault fault = { "" };
	struct id workshop;

	must(demo_fill(&batch, &env_system, env_now(&env_system).wall_ms, &workshop, &fault), &fault);
	must(store_append(store, &batch, &fault), &fault);
	snprintf(rig->workshop, sizeof rig->workshop, "%s", workshop.text);
	batch_done(&batch);
}

static struct store *open_store(const struct rig *rig)
{
	struct store *store;
	struct fault fault = { "" };

	must(store_open(rig->db, STORE_WRITE, &env_system, &store, &fault), &fault);
	return store;
}

void rig_open(struct rig *rig, size_t entries)
{
	snprintf(rig->folder, sizeof rig->folder, "/tmp/yoriai-bench-XXXXXX");
	if (!mkdtemp(rig->folder)) {
		perror("bench");
		exit(1);
	}
	snprintf(rig->db, sizeof rig->db, "%s/bench.db", rig->folder);
	struct store *store = open_store(rig);
	add_workshop(store, rig);
	write_entries(store, rig, entries);
	store_close(store);
}

void rig_fill(struct rig *rig, size_t entries)
{
	struct store *store = open_store(rig);

	write_entries(store, rig, entries);
	store_close(store);
}

void rig_fill_archive(struct rig *rig, size_t rows)
{
	enum { ROWS_A_WORKSHOP = 1000 };
	struct store *store = open_store(rig);

	for (size_t written = 0; written < rows; written += ROWS_A_WORKSHOP) {
		add_workshop(store, rig);
		write_entries(store, rig, ROWS_A_WORKSHOP);
	}
	store_close(store);
}

void rig_add_workshop(struct rig *rig)
{
	struct store *store = open_store(rig);

	add_workshop(store, rig);
	store_close(store);
}

void rig_close(struct rig *rig)
{
	char command[256];

	snprintf(command, sizeof command, "rm -rf '%s'", rig->folder);
	if (system(command) != 0)
		fprintf(stderr, "bench: %s is left behind\n", rig->folder);
}

pid_t rig_start(const char *const argv[], int *ret_fd)
{
	struct winsize size = { .ws_row = 24, .ws_col = 80 };
	pid_t pid = forkpty(ret_fd, NULL, NULL, &size);

	if (pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		setenv("LC_ALL", "C.UTF-8", 1);
		execv(argv[0], (char *const *)argv); /* execv changes nothing; its type is older than const */
		_exit(127);
	}
	return pid;
}
