/* carry.h - what is open from the workshop before (前回の振り返り; field.md 3, invariant 17): what was to be done and is not, and the
 * questions that remained.
 * Floor: engine. Pure. */
#ifndef ENGINE_CARRY_H
#define ENGINE_CARRY_H

#include "base/arena.h"
#include "base/buf.h"
#include "domain/workbook.h"

#include <stdbool.h>
#include <stddef.h>

/* Borrows from the workbook, which holds the workshop before. */
struct carried {
	const struct row *row; /* an action, a note, or the storyline whose questions they are */
	const char *text;      /* may hold line feeds */
	const char *who, *until; /* of an action; "": nobody, and by no day */
	bool is_question;      /* else it is to be done */
};
struct carried_list {
	const struct carried *at; /* borrowed from the arena */
	size_t len;
};
struct carried_list carry_of(const struct workbook *before, struct arena *arena);

void carry_say(const struct carried *carried, struct buf *out);         /* "to do: … (who, until …)", in one line */
void carry_say_all(const struct carried_list *list, struct buf *out);   /* a line each */

/* Is it the step that looks back at the last time? Its title says so: 前回, ふりかえり of last time. */
bool carry_is_looked_at(const struct item *item);

#endif
