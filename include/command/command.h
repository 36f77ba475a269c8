/* command.h - every command once (commands.def): its scope, keys, hint and help.
 * Floor: command. Readers: the enum, key look-up, help screen, footer, palette, docs/keys.md and the man page. */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "command/key.h"

#include <stdbool.h>
#include <stddef.h>

/* Generated names keep the stored name after the prefix: CMD_run_next is "run.next". */
#define SCOPE(scope, parent, title) AT_##scope,
#define COMMAND(scope, name, keys, hint, help)
enum command_scope {
#include "command/commands.def"
	AT_COUNT
};

#define SCOPE(scope, parent, title)
#define COMMAND(scope, name, keys, hint, help) CMD_##scope##_##name,
enum command {
	CMD_NONE,
#include "command/commands.def"
	CMD_COUNT
};

struct command_info {
	enum command command;
	enum command_scope scope;
	const char *name; /* "run.next": for the palette and tests */
	const char *keys; /* as written in the table, separated by spaces; "" reachable by palette only */
	const char *hint; /* footer, at most 14 columns; catalogue key */
	const char *help; /* one sentence; catalogue key */
};
extern const struct command_info command_infos[CMD_COUNT]; /* [CMD_NONE] is empty, its texts "" */

const char *command_hint(enum command command); /* in the user's language */
const char *command_help(enum command command);

/* The keys of a command, as many as max, in the table's order: the first is the one to show. Returns how many. */
enum { COMMAND_KEYS_MAX = 4 }; /* no command has more */
size_t command_keys(enum command command, struct key *keys, size_t max);

enum command_scope scope_parent(enum command_scope scope); /* itself: the chain ends here */
const char *scope_title(enum command_scope scope);         /* in the user's language */

/* The command a key means in a scope (or its parents); CMD_NONE. Full-width keys mean their ASCII ones. */
enum command command_of_key(enum command_scope scope, struct key key);
/* Commands usable in a scope whose name, hint or help hold the words typed (kana-, width-, case-blind), best first. */
size_t command_search(enum command_scope scope, const char *words, enum command *found, size_t max);

#endif
