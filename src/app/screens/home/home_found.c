/* home_found.c - a copy that somebody has brought: the newest file that may be one, where sticks and downloads lie. */
#include "home.h"

#include "base/file.h"
#include "base/mem.h"
#include "text/text.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

struct found {
	struct buf path; /* "": none yet */
	struct timespec written;
};

static bool is_named_as_copy(const char *name)
{
	const char *end = strrchr(name, '.');

	return *name != '.' && end && (strcasecmp(end, ".db") == 0 || strcasecmp(end, ".json") == 0) &&
	       text_is_clean(name, strlen(name), false);
}

static bool is_later(struct timespec a, struct timespec b)
{
	return a.tv_sec != b.tv_sec ? a.tv_sec > b.tv_sec : a.tv_nsec > b.tv_nsec;
}

/* The database itself is none. */
static void weigh(struct found *found, const char *path)
{
	struct stat info;

	if (lstat(path, &info) != 0 || !S_ISREG(info.st_mode) || file_is_kept_off(path))
		return;
	if (found->path.len && !is_later(info.st_mtim, found->written))
		return;
	buf_clear(&found->path);
	buf_add_text(&found->path, path);
	found->written = info.st_mtim;
}

/* Calls `visit` with the path of each entry of the folder. */
static void each_entry(const char *folder, void (*visit)(struct found *found, const char *path, const char *name), struct found *found)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;

	while (dir && (entry = readdir(dir))) {
		struct buf path = { 0 };
		buf_addf(&path, "%s/%s", folder, entry->d_name);
		if (entry->d_name[0] != '.')
			visit(found, buf_text(&path), entry->d_name);
		buf_done(&path);
	}
	if (dir)
		closedir(dir);
}

static void look_at_file(struct found *found, const char *path, const char *name)
{
	if (is_named_as_copy(name))
		weigh(found, path);
}

static void look_at_stick(struct found *found, const char *path, const char *name)
{
	(void)name;
	each_entry(path, look_at_file, found);
}

static void look_under(struct found *found, const char *variable, const char *before, const char *after,
		       void (*visit)(struct found *found, const char *path, const char *name))
{
	const char *value = getenv(variable);
	struct buf folder = { 0 };

	if (!value || !*value)
		return;
	buf_addf(&folder, "%s%s%s", before, value, after);
	each_entry(buf_text(&folder), visit, found);
	buf_done(&folder);
}

char *home_find_copy(void)
{
	struct found found = { .path = { 0 } };

	look_under(&found, "USER", "/media/", "", look_at_stick);
	look_under(&found, "USER", "/run/media/", "", look_at_stick);
	look_under(&found, "HOME", "", "/Downloads", look_at_file);
	look_under(&found, "HOME", "", "/ダウンロード", look_at_file);
	return buf_steal(&found.path);
}
