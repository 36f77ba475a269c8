#include "hunt.h"

enum {
	RARE_MAX = 8,     /* pieces are thought of, the rarest, */
	TOGETHER_MAX = 4, /* and so many asked for together; */
	COMMON = 4,       /* none that stands in one of so many rows: to pass over those takes longer than to look at them */
	LINES_AT_ONCE = 1024, /* of the rarest piece are passed over in less than a millisecond */
};

/* As FTS5 wants it: in quotes, and a quote twice. */
static void ask_for(struct buf *asked, const struct gram *piece)
{
	buf_add_text(asked, asked->len ? " AND \"" : "\"");
	for (size_t i = 0; i < piece->len; i++) {
		if (piece->at[i] == '"')
			buf_add_char(asked, '"');
		buf_add_char(asked, piece->at[i]);
	}
	buf_add_char(asked, '"');
}

enum { LINE_ID, LINE_KIND, LINE_LAST };

/* Whose last fact comes after the index is looked at there. */
static int judge_line(struct search *search, int64_t line)
{
	struct hunt *hunt = search->hunt;
	sqlite3_stmt *stmt = sql_get(hunt->judge.store, hunt->mark < hunt->last ? SQL_LINE_ROW_LAST : SQL_LINE_ROW);
	int judged = SQLITE_OK;

	if (!stmt)
		return sqlite3_extended_errcode(hunt->judge.store->main.db);
	int rc = sqlite3_bind_int64(stmt, 1, line_seq(line));
	if (rc == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		const struct entity_info *info = entity_of_name(sql_text(stmt, LINE_KIND));
		if (info && hunt_is_wanted(hunt, search_shelf(info->entity)) &&
		    sqlite3_column_int64(stmt, LINE_LAST) <= hunt->mark)
			judged = hunt_judge(search, info, sql_text(stmt, LINE_ID), line_seq(line));
	}
	rc = sql_end(stmt, rc);
	return judged == SQLITE_OK ? rc : judged;
}

static sqlite3_stmt *find_lines(struct store *store, const struct buf *asked, int64_t from, int64_t to, int64_t most)
{
	sqlite3_stmt *stmt = sql_get(store, SQL_GRAMS_FIND);

	if (stmt) {
		sqlite3_bind_text(stmt, 1, asked->bytes, (int)asked->len, SQLITE_STATIC);
		sqlite3_bind_int64(stmt, 2, from);
		sqlite3_bind_int64(stmt, 3, to);
		sqlite3_bind_int64(stmt, 4, most);
	}
	return stmt;
}

/* The first lines of a piece, and how deep they lie: the deeper, the rarer. */
struct weight {
	const struct gram *piece;
	int64_t depth;
	size_t len;
	int64_t lines[HUNT_FEW + 1];
};

static int weigh(struct hunt *hunt, const struct gram *piece, int64_t from, int64_t to, struct weight *ret_weight)
{
	struct weight *weight = ret_weight;
	struct buf asked = { 0 };
	int rc;

	*weight = (struct weight){ .piece = piece };
	ask_for(&asked, piece);
	sqlite3_stmt *stmt = find_lines(hunt->judge.store, &asked, from, to, HUNT_FEW + 1);
	if (!stmt) {
		buf_done(&asked);
		return sqlite3_extended_errcode(hunt->judge.store->main.db);
	}
	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW && weight->len <= HUNT_FEW)
		weight->lines[weight->len++] = sqlite3_column_int64(stmt, 0);
	rc = sql_end(stmt, rc);
	weight->depth = weight->len ? to - weight->lines[weight->len - 1] : to;
	buf_done(&asked);
	return rc;
}

static void take_few(struct hunt *hunt, const struct weight *weight)
{
	for (size_t i = 0; i < weight->len; i++)
		hunt->few[i] = weight->lines[weight->len - 1 - i];
	hunt->few_len = weight->len;
	hunt->phase = PHASE_FEW;
}

/* The rarest first. */
static void keep_weight(struct weight rarest[RARE_MAX], size_t *len, const struct weight *weight)
{
	size_t at = *len < RARE_MAX ? (*len)++ : RARE_MAX;

	for (; at > 0 && rarest[at - 1].depth < weight->depth; at--)
		if (at < RARE_MAX)
			rarest[at] = rarest[at - 1];
	if (at < RARE_MAX)
		rarest[at] = *weight;
}

