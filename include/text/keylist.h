/* keylist.h - the search keys (fold.h) of a long list's rows, one behind the other, so that a typed character costs one walk through
 * memory.
 * Floor: text. Zeroed is a valid empty list. */
#ifndef TEXT_KEYLIST_H
#define TEXT_KEYLIST_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

struct keylist {
	struct buf keys; /* each ended by a NUL */
	size_t *starts;  /* of each key */
	size_t len, room;
};

void keylist_add(struct keylist *list, const char *text, size_t len); /* the next row's, not folded yet */
void keylist_done(struct keylist *list);

/* Does the row hold all of the folded words, parted by blanks, wherever they stand? No word: it does. */
bool keylist_holds(const struct keylist *list, size_t row, const char *words);
/* The first of the rows `from` up to `to` that does; `to`: none. */
size_t keylist_find(const struct keylist *list, size_t from, size_t to, const char *words);

#endif
