/* hsds_saying.h - what an HSDS package says of one service, gathered into the fields of a card.
 * Private to exchange. */
#ifndef EXCHANGE_HSDS_SAYING_H
#define EXCHANGE_HSDS_SAYING_H

#include "domain/entity.h"
#include "exchange/csv.h"
#include "package.h"

#include <stdbool.h>

struct saying {
	struct hsds_row *service;
	struct buf *fields; /* owned, a text for each field of a card */
	bool is_virtual;    /* where it is given */
};

void saying_begin(struct saying *saying, struct hsds_row *service); /* with what the service's own row says */
struct buf *saying_field(struct saying *saying, enum field field);

/* Behind what the field says already, in a list; what it has no room for is kept. header: where the text comes from. */
void saying_add(struct saying *saying, enum field field, const char *header, const char *text);
/* What has no field is kept beside the fields, a line each. */
void saying_keep(struct saying *saying, const char *header, const char *text);

/* What other tables' rows say of it. */
void saying_add_phone(struct saying *saying, const struct hsds_row *row);
void saying_add_schedule(struct saying *saying, const struct hsds_row *row);
void saying_add_address(struct saying *saying, const struct hsds_row *row);

/* The spreadsheet: its header row, and the row of one saying, which ends that. is_recorded: a veil over what is recorded here
 * says nothing of it. */
void saying_write_header(struct csv_writer *csv);
void saying_write(struct csv_writer *csv, struct saying *saying, bool is_recorded);

#endif
