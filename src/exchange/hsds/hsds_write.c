#include "exchange/hsds.h"

#include "exchange/json.h"
#include "hsds_cards.h"
#include "package.h"

#include <string.h>

/* Rows that lie in others come in the order of those: a place in each nest's list, and an index where many share one. */
struct nesting {
	const struct package *package;
	struct json json;
	size_t next[HSDS_NESTS];
	struct index by_id[HSDS_TABLES];
};

static void put_row(struct nesting *nesting, enum hsds_table table, const struct hsds_row *row);

static bool is_childs(const struct package_rows *rows, size_t at, const struct hsds_nest *nest, const struct hsds_row *parent)
{
	return at < rows->len && strcmp(hsds_cell(rows->at[at], nest->link), hsds_id(parent)) == 0;
}

static void put_list(struct nesting *nesting, const struct hsds_nest *nest, size_t *next, const struct hsds_row *parent)
{
	const struct package_rows *rows = &nesting->package->of[nest->child];

	if (!is_childs(rows, *next, nest, parent))
		return;
	json_name(&nesting->json, nest->member);
	json_array(&nesting->json);
	while (is_childs(rows, *next, nest, parent))
		put_row(nesting, nest->child, rows->at[(*next)++]);
	json_array_end(&nesting->json);
}

static void put_one(struct nesting *nesting, const struct hsds_nest *nest, const struct hsds_row *parent)
{
	bool many;
	const struct hsds_row *child = index_find(&nesting->by_id[nest->child], hsds_cell(parent, nest->link), &many);

	if (!child)
		return;
	json_name(&nesting->json, nest->member);
	put_row(nesting, nest->child, child);
}

static void put_row(struct nesting *nesting, enum hsds_table table, const struct hsds_row *row)
{
	json_object(&nesting->json);
	nesting->json.airy = false;
	for (enum hsds_column column = hsds_tables[table].first; column < hsds_tables[table].end; column++) {
		if (hsds_cell(row, column)[0])
			json_put_text(&nesting->json, hsds_columns[column].name, hsds_cell(row, column));
	}
	for (size_t i = 0; i < HSDS_NESTS; i++) {
		if (hsds_nests[i].parent == table && hsds_nests[i].many)
			put_list(nesting, &hsds_nests[i], &nesting->next[i], row);
		else if (hsds_nests[i].parent == table)
			put_one(nesting, &hsds_nests[i], row);
	}
	json_object_end(&nesting->json);
}

void hsds_write_json(const struct workbook *book, enum profile profile, struct buf *out, size_t *ret_withheld)
{
	struct package package = { 0 };
	struct nesting nesting = { .package = &package, .json = { .out = out, .airy = true } };

	hsds_of_cards(book, profile, &package, ret_withheld);
	for (enum hsds_table table = 0; table < HSDS_TABLES; table++)
		package_index(&package, table, &nesting.by_id[table]);
	json_array(&nesting.json);
	for (size_t i = 0; i < package.of[HSDS_service].len; i++) {
		nesting.json.airy = true; /* a service a line, so that two lists can be laid side by side */
		put_row(&nesting, HSDS_service, package.of[HSDS_service].at[i]);
	}
	nesting.json.airy = true;
	json_array_end(&nesting.json);
	buf_add_char(out, '\n');
	for (enum hsds_table table = 0; table < HSDS_TABLES; table++)
		index_done(&nesting.by_id[table]);
	package_done(&package);
}
