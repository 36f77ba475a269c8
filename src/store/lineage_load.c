#include "lineage.h"

#include "body.h"
#include "inside.h"

#include <string.h>

enum { SAID_STAMP, SAID_SEQ, SAID_HASH, SAID_BODY, SAID_WORKSHOP, SAID_ENTITY, SAID_KIND };
enum { MEMBER_KEY, MEMBER_TYPE, MEMBER_VALUE };

/* One row after the other, fact by fact. */
struct reading {
	struct store *store;
	struct member member;
	struct lineage *row; /* info NULL: none, or of a kind we do not know */
	struct saying fact; /* what its sayings have in common */
};

void lineage_done(struct lineage *lineage)
{
	arena_done(&lineage->arena);
	*lineage = (struct lineage){ 0 };
}

static void clear(struct lineage *lineage)
{
	arena_clear(&lineage->arena);
	*lineage = (struct lineage){ .arena = lineage->arena };
}

static bool is_same_row(const struct lineage *row, sqlite3_stmt *stmt)
{
	return row->info && strcmp(row->id, sql_text(stmt, SAID_ENTITY)) == 0 && strcmp(row->info->name, sql_text(stmt, SAID_KIND)) == 0;
}

static void begin_row(struct lineage *row, const struct entity_info *info, const char *id, sqlite3_stmt *stmt)
{
	clear(row);
	row->info = info;
	row->id = arena_copy(&row->arena, id);
	row->workshop = arena_copy(&row->arena, sql_text(stmt, SAID_WORKSHOP));
	sql_stamp(stmt, SAID_STAMP, &row->born);
}

/* --- one fact ------------------------------------------------------------------------------------------------------------- */

/* Of two copies of one computer, which may have stamped alike, the greater value wins. */
static bool wins_over(const struct saying *one, const struct saying *other)
{
	int by_stamp = stamp_compare(one->stamp, other->stamp);
	int by_value = strcmp(one->value, other->value);

	if (by_stamp || by_value)
		return by_stamp ? by_stamp > 0 : by_value > 0;
	return one->number > other->number;
}

static void add_saying(struct lineage *row, struct saying saying)
{
	enum { FEW = 8 };
	size_t at = row->len;

	if (row->len == row->room) {
		struct saying *old = row->at;
		row->room = row->room ? 2 * row->room : FEW;
		row->at = arena_new(&row->arena, row->room, sizeof *row->at);
		if (row->len)
			memcpy(row->at, old, row->len * sizeof *old);
	}
	for (; at > 0 && wins_over(&row->at[at - 1], &saying); at--)
		row->at[at] = row->at[at - 1];
	row->at[at] = saying;
	row->len++;
}

/* What a newer program says, or nobody could have said, is passed over. */
static bool take_member(const struct member *member, void *ctx)
{
	struct reading *reading = ctx;
	const struct field_info *field = entity_field(reading->row->info, buf_text(&member->key));
	struct saying saying = reading->fact;

	if (!field && member->is_text && !*saying.knew && strcmp(buf_text(&member->key), KNEW) == 0)
		reading->fact.knew = arena_copy(&reading->row->arena, buf_text(&member->text));
	if (!field || member->is_text != column_is_text(field))
		return true;
	saying.field = field;
	saying.value = member->is_text ? arena_copy(&reading->row->arena, buf_text(&member->text)) : "";
	saying.number = member->is_text ? 0 : member->number;
	add_saying(reading->row, saying);
	return true;
}

static void forget_fact(struct reading *reading)
{
	size_t kept = 0;

	for (size_t i = 0; i < reading->row->len; i++)
		if (reading->row->at[i].seq != reading->fact.seq)
			reading->row->at[kept++] = reading->row->at[i];
	reading->row->len = kept;
	reading->fact.knew = "";
}

