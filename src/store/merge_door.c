#include "merge_parts.h"

#include "lineage.h"

#include <string.h>

void door_close(struct door *door)
{
	kin_done(&door->rows);
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

/* NULL: nobody has spoken of the row; `*ret_is_strange`: or we would not understand it. */
static struct kin *look_up(struct door *door, const char *id, bool *ret_is_strange, int *rc)
{
	sqlite3_stmt *stmt = sql_get(door->store, SQL_ROW_KIN);
	struct kin *kin = NULL;

	*rc = stmt ? sqlite3_bind_text(stmt, 1, id, -1, SQLITE_STATIC) : sqlite3_extended_errcode(door->store->main.db);
	if (*rc == SQLITE_OK && (*rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		const struct entity_info *info = entity_of_name(sql_text(stmt, 0));
		*ret_is_strange = !info;
		kin = info ? kin_add(&door->rows, info, id, sql_text(stmt, 1)) : NULL;
	}
	if (stmt)
		*rc = sql_end(stmt, *rc);
	return kin;
}

static bool is_of_its_kind(struct door *door, const struct entity_info *info, const struct told *told, int *rc)
{
	bool is_strange = false;

	door->row = kin_find(&door->rows, told->entity);
	if (!door->row)
		door->row = look_up(door, told->entity, &is_strange, rc);
	if (*rc != SQLITE_OK || is_strange)
		return false;
	return !door->row || (door->row->info == info && strcmp(door->row->workshop, told->workshop) == 0);
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

/* Whose members are being read. */
struct reading {
	struct batch *batch;
	const struct entity_info *info;
	bool knew; /* was said */
};

static bool take(const struct member *member, void *ctx)
{
	struct reading *reading = ctx;

	if (!reading->knew && is_knew(member, reading->info))
		return reading->knew = true;
	return take_member(reading->batch, reading->info, member);
}

static bool says_what_may_be_said(struct door *door, const struct entity_info *info, const struct told *told)
{
	struct reading reading = { .batch = &door->batch, .info = info };
	struct fault fault;

	batch_clear(&door->batch);
	batch_add(&door->batch, info->entity, told->workshop, told->entity)->stamp = told->stamp;
	return body_read(told->body, (size_t)told->body_len, &door->member, take, &reading) &&
	       fact_hash(told->body, (size_t)told->body_len) == told->hash &&
	       batch_check(&door->batch, &fault) == ST_OK;
}

bool door_lets_in(struct door *door, const struct told *told, int *rc)
{
	const struct entity_info *info = entity_of_name(told->kind);

	*rc = SQLITE_OK;
	return info && told->is_stamped && !told->is_erased && is_placed(info, told) && is_of_its_kind(door, info, told, rc) &&
	       says_what_may_be_said(door, info, told);
}
