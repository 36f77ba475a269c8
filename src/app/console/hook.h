/* hook.h - commands of the user's own that run when a bell rings.
 * Floor: app (private).
 *
 * /bin/sh gets the command as it stands in the configuration file, and what it should know in its environment:
 * YORIAI_EVENT (warning, end, over, hand, check), YORIAI_BELL (1 to 3), YORIAI_ITEM (the step's title),
 * YORIAI_REMAINING (seconds, negative: over). Nothing of that ever becomes part of the command. It has a session of its
 * own, no terminal, no input and no output; nobody waits for it, and one that takes too long is ended. */
#ifndef APP_HOOK_H
#define APP_HOOK_H

#include "base/status.h"

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum { HOOKS_MAX = 8, HOOK_LIMIT_MS = 10000 };

struct hook_call {
	const char *name; /* "on_end": what people call it */
	const char *command;
	const char *event;
	int bell; /* 0: none */
	const char *item;
	int64_t remaining_s;
};

/* Those that run. Zeroed: none. */
struct hooks {
	struct {
		pid_t pid;
		int64_t due_ms; /* boot clock: when it has had its time */
		const char *name;
		bool too_long; /* and was ended for it */
	} at[HOOKS_MAX];
	int len;
};

MUST_CHECK enum status hook_start(struct hooks *hooks, const struct hook_call *call, struct fault *fault);

/* Takes leave of those that have ended, and ends those that take too long. A sentence about one that went wrong; call
 * again while it is ST_REFUSED. */
MUST_CHECK enum status hooks_look(struct hooks *hooks, struct fault *fault);

int64_t hooks_next_ms(const struct hooks *hooks); /* until one will have had its time; -1: none runs */
void hooks_end(struct hooks *hooks);              /* all of them, now */

#endif
