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

int side_take(const char *side)
{
	int fd = side_open(side);

	if (fd < 0)
		return SIDE_NONE;
	bool is_ours = flock(fd, LOCK_EX | LOCK_NB) == 0;
	if (is_ours && is_still_there(fd))
		return fd;
	bool is_another_s = is_ours || errno == EWOULDBLOCK;
	close(fd);
	return is_another_s ? SIDE_TAKEN : SIDE_NONE;
}

int side_lock(const char *side, struct connection *connection)
{
	int fd = SIDE_TAKEN;

	for (int turn = 0; turn < TURNS_MAX && fd == SIDE_TAKEN; turn++) {
		if (turn > 0)
			connection_nap(connection, turn);
		fd = side_take(side);
	}
	return fd;
}

bool side_is_taken(const char *side)
{
	int fd = open(side, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	bool is_taken = fd >= 0 && flock(fd, LOCK_SH | LOCK_NB) < 0 && errno == EWOULDBLOCK;

	if (fd >= 0)
		close(fd);
	return is_taken;
}

void side_unlock(int fd)
{
	if (fd >= 0)
		close(fd);
}

/* Projectors lock bytes of it. */
static bool is_stood_on(int fd)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	return fcntl(fd, F_OFD_GETLK, &whole) == 0 && whole.l_type != F_UNLCK;
}

void side_drop(const char *side, int fd)
{
	if (fd >= 0 && !is_stood_on(fd))
		unlink(side);
	side_unlock(fd);
}
