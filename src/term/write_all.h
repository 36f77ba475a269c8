/* write_all.h - bytes to the terminal, past curses.
 * Floor: term (private). Safe in a signal handler. */
#ifndef TERM_WRITE_ALL_H
#define TERM_WRITE_ALL_H

#include <errno.h>
#include <stddef.h>
#include <unistd.h>

/* A terminal that is gone takes nothing: there is nobody to tell. */
static inline void write_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t done = write(fd, bytes, len);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return;
		bytes += done;
		len -= (size_t)done;
	}
}

#endif
