#include "hsds_read.h"

#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a node of the tree turned out to be: a row of a table, or a list of such rows. */
struct meaning {
	bool is_row, is_list;
	enum hsds_table table;
	const struct hsds_nest *nest; /* NULL: a service of the list itself */
	struct hsds_row *row, *parent;
};

struct walk {
	const struct tree *tree;
	struct package *package;
	struct meaning *of; /* each node's */
};

static void begin_row(struct walk *walk, struct meaning *meaning)
{
	meaning->is_row = true;
	meaning->row = package_add(walk->package, meaning->table);
	meaning->row->number = walk->package->of[meaning->table].len;
}

/* A member of a row: a cell, or rows of another table inside it. */
static void take_member(struct walk *walk, const struct tree_node *node, const struct meaning *holder, struct meaning *meaning)
{
	const struct hsds_table_info *info = &hsds_tables[holder->table];
	bool is_scalar = node->kind == TREE_TEXT || node->kind == TREE_NUMBER || node->kind == TREE_BOOL;
	enum hsds_column column = hsds_column_of(holder->table, node->name);
	const struct hsds_nest *nest = hsds_nest_of(holder->table, node->name);

	if (node->kind == TREE_NULL || (is_scalar && !node->text[0]))
		return;
	if (is_scalar && column != HSDS_COLUMNS) {
		package_set(walk->package, holder->row, column, node->text);
	} else if (!is_scalar && nest && (node->kind == TREE_ARRAY) == nest->many) {
		*meaning = (struct meaning){ .is_list = nest->many, .table = nest->child, .nest = nest, .parent = holder->row };
		if (!nest->many)
			begin_row(walk, meaning);
	} else if (is_scalar || (walk->tree->nodes + walk->tree->len > node + 1 &&
				 &walk->tree->nodes[node[1].parent] == node)) {
		package_ignore(walk->package, info->name, node->name);
	}
}

static void take_node(struct walk *walk, size_t at)
{
	const struct tree_node *node = &walk->tree->nodes[at];
	const struct meaning *holder = &walk->of[node->parent];
	struct meaning *meaning = &walk->of[at];

	if (holder->is_row) {
		take_member(walk, node, holder, meaning);
	} else if (holder->is_list && node->kind == TREE_OBJECT) {
		*meaning = *holder;
		meaning->is_list = false;
		begin_row(walk, meaning);
	}
}

/* A row inside another says by its place whose it is, whether or not it also bears the id. */
static void link_rows(struct walk *walk)
{
	char made[32];

	for (size_t i = 0; i < walk->tree->len; i++) {
		const struct meaning *it = &walk->of[i];
		if (!it->is_row)
			continue;
		if (!hsds_id(it->row)[0]) {
			snprintf(made, sizeof made, "#%zu", i);
			package_set(walk->package, it->row, hsds_tables[it->table].first, made);
		}
		if (!it->nest)
			continue;
		if (it->nest->many)
			package_set(walk->package, it->row, it->nest->link, hsds_id(it->parent));
		else
			package_set(walk->package, it->parent, it->nest->link, hsds_id(it->row));
		if (it->nest->link == HSDS_attribute_link_id)
			package_set(walk->package, it->row, HSDS_attribute_link_entity, "service");
	}
}

/* Where the services are: the whole, or the member of a page. Of a single one, nowhere. */
static bool find_list(const struct tree *tree, size_t *ret_at)
{
	for (size_t i = 0; i < tree->len; i++) {
		const struct tree_node *node = &tree->nodes[i];
		bool is_page = i > 0 && node->parent == 0 &&
			       (strcmp(node->name, "contents") == 0 || strcmp(node->name, "services") == 0);
		if (node->kind == TREE_ARRAY && (i == 0 || is_page)) {
			*ret_at = i;
			return true;
		}
	}
	return false;
}

static bool is_service(const struct tree *tree)
{
	bool name = false, status = false;

	for (size_t i = 1; i < tree->len; i++) {
		name |= tree->nodes[i].parent == 0 && strcmp(tree->nodes[i].name, "name") == 0;
		status |= tree->nodes[i].parent == 0 && strcmp(tree->nodes[i].name, "status") == 0;
	}
	return tree->len > 0 && tree->nodes[0].kind == TREE_OBJECT && name && status;
}

enum status hsds_read_tree(const struct tree *tree, struct package *package)
{
	struct walk walk = { .tree = tree, .package = package };
	size_t list;
	bool many = find_list(tree, &list);

	if (!many && !is_service(tree))
		return ST_INVALID;
	walk.of = mem_new(tree->len, sizeof *walk.of);
	if (many)
		walk.of[list] = (struct meaning){ .is_list = true, .table = HSDS_service };
	else {
		walk.of[0].table = HSDS_service;
		begin_row(&walk, &walk.of[0]);
	}
	for (size_t i = (many ? list : 0) + 1; i < tree->len; i++)
		take_node(&walk, i);
	link_rows(&walk);
	free(walk.of);
	return ST_OK;
}
