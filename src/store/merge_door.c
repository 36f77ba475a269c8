#include "merge_parts.h"

#include "base/buf.h"
#include "lineage.h"

#include <string.h>

static const char members_sql[] = "SELECT key, type, value FROM json_each(?1)";
/* A row is of one kind and one workshop for ever. */
static const char kin_sql[] = "SELECT kind, workshop FROM fact WHERE entity = ?1 LIMIT 1";

int door_open(struct door *door, struct store *store)
{
	*door = (struct door){ .store = store };
	sqlite3_prepare_v2(store->main.db, members_sql, -1, &door->members, NULL);
	sqlite3_prepare_v2(store->main.db, kin_sql, -1, &door->kin, NULL);
	return door->members && door->kin ? SQLITE_OK : sqlite3_extended_errcode(store->main.db);
}

void door_close(struct door *door)
{
	sqlite3_finalize(door->members);
	sqlite3_finalize(door->kin);
	batch_done(&door->batch);
	buf_done(&door->body);
	*door = (struct door){ 0 };
}

static bool is_id(const char *text)
{
	return strlen(text) == ID_LEN && strspn(text, "0123456789abcdefghijklmnopqrstuvwxyz") == ID_LEN;
}

static bool is_placed(const struct entity_info *info, const struct told *told)
{
	if (!is_id(told->entity))
		return false;
	if (info->home == HOME_DIRECTORY)
		return !*told->workshop;
	return info->entity == ENTITY_workshop ? strcmp(told->workshop, told->entity) == 0 : is_id(told->workshop);
}

static bool is_of_its_kind(struct door *door, const struct told *told, int *rc)
{
	sqlite3_bind_text(door->kin, 1, told->entity, -1, SQLITE_STATIC);
	*rc = sqlite3_step(door->kin);
	door->is_new_row = *rc == SQLITE_DONE;
	bool is_well = door->is_new_row || (*rc == SQLITE_ROW && strcmp(sql_text(door->kin, 0), told->kind) == 0 &&
					    strcmp(sql_text(door->kin, 1), told->workshop) == 0);
	*rc = sql_end(door->kin, *rc);
	return is_well && *rc == SQLITE_OK;
}

/* --- the body ---------------------------------------------------------------------------------------------------------------
 * It is written by json_object(). What that writes otherwise (a blank, a letter spelt as a number), or twice, is not ours: so it is
 * written once more, and compared. */

static void add_quoted(struct buf *body, const char *text)
{
	buf_add_char(body, '"');
	for (; *text; text++) {
		size_t plain = strcspn(text, "\"\\\n\t");
		buf_add(body, text, plain);
		text += plain;
		if (!*text)
			break;
		buf_add_char(body, '\\');
		buf_add_char(body, *text == '\n' ? 'n' : *text == '\t' ? 't' : *text);
	}
	buf_add_char(body, '"');
}

static void add_member(struct buf *body, sqlite3_stmt *stmt)
{
	buf_add_char(body, body->len ? ',' : '{');
	add_quoted(body, sql_text(stmt, 0));
	buf_add_char(body, ':');
	if (strcmp(sql_text(stmt, 1), "text") == 0)
		add_quoted(body, sql_text(stmt, 2));
	else
		buf_addf(body, "%lld", (long long)sqlite3_column_int64(stmt, 2));
}

static bool is_said_already(const struct fact *fact, const struct field_info *field)
{
	for (size_t i = 0; i < fact->changes_len; i++)
		if (fact->changes[i].field == field)
			return true;
	return false;
}

static bool is_knew(sqlite3_stmt *stmt, const struct entity_info *info)
{
	return strcmp(sql_text(stmt, 0), KNEW) == 0 && strcmp(sql_text(stmt, 1), "text") == 0 && knew_is_well(sql_text(stmt, 2), info);
}

/* One member into the batch's fact, as the program itself would say it. */
static bool take_member(struct batch *batch, const struct entity_info *info, sqlite3_stmt *stmt)
{
	const struct field_info *field = entity_field(info, sql_text(stmt, 0));
	const char *type = sql_text(stmt, 1), *text = sql_text(stmt, 2);
	struct value value = { "", 0 };
	unsigned code;

	if (!field || is_said_already(&batch->facts[0], field) || strcmp(type, column_is_text(field) ? "text" : "integer") != 0)
		return false;
	if ((size_t)sqlite3_column_bytes(stmt, 2) != strlen(text))
		return false;
	if (field->type == FIELD_TYPE_CODE) {
		if (!code_of_text(field->codes, text, &code))
			return false;
		value.number = code;
	} else if (column_is_text(field)) {
		value.text = text;
	} else {
		value.number = sqlite3_column_int64(stmt, 2);
	}
	batch_set(batch, field, value);
	return true;
}

static bool says_what_may_be_said(struct door *door, const struct entity_info *info, const struct told *told, int *rc)
{
	struct fault fault;
	bool well = true;

	batch_done(&door->batch);
	buf_clear(&door->body);
	batch_add(&door->batch, info->entity, told->workshop, told->entity)->stamp = told->stamp;
	sqlite3_bind_text(door->members, 1, told->body, told->body_len, SQLITE_STATIC);
	while (well && (*rc = sqlite3_step(door->members)) == SQLITE_ROW) {
		well = is_knew(door->members, info) || take_member(&door->batch, info, door->members);
		add_member(&door->body, door->members);
	}
	/* Which is no JSON at all. */
	bool is_broken = (*rc & 0xff) == SQLITE_ERROR;
	*rc = is_broken ? (sql_end(door->members, SQLITE_OK), SQLITE_OK) : sql_end(door->members, *rc);
	buf_add_text(&door->body, door->body.len ? "}" : "{}");
	return well && !is_broken && *rc == SQLITE_OK && strcmp(buf_text(&door->body), told->body) == 0 &&
	       fact_hash(told->body, (size_t)told->body_len) == told->hash && batch_check(&door->batch, &fault) == ST_OK;
}

bool door_lets_in(struct door *door, const struct told *told, int *rc)
{
	const struct entity_info *info = entity_of_name(told->kind);

	*rc = SQLITE_OK;
	return info && told->is_stamped && !told->is_erased && is_placed(info, told) && is_of_its_kind(door, told, rc) &&
	       says_what_may_be_said(door, info, told, rc);
}
