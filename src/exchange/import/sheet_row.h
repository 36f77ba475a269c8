/* sheet_row.h - the cells of one row of a spreadsheet as the fields of a person or card.
 * Private to exchange. */
#ifndef EXCHANGE_SHEET_ROW_H
#define EXCHANGE_SHEET_ROW_H

#include "base/arena.h"
#include "base/buf.h"
#include "columns.h"
#include "domain/entity.h"
#include "exchange/csv.h"
#include "format/span.h"

#include <stdbool.h>
#include <stdint.h>

/* An empty cell says nothing of its field, nor does a card's number 0; a "no" or the first code of a list does. */
struct sheet_row {
	struct row *row; /* of its entity's struct, in the arena; texts never NULL */
	uint64_t said;   /* a bit for each of the entity's fields */
};

/* False where a cell cannot be taken: then the reason is a sentence that quotes the cell and its column. */
bool sheet_row_read(const struct csv *csv, size_t at, const struct entity_info *info, const struct columns *columns,
		    struct arena *arena, struct sheet_row *ret_row, struct buf *reason);

/* What a cell says: trimmed, without the guard of our own exports. Borrowed from csv. */
struct span sheet_row_cell(const struct csv *csv, size_t at, size_t column);

#endif
