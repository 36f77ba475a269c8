/* wishes.c - the rules as people gave them: as numbers, in words, and which of them cannot all hold. */
#include "plan.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <inttypes.h>

static enum status find_people(const struct seat_plan *plan, const struct seat_wish *wish, size_t *people, struct fault *fault)
{
	for (size_t i = 0; i < wish->len; i++) {
		people[i] = seat_person_index(plan, wish->people[i]->id);
		if (people[i] == SIZE_MAX)
			return fault_set(fault, ST_REFUSED, _("“%s” is not among those who are seated."), wish->people[i]->name);
	}
	return ST_OK;
}

static enum status find_table(const struct seat_plan *plan, int64_t number, size_t *ret_table, struct fault *fault)
{
	for (size_t table = 0; table < plan->problem.tables; table++) {
		if (seat_table_number(plan, table) == number) {
			*ret_table = table;
			return ST_OK;
		}
	}
	return fault_set(fault, ST_NOT_FOUND, _("There is no table %" PRId64 " among the %zu that are seated."), number,
			 plan->problem.tables);
}

/* Seats that were fixed before stay so; one wish a person. */
static void add_fixed(struct seat_plan *plan, struct seat_wish *wishes, struct arena *arena)
{
	const struct workbook *book = plan->book;

	for (size_t i = 0; i < book->seats.len; i++) {
		const struct seat *seat = &book->seats.at[i];
		size_t person = seat_person_index(plan, seat->person);
		const struct table *table = workbook_table_by_id(book, seat->table);
		if (!seat->fixed || seat->round != plan->from || person == SIZE_MAX || !table ||
		    (size_t)(table - book->tables.at) >= plan->problem.tables)
			continue;
		const struct person **one = arena_new(arena, 1, sizeof *one);
		*one = plan->people[person];
		wishes[plan->wishes_len++] = (struct seat_wish){ SEATING_FIX, one, 1, table->number };
	}
}

enum status seat_rules_take(struct seat_plan *plan, const struct seat_request *request, struct arena *arena, struct fault *fault)
{
	struct seat_wish *wishes = arena_new(arena, request->wishes_len + plan->book->seats.len, sizeof *wishes);
	enum status st = ST_OK;

	for (size_t i = 0; i < request->wishes_len; i++)
		wishes[plan->wishes_len++] = request->wishes[i];
	add_fixed(plan, wishes, arena);
	plan->wishes = wishes;
	plan->rules = arena_new(arena, plan->wishes_len, sizeof *plan->rules);
	plan->given_up = arena_new(arena, plan->wishes_len, sizeof *plan->given_up);
	for (size_t i = 0; st == ST_OK && i < plan->wishes_len; i++) {
		const struct seat_wish *wish = &plan->wishes[i];
		size_t *people = arena_new(arena, wish->len, sizeof *people);
		plan->rules[i] = (struct seating_rule){ .kind = wish->kind, .people = people, .len = wish->len };
		st = find_people(plan, wish, people, fault);
		if (st == ST_OK && wish->kind == SEATING_FIX)
			st = find_table(plan, wish->table, &plan->rules[i].table, fault);
	}
	return st;
}

/* The last of each conflict gives way, as what was asked for when the others stood already. */
void seat_rules_settle(struct seat_plan *plan, struct arena *arena)
{
	struct seating_problem asked = plan->problem;
	struct seating_rule *kept = arena_new(arena, plan->wishes_len, sizeof *kept);
	size_t *found = arena_new(arena, plan->wishes_len, sizeof *found), len;

	asked.rules = plan->rules;
	asked.rules_len = plan->wishes_len;
	plan->conflicts = arena_new(arena, plan->wishes_len, sizeof *plan->conflicts);
	while ((len = seating_conflict(&asked, plan->given_up, found)) > 0) {
		struct seat_conflict *conflict = &plan->conflicts[plan->conflicts_len++];
		*conflict = (struct seat_conflict){ arena_new(arena, len, sizeof *found), len, found[len - 1] };
		for (size_t i = 0; i < len; i++)
			conflict->wishes[i] = found[i];
		plan->given_up[conflict->given_up] = true;
	}
	plan->problem.rules = kept;
	for (size_t i = 0; i < plan->wishes_len; i++)
		if (!plan->given_up[i])
			kept[plan->problem.rules_len++] = plan->rules[i];
}

const char *seat_wish_words(const struct seat_wish *wish, struct arena *arena)
{
	struct buf names = { 0 }, words = { 0 };

	for (size_t i = 0; i < wish->len; i++)
		buf_addf(&names, "%s%s", i ? C_("between names", ", ") : "", wish->people[i]->name);
	switch (wish->kind) {
	case SEATING_TOGETHER:
		buf_addf(&words, _("“%s together”"), buf_text(&names));
		break;
	case SEATING_APART:
		buf_addf(&words, _("“%s apart”"), buf_text(&names));
		break;
	case SEATING_FIX:
		buf_addf(&words, _("“%s at table %" PRId64 "”"), buf_text(&names), wish->table);
		break;
	}
	const char *copy = arena_copy(arena, buf_text(&words));
	buf_done(&names);
	buf_done(&words);
	return copy;
}
