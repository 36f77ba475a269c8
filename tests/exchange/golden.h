/* golden.h - comparing a document with the one that was looked at and kept in tests/exchange/golden.
 * With YORIAI_UPDATE_GOLDENS set, the document is kept instead: look at the difference before committing it. */
#ifndef TESTS_EXCHANGE_GOLDEN_H
#define TESTS_EXCHANGE_GOLDEN_H

#include "base/buf.h"

void golden_check(const char *name, const struct buf *document); /* fails the running cmocka test */

#endif
