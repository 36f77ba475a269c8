/* projector.c - where projectors stand, though they write nothing: each holds a lock on one byte of the side file, whose place
 * says what it shows and since when. The kernel takes the lock away with the process, however that ends. */
#include "store/local.h"

#include "base/hash.h"
#include "inside.h"
#include "side.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* A place in the file: some bits of the workshop, and below them a time, until the year 2109. */
static off_t place_of(const char *workshop, int64_t wall_ms)
{
	const int64_t last_ms = (INT64_C(1) << SIDE_TIME_BITS) - 1;
	uint64_t hash = hash_bytes(HASH_START, workshop, strlen(workshop)) % SIDE_HASHES;

	return (off_t)(hash << SIDE_TIME_BITS) + (wall_ms < 0 ? 0 : wall_ms < last_ms ? wall_ms : last_ms);
}

static struct flock lock_of(short type, const char *workshop, int64_t from_ms, int64_t last_ms)
{
	off_t start = place_of(workshop, from_ms);

	return (struct flock){
		.l_type = type,
		.l_whence = SEEK_SET,
		.l_start = start,
		.l_len = place_of(workshop, last_ms) - start + 1,
	};
}

void projector_stand(struct store *store, const char *workshop, int64_t since_ms)
{
	struct flock lock = lock_of(F_RDLCK, workshop, since_ms, since_ms);

	projector_leave(store);
	store->projector = store->read_only ? -1 : side_open(store->side);
	if (store->projector < 0)
		return;
	(void)fcntl(store->projector, F_OFD_SETLK, &lock); /* without it, it is a projector nobody knows of */
	side_touch(store->side);
}

void projector_leave(struct store *store)
{
	if (store->projector < 0)
		return;
	close(store->projector);
	store->projector = -1;
	side_touch(store->side);
}

bool projector_stands(const struct store *store, const char *workshop, int64_t from_ms, int64_t last_ms)
{
	struct flock lock = lock_of(F_WRLCK, workshop, from_ms, last_ms);
	int fd = open(store->side, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	bool is_held = fd >= 0 && fcntl(fd, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;

	if (fd >= 0)
		close(fd);
	return is_held;
}
