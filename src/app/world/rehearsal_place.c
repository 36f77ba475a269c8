#include "rehearsal_place.h"

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TAKES_MAX = 5, SWEEPS_MAX = 25, NAP_MS = 20, WORDS_LEN = 256 };

bool place_folder(const char *db, char folder[PATH_MAX])
{
	int len = snprintf(folder, PATH_MAX, "%s-rehearsal", db);

	return len > 0 && len < PATH_MAX;
}

bool place_file(const char *folder, const char *name, char path[PATH_MAX])
{
	int len = snprintf(path, PATH_MAX, "%s/%s", folder, name);

	return len > 0 && len < PATH_MAX;
}

/* --- the lock ------------------------------------------------------------------------------------------------------- */

static int open_folder(const char *folder)
{
	return open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/* A lock on a folder that was taken away meanwhile keeps nobody out. */
static bool is_still_there(const char *folder, int fd)
{
	struct stat ours, there;

	return fstat(fd, &ours) == 0 && stat(folder, &there) == 0 && ours.st_ino == there.st_ino && ours.st_dev == there.st_dev;
}

/* Files of ours, with what SQLite and file_replace() put beside them. Whatever else lies there is not ours to take away. */
static bool is_ours(const char *name)
{
	static const char *const beginnings[] = { "copy.db", "plan", "begun" };

	for (size_t i = 0; i < COUNT(beginnings); i++)
		if (strncmp(name, beginnings[i], strlen(beginnings[i])) == 0)
			return true;
	return false;
}

/* The plan goes first: without it the rehearsal is over. A touch is what consoles watch for (store/watch.h): it tells those
 * that are still there. */
static void empty(const char *folder)
{
	DIR *dir = opendir(folder);

	if (!dir)
		return;
	unlinkat(dirfd(dir), "plan", 0);
	for (struct dirent *entry; (entry = readdir(dir));) {
		if (!is_ours(entry->d_name))
			continue;
		utimensat(dirfd(dir), entry->d_name, NULL, AT_SYMLINK_NOFOLLOW);
		unlinkat(dirfd(dir), entry->d_name, 0);
	}
	closedir(dir);
}

/* -1 where somebody else holds it, or it has just gone. */
static int lock_folder(const char *folder)
{
	int fd = open_folder(folder);

	if (fd < 0)
		return -1;
	if (flock(fd, LOCK_EX | LOCK_NB) == 0 && is_still_there(folder, fd))
		return fd;
	close(fd);
	return -1;
}

enum status place_take(const char *folder, int *ret_lock, struct fault *fault)
{
	enum status st = ST_OK;
	int fd = -1;

	/* Who only looks holds it for a moment, or sweeps away what was just made. */
	for (int i = 0; st == ST_OK && fd < 0 && i < TAKES_MAX; i++) {
		if (i)
			poll(NULL, 0, NAP_MS);
		st = file_make_folder(folder, fault);
		if (st == ST_OK)
			fd = lock_folder(folder);
	}
	if (st != ST_OK)
		return st;
	if (fd < 0)
		return fault_set(fault, ST_REFUSED, _("A rehearsal is going on already; “yoriai run” joins it."));
	empty(folder);
	*ret_lock = fd;
	return ST_OK;
}

bool place_is_held(const char *folder)
{
	int fd = open_folder(folder);

	if (fd < 0)
		return false;
	/* Two who look at the same time must not take each other for the holder. */
	bool held = flock(fd, LOCK_SH | LOCK_NB) < 0;
	if (!held && flock(fd, LOCK_EX | LOCK_NB) == 0 && is_still_there(folder, fd))
		place_sweep(folder);
	close(fd);
	return held;
}

/* Consoles that are just leaving may still put a file of SQLite's there. */
void place_sweep(const char *folder)
{
	for (int i = 0; i < SWEEPS_MAX; i++) {
		if (i)
			poll(NULL, 0, NAP_MS);
		empty(folder);
		if (rmdir(folder) == 0 || errno != ENOTEMPTY)
			return;
	}
}

/* --- the files ------------------------------------------------------------------------------------------------------ */

static bool read_words(const char *folder, const char *name, char words[WORDS_LEN])
{
	char path[PATH_MAX];
	struct buf buf = { 0 };
	bool ok = place_file(folder, name, path) && file_read(path, WORDS_LEN - 1, &buf, NULL) == ST_OK;

	if (ok)
		snprintf(words, WORDS_LEN, "%s", buf_text(&buf));
	buf_done(&buf);
	return ok;
}

enum status place_write_plan(const struct rehearsal *rehearsal, struct fault *fault)
{
	const struct fastclock *clock = &rehearsal->clock;
	char path[PATH_MAX], words[WORDS_LEN];
	int len = snprintf(words, sizeof words, "%s %" PRId64 " %" PRId64 " %" PRId64 " %" PRId64 "\n", rehearsal->workshop,
			   clock->speed, clock->wall_ms, clock->made.boot_ms, clock->made.mono_ms);

	if (!place_file(rehearsal->folder, "plan", path))
		return fault_set(fault, ST_INVALID, _("The file name is too long: “%s”."), rehearsal->folder);
	return file_replace(path, words, (size_t)len, fault);
}

bool place_read_plan(struct rehearsal *rehearsal)
{
	struct fastclock *clock = &rehearsal->clock;
	char words[WORDS_LEN];
	bool ok = read_words(rehearsal->folder, "plan", words) &&
		  sscanf(words, "%16s %" SCNd64 " %" SCNd64 " %" SCNd64 " %" SCNd64, rehearsal->workshop, &clock->speed,
			 &clock->wall_ms, &clock->made.boot_ms, &clock->made.mono_ms) == 5;

	return ok && clock->speed > 0 && clock->speed <= FASTCLOCK_SPEED_MAX;
}

void place_write_begun(const char *folder, struct moment machine)
{
	char path[PATH_MAX];

	if (!place_file(folder, "begun", path))
		return;
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return;
	dprintf(fd, "%" PRId64 " %" PRId64 " %" PRId64 "\n", machine.wall_ms, machine.boot_ms, machine.mono_ms);
	close(fd);
}

bool place_read_begun(const char *folder, struct moment *ret_machine)
{
	char words[WORDS_LEN];
	struct moment begun = { 0 };

	/* Its line feed tells that it was written to the end. */
	if (!read_words(folder, "begun", words) || !strchr(words, '\n') ||
	    sscanf(words, "%" SCNd64 " %" SCNd64 " %" SCNd64, &begun.wall_ms, &begun.boot_ms, &begun.mono_ms) != 3)
		return false;
	*ret_machine = begun;
	return true;
}
