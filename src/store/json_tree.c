#include "store/json.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "inside.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMN_ID, COLUMN_PARENT, COLUMN_KEY, COLUMN_TYPE, COLUMN_ATOM };

/* Rows come in the document's order, so what a row lies in is among those that are still open. */
struct open_node {
	sqlite3_int64 id;
	size_t place;
};

struct reading {
	struct tree_node *nodes;
	size_t len, room;
	struct open_node *open;
	size_t open_len, open_room;
	struct arena *arena;
};

static enum tree_kind kind_of(const char *type)
{
	static const struct {
		const char *type;
		enum tree_kind kind;
	} kinds[] = {
		{ "text", TREE_TEXT },	  { "integer", TREE_NUMBER }, { "real", TREE_NUMBER },  { "true", TREE_BOOL },
		{ "false", TREE_BOOL },	  { "array", TREE_ARRAY },    { "object", TREE_OBJECT },
	};

	for (size_t i = 0; i < COUNT(kinds); i++) {
		if (strcmp(kinds[i].type, type) == 0)
			return kinds[i].kind;
	}
	return TREE_NULL;
}

static size_t parent_of(struct reading *reading, sqlite3_stmt *stmt)
{
	if (sqlite3_column_type(stmt, COLUMN_PARENT) == SQLITE_NULL)
		return 0;
	while (reading->open_len > 1 && reading->open[reading->open_len - 1].id != sqlite3_column_int64(stmt, COLUMN_PARENT))
		reading->open_len--;
	return reading->open[reading->open_len - 1].place;
}

static void open_node(struct reading *reading, sqlite3_int64 id)
{
	if (reading->open_len == reading->open_room) {
		reading->open_room = reading->open_room ? reading->open_room * 2 : 16;
		reading->open = mem_grow(reading->open, reading->open_room, sizeof *reading->open);
	}
	reading->open[reading->open_len++] = (struct open_node){ id, reading->len };
}

static const char *copy_text(struct reading *reading, sqlite3_stmt *stmt, int column)
{
	return arena_copy_len(reading->arena, sql_text(stmt, column), (size_t)sqlite3_column_bytes(stmt, column));
}

static void take_row(struct reading *reading, sqlite3_stmt *stmt)
{
	const char *type = sql_text(stmt, COLUMN_TYPE);
	struct tree_node node = { .kind = kind_of(type), .parent = parent_of(reading, stmt), .name = "", .text = "" };

	if (sqlite3_column_type(stmt, COLUMN_KEY) == SQLITE_TEXT)
		node.name = copy_text(reading, stmt, COLUMN_KEY);
	if (node.kind == TREE_BOOL)
		node.text = copy_text(reading, stmt, COLUMN_TYPE);
	else if (node.kind == TREE_TEXT || node.kind == TREE_NUMBER)
		node.text = copy_text(reading, stmt, COLUMN_ATOM);
	else if (node.kind != TREE_NULL)
		open_node(reading, sqlite3_column_int64(stmt, COLUMN_ID));
	if (reading->len == reading->room) {
		reading->room = reading->room ? reading->room * 2 : 64;
		reading->nodes = mem_grow(reading->nodes, reading->room, sizeof *reading->nodes);
	}
	reading->nodes[reading->len++] = node;
}

static int ask(struct store *store, int which, const char *json, size_t len, sqlite3_stmt **ret_stmt)
{
	*ret_stmt = sql_get(store, which);
	if (!*ret_stmt)
		return sqlite3_extended_errcode(store->main.db);
	return sqlite3_bind_text64(*ret_stmt, 1, json, len, SQLITE_STATIC, SQLITE_UTF8);
}

static int is_valid(struct store *store, const char *json, size_t len, bool *ret_valid)
{
	sqlite3_stmt *stmt;
	int rc = ask(store, SQL_JSON_IS, json, len, &stmt);

	if (!stmt)
		return rc;
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	*ret_valid = rc == SQLITE_ROW && sqlite3_column_int(stmt, 0);
	return sql_end(stmt, rc);
}

static int read_nodes(struct store *store, const char *json, size_t len, struct reading *reading)
{
	sqlite3_stmt *stmt;
	int rc = ask(store, SQL_JSON_TREE, json, len, &stmt);

	if (!stmt)
		return rc;
	while (rc == SQLITE_OK || rc == SQLITE_ROW) {
		rc = sqlite3_step(stmt);
		if (rc == SQLITE_ROW)
			take_row(reading, stmt);
	}
	return sql_end(stmt, rc);
}

enum status json_read_tree(struct store *store, const char *json, size_t len, struct arena *arena, struct tree *ret_tree,
			   struct fault *fault)
{
	struct reading reading = { .arena = arena };
	bool valid = false;
	int rc = is_valid(store, json, len, &valid);

	if (rc == SQLITE_OK && !valid)
		return fault_set(fault, ST_INVALID, _("This is no JSON: a bracket, a comma or a quotation mark is missing or too many."));
	if (rc == SQLITE_OK)
		rc = read_nodes(store, json, len, &reading);
	if (rc == SQLITE_OK) {
		*ret_tree = (struct tree){ arena_new(arena, reading.len, sizeof *reading.nodes), reading.len };
		if (reading.len)
			memcpy(ret_tree->nodes, reading.nodes, reading.len * sizeof *reading.nodes);
	}
	free(reading.nodes);
	free(reading.open);
	return store_fault(store, rc, fault);
}
