/* hsds_cards.h - cards and the rows of an HSDS package, one made of the other.
 * Private to exchange. */
#ifndef EXCHANGE_HSDS_CARDS_H
#define EXCHANGE_HSDS_CARDS_H

#include "base/buf.h"
#include "domain/workbook.h"
#include "exchange/import.h"
#include "exchange/profile.h"
#include "package.h"

/* What an organization is described as that is none: who does it is not bound to one, or nobody said. */
extern const char hsds_free_tie[], hsds_unsaid_body[];

/* The package of all cards that may leave, by their ids. */
void hsds_of_cards(const struct workbook *book, enum profile profile, struct package *package, size_t *ret_withheld);

/* The package as a spreadsheet of cards that import_rows() reads, its first row our fields; the row of a service has its
 * number, and `before` more. book: the cards recorded already, which a veil is not taken for something new of. */
void hsds_to_sheet(struct package *package, const struct workbook *book, size_t before, struct buf *out);

#endif
