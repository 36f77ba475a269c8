#include "place.h"

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

/* "." where the path names no folder. Owned by the caller. */
static char *folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return mem_copy(".");
	return mem_copy_len(path, slash == path ? 1 : (size_t)(slash - path));
}

static const char *name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static enum status check_kind(const char *path, bool make, struct fault *fault)
{
	struct stat info;

	if (lstat(path, &info) < 0) {
		if (errno == ENOENT && make)
			return ST_OK;
		return fault_set(fault, errno == ENOENT ? ST_NOT_FOUND : ST_IO, _("Cannot open the database “%s”: %s."),
				 path, strerror(errno));
	}
	if (S_ISREG(info.st_mode))
		return ST_OK;
	if (S_ISDIR(info.st_mode))
		return fault_set(fault, ST_INVALID, _("“%s” is a folder; a file is needed."), path);
	if (S_ISLNK(info.st_mode))
		return fault_set(fault, ST_INVALID, _("“%s” is a link; name the database itself."), path);
	return fault_set(fault, ST_INVALID, _("“%s” is not an ordinary file."), path);
}

enum status place_resolve(const char *path, bool make, char **ret_path, struct fault *fault)
{
	char real[PATH_MAX], whole[2 * PATH_MAX];
	char *folder = folder_of(path);
	enum status st = make ? file_make_folder(folder, fault) : ST_OK;

	if (st == ST_OK && !realpath(folder, real))
		st = fault_set(fault, errno == ENOENT ? ST_NOT_FOUND : ST_IO, _("Cannot open the folder “%s”: %s."),
			       folder, strerror(errno));
	free(folder);
	if (st != ST_OK)
		return st;
	snprintf(whole, sizeof whole, "%s/%s", strcmp(real, "/") == 0 ? "" : real, name_of(path));
	st = check_kind(whole, make, fault);
	if (st == ST_OK)
		*ret_path = mem_copy(whole);
	return st;
}

enum status place_check_writable(const char *path, struct fault *fault)
{
	char *folder = folder_of(path);
	enum status st = ST_OK;

	if (access(folder, W_OK | X_OK) < 0)
		st = fault_set(fault, ST_IO, _("Cannot write to the folder “%s”: %s."), folder, strerror(errno));
	else if (access(path, F_OK) == 0 && access(path, W_OK) < 0)
		st = fault_set(fault, ST_IO, _("Cannot write “%s”: %s."), path, strerror(errno));
	free(folder);
	return st;
}

/* The kernel's magic numbers (statfs(2)); FUSE stands for sshfs and its kin. */
static bool is_network(long type)
{
	static const unsigned kinds[] = {
		0x6969,     /* NFS */
		0x517B,     /* SMB */
		0xFF534D42, /* CIFS */
		0xFE534D42, /* SMB2 */
		0x01021997, /* 9P */
		0x65735546, /* FUSE */
		0x5346414F, /* AFS */
		0x73757245, /* Coda */
		0x00C36400, /* Ceph */
		0x786F4256, /* VirtualBox shared folder */
	};

	for (size_t i = 0; i < COUNT(kinds); i++)
		if ((unsigned)type == kinds[i])
			return true;
	return false;
}

enum status place_check_local(const char *path, struct fault *fault)
{
	char *folder = folder_of(path);
	struct statfs info;
	enum status st = ST_OK;

	if (statfs(folder, &info) == 0 && is_network(info.f_type))
		st = fault_set(fault, ST_REFUSED,
			       _("“%s” is on a network drive, where several consoles cannot share a database safely. "
				 "Copy it to this computer’s own disk and open it there."),
			       path);
	free(folder);
	return st;
}

const char *place_sync_service(const char *path)
{
	static const struct {
		const char *part, *name;
	} services[] = {
		{ "/Dropbox", "Dropbox" },          { "/OneDrive", "OneDrive" },   { "/Google Drive", "Google Drive" },
		{ "/GoogleDrive", "Google Drive" }, { "/Nextcloud", "Nextcloud" }, { "/ownCloud", "ownCloud" },
	};

	for (size_t i = 0; i < COUNT(services); i++)
		if (strcasestr(path, services[i].part))
			return services[i].name;
	return NULL;
}

bool place_is_frozen(const char *path)
{
	char *folder = folder_of(path);
	struct statvfs volume;
	struct stat info;
	bool frozen = (statvfs(folder, &volume) == 0 && (volume.f_flag & ST_RDONLY)) ||
		      (stat(folder, &info) == 0 && !(info.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)));

	free(folder);
	return frozen;
}

bool place_has(const char *path, const char *suffix)
{
	char whole[PATH_MAX];
	int n = snprintf(whole, sizeof whole, "%s%s", path, suffix);

	return n > 0 && (size_t)n < sizeof whole && access(whole, F_OK) == 0;
}
