/* merge_words.h - what came of a merge (store/merge.h), in sentences.
 * Floor: app (private). */
#ifndef APP_MERGE_WORDS_H
#define APP_MERGE_WORDS_H

#include "base/buf.h"
#include "store/merge.h"

/* Which rows are new, by their kinds: "New are: offer 8, note 3"; nothing where there are none. */
void merge_words_rows(const struct merge_result *result, struct buf *out);

/* What both sides had changed, in one line: both versions, and which of them stands; `is_short`: no more of them than to be told
 * from others. Nothing that was written is out of reach, but a letter opens with its step. */
void merge_words_conflict(const struct merge_conflict *conflict, bool is_short, struct buf *out);

#endif
