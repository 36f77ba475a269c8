/* registry.h - the rows that are recorded already, found again as people know them (the rule: exchange/import.h).
 * Private to exchange. */
#ifndef EXCHANGE_REGISTRY_H
#define EXCHANGE_REGISTRY_H

#include "domain/workbook.h"
#include "index.h"

#include <stdbool.h>

/* A row, recorded or of the file, with what it is known by. */
struct keyed {
	const struct row *row;         /* a recorded one: as it stands after what was read so far */
	const char *package, *number, *source; /* "" without one */
	const char *name, *name_place; /* fold keys */
	bool has_place;
	bool claimed; /* a row of the file has spoken of it */
};

/* Borrows the rows given to it. */
struct registry {
	const struct identity *identity;
	bool by_package; /* the file has ids of a package (uuid.h), which each card recorded is known by, too */
	struct index index;
	struct index file; /* of what the file has said so far */
	struct arena arena;
};

/* Lists the workbook's people or cards. */
void registry_open(struct registry *registry, const struct workbook *book, enum entity entity, bool by_package);
void registry_done(struct registry *registry);

const char *registry_name(const struct registry *registry, const struct row *row);

/* The row's keys; lives in the registry. */
struct keyed *registry_keyed(struct registry *registry, const struct row *row);

/* The ways a row is looked for, surest first. When a whole file goes one way after the other, a
 * row never takes what another row names more surely, and the same file read again finds the very same rows. */
enum way { BY_PACKAGE, BY_NUMBER, BY_SOURCE, BY_NAME_AND_PLACE, BY_NAME, WAYS };

/* The recorded row that is meant. NULL: none that way; with *ret_many: no telling which. */
struct keyed *registry_find(const struct registry *registry, const struct keyed *said, enum way way, bool *ret_many);

/* What was given with an earlier row of the same id in the package (or else number, or key, or name and place). NULL: this is the
 * first, and `thing` is remembered with it. */
void *registry_twin(struct registry *registry, const struct keyed *said, void *thing);

/* Is anybody recorded, or added so far, under the same name? */
bool registry_has_name(const struct registry *registry, const struct keyed *said);

/* Is a card recorded by the row's id, its own or that which it is exported by? Then the id says nothing new. */
bool registry_knows_id(const struct registry *registry, const struct keyed *said);

void registry_add(struct registry *registry, struct keyed *keyed);
void registry_change(struct registry *registry, struct keyed *keyed, const struct row *row);

#endif
