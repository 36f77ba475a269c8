/* unmet.c - what a seating could not have, and why, in words. */
#include "plan.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <inttypes.h>
#include <stdlib.h>

enum { NAMED_MAX = 10 };

struct telling {
	const struct seat_plan *plan;
	const size_t *at;
	struct arena *arena;
	struct buf words; /* of the sentence that is being made */
	struct seat_unmet unmet;
	size_t room;
};

/* What has been put into words is a sentence of the list. */
static void tell(struct telling *telling)
{
	struct seat_unmet *unmet = &telling->unmet;

	if (unmet->len == telling->room) {
		const char **more = arena_new(telling->arena, telling->room * 2 + 16, sizeof *more);
		for (size_t i = 0; i < unmet->len; i++)
			more[i] = unmet->at[i];
		unmet->at = more;
		telling->room = telling->room * 2 + 16;
	}
	unmet->at[unmet->len++] = arena_copy(telling->arena, buf_text(&telling->words));
	buf_clear(&telling->words);
}

/* --- rules ------------------------------------------------------------------------------------------------------------ */

static void tell_alone(struct telling *telling, const struct seat_wish *wish)
{
	const struct seating_problem *problem = &telling->plan->problem;
	const char *words = seat_wish_words(wish, telling->arena);
	size_t seats = seating_least_size(problem) + (seating_larger_tables(problem) > 0);

	if (wish->kind == SEATING_APART)
		buf_addf(&telling->words, _("%s cannot be: there are %zu tables."), words, problem->tables);
	else
		buf_addf(&telling->words, _("%s cannot be: a table has at most %zu seats."), words, seats);
	tell(telling);
}

static void tell_conflict(struct telling *telling, const struct seat_conflict *conflict)
{
	const struct seat_wish *wishes = telling->plan->wishes;
	struct buf list = { 0 };

	if (conflict->len == 1) {
		tell_alone(telling, &wishes[conflict->wishes[0]]);
		return;
	}
	for (size_t i = 0; i < conflict->len; i++)
		buf_addf(&list, "%s%s", i ? C_("between names", ", ") : "",
			 seat_wish_words(&wishes[conflict->wishes[i]], telling->arena));
	buf_addf(&telling->words, _("These cannot all be: %s. Without any one of them they can; left out is %s."), buf_text(&list),
		 seat_wish_words(&wishes[conflict->given_up], telling->arena));
	tell(telling);
	buf_done(&list);
}

static void tell_rules(struct telling *telling)
{
	const struct seat_plan *plan = telling->plan;

	for (size_t i = 0; i < plan->conflicts_len; i++)
		tell_conflict(telling, &plan->conflicts[i]);
	for (size_t i = 0; i < plan->wishes_len; i++) {
		if (plan->given_up[i] || seating_keeps(&plan->problem, &plan->rules[i], telling->at))
			continue;
		buf_addf(&telling->words, _("%s does not hold in what was found; more time may help."),
			 seat_wish_words(&plan->wishes[i], telling->arena));
		tell(telling);
	}
}

/* --- kinds ------------------------------------------------------------------------------------------------------------ */

struct kinds {
	enum seat_trait trait;
	int64_t *pairs;
	size_t *people;
};

static void count_pair(const struct seat_plan *plan, size_t one, size_t other, void *ctx)
{
	struct kinds *kinds = ctx;
	const size_t *of = plan->traits[kinds->trait];

	if (seat_are_alike(plan, kinds->trait, one, other))
		kinds->pairs[of[one]]++;
}

static void tell_kind(struct telling *telling, const struct kinds *kinds, size_t kind)
{
	const struct seat_plan *plan = telling->plan;
	const struct seating_problem *problem = &plan->problem;
	const char *name = plan->trait_names[kinds->trait][kind];
	int64_t least = seat_least_of_kind(plan, kinds->trait, kind);

	if (kinds->pairs[kind] > least)
		buf_addf(&telling->words,
			 _("%s: pairs that share a table: %" PRId64 ", where %" PRId64
			   " would do; new acquaintances and rules weigh more, or more time finds better."),
			 name, kinds->pairs[kind], least);
	else if (kinds->trait == SEAT_AFFILIATION && least)
		buf_addf(&telling->words, _("%s: some share a table, being %zu people at %zu tables."), name,
			 kinds->people[kind], problem->tables);
	else
		return;
	tell(telling);
}

static void tell_trait(struct telling *telling, enum seat_trait trait)
{
	const struct seat_plan *plan = telling->plan;
	size_t len = plan->traits_len[trait] + 1;
	struct kinds kinds = { trait, mem_new(len, sizeof *kinds.pairs), mem_new(len, sizeof *kinds.people) };

	for (size_t i = 0; i < plan->people_len; i++)
		kinds.people[plan->traits[trait][i]]++;
	seat_each_meeting(plan, telling->at, count_pair, &kinds);
	for (size_t kind = 1; kind < len; kind++)
		tell_kind(telling, &kinds, kind);
	free(kinds.pairs);
	free(kinds.people);
}

/* --- meetings --------------------------------------------------------------------------------------------------------- */

struct repeats {
	struct telling *telling;
	uint16_t *met;
	size_t named;
};

static void tell_repeat(const struct seat_plan *plan, size_t one, size_t other, void *ctx)
{
	struct repeats *repeats = ctx;
	size_t pair = one * plan->people_len + other;
	int before = repeats->met[pair]++ + plan->problem.met[pair];

	if (!before || seat_is_tie(plan, one, other) || repeats->named++ >= NAMED_MAX)
		return;
	buf_addf(&repeats->telling->words, _("%s and %s meet again (tables shared before: %d)."),
		 plan->people[one]->name, plan->people[other]->name, before);
	tell(repeats->telling);
}

static void tell_repeats(struct telling *telling)
{
	const struct seat_plan *plan = telling->plan;
	struct seat_score score = seat_score_of(plan, telling->at);
	struct repeats repeats = { telling, mem_new(plan->people_len * plan->people_len, sizeof *repeats.met), 0 };

	if (score.repeats) {
		buf_addf(&telling->words, _("Meetings that are not the first: %" PRId64 "; with so many people, tables and rounds "
					    "at least %" PRId64 " are."),
			 score.repeats, score.least_repeats);
		tell(telling);
	}
	seat_each_meeting(plan, telling->at, tell_repeat, &repeats);
	free(repeats.met);
}

struct seat_unmet seat_unmet_of(const struct seat_plan *plan, const size_t *at, struct arena *arena)
{
	struct telling telling = { .plan = plan, .at = at, .arena = arena };

	tell_rules(&telling);
	tell_repeats(&telling);
	for (unsigned t = 0; t < SEAT_TRAITS; t++)
		tell_trait(&telling, (enum seat_trait)t);
	buf_done(&telling.words);
	return telling.unmet;
}
