#include "hints.h"

#include <string.h>

void hint_keys(enum command command, bool first_only, char names[HINT_KEYS_LEN])
{
	struct key keys[COMMAND_KEYS_MAX];
	size_t count = command_keys(command, keys, first_only ? 1 : COMMAND_KEYS_MAX);
	char *end = names;

	*end = '\0';
	for (size_t i = 0; i < count; i++) {
		char name[KEY_NAME_LEN];

		key_print(keys[i], name);
		if (i)
			*end++ = ' ';
		end = stpcpy(end, name);
	}
}

size_t hint_commands(enum command_scope scope, enum command found[CMD_COUNT])
{
	size_t count = 0;

	for (size_t i = CMD_NONE + 1; i < CMD_COUNT; i++) {
		if (command_infos[i].scope == scope)
			found[count++] = (enum command)i;
	}
	return count;
}
