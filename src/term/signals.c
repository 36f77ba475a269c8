#include "term/signals.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

static const int watched[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT, SIGCHLD };

static bool is_ignored(int signal_number)
{
	struct sigaction action;

	return sigaction(signal_number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

/* Blocking would bring back what is ignored: it would wait in the descriptor all the same. */
static sigset_t watched_set(void)
{
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < COUNT(watched); i++) {
		if (!is_ignored(watched[i]))
			sigaddset(&set, watched[i]);
	}
	return set;
}

enum status signals_open(int *ret_fd, struct fault *fault)
{
	sigset_t set = watched_set();
	int fd = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);

	if (fd < 0)
		return fault_set(fault, ST_IO, _("Signals cannot be watched: %s."), strerror(errno));
	sigprocmask(SIG_BLOCK, &set, NULL);
	*ret_fd = fd;
	return ST_OK;
}

void signals_close(int fd)
{
	sigset_t set = watched_set();

	sigprocmask(SIG_UNBLOCK, &set, NULL);
	close(fd);
}

int signals_take(int fd)
{
	struct signalfd_siginfo info;

	return read(fd, &info, sizeof info) == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

void signals_die(int signal_number)
{
	sigset_t set;

	signal(signal_number, SIG_DFL);
	sigemptyset(&set);
	sigaddset(&set, signal_number);
	raise(signal_number);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	_exit(128 + signal_number); /* it does not end processes by default */
}
