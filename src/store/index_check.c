/* index_check.c - is the index what the log makes it? */
#include "index.h"

#include "base/buf.h"
#include "base/hash.h"
#include "base/mem.h"
#include "grams.h"
#include "inside.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

/* Pairs of a line and a piece, counted whatever their order: there may be too many to be held. */
struct reckoning {
	uint64_t pairs, sum;
};

static void count_pair(struct reckoning *reckoning, int64_t line, const char *piece, size_t len)
{
	uint64_t hash = hash_bytes(HASH_START ^ (uint64_t)line * 0x9e3779b97f4a7c15u, piece, len);

	reckoning->pairs++;
	reckoning->sum += hash ^ hash >> 29;
}

/* All that the facts ever said of one row, folded. */
struct saying {
	struct reckoning reckoning;
	int64_t line; /* 0: none yet */
	struct buf text;
	struct gram *pieces;
	size_t len, room;
};

static int note_piece(void *ctx, const char *piece, size_t len)
{
	struct saying *saying = ctx;

	if (saying->len == saying->room) {
		saying->room = saying->room ? saying->room * 2 : 256;
		saying->pieces = mem_grow(saying->pieces, saying->room, sizeof *saying->pieces);
	}
	saying->pieces[saying->len++] = (struct gram){ piece, len };
	return SQLITE_OK;
}

static int compare_pieces(const void *a, const void *b)
{
	const struct gram *left = a, *right = b;
	int way = memcmp(left->at, right->at, left->len < right->len ? left->len : right->len);

	return way ? way : (left->len > right->len) - (left->len < right->len);
}

static void count_saying(struct saying *saying)
{
	saying->len = 0;
	if (saying->text.len)
		grams_each(saying->text.bytes, saying->text.len, note_piece, saying);
	if (saying->len)
		qsort(saying->pieces, saying->len, sizeof *saying->pieces, compare_pieces);
	for (size_t i = 0; i < saying->len; i++)
		if (i == 0 || compare_pieces(&saying->pieces[i - 1], &saying->pieces[i]) != 0)
			count_pair(&saying->reckoning, saying->line, saying->pieces[i].at, saying->pieces[i].len);
	buf_clear(&saying->text);
}

static void take_text(void *ctx, int64_t line, const char *text)
{
	struct saying *saying = ctx;

	if (line != saying->line)
		count_saying(saying);
	saying->line = line;
	if (saying->text.len)
		buf_add_char(&saying->text, '\n');
	text_fold(&saying->text, text, strlen(text));
}

static int reckon_log(struct store *store, int64_t mark, struct reckoning *ret_reckoning)
{
	struct saying saying = { 0 };
	int rc = index_texts(store, SQL_INDEX_TEXTS_BY_ROW, 0, mark, take_text, &saying);

	count_saying(&saying);
	*ret_reckoning = saying.reckoning;
	buf_done(&saying.text);
	free(saying.pieces);
	return rc;
}

static int reckon_pieces(struct store *store, struct reckoning *reckoning)
{
	sqlite3_stmt *stmt;
	int rc = sqlite3_prepare_v2(store->main.db, "SELECT term, doc FROM temp.pieces", -1, &stmt, NULL);

	if (rc != SQLITE_OK)
		return rc;
	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW)
		count_pair(reckoning, sqlite3_column_int64(stmt, 1), sql_text(stmt, 0), (size_t)sqlite3_column_bytes(stmt, 0));
	rc = sqlite3_finalize(stmt);
	return rc;
}

/* FTS5 shows its pieces through a table of its own, which is made beside the file and not in it. */
static int reckon_index(struct store *store, struct reckoning *ret_reckoning)
{
	bool only_reads = store->mode == STORE_READ;
	int rc = only_reads ? connection_run(&store->main, "PRAGMA query_only = OFF") : SQLITE_OK;

	if (rc == SQLITE_OK)
		rc = connection_run(&store->main,
				    "CREATE VIRTUAL TABLE temp.pieces USING fts5vocab (main, grams, instance)");
	if (rc == SQLITE_OK)
		rc = reckon_pieces(store, ret_reckoning);
	connection_run(&store->main, "DROP TABLE IF EXISTS temp.pieces");
	if (only_reads)
		connection_run(&store->main, "PRAGMA query_only = ON");
	return rc;
}

int index_compare(struct store *store, bool *ret_same)
{
	struct reckoning said = { 0 }, held = { 0 };
	int64_t mark = 0;
	int rc = index_mark(store, &mark);

	if (rc == SQLITE_OK)
		rc = reckon_log(store, mark, &said);
	/* Where nothing counts as indexed, what is there is begun anew. */
	if (rc == SQLITE_OK && mark)
		rc = reckon_index(store, &held);
	*ret_same = said.pairs == held.pairs && said.sum == held.sum;
	return rc;
}
