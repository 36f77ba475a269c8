#include "exchange/hsds.h"

#include "base/mem.h"
#include "exchange/csv.h"
#include "exchange/json.h"
#include "hsds_cards.h"
#include "package.h"

#include <string.h>

/* How a type of column is told to others. */
static const struct {
	const char *type, *format;
	const char *words[4]; /* no others may stand there */
} types[] = {
	[HSDS_STRING] = { "string", NULL, { NULL } },
	[HSDS_UUID] = { "string", "uuid", { NULL } },
	[HSDS_URI] = { "string", "uri", { NULL } },
	[HSDS_NUMBER] = { "number", NULL, { NULL } },
	[HSDS_DATE] = { "date", NULL, { NULL } },
	[HSDS_STATUS] = { "string", NULL, { "active", "inactive", "defunct", "temporarily closed" } },
	[HSDS_PLACE] = { "string", NULL, { "physical", "postal", "virtual" } },
};

static bool is_written(enum hsds_column column)
{
	return hsds_columns[column].use != HSDS_READ;
}

static void write_table(const struct package *package, enum hsds_table table, struct buf *out)
{
	const struct hsds_table_info *info = &hsds_tables[table];
	struct csv_writer csv = { .out = out, .crlf = true, .unguarded = true };

	for (enum hsds_column column = info->first; column < info->end; column++)
		if (is_written(column))
			csv_write_text(&csv, hsds_columns[column].name);
	csv_end_row(&csv);
	for (size_t i = 0; i < package->of[table].len; i++) {
		for (enum hsds_column column = info->first; column < info->end; column++)
			if (is_written(column))
				csv_write_text(&csv, hsds_cell(package->of[table].at[i], column));
		csv_end_row(&csv);
	}
}

static void put_constraints(struct json *json, const struct hsds_column_info *column, bool is_id)
{
	json_name(json, "constraints");
	json_object(json);
	json_put_bool(json, "required", column->use == HSDS_KEY);
	json_put_bool(json, "unique", is_id);
	if (types[column->type].words[0]) {
		json_name(json, "enum");
		json_array(json);
		for (size_t i = 0; i < COUNT(types[0].words) && types[column->type].words[i]; i++)
			json_text(json, types[column->type].words[i]);
		json_array_end(json);
	}
	json_object_end(json);
}

static void put_fields(struct json *json, const struct hsds_table_info *info)
{
	json_name(json, "fields");
	json_array(json);
	for (enum hsds_column column = info->first; column < info->end; column++) {
		const struct hsds_column_info *it = &hsds_columns[column];
		if (!is_written(column))
			continue;
		json_object(json);
		json_put_text(json, "name", it->name);
		json_put_text(json, "type", types[it->type].type);
		if (types[it->type].format)
			json_put_text(json, "format", types[it->type].format);
		put_constraints(json, it, column == info->first);
		json_object_end(json);
	}
	json_array_end(json);
	json_put_text(json, "primaryKey", "id");
}

static void put_foreign_keys(struct json *json, enum hsds_table table)
{
	json_name(json, "foreignKeys");
	json_array(json);
	for (size_t i = 0; i < HSDS_NESTS; i++) {
		const struct hsds_nest *nest = &hsds_nests[i];
		if (hsds_columns[nest->link].table != table || !is_written(nest->link))
			continue;
		json_object(json);
		json_put_text(json, "fields", hsds_columns[nest->link].name);
		json_name(json, "reference");
		json_object(json);
		json_put_text(json, "resource", hsds_tables[nest->many ? nest->parent : nest->child].name);
		json_put_text(json, "fields", "id");
		json_object_end(json);
		json_object_end(json);
	}
	json_array_end(json);
}

static void put_resource(struct json *json, enum hsds_table table)
{
	const struct hsds_table_info *info = &hsds_tables[table];

	json_object(json);
	json_put_text(json, "name", info->name);
	json_put_text(json, "path", info->file);
	json_put_text(json, "profile", "tabular-data-resource");
	json_put_text(json, "format", "csv");
	json_put_text(json, "mediatype", "text/csv");
	json_put_text(json, "encoding", "utf-8");
	json_name(json, "schema");
	json_object(json);
	put_fields(json, info);
	put_foreign_keys(json, table);
	json_object_end(json);
	json_object_end(json);
}

/* A table without rows has no file, but for the two that make a package. */
static bool is_there(const struct package *package, enum hsds_table table)
{
	return package->of[table].len > 0 || table == HSDS_service || table == HSDS_organization;
}

static const char package_file[] = "datapackage.json";

static void write_descriptor(const struct package *package, struct buf *out)
{
	struct json json = { .out = out, .airy = true };

	json_object(&json);
	json_put_text(&json, "profile", "tabular-data-package");
	json_put_text(&json, "name", "human_services_data");
	json_put_text(&json, "title", "Human Services Data Specification");
	json_put_text(&json, "version", "3.0");
	json_put_text(&json, "homepage", "https://docs.openreferral.org");
	json_name(&json, "resources");
	json_array(&json);
	for (enum hsds_table table = 0; table < HSDS_TABLES; table++)
		if (is_there(package, table))
			put_resource(&json, table);
	json_array_end(&json);
	json_object_end(&json);
	buf_add_char(out, '\n');
}

static struct buf *new_file(struct hsds_files *files, const char *name)
{
	files->at[files->len].name = name;
	return &files->at[files->len++].bytes;
}

void hsds_write_files(const struct workbook *book, enum profile profile, struct hsds_files *ret_files, size_t *ret_withheld)
{
	struct package package = { 0 };

	_Static_assert((int)HSDS_TABLES < (int)HSDS_FILES_MAX, "a file a table, and one that lists them");
	hsds_of_cards(book, profile, &package, ret_withheld);
	*ret_files = (struct hsds_files){ .len = 0 };
	write_descriptor(&package, new_file(ret_files, package_file));
	for (enum hsds_table table = 0; table < HSDS_TABLES; table++)
		if (is_there(&package, table))
			write_table(&package, table, new_file(ret_files, hsds_tables[table].file));
	package_done(&package);
}

void hsds_files_done(struct hsds_files *files)
{
	for (size_t i = 0; i < files->len; i++)
		buf_done(&files->at[i].bytes);
	files->len = 0;
}

bool hsds_knows_file(const char *name)
{
	for (enum hsds_table table = 0; table < HSDS_TABLES; table++) {
		if (strcmp(hsds_tables[table].file, name) == 0)
			return true;
	}
	return strcmp(name, package_file) == 0;
}
