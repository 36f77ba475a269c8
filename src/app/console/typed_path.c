#include "typed_path.h"

#include "base/mem.h"
#include "text/text.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

char *typed_path(const char *typed)
{
	const char *home = getenv("HOME");
	struct buf path = { 0 };
	size_t len = strlen(typed);

	while (len && typed[len - 1] == ' ')
		len--;
	if (len > 1 && (*typed == '\'' || *typed == '"') && typed[len - 1] == *typed) {
		typed++;
		len -= 2;
	}
	if (len > 1 && strncmp(typed, "~/", 2) == 0 && home) {
		buf_add_text(&path, home);
		typed++;
		len--;
	} else if (!memchr(typed, '/', len)) {
		buf_add_text(&path, "./");
	}
	buf_add(&path, typed, len);
	return buf_steal(&path);
}

/* --- completing it ------------------------------------------------------------------------------------------------------ */

enum { NAMES_MAX = 200 };
struct names {
	char *at[NAMES_MAX];
	size_t len;
};

static bool is_folder(const char *folder, const char *name)
{
	struct buf path = { 0 };
	struct stat info;

	buf_addf(&path, "%s/%s", folder, name);
	bool is = stat(buf_text(&path), &info) == 0 && S_ISDIR(info.st_mode);
	buf_done(&path);
	return is;
}

/* What is hidden, or could not be typed, is not offered. */
static bool is_meant(const char *name, const char *begun)
{
	return strncmp(name, begun, strlen(begun)) == 0 && (*name != '.' || *begun == '.') &&
	       text_is_clean(name, strlen(name), false);
}

static void find_names(const char *folder, const char *begun, struct names *names)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;

	while (dir && names->len < NAMES_MAX && (entry = readdir(dir))) {
		struct buf name = { 0 };
		if (!is_meant(entry->d_name, begun) || strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		buf_addf(&name, "%s%s", entry->d_name, is_folder(folder, entry->d_name) ? "/" : "");
		names->at[names->len++] = buf_steal(&name);
	}
	if (dir)
		closedir(dir);
}

/* Whole characters only. */
static size_t common_len(const struct names *names)
{
	size_t len = strlen(names->at[0]);

	for (size_t i = 1; i < names->len; i++)
		for (size_t k = 0; k < len; k++)
			if (names->at[0][k] != names->at[i][k])
				len = k;
	while (len && (names->at[0][len] & 0xC0) == 0x80)
		len--;
	return len;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void tell_names(struct names *names, struct buf *out)
{
	qsort(names->at, names->len, sizeof names->at[0], by_name);
	for (size_t i = 0; i < names->len; i++)
		buf_addf(out, "%s%s", out->len ? "  " : "", names->at[i]);
}

char *typed_path_complete(const char *typed, struct buf *names_told)
{
	const char *slash = strrchr(typed, '/'), *begun = slash ? slash + 1 : typed;
	struct names names = { .len = 0 };
	struct buf folder_typed = { 0 }, whole = { 0 };

	buf_add(&folder_typed, typed, (size_t)(begun - typed));
	char *folder = typed_path(buf_text(&folder_typed));
	find_names(folder, begun, &names);
	size_t len = names.len ? common_len(&names) : 0;
	buf_add(&whole, typed, (size_t)(begun - typed));
	if (len > strlen(begun))
		buf_add(&whole, names.at[0], len);
	else
		buf_add_text(&whole, begun);
	if (len <= strlen(begun) && names.len > 1)
		tell_names(&names, names_told);
	for (size_t i = 0; i < names.len; i++)
		free(names.at[i]);
	free(folder);
	buf_done(&folder_typed);
	return buf_steal(&whole);
}
