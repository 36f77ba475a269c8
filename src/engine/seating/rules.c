#include "rules.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

enum { NODES_MAX = 100000 };

/* People who must sit together, and whom they must not meet. */
struct block {
	size_t len, table;
	size_t now; /* the table to try first */
};

struct placing {
	const struct seating_problem *problem;
	const bool *skip;
	size_t *root;      /* of each person's block, by person */
	size_t *index;     /* of each person's block among `blocks`; SEATING_NOWHERE: no rule speaks of them */
	struct block *blocks;
	size_t len;
	bool *apart;       /* [block * len + block] */
	uint16_t *blocked; /* [block * tables + table]: how many there it must not meet */
	size_t *filled;    /* people at each table */
	size_t larger;     /* tables that hold the one more already */
	size_t nodes;
};

static bool counts(const struct placing *placing, size_t rule)
{
	return !placing->skip || !placing->skip[rule];
}

/* --- blocks ----------------------------------------------------------------------------------------------------------- */

static size_t root_of(size_t *root, size_t person)
{
	while (root[person] != person)
		person = root[person] = root[root[person]];
	return person;
}

static void unite(size_t *root, const struct seating_rule *rule)
{
	for (size_t i = 1; i < rule->len; i++)
		root[root_of(root, rule->people[i])] = root_of(root, rule->people[0]);
}

static void find_roots(struct placing *placing)
{
	const struct seating_problem *problem = placing->problem;

	placing->root = mem_new(problem->people, sizeof *placing->root);
	for (size_t i = 0; i < problem->people; i++)
		placing->root[i] = i;
	for (size_t i = 0; i < problem->rules_len; i++)
		if (counts(placing, i) && problem->rules[i].kind == SEATING_TOGETHER)
			unite(placing->root, &problem->rules[i]);
}

static size_t block_of(struct placing *placing, size_t person)
{
	size_t root = root_of(placing->root, person);

	if (placing->index[root] == SEATING_NOWHERE) {
		placing->index[root] = placing->len;
		placing->blocks[placing->len++] = (struct block){ 0, SEATING_NOWHERE, 0 };
	}
	return placing->index[root];
}

static void number_blocks(struct placing *placing, const size_t *now)
{
	const struct seating_problem *problem = placing->problem;

	placing->index = mem_new(problem->people, sizeof *placing->index);
	placing->blocks = mem_new(problem->people, sizeof *placing->blocks);
	memset(placing->index, 0xff, problem->people * sizeof *placing->index);
	for (size_t i = 0; i < problem->rules_len; i++)
		for (size_t k = 0; counts(placing, i) && k < problem->rules[i].len; k++)
			block_of(placing, problem->rules[i].people[k]);
	for (size_t i = 0; i < problem->people; i++) {
		size_t root = root_of(placing->root, i);
		placing->index[i] = placing->index[root];
		if (placing->index[i] == SEATING_NOWHERE)
			continue;
		placing->blocks[placing->index[i]].len++;
		if (now && now[i] != SEATING_NOWHERE)
			placing->blocks[placing->index[i]].now = now[i];
	}
}

/* False: some must sit together and apart, or at two tables at once. */
static bool take_apart(struct placing *placing, const struct seating_rule *rule)
{
	for (size_t i = 0; i < rule->len; i++) {
		for (size_t k = i + 1; k < rule->len; k++) {
			size_t a = placing->index[rule->people[i]], b = placing->index[rule->people[k]];
			if (a == b && rule->people[i] != rule->people[k])
				return false;
			placing->apart[a * placing->len + b] = placing->apart[b * placing->len + a] = a != b;
		}
	}
	return true;
}

static bool take_fixed(struct placing *placing, const struct seating_rule *rule)
{
	for (size_t i = 0; i < rule->len; i++) {
		struct block *block = &placing->blocks[placing->index[rule->people[i]]];
		if (block->table != SEATING_NOWHERE && block->table != rule->table)
			return false;
		block->table = rule->table;
	}
	return true;
}

static bool take_rules(struct placing *placing)
{
	const struct seating_problem *problem = placing->problem;
	bool good = true;

	for (size_t i = 0; good && i < problem->rules_len; i++) {
		const struct seating_rule *rule = &problem->rules[i];
		if (!counts(placing, i) || rule->kind == SEATING_TOGETHER)
			continue;
		good = rule->kind == SEATING_APART ? take_apart(placing, rule) : take_fixed(placing, rule);
	}
	return good;
}

/* --- placing ---------------------------------------------------------------------------------------------------------- */

static bool may_sit(const struct placing *placing, size_t block, size_t table)
{
	const struct seating_problem *problem = placing->problem;
	size_t size = seating_least_size(problem), now = placing->filled[table] + placing->blocks[block].len;

	if (placing->blocked[block * problem->tables + table])
		return false;
	return now <= size || (now == size + 1 && placing->larger < seating_larger_tables(problem));
}

