/* hits.c - what a search has found, in the order in which it is shown. */
#include "base/mem.h"
#include "hunt.h"

#include <string.h>

static bool stands_before(const struct search_hit *a, const struct search_hit *b)
{
	enum search_shelf left = search_shelf(a->entity), right = search_shelf(b->entity);

	return left != right ? left < right : a->line > b->line;
}

static void add_hit(struct search *search, const struct search_hit *hit)
{
	struct hunt *hunt = search->hunt;
	size_t at = search->len;

	if (search->len == hunt->room) {
		hunt->room = hunt->room ? hunt->room * 2 : HUNT_FEW;
		search->hits = mem_grow(search->hits, hunt->room, sizeof *search->hits);
	}
	for (; at > 0 && stands_before(hit, &search->hits[at - 1]); at--)
		search->hits[at] = search->hits[at - 1];
	search->hits[at] = *hit;
	search->len++;
}

/* The oldest on the shelf; NULL: there is none. */
static struct search_hit *oldest_hit(struct search *search, enum search_shelf shelf)
{
	for (size_t i = search->len; i > 0; i--)
		if (search_shelf(search->hits[i - 1].entity) == shelf)
			return &search->hits[i - 1];
	return NULL;
}

static void remove_hit(struct search *search, struct search_hit *hit)
{
	struct search_hit *end = search->hits + search->len--;

	memmove(hit, hit + 1, (size_t)(end - (hit + 1)) * sizeof *hit);
}

int hunt_judge(struct search *search, const struct entity_info *info, const char *id, int64_t seq)
{
	enum search_shelf shelf = search_shelf(info->entity);
	struct search_hit hit, *oldest = hunt_is_over(search->hunt, shelf) ? oldest_hit(search, shelf) : NULL;
	int64_t line = line_make(shelf, seq);
	bool holds = false;

	if (oldest && oldest->line > line)
		return SQLITE_OK;
	int rc = judge_row(&search->hunt->judge, info, id, &hit, &holds);
	if (rc != SQLITE_OK || !holds)
		return rc;
	hit.line = line;
	search->hunt->taken[shelf]++;
	if (hunt_is_over(search->hunt, shelf)) {
		search->more = true;
		oldest = oldest_hit(search, shelf);
		if (oldest->line > line)
			return SQLITE_OK;
		remove_hit(search, oldest);
	}
	add_hit(search, &hit);
	return SQLITE_OK;
}
