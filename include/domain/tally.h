/* tally.h - how much there is: of offers, of the story, of supports by formality.
 * Floor: domain. Pure. */
#ifndef DOMAIN_TALLY_H
#define DOMAIN_TALLY_H

#include "domain/workbook.h"

/* Σ over a table, or over the whole room with table NULL. field.md 3, invariant 12: persons = the offers one person could
 * make alone (scope 1); table = the distinct offers of the table; room = of all tables. Offers that were bundled count once, and
 * so do notes (bundle.h). */
struct tally {
	size_t offers, steps, supports, formal, informal, mixed, notes;
	size_t scope_one, scope_ten, scope_hundred;
};
struct tally tally_of(const struct workbook *book, const char *table);

#endif
