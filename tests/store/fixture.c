#include "fixture.h"

#include "base/buf.h"
#include "store/care.h"
#include "store/document.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static char folder[64];

int fixture_setup(void **state)
{
	(void)state;
	signal(SIGXFSZ, SIG_IGN);
	/* Memory where there is some: thousands of files are made here, and none has to outlive the test. */
	snprintf(folder, sizeof folder, "%s/yoriai-store-XXXXXX", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	assert_non_null(mkdtemp(folder));
	setenv("XDG_STATE_HOME", fixture_path("state"), 1);
	return 0;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *at)
{
	(void)info;
	(void)at;
	if (kind == FTW_DNR || kind == FTW_D)
		chmod(path, 0700);
	return remove(path);
}

int fixture_teardown(void **state)
{
	(void)state;
	chmod(folder, 0700);
	nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	return 0;
}

const char *fixture_folder(void)
{
	return folder;
}

const char *fixture_path(const char *name)
{
	static char paths[8][256];
	static unsigned next;
	char *path = paths[next++ % 8];

	snprintf(path, sizeof paths[0], "%s/%s", folder, name);
	return path;
}

const char *fixture_db(void)
{
	return fixture_path("y.db");
}

static int is_name(const struct dirent *entry)
{
	return entry->d_name[0] != '.' && strcmp(entry->d_name, "state") != 0;
}

const char *fixture_names(void)
{
	static char names[1024];
	struct dirent **entries;
	int len = scandir(folder, &entries, is_name, alphasort);

	names[0] = '\0';
	for (int i = 0; i < len; i++) {
		snprintf(names + strlen(names), sizeof names - strlen(names), "%s%s", i ? " " : "", entries[i]->d_name);
		free(entries[i]);
	}
	free(entries);
	return names;
}

unsigned fixture_mode(const char *path)
{
	struct stat info;

	assert_int_equal(stat(path, &info), 0);
	return info.st_mode & 07777;
}

char *fixture_bytes(const char *path, size_t *ret_len)
{
	FILE *file = fopen(path, "re");
	struct buf bytes = { 0 };
	char piece[4096];
	size_t got;

	assert_non_null(file);
	while ((got = fread(piece, 1, sizeof piece, file)) > 0)
		buf_add(&bytes, piece, got);
	fclose(file);
	*ret_len = bytes.len;
	return buf_steal(&bytes);
}

void fixture_write(const char *path, const void *bytes, size_t len)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, len), (ssize_t)len);
	close(fd);
}

void fixture_copy(const char *from, const char *to)
{
	size_t len;
	char *bytes = fixture_bytes(from, &len);

	fixture_write(to, bytes, len);
	free(bytes);
}

struct store *fixture_open(const char *path, enum store_mode mode)
{
	struct store *store = NULL;
	struct fault fault = { "" };
	enum status st = store_open(path, mode, &env_system, &store, &fault);

	if (st != ST_OK)
		fail_msg("%s: %s", path, fault.text);
	return store;
}

void fixture_assert_refused(const char *path, enum store_mode mode, enum status wanted, const char *part)
{
	struct store *store = NULL;
	struct fault fault = { "" };
	enum status st = store_open(path, mode, &env_system, &store, &fault);

	if (st != wanted || !strstr(fault.text, part))
		fail_msg("status %d, “%s”; wanted %d and “%s”", st, fault.text, wanted, part);
	assert_null(store);
}

struct room fixture_room(struct store *store)
{
	struct batch batch = { 0 };
	struct fault fault = { "" };
	struct room room;

	batch_add_new(&batch, ENTITY_workshop, "", &env_system, &room.workshop);
	batch_set_text(&batch, FIELD_workshop_title, "地域づくりの寄り合い");
	batch_add_new(&batch, ENTITY_table, room.workshop.text, &env_system, &room.table);
	batch_set_number(&batch, FIELD_table_number, 3);
	enum status st = store_append(store, &batch, &fault);
	batch_done(&batch);
	if (st != ST_OK)
		fail_msg("%s", fault.text);
	return room;
}

struct fault fixture_fault;

enum status fixture_pair(struct store *store, const struct room *room, const char *text)
{
	struct batch batch = { 0 };
	struct id id;

	fixture_fault = (struct fault){ "" };
	batch_add_new(&batch, ENTITY_offer, room->workshop.text, &env_system, &id);
	batch_set_text(&batch, FIELD_offer_table, room->table.text);
	batch_set_text(&batch, FIELD_offer_text, text);
	batch_add_new(&batch, ENTITY_note, room->workshop.text, &env_system, &id);
	batch_set_text(&batch, FIELD_note_table, room->table.text);
	batch_set_text(&batch, FIELD_note_text, text);
	enum status st = store_append(store, &batch, &fixture_fault);
	batch_done(&batch);
	return st;
}

void fixture_assert_sound(struct store *store)
{
	struct check checks[CHECK_MAX];
	size_t len = store_check(store, checks, CHECK_MAX);

	assert_true(len > 0);
	for (size_t i = 0; i < len; i++)
		if (!checks[i].ok)
			fail_msg("%s: %s", checks[i].name, checks[i].detail);
}

void fixture_raw(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	char *message = NULL;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", sql, message);
	sqlite3_close(db);
}

pid_t fixture_spawn(int (*body)(void *ctx), void *ctx)
{
	fflush(NULL);
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0)
		_exit(body(ctx));
	return pid;
}

int fixture_wait(pid_t pid)
{
	int status = 0;

	while (waitpid(pid, &status, 0) < 0)
		assert_int_equal(errno, EINTR);
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

long fixture_number(const char *variable, long usual)
{
	const char *text = getenv(variable);

	return text && *text ? strtol(text, NULL, 10) : usual;
}

int64_t fixture_now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

void fixture_document(struct store *store, const struct room *room, const char *path)
{
	struct document_facts facts = DOCUMENT_FACTS;
	struct fault fault = { "" };
	struct buf out = { 0 };
	char sum[DOCUMENT_SUM_LEN + 1];

	buf_addf(&out, "{\n  \"format\": \"%s\",\n  \"version\": %d,\n  \"schema\": %lld,\n  \"facts\": [", DOCUMENT_FORMAT,
		 DOCUMENT_VERSION, (long long)document_schema());
	assert_int_equal(document_add_facts(store, room->workshop.text, room->workshop.text, &out, &facts, &fault), ST_OK);
	assert_int_equal(document_add_facts(store, "", "", &out, &facts, &fault), ST_OK);
	document_sum(&facts, sum);
	buf_addf(&out, "\n  ],\n  \"sum\": \"%s\"\n}\n", sum);
	fixture_write(path, buf_text(&out), out.len);
	buf_done(&out);
}
