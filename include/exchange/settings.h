/* settings.h - what a person has set up for this computer: lines of "key = value" in a file that they edit.
 * Floor: exchange.
 *
 *	# What sounds, besides the terminal's own bell.
 *	on_warning = paplay /usr/share/sounds/freedesktop/stereo/message.oga
 *	on_end = paplay ~/gong.oga
 *	on_over = notify-send yoriai "$YORIAI_ITEM"
 *	bell = silent
 *
 * Blank lines and lines that begin with # say nothing. A command is all that stands behind the "=". */
#ifndef EXCHANGE_SETTINGS_H
#define EXCHANGE_SETTINGS_H

#include "base/arena.h"
#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>

/* What runs a command of the user's own. */
enum hook_kind { HOOK_ON_WARNING, HOOK_ON_END, HOOK_ON_OVER, HOOK_KINDS };
const char *hook_name(enum hook_kind kind); /* "on_warning" */

/* Zeroed: nothing is set up. */
struct settings {
	struct arena arena;
	const char *hooks[HOOK_KINDS]; /* commands; NULL: none */
	bool silent;                   /* "bell = silent": on this computer bells are seen only */
};

/* Reads what can be read. ST_INVALID: some lines could not; the fault names the first, by its number, and says why. */
MUST_CHECK enum status settings_parse(const char *text, size_t len, struct settings *ret_settings, struct fault *fault);
void settings_done(struct settings *settings);

#endif
