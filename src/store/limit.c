#include "limit.h"

#include "base/i18n.h"
#include "inside.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* One more than an id has: what is longer than an id must not become one by being cut. */
enum { NAME_LEN = ID_LEN + 2 };

/* What a table owns, and the reference by which each row says whose it is: a table's, or another row's that it owns. What is
 * not here is nobody's to write at a table. */
static const struct {
	enum field by;
	enum entity owner;
} owned[ENTITY_COUNT] = {
	[ENTITY_offer] = { FIELD_offer_table, ENTITY_table },
	[ENTITY_note] = { FIELD_note_table, ENTITY_table },
	[ENTITY_action] = { FIELD_action_table, ENTITY_table },
	[ENTITY_card] = { FIELD_card_found_by, ENTITY_table },
	[ENTITY_storyline] = { FIELD_storyline_table, ENTITY_table },
	[ENTITY_step] = { FIELD_step_storyline, ENTITY_storyline },
	[ENTITY_support] = { FIELD_support_step, ENTITY_step },
	[ENTITY_run_row] = { FIELD_run_row_target, ENTITY_table },
};

static bool is_owned(enum entity entity)
{
	return owned[entity].by != FIELD_gone;
}

/* Of the table's own row; its number and name, and that it is there, are the facilitator's. */
static bool is_a_tables_to_say(enum field field)
{
	return field == FIELD_table_headline || field == FIELD_table_theme || field == FIELD_table_room;
}

void store_limit_to_table(struct store *store, const char *workshop, int64_t number)
{
	snprintf(store->limit.workshop, sizeof store->limit.workshop, "%s", workshop ? workshop : "");
	store->limit.table = workshop ? number : 0;
}

/* One look into the file, on whose behalf a fact is judged. */
struct look {
	struct store *store;
	char table[NAME_LEN]; /* the id of the table that may be written to */
	int rc;
};

static sqlite3_stmt *owner_get(struct store *store, enum entity entity)
{
	struct buf sql = { 0 };

	buf_addf(&sql, "SELECT \"%s\" FROM \"%s\" WHERE id = ?1", field_info_of(owned[entity].by)->name,
		 entity_infos[entity].name);
	sqlite3_stmt *stmt = sql_keep(store, &store->owners[entity], buf_text(&sql));
	buf_done(&sql);
	return stmt;
}

/* The first text of the first row; false: there is no row, or it cannot be read. */
static bool read_name(struct look *look, sqlite3_stmt *stmt, char ret_name[NAME_LEN])
{
	int rc = stmt ? sqlite3_step(stmt) : sqlite3_extended_errcode(look->store->main.db);
	bool is_there = rc == SQLITE_ROW;

	if (is_there)
		snprintf(ret_name, NAME_LEN, "%s", sql_text(stmt, 0));
	if (stmt)
		rc = sql_end(stmt, rc);
	if (rc != SQLITE_OK)
		look->rc = rc;
	return is_there && rc == SQLITE_OK;
}

static bool find_table(struct look *look)
{
	sqlite3_stmt *stmt = sql_get(look->store, SQL_TABLE_OF_NUMBER);

	if (stmt) {
		sqlite3_bind_text(stmt, 1, look->store->limit.workshop, -1, SQLITE_STATIC);
		sqlite3_bind_int64(stmt, 2, look->store->limit.table);
	}
	return read_name(look, stmt, look->table);
}

enum standing { NOT_THERE, OURS, ANOTHERS };

/* Up from a row, from owner to owner. */
static enum standing stands(struct look *look, enum entity entity, const char *id)
{
	char at[NAME_LEN];
	bool is_first = true;

	snprintf(at, sizeof at, "%s", id);
	for (; is_owned(entity); entity = owned[entity].owner, is_first = false) {
		sqlite3_stmt *stmt = owner_get(look->store, entity);
		if (stmt)
			sqlite3_bind_text(stmt, 1, at, -1, SQLITE_TRANSIENT);
		if (!read_name(look, stmt, at))
			return is_first ? NOT_THERE : ANOTHERS;
	}
	return strcmp(at, look->table) == 0 ? OURS : ANOTHERS;
}

/* How far the table is: the one row of the clock's log that a table writes. */
static bool says_only_the_tables_state(const struct fact *fact)
{
	bool says = false;

	for (size_t i = 0; i < fact->changes_len; i++) {
		if (fact->changes[i].field->field != FIELD_run_row_verb)
			continue;
		if (fact->changes[i].value.number != VERB_TABLE_STATE)
			return false;
		says = true;
	}
	return says;
}

static bool is_ours_to_change(const struct look *look, const struct fact *fact)
{
	for (size_t i = 0; i < fact->changes_len; i++)
		if (!is_a_tables_to_say(fact->changes[i].field->field))
			return false;
	return strcmp(fact->id, look->table) == 0;
}

/* It was ours, if it was there, and it will be; a new row has to say so. */
static bool stays_ours(struct look *look, const struct fact *fact)
{
	enum standing standing = stands(look, fact->entity, fact->id);
	bool is_said = standing == OURS;

	if (standing == ANOTHERS)
		return false;
	for (size_t i = 0; i < fact->changes_len; i++) {
		const struct change *change = &fact->changes[i];
		if (change->field->field != owned[fact->entity].by)
			continue;
		if (stands(look, owned[fact->entity].owner, change->value.text) != OURS)
			return false;
		is_said = true;
	}
	/* What was pressed once is never changed. */
	return is_said && (fact->entity != ENTITY_run_row || (standing == NOT_THERE && says_only_the_tables_state(fact)));
}

static bool is_within(struct look *look, const struct fact *fact)
{
	bool is_shared = entity_infos[fact->entity].home == HOME_DIRECTORY;

	if (strcmp(fact->workshop, is_shared ? "" : look->store->limit.workshop) != 0 || !find_table(look))
		return false;
	if (fact->entity == ENTITY_table)
		return is_ours_to_change(look, fact);
	return is_owned(fact->entity) && stays_ours(look, fact);
}

static enum status refuse(const struct store *store, struct fault *fault)
{
	return fault_set(fault, ST_REFUSED,
			 _("Only table %" PRId64 " is written here; this is not its own. Nothing was changed."),
			 store->limit.table);
}

enum status limit_check(struct store *store, const struct fact *fact, struct fault *fault)
{
	struct look look = { .store = store };

	if (!store->limit.table || is_within(&look, fact))
		return ST_OK;
	return look.rc != SQLITE_OK ? store_fault(store, look.rc, fault) : refuse(store, fault);
}

enum status limit_check_merge(const struct store *store, struct fault *fault)
{
	return store->limit.table ? refuse(store, fault) : ST_OK;
}
