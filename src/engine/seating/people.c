/* people.c - what is known of the people who are seated: of what kind they are, and whom they have met. */
#include "plan.h"

#include "base/buf.h"
#include "base/mem.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

/* Ids are many and looked up often. */
size_t seat_person_index(const struct seat_plan *plan, const char *person)
{
	size_t from = 0, to = plan->people_len;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int order = strcmp(plan->people[plan->by_id[middle]]->id, person);
		if (order == 0)
			return plan->by_id[middle];
		if (order < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return SIZE_MAX;
}

/* --- traits ----------------------------------------------------------------------------------------------------------- */

static const char *code_name(const struct code_list *codes, unsigned code)
{
	return *code_text(codes, code) ? code_label(codes, code) : "";
}

/* As people read it; "": unsaid, or nothing that matters here. */
static const char *trait_name(const struct seat_plan *plan, size_t index, enum seat_trait trait)
{
	const struct person *person = plan->people[index];
	enum person_role role = plan->roles[index];

	switch (trait) {
	case SEAT_AFFILIATION:
		return person->affiliation;
	case SEAT_ROLE:
		return role == PERSON_ROLE_PARTICIPANT ? "" : code_name(&codes_person_role, role);
	case SEAT_STANCE:
		return code_name(&codes_stance, person->stance);
	case SEAT_FIELD:
		return code_name(&codes_person_field, person->field);
	case SEAT_TRAITS:
		break;
	}
	return "";
}

struct keyed {
	char *key;
	const char *name;
	size_t person;
};

static int by_key(const void *a, const void *b)
{
	const struct keyed *one = a, *other = b;
	int order = strcmp(one->key, other->key);

	return order ? order : (one->person > other->person) - (one->person < other->person);
}

static void find_trait(struct seat_plan *plan, enum seat_trait trait, struct arena *arena)
{
	struct keyed *keyed = mem_new(plan->people_len, sizeof *keyed);
	size_t kinds = 0;

	plan->traits[trait] = arena_new(arena, plan->people_len, sizeof *plan->traits[trait]);
	plan->trait_names[trait] = arena_new(arena, plan->people_len + 1, sizeof *plan->trait_names[trait]);
	for (size_t i = 0; i < plan->people_len; i++) {
		struct buf key = { 0 };
		keyed[i] = (struct keyed){ .name = trait_name(plan, i, trait), .person = i };
		text_fold(&key, keyed[i].name, strlen(keyed[i].name));
		keyed[i].key = arena_copy(arena, buf_text(&key));
		buf_done(&key);
	}
	qsort(keyed, plan->people_len, sizeof *keyed, by_key);
	for (size_t i = 0; i < plan->people_len; i++) {
		if (!*keyed[i].key)
			continue;
		if (!i || strcmp(keyed[i].key, keyed[i - 1].key) != 0)
			plan->trait_names[trait][++kinds] = keyed[i].name;
		plan->traits[trait][keyed[i].person] = kinds;
	}
	plan->traits_len[trait] = kinds;
	free(keyed);
}

void seat_traits_find(struct seat_plan *plan, struct arena *arena)
{
	for (unsigned t = 0; t < SEAT_TRAITS; t++)
		find_trait(plan, (enum seat_trait)t, arena);
}

bool seat_are_alike(const struct seat_plan *plan, enum seat_trait trait, size_t one, size_t other)
{
	const size_t *kinds = plan->traits[trait];

	return one != other && kinds[one] && kinds[one] == kinds[other] && !seat_is_tie(plan, one, other);
}

int64_t seat_least_of_kind(const struct seat_plan *plan, enum seat_trait trait, size_t kind)
{
	const size_t *kinds = plan->traits[trait];
	size_t count = 0;
	int64_t tied = 0;

	for (size_t i = 0; i < plan->people_len; i++) {
		count += kinds[i] == kind;
		for (size_t k = i + 1; kinds[i] == kind && k < plan->people_len; k++)
			tied += kinds[k] == kind && seat_is_tie(plan, i, k);
	}
	int64_t pairs = seating_least_pairs(count, plan->problem.tables) - tied;
	return pairs > 0 ? pairs * (int64_t)plan->problem.rounds : 0;
}

int64_t seat_least_pairs(const struct seat_plan *plan, enum seat_trait trait)
{
	int64_t pairs = 0;

	for (size_t kind = 1; kind <= plan->traits_len[trait]; kind++)
		pairs += seat_least_of_kind(plan, trait, kind);
	return pairs;
}

/* --- meetings --------------------------------------------------------------------------------------------------------- */

static int by_table(const void *a, const void *b)
{
	const struct seat *one = *(const struct seat *const *)a, *other = *(const struct seat *const *)b;
	int order = strcmp(one->workshop, other->workshop);

	if (!order)
		order = (one->round > other->round) - (one->round < other->round);
	if (!order)
		order = strcmp(one->table, other->table);
	return order ? order : strcmp(one->id, other->id);
}

static bool is_same_table(const struct seat *one, const struct seat *other)
{
	return one->round == other->round && strcmp(one->table, other->table) == 0 && strcmp(one->workshop, other->workshop) == 0;
}

static void meet(const struct seat_plan *plan, const struct seat *one, const struct seat *other, uint16_t *met)
{
	size_t a = seat_person_index(plan, one->person), b = seat_person_index(plan, other->person);

	if (a == SIZE_MAX || b == SIZE_MAX || a == b || met[a * plan->people_len + b] == UINT16_MAX)
		return;
	met[a * plan->people_len + b]++;
	met[b * plan->people_len + a]++;
}

/* What has been: earlier workshops, and the rounds of this one that are over. */
static size_t gather_seats(const struct seat_plan *plan, const struct seat_list *past, const struct seat **seats)
{
	size_t len = 0;

	for (size_t i = 0; past && i < past->len; i++)
		seats[len++] = &past->at[i];
	for (size_t i = 0; i < plan->book->seats.len; i++)
		if (plan->book->seats.at[i].round < plan->from)
			seats[len++] = &plan->book->seats.at[i];
	return len;
}

const uint16_t *seat_meetings(const struct seat_plan *plan, const struct seat_list *past, struct arena *arena)
{
	const struct seat **seats = mem_new((past ? past->len : 0) + plan->book->seats.len, sizeof *seats);
	size_t len = gather_seats(plan, past, seats);
	uint16_t *met = arena_new(arena, plan->people_len * plan->people_len, sizeof *met);

	qsort(seats, len, sizeof *seats, by_table);
	for (size_t i = 0; i < len; i++)
		for (size_t k = i + 1; k < len && is_same_table(seats[i], seats[k]); k++)
			meet(plan, seats[i], seats[k], met);
	free(seats);
	return met;
}

/* --- order ------------------------------------------------------------------------------------------------------------ */

struct ranked {
	const struct seat_plan *plan;
	size_t person;
};

/* The stance first: it is what a table should mix above all. */
static int by_likeness(const void *a, const void *b)
{
	static const enum seat_trait traits[] = { SEAT_STANCE, SEAT_AFFILIATION, SEAT_ROLE, SEAT_FIELD };
	const struct ranked *one = a, *other = b;

	for (size_t i = 0; i < COUNT(traits); i++) {
		const size_t *kinds = one->plan->traits[traits[i]];
		if (kinds[one->person] != kinds[other->person])
			return kinds[one->person] < kinds[other->person] ? -1 : 1;
	}
	return (one->person > other->person) - (one->person < other->person);
}

const size_t *seat_order(const struct seat_plan *plan, struct arena *arena)
{
	struct ranked *ranked = mem_new(plan->people_len, sizeof *ranked);
	size_t *order = arena_new(arena, plan->people_len, sizeof *order);

	for (size_t i = 0; i < plan->people_len; i++)
		ranked[i] = (struct ranked){ plan, i };
	qsort(ranked, plan->people_len, sizeof *ranked, by_likeness);
	for (size_t i = 0; i < plan->people_len; i++)
		order[i] = ranked[i].person;
	free(ranked);
	return order;
}
