#include "load.h"

#include "base/mem.h"
#include "inside.h"
#include "transaction.h"
#include "versions.h"

#include <stdlib.h>
#include <string.h>

const struct store_reach store_reach_all = { REACH_PRIVATE, true, false };
const struct store_reach store_reach_out = { REACH_PRIVATE, true, true };
const struct store_reach store_reach_room = { REACH_ROOM_ONLY, false, false };
const struct store_reach store_reach_audience = { REACH_OPEN, false, false };
const struct store_reach store_reach_audience_unsealed = { REACH_OPEN, true, false };

enum { OUTLINE = LOAD_KINDS - 1, OWN_COLUMNS = 3 };

static bool is_in_outline(enum entity entity)
{
	return entity == ENTITY_workshop || entity == ENTITY_item || entity == ENTITY_table || entity == ENTITY_run_row;
}

static bool may_read(const struct field_info *field, struct store_reach reach)
{
	return field->reach == REACH_SEALED ? reach.unsealed : field->reach <= reach.reach;
}

static void list_order(const struct entity_info *info, struct store_reach reach, struct buf *sql)
{
	const struct field_info *field = entity_field(info, info->order);

	/* An order by what may not be read would still tell something of it. */
	if (field && !may_read(field, reach))
		buf_add_text(sql, " ORDER BY id");
	else
		buf_addf(sql, " ORDER BY \"%s\", id", info->order);
}

static bool is_for_own_eyes(struct store_reach reach)
{
	return reach.reach == REACH_PRIVATE && !reach.goes_out;
}

/* ?1 is the workshop, ?2 the one row that is wanted. */
static void load_sql(const struct entity_info *info, bool outline, bool is_one, struct store_reach reach, struct buf *sql)
{
	buf_add_text(sql, "SELECT id, workshop, born");
	for (size_t i = 0; i < info->fields_len; i++)
		if (may_read(&info->fields[i], reach))
			buf_addf(sql, ", \"%s\"", info->fields[i].name);
	buf_addf(sql, " FROM \"%s\" WHERE gone = 0", info->name);
	if (!outline && info->home == HOME_WORKSHOP)
		buf_add_text(sql, " AND workshop = ?1");
	if (info->entity == ENTITY_card && !is_for_own_eyes(reach))
		buf_addf(sql, " AND (kind <> '%s' OR consent = 1)", code_text(&codes_card_kind, CARD_KIND_PERSON));
	if (is_one)
		buf_add_text(sql, " AND id = ?2");
	else
		list_order(info, reach, sql);
}

/* Of all workshops an entity is read in one reach only: what the outline shows, or seats. */
static sqlite3_stmt *load_get(struct store *store, const struct entity_info *info, bool outline, bool is_one,
			      struct store_reach reach)
{
	int eyes = (int)reach.reach + (reach.reach == REACH_PRIVATE && reach.goes_out);
	int kind = outline ? OUTLINE : eyes * 2 + reach.unsealed;
	sqlite3_stmt **slot = &(is_one ? store->loads_of_one : store->loads)[info->entity][kind];
	struct buf sql = { 0 };

	if (*slot)
		return *slot;
	load_sql(info, outline, is_one, reach, &sql);
	sql_keep(store, slot, buf_text(&sql));
	buf_done(&sql);
	return *slot;
}

static struct value read_column(sqlite3_stmt *stmt, int column, const struct field_info *field, struct arena *arena)
{
	struct value value = { "", 0 };
	unsigned code = 0;

	if (!column_is_text(field)) {
		value.number = sqlite3_column_int64(stmt, column);
		return value;
	}
	const char *text = sql_text(stmt, column);
	if (field->type == FIELD_TYPE_CODE) {
		code_of_text(field->codes, text, &code);
		value.number = code;
	} else {
		value.text = *text ? arena_copy_len(arena, text, (size_t)sqlite3_column_bytes(stmt, column)) : "";
	}
	return value;
}

static void read_row(sqlite3_stmt *stmt, const struct entity_info *info, struct store_reach reach, struct arena *arena,
		     struct row *row)
{
	int column = OWN_COLUMNS;

	row->id = arena_copy(arena, sql_text(stmt, 0));
	row->workshop = arena_copy(arena, sql_text(stmt, 1));
	sql_stamp(stmt, 2, &row->born);
	for (size_t i = 0; i < info->fields_len; i++) {
		const struct field_info *field = &info->fields[i];
		if (may_read(field, reach))
			row_set(row, field, read_column(stmt, column++, field, arena));
		else
			row_set(row, field, (struct value){ "", 0 });
	}
}

int load_row(struct store *store, const struct entity_info *info, const char *workshop, const char *id, struct store_reach reach,
	     struct arena *arena, struct row **ret_row)
{
	sqlite3_stmt *stmt = load_get(store, info, false, true, reach);
	struct row *row = NULL;

