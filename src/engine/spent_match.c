/* spent_match.c - which step of an agenda is which step of the one before it. */
#include "engine/spent.h"

#include "base/buf.h"
#include "text/fold.h"

#include <string.h>

enum { NOBODY = -1 };

/* The steps of an agenda, each with its title's search key and the step of the other agenda that it is. */
struct side {
	const struct run *run;
	const char **keys;
	ptrdiff_t *match; /* NOBODY: none (yet) */
	size_t len;
};

static struct side side_of(const struct run *run, struct arena *arena)
{
	struct side side = {
		.run = run,
		.keys = arena_new(arena, run->len, sizeof *side.keys),
		.match = arena_new(arena, run->len, sizeof *side.match),
		.len = run->len,
	};
	struct buf key = { 0 };

	for (size_t i = 0; i < run->len; i++) {
		const char *title = run->items[i].item->title;
		buf_clear(&key);
		text_fold(&key, title, strlen(title));
		side.keys[i] = arena_copy(arena, buf_text(&key));
		side.match[i] = NOBODY;
	}
	buf_done(&key);
	return side;
}

static void pair(struct side *now, size_t i, struct side *before, size_t k)
{
	now->match[i] = (ptrdiff_t)k;
	before->match[k] = (ptrdiff_t)i;
}

static bool is_alike(const struct side *now, size_t i, const struct side *before, size_t k)
{
	return strcmp(now->keys[i], before->keys[k]) == 0;
}

/* The longest row of titles that both have in one order (longest common subsequence): common[i][k] is its length from
 * i and k on. */
static void match_in_order(struct side *now, struct side *before, struct arena *arena)
{
	size_t width = before->len + 1, i = 0, k = 0;
	uint16_t *common = arena_new(arena, (now->len + 1) * width, sizeof *common);

	for (i = now->len; i-- > 0;)
		for (k = before->len; k-- > 0;) {
			uint16_t down = common[(i + 1) * width + k], right = common[i * width + k + 1];
			uint16_t both = (uint16_t)(common[(i + 1) * width + k + 1] + 1);
			common[i * width + k] = is_alike(now, i, before, k) ? both : down > right ? down : right;
		}
	for (i = k = 0; i < now->len && k < before->len;) {
		if (is_alike(now, i, before, k))
			pair(now, i++, before, k++);
		else if (common[(i + 1) * width + k] >= common[i * width + k + 1])
			i++;
		else
			k++;
	}
}

static void match_moved(struct side *now, struct side *before)
{
	for (size_t i = 0; i < now->len; i++)
		for (size_t k = 0; now->match[i] == NOBODY && k < before->len; k++)
			if (before->match[k] == NOBODY && is_alike(now, i, before, k))
				pair(now, i, before, k);
}

/* How many steps from `from` on have no match. */
static size_t gap_len(const struct side *side, size_t from)
{
	size_t i = from;

	while (i < side->len && side->match[i] == NOBODY)
		i++;
	return i - from;
}

static bool are_of_one_kind(const struct side *now, size_t i, const struct side *before, size_t k, size_t len)
{
	for (size_t n = 0; n < len; n++)
		if (now->run->items[i + n].item->kind != before->run->items[k + n].item->kind)
			return false;
	return true;
}

/* Do the gaps end at two steps that are one, or both at the end of their agenda? */
static bool end_alike(const struct side *now, size_t i, const struct side *before, size_t k)
{
	return i < now->len ? now->match[i] == (ptrdiff_t)k : k == before->len;
}

/* A step whose neighbours are known and whose title is new was renamed, if as many of the same kinds stood there. */
static void match_renamed(struct side *now, struct side *before)
{
	for (size_t i = 0; i < now->len; i++) {
		size_t len = gap_len(now, i), k = i == 0 ? 0 : (size_t)now->match[i - 1] + 1;
		if (len && gap_len(before, k) == len && end_alike(now, i + len, before, k + len) &&
		    are_of_one_kind(now, i, before, k, len))
			for (size_t n = 0; n < len; n++)
				pair(now, i + n, before, k + n);
		i += len;
	}
}

struct spent *spent_last_time(const struct run *run, const struct run *before, struct arena *arena)
{
	struct spent *spent = arena_new(arena, run->len, sizeof *spent);
	struct side here = side_of(run, arena), there = side_of(before, arena);

	match_in_order(&here, &there, arena);
	match_moved(&here, &there);
	match_renamed(&here, &there);
	for (size_t i = 0; i < here.len; i++)
		if (here.match[i] != NOBODY)
			spent[i] = spent_of(&before->items[here.match[i]]);
	return spent;
}
