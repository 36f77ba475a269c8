#include "stray.h"

#include "base/buf.h"
#include "base/mem.h"
#include "place.h"
#include "side.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The file format: two bytes of the head say by which kind of journal the file is written. */
enum { HEAD_LEN = 20, HEAD_WRITE_VERSION = 18, HEAD_READ_VERSION = 19, VERSION_AT_REST = 1 };

/* A file says that it is live before it has a log, and ceases to say so when it has none any more. Read as SQLite does it (see
 * backup.c). */
static bool is_at_rest(const char *path)
{
	sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
	sqlite3_file *file = mem_new(1, (size_t)vfs->szOsFile);
	unsigned char head[HEAD_LEN] = { 0 };
	bool is_read = vfs->xOpen(vfs, path, file, SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
		       file->pMethods->xRead(file, head, HEAD_LEN, 0) == SQLITE_OK;

	if (file->pMethods)
		file->pMethods->xClose(file);
	free(file);
	return is_read && head[HEAD_WRITE_VERSION] == VERSION_AT_REST && head[HEAD_READ_VERSION] == VERSION_AT_REST;
}

/* What a journal holds goes back into the file, and may well be its head. */
static bool is_stray(const char *path)
{
	return place_has(path, "-wal") && !place_has(path, "-journal") && is_at_rest(path);
}

static char *rename_log(const char *path)
{
	struct buf log = { 0 }, name = { 0 };
	struct stat info;

	buf_addf(&log, "%s-wal", path);
	if (stat(buf_text(&log), &info) == 0)
		buf_addf(&name, "%s.log-%lld", path, (long long)info.st_mtime);
	bool is_renamed = name.len && rename(buf_text(&log), buf_text(&name)) == 0;
	buf_done(&log);
	if (is_renamed)
		return buf_steal(&name);
	buf_done(&name);
	return NULL;
}

char *stray_put_aside(const char *path, const char *side)
{
	struct connection napper = { .chance = 1 };
	char *name = NULL;

	if (!is_stray(path))
		return NULL;
	/* Of several who come at once one does it, and no log that was made since is taken for it. */
	int turn = side_lock(side, &napper);
	if (is_stray(path))
		name = rename_log(path);
	side_unlock(turn);
	side_drop(side);
	return name;
}
