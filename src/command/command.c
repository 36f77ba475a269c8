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

/* Counts as enum command does: a scope's name is that of its first command. */
enum {
	BEFORE_ALL,
#define SCOPE(scope, parent, title) FIRST_IN_##scope, BEFORE_##scope = FIRST_IN_##scope - 1,
#define COMMAND(scope, name, keys, hint, help) PLACE_OF_##scope##_##name,
#include "command/commands.def"
};

static const struct {
	enum command_scope parent;
	const char *title;
	int first;
} scopes[AT_COUNT] = {
#define SCOPE(scope, parent, title) [AT_##scope] = { AT_##parent, title, FIRST_IN_##scope },
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

/* The keys of a command, read from its row when they are first asked for: every key that is pressed asks for many. */
struct key_set {
	struct key keys[COMMAND_KEYS_MAX];
	size_t len;
	bool is_read;
};

static const struct key_set *keys_of(enum command command)
{
	static struct key_set sets[CMD_COUNT];
	struct key_set *set = &sets[command];

	for (const char *at = command_infos[command].keys; !set->is_read && *at;) {
		size_t len = strcspn(at, " ");
		if (set->len < COMMAND_KEYS_MAX && key_parse(at, len, &set->keys[set->len]))
			set->len++;
		at += len;
		at += strspn(at, " ");
	}
	set->is_read = true;
	return set;
}

size_t command_keys(enum command command, struct key *keys, size_t max)
{
	const struct key_set *set = keys_of(command);
	size_t len = set->len < max ? set->len : max;

	memcpy(keys, set->keys, len * sizeof *keys);
	return len;
}

static bool command_has_key(enum command command, struct key key)
{
	const struct key_set *set = keys_of(command);

	for (size_t i = 0; i < set->len; i++)
		if (key_equal(set->keys[i], key))
			return true;
	return false;
}

static enum command command_in_scope(enum command_scope scope, struct key key)
{
	for (int i = scopes[scope].first; i < CMD_COUNT && command_infos[i].scope == scope; i++)
		if (command_has_key((enum command)i, key))
			return (enum command)i;
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
