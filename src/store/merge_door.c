#include "merge_parts.h"

#include "lineage.h"

#include <string.h>

/* The body is written by json_object(): what that writes otherwise (a blank, a letter spelt as a number), or twice, is not
 * ours. ?1 body, ?2 its hash. */
static const char form_sql[] = "SELECT CASE WHEN json_valid(?1) THEN json_type(?1) = 'object' AND fact_hash(?1) = ?2 AND"
			       " (SELECT json_group_object(key, value) = ?1 AND count(*) = count(DISTINCT key)"
			       " FROM json_each(?1)) END";
static const char members_sql[] = "SELECT key, type, value FROM json_each(?1)";
/* A row is of one kind and one workshop for ever. ?1 entity, ?2 kind, ?3 workshop. */
static const char kin_sql[] = "SELECT kind = ?2 AND workshop = ?3 FROM fact WHERE entity = ?1 LIMIT 1";

int door_open(struct door *door, struct store *store)
{
	*door = (struct door){ .store = store };
	sqlite3_prepare_v2(store->main.db, form_sql, -1, &door->form, NULL);
	sqlite3_prepare_v2(store->main.db, members_sql, -1, &door->members, NULL);
	sqlite3_prepare_v2(store->main.db, kin_sql, -1, &door->kin, NULL);
	return door->form && door->members && door->kin ? SQLITE_OK : sqlite3_extended_errcode(store->main.db);
}

void door_close(struct door *door)
{
	sqlite3_finalize(door->form);
	sqlite3_finalize(door->members);
	sqlite3_finalize(door->kin);
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

/* 1 where it is well, 0 where not, or where there is no row and `usual` says so. */
static bool answer(sqlite3_stmt *stmt, bool usual, int *rc)
{
	*rc = sqlite3_step(stmt);
	bool yes = *rc == SQLITE_ROW ? sqlite3_column_int(stmt, 0) == 1 : usual;
	*rc = sql_end(stmt, *rc);
	return yes && *rc == SQLITE_OK;
}

static bool has_form(struct door *door, const struct told *told, int *rc)
{
	sqlite3_bind_text(door->form, 1, told->body, told->body_len, SQLITE_STATIC);
	sqlite3_bind_int64(door->form, 2, told->hash);
	return answer(door->form, false, rc);
}

static bool is_of_its_kind(struct door *door, const struct told *told, int *rc)
{
	sqlite3_bind_text(door->kin, 1, told->entity, -1, SQLITE_STATIC);
	sqlite3_bind_text(door->kin, 2, told->kind, -1, SQLITE_STATIC);
	sqlite3_bind_text(door->kin, 3, told->workshop, -1, SQLITE_STATIC);
	return answer(door->kin, true, rc);
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

	if (!field || strcmp(type, column_is_text(field) ? "text" : "integer") != 0)
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
	struct batch batch = { 0 };
	struct fault fault;
	bool well = true;

	batch_add(&batch, info->entity, told->workshop, told->entity);
	sqlite3_bind_text(door->members, 1, told->body, told->body_len, SQLITE_STATIC);
	while (well && (*rc = sqlite3_step(door->members)) == SQLITE_ROW)
		well = is_knew(door->members, info) || take_member(&batch, info, door->members);
	*rc = sql_end(door->members, *rc);
	if (well)
		well = batch_check(&batch, &fault) == ST_OK;
	batch_done(&batch);
	return well && *rc == SQLITE_OK;
}

bool door_lets_in(struct door *door, const struct told *told, int *rc)
{
	const struct entity_info *info = entity_of_name(told->kind);

	*rc = SQLITE_OK;
	return info && told->is_stamped && !told->is_erased && is_placed(info, told) && has_form(door, told, rc) &&
	       is_of_its_kind(door, told, rc) && says_what_may_be_said(door, info, told, rc);
}