/* A body that yoriai would have spelt otherwise came from outside: it counts as far as SQLite understands it. */
static int take_json(struct reading *reading, const char *body)
{
	sqlite3_stmt *stmt = sql_get(reading->store, SQL_BODY_MEMBERS);
	int rc = stmt ? sqlite3_bind_text(stmt, 1, body, -1, SQLITE_STATIC) : sqlite3_extended_errcode(reading->store->main.db);

	if (rc == SQLITE_OK)
		rc = sqlite3_bind_int64(stmt, 2, reading->fact.hash);
	while (rc == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		struct member *member = &reading->member;
		member->is_text = strcmp(sql_text(stmt, MEMBER_TYPE), "text") == 0;
		buf_clear(&member->key);
		buf_clear(&member->text);
		buf_add_text(&member->key, sql_text(stmt, MEMBER_KEY));
		buf_add_text(&member->text, sql_text(stmt, MEMBER_VALUE));
		member->number = sqlite3_column_int64(stmt, MEMBER_VALUE);
		if (member->is_text || strcmp(sql_text(stmt, MEMBER_TYPE), "integer") == 0)
			take_member(member, reading);
		rc = SQLITE_OK;
	}
	return stmt ? sql_end(stmt, rc) : rc;
}

/* Its sayings learn what it knew, which it says last. */
static void tie_sayings(struct reading *reading)
{
	const struct saying *fact = &reading->fact;

	for (size_t i = reading->row->len; i-- > 0 && stamp_compare(reading->row->at[i].stamp, fact->stamp) == 0;)
		if (reading->row->at[i].seq == fact->seq)
			reading->row->at[i].knew = fact->knew;
	reading->row->is_tied = true;
}

static int take_fact(struct reading *reading, sqlite3_stmt *stmt)
{
	const char *body = sql_text(stmt, SAID_BODY);
	size_t len = (size_t)sqlite3_column_bytes(stmt, SAID_BODY);
	int rc = SQLITE_OK;

	reading->fact = (struct saying){
		.seq = sqlite3_column_int64(stmt, SAID_SEQ),
		.hash = sqlite3_column_int64(stmt, SAID_HASH),
		.knew = "",
	};
	if (!sql_stamp(stmt, SAID_STAMP, &reading->fact.stamp))
		return SQLITE_OK;
	if (!body_read(body, len, &reading->member, take_member, reading)) {
		forget_fact(reading);
		rc = take_json(reading, body);
	}
	if (*reading->fact.knew)
		tie_sayings(reading);
	return rc;
}

/* --- rows ----------------------------------------------------------------------------------------------------------------- */

int lineage_load(struct store *store, const struct entity_info *info, const char *id, struct lineage *lineage)
{
	sqlite3_stmt *stmt = sql_get(store, SQL_ROW_SAYINGS);
	struct reading reading = { .store = store, .row = lineage };
	int rc = stmt ? sqlite3_bind_text(stmt, 1, id, -1, SQLITE_STATIC) : sqlite3_extended_errcode(store->main.db);

	clear(lineage);
	if (rc == SQLITE_OK)
		rc = sqlite3_bind_text(stmt, 2, info->name, -1, SQLITE_STATIC);
	while (rc == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		if (!lineage->info)
			begin_row(lineage, info, id, stmt);
		rc = take_fact(&reading, stmt);
	}
	if (stmt)
		rc = sql_end(stmt, rc);
	lineage_mark(lineage);
	member_done(&reading.member);
	return rc;
}

static int end_row(const struct reading *reading, lineage_visit *visit, void *ctx)
{
	if (!reading->row->info)
		return SQLITE_OK;
	lineage_mark(reading->row);
	return visit(reading->store, reading->row, ctx);
}

int lineage_each(struct store *store, lineage_visit *visit, void *ctx)
{
	sqlite3_stmt *stmt = sql_get(store, SQL_EACH_SAYINGS);
	struct lineage row = { 0 };
	struct reading reading = { .store = store, .row = &row };
	int rc = stmt ? SQLITE_OK : sqlite3_extended_errcode(store->main.db), visited = SQLITE_OK;

	while (rc == SQLITE_OK && visited == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		if (!is_same_row(&row, stmt)) {
			visited = end_row(&reading, visit, ctx);
			begin_row(&row, entity_of_name(sql_text(stmt, SAID_KIND)), sql_text(stmt, SAID_ENTITY), stmt);
		}
		rc = row.info && visited == SQLITE_OK ? take_fact(&reading, stmt) : SQLITE_OK;
	}
	if (stmt)
		rc = sql_end(stmt, rc);
	if (rc == SQLITE_OK && visited == SQLITE_OK)
		visited = end_row(&reading, visit, ctx);
	lineage_done(&row);
	member_done(&reading.member);
	return rc != SQLITE_OK ? rc : visited;
}
