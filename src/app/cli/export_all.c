#include "export.h"

#include "base/i18n.h"
#include "reading.h"
#include "store/care.h"
#include "store/document.h"

#include <stdio.h>
#include <unistd.h>

static void put_head(struct json *json)
{
	json_put_text(json, "format", DOCUMENT_FORMAT);
	json_put_number(json, "version", DOCUMENT_VERSION);
	json_put_number(json, "schema", document_schema());
}

/* The rows, for whoever reads them; they follow from the facts. */
static void put_lists(const struct workbook *book, struct json *json)
{
	for (enum entity entity = 0; entity < ENTITY_COUNT; entity++) {
		json_name(json, entity_infos[entity].plural);
		export_rows_json(book, entity, json);
	}
}

/* Of one workshop and the directory, or with workshop NULL of all. The directory comes last: what rows of a workshop speak of is in
 * it. */
static enum status put_facts(struct app *app, const char *workshop, const char *unsealed, struct json *json,
			     struct document_facts *facts, struct fault *fault)
{
	char sum[DOCUMENT_SUM_LEN + 1];

	json_name(json, "facts");
	json_array(json);
	enum status st = document_add_facts(app->store, workshop, unsealed, json->out, facts, fault);
	if (st == ST_OK && workshop)
		st = document_add_facts(app->store, "", "", json->out, facts, fault);
	json_array_end(json);
	document_sum(facts, sum);
	json_put_text(json, "sum", sum);
	return st;
}

/* What a rehearsal writes is not kept, here or anywhere. */
static enum status write_workshop(struct app *app, struct reading *reading, struct document_facts *facts, struct fault *fault)
{
	struct json json = { .out = &reading->out, .airy = true };
	const char *workshop = workbook_workshop(&reading->book)->id;
	bool is_copy = !app->rehearsal.inside;
	enum status st = ST_OK;

	json_object(&json);
	if (is_copy)
		put_head(&json);
	put_lists(&reading->book, &json);
	if (is_copy)
		st = put_facts(app, workshop, run_letter_is_open(&reading->run) ? workshop : "", &json, facts, fault);
	json_object_end(&json);
	buf_add_char(&reading->out, '\n');
	return st;
}

/* Each workshop's own clock tells whether its letter is open. */
static enum status find_unsealed(struct app *app, struct buf *unsealed, struct fault *fault)
{
	struct workbook outline = { 0 };
	struct arena arena = { 0 };
	struct parts parts;
	struct run run;
	enum status st = store_load_outline(app->store, &outline, fault);

	if (st != ST_OK)
		return st;
	workbook_parts(&outline, &parts);
	for (size_t i = 0; i < parts.len; i++) {
		run_fold(&parts.at[i], env_now(app->env), &arena, &run);
		if (run_letter_is_open(&run))
			buf_add_text(unsealed, outline.workshops.at[i].id);
	}
	parts_done(&parts);
	arena_done(&arena);
	workbook_done(&outline);
	return ST_OK;
}

static enum status write_everything(struct app *app, struct reading *reading, struct document_facts *facts, struct fault *fault)
{
	struct json json = { .out = &reading->out, .airy = true };
	struct buf unsealed = { 0 };
	enum status st = find_unsealed(app, &unsealed, fault);

	json_object(&json);
	put_head(&json);
	if (st == ST_OK)
		st = put_facts(app, NULL, buf_text(&unsealed), &json, facts, fault);
	json_object_end(&json);
	buf_add_char(&reading->out, '\n');
	buf_done(&unsealed);
	return st;
}

static void warn(const struct document_facts *facts)
{
	fputs(_("yoriai: this holds what is private, too, and what was deleted or written over: give it only to those who may read all of it.\n"),
	      stderr);
	if (facts->letters)
		fprintf(stderr, _("yoriai: %zu letters stay here until their step has begun.\n"), facts->letters);
	if (facts->cards)
		fprintf(stderr, _("yoriai: %zu cards of persons stay here, without their consent.\n"), facts->cards);
}

/* Anything may be written over but what somebody has written elsewhere, and nobody has taken in. */
static enum status check_target(struct app *app, const char *path, struct fault *fault)
{
	struct fault found = { "" };

	if (!path || access(path, F_OK) != 0 || store_check_copy(app->store, path, &found) != ST_REFUSED)
		return ST_OK;
	*fault = found;
	return ST_REFUSED;
}

static enum exit_code finish(struct app *app, struct reading *reading, const struct document_facts *facts, const char *path,
			     enum status st, const struct fault *fault)
{
	if (st != ST_OK) {
		reading_done(reading);
		return *fault->text ? app_fail(st, fault) : EXIT_REFUSED;
	}
	enum exit_code exit_code = reading_print(reading, path);
	if (exit_code == EXIT_DONE && !app->rehearsal.inside)
		warn(facts);
	return exit_code;
}

enum exit_code export_all(struct app *app, const char *name, const char *path)
{
	struct document_facts facts = DOCUMENT_FACTS;
	struct reading reading = { 0 };
	struct fault fault = { "" };
	enum status st = reading_find(app, STORE_READ, name, store_reach_out, &reading, &fault);

	if (st == ST_OK)
		st = check_target(app, path, &fault);
	if (st == ST_OK)
		st = write_workshop(app, &reading, &facts, &fault);
	return finish(app, &reading, &facts, path, st, &fault);
}

enum exit_code export_everything(struct app *app, const char *path)
{
	struct document_facts facts = DOCUMENT_FACTS;
	struct reading reading = { 0 };
	struct fault fault = { "" };
	enum status st = app_open_to_read(app);

	if (st == ST_OK)
		st = check_target(app, path, &fault);
	if (st == ST_OK)
		st = write_everything(app, &reading, &facts, &fault);
	return finish(app, &reading, &facts, path, st, &fault);
}
