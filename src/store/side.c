#include "side.h"

#include "base/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <stdbool.h>
#include <unistd.h>

enum { TURNS_MAX = 500 }; /* naps; a console leaves in a few milliseconds */

char *side_name(const char *path)
{
	struct buf name = { 0 };

	buf_addf(&name, "%s-touch", path);
	return buf_steal(&name);
}

int side_open(const char *side)
{
	return open(side, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
}

void side_touch(const char *side)
{
	if (utimensat(AT_FDCWD, side, NULL, AT_SYMLINK_NOFOLLOW) == 0 || errno != ENOENT)
		return;
	int fd = side_open(side);
	if (fd < 0)
		return;
	futimens(fd, NULL);
	close(fd);
}

/* The last to leave unlinks the file: a lock on what is no longer there keeps nobody out. */
static bool is_still_there(int fd)
{
	struct stat info;

	return fstat(fd, &info) == 0 && info.st_nlink > 0;
}

int side_lock(const char *side, struct connection *connection)
{
	for (int turn = 0; turn < TURNS_MAX; turn++) {
		int fd = side_open(side);
		if (fd < 0)
			return -1;
		if (flock(fd, LOCK_EX | LOCK_NB) == 0 && is_still_there(fd))
			return fd;
		close(fd);
		connection_nap(connection, turn);
	}
	return -1;
}

void side_unlock(int fd)
{
	if (fd >= 0)
		close(fd);
}
