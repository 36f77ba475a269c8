/* hints.h - the commands of a scope, with their keys as text.
 * Floor: view, private. */
#ifndef VIEW_HINTS_H
#define VIEW_HINTS_H

#include "command/command.h"

/* The names of the command's keys, separated by spaces, or only the first one. "" where there is none. A key means one
 * command in a scope and those above it, so what is named here works. */
enum { HINT_KEYS_LEN = COMMAND_KEYS_MAX * (KEY_NAME_LEN + 1) };
void hint_keys(enum command command, bool first_only, char names[HINT_KEYS_LEN]);

/* The commands of exactly this scope, in the table's order. */
size_t hint_commands(enum command_scope scope, enum command found[CMD_COUNT]);

#endif
