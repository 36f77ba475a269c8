#include "store/json.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "inside.h"

#include <stdlib.h>
#include <string.h>

static int is_object(struct store *store, const char *json, size_t len, bool *ret_is)
{
	sqlite3_stmt *stmt = sql_get(store, SQL_JSON_VALID);

	if (!stmt)
		return sqlite3_extended_errcode(store->main.db);
	int rc = sqlite3_bind_text64(stmt, 1, json, len, SQLITE_STATIC, SQLITE_UTF8);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	*ret_is = rc == SQLITE_ROW && sqlite3_column_int(stmt, 0);
	return sql_end(stmt, rc);
}

/* Where in the tree we are: below the whole, or in a member that is an array. */
struct walk {
	sqlite3_int64 root, array;
	const char *name;
	int index;
};
enum { TREE_ID, TREE_PARENT, TREE_KEY, TREE_TYPE, TREE_ATOM };

static const char *copy_column(sqlite3_stmt *stmt, int column, struct arena *arena)
{
	return arena_copy_len(arena, sql_text(stmt, column), (size_t)sqlite3_column_bytes(stmt, column));
}

/* False for what is no member of its own: the whole, an array (its elements follow), and what lies deeper. */
static bool step_into(struct walk *walk, sqlite3_stmt *stmt, struct arena *arena)
{
	sqlite3_int64 parent = sqlite3_column_int64(stmt, TREE_PARENT);
	bool is_array = strcmp(sql_text(stmt, TREE_TYPE), "array") == 0;

	if (sqlite3_column_type(stmt, TREE_PARENT) == SQLITE_NULL) {
		walk->root = sqlite3_column_int64(stmt, TREE_ID);
		return false;
	}
	if (parent == walk->root) {
		walk->name = copy_column(stmt, TREE_KEY, arena);
		walk->index = -1;
		walk->array = is_array ? sqlite3_column_int64(stmt, TREE_ID) : -1;
		return !is_array;
	}
	walk->index = sqlite3_column_int(stmt, TREE_KEY);
	return parent == walk->array;
}

static struct json_member member_at(const struct walk *walk, sqlite3_stmt *stmt, struct arena *arena)
{
	const char *type = sql_text(stmt, TREE_TYPE);
	bool is_bool = strcmp(type, "true") == 0 || strcmp(type, "false") == 0;

	return (struct json_member){
		.name = walk->name,
		.index = walk->index,
		.text = is_bool ? copy_column(stmt, TREE_TYPE, arena) : copy_column(stmt, TREE_ATOM, arena),
		.is_text = strcmp(type, "text") == 0,
		.is_number = strcmp(type, "integer") == 0 || strcmp(type, "real") == 0,
	};
}

static int read_members(struct store *store, const char *json, size_t len, struct arena *arena,
			struct json_member **members, size_t *ret_len)
{
	sqlite3_stmt *stmt = sql_get(store, SQL_JSON_TREE);
	struct walk walk = { .array = -1, .name = "" };
	size_t count = 0, room = 0;
	int rc;

	if (!stmt)
		return sqlite3_extended_errcode(store->main.db);
	rc = sqlite3_bind_text64(stmt, 1, json, len, SQLITE_STATIC, SQLITE_UTF8);
	while (rc == SQLITE_OK || rc == SQLITE_ROW) {
		rc = sqlite3_step(stmt);
		if (rc != SQLITE_ROW || !step_into(&walk, stmt, arena))
			continue;
		if (count == room) {
			room = room ? room * 2 : 16;
			*members = mem_grow(*members, room, sizeof **members);
		}
		(*members)[count++] = member_at(&walk, stmt, arena);
	}
	*ret_len = count;
	return sql_end(stmt, rc);
}

enum status json_read_object(struct store *store, const char *json, size_t len, struct arena *arena,
			     struct json_member **ret_members, size_t *ret_len, struct fault *fault)
{
	struct json_member *members = NULL;
	size_t count = 0;
	bool is = false;
	int rc = is_object(store, json, len, &is);

	if (rc == SQLITE_OK && !is)
		return fault_set(fault, ST_INVALID, _("A JSON object is needed: {\"name\": \"value\", …}."));
	if (rc == SQLITE_OK)
		rc = read_members(store, json, len, arena, &members, &count);
	if (rc == SQLITE_OK) {
		*ret_members = arena_new(arena, count, sizeof *members);
		if (count)
			memcpy(*ret_members, members, count * sizeof *members);
		*ret_len = count;
	}
	free(members);
	return store_fault(store, rc, fault);
}
