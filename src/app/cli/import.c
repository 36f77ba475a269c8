#include "exchange/import.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "cli.h"
#include "exchange/json.h"
#include "exchange/template.h"
#include "options.h"

#include <stdio.h>
#include <string.h>

static void print_json(const struct import_result *result)
{
	struct buf out = { 0 };
	struct json json = { .out = &out };

	json_object(&json);
	json_put_number(&json, "added", (int64_t)result->added);
	json_put_number(&json, "changed", (int64_t)result->changed);
	json_put_number(&json, "same", (int64_t)result->same);
	json_name(&json, "refused");
	json_array(&json);
	for (size_t i = 0; i < result->refused_len; i++) {
		json_object(&json);
		json_put_number(&json, "row", (int64_t)result->refused[i].row);
		json_put_text(&json, "reason", result->refused[i].reason);
		json_object_end(&json);
	}
	json_array_end(&json);
	json_object_end(&json);
	puts(buf_text(&out));
	buf_done(&out);
}

static void print_words(const struct import_result *result, bool dry_run)
{
	if (dry_run)
		puts(_("Nothing was written; this is what an import would do."));
	printf(_("%zu added, %zu changed, %zu as before, %zu refused\n"), result->added, result->changed, result->same,
	       result->refused_len);
	for (size_t i = 0; i < result->refused_len; i++)
		fprintf(stderr, _("yoriai: row %zu: %s\n"), result->refused[i].row, result->refused[i].reason);
	for (size_t i = 0; i < result->passed_over_len; i++)
		fprintf(stderr, _("yoriai: the column “%s” was not read.\n"), result->passed_over[i]);
}

/* "FIELD=COLUMN": cut in two in place. */
static bool read_maps(struct app *app, const struct option_list *words, struct import_map *maps)
{
	for (size_t i = 0; i < words->len; i++) {
		char *cut = arena_copy(&app->arena, words->at[i]);
		char *equals = strchr(cut, '=');
		if (!equals) {
			fprintf(stderr, _("yoriai: --map wants FIELD=COLUMN, not “%s”.\n"), words->at[i]);
			return false;
		}
		*equals = '\0';
		maps[i] = (struct import_map){ .field = cut, .column = equals + 1 };
	}
	return true;
}

static enum status import_into(struct app *app, enum entity entity, const char *path, const struct import_options *options,
			       bool dry_run, struct fault *fault)
{
	struct workbook book = { 0 };
	struct batch batch = { 0 };
	struct import_result result = { 0 };
	enum status st = store_load(app->store, "", store_reach_all, &book, fault);

	if (st == ST_OK)
		st = import_file(path, entity, &book, options, app->env, &batch, &result, fault);
	if (st == ST_OK && batch.len && !dry_run)
		st = store_append(app->store, &batch, fault);
	if (st == ST_OK && app->json)
		print_json(&result);
	else if (st == ST_OK)
		print_words(&result, dry_run);
	import_result_done(&result);
	batch_done(&batch);
	workbook_done(&book);
	return st;
}

enum exit_code cli_import(struct app *app, int argc, char **argv)
{
	struct option_list map_words = { .len = 0 };
	struct import_map maps[OPTION_LIST_MAX];
	struct import_options options = { .maps = maps };
	struct arguments words;
	struct fault fault = { "" };
	bool dry_run = false;
	const struct option_row rows[] = {
		{ "map", 0, OPTION_LIST, &map_words },
		{ "encoding", 0, OPTION_TEXT, &options.encoding },
		{ "dry-run", 0, OPTION_FLAG, &dry_run },
	};

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len != 2 || !read_maps(app, &map_words, maps))
		return cli_usage("import");
	options.maps_len = map_words.len;
	bool people = strcmp(words.at[0], "people") == 0;
	if (!people && strcmp(words.at[0], "cards") != 0)
		return cli_usage("import");
	if (app_open(app, STORE_WRITE) != ST_OK)
		return EXIT_REFUSED;
	return app_fail(import_into(app, people ? ENTITY_person : ENTITY_card, words.at[1], &options, dry_run, &fault), &fault);
}
