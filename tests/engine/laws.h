/* laws.h - what clock.md 2.3 to 2.8 promise of a folded run, whatever was pressed before.
 * For tests only. A law that does not hold fails the test. */
#ifndef TESTS_ENGINE_LAWS_H
#define TESTS_ENGINE_LAWS_H

#include "engine/run.h"

void laws_check(const struct workbook *book, const struct run *run);

#endif
