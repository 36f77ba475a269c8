/* each.h - walking the rows that belong to another row.
 * Private to exchange. */
#ifndef EXCHANGE_EACH_H
#define EXCHANGE_EACH_H

#include "domain/workbook.h"

/* Every index i of book->plural whose REF field is `id`, in the list's order. */
#define EACH(i, book, plural, field, id)                                                       \
	for (size_t i = workbook_next((book), (field), (id), 0); i < (book)->plural.len; \
	     i = workbook_next((book), (field), (id), i + 1))

#endif