/* by is 1 to sit down, -1 to get up again. */
static void sit(struct placing *placing, size_t block, size_t table, int by)
{
	const struct seating_problem *problem = placing->problem;
	size_t size = seating_least_size(problem), before = placing->filled[table];

	placing->filled[table] += (size_t)by * placing->blocks[block].len;
	placing->larger += (placing->filled[table] > size) - (size_t)(before > size);
	for (size_t other = 0; other < placing->len; other++)
		if (placing->apart[block * placing->len + other])
			placing->blocked[other * problem->tables + table] += (uint16_t)by;
	placing->blocks[block].table = by > 0 ? table : SEATING_NOWHERE;
}

/* Empty tables are all alike: trying one is enough. */
static bool is_worth_trying(const struct placing *placing, size_t block, size_t table, bool *seen_empty)
{
	if (!may_sit(placing, block, table) || (!placing->filled[table] && *seen_empty))
		return false;
	*seen_empty = *seen_empty || !placing->filled[table];
	return true;
}

static size_t choices(const struct placing *placing, size_t block)
{
	size_t count = 0;
	bool seen_empty = false;

	for (size_t table = 0; table < placing->problem->tables; table++)
		count += is_worth_trying(placing, block, table, &seen_empty);
	return count;
}

/* The block with the fewest tables to choose from, of those the largest; the number of blocks: all sit. */
static size_t hardest(const struct placing *placing)
{
	size_t found = placing->len, fewest = SIZE_MAX;

	for (size_t i = 0; i < placing->len; i++) {
		if (placing->blocks[i].table != SEATING_NOWHERE)
			continue;
		size_t count = choices(placing, i);
		if (count < fewest || (count == fewest && placing->blocks[i].len > placing->blocks[found].len)) {
			fewest = count;
			found = i;
		}
	}
	return found;
}

static enum rules_fit place(struct placing *placing)
{
	size_t block = hardest(placing), tables = placing->problem->tables;
	enum rules_fit fit = RULES_CLASH;
	bool seen_empty = false;

	if (block == placing->len)
		return RULES_FIT;
	if (++placing->nodes > NODES_MAX)
		return RULES_UNKNOWN;
	for (size_t i = 0; fit == RULES_CLASH && i < tables; i++) {
		size_t table = (placing->blocks[block].now + i) % tables;
		if (!is_worth_trying(placing, block, table, &seen_empty))
			continue;
		sit(placing, block, table, 1);
		fit = place(placing);
		if (fit != RULES_FIT)
			sit(placing, block, table, -1);
	}
	return fit;
}

static bool place_fixed(struct placing *placing)
{
	for (size_t i = 0; i < placing->len; i++) {
		size_t table = placing->blocks[i].table;
		if (table == SEATING_NOWHERE)
			continue;
		if (!may_sit(placing, i, table))
			return false;
		sit(placing, i, table, 1);
	}
	return true;
}

static enum rules_fit place_all(struct placing *placing)
{
	size_t len = placing->len;

	placing->apart = mem_new(len * len + 1, sizeof *placing->apart);
	placing->blocked = mem_new(len * placing->problem->tables + 1, sizeof *placing->blocked);
	placing->filled = mem_new(placing->problem->tables, sizeof *placing->filled);
	if (!take_rules(placing) || !place_fixed(placing))
		return RULES_CLASH;
	return place(placing);
}

enum rules_fit rules_place(const struct seating_problem *problem, const bool *skip, const size_t *now, size_t *ret_table)
{
	struct placing placing = { .problem = problem, .skip = skip };

	find_roots(&placing);
	number_blocks(&placing, now);
	enum rules_fit fit = place_all(&placing);
	for (size_t i = 0; fit == RULES_FIT && ret_table && i < problem->people; i++)
		ret_table[i] = placing.index[i] == SEATING_NOWHERE ? SEATING_NOWHERE : placing.blocks[placing.index[i]].table;
	free(placing.root);
	free(placing.index);
	free(placing.blocks);
	free(placing.apart);
	free(placing.blocked);
	free(placing.filled);
	return fit;
}

void rules_blocks(const struct seating_problem *problem, size_t *ret_next)
{
	struct placing placing = { .problem = problem };

	find_roots(&placing);
	for (size_t i = 0; i < problem->people; i++)
		ret_next[i] = i;
	for (size_t i = 0; i < problem->people; i++) {
		size_t root = root_of(placing.root, i);
		if (root != i) {
			ret_next[i] = ret_next[root];
			ret_next[root] = i;
		}
	}
	free(placing.root);
}
