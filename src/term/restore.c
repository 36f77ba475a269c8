#include "restore.h"

#include "base/mem.h"
#include "write_all.h"

#include <signal.h>
#include <string.h>

static const int fatal[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL };

static struct {
	int tty;
	char bytes[RESTORE_MAX];
	size_t len;
	struct termios modes;
	volatile sig_atomic_t due;
	struct sigaction before[COUNT(fatal)];
	char stack[64 * 1024]; /* for the handler when the program's own has overflowed */
} restore;

/* Only calls that POSIX allows in a signal handler. TCSANOW: a stopped terminal must not hold a dying program. */
static void give_back(void)
{
	if (!restore.due)
		return;
	restore.due = 0;
	write_all(restore.tty, restore.bytes, restore.len);
	tcsetattr(restore.tty, TCSANOW, &restore.modes);
}

/* Then the former action takes its course: a fault happens again on return, a signal that was sent has to be sent
 * again. */
static void on_fatal(int signal_number, siginfo_t *info, void *context)
{
	(void)context;
	give_back();
	for (size_t i = 0; i < COUNT(fatal); i++) {
		if (fatal[i] == signal_number)
			sigaction(signal_number, &restore.before[i], NULL);
	}
	if (info->si_code <= 0)
		raise(signal_number);
}

static void use_own_stack(void)
{
	stack_t now = { 0 };
	stack_t own = { .ss_sp = restore.stack, .ss_size = sizeof restore.stack };

	if (sigaltstack(NULL, &now) == 0 && (now.ss_flags & SS_DISABLE))
		sigaltstack(&own, NULL);
}

void restore_prepare(int tty, const char *bytes, size_t len, const struct termios *modes)
{
	struct sigaction action = { .sa_sigaction = on_fatal, .sa_flags = SA_SIGINFO | SA_ONSTACK };

	restore.tty = tty;
	restore.len = len < RESTORE_MAX ? len : RESTORE_MAX;
	memcpy(restore.bytes, bytes, restore.len);
	restore.modes = *modes;
	use_own_stack();
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < COUNT(fatal); i++)
		sigaction(fatal[i], &action, &restore.before[i]);
	mem_on_exhausted(give_back);
}

void restore_is_due(bool due)
{
	restore.due = due;
}

void restore_forget(void)
{
	restore.due = 0;
	for (size_t i = 0; i < COUNT(fatal); i++)
		sigaction(fatal[i], &restore.before[i], NULL);
	mem_on_exhausted(NULL);
}
