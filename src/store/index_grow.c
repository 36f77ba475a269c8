/* index_grow.c - the index takes in what the log says behind its mark. */
#include "index.h"

#include "base/mem.h"
#include "grams.h"
#include "inside.h"
#include "text/fold.h"
#include "transaction.h"

#include <stdlib.h>
#include <string.h>

enum {
	FACTS_AT_ONCE = 32, /* the writers' lock is held for some milliseconds */
	FACTS_IN_BULK = 20000,
};

/* Some facts' texts, folded, by line. */
struct lines {
	struct text_line {
		int64_t line;
		struct buf text;
	} *at;
	size_t len, room;
};

static void lines_done(struct lines *lines)
{
	for (size_t i = 0; i < lines->len; i++)
		buf_done(&lines->at[i].text);
	free(lines->at);
}

static struct buf *lines_add(struct lines *lines, int64_t line)
{
	/* The fields of a fact come one after the other. */
	if (lines->len && lines->at[lines->len - 1].line == line)
		return &lines->at[lines->len - 1].text;
	if (lines->len == lines->room) {
		lines->room = lines->room ? lines->room * 2 : FACTS_AT_ONCE;
		lines->at = mem_grow(lines->at, lines->room, sizeof *lines->at);
	}
	lines->at[lines->len] = (struct text_line){ .line = line };
	return &lines->at[lines->len++].text;
}

static void add_text(void *ctx, int64_t line, const char *text)
{
	struct buf *all = lines_add(ctx, line);

	if (all->len)
		buf_add_char(all, '\n');
	text_fold(all, text, strlen(text));
}

static int lower_first(const void *a, const void *b)
{
	const struct text_line *left = a, *right = b;

	return (left->line > right->line) - (left->line < right->line);
}

static int put_line(struct store *store, int64_t line, const struct buf *text)
{
	sqlite3_stmt *stmt = sql_get(store, SQL_GRAMS_PUT);

	if (stmt) {
		sqlite3_bind_int64(stmt, 1, line);
		sqlite3_bind_text(stmt, 2, text->len ? text->bytes : "", (int)text->len, SQLITE_STATIC);
	}
	return sql_run(store, stmt);
}

/* FTS5 takes lines cheapest in ascending order, each once. */
static int put_lines(struct store *store, struct lines *lines)
{
	int rc = SQLITE_OK;

	if (lines->len)
		qsort(lines->at, lines->len, sizeof *lines->at, lower_first);
	for (size_t i = 0; rc == SQLITE_OK && i < lines->len; i++) {
		struct text_line *next = i + 1 < lines->len ? &lines->at[i + 1] : NULL;
		if (!next || next->line != lines->at[i].line) {
			rc = put_line(store, lines->at[i].line, &lines->at[i].text);
			continue;
		}
		buf_add_char(&next->text, '\n');
		buf_add(&next->text, lines->at[i].text.bytes, lines->at[i].text.len);
	}
	return rc;
}

static int add_facts(struct store *store, int64_t most, int64_t *ret_left)
{
	struct lines lines = { 0 };
	int64_t mark = 0, last = 0;
	int rc = index_mark(store, &mark);

	if (rc == SQLITE_OK)
		rc = connection_number(&store->main, "SELECT max(seq) FROM fact", &last);
	if (rc == SQLITE_OK && mark == 0)
		rc = connection_run(&store->main, "INSERT INTO grams (grams) VALUES ('delete-all')");
	int64_t to = last - mark > most ? mark + most : last;
	if (rc == SQLITE_OK)
		rc = index_texts(store, SQL_INDEX_TEXTS, mark, to, add_text, &lines);
	if (rc == SQLITE_OK)
		rc = put_lines(store, &lines);
	if (rc == SQLITE_OK && to > mark)
		rc = index_keep_mark(store, to);
	lines_done(&lines);
	*ret_left = last - to;
	return rc;
}

/* After a failure FTS5 may believe what was rolled back (met where memory was short). Reading the schema anew makes it look
 * at the file anew. */
static enum status commit(struct store *store, int rc, struct fault *fault)
{
	enum status st = transaction_end(store, store_fault(store, rc, fault), fault);

	if (st != ST_OK)
		connection_run(&store->main, "PRAGMA writable_schema = RESET");
	else
		store_changed(store, false);
	return st;
}

bool index_is_behind(struct store *store)
{
	int64_t mark = 0, last = 0;

	return index_mark(store, &mark) == SQLITE_OK &&
	       connection_number(&store->main, "SELECT max(seq) FROM fact", &last) == SQLITE_OK && last > mark;
}

/* The clock of a console must not stand still for it while somebody else holds the file. */
static enum status begin_in_passing(struct store *store, struct fault *fault)
{
	store->main.is_in_passing = true;
	enum status st = transaction_begin(store, fault);
	store->main.is_in_passing = false;
	return st;
}

/* Many small additions make many small parts, which each search has to open: some of them are put together each time. */
enum status index_catch_up(struct store *store, struct fault *fault)
{
	int64_t left = 0;
	enum status st = begin_in_passing(store, fault);

	if (st != ST_OK)
		return st;
	int rc = add_facts(store, FACTS_AT_ONCE, &left);
	if (rc == SQLITE_OK)
		rc = connection_run(&store->main, "INSERT INTO grams (grams, rank) VALUES ('merge', 48)");
	return commit(store, rc, fault);
}

static enum status add_in_bulk(struct store *store, int64_t *ret_left, struct fault *fault)
{
	enum status st = transaction_begin(store, fault);

	if (st != ST_OK)
		return st;
	int rc = add_facts(store, FACTS_IN_BULK, ret_left);
	if (rc == SQLITE_OK && *ret_left == 0)
		rc = connection_run(&store->main, "INSERT INTO grams (grams) VALUES ('optimize')");
	return commit(store, rc, fault);
}

enum status index_rebuild(struct store *store, struct fault *fault)
{
	int64_t left = 1;
	enum status st = transaction_begin(store, fault);

	if (st != ST_OK)
		return st;
	st = commit(store, index_forget(store), fault);
	while (st == ST_OK && left > 0)
		st = add_in_bulk(store, &left, fault);
	return st;
}
