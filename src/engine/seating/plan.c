/* plan.c - a workbook and what is asked for, as the numbers of a seating. */
#include "plan.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "engine/guests.h"
#include "engine/seat_sheet.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

const int32_t seat_trait_costs[SEAT_TRAITS] = {
	[SEAT_AFFILIATION] = 8,
	[SEAT_ROLE] = 8,
	[SEAT_STANCE] = 4,
	[SEAT_FIELD] = 2,
};

enum { REPEAT_COST = 16, KEEP_COST = 1 << 11, HOT = 24, HOT_KEEPING = 8, COLD = 1 };
enum { TABLES_MAX = 999, ROUNDS_MAX = 99, PEOPLE_MAX = 5000 };

/* --- who -------------------------------------------------------------------------------------------------------------- */

static const struct seat *seat_of(const struct workbook *book, const char *person, int64_t from)
{
	for (size_t i = workbook_next(book, FIELD_seat_person, person, 0); i < book->seats.len;
	     i = workbook_next(book, FIELD_seat_person, person, i + 1))
		if (book->seats.at[i].round >= from)
			return &book->seats.at[i];
	return NULL;
}

static bool some_are_coming(const struct guests *guests)
{
	for (size_t i = 0; i < guests->len; i++)
		if (guests->at[i].said.status == REPLY_COMING || guest_came(&guests->at[i]))
			return true;
	return false;
}

/* Who stands at the door has a seat, and who is not there has none, whatever they answered. */
static bool is_expected(const struct invitation *said, bool only_coming)
{
	if (said->role == PERSON_ROLE_FACILITATOR)
		return false;
	if (said->presence != PRESENCE_UNSAID)
		return said->presence == PRESENCE_CAME;
	return only_coming ? said->status == REPLY_COMING : said->status != REPLY_ABSENT;
}

struct numbered {
	const char *id;
	size_t person;
};

static int compare_ids(const void *a, const void *b)
{
	const struct numbered *one = a, *other = b;

	return strcmp(one->id, other->id);
}

static void sort_ids(struct seat_plan *plan, struct arena *arena)
{
	struct numbered *numbered = mem_new(plan->people_len, sizeof *numbered);

	plan->by_id = arena_new(arena, plan->people_len, sizeof *plan->by_id);
	for (size_t i = 0; i < plan->people_len; i++)
		numbered[i] = (struct numbered){ plan->people[i]->id, i };
	qsort(numbered, plan->people_len, sizeof *numbered, compare_ids);
	for (size_t i = 0; i < plan->people_len; i++)
		plan->by_id[i] = numbered[i].person;
	free(numbered);
}

/* `guest` NULL: they are not asked to this workshop. */
static void gather(struct seat_plan *plan, const struct seat_request *request, const struct person *person,
		   const struct guest *guest, bool only_coming)
{
	struct invitation said = guest ? guest->said : guest_new(person);
	bool holds = request->holders && (person == request->newcomer || seat_of(plan->book, person->id, plan->from));

	if (request->holders ? holds : is_expected(&said, only_coming)) {
		plan->roles[plan->people_len] = said.role;
		plan->people[plan->people_len++] = person;
	} else {
		plan->away[plan->away_len++] = person;
	}
}

/* Where nobody is asked yet, it is the whole directory that comes. */
static void gather_people(struct seat_plan *plan, const struct seat_request *request, struct arena *arena)
{
	const struct workbook *book = plan->book;
	struct guests guests = guests_of(book, arena);
	bool only_coming = some_are_coming(&guests);
	size_t next = 0;

	plan->people = arena_new(arena, book->people.len, sizeof *plan->people);
	plan->roles = arena_new(arena, book->people.len, sizeof *plan->roles);
	plan->away = arena_new(arena, book->people.len, sizeof *plan->away);
	for (size_t i = 0; i < book->people.len; i++) {
		const struct person *person = &book->people.at[i];
		bool is_guest = next < guests.len && guests.at[next].person == person;
		if (is_guest || !guests.len || request->holders)
			gather(plan, request, person, is_guest ? &guests.at[next] : NULL, only_coming);
		next += is_guest;
	}
	sort_ids(plan, arena);
}

/* --- how many --------------------------------------------------------------------------------------------------------- */

static int64_t rounds_wanted(const struct workbook *book, const struct seat_request *request)
{
	if (request->rounds)
		return request->rounds;
	return request->holders ? seat_sheet_rounds(book) : seat_rounds(book);
}

/* Nobody sits alone because the hall has more tables than a small group needs. */
static int64_t tables_wanted(const struct seat_plan *plan, const struct seat_request *request)
{
	int64_t tables = (int64_t)plan->book->tables.len, pairs = (int64_t)plan->people_len / 2;

	if (request->tables)
		return request->tables;
	if (tables > pairs)
		tables = pairs;
	return tables > 0 ? tables : 1;
}

