/* import_work.h - an import on its way.
 * Private to exchange: import.c settles its rows, import_told.c tells what became of them. */
#ifndef EXCHANGE_IMPORT_WORK_H
#define EXCHANGE_IMPORT_WORK_H

#include "columns.h"
#include "exchange/csv.h"
#include "exchange/import.h"
#include "inviting.h"
#include "registry.h"
#include "sheet_row.h"

/* A row of the file on its way. */
struct entry {
	struct sheet_row read;
	struct sheet_row guest;   /* what it says of the invitation, if there is one */
	struct keyed *keyed;      /* of read.row */
	const struct row *row;    /* as it will stand, with its id; NULL: refused, or an earlier row of the file speaks of it */
	enum import_fate fate;
	size_t number;            /* as the spreadsheet shows it */
	const struct entry *twin; /* an earlier row that speaks of the same */
	const char *reason;       /* why it is refused; NULL: it is not */
	bool has_namesake;
	bool settled;
};

struct work {
	const struct entity_info *info;
	struct csv csv;
	struct columns columns;
	struct registry registry;
	struct inviting inviting;
	struct arena arena;
	struct entry *entries;
	size_t entries_len;
	const struct env *env;
	struct batch *batch;
	struct import_result result;
};

/* Into work->result: once the columns are found, and once all rows are settled. */
void import_tell_columns(struct work *work);
void import_tell_rows(struct work *work);

#endif
