#include "base/file.h"

#include "base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum status check_regular(const char *path, int fd, size_t max_bytes, struct fault *fault)
{
	struct stat info;

	if (fstat(fd, &info) < 0)
		return fault_set(fault, ST_IO, _("Cannot read “%s”: %s."), path, strerror(errno));
	if (S_ISDIR(info.st_mode))
		return fault_set(fault, ST_INVALID, _("“%s” is a folder; a file is needed."), path);
	if (!S_ISREG(info.st_mode))
		return fault_set(fault, ST_INVALID, _("“%s” is not an ordinary file."), path);
	if ((uintmax_t)info.st_size > max_bytes)
		return fault_set(fault, ST_INVALID, _("“%s” is too large (%lld MB; at most %zu MB)."), path,
				 (long long)(info.st_size >> 20), max_bytes >> 20);
	return ST_OK;
}

static enum status read_all(const char *path, int fd, size_t max_bytes, struct buf *buf, struct fault *fault)
{
	char piece[65536];

	for (;;) {
		ssize_t got = read(fd, piece, sizeof piece);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return fault_set(fault, ST_IO, _("Cannot read “%s”: %s."), path, strerror(errno));
		if (got == 0)
			return ST_OK;
		if (buf->len + (size_t)got > max_bytes)
			return fault_set(fault, ST_INVALID, _("“%s” is too large (at most %zu MB)."), path, max_bytes >> 20);
		buf_add(buf, piece, (size_t)got);
	}
}

enum status file_read(const char *path, size_t max_bytes, struct buf *buf, struct fault *fault)
{
	if (strcmp(path, "-") == 0)
		return read_all(path, STDIN_FILENO, max_bytes, buf, fault);
	if (file_is_kept_off(path))
		return fault_set(fault, ST_REFUSED, _("“%s” is this database itself."), path);
	/* O_NONBLOCK: opening a pipe must not wait for a writer that never comes. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return fault_set(fault, errno == ENOENT ? ST_NOT_FOUND : ST_IO, _("Cannot open “%s”: %s."), path,
				 strerror(errno));
	enum status st = check_regular(path, fd, max_bytes, fault);
	if (st == ST_OK)
		st = read_all(path, fd, max_bytes, buf, fault);
	close(fd);
	return st;
}

static enum status write_all(const char *path, int fd, const char *bytes, size_t len, struct fault *fault)
{
	while (len > 0) {
		ssize_t put = write(fd, bytes, len);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return fault_set(fault, errno == ENOSPC ? ST_FULL : ST_IO, _("Cannot write “%s”: %s."), path,
					 strerror(errno));
		bytes += put;
		len -= (size_t)put;
	}
	return ST_OK;
}

static void sync_folder_of(const char *path)
{
	char folder[PATH_MAX];
	const char *slash = strrchr(path, '/');
	int n = slash ? snprintf(folder, sizeof folder, "%.*s", (int)(slash - path + 1), path)
		      : snprintf(folder, sizeof folder, ".");

	if (n < 0 || (size_t)n >= sizeof folder)
		return;
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return;
	(void)!fsync(fd);
	close(fd);
}

static enum status cannot_write(const char *path, struct fault *fault)
{
	return fault_set(fault, ST_IO, _("Cannot write “%s”: %s."), path, strerror(errno));
}

/* A device or a pipe is written to; renaming a file over /dev/null would take it from everybody. */
static bool is_special(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

static enum status write_special(const char *path, const void *bytes, size_t len, struct fault *fault)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);

	if (fd < 0)
		return cannot_write(path, fault);
	enum status st = write_all(path, fd, bytes, len, fault);
	close(fd);
	return st;
}

/* It holds what somebody has written, perhaps nowhere else: a slip of the finger must not take that away. */
static bool is_database(const char *path)
{
	static const char begins[] = "SQLite format 3";
	char bytes[sizeof begins];
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

	if (fd < 0)
		return false;
	bool is = read(fd, bytes, sizeof bytes) == (ssize_t)sizeof bytes && memcmp(bytes, begins, sizeof begins) == 0;
	close(fd);
	return is;
}

static enum status replace_regular(const char *path, const void *bytes, size_t len, struct fault *fault)
{
	char temp[PATH_MAX];
	int n = snprintf(temp, sizeof temp, "%s.XXXXXX", path);

	if (n < 0 || (size_t)n >= sizeof temp)
		return fault_set(fault, ST_INVALID, _("The file name is too long: “%s”."), path);
	int fd = mkostemp(temp, O_CLOEXEC);
	if (fd < 0)
		return cannot_write(path, fault);

	enum status st = write_all(path, fd, bytes, len, fault);
	if (st == ST_OK && fsync(fd) < 0)
		st = cannot_write(path, fault);
	close(fd);
	if (st == ST_OK && rename(temp, path) < 0)
		st = cannot_write(path, fault);
	if (st != ST_OK)
		unlink(temp);
	else
		sync_folder_of(path);
	return st;
}

enum status file_replace(const char *path, const void *bytes, size_t len, struct fault *fault)
{
	if (!path || strcmp(path, "-") == 0)
		return write_all("-", STDOUT_FILENO, bytes, len, fault);
	if (is_special(path))
		return write_special(path, bytes, len, fault);
	if (file_is_kept_off(path) || is_database(path))
		return fault_set(fault, ST_REFUSED, _("“%s” is a database. Choose another name for what is to be written."), path);
	return replace_regular(path, bytes, len, fault);
}

/* EEXIST is not enough: what is there may be a file. */
static bool make_one_folder(const char *path)
{
	struct stat info;

	if (mkdir(path, 0700) == 0)
		return true;
	if (errno != EEXIST || stat(path, &info) < 0)
		return false;
	errno = ENOTDIR;
	return S_ISDIR(info.st_mode);
}

enum status file_make_folder(const char *path, struct fault *fault)
{
	char part[PATH_MAX];
	size_t len = strlen(path);

	if (len >= sizeof part)
		return fault_set(fault, ST_INVALID, _("The file name is too long: “%s”."), path);
	memcpy(part, path, len + 1);
	for (size_t i = 1; i <= len; i++) {
		if (part[i] != '/' && part[i] != '\0')
			continue;
		char kept = part[i];
		part[i] = '\0';
		if (!make_one_folder(part))
			return fault_set(fault, ST_IO, _("Cannot make the folder “%s”: %s."), part, strerror(errno));
		part[i] = kept;
	}
	return ST_OK;
}
