#include "base/file.h"

#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static struct {
	char **at;
	size_t len;
} kept;

void file_keep_off(const char *path)
{
	kept.at = mem_grow(kept.at, kept.len + 1, sizeof *kept.at);
	kept.at[kept.len++] = mem_copy(path);
}

void file_let_near(const char *path)
{
	for (size_t i = kept.len; i-- > 0;) {
		if (strcmp(kept.at[i], path) != 0)
			continue;
		free(kept.at[i]);
		kept.at[i] = kept.at[--kept.len];
		break;
	}
	if (!kept.len) {
		free(kept.at);
		kept.at = NULL;
	}
}

static bool is_one_file(const struct stat *info, const char *path, const char *suffix)
{
	struct buf name = { 0 };
	struct stat other;

	buf_addf(&name, "%s%s", path, suffix);
	bool is = stat(buf_text(&name), &other) == 0 && other.st_dev == info->st_dev && other.st_ino == info->st_ino;
	buf_done(&name);
	return is;
}

/* With what SQLite puts beside it. */
bool file_is_kept_off(const char *path)
{
	static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };
	struct stat info;

	if (stat(path, &info) < 0)
		return false;
	for (size_t i = 0; i < kept.len; i++)
		for (size_t k = 0; k < COUNT(suffixes); k++)
			if (is_one_file(&info, kept.at[i], suffixes[k]))
				return true;
	return false;
}
