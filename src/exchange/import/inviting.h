/* inviting.h - what a list of people says of them in one workshop: their invitations.
 * Private to exchange. */
#ifndef EXCHANGE_INVITING_H
#define EXCHANGE_INVITING_H

#include "domain/fact.h"
#include "engine/guests.h"
#include "sheet_row.h"

/* Zeroed: the list is of no workshop. */
struct inviting {
	const struct workbook *book; /* NULL: of none */
	struct columns columns;
	struct guests guests; /* as they stood before the list was read */
	struct arena arena;
};

/* ST_INVALID with a sentence, as columns_find(). */
MUST_CHECK enum status inviting_open(struct inviting *inviting, const struct workbook *book, const struct csv *csv,
				     const struct import_options *options, struct fault *fault);
void inviting_done(struct inviting *inviting);

/* What the row says beside the person; as sheet_row_read(). */
bool inviting_read(struct inviting *inviting, const struct csv *csv, size_t at, struct sheet_row *ret_row, struct buf *reason);

enum invited { INVITED_SAME, INVITED_CHANGED, INVITED_ANEW };
/* Asks the person, or changes what is said of them; fields that the row does not speak of stay. */
enum invited inviting_write(struct inviting *inviting, const struct person *person, const struct sheet_row *said, struct batch *batch);

#endif
