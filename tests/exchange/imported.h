/* imported.h - files taken into a workbook, without a store. */
#ifndef TESTS_EXCHANGE_IMPORTED_H
#define TESTS_EXCHANGE_IMPORTED_H

#include "exchange/import.h"

/* What the store would do with the rows of the entity in the batch of an import; rows stay in the order in which they came. */
void imported_apply(struct workbook *book, enum entity entity, const struct batch *batch);

/* Imports into the book; the result is the caller's. A file that cannot be read fails the test. */
struct import_result imported(struct workbook *book, enum entity entity, const char *text);
struct import_result imported_with(struct workbook *book, enum entity entity, const char *text,
				   const struct import_options *options);

/* "added changed same refused"; the result is done. */
void assert_counts(struct import_result *result, const char *expected);

#endif
