/* gathered.h - what a room has brought together: できること by how many people they take (1人・10人・100人), by need, and the
 * supports of its stories by kind (field.md 3, invariant 12).
 * Floor: engine. Pure.
 *
 * Of the whole room only: there is no table and nobody's name in it, so that no screen made from it can put one table
 * beside another. It reads nothing but what the room may see. Needs stand as the workshop lists them, not by number. */
#ifndef ENGINE_GATHERED_H
#define ENGINE_GATHERED_H

#include "base/arena.h"
#include "domain/workbook.h"

#include <stddef.h>

enum { GATHERED_SCOPES = SCOPE_HUNDRED + 1, GATHERED_FORMALITIES = FORMALITY_MIXED + 1 };

struct gathered_part {
	const char *need; /* in its words; "" of all, and of what meets no need that was named */
	size_t offers;
	size_t by_scope[GATHERED_SCOPES];       /* enum scope: what one person can do, what ten, what a hundred */
	size_t supports;
	size_t by_formality[GATHERED_FORMALITIES];
};

struct gathered {
	struct gathered_part all;
	struct gathered_part other; /* for no need, or for one that was deleted since */
	struct gathered_part *needs;
	size_t needs_len;
};

/* Texts are borrowed from the workbook, the needs from the arena. */
struct gathered gathered_of(const struct workbook *book, struct arena *arena);

#endif
