/* fold.h - facts into a workbook, without a store: what the store's tables would hold after each batch. */
#ifndef TESTS_EXCHANGE_FOLD_H
#define TESTS_EXCHANGE_FOLD_H

#include "domain/fact.h"
#include "domain/workbook.h"

/* Puts the batch's facts on top of what *book holds. Rows are in their order, deleted ones are left out. The batch is done. */
void fold_batch(struct workbook *book, struct batch *batch);

/* A clock set by hand, and ids that are the same in every run: "0000000000000001" and so on. */
struct fold_env {
	struct env env;
	struct moment now;
	uint64_t drawn;
};
void fold_env_init(struct fold_env *env, int64_t wall_ms);
void fold_env_go(struct fold_env *env, int64_t ms);

#endif
