#include "hsds_read.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/csv.h"
#include "format/door.h"
#include "format/span.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct folder {
	const char *descriptor; /* its path; the files lie beside it */
	const struct hsds_reader *reader;
	const char *encoding;
	struct package *package;
	struct arena arena;
	struct fault *fault;
};

/* Files lie in the folder or below it: the standard wants it so, and nobody's package may read another's files. */
static enum status path_beside(const struct folder *folder, const char *file, char ret_path[PATH_MAX])
{
	const char *slash = strrchr(folder->descriptor, '/');
	int dir = slash ? (int)(slash - folder->descriptor + 1) : 0;

	if (file[0] == '/' || strstr(file, "..") || strchr(file, ':'))
		return fault_set(folder->fault, ST_INVALID,
				 _("“%s” lists “%s”, which does not lie in its folder: put the file there."),
				 folder->descriptor, file);
	int len = snprintf(ret_path, PATH_MAX, "%.*s%s", dir, folder->descriptor, file);
	if (len < 0 || len >= PATH_MAX)
		return fault_set(folder->fault, ST_INVALID, _("The file name is too long: “%s”."), file);
	return ST_OK;
}

/* Cells of columns that are not understood are told once each, where they say anything. */
static void take_cell(struct folder *folder, const struct csv *csv, size_t at, size_t i, enum hsds_column column,
		      enum hsds_table table, struct hsds_row *row)
{
	struct span text = span_trim(span_of(csv_cell(csv, at, i)));

	if (text.len == 0)
		return;
	if (column != HSDS_COLUMNS)
		row->cells[column - hsds_tables[table].first] = span_copy(&folder->package->arena, text);
	else
		package_ignore(folder->package, hsds_tables[table].file, csv_cell(csv, 0, i));
}

static void take_rows(struct folder *folder, const struct csv *csv, enum hsds_table table)
{
	size_t len = csv->rows[0].len;
	enum hsds_column *columns = arena_new(&folder->arena, len, sizeof *columns);

	for (size_t i = 0; i < len; i++)
		columns[i] = hsds_column_of(table, span_copy(&folder->arena, span_trim(span_of(csv_cell(csv, 0, i)))));
	for (size_t at = 1; at < csv->rows_len; at++) {
		struct hsds_row *row = package_add(folder->package, table);
		row->number = csv->rows[at].number;
		for (size_t i = 0; i < len; i++)
			take_cell(folder, csv, at, i, columns[i], table, row);
	}
}

static enum status read_table(struct folder *folder, enum hsds_table table, const char *file)
{
	char path[PATH_MAX];
	struct buf text = { 0 };
	struct csv csv = { 0 };
	struct fault found = { 0 };
	enum status st = path_beside(folder, file, path);

	if (st == ST_OK)
		st = door_read(path, DOOR_SHEET_BYTES, folder->encoding, &text, NULL, folder->fault);
	if (st == ST_OK && (st = csv_parse(buf_text(&text), text.len, ',', &csv, &found)) != ST_OK)
		fault_set(folder->fault, st, "“%s”: %s", path, found.text);
	if (st == ST_OK && csv.rows_len > 0)
		take_rows(folder, &csv, table);
	csv_done(&csv);
	buf_done(&text);
	return st;
}

/* The text of an element's member; "" where it has none. */
static const char *member(const struct tree *tree, size_t of, const char *name)
{
	for (size_t i = of + 1; i < tree->len && tree->nodes[i].parent >= of; i++) {
		if (tree->nodes[i].parent == of && strcmp(tree->nodes[i].name, name) == 0)
			return tree->nodes[i].text;
	}
	return "";
}

/* A resource is known by its name, or by its file's. */
static bool table_of(const char *name, const char *file, enum hsds_table *ret_table)
{
	for (enum hsds_table table = 0; table < HSDS_TABLES; table++) {
		if (strcmp(hsds_tables[table].name, name) != 0 && strcmp(hsds_tables[table].file, file) != 0)
			continue;
		*ret_table = table;
		return true;
	}
	return false;
}

static enum status read_resources(struct folder *folder, const struct tree *tree)
{
	size_t resources = 0;
	bool services = false;
	enum hsds_table table;
	enum status st = ST_OK;

	for (size_t i = 1; st == ST_OK && i < tree->len; i++) {
		const struct tree_node *node = &tree->nodes[i];
		if (node->parent == 0 && strcmp(node->name, "resources") == 0)
			resources = i;
		if (!resources || node->parent != resources || node->kind != TREE_OBJECT)
			continue;
		const char *name = member(tree, i, "name"), *file = member(tree, i, "path");
		if (table_of(name, file, &table)) {
			st = read_table(folder, table, file);
			services |= table == HSDS_service;
		} else {
			package_ignore(folder->package, folder->descriptor, file);
		}
	}
	if (st == ST_OK && !services)
		st = fault_set(folder->fault, ST_INVALID, _("“%s” lists no services.csv: it is no package of services (HSDS)."),
			       folder->descriptor);
	return st;
}

enum status hsds_read_files(const char *path, const struct hsds_reader *reader, const char *encoding, struct package *package,
			    struct fault *fault)
{
	struct folder folder = { path, reader, encoding, package, { 0 }, fault };
	struct fault found = { 0 };
	struct buf text = { 0 };
	struct tree tree = { 0 };
	enum status st = door_read(path, DOOR_PAGE_BYTES, NULL, &text, NULL, fault);

	if (st == ST_OK && (st = reader->read(reader->ctx, buf_text(&text), text.len, &folder.arena, &tree, &found)) != ST_OK)
		fault_set(fault, st, "“%s”: %s", path, found.text);
	if (st == ST_OK)
		st = read_resources(&folder, &tree);
	buf_done(&text);
	arena_done(&folder.arena);
	return st;
}