static enum status count(struct seat_plan *plan, const struct seat_request *request, struct fault *fault)
{
	int64_t tables = tables_wanted(plan, request), rounds = rounds_wanted(plan->book, request);

	if (plan->people_len == 0)
		return fault_set(fault, ST_REFUSED, "%s",
				 request->holders ? _("Nobody has a seat yet. Seat everybody first.")
						: _("There is nobody to seat. Import the people first (yoriai import people FILE)."));
	if (plan->people_len > PEOPLE_MAX)
		return fault_set(fault, ST_REFUSED, _("At most %d people can be seated, not %zu."), PEOPLE_MAX, plan->people_len);
	if (tables < 1 || tables > TABLES_MAX)
		return fault_set(fault, ST_INVALID, _("There can be from 1 to %d tables, not %" PRId64 "."), TABLES_MAX, tables);
	if (rounds < plan->from || rounds > ROUNDS_MAX)
		return fault_set(fault, ST_INVALID, _("There can be from %" PRId64 " to %d rounds, not %" PRId64 "."), plan->from,
				 ROUNDS_MAX, rounds);
	if ((size_t)tables > plan->people_len)
		return fault_set(fault, ST_REFUSED, _("%zu people cannot fill %" PRId64 " tables."), plan->people_len, tables);
	plan->problem.people = plan->people_len;
	plan->problem.tables = (size_t)tables;
	plan->problem.rounds = (size_t)(rounds - plan->from + 1);
	return ST_OK;
}

/* --- what it costs ---------------------------------------------------------------------------------------------------- */

static void cost_pairs(struct seat_plan *plan, struct arena *arena)
{
	size_t people = plan->people_len;
	int32_t *cost = arena_new(arena, people * people, sizeof *cost);

	for (size_t i = 0; i < people; i++)
		for (size_t k = 0; k < people; k++)
			for (unsigned t = 0; t < SEAT_TRAITS; t++)
				cost[i * people + k] += seat_are_alike(plan, (enum seat_trait)t, i, k) ? seat_trait_costs[t] : 0;
	plan->problem.pair_cost = cost;
}

static int64_t least_cost(const struct seat_plan *plan)
{
	int64_t tied, repeats = seating_least_repeats(&plan->problem), cost = 0;

	(void)seat_tied_repeats(plan, &tied);
	for (unsigned t = 0; t < SEAT_TRAITS; t++)
		cost += seat_trait_costs[t] * seat_least_pairs(plan, (enum seat_trait)t);
	return cost + REPEAT_COST * (tied > repeats ? tied : repeats);
}

static void keep_seats(struct seat_plan *plan, struct arena *arena)
{
	const struct workbook *book = plan->book;
	struct seating_problem *problem = &plan->problem;
	size_t *keep = arena_new(arena, problem->rounds * problem->people, sizeof *keep);

	memset(keep, 0xff, problem->rounds * problem->people * sizeof *keep);
	for (size_t i = 0; i < book->seats.len; i++) {
		const struct seat *seat = &book->seats.at[i];
		const struct table *table = workbook_table_by_id(book, seat->table);
		size_t person = seat_person_index(plan, seat->person), index = table ? (size_t)(table - book->tables.at) : SIZE_MAX;
		int64_t round = seat->round - plan->from;
		if (person != SIZE_MAX && index < problem->tables && round >= 0 && (size_t)round < problem->rounds)
			keep[(size_t)round * problem->people + person] = index;
	}
	problem->keep = keep;
	problem->keep_cost = KEEP_COST;
}

/* --- all of it -------------------------------------------------------------------------------------------------------- */

static void judge(struct seat_plan *plan, const struct seat_request *request, struct arena *arena)
{
	struct seating_problem *problem = &plan->problem;

	seat_traits_find(plan, arena);
	seat_ties_find(plan, arena);
	cost_pairs(plan, arena);
	problem->met = seat_meetings(plan, request->past, arena);
	problem->order = seat_order(plan, arena);
	problem->repeat_cost = REPEAT_COST;
	problem->hot = request->keeps ? HOT_KEEPING : HOT;
	problem->cold = COLD;
	problem->seed = request->seed;
	problem->bound = least_cost(plan);
	if (request->keeps)
		keep_seats(plan, arena);
}

enum status seat_plan_of(const struct workbook *book, const struct seat_request *request, struct arena *arena,
			 struct seat_plan *ret_plan, struct fault *fault)
{
	struct seat_plan plan = { .book = book, .from = request->from > 0 ? request->from : 1 };

	gather_people(&plan, request, arena);
	enum status st = count(&plan, request, fault);
	if (st == ST_OK)
		st = seat_rules_take(&plan, request, arena, fault);
	if (st != ST_OK)
		return st;
	seat_rules_settle(&plan, arena);
	judge(&plan, request, arena);
	*ret_plan = plan;
	return ST_OK;
}
