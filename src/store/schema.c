#include "schema.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "index.h"
#include "inside.h"
#include "project.h"

#include <stdio.h>
#include <string.h>

/* The log is the truth; every other table below is folded from it, or belongs to one machine and one moment. The key
 * says "hash of the body" besides the stamp because two copies of one laptop may stamp alike. */
static const struct {
	const char *name, *sql;
} tables[] = {
	{ "meta", "CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT" },
	{ "fact",
	  "CREATE TABLE IF NOT EXISTS fact (seq INTEGER PRIMARY KEY, stamp BLOB NOT NULL, workshop TEXT NOT NULL,"
	  " entity TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, hash INTEGER NOT NULL,"
	  " erased INTEGER NOT NULL DEFAULT 0) STRICT" },
	{ "fact_once", "CREATE UNIQUE INDEX IF NOT EXISTS fact_once ON fact (entity, stamp, hash)" },
	{ "contest", "CREATE TABLE IF NOT EXISTS contest (entity TEXT PRIMARY KEY, kind TEXT NOT NULL,"
		     " workshop TEXT NOT NULL, fields TEXT NOT NULL) STRICT" },
	/* The index of all texts (index.h); parts are put together when there is time, and not during somebody's addition.
	 * SQLite makes the last three for itself. */
	{ "grams", "CREATE VIRTUAL TABLE IF NOT EXISTS grams USING fts5 (text, content = '', detail = none, columnsize = 0,"
		   " tokenize = 'grams'); INSERT INTO grams (grams, rank) VALUES ('automerge', 0)" },
	{ "grams_data", "" },
	{ "grams_idx", "" },
	{ "grams_config", "" },
	{ "draft", "CREATE TABLE IF NOT EXISTS draft (workshop TEXT NOT NULL, place TEXT NOT NULL, body TEXT NOT NULL,"
		   " PRIMARY KEY (workshop, place)) STRICT" },
	{ "heartbeat", "CREATE TABLE IF NOT EXISTS heartbeat (workshop TEXT PRIMARY KEY, wall_ms INTEGER NOT NULL,"
		       " boot_ms INTEGER NOT NULL, mono_ms INTEGER NOT NULL, boot_id INTEGER NOT NULL) STRICT" },
	{ "presence", "CREATE TABLE IF NOT EXISTS presence (pid INTEGER NOT NULL, boot_id INTEGER NOT NULL,"
		      " workshop TEXT NOT NULL, role TEXT NOT NULL, table_number INTEGER NOT NULL,"
		      " PRIMARY KEY (pid, boot_id)) STRICT" },
};

static const char *type_of(const struct field_info *field)
{
	return column_is_text(field) ? "TEXT" : "INTEGER";
}

static void add_column_sql(const struct field_info *field, struct buf *sql)
{
	buf_addf(sql, "\"%s\" %s NOT NULL DEFAULT %s", field->name, type_of(field), column_default(field));
}

static void table_sql(const struct entity_info *info, struct buf *sql)
{
	buf_addf(sql,
		 "CREATE TABLE IF NOT EXISTS \"%s\" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL",
		 info->name);
	for (size_t i = 0; i < row_columns(info); i++) {
		buf_add_text(sql, ", ");
		add_column_sql(row_column(info, i), sql);
	}
	buf_addf(sql, ") STRICT; CREATE INDEX IF NOT EXISTS \"%s_workshop\" ON \"%s\" (workshop);", info->name,
		 info->name);
}

static int run_built(struct connection *connection, struct buf *sql)
{
	int rc = connection_run(connection, buf_text(sql));

	buf_clear(sql);
	return rc;
}

/* A table made by an older program lacks the newer fields. */
static int add_missing_columns(struct connection *connection, const struct entity_info *info)
{
	struct buf sql = { 0 };
	int rc = SQLITE_OK;

	for (size_t i = 0; rc == SQLITE_OK && i < row_columns(info); i++) {
		const struct field_info *field = row_column(info, i);
		int64_t there = 0;
		buf_addf(&sql, "SELECT count(*) FROM pragma_table_info('%s') WHERE name = '%s'", info->name,
			 field->name);
		rc = connection_number(connection, buf_text(&sql), &there);
		buf_clear(&sql);
		if (rc != SQLITE_OK || there)
			continue;
		buf_addf(&sql, "ALTER TABLE \"%s\" ADD COLUMN ", info->name);
		add_column_sql(field, &sql);
		rc = run_built(connection, &sql);
	}
	buf_done(&sql);
	return rc;
}

