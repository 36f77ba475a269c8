#include "backup.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WAITS_MAX = 1000 };

static int copy_pages(struct store *store, struct connection *target)
{
	sqlite3_backup *backup = sqlite3_backup_init(target->db, "main", store->main.db, "main");
	int rc = SQLITE_BUSY;

	if (!backup)
		return sqlite3_extended_errcode(target->db);
	for (int i = 0; i < WAITS_MAX && ((rc & 0xff) == SQLITE_BUSY || rc == SQLITE_LOCKED); i++) {
		if (i > 0)
			connection_nap(&store->main, i);
		rc = sqlite3_backup_step(backup, -1);
	}
	int finished = sqlite3_backup_finish(backup);
	return rc == SQLITE_DONE ? finished : rc;
}

/* The copy of a live file is in WAL mode, marked, and full of people who are not there. */
static int bring_to_rest(struct connection *target)
{
	return connection_run(target, "PRAGMA journal_mode = DELETE;"
				      "DELETE FROM meta WHERE key = 'live';"
				      "DELETE FROM presence; DELETE FROM draft; DELETE FROM heartbeat;");
}

static int verify(struct connection *target)
{
	int64_t sound = 0;
	int rc = connection_number(target, "SELECT integrity_check = 'ok' FROM pragma_integrity_check", &sound);

	return rc == SQLITE_OK && !sound ? SQLITE_CORRUPT : rc;
}

static void sync_folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? mem_copy_len(path, (size_t)(slash - path + 1)) : mem_copy(".");
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	free(folder);
	if (fd < 0)
		return;
	(void)!fsync(fd);
	close(fd);
}

static enum status write_copy(struct store *store, const char *path, struct fault *fault)
{
	struct connection target;
	int rc = connection_open(&target, path, ACCESS_MAKE);

	if (rc == SQLITE_OK)
		rc = copy_pages(store, &target);
	if (rc == SQLITE_OK)
		rc = bring_to_rest(&target);
	if (rc == SQLITE_OK)
		rc = verify(&target);
	enum status st = rc == SQLITE_OK ? ST_OK : sql_fault(&target, path, rc, fault);
	connection_close(&target);
	return st;
}

enum status backup_write(struct store *store, const char *path, struct fault *fault)
{
	struct buf temp = { 0 };

	buf_addf(&temp, "%s.%ld.tmp", path, (long)getpid());
	unlink(buf_text(&temp));
	enum status st = write_copy(store, buf_text(&temp), fault);
	if (st == ST_OK && rename(buf_text(&temp), path) < 0)
		st = fault_set(fault, ST_IO, _("Cannot write “%s”: %s."), path, strerror(errno));
	if (st == ST_OK)
		sync_folder_of(path);
	else
		unlink(buf_text(&temp));
	buf_done(&temp);
	return st;
}

/* Reads a file the way SQLite itself does: an open() of ours, once closed, would drop every lock this process has on
 * it. */
static bool read_through_sqlite(const char *path, int kind, struct buf *bytes)
{
	sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
	sqlite3_file *file = mem_new(1, (size_t)vfs->szOsFile);
	sqlite3_int64 size = 0;
	char page[4096];
	bool ok = vfs->xOpen(vfs, path, file, kind | SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
		  file->pMethods->xFileSize(file, &size) == SQLITE_OK;

	for (sqlite3_int64 at = 0; ok && at < size; at += (sqlite3_int64)sizeof page) {
		int len = size - at < (sqlite3_int64)sizeof page ? (int)(size - at) : (int)sizeof page;
		ok = file->pMethods->xRead(file, page, len, at) == SQLITE_OK;
		if (ok)
			buf_add(bytes, page, (size_t)len);
	}
	if (file->pMethods)
		file->pMethods->xClose(file);
	free(file);
	return ok;
}

static bool copy_part(const char *path, const char *suffix, int kind, const char *target)
{
	struct buf from = { 0 }, to = { 0 }, bytes = { 0 };

	buf_addf(&from, "%s%s", path, suffix);
	buf_addf(&to, "%s%s", target, suffix);
	bool ok = access(buf_text(&from), F_OK) < 0 ||
		  (read_through_sqlite(buf_text(&from), kind, &bytes) &&
		   file_replace(buf_text(&to), buf_text(&bytes), bytes.len, NULL) == ST_OK);
	buf_done(&bytes);
	buf_done(&to);
	buf_done(&from);
	return ok;
}

static bool is_newer(const char *path, const char *than, const char *suffix)
{
	struct buf names[2] = { { 0 } };
	struct stat info, other;

	buf_addf(&names[0], "%s%s", path, suffix);
	buf_addf(&names[1], "%s%s", than, suffix);
	bool is = stat(buf_text(&names[0]), &info) == 0 &&
		  (stat(buf_text(&names[1]), &other) < 0 || info.st_mtim.tv_sec > other.st_mtim.tv_sec ||
		   (info.st_mtim.tv_sec == other.st_mtim.tv_sec && info.st_mtim.tv_nsec > other.st_mtim.tv_nsec));
	buf_done(&names[0]);
	buf_done(&names[1]);
	return is;
}

/* The copy has the time of the original: so it tells of which state it is. */
static bool name_aside(const char *path, struct stat *ret_info, struct buf *name)
{
	struct stat copy;

	if (stat(path, ret_info) < 0)
		return false;
	buf_addf(name, "%s.damaged-%lld", path, (long long)ret_info->st_mtime);
	return stat(buf_text(name), &copy) == 0 && copy.st_size == ret_info->st_size &&
	       copy.st_mtim.tv_sec == ret_info->st_mtim.tv_sec && copy.st_mtim.tv_nsec == ret_info->st_mtim.tv_nsec;
}

bool backup_is_set_aside(const char *path)
{
	struct buf name = { 0 };
	struct stat info;
	bool is = name_aside(path, &info, &name);

	buf_done(&name);
	return is;
}

char *backup_set_aside(const char *path)
{
	struct buf name = { 0 };
	struct stat info;
	bool is_there = name_aside(path, &info, &name);
	bool ok = name.len > 0;

	if (ok && is_newer(path, buf_text(&name), "-wal"))
		ok = copy_part(path, "-wal", SQLITE_OPEN_WAL, buf_text(&name));
	if (ok && !is_there)
		ok = copy_part(path, "-journal", SQLITE_OPEN_MAIN_JOURNAL, buf_text(&name)) &&
		     copy_part(path, "", SQLITE_OPEN_MAIN_DB, buf_text(&name)) &&
		     utimensat(AT_FDCWD, buf_text(&name), (struct timespec[]){ info.st_atim, info.st_mtim }, 0) == 0;
	if (ok)
		return buf_steal(&name);
	buf_done(&name);
	return NULL;
}
