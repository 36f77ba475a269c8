#include "grams.h"

#include <stdbool.h>
#include <string.h>

enum { CHAR_BYTES = 4 };

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

/* Folded text is valid UTF-8; what a broken file holds may not lead past the end. */
static size_t char_bytes(const char *at, const char *end)
{
	size_t len = 1;

	while (at + len < end && len < CHAR_BYTES && ((unsigned char)at[len] & 0xC0) == 0x80)
		len++;
	return len;
}

/* The pieces that begin at `at`. */
static int visit_from(const char *at, const char *end, gram_visit *visit, void *ctx)
{
	size_t len = 0;
	int rc = SQLITE_OK;

	for (int i = 0; rc == SQLITE_OK && i < GRAM_CHARS && at + len < end && !is_blank(at[len]); i++) {
		len += char_bytes(at + len, end);
		rc = visit(ctx, at, len);
	}
	return rc;
}

int grams_each(const char *text, size_t len, gram_visit *visit, void *ctx)
{
	const char *end = text + len;
	int rc = SQLITE_OK;

	for (const char *at = text; rc == SQLITE_OK && at < end; at += char_bytes(at, end))
		rc = visit_from(at, end, visit, ctx);
	return rc;
}

size_t grams_of_word(const char *word, struct gram *grams, size_t max)
{
	const char *end = word + strlen(word), *from = word, *at = word;
	size_t len = 0;

	for (int i = 0; i < GRAM_CHARS && at < end; i++)
		at += char_bytes(at, end);
	while (len < max) {
		grams[len++] = (struct gram){ from, (size_t)(at - from) };
		if (at >= end)
			break;
		from += char_bytes(from, end);
		at += char_bytes(at, end);
	}
	return len;
}

/* --- as a tokenizer of FTS5 ------------------------------------------------------------------------------------------- */

struct taking {
	int (*put)(void *ctx, int flags, const char *token, int len, int start, int end);
	void *ctx;
};

static int put_piece(void *ctx, const char *piece, size_t len)
{
	struct taking *taking = ctx;

	return taking->put(taking->ctx, 0, piece, (int)len, 0, 0);
}

static int cut(Fts5Tokenizer *self, void *ctx, int flags, const char *text, int len,
	       int (*put)(void *, int, const char *, int, int, int))
{
	struct taking taking = { put, ctx };

	(void)self;
	/* A query's pieces are cut already. */
	if (flags & FTS5_TOKENIZE_QUERY)
		return put(ctx, 0, text, len, 0, len);
	return grams_each(text, (size_t)len, put_piece, &taking);
}

static int make(void *ctx, const char **args, int len, Fts5Tokenizer **ret_self)
{
	(void)args;
	(void)len;
	*ret_self = ctx; /* nothing to keep */
	return SQLITE_OK;
}

static void drop(Fts5Tokenizer *self)
{
	(void)self;
}

static int find_fts5(sqlite3 *db, fts5_api **ret_api)
{
	sqlite3_stmt *stmt;
	int rc = sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &stmt, NULL);

	if (rc != SQLITE_OK)
		return rc;
	sqlite3_bind_pointer(stmt, 1, ret_api, "fts5_api_ptr", NULL);
	sqlite3_step(stmt);
	return sqlite3_finalize(stmt);
}

int grams_register(sqlite3 *db)
{
	static fts5_tokenizer grams = { make, drop, cut };
	static char none; /* FTS5 takes NULL for "no such tokenizer" */
	fts5_api *api = NULL;
	int rc = find_fts5(db, &api);

	if (rc != SQLITE_OK || !api)
		return rc != SQLITE_OK ? rc : SQLITE_ERROR;
	return api->xCreateTokenizer(api, "grams", &none, &grams, NULL);
}
