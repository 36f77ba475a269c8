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
	bool claimed;          /* a row of the file has spoken of it */
};

/* Borrows the rows given to it. */
struct registry {
	const struct entity_info *info;
	const struct identity *identity;
	struct index index;
	struct index file; /* of what the file has said so far */
	struct arena arena;
};

/* Lists the workbook's people or cards. */
void registry_open(struct registry *registry, const struct workbook *book, enum entity entity);
void registry_done(struct registry *registry);

const char *registry_name(const struct registry *registry, const struct row *row);

/* The ways a row is looked for, surest first. When a whole file goes the first way, then the second, then the third, a row
 * never takes what another row names more surely, and the same file read again finds the very same rows. */
enum way { BY_NUMBER, BY_NAME_AND_PLACE, BY_NAME, WAYS };

/* The recorded row that is meant. NULL: none that way; with *ret_many: no telling which. */
struct known *registry_find(const struct registry *registry, const struct row *row, enum way way, bool *ret_many);

/* What was given with an earlier row of the same number (or, without numbers, of the same name and place). NULL: this is the
 * first, and `thing` is remembered with it. */
void *registry_twin(struct registry *registry, const struct row *row, void *thing);

void registry_add(struct registry *registry, const struct row *row, bool claimed);
void registry_change(struct registry *registry, struct known *known, const struct row *row);

#endif
