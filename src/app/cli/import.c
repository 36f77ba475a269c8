#include "exchange/import.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "cli.h"
#include "engine/run.h"
#include "exchange/hsds.h"
#include "exchange/json.h"
#include "store/json.h"
#include "world/options.h"

#include <stdio.h>
#include <string.h>

static void put_rows(struct json *json, const char *name, const struct import_refusal *rows, size_t len)
{
	json_name(json, name);
	json_array(json);
	for (size_t i = 0; i < len; i++) {
		json_object(json);
		json_put_number(json, "row", (int64_t)rows[i].row);
		json_put_text(json, "reason", rows[i].reason);
		json_object_end(json);
	}
	json_array_end(json);
}

static void put_kept(struct json *json, const struct import_result *result)
{
	json_name(json, "kept");
	json_array(json);
	for (size_t i = 0; i < result->kept_len; i++) {
		json_object(json);
		json_put_number(json, "row", (int64_t)result->kept[i].row);
		json_put_text(json, "name", result->kept[i].name);
		json_put_text(json, "field", result->kept[i].field->name);
		json_object_end(json);
	}
	json_array_end(json);
}

static void put_mapping(struct json *json, const struct import_result *result)
{
	json_name(json, "mapping");
	json_array(json);
	for (size_t i = 0; i < result->mapping_len; i++) {
		json_object(json);
		json_put_text(json, "field", result->mapping[i].field->name);
		json_put_text(json, "column", result->mapping[i].column);
		json_object_end(json);
	}
	json_array_end(json);
}

static void print_json(const struct import_result *result)
{
	struct buf out = { 0 };
	struct json json = json_line(&out);

	json_put_number(&json, "added", (int64_t)result->added);
	json_put_number(&json, "changed", (int64_t)result->changed);
	json_put_number(&json, "same", (int64_t)result->same);
	json_put_number(&json, "removed", (int64_t)result->removed);
	json_put_number(&json, "invited", (int64_t)result->invited);
	put_rows(&json, "refused", result->refused, result->refused_len);
	put_rows(&json, "namesakes", result->namesakes, result->namesakes_len);
	put_kept(&json, result);
	put_mapping(&json, result);
	json_put_bool(&json, "remembered", result->remembered);
	if (result->dataset)
		json_put_text(&json, "dataset", result->dataset);
	json_line_end(&json);
	fputs(buf_text(&out), stdout);
	buf_done(&out);
}

/* As many as a sentence can hold. */
static void print_others(const struct import_result *result)
{
	enum { ENOUGH_BYTES = 400 };
	struct buf names = { 0 };
	size_t i;

	for (i = 0; i < result->others_len && names.len < ENOUGH_BYTES; i++)
		buf_addf(&names, "%s%s", i ? ", " : "", result->others[i]);
	if (i < result->others_len)
		buf_add_text(&names, " …");
	if (names.len > 0)
		fprintf(stderr, result->others_kept
					? _("yoriai: columns that have no field of their own are kept with the cards: %s.\n")
					: _("yoriai: columns that were not read: %s.\n"),
			buf_text(&names));
	buf_done(&names);
}

/* As --map takes it. */
static void print_mapping(const struct import_result *result)
{
	for (size_t i = 0; i < result->mapping_len; i++)
		printf("  %s=%s\n", result->mapping[i].field->name, result->mapping[i].column);
}

static void print_first_rows(const struct import_result *result)
{
	enum { ENOUGH = 10 };

	for (size_t i = 0; i < result->rows_len && i < ENOUGH; i++) {
		fputs("  ", stdout);
		printf(_("row %zu: %s  %s"), result->rows[i].row, result->rows[i].name, import_fate_words(result->rows[i].fate));
		putchar('\n');
	}
}

static void print_memory(const struct import_result *result)
{
	if (result->remembered)
		fputs(_("yoriai: columns are read as was said for an earlier file with the same header row; "
			"--map FIELD=COLUMN says otherwise, --guess forgets it.\n"), stderr);
}

static void print_rows(const struct import_refusal *rows, size_t len)
{
	for (size_t i = 0; i < len; i++)
		fprintf(stderr, _("yoriai: row %zu: %s\n"), rows[i].row, rows[i].reason);
}

/* The first few; all are in the JSON. */
static void print_kept(const struct import_result *result)
{
	enum { ENOUGH = 20 };

	if (result->kept_len)
		printf(_("%zu fields were changed here and stay so; --overwrite takes what the file says\n"), result->kept_len);
	for (size_t i = 0; i < result->kept_len && i < ENOUGH; i++)
		fprintf(stderr, _("yoriai: row %zu: “%s” of “%s” was changed here and is kept.\n"), result->kept[i].row,
			i18n_is_japanese() ? import_label(result->kept[i].field) : result->kept[i].field->name, result->kept[i].name);
	if (result->kept_len > ENOUGH)
		fprintf(stderr, _("yoriai: … and %zu more.\n"), result->kept_len - ENOUGH);
}

