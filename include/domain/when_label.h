/* when_label.h - words for when a step of a story happens, for those who would rather choose than type.
 * Floor: domain. */
#ifndef DOMAIN_WHEN_LABEL_H
#define DOMAIN_WHEN_LABEL_H

#include "base/arena.h"
#include "domain/workbook.h"

struct when_labels {
	const char *const *at; /* in the arena */
	size_t len;
};

/* What may come next stands first: the usual words behind the last of them that the table's story has used; then the story's
 * own other words; then the usual ones that lie behind it. None comes twice. */
struct when_labels when_labels_of(const struct workbook *book, const char *table, struct arena *arena);

#endif