	if (!stmt)
		return sqlite3_extended_errcode(store->main.db);
	int rc = sqlite3_bind_text(stmt, 1, workshop, -1, SQLITE_STATIC);
	if (rc == SQLITE_OK)
		rc = sqlite3_bind_text(stmt, 2, id, -1, SQLITE_STATIC);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW) {
		row = arena_new(arena, 1, info->size);
		read_row(stmt, info, reach, arena, row);
	}
	*ret_row = row;
	return sql_end(stmt, rc);
}

/* The rows grow outside the arena, and move into it when their number is known. */
static int load_list(sqlite3_stmt *stmt, const struct entity_info *info, struct store_reach reach,
		     struct workbook *book)
{
	size_t len = 0, room = 0;
	char *rows = NULL;
	int rc;

	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		if (len == room) {
			room = room ? room * 2 : 16;
			rows = mem_grow(rows, room, info->size);
		}
		memset(rows + len * info->size, 0, info->size);
		read_row(stmt, info, reach, &book->arena, (struct row *)(void *)(rows + len * info->size));
		len++;
	}
	rc = sql_end(stmt, rc);
	if (rc == SQLITE_OK && len) {
		void *kept = arena_new(&book->arena, len, info->size);
		memcpy(kept, rows, len * info->size);
		workbook_set_rows(book, info->entity, kept, len);
	}
	free(rows);
	return rc;
}

enum status load_rows(struct store *store, const char *workshop, struct store_reach reach, struct workbook *ret_book,
		      struct fault *fault)
{
	struct workbook book = { 0 };
	int rc = SQLITE_OK;

	for (size_t i = 0; rc == SQLITE_OK && i < ENTITY_COUNT; i++) {
		const struct entity_info *info = &entity_infos[i];
		if (!workshop && !is_in_outline(info->entity))
			continue;
		sqlite3_stmt *stmt = load_get(store, info, !workshop, false, reach);
		if (!stmt) {
			rc = sqlite3_extended_errcode(store->main.db);
			break;
		}
		if (workshop && info->home == HOME_WORKSHOP)
			rc = sqlite3_bind_text(stmt, 1, workshop, -1, SQLITE_STATIC);
		if (rc == SQLITE_OK)
			rc = load_list(stmt, info, reach, &book);
	}
	if (rc == SQLITE_OK && workshop && reach.reach >= REACH_ROOM_ONLY)
		rc = versions_load(store, workshop, reach, &book);
	if (rc == SQLITE_OK)
		rc = sql_number(store, SQL_LOG_END, &book.seen);
	if (rc != SQLITE_OK) {
		workbook_done(&book);
		return store_fault(store, rc, fault);
	}
	workbook_done(ret_book);
	*ret_book = book;
	return ST_OK;
}

static int data_version(struct store *store, int64_t *ret_version)
{
	return sql_number(store, SQL_DATA_VERSION, ret_version);
}

enum status load_consistent(struct store *store, const char *workshop, struct store_reach reach, load_reading *read,
			    struct workbook *book, struct fault *fault)
{
	int64_t version = 0;
	enum status st = transaction_begin_read(store, fault);

	if (st != ST_OK)
		return st;
	st = store_fault(store, data_version(store, &version), fault);
	if (st == ST_OK)
		st = read(store, workshop, reach, book, fault);
	st = transaction_end(store, st, fault);
	if (st == ST_OK)
		store->version = version;
	return st;
}

enum status store_load(struct store *store, const char *workshop, struct store_reach reach, struct workbook *ret_book,
		       struct fault *fault)
{
	return load_consistent(store, workshop, reach, load_rows, ret_book, fault);
}

enum status store_load_outline(struct store *store, struct workbook *ret_book, struct fault *fault)
{
	return load_consistent(store, NULL, store_reach_audience, load_rows, ret_book, fault);
}

enum status store_load_seats(struct store *store, struct workbook *ret_book, struct fault *fault)
{
	const struct entity_info *info = &entity_infos[ENTITY_seat];
	struct workbook book = { 0 };
	sqlite3_stmt *stmt = load_get(store, info, true, false, store_reach_all);
	int rc = stmt ? load_list(stmt, info, store_reach_all, &book) : sqlite3_extended_errcode(store->main.db);

	if (rc != SQLITE_OK) {
		workbook_done(&book);
		return store_fault(store, rc, fault);
	}
	workbook_done(ret_book);
	*ret_book = book;
	return ST_OK;
}

bool store_is_stale(struct store *store)
{
	int64_t version = 0;

	return !store->version || data_version(store, &version) != SQLITE_OK || version != store->version;
}
