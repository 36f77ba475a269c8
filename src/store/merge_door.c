#include "merge_parts.h"

#include "lineage.h"

#include <string.h>

/* A row is of one kind and one workshop for ever. */
static const char kin_sql[] = "SELECT kind, workshop FROM fact WHERE entity = ?1 LIMIT 1";

int door_open(struct door *door, struct store *store)
{
	*door = (struct door){ .store = store };
	sqlite3_prepare_v2(store->main.db, kin_sql, -1, &door->kin, NULL);
	return door->kin ? SQLITE_OK : sqlite3_extended_errcode(store->main.db);
}

void door_close(struct door *door)
{
	sqlite3_finalize(door->kin);
	batch_done(&door->batch);
	member_done(&door->member);
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

/* --- the body ----------------------------------------------------------------------------------------------------------- */

static bool is_said_already(const struct fact *fact, const struct field_info *field)
{
	for (size_t i = 0; i < fact->changes_len; i++)
		if (fact->changes[i].field == field)
			return true;
	return false;
}

static bool is_knew(const struct member *member, const struct entity_info *info)
{
	return member->is_text && strcmp(buf_text(&member->key), KNEW) == 0 && knew_is_well(buf_text(&member->text), info);
}

/* One member into the batch's fact, as the program itself would say it. */
static bool take_member(struct batch *batch, const struct entity_info *info, const struct member *member)
{
	const struct field_info *field = entity_field(info, buf_text(&member->key));
	struct value value = { "", 0 };
	unsigned code;

	if (!field || is_said_already(&batch->facts[0], field) || member->is_text != column_is_text(field))
		return false;
	if (field->type == FIELD_TYPE_CODE) {
		if (!code_of_text(field->codes, buf_text(&member->text), &code))
			return false;
		value.number = code;
	} else if (member->is_text) {
		value.text = buf_text(&member->text);
	} else {
		value.number = member->number;
	}
	batch_set(batch, field, value);
	return true;
}

static bool take_members(struct door *door, const struct entity_info *info, const struct told *told)
{
	const char *at = told->body, *end = told->body + told->body_len;

	if (strcmp(at, "{}") == 0)
		return told->body_len == 2;
	for (char before = '{'; *at == before; before = ',') {
		at++;
		if (!member_read(&at, &door->member))
			return false;
		if (!is_knew(&door->member, info) && !take_member(&door->batch, info, &door->member))
			return false;
	}
	return *at == '}' && at + 1 == end;
}

static bool says_what_may_be_said(struct door *door, const struct entity_info *info, const struct told *told)
{
	struct fault fault;

	batch_done(&door->batch);
	batch_add(&door->batch, info->entity, told->workshop, told->entity)->stamp = told->stamp;
	return take_members(door, info, told) && fact_hash(told->body, (size_t)told->body_len) == told->hash &&
	       batch_check(&door->batch, &fault) == ST_OK;
}

bool door_lets_in(struct door *door, const struct told *told, int *rc)
{
	const struct entity_info *info = entity_of_name(told->kind);

	*rc = SQLITE_OK;
	return info && told->is_stamped && !told->is_erased && is_placed(info, told) && is_of_its_kind(door, told, rc) &&
	       says_what_may_be_said(door, info, told);
}
