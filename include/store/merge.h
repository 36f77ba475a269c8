/* merge.h - what was written into another copy of the file comes home.
 * Floor: store. A copy is worked on elsewhere, without a network, and taken in again: in any order, as often as one likes,
 * with one result (storage.md 3). The log of facts only grows: what one side wrote over is kept as another version. */
#ifndef STORE_MERGE_H
#define STORE_MERGE_H

#include "base/arena.h"
#include "store/store.h"

/* A field that both sides have changed since they knew the same. Borrowed from the result. */
struct merge_conflict {
	enum entity entity;
	const char *id, *name; /* of the row; what people call it, "" : nothing */
	const struct field_info *field;
	const char *kept, *other; /* as stored: numbers as written, codes by name; of a reference what people call the row meant */
	bool kept_is_theirs;
};

/* Zeroed is valid and empty. */
struct merge_result {
	int64_t facts_new, facts_known;
	int64_t rows_new[ENTITY_COUNT]; /* of which nothing had been heard; the other new facts change rows, or say more of these */
	int64_t ahead;  /* stamped more than a day ahead, by a clock that is wrong: left out, or taken in where that was wanted */
	int64_t broken; /* left out: nothing that yoriai would have written */
	struct merge_conflict *conflicts;
	size_t conflicts_len;
	struct arena arena;
};
void merge_result_done(struct merge_result *result);

enum merge_how {
	MERGE_TAKES_AHEAD = 1, /* for those who know whose clock was wrong */
	MERGE_ONLY_LOOKS = 2,  /* what would come of it; nothing is changed */
	MERGE_OF_DAMAGED = 4,  /* what can still be read of a damaged database, and of the log beside it: each fact that holds its own hash */
};

/* Takes in all that `path` holds and this file does not, in one transaction. `path` is a database, or a document (store/document.h);
 * it is read only, and a database may be in use, at rest, or older; refused with a sentence: what is neither, damaged, newer, or this
 * very file. Replaces *ret_result. What is stamped more than a day ahead stays in the other file: a merge in due time takes it in, or
 * one that takes it ahead of time. What is written here after that comes after it all the same: so its dates need not be changed,
 * and are not, for on every copy a fact is the same fact by its stamp. Who else writes waits meanwhile, for some two tenths of a
 * second per ten thousand facts. `how`: of enum merge_how. */
MUST_CHECK enum status store_merge(struct store *store, const char *path, unsigned how, struct merge_result *ret_result,
				   struct fault *fault);

#endif
