#include "base/file.h"

#include "base/i18n.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum status cannot_write(const char *path, struct fault *fault)
{
	return fault_set(fault, errno == ENOSPC ? ST_FULL : ST_IO, _("Cannot write “%s”: %s."), path, strerror(errno));
}

static bool path_in(const char *folder, const char *name, char ret_path[PATH_MAX])
{
	int len = snprintf(ret_path, PATH_MAX, "%s/%s", folder, name);

	return len > 0 && len < PATH_MAX;
}

static bool is_dot(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* Is all that lies there known? *ret_there: something lies there. */
static enum status check_folder(const char *path, bool (*is_ours)(const char *name), bool *ret_there, struct fault *fault)
{
	enum status st = ST_OK;
	DIR *folder = opendir(path);

	*ret_there = folder != NULL;
	if (!folder && errno == ENOENT)
		return ST_OK;
	if (!folder)
		return cannot_write(path, fault);
	for (const struct dirent *entry; st == ST_OK && (entry = readdir(folder));) {
		if (!is_dot(entry->d_name) && !is_ours(entry->d_name))
			st = fault_set(fault, ST_REFUSED, _("“%s” holds other things (“%s”): name a folder that is not there yet."),
				       path, entry->d_name);
	}
	closedir(folder);
	return st;
}

/* Only what the program wrote lies in it. */
static void remove_folder(const char *path)
{
	char inside[PATH_MAX];
	DIR *folder = opendir(path);

	for (const struct dirent *entry; folder && (entry = readdir(folder));) {
		if (!is_dot(entry->d_name) && path_in(path, entry->d_name, inside))
			unlink(inside);
	}
	if (folder)
		closedir(folder);
	rmdir(path);
}

static enum status write_parts(const char *folder, const struct file_part *parts, size_t len, struct fault *fault)
{
	char inside[PATH_MAX];
	enum status st = ST_OK;

	for (size_t i = 0; st == ST_OK && i < len; i++) {
		if (!path_in(folder, parts[i].name, inside))
			return fault_set(fault, ST_INVALID, _("The file name is too long: “%s”."), folder);
		st = file_replace(inside, parts[i].bytes, parts[i].len, fault);
	}
	return st;
}

/* Where there is one already, the two change places, and the old one goes. */
static bool take_place(const char *temp, const char *path, bool there)
{
	if (there)
		return renameat2(AT_FDCWD, temp, AT_FDCWD, path, RENAME_EXCHANGE) == 0;
	return rename(temp, path) == 0;
}

enum status file_replace_folder(const char *path, const struct file_part *parts, size_t len, bool (*is_ours)(const char *name),
				struct fault *fault)
{
	char plain[PATH_MAX], temp[PATH_MAX];
	bool there;
	int n = snprintf(plain, sizeof plain, "%s", path);

	while (n > 1 && n < PATH_MAX && plain[n - 1] == '/')
		plain[--n] = '\0';
	if (n <= 0 || snprintf(temp, sizeof temp, "%s.XXXXXX", plain) >= (int)sizeof temp)
		return fault_set(fault, ST_INVALID, _("The file name is too long: “%s”."), path);
	enum status st = check_folder(plain, is_ours, &there, fault);
	if (st != ST_OK)
		return st;
	if (!mkdtemp(temp))
		return cannot_write(path, fault);
	st = write_parts(temp, parts, len, fault);
	if (st == ST_OK && !take_place(temp, plain, there))
		st = cannot_write(path, fault);
	if (st != ST_OK || there)
		remove_folder(temp);
	return st;
}