static void print_words(const struct import_result *result, bool dry_run)
{
	if (result->dataset)
		printf(_("Read as: %s\n"), result->dataset);
	if (dry_run) {
		puts(_("Nothing was written; this is what an import would do."));
		print_mapping(result);
		print_first_rows(result);
	}
	printf(_("%zu added, %zu changed, %zu as before, %zu refused\n"), result->added, result->changed, result->same,
	       result->refused_len);
	if (result->removed)
		printf(_("%zu removed\n"), result->removed);
	if (result->invited)
		printf(_("%zu newly invited\n"), result->invited);
	print_kept(result);
	print_rows(result->refused, result->refused_len);
	print_rows(result->namesakes, result->namesakes_len);
	print_others(result);
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

/* What is imported: a list of the directory, whose people may be asked to a workshop, or the agenda of one. */
static const struct import_kind {
	const char *name;
	bool agenda, takes_workshop;
	enum entity entity;
} kinds[] = {
	{ "people", false, true, ENTITY_person },
	{ "cards", false, false, ENTITY_card },
	{ "agenda", true, true, ENTITY_item },
};

static const struct import_kind *find_kind(const char *name)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (strcmp(kinds[i].name, name) == 0)
			return &kinds[i];
	fprintf(stderr, _("yoriai: there are people, cards and agenda to import, not “%s”.\n"), name);
	return NULL;
}

/* A step may have been started since the file was read. */
static bool has_not_begun(const struct workbook *book, void *ctx)
{
	(void)ctx;
	return run_state_of(book, workbook_workshop(book)->id) == RUN_PLANNED;
}

static enum status replace_agenda(struct app *app, struct batch *batch, const char *workshop, struct fault *fault)
{
	enum status st = store_append_if(app->store, batch, workshop, has_not_begun, NULL, fault);

	if (st == ST_REFUSED)
		fault_set(fault, st, _("The workshop began just now; its agenda is left as it was."));
	return st;
}

static enum status load(struct app *app, const struct import_kind *kind, const struct arguments *words, struct workbook *ret_book,
			struct fault *fault)
{
	if (kind->agenda || words->len > 2)
		return app_load(app, words->len > 2 ? words->at[2] : NULL, store_reach_all, ret_book, fault);
	return store_load(app->store, "", store_reach_all, ret_book, fault);
}

static enum status read_json(void *ctx, const char *text, size_t len, struct arena *arena, struct tree *ret_tree,
			     struct fault *fault)
{
	return json_read_tree(ctx, text, len, arena, ret_tree, fault);
}

static enum status import_rows_of(struct app *app, enum entity entity, const char *path, const struct workbook *book,
				  const struct import_options *options, struct batch *batch, struct import_result *result,
				  struct fault *fault)
{
	const struct hsds_reader reader = { read_json, app->store };

	if (entity == ENTITY_card && hsds_is_package(path))
		return hsds_import(path, &reader, book, options, app->env, batch, result, fault);
	return import_file(path, entity, book, options, app->env, batch, result, fault);
}

static enum status import_into(struct app *app, const struct import_kind *kind, const struct arguments *words,
			       const struct import_options *options, bool dry_run, struct fault *fault)
{
	struct workbook book = { 0 };
	struct batch batch = { 0 };
	struct import_result result = { 0 };
	const char *path = words->at[1];
	enum status st = load(app, kind, words, &book, fault);

	if (st == ST_OK && kind->agenda)
		st = import_agenda(path, &book, options, app->env, &batch, &result, fault);
	else if (st == ST_OK)
		st = import_rows_of(app, kind->entity, path, &book, options, &batch, &result, fault);
	if (st == ST_OK && batch.len && !dry_run)
		st = kind->agenda ? replace_agenda(app, &batch, workbook_workshop(&book)->id, fault)
				  : store_append(app->store, &batch, fault);
	if (st == ST_OK)
		print_memory(&result);
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
	bool dry_run = false, guesses = false;
	const struct option_row rows[] = {
		{ "map", 0, OPTION_LIST, &map_words },
		{ "guess", 0, OPTION_FLAG, &guesses },
		{ "encoding", 0, OPTION_TEXT, &options.encoding },
		{ "dry-run", 0, OPTION_FLAG, &dry_run },
		{ "overwrite", 0, OPTION_FLAG, &options.overwrites },
	};

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len < 2 || !read_maps(app, &map_words, maps))
		return usage_tell(app, SUBCOMMAND_import);
	options.maps_len = map_words.len;
	options.memory = guesses ? IMPORT_FORGETS : IMPORT_REMEMBERS;
	const struct import_kind *kind = find_kind(words.at[0]);
	if (!kind || words.len > (kind->takes_workshop ? 3 : 2))
		return usage_tell(app, SUBCOMMAND_import);
	options.invites = kind->entity == ENTITY_person && words.len > 2;
	if (app_open(app, STORE_WRITE) != ST_OK)
		return EXIT_REFUSED;
	app_stay_out_of_rehearsal(app);
	return app_fail(import_into(app, kind, &words, &options, dry_run, &fault), &fault);
}