/* How many rows there are to one that holds it. */
static int64_t one_of(const struct weight *weight)
{
	return (weight->lines[0] - weight->lines[HUNT_FEW]) / HUNT_FEW;
}

/* Two that overlap hold all of it between them: where both stand, it mostly stands, too. */
static bool is_covered(const struct gram *piece, const struct gram *const *taken, size_t len)
{
	for (size_t i = 0; i < len; i++)
		for (size_t k = 0; k < len; k++)
			if (taken[i]->at <= piece->at && taken[k]->at < taken[i]->at + taken[i]->len &&
			    piece->at + piece->len <= taken[k]->at + taken[k]->len)
				return true;
	return false;
}

static bool overlaps(const struct gram *piece, const struct gram *const *taken, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (piece->at < taken[i]->at + taken[i]->len && taken[i]->at < piece->at + piece->len)
			return true;
	return false;
}

/* As many as are likely to leave no row to look at. A piece is as rare in the rows of the others as it is in all, but beside one
 * that it shares characters with it is to be expected. */
static void ask_together(struct hunt *hunt, const struct weight *rarest, size_t len)
{
	const struct gram *taken[TOGETHER_MAX];
	size_t taken_len = 0;
	int64_t left = hunt->mark;

	for (size_t i = 0; i < len && taken_len < TOGETHER_MAX && left > 0; i++) {
		const struct gram *piece = rarest[i].piece;
		int64_t share = one_of(&rarest[i]);
		if (i > 0 && (share < COMMON || is_covered(piece, taken, taken_len)))
			continue;
		left /= overlaps(piece, taken, taken_len) ? COMMON : share;
		ask_for(&hunt->asked, piece);
		taken[taken_len++] = piece;
	}
}

/* Each line of a single piece leads to a row, and time is asked for there; several may lead nowhere for long. */
static int64_t first_stretch(const struct hunt *hunt, const struct weight *rarest)
{
	int64_t rows = one_of(rarest) * LINES_AT_ONCE;

	return hunt->pieces_len == 1 ? line_make(1, 0) : rows > HUNT_STRETCH ? rows : HUNT_STRETCH;
}

static int look_at_pieces(struct hunt *hunt)
{
	struct weight rarest[RARE_MAX] = { 0 }, weight;
	size_t len = 0;

	for (size_t i = 0; i < hunt->pieces_len; i++) {
		int rc = weigh(hunt, &hunt->pieces[i], 0, line_make(SHELF_COUNT, 0), &weight);
		if (rc != SQLITE_OK)
			return rc;
		if (weight.len <= HUNT_FEW) {
			take_few(hunt, &weight);
			hunt->shelf = SHELF_COUNT;
			return SQLITE_OK;
		}
		keep_weight(rarest, &len, &weight);
	}
	ask_together(hunt, rarest, len);
	hunt->rarest = *rarest[0].piece;
	hunt->top = rarest[0].lines[0];
	hunt->stretch = first_stretch(hunt, &rarest[0]);
	hunt->phase = PHASE_SHELF;
	return SQLITE_OK;
}

/* The first shelf, from this one on, on which the piece stands; SHELF_COUNT: none. To go up to it costs next to nothing where it is
 * the piece's first one; to go down, FTS5 passes over all that lies above. */
static int find_shelf(struct hunt *hunt, enum search_shelf from, enum search_shelf *ret_shelf)
{
	struct buf asked = { 0 };
	sqlite3_stmt *stmt = sql_get(hunt->judge.store, SQL_GRAMS_NEXT);

	if (!stmt)
		return sqlite3_extended_errcode(hunt->judge.store->main.db);
	ask_for(&asked, &hunt->rarest);
	sqlite3_bind_text(stmt, 1, asked.bytes, (int)asked.len, SQLITE_STATIC);
	sqlite3_bind_int64(stmt, 2, line_make(from, 0));
	int rc = sqlite3_step(stmt);
	*ret_shelf = rc == SQLITE_ROW ? line_shelf(sqlite3_column_int64(stmt, 0)) : SHELF_COUNT;
	rc = sql_end(stmt, rc);
	buf_done(&asked);
	return rc;
}

