/* import_work.h - an import on its way.
 * Private to exchange: import.c settles its rows, import_local.c keeps what was changed here, import_memory.c what was said of the
 * columns, import_told.c tells what became of them. */
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
	const char *imprint;      /* of a card: what stood here when this file was exported (imprint.h); "": it was not */
	uint64_t kept;            /* a bit for each field that stays as it was changed here */
	const struct entry *twin; /* an earlier row that speaks of the same */
	const char *reason;       /* why it is refused; NULL: it is not */
	bool has_namesake;
	bool settled;
};

/* What was said of the file's columns before. */
struct memory {
	struct id id;           /* made of the header row */
	const char *stands;     /* as mapping.columns; "": nothing */
	struct import_map *map; /* all that this file is read by: what still holds of it, and what is said now */
	size_t map_len;
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
	bool overwrites;
	struct memory memory;
	const struct env *env;
	struct batch *batch;
	struct import_result result;
};

/* What a card's row says of it as it was exported is no field of the card. */
void import_set_imprint_aside(struct entry *entry);
/* Which of the differing fields stay as they stand, since they were changed here. */
uint64_t import_keeps(const struct work *work, const struct entry *entry, const struct row *stands, uint64_t differing);
/* What sources have said of the card, this row the last, as the card remembers it: of a new one, and of one that stands, of which
 * the fields `taken` change. NULL: it remembers so already. */
const char *import_first_imprint(struct work *work, const struct entry *entry);
const char *import_imprint(struct work *work, const struct entry *entry, const struct row *stands, uint64_t taken);

/* Before the columns are found: the options with what was said of such columns before. */
struct import_options import_recall(struct work *work, const struct workbook *book, const struct import_options *options);
/* Once they are found: into the batch, where what was said now is other than what stands. */
void import_remember(struct work *work, const struct import_options *options);

/* Into work->result: once the columns are found, and once all rows are settled. */
void import_tell_columns(struct work *work);
void import_tell_rows(struct work *work);

#endif
