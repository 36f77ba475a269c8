/* columns.h - which column of a spreadsheet is which field.
 * Private to exchange. */
#ifndef EXCHANGE_COLUMNS_H
#define EXCHANGE_COLUMNS_H

#include "base/arena.h"
#include "base/status.h"
#include "domain/entity.h"
#include "exchange/csv.h"
#include "exchange/import.h"

#include <stddef.h>

#define NO_COLUMN ((size_t)-1)

struct columns {
	size_t *of_field; /* by the field's place in its entity; NO_COLUMN where the file says nothing of it */
	const char **passed_over;
	size_t passed_over_len;
};

/* Reads the headers, which are the first row of csv. Everything in *ret_columns lives in the arena. ST_INVALID with a
 * sentence: no such field or column in a mapping, two columns for one field, none for the name. */
MUST_CHECK enum status columns_find(const struct csv *csv, const struct entity_info *info,
				    const struct import_options *options, struct arena *arena,
				    struct columns *ret_columns, struct fault *fault);

#endif
