#include "merge_parts.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static const char find_sql[] = "SELECT seq FROM fact WHERE entity = ?1 AND stamp = ?2 AND hash = ?3";
static const char walk_sql[] = "SELECT seq, entity, stamp, hash FROM fact WHERE seq > ?1 ORDER BY seq";

enum { WALK_SEQ, WALK_ENTITY, WALK_STAMP, WALK_HASH };

/* The walk stands at the first fact behind that place, if there is one. */
static int walk_from(struct known *known, int64_t place)
{
	sqlite3_reset(known->walk);
	int rc = sqlite3_bind_int64(known->walk, 1, place);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(known->walk);
	known->is_walking = rc == SQLITE_ROW;
	return rc == SQLITE_ROW || rc == SQLITE_DONE ? SQLITE_OK : rc;
}

int known_open(struct known *known, struct store *store)
{
	*known = (struct known){ 0 };
	int rc = sqlite3_prepare_v2(store->main.db, find_sql, -1, &known->find, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_prepare_v2(store->main.db, walk_sql, -1, &known->walk, NULL);
	return rc == SQLITE_OK ? walk_from(known, 0) : rc;
}

void known_close(struct known *known)
{
	sqlite3_finalize(known->find);
	sqlite3_finalize(known->walk);
	free(known->places);
	*known = (struct known){ 0 };
}

static void add(struct known *known, int64_t place)
{
	bool is_full = (known->len & (known->len - 1)) == 0; /* at 0, 1, 2, 4, … */

	if (is_full)
		known->places = mem_grow(known->places, known->len ? 2 * known->len : 1, sizeof *known->places);
	known->places[known->len++] = place;
}

/* A copy has most of our facts in our own order: then each is the one behind the last. */
static bool is_next(const struct known *known, const struct told *told)
{
	sqlite3_stmt *walk = known->walk;
	struct stamp stamp;

	if (!known->is_walking || sqlite3_column_int64(walk, WALK_HASH) != told->hash)
		return false;
	sql_stamp(walk, WALK_STAMP, &stamp);
	return stamp_compare(stamp, told->stamp) == 0 && strcmp(sql_text(walk, WALK_ENTITY), told->entity) == 0;
}

static bool step_on(struct known *known, int *rc)
{
	add(known, sqlite3_column_int64(known->walk, WALK_SEQ));
	*rc = sqlite3_step(known->walk);
	known->is_walking = *rc == SQLITE_ROW;
	*rc = *rc == SQLITE_ROW || *rc == SQLITE_DONE ? SQLITE_OK : *rc;
	return true;
}

bool known_take(struct known *known, const struct told *told, int *rc)
{
	if (is_next(known, told))
		return step_on(known, rc);
	*rc = sqlite3_bind_text(known->find, 1, told->entity, -1, SQLITE_STATIC);
	if (*rc == SQLITE_OK)
		*rc = sqlite3_bind_blob(known->find, 2, told->stamp.bytes, STAMP_LEN, SQLITE_STATIC);
	if (*rc == SQLITE_OK)
		*rc = sqlite3_bind_int64(known->find, 3, told->hash);
	if (*rc == SQLITE_OK)
		*rc = sqlite3_step(known->find);
	bool is_there = *rc == SQLITE_ROW;
	int64_t place = is_there ? sqlite3_column_int64(known->find, 0) : 0;
	*rc = sql_end(known->find, *rc);
	if (is_there && *rc == SQLITE_OK) {
		add(known, place);
		*rc = walk_from(known, place);
	}
	return is_there;
}

static int by_place(const void *a, const void *b)
{
	const int64_t *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

void known_sort(struct known *known)
{
	sqlite3_reset(known->walk);
	known->is_walking = false;
	if (known->len)
		qsort(known->places, known->len, sizeof *known->places, by_place);
}

bool known_has(const struct known *known, int64_t place)
{
	return known->len && bsearch(&place, known->places, known->len, sizeof *known->places, by_place);
}