static int make_tables(struct connection *connection)
{
	struct buf sql = { 0 };
	int rc = SQLITE_OK;

	for (size_t i = 0; rc == SQLITE_OK && i < COUNT(tables); i++)
		rc = connection_run(connection, tables[i].sql);
	for (size_t i = 0; rc == SQLITE_OK && i < ENTITY_COUNT; i++) {
		table_sql(&entity_infos[i], &sql);
		rc = run_built(connection, &sql);
		if (rc == SQLITE_OK)
			rc = add_missing_columns(connection, &entity_infos[i]);
	}
	buf_addf(&sql, "PRAGMA application_id = %d; PRAGMA user_version = %d;", SCHEMA_APPLICATION, SCHEMA_VERSION);
	if (rc == SQLITE_OK)
		rc = run_built(connection, &sql);
	buf_done(&sql);
	return rc;
}

int schema_bring_up_to_date(struct store *store)
{
	enum kinship kinship;
	int rc = connection_run(&store->main, "BEGIN IMMEDIATE");

	if (rc != SQLITE_OK)
		return rc;
	/* Another process may have been quicker. */
	rc = schema_recognise(&store->main, &kinship);
	if (rc == SQLITE_OK && (kinship == KINSHIP_EMPTY || kinship == KINSHIP_OLDER)) {
		/* It is folded afresh in any case, and had other columns once. */
		rc = connection_run(&store->main, "DROP TABLE IF EXISTS contest");
		if (rc == SQLITE_OK)
			rc = make_tables(&store->main);
		if (rc == SQLITE_OK && kinship == KINSHIP_OLDER)
			rc = project_rebuild(store);
		if (rc == SQLITE_OK && kinship == KINSHIP_OLDER)
			rc = index_forget(store);
	}
	if (rc == SQLITE_OK)
		rc = connection_run(&store->main, "COMMIT");
	if (rc != SQLITE_OK)
		connection_run(&store->main, "ROLLBACK");
	return rc;
}

int schema_recognise(struct connection *connection, enum kinship *ret_kinship)
{
	int64_t application = 0, version = 0, things = 0;
	int rc = connection_number(connection, "PRAGMA application_id", &application);

	if (rc == SQLITE_OK)
		rc = connection_number(connection, "PRAGMA user_version", &version);
	if (rc == SQLITE_OK)
		rc = connection_number(connection, "SELECT count(*) FROM sqlite_schema", &things);
	if (rc != SQLITE_OK)
		return rc;
	if (application != SCHEMA_APPLICATION)
		*ret_kinship = application || version || things ? KINSHIP_FOREIGN : KINSHIP_EMPTY;
	else if (version == SCHEMA_VERSION)
		*ret_kinship = KINSHIP_OURS;
	else
		*ret_kinship = version < SCHEMA_VERSION ? KINSHIP_OLDER : KINSHIP_NEWER;
	return SQLITE_OK;
}

enum status schema_check_kinship(enum kinship kinship, const char *path, struct fault *fault)
{
	if (kinship == KINSHIP_FOREIGN)
		return fault_set(fault, ST_INVALID, _("“%s” is a database of another program. It was left as it is."), path);
	if (kinship == KINSHIP_NEWER)
		return fault_set(fault, ST_INVALID, _("“%s” was written by a newer yoriai. Update yoriai to open it."), path);
	return ST_OK;
}

enum status schema_refuse_empty(const char *path, struct fault *fault)
{
	return fault_set(fault, ST_INVALID, _("“%s” is empty: there is nothing to read."), path);
}

bool schema_has(const char *name)
{
	char index[64];

	for (size_t i = 0; i < COUNT(tables); i++)
		if (strcmp(name, tables[i].name) == 0)
			return true;
	for (size_t i = 0; i < ENTITY_COUNT; i++) {
		snprintf(index, sizeof index, "%s_workshop", entity_infos[i].name);
		if (strcmp(name, entity_infos[i].name) == 0 || strcmp(name, index) == 0)
			return true;
	}
	/* SQLite's own index of each PRIMARY KEY. */
	return strncmp(name, "sqlite_autoindex_", 17) == 0;
}
