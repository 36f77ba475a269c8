/* The program's side. A keeper holds the session and its terminal, as a shell would: were the program itself the
 * session's leader, the kernel would reset the terminal's modes when it ends and ignore its Ctrl-Z. */
#include "support/pty_private.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static void use_env(const char *const *env)
{
	for (; env && *env; env++) {
		if (strchr(*env, '='))
			putenv(strdup(*env));
		else
			unsetenv(*env);
	}
}

static void close_from(int first)
{
	for (int fd = first; fd < 256; fd++)
		close(fd);
}

static void default_signals(void)
{
	sigset_t none;

	for (int i = 1; i < NSIG; i++)
		signal(i, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

static void run_program(const char *const argv[], const struct pty_options *options)
{
	signal(SIGTTOU, SIG_IGN);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	setpgid(0, 0);
	tcsetpgrp(0, getpid());
	default_signals();
	close_from(3);
	use_env(options->env);
	if (options->ignored)
		signal(options->ignored, SIG_IGN);
	execvp(argv[0], (char *const *)argv);
	_exit(127);
}

static int64_t cpu_ms_of(const struct rusage *usage)
{
	return (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1000 +
	       (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1000;
}

static void tell(int reports, pid_t program, int wait_status, const struct rusage *usage)
{
	struct pty_report report = { .program = program, .wait_status = wait_status, .cpu_ms = cpu_ms_of(usage) };

	if (write(reports, &report, sizeof report) != (ssize_t)sizeof report)
		_exit(1);
}

static void watch_program(pid_t program, int reports)
{
	struct rusage usage = { 0 };
	int status = 0;

	tell(reports, program, 0, &usage);
	for (;;) {
		pid_t pid = wait4(program, &status, WUNTRACED | WCONTINUED, &usage);

		if (pid < 0 && errno == EINTR)
			continue;
		if (pid < 0)
			break;
		tell(reports, program, status, &usage);
	}
	for (;;)
		pause();
}

static void run_keeper(const char *const argv[], const struct pty_options *options, int slave, int reports)
{
	pid_t program;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	setsid();
	ioctl(slave, TIOCSCTTY, 0);
	signal(SIGHUP, SIG_IGN);
	signal(SIGTTOU, SIG_IGN);
	for (int fd = 0; fd < 3; fd++)
		dup2(slave, fd);
	dup2(reports, 3);
	close_from(4);
	program = fork();
	if (program == 0)
		run_program(argv, options);
	watch_program(program, 3);
}

pid_t pty_child_start(const char *const argv[], const struct pty_options *options, int slave, int *ret_reports)
{
	int reports[2];
	pid_t keeper;

	if (pipe(reports) != 0)
		abort();
	keeper = fork();
	if (keeper == 0) {
		run_keeper(argv, options, slave, reports[1]);
		_exit(1);
	}
	close(reports[1]);
	*ret_reports = reports[0];
	return keeper;
}
