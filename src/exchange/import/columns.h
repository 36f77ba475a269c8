/* columns.h - which columns of a spreadsheet say which field.
 * Private to exchange. */
#ifndef EXCHANGE_COLUMNS_H
#define EXCHANGE_COLUMNS_H

#include "base/arena.h"
#include "base/status.h"
#include "domain/entity.h"
#include "exchange/csv.h"
#include "exchange/import.h"
#include "headers.h"

#include <stdbool.h>
#include <stddef.h>

#define NO_COLUMN ((size_t)-1)

/* A column, and what is written before what it says: `joint` only behind another part. */
struct part {
	size_t column;
	const char *joint, *label;
};

/* Columns that together say a field; those that say nothing are left out. */
enum { PARTS_MAX = 12 };
struct reading {
	struct part parts[PARTS_MAX];
	size_t len, head; /* the first `head` say the thing itself, the others more of it */
};

/* The readings of a field, the best first: of a row, the first whose head says anything counts, else the first. */
enum { READINGS_MAX = 3 };
struct readings {
	struct reading at[READINGS_MAX];
	size_t len; /* 0: the file says nothing of the field */
	bool mapped; /* by the user's own word, which nothing is added to */
};

struct columns {
	struct readings *of_field; /* by the field's place in its entity */
	size_t *others;            /* columns that bear a header and say no field */
	size_t others_len;
	const struct dataset *dataset; /* NULL: none that is published */
	bool by_package;               /* one says a card's id in an HSDS package */
	size_t office;                 /* the column of an office's number; NO_COLUMN */
};

/* What headers are compared by, in the arena: "" of one that says nothing. */
const char *columns_key(struct arena *arena, const char *header);

/* Are all fields of the entity read from the same columns? */
bool columns_agree(const struct columns *one, const struct columns *other, const struct entity_info *info);

/* Reads the headers, which are the first row of csv. Everything in *ret_columns lives in the arena. ST_INVALID with a
 * sentence: no such field or column in a mapping, two columns for one field, none for the name. */
MUST_CHECK enum status columns_find(const struct csv *csv, const struct entity_info *info,
				    const struct import_options *options, struct arena *arena,
				    struct columns *ret_columns, struct fault *fault);

#endif
