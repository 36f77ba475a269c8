/* dataset.h - what a row of a file says beside its fields: by what its source knows it, and what has no field here.
 * Private to exchange. Of cards only: people's rows come out as they went in. */
#ifndef EXCHANGE_DATASET_H
#define EXCHANGE_DATASET_H

#include "sheet_row.h"

/* Keeps the columns that no field is read from as `extra`, a line each. In a published data set also says its row's key,
 * so that the row is known again in the next edition, and for a card that is new what the whole set is: its kind, formal,
 * its title as source. The key is the office's number and its service (a number alone is not the row's own), else name,
 * address and service (field.md 5.2). */
void dataset_complete(const struct csv *csv, size_t at, const struct columns *columns, struct arena *arena,
		      struct sheet_row *row);

#endif
