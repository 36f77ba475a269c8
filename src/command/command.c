#include "command/command.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <string.h>

#define SCOPE(scope, parent, title)
#define COMMAND(scope, name, keys, hint, help) \
	[CMD_##scope##_##name] = { CMD_##scope##_##name, AT_##scope, #scope "." #name, keys, hint, help },
const struct command_info command_infos[CMD_COUNT] = {
	[CMD_NONE] = { .name = "", .keys = "", .hint = "", .help = "" },
#include "command/commands.def"
};

static const struct {
	enum command_scope parent;
	const char *title;
} scopes[AT_COUNT] = {
#define SCOPE(scope, parent, title) [AT_##scope] = { AT_##parent, title },
#define COMMAND(scope, name, keys, hint, help)
#include "command/commands.def"
};

enum command_scope scope_parent(enum command_scope scope)
{
	return scopes[scope].parent;
}

const char *scope_title(enum command_scope scope)
{
	return _(scopes[scope].title);
}

/* gettext("") would answer with the head of the catalogue. */
static const char *translated(const char *msgid)
{
	return *msgid ? _(msgid) : "";
}

const char *command_hint(enum command command)
{
	return translated(command_infos[command].hint);
}

const char *command_help(enum command command)
{
	return translated(command_infos[command].help);
}

size_t command_keys(enum command command, struct key *keys, size_t max)
{
	const char *at = command_infos[command].keys;
	size_t found = 0;

	while (*at) {
		size_t len = strcspn(at, " ");
		if (found < max && key_parse(at, len, &keys[found]))
			found++;
		at += len;
		at += strspn(at, " ");
	}
	return found;
}

static bool command_has_key(enum command command, struct key key)
{
	struct key keys[COMMAND_KEYS_MAX];
	size_t len = command_keys(command, keys, COUNT(keys));

	for (size_t i = 0; i < len; i++)
		if (key_equal(keys[i], key))
			return true;
	return false;
}

static enum command command_in_scope(enum command_scope scope, struct key key)
{
	for (enum command command = CMD_NONE + 1; command < CMD_COUNT; command++)
		if (command_infos[command].scope == scope && command_has_key(command, key))
			return command;
	return CMD_NONE;
}

enum command command_of_key(enum command_scope scope, struct key key)
{
	key = key_narrow(key);
	for (;;) {
		enum command command = command_in_scope(scope, key);
		if (command != CMD_NONE || scope_parent(scope) == scope)
			return command;
		scope = scope_parent(scope);
	}
}
