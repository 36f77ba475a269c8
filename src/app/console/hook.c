#include "hook.h"

#include "base/buf.h"
#include "base/env.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { VARIABLES = 4, NOT_FOUND = 127 };

static int64_t now_ms(void)
{
	return env_now(&env_system).boot_ms;
}

/* --- starting --------------------------------------------------------------------------------------------------- */

static bool is_ours(const char *variable)
{
	return strncmp(variable, "YORIAI_EVENT=", 13) == 0 || strncmp(variable, "YORIAI_BELL=", 12) == 0 ||
	       strncmp(variable, "YORIAI_ITEM=", 12) == 0 || strncmp(variable, "YORIAI_REMAINING=", 17) == 0;
}

/* Ours and then our own environment's, in one list for posix_spawn. The texts of ours lie in `own`. */
static char **list_environment(const struct hook_call *call, struct buf own[VARIABLES])
{
	size_t len = 0, kept = 0;

	while (environ[len])
		len++;
	char **list = mem_new(len + VARIABLES + 1, sizeof *list);
	buf_addf(&own[0], "YORIAI_EVENT=%s", call->event);
	buf_addf(&own[1], "YORIAI_BELL=%d", call->bell);
	buf_addf(&own[2], "YORIAI_ITEM=%s", call->item);
	buf_addf(&own[3], "YORIAI_REMAINING=%" PRId64, call->remaining_s);
	for (size_t i = 0; i < VARIABLES; i++)
		list[kept++] = own[i].bytes;
	for (size_t i = 0; i < len; i++)
		if (!is_ours(environ[i]))
			list[kept++] = environ[i];
	return list;
}

/* The signals that the loop reads from its descriptor, and those that the program ignores, act in the child again. */
static int set_attributes(posix_spawnattr_t *attributes)
{
	const short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID;
	sigset_t none, ignored;
	int error = posix_spawnattr_setflags(attributes, flags);

	sigemptyset(&none);
	sigemptyset(&ignored);
	sigaddset(&ignored, SIGPIPE);
	sigaddset(&ignored, SIGXFSZ);
	if (!error)
		error = posix_spawnattr_setsigmask(attributes, &none);
	if (!error)
		error = posix_spawnattr_setsigdefault(attributes, &ignored);
	return error;
}

static int set_files(posix_spawn_file_actions_t *files)
{
	int error = posix_spawn_file_actions_addopen(files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);

	if (!error)
		error = posix_spawn_file_actions_addopen(files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	if (!error)
		error = posix_spawn_file_actions_adddup2(files, STDOUT_FILENO, STDERR_FILENO);
	if (!error)
		error = posix_spawn_file_actions_addclosefrom_np(files, STDERR_FILENO + 1);
	return error;
}

static int spawn(const struct hook_call *call, pid_t *ret_pid)
{
	char shell[] = "sh", option[] = "-c", *command = mem_copy(call->command);
	char *const argv[] = { shell, option, command, NULL };
	struct buf own[VARIABLES] = { 0 };
	char **environment = list_environment(call, own);
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;

	posix_spawn_file_actions_init(&files);
	posix_spawnattr_init(&attributes);
	int error = set_attributes(&attributes);
	if (!error)
		error = set_files(&files);
	if (!error)
		error = posix_spawn(ret_pid, "/bin/sh", &files, &attributes, argv, environment);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&files);
	for (size_t i = 0; i < VARIABLES; i++)
		buf_done(&own[i]);
	free(environment);
	free(command);
	return error;
}

enum status hook_start(struct hooks *hooks, const struct hook_call *call, struct fault *fault)
{
	pid_t pid;

	if (hooks->len == HOOKS_MAX)
		return fault_set(fault, ST_BUSY, _("%s was not run: %d commands are running still."), call->name,
				 HOOKS_MAX);
	int error = spawn(call, &pid);
	if (error)
		return fault_set(fault, ST_IO, _("%s could not be run: %s."), call->name, strerror(error));
	hooks->at[hooks->len].pid = pid;
	hooks->at[hooks->len].due_ms = now_ms() + HOOK_LIMIT_MS;
	hooks->at[hooks->len].name = call->name;
	hooks->at[hooks->len++].too_long = false;
	return ST_OK;
}

/* --- running ---------------------------------------------------------------------------------------------------- */

static enum status judge(const char *name, bool too_long, int wait_status, struct fault *fault)
{
	if (too_long)
		return fault_set(fault, ST_REFUSED,
				 _("%s ran for more than %d s and was stopped; look at its command."), name,
				 HOOK_LIMIT_MS / 1000);
	if (WIFSIGNALED(wait_status))
		return fault_set(fault, ST_REFUSED, _("%s was ended by a signal (%s)."), name,
				 strsignal(WTERMSIG(wait_status)));
	if (WEXITSTATUS(wait_status) == NOT_FOUND)
		return fault_set(fault, ST_REFUSED, _("%s: its command was not found; look at the configuration file."),
				 name);
	if (WEXITSTATUS(wait_status))
		return fault_set(fault, ST_REFUSED, _("%s failed (exit status %d); try its command in a shell."), name,
				 WEXITSTATUS(wait_status));
	return ST_OK;
}

/* Its whole session: the shell may have started others. */
static void end_one(pid_t pid)
{
	kill(-pid, SIGKILL);
	kill(pid, SIGKILL);
}

enum status hooks_look(struct hooks *hooks, struct fault *fault)
{
	enum status st = ST_OK;

	for (int i = 0; i < hooks->len && st == ST_OK;) {
		int wait_status = 0;
		pid_t pid = waitpid(hooks->at[i].pid, &wait_status, WNOHANG);
		if (pid == 0) {
			if (!hooks->at[i].too_long && now_ms() >= hooks->at[i].due_ms) {
				hooks->at[i].too_long = true;
				end_one(hooks->at[i].pid);
			}
			i++;
			continue;
		}
		if (pid > 0)
			st = judge(hooks->at[i].name, hooks->at[i].too_long, wait_status, fault);
		hooks->at[i] = hooks->at[--hooks->len];
	}
	return st;
}

int64_t hooks_next_ms(const struct hooks *hooks)
{
	int64_t next_ms = -1, at_ms = hooks->len ? now_ms() : 0;

	for (int i = 0; i < hooks->len; i++) {
		int64_t left_ms = hooks->at[i].due_ms > at_ms ? hooks->at[i].due_ms - at_ms : 0;
		if (!hooks->at[i].too_long && (next_ms < 0 || left_ms < next_ms))
			next_ms = left_ms;
	}
	return next_ms;
}

void hooks_end(struct hooks *hooks)
{
	for (int i = 0; i < hooks->len; i++)
		end_one(hooks->at[i].pid);
	for (int i = 0; i < hooks->len; i++)
		while (waitpid(hooks->at[i].pid, NULL, 0) < 0 && errno == EINTR)
			;
	*hooks = (struct hooks){ 0 };
}
