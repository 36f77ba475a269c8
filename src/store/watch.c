#include "store/watch.h"

#include "inside.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

enum { POLL_MS = 1000 };

/* The folder is watched and not the file, which comes and goes. Only its attributes matter: that is what a touch
 * changes, while the database beside it is written to and never touched. */
void watch_start(struct watch *watch, const struct store *store)
{
	char folder[PATH_MAX];
	const char *slash = strrchr(store->side, '/');
	size_t len = slash > store->side ? (size_t)(slash - store->side) : 1;

	*watch = (struct watch){ .fd = -1, .poll_ms = POLL_MS, .store = store };
	if (len >= sizeof folder)
		return;
	memcpy(folder, store->side, len);
	folder[len] = '\0';
	int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (fd < 0)
		return;
	if (inotify_add_watch(fd, folder, IN_ATTRIB | IN_ONLYDIR) < 0) {
		close(fd);
		return;
	}
	watch->fd = fd;
	watch->poll_ms = -1;
}

static bool is_of(const struct inotify_event *event, const struct store *store)
{
	const char *name = strrchr(store->side, '/') + 1;

	/* After an overflow nobody knows what was touched. */
	return (event->mask & IN_Q_OVERFLOW) || (event->len && strcmp(event->name, name) == 0);
}

bool watch_drain(struct watch *watch)
{
	_Alignas(struct inotify_event) char events[4096];
	bool touched = watch->fd < 0;
	ssize_t len;

	while (watch->fd >= 0 && ((len = read(watch->fd, events, sizeof events)) > 0 || (len < 0 && errno == EINTR)))
		for (ssize_t at = 0; at < len;) {
			const struct inotify_event *event = (const void *)(events + at);
			touched |= is_of(event, watch->store);
			at += (ssize_t)(sizeof *event + event->len);
		}
	return touched;
}

void watch_stop(struct watch *watch)
{
	if (watch->fd >= 0)
		close(watch->fd);
	*watch = (struct watch){ .fd = -1 };
}
