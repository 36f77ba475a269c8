/* search.c - where to look, and for how long: first in the index, which leads to most of what there is at once, and then through
 * what came after it, row by row. */
#include "base/mem.h"
#include "calling.h"
#include "grams.h"
#include "hunt.h"
#include "inside.h"
#include "text/fold.h"
#include "transaction.h"

#include <stdlib.h>
#include <string.h>

/* --- the words ---------------------------------------------------------------------------------------------------------- */

static void take_words(struct hunt *hunt, const char *query)
{
	static const char blanks[] = " \t\n";
	struct buf folded = { 0 };
	char *rest;

	text_fold(&folded, query, strlen(query));
	char *text = arena_copy(&hunt->arena, buf_text(&folded));
	buf_done(&folded);
	for (char *word = strtok_r(text, blanks, &rest); word; word = strtok_r(NULL, blanks, &rest)) {
		hunt->judge.words = mem_grow(hunt->judge.words, hunt->judge.words_len + 1, sizeof *hunt->judge.words);
		hunt->judge.words[hunt->judge.words_len++] = word;
	}
	if (hunt->judge.words_len)
		hunt->judge.found = mem_new(hunt->judge.words_len, sizeof *hunt->judge.found);
}

static void take_pieces(struct hunt *hunt)
{
	for (size_t i = 0; i < hunt->judge.words_len; i++)
		hunt->pieces_len += grams_of_word(hunt->judge.words[i], hunt->pieces + hunt->pieces_len,
						  HUNT_PIECES - hunt->pieces_len);
}

/* --- what came after the index ------------------------------------------------------------------------------------------- */

static int find_began(struct store *store, const char *id, int64_t *ret_seq)
{
	sqlite3_stmt *stmt = sql_get(store, SQL_ROW_BEGAN);

	if (!stmt)
		return sqlite3_extended_errcode(store->main.db);
	int rc = sqlite3_bind_text(stmt, 1, id, -1, SQLITE_STATIC);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	*ret_seq = rc == SQLITE_ROW ? sqlite3_column_int64(stmt, 0) : 0;
	return sql_end(stmt, rc);
}

enum { AFTER_SEQ, AFTER_KIND, AFTER_ID };

static int judge_later(struct search *search, sqlite3_stmt *stmt)
{
	struct hunt *hunt = search->hunt;
	const struct entity_info *info = entity_of_name(sql_text(stmt, AFTER_KIND));
	const char *id = sql_text(stmt, AFTER_ID);
	int64_t seq = 0;

	hunt->below = sqlite3_column_int64(stmt, AFTER_SEQ);
	if (!info || !hunt_is_asked(hunt, search_shelf(info->entity)))
		return SQLITE_OK;
	int rc = find_began(hunt->judge.store, id, &seq);
	return rc == SQLITE_OK ? hunt_judge(search, info, id, seq) : rc;
}

static int look_after_index(struct search *search)
{
	struct hunt *hunt = search->hunt;
	sqlite3_stmt *stmt = sql_get(hunt->judge.store, SQL_ROWS_AFTER);
	int rc, judged = SQLITE_OK;

	if (!stmt)
		return sqlite3_extended_errcode(hunt->judge.store->main.db);
	sqlite3_bind_int64(stmt, 1, hunt->mark);
	sqlite3_bind_int64(stmt, 2, hunt->below);
	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		judged = judge_later(search, stmt);
		if (judged != SQLITE_OK || hunt_is_time_over(hunt))
			break;
	}
	search->done = rc == SQLITE_DONE;
	rc = sql_end(stmt, rc);
	return judged == SQLITE_OK ? rc : judged;
}

/* --- the search ----------------------------------------------------------------------------------------------------------- */

static int begin(struct search *search)
{
	struct hunt *hunt = search->hunt;
	int rc = index_mark(hunt->judge.store, &hunt->mark);

	if (rc == SQLITE_OK)
		rc = connection_number(&hunt->judge.store->main, "SELECT max(seq) FROM fact", &hunt->last);
	if (hunt->mark)
		hunt->phase = PHASE_PIECES;
	else
		hunt_go_behind_index(search);
	return rc;
}

static int step(struct search *search)
{
	switch (search->hunt->phase) {
	case PHASE_BEGIN:
		return begin(search);
	case PHASE_AFTER_INDEX:
		return look_after_index(search);
	case PHASE_PIECES:
	case PHASE_SHELF:
	case PHASE_FEW:
	case PHASE_STRETCH:
		break;
	}
	return hunt_in_index(search);
}

/* Without an index all is found, too. */
static void distrust_index(struct search *search)
{
	struct hunt *hunt = search->hunt;

	search->len = 0;
	search->more = false;
	memset(hunt->taken, 0, sizeof hunt->taken);
	hunt->mark = 0;
	hunt_go_behind_index(search);
}

enum status search_go_on(struct search *search, int64_t budget_ms, struct fault *fault)
{
	struct hunt *hunt = search->hunt;
	int rc = SQLITE_OK;

	if (search->done)
		return ST_OK;
	enum status st = transaction_begin_read(hunt->judge.store, fault);
	if (st != ST_OK)
		return st;
	hunt->due_ms = budget_ms < 0 ? -1 : hunt_now_ms(hunt) + budget_ms;
	do {
		rc = step(search);
		if ((rc & 0xff) == SQLITE_CORRUPT && hunt->phase != PHASE_AFTER_INDEX) {
			distrust_index(search);
			rc = SQLITE_OK;
		}
	} while (rc == SQLITE_OK && !search->done && !hunt_is_time_over(hunt));
	return transaction_end(hunt->judge.store, store_fault(hunt->judge.store, rc, fault), fault);
}

void search_begin(struct search *search, struct store *store, const char *query, const struct search_scope *scope)
{
	struct hunt *hunt = mem_new(1, sizeof *hunt);

	*hunt = (struct hunt){ .scope = *scope, .stretch = HUNT_STRETCH };
	hunt->judge = (struct judge){ .store = store, .reach = scope->reach, .arena = &hunt->arena };
	if (scope->workshop)
		hunt->judge.workshop = arena_copy(&hunt->arena, scope->workshop);
	take_words(hunt, query);
	take_pieces(hunt);
	*search = (struct search){ .hunt = hunt, .done = hunt->judge.words_len == 0 };
}

void search_end(struct search *search)
{
	struct hunt *hunt = search->hunt;

	if (hunt) {
		free(hunt->judge.words);
		free(hunt->judge.found);
		buf_done(&hunt->asked);
		arena_done(&hunt->arena);
	}
	free(hunt);
	free(search->hits);
	*search = (struct search){ 0 };
}

void search_add_name(struct store *store, const char *id, struct buf *out)
{
	struct buf name = { 0 };

	if (calling_add(store, id, &name) == SQLITE_OK)
		buf_add_text(out, buf_text(&name));
	buf_done(&name);
}
