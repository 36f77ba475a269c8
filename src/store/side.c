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

enum { NONE = -1, TAKEN = -2 };

/* NONE: there is no such lock to be had. */
static int take(const char *side)
{
	int fd = side_open(side);

	if (fd < 0)
		return NONE;
	bool is_ours = flock(fd, LOCK_EX | LOCK_NB) == 0;
	if (is_ours && is_still_there(fd))
		return fd;
	bool is_another_s = is_ours || errno == EWOULDBLOCK;
	close(fd);
	return is_another_s ? TAKEN : NONE;
}

int side_lock(const char *side, struct connection *connection)
{
	int fd = TAKEN;

	for (int turn = 0; turn < TURNS_MAX && fd == TAKEN; turn++) {
		if (turn > 0)
			connection_nap(connection, turn);
		fd = take(side);
	}
	return fd;
}

void side_unlock(int fd)
{
	if (fd >= 0)
		close(fd);
}

/* Is any of these bytes locked by anybody but who asks? */
static bool is_locked(int fd, struct flock bytes)
{
	return fcntl(fd, F_OFD_GETLK, &bytes) == 0 && bytes.l_type != F_UNLCK;
}

void side_drop(const char *side)
{
	const struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	int fd = open(side, O_RDWR | O_NOFOLLOW | O_CLOEXEC);

	if (fd >= 0 && !is_locked(fd, whole))
		unlink(side);
	side_unlock(fd);
}

/* The first bytes behind the projectors'. */
static struct flock lock_of(short type, enum side_place place)
{
	const off_t first = (off_t)SIDE_HASHES << SIDE_TIME_BITS;

	return (struct flock){ .l_type = type, .l_whence = SEEK_SET, .l_start = first + (off_t)place, .l_len = 1 };
}

bool side_step_on(int fd, enum side_place place)
{
	struct flock lock = lock_of(place == SIDE_LOOKS ? F_WRLCK : F_RDLCK, place);

	return fd >= 0 && fcntl(fd, F_OFD_SETLK, &lock) == 0;
}

void side_step_off(int fd, enum side_place place)
{
	struct flock lock = lock_of(F_UNLCK, place);

	if (fd >= 0)
		(void)fcntl(fd, F_OFD_SETLK, &lock); /* closing the file will do it */
}

bool side_is_stood_on(const char *side, enum side_place place)
{
	int fd = open(side, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	bool is = fd >= 0 && is_locked(fd, lock_of(F_WRLCK, place));

	side_unlock(fd);
	return is;
}
