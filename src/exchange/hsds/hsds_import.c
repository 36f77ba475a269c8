#include "exchange/hsds.h"

#include "base/i18n.h"
#include "format/door.h"
#include "hsds_cards.h"
#include "hsds_read.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char descriptor[] = "datapackage.json";

static bool is_folder(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static bool ends_with(const char *path, const char *end)
{
	size_t len = strlen(path), end_len = strlen(end);

	return len >= end_len && strcmp(path + len - end_len, end) == 0;
}

bool hsds_is_package(const char *path)
{
	return is_folder(path) || ends_with(path, ".json");
}

static enum status read_json(const char *path, const struct hsds_reader *reader, const char *encoding, struct package *package,
			     struct fault *fault)
{
	struct buf text = { 0 };
	struct arena arena = { 0 };
	struct tree tree = { 0 };
	struct fault found = { 0 };
	enum status st = door_read(path, DOOR_SHEET_BYTES, encoding, &text, NULL, fault);

	if (st == ST_OK && (st = reader->read(reader->ctx, buf_text(&text), text.len, &arena, &tree, &found)) != ST_OK)
		fault_set(fault, st, "“%s”: %s", path, found.text);
	buf_done(&text);
	if (st == ST_OK && (st = hsds_read_tree(&tree, package)) != ST_OK)
		fault_set(fault, st, _("“%s” is no list of services (HSDS): it must be a list, a page with “contents”, or one service."),
			  path);
	arena_done(&arena);
	return st;
}

/* Services of a list are counted from 1, below no header. */
static void count_from_one(struct import_result *result)
{
	for (size_t i = 0; i < result->refused_len; i++)
		result->refused[i].row--;
	for (size_t i = 0; i < result->rows_len; i++)
		result->rows[i].row--;
}

static void tell_ignored(const struct package *package, struct import_result *result)
{
	result->others = arena_new(&result->arena, package->ignored_len, sizeof *result->others);
	for (size_t i = 0; i < package->ignored_len; i++)
		result->others[i] = arena_copy(&result->arena, package->ignored[i]);
	result->others_len = package->ignored_len;
	result->others_kept = false;
}

static enum status read_any(const char *path, const struct hsds_reader *reader, const char *encoding, struct package *package,
			    bool *ret_list, struct fault *fault)
{
	char inside[PATH_MAX];

	*ret_list = false;
	if (is_folder(path)) {
		if (snprintf(inside, sizeof inside, "%s%s%s", path, ends_with(path, "/") ? "" : "/", descriptor) >= PATH_MAX)
			return fault_set(fault, ST_INVALID, _("The file name is too long: “%s”."), path);
		if (access(inside, F_OK) != 0)
			return fault_set(fault, ST_INVALID, _("“%s” is a folder in which no data package lies (datapackage.json)."),
					 path);
		return hsds_read_files(inside, reader, encoding, package, fault);
	}
	if (ends_with(path, descriptor))
		return hsds_read_files(path, reader, encoding, package, fault);
	*ret_list = true;
	return read_json(path, reader, encoding, package, fault);
}

enum status hsds_import(const char *path, const struct hsds_reader *reader, const struct workbook *book,
			const struct import_options *options, const struct env *env, struct batch *batch,
			struct import_result *ret_result, struct fault *fault)
{
	struct package package = { 0 };
	struct buf sheet = { 0 };
	bool is_list;

	if (options->maps_len > 0)
		return fault_set(fault, ST_INVALID, _("--map is for spreadsheets: the columns of HSDS are known."));
	enum status st = read_any(path, reader, options->encoding, &package, &is_list, fault);

	if (st == ST_OK) {
		hsds_to_sheet(&package, book, is_list ? 1 : 0, &sheet);
		st = import_rows(buf_text(&sheet), sheet.len, ENTITY_card, book,
				 &(struct import_options){ .memory = IMPORT_KNOWS }, env, batch, ret_result, fault);
	}
	if (st == ST_OK) {
		ret_result->dataset = "HSDS";
		ret_result->mapping_len = 0; /* the sheet's columns are ours, not the file's */
		tell_ignored(&package, ret_result);
	}
	if (st == ST_OK && is_list)
		count_from_one(ret_result);
	buf_done(&sheet);
	package_done(&package);
	return st;
}