/* The next shelf that is wanted, and on which something stands. */
static int go_to_shelf(struct hunt *hunt)
{
	enum search_shelf top = line_shelf(hunt->top), shelf = hunt->shelf;
	int rc = SQLITE_OK;

	while (rc == SQLITE_OK && shelf <= top && shelf < SHELF_COUNT) {
		rc = find_shelf(hunt, shelf, &shelf);
		if (rc != SQLITE_OK || hunt_is_wanted(hunt, shelf))
			break;
		shelf += shelf < SHELF_COUNT;
	}
	hunt->shelf = shelf <= top && shelf < SHELF_COUNT ? shelf : SHELF_COUNT;
	return rc;
}

/* On most shelves even a common word stands seldom, or nowhere. */
static int begin_shelf(struct search *search)
{
	struct hunt *hunt = search->hunt;
	struct weight weight = { .len = HUNT_FEW + 1 };
	int rc = go_to_shelf(hunt);

	if (rc != SQLITE_OK)
		return rc;
	if (hunt->shelf == SHELF_COUNT) {
		hunt_go_behind_index(search);
		return SQLITE_OK;
	}
	hunt->below = line_make(hunt->shelf, hunt->mark + 1);
	if (hunt->pieces_len > 1)
		rc = weigh(hunt, &hunt->rarest, line_make(hunt->shelf, 0), hunt->below, &weight);
	if (rc == SQLITE_OK && weight.len <= HUNT_FEW)
		take_few(hunt, &weight);
	else
		hunt->phase = PHASE_STRETCH;
	return rc;
}

static void end_shelf(struct hunt *hunt)
{
	hunt->shelf += hunt->shelf < SHELF_COUNT;
	hunt->phase = PHASE_SHELF;
}

static int look_at_few(struct search *search)
{
	struct hunt *hunt = search->hunt;
	int rc = SQLITE_OK;

	while (rc == SQLITE_OK && hunt->few_len) {
		rc = judge_line(search, hunt->few[--hunt->few_len]);
		if (hunt_is_time_over(hunt))
			break;
	}
	if (!hunt->few_len)
		end_shelf(hunt);
	return rc;
}

/* One stretch of a shelf; *ret_to is where to go on. */
static int look_along(struct search *search, int64_t from, int64_t to, int64_t *ret_to)
{
	struct hunt *hunt = search->hunt;
	sqlite3_stmt *stmt = find_lines(hunt->judge.store, &hunt->asked, from, to, -1);
	int rc, judged = SQLITE_OK;

	if (!stmt)
		return sqlite3_extended_errcode(hunt->judge.store->main.db);
	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		to = sqlite3_column_int64(stmt, 0);
		judged = judge_line(search, to);
		if (judged != SQLITE_OK || hunt_is_over(hunt, hunt->shelf) || hunt_is_time_over(hunt))
			break;
	}
	*ret_to = rc == SQLITE_DONE ? from : to;
	rc = sql_end(stmt, rc);
	return judged == SQLITE_OK ? rc : judged;
}

/* A stretch in which nothing stands costs nothing to speak of, however long it is. */
static void adapt_stretch(struct hunt *hunt, int64_t took_ms)
{
	if (took_ms == 0 && hunt->stretch <= hunt->mark)
		hunt->stretch *= 2;
	else if (took_ms > 1 && hunt->stretch > HUNT_STRETCH)
		hunt->stretch /= 2;
}

static int look_along_shelf(struct search *search)
{
	struct hunt *hunt = search->hunt;
	int64_t end = line_make(hunt->shelf, 0), from = hunt->below - hunt->stretch, start_ms = hunt_now_ms(hunt);
	int rc = look_along(search, from > end && hunt->due_ms >= 0 ? from : end, hunt->below, &hunt->below);

	adapt_stretch(hunt, hunt_now_ms(hunt) - start_ms);
	if (hunt_is_over(hunt, hunt->shelf) || hunt->below <= end)
		end_shelf(hunt);
	return rc;
}

int hunt_in_index(struct search *search)
{
	switch (search->hunt->phase) {
	case PHASE_SHELF:
		return begin_shelf(search);
	case PHASE_FEW:
		return look_at_few(search);
	case PHASE_STRETCH:
		return look_along_shelf(search);
	case PHASE_BEGIN:
	case PHASE_AFTER_INDEX:
	case PHASE_PIECES:
		break;
	}
	return look_at_pieces(search->hunt);
}
