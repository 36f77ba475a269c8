#include "judge.h"

#include "index.h"
#include "inside.h"
#include "text/fold.h"

#include <stdio.h>
#include <string.h>

static bool may_see(const struct field_info *field, enum reach reach)
{
	return index_covers(field) && field->reach <= reach;
}

/* What a row of a table says whose it is: a table's, or another row's that is. */
static const char *owner_column(enum entity entity)
{
	static const char *const columns[ENTITY_COUNT] = {
		[ENTITY_table] = "id",	 [ENTITY_offer] = "table",     [ENTITY_note] = "table", [ENTITY_storyline] = "table",
		[ENTITY_step] = "storyline", [ENTITY_support] = "step",   [ENTITY_action] = "table",
	};

	return columns[entity];
}

enum { TEXTS_WORKSHOP, TEXTS_OWNER, TEXTS_FIRST };

/* The texts of one row that those with this reach may see, by ?1 id: its workshop, its owner, then the fields in their order.
 * NULL on failure. */
static sqlite3_stmt *texts_get(struct store *store, const struct entity_info *info, enum reach reach)
{
	sqlite3_stmt **slot = &store->texts[info->entity][reach];
	const char *owner = owner_column(info->entity);
	struct buf sql = { 0 };

	if (*slot)
		return *slot;
	buf_addf(&sql, "SELECT workshop, \"%s\"", owner ? owner : "id");
	for (size_t i = 0; i < info->fields_len; i++)
		if (may_see(&info->fields[i], reach))
			buf_addf(&sql, ", \"%s\"", info->fields[i].name);
	buf_addf(&sql, " FROM \"%s\" WHERE id = ?1 AND gone = 0", info->name);
	sql_keep(store, slot, buf_text(&sql));
	buf_done(&sql);
	return *slot;
}

/* The words that one text holds are marked as found; true where the first is among them. */
static bool find_words(const struct judge *judge, const char *text)
{
	struct buf key = { 0 };

	if (!*text)
		return false;
	text_fold(&key, text, strlen(text));
	for (size_t i = 0; i < judge->words_len; i++)
		judge->found[i] = judge->found[i] || strstr(buf_text(&key), judge->words[i]);
	bool holds_first = strstr(buf_text(&key), judge->words[0]) != NULL;
	buf_done(&key);
	return holds_first;
}

static bool are_all_found(const struct judge *judge)
{
	for (size_t i = 0; i < judge->words_len; i++)
		if (!judge->found[i])
			return false;
	return true;
}

/* The row of the statement. The hit borrows from it. */
static bool look(struct judge *judge, const struct entity_info *info, sqlite3_stmt *stmt, struct search_hit *hit)
{
	int column = TEXTS_FIRST;

	hit->workshop = sql_text(stmt, TEXTS_WORKSHOP);
	if (judge->workshop && *hit->workshop && strcmp(judge->workshop, hit->workshop) != 0)
		return false;
	memset(judge->found, 0, judge->words_len * sizeof *judge->found);
	for (size_t i = 0; i < info->fields_len; i++) {
		if (!may_see(&info->fields[i], judge->reach))
			continue;
		const char *text = sql_text(stmt, column++);
		if (!find_words(judge, text) || hit->field)
			continue;
		hit->field = &info->fields[i];
		hit->text = text;
	}
	return are_all_found(judge);
}

/* A number that a sentence finds by an id, 0 where it finds none. Rows that stand together ask for the same again and again. */
static int find_number(struct judge *judge, enum sentence which, const char *id, struct finding *finding)
{
	sqlite3_stmt *stmt;

	if (*finding->id && strcmp(finding->id, id) == 0)
		return SQLITE_OK;
	stmt = sql_get(judge->store, which);
	if (!stmt)
		return sqlite3_extended_errcode(judge->store->main.db);
	int rc = sqlite3_bind_text(stmt, 1, id, -1, SQLITE_STATIC);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	finding->number = rc == SQLITE_ROW ? sqlite3_column_int64(stmt, 0) : 0;
	rc = sql_end(stmt, rc);
	snprintf(finding->id, sizeof finding->id, "%s", rc == SQLITE_OK ? id : "");
	return rc;
}

/* Is there still what the row belongs to? */
static int find_place(struct judge *judge, const struct entity_info *info, const char *owner, struct search_hit *hit,
		      bool *ret_there)
{
	int rc = SQLITE_OK;

	*ret_there = true;
	if (info->home == HOME_WORKSHOP) {
		rc = find_number(judge, SQL_WORKSHOP_THERE, hit->workshop, &judge->there);
		*ret_there = judge->there.number > 0;
	}
	if (rc == SQLITE_OK && owner_column(info->entity)) {
		rc = find_number(judge, SQL_OWNERS_TABLE, owner, &judge->table);
		hit->table = judge->table.number;
		*ret_there = *ret_there && hit->table > 0;
	}
	return rc;
}

int judge_row(struct judge *judge, const struct entity_info *info, const char *id, struct search_hit *ret_hit, bool *ret_holds)
{
	sqlite3_stmt *stmt = texts_get(judge->store, info, judge->reach);
	struct search_hit hit = { .entity = info->entity };
	int placed = SQLITE_OK;

	*ret_holds = false;
	if (!stmt)
		return sqlite3_extended_errcode(judge->store->main.db);
	int rc = sqlite3_bind_text(stmt, 1, id, -1, SQLITE_STATIC);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW && look(judge, info, stmt, &hit))
		placed = find_place(judge, info, sql_text(stmt, TEXTS_OWNER), &hit, ret_holds);
	if (*ret_holds) {
		hit.id = arena_copy(judge->arena, id);
		hit.workshop = arena_copy(judge->arena, hit.workshop);
		hit.text = arena_copy(judge->arena, hit.text);
		*ret_hit = hit;
	}
	rc = sql_end(stmt, rc);
	return rc == SQLITE_OK ? placed : rc;
}
