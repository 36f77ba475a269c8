/* name.h - a command as it is typed on a line, where there is no screen: by its name, its hint or its key.
 * Floor: command. */
#ifndef COMMAND_NAME_H
#define COMMAND_NAME_H

#include "command/command.h"

/* The commands of a scope and its parents that a line may mean; 1: that one, 0: none, more: which of them? Behind it
 * stand its words ("add 3"): *ret_words is a view into the line, "" where nothing is left.
 *
 * A command is named by its name ("table_state" or "table state", also "run.table_state"; one that ends in _typed takes
 * what is typed, so "add 3" is add_typed), by its hint in the user's language or in English, or by its key where that is
 * one character and no digit. Else by the beginning of a name or a hint, if no other command begins so. The longest such piece of the
 * line counts, and a scope before its parents. Names and hints are blind to case, width and kind of kana, as a search is. */
size_t command_of_line(enum command_scope scope, const char *line, enum command *found, size_t max, const char **ret_words);

/* Is this all that the line says? Whole names only, for where a line may also be an answer. */
bool command_is_named(enum command command, const char *line);

#endif
