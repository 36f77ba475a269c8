#include "package.h"

#include "base/buf.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

#define HSDS_TABLE(table, file)
#define HSDS_COLUMN(table, column, type, use) [HSDS_##table##_##column] = { #column, HSDS_##table, HSDS_##type, HSDS_##use },
#define HSDS_END(table)
const struct hsds_column_info hsds_columns[HSDS_COLUMNS] = {
#include "hsds.def"
};

#define HSDS_TABLE(table, file) [HSDS_##table] = { #table, file, HSDS_##table##_id, HSDS_##table##_end },
#define HSDS_COLUMN(table, column, type, use)
#define HSDS_END(table)
const struct hsds_table_info hsds_tables[HSDS_TABLES] = {
#include "hsds.def"
};

const struct hsds_nest hsds_nests[HSDS_NESTS] = {
	{ HSDS_service, HSDS_organization, "organization", HSDS_service_organization_id, false },
	{ HSDS_service, HSDS_phone, "phones", HSDS_phone_service_id, true },
	{ HSDS_service, HSDS_schedule, "schedules", HSDS_schedule_service_id, true },
	{ HSDS_service, HSDS_service_area, "service_areas", HSDS_service_area_service_id, true },
	{ HSDS_service, HSDS_service_at_location, "service_at_locations", HSDS_service_at_location_service_id, true },
	{ HSDS_service, HSDS_attribute, "attributes", HSDS_attribute_link_id, true },
	{ HSDS_service_at_location, HSDS_location, "location", HSDS_service_at_location_location_id, false },
	{ HSDS_service_at_location, HSDS_phone, "phones", HSDS_phone_service_at_location_id, true },
	{ HSDS_service_at_location, HSDS_schedule, "schedules", HSDS_schedule_service_at_location_id, true },
	{ HSDS_location, HSDS_address, "addresses", HSDS_address_location_id, true },
	{ HSDS_location, HSDS_phone, "phones", HSDS_phone_location_id, true },
	{ HSDS_organization, HSDS_phone, "phones", HSDS_phone_organization_id, true },
	{ HSDS_attribute, HSDS_taxonomy_term, "taxonomy_term", HSDS_attribute_taxonomy_term_id, false },
	{ HSDS_taxonomy_term, HSDS_taxonomy, "taxonomy_detail", HSDS_taxonomy_term_taxonomy_id, false },
};

struct hsds_row *package_add(struct package *package, enum hsds_table table)
{
	const struct hsds_table_info *info = &hsds_tables[table];
	struct package_rows *rows = &package->of[table];
	struct hsds_row *row = arena_new(&package->arena, 1, sizeof *row);
	size_t len = (size_t)(info->end - info->first);

	row->cells = arena_new(&package->arena, len, sizeof *row->cells);
	for (size_t i = 0; i < len; i++)
		row->cells[i] = "";
	if (rows->len == rows->room) {
		rows->room = rows->room ? rows->room * 2 : 64;
		rows->at = mem_grow(rows->at, rows->room, sizeof *rows->at);
	}
	rows->at[rows->len++] = row;
	return row;
}

static size_t place_of(enum hsds_column column)
{
	return (size_t)(column - hsds_tables[hsds_columns[column].table].first);
}

void package_set(struct package *package, struct hsds_row *row, enum hsds_column column, const char *text)
{
	row->cells[place_of(column)] = arena_copy(&package->arena, text);
}

const char *hsds_cell(const struct hsds_row *row, enum hsds_column column)
{
	return row->cells[place_of(column)];
}

const char *hsds_id(const struct hsds_row *row)
{
	return row->cells[0];
}

enum hsds_column hsds_column_of(enum hsds_table table, const char *name)
{
	for (enum hsds_column column = hsds_tables[table].first; column < hsds_tables[table].end; column++) {
		if (strcmp(hsds_columns[column].name, name) == 0)
			return column;
	}
	return HSDS_COLUMNS;
}

const struct hsds_nest *hsds_nest_of(enum hsds_table parent, const char *member)
{
	for (size_t i = 0; i < HSDS_NESTS; i++) {
		if (hsds_nests[i].parent == parent && strcmp(hsds_nests[i].member, member) == 0)
			return &hsds_nests[i];
	}
	return NULL;
}

void package_ignore(struct package *package, const char *where, const char *what)
{
	struct buf name = { 0 };
	bool many;

	buf_addf(&name, "%s.%s", where, what);
	if (!index_find(&package->seen, buf_text(&name), &many)) {
		if (package->ignored_len == package->ignored_room) {
			package->ignored_room = package->ignored_room ? package->ignored_room * 2 : 16;
			package->ignored = mem_grow(package->ignored, package->ignored_room, sizeof *package->ignored);
		}
		package->ignored[package->ignored_len] = arena_copy(&package->arena, buf_text(&name));
		index_add(&package->seen, buf_text(&name), package);
		package->ignored_len++;
	}
	buf_done(&name);
}

void package_index(const struct package *package, enum hsds_table table, struct index *index)
{
	const struct package_rows *rows = &package->of[table];
	bool many;

	for (size_t i = 0; i < rows->len; i++) {
		if (hsds_id(rows->at[i])[0] && !index_find(index, hsds_id(rows->at[i]), &many))
			index_add(index, hsds_id(rows->at[i]), rows->at[i]);
	}
}

void package_done(struct package *package)
{
	for (size_t i = 0; i < HSDS_TABLES; i++)
		free(package->of[i].at);
	free(package->ignored);
	index_done(&package->seen);
	arena_done(&package->arena);
	*package = (struct package){ 0 };
}
