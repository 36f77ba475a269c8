/* registry.h - the rows that are recorded already, found again as people know them (the rule: exchange/import.h).
 * Private to exchange. */
#ifndef EXCHANGE_REGISTRY_H
#define EXCHANGE_REGISTRY_H

#include "domain/workbook.h"
#include "index.h"

#include <stdbool.h>

/* A recorded row, or one that this import adds. */
struct known {
	const struct row *row; /* as it stands after what was read so far */
	size_t claimed_by;     /* the number of the row of the file that speaks of it; 0: none yet */
};

/* Borrows the rows given to it. */
struct registry {
	const struct entity_info *info;
	const struct identity *identity;
	struct index index;
	struct arena arena;
};

/* Lists the workbook's people or cards. */
void registry_open(struct registry *registry, const struct workbook *book, enum entity entity);
void registry_done(struct registry *registry);

const char *registry_name(const struct registry *registry, const struct row *row);

/* The recorded row that is meant. NULL: none, it is a new one; with *ret_many: no telling which. */
struct known *registry_find(const struct registry *registry, const struct row *row, bool *ret_many);

void registry_add(struct registry *registry, const struct row *row, size_t claimed_by);
void registry_change(struct registry *registry, struct known *known, const struct row *row);

#endif
