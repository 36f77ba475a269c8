#include "row.h"

#include "base/hash.h"

#include <assert.h>

/* For each entity, its columns counted: `gone`, and one a field. */
#define ENTITY(entity, plural, home, order) static_assert(1
#define FIELD(entity, member, type, limit, reach, erasable) +1
#define END_ENTITY(entity) <= ROW_COLUMNS_MAX, "a row of cells holds every " #entity);
#include "domain/fields.def"

enum { FIRST_COLUMN = 4 }; /* the parameter of `gone` */

int64_t fact_hash(const char *body, size_t len)
{
	return (int64_t)hash_bytes(HASH_START, body, len);
}

size_t row_columns(const struct entity_info *info)
{
	return info->fields_len + 1;
}

const struct field_info *row_column(const struct entity_info *info, size_t column)
{
	return column == 0 ? field_info_of(FIELD_gone) : &info->fields[column - 1];
}

size_t row_column_of(const struct entity_info *info, const struct field_info *field)
{
	return field->field == FIELD_gone ? 0 : (size_t)(field - info->fields) + 1;
}

bool column_is_text(const struct field_info *field)
{
	return field->type == FIELD_TYPE_CODE || field_type_is_text(field->type);
}

const char *column_default(const struct field_info *field)
{
	return column_is_text(field) ? "''" : "0";
}

int row_knew_parameter(const struct entity_info *info)
{
	return FIRST_COLUMN + (int)row_columns(info);
}

/* json_patch() leaves out what is NULL: the body holds just what was said. */
static void fact_sql(const struct entity_info *info, struct buf *sql)
{
	buf_addf(sql,
		 "INSERT INTO fact (stamp, workshop, entity, kind, body, hash, erased)"
		 " SELECT ?3, ?2, ?1, '%s', body, fact_hash(body), 0 FROM (SELECT json_patch('{}', json_object(",
		 info->name);
	for (size_t i = 0; i < row_columns(info); i++)
		buf_addf(sql, "'%s', ?%zu, ", row_column(info, i)->name, FIRST_COLUMN + i);
	buf_addf(sql, "'" KNEW "', ?%d)) AS body)", row_knew_parameter(info));
}

static void insert_sql(const char *verb, const struct entity_info *info, struct buf *sql)
{
	buf_addf(sql, "%s INTO \"%s\" (id, workshop, born", verb, info->name);
	for (size_t i = 0; i < row_columns(info); i++)
		buf_addf(sql, ", \"%s\"", row_column(info, i)->name);
	buf_add_text(sql, ") VALUES (?1, ?2, ?3");
	for (size_t i = 0; i < row_columns(info); i++)
		buf_addf(sql, ", coalesce(?%zu, %s)", FIRST_COLUMN + i, column_default(row_column(info, i)));
	buf_add_text(sql, ")");
}

static void fold_sql(const struct entity_info *info, struct buf *sql)
{
	insert_sql("INSERT", info, sql);
	buf_add_text(sql, " ON CONFLICT (id) DO UPDATE SET ");
	for (size_t i = 0; i < row_columns(info); i++)
		buf_addf(sql, "%s\"%s\" = coalesce(?%zu, \"%s\")", i ? ", " : "", row_column(info, i)->name,
			 FIRST_COLUMN + i, row_column(info, i)->name);
}

static void put_sql(const struct entity_info *info, struct buf *sql)
{
	insert_sql("INSERT OR REPLACE", info, sql);
}

/* A row stays in its workshop. */
static void set_sql(const struct entity_info *info, struct buf *sql)
{
	buf_addf(sql, "UPDATE \"%s\" SET born = ?3", info->name);
	for (size_t i = 0; i < row_columns(info); i++)
		buf_addf(sql, ", \"%s\" = ?%zu", row_column(info, i)->name, FIRST_COLUMN + i);
	buf_add_text(sql, " WHERE id = ?1 AND workshop = ?2");
}

static void kept_sql(const struct entity_info *info, struct buf *sql)
{
	buf_addf(sql,
		 "SELECT count(*) FROM \"%s\" WHERE id = ?1 AND workshop = ?2"
		 " AND EXISTS (SELECT 1 FROM fact WHERE entity = ?1 AND stamp = ?3)",
		 info->name);
	for (size_t i = 0; i < row_columns(info); i++)
		buf_addf(sql, " AND (?%zu IS NULL OR \"%s\" IS ?%zu)", FIRST_COLUMN + i, row_column(info, i)->name,
			 FIRST_COLUMN + i);
}

static void same_sql(const struct entity_info *info, struct buf *sql)
{
	buf_addf(sql, "SELECT count(*) FROM \"%s\" WHERE id = ?1 AND workshop = ?2 AND born = ?3", info->name);
	for (size_t i = 0; i < row_columns(info); i++)
		buf_addf(sql, " AND \"%s\" IS ?%zu", row_column(info, i)->name, FIRST_COLUMN + i);
}

void row_sql(const struct entity_info *info, enum row_sentence which, struct buf *sql)
{
	static void (*const writers[ROW_SENTENCES])(const struct entity_info *, struct buf *) = {
		[ROW_FACT] = fact_sql,
		[ROW_FOLD] = fold_sql,
		[ROW_PUT] = put_sql,
		[ROW_SET] = set_sql,
		[ROW_KEPT] = kept_sql,
		[ROW_SAME] = same_sql,
	};

	writers[which](info, sql);
}

static struct cell cell_of(const struct change *change)
{
	const struct field_info *field = change->field;

	if (field->type == FIELD_TYPE_CODE)
		return (struct cell){ CELL_TEXT, code_text(field->codes, (unsigned)change->value.number), 0 };
	if (field_type_is_text(field->type))
		return (struct cell){ CELL_TEXT, change->value.text, 0 };
	return (struct cell){ CELL_NUMBER, NULL, change->value.number };
}

struct cells cells_of_fact(const struct fact *fact)
{
	const struct entity_info *info = &entity_infos[fact->entity];
	struct cells cells = {
		.id = fact->id,
		.workshop = fact->entity == ENTITY_workshop ? fact->id : fact->workshop,
		.stamp = fact->stamp,
	};

	for (size_t i = 0; i < fact->changes_len; i++) {
		cells.at[row_column_of(info, fact->changes[i].field)] = cell_of(&fact->changes[i]);
	}
	return cells;
}

int cells_bind(const struct cells *cells, const struct entity_info *info, sqlite3_stmt *stmt)
{
	int rc = sqlite3_bind_text(stmt, 1, cells->id, -1, SQLITE_STATIC);

	if (rc == SQLITE_OK)
		rc = sqlite3_bind_text(stmt, 2, cells->workshop, -1, SQLITE_STATIC);
	if (rc == SQLITE_OK)
		rc = sqlite3_bind_blob(stmt, 3, cells->stamp.bytes, STAMP_LEN, SQLITE_STATIC);
	for (size_t i = 0; rc == SQLITE_OK && i < row_columns(info); i++) {
		const struct cell *cell = &cells->at[i];
		if (cell->kind == CELL_TEXT)
			rc = sqlite3_bind_text(stmt, FIRST_COLUMN + (int)i, cell->text, -1, SQLITE_STATIC);
		else if (cell->kind == CELL_NUMBER)
			rc = sqlite3_bind_int64(stmt, FIRST_COLUMN + (int)i, cell->number);
	}
	return rc;
}
