/* conflict.c - the smallest set of rules that cannot all hold.
 *
 * By the duality of what must be left out and what cannot stand together (Ignatiev et al., "Smallest MUS extraction with
 * minimal hitting set dualization", 2015): every set of rules whose leaving out mends the whole (a mend) meets every set that
 * clashes. So a smallest set that meets all mends known so far either clashes, and none smaller does; or it shows one
 * mend more. */
#include "rules.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

enum { MENDS_MAX = 2000, TRIES_MAX = 200000 };

struct hunt {
	const struct seating_problem *problem;
	bool *dead;      /* rules that do not count at all */
	bool *skip;      /* what is tried now */
	bool *mends[MENDS_MAX]; /* each [rules_len] */
	size_t len;
	size_t tries;
};

static bool clash(struct hunt *hunt)
{
	return rules_place(hunt->problem, hunt->skip, NULL, NULL) == RULES_CLASH;
}

/* --- a smallest set that meets every mend ------------------------------------------------------------------------------- */

static bool meets(const struct hunt *hunt, const bool *mend)
{
	for (size_t i = 0; i < hunt->problem->rules_len; i++)
		if (mend[i] && !hunt->skip[i])
			return true;
	return false;
}

/* Takes up to `most` rules more, until all mends are met. */
static bool meet_all(struct hunt *hunt, size_t most)
{
	const bool *missed = NULL;

	for (size_t i = 0; !missed && i < hunt->len; i++)
		if (!meets(hunt, hunt->mends[i]))
			missed = hunt->mends[i];
	if (!missed)
		return true;
	if (!most || ++hunt->tries > TRIES_MAX)
		return false;
	for (size_t i = 0; i < hunt->problem->rules_len; i++) {
		if (!missed[i])
			continue;
		hunt->skip[i] = false;
		if (meet_all(hunt, most - 1))
			return true;
		hunt->skip[i] = true;
	}
	return false;
}

static bool take_smallest(struct hunt *hunt)
{
	size_t rules = hunt->problem->rules_len;

	for (size_t most = 0; most <= rules && hunt->tries <= TRIES_MAX; most++) {
		memset(hunt->skip, true, rules);
		if (meet_all(hunt, most))
			return true;
	}
	return false;
}

/* What stands now does not clash: takes as much more as it can; the rest is a mend. */
static void add_mend(struct hunt *hunt)
{
	size_t rules = hunt->problem->rules_len;
	bool *mend = mem_new(rules, sizeof *mend);

	for (size_t i = 0; i < rules; i++) {
		if (!hunt->skip[i] || hunt->dead[i])
			continue;
		hunt->skip[i] = false;
		mend[i] = hunt->skip[i] = clash(hunt);
	}
	hunt->mends[hunt->len++] = mend;
}

/* --- a set that clashes, none of which can be spared -------------------------------------------------------------------- */

static void thin_out(struct hunt *hunt)
{
	memcpy(hunt->skip, hunt->dead, hunt->problem->rules_len);
	for (size_t i = hunt->problem->rules_len; i-- > 0;) {
		if (hunt->skip[i])
			continue;
		hunt->skip[i] = true;
		if (!clash(hunt))
			hunt->skip[i] = false;
	}
}

static void find_smallest(struct hunt *hunt)
{
	while (hunt->len < MENDS_MAX) {
		if (!take_smallest(hunt))
			break;
		if (clash(hunt))
			return;
		add_mend(hunt);
	}
	thin_out(hunt);
}

size_t seating_conflict(const struct seating_problem *problem, const bool *skip, size_t *ret_rules)
{
	struct hunt hunt = { .problem = problem };
	size_t rules = problem->rules_len, found = 0;

	if (rules_place(problem, skip, NULL, NULL) != RULES_CLASH)
		return 0;
	hunt.dead = mem_new(rules, sizeof *hunt.dead);
	hunt.skip = mem_new(rules, sizeof *hunt.skip);
	if (skip)
		memcpy(hunt.dead, skip, rules);
	find_smallest(&hunt);
	for (size_t i = 0; i < rules; i++)
		if (!hunt.skip[i])
			ret_rules[found++] = i;
	for (size_t i = 0; i < hunt.len; i++)
		free(hunt.mends[i]);
	free(hunt.dead);
	free(hunt.skip);
	return found;
}
