/* hints.h - commands with the keys that really reach them in a scope.
 * Floor: view, private. */
#ifndef VIEW_HINTS_H
#define VIEW_HINTS_H

#include "command/command.h"

/* The names of the command's keys that mean it in this scope (not taken by a nearer one), separated by spaces; only the
 * first where `first_only`. "" where there is none. */
enum { HINT_KEYS_LEN = COMMAND_KEYS_MAX * (KEY_NAME_LEN + 1) };
void hint_keys(enum command_scope scope, enum command command, bool first_only, char names[HINT_KEYS_LEN]);

/* The commands of exactly this scope, in the table's order. */
size_t hint_commands(enum command_scope scope, enum command found[CMD_COUNT]);

#endif
