#include "merge_parts.h"

#include "base/mem.h"

#include <stdlib.h>

static const char find_sql[] = "SELECT seq FROM fact WHERE entity = ?1 AND stamp = ?2 AND hash = ?3";

int known_open(struct known *known, struct store *store)
{
	*known = (struct known){ .store = store };
	return sqlite3_prepare_v2(store->main.db, find_sql, -1, &known->find, NULL);
}

void known_close(struct known *known)
{
	sqlite3_finalize(known->find);
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

bool known_take(struct known *known, const struct told *told, int *rc)
{
	*rc = sqlite3_bind_text(known->find, 1, told->entity, -1, SQLITE_STATIC);
	if (*rc == SQLITE_OK)
		*rc = sqlite3_bind_blob(known->find, 2, told->stamp.bytes, STAMP_LEN, SQLITE_STATIC);
	if (*rc == SQLITE_OK)
		*rc = sqlite3_bind_int64(known->find, 3, told->hash);
	if (*rc == SQLITE_OK)
		*rc = sqlite3_step(known->find);
	bool is_there = *rc == SQLITE_ROW;
	if (is_there)
		add(known, sqlite3_column_int64(known->find, 0));
	*rc = sql_end(known->find, *rc);
	return is_there;
}

static int by_place(const void *a, const void *b)
{
	const int64_t *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

void known_sort(struct known *known)
{
	if (known->len)
		qsort(known->places, known->len, sizeof *known->places, by_place);
}

bool known_has(const struct known *known, int64_t place)
{
	return known->len && bsearch(&place, known->places, known->len, sizeof *known->places, by_place);
}
