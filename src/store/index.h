/* index.h - which rows have ever held which pieces of text (grams.h): a fold of the log, as the tables are, but one that
 * comes after them.
 * Private to store. The index tells where to look, and the row itself what is there: a line stays under a piece that its row
 * no longer holds. It covers the facts up to its mark; those behind it are looked through one by one. So no commit waits for
 * it, and it is never wrong, only behind.
 *
 * A row has one line: its shelf, then the place in this file's log where the row began, which never changes. */
#ifndef STORE_INDEX_H
#define STORE_INDEX_H

#include "sql.h"
#include "store/search.h"

/* Is this field's text looked through, by those who may see it? */
bool index_covers(const struct field_info *field);

static inline int64_t line_make(enum search_shelf shelf, int64_t seq)
{
	return ((int64_t)shelf << 40) + seq;
}

static inline enum search_shelf line_shelf(int64_t line)
{
	return (enum search_shelf)(line >> 40);
}

static inline int64_t line_seq(int64_t line)
{
	return line & ((INT64_C(1) << 40) - 1);
}

/* The last fact that is in the index; 0: none. */
int index_mark(struct store *store, int64_t *ret_mark);
int index_keep_mark(struct store *store, int64_t mark);

/* All facts are behind it: those of an older file may say what only we understand. Inside the caller's transaction. */
int index_forget(struct store *store);

/* Each text that the facts after `from` up to `to` said of a row's covered fields, by that row's line. `which`: in the order
 * of the log, or of the rows. */
typedef void text_visit(void *ctx, int64_t line, const char *text);
int index_texts(struct store *store, enum sentence which, int64_t from, int64_t to, text_visit *visit, void *ctx);

/* Is the index what the facts up to its mark make it? */
int index_compare(struct store *store, bool *ret_same);

#endif
