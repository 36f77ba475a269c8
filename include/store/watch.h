/* watch.h - learning at once, and without polling, that somebody committed (speed.md 2).
 * Floor: store. inotify on a side file beside the database, touched after each commit; where inotify is missing, poll_ms is
 * what to wait at most before asking store_is_stale(). */
#ifndef STORE_WATCH_H
#define STORE_WATCH_H

#include "store/store.h"

struct watch {
	int fd;      /* readable when somebody committed; -1 where inotify is missing */
	int poll_ms; /* -1: no need */
	const struct store *store;
};
void watch_start(struct watch *watch, const struct store *store);
bool watch_drain(struct watch *watch); /* after fd was readable: was it our file? (also true where fd is -1) */
void watch_stop(struct watch *watch);

#endif
