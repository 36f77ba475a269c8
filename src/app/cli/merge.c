#include "store/merge.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "cli.h"
#include "exchange/json.h"
#include "options.h"
#include "text/text.h"

#include <stdio.h>
#include <string.h>

static void add_up(struct merge_result *sum, const struct merge_result *result)
{
	sum->facts_new += result->facts_new;
	sum->facts_known += result->facts_known;
	sum->ahead += result->ahead;
	sum->broken += result->broken;
	sum->conflicts_len += result->conflicts_len;
}

static void print_json(const struct merge_result *sum, bool takes_ahead)
{
	struct buf out = { 0 };
	struct json json = json_line(&out);

	json_put_number(&json, "facts_new", sum->facts_new);
	json_put_number(&json, "facts_known", sum->facts_known);
	json_put_number(&json, "conflicts", (int64_t)sum->conflicts_len);
	json_put_number(&json, "quarantined", (takes_ahead ? 0 : sum->ahead) + sum->broken);
	json_line_end(&json);
	fputs(buf_text(&out), stdout);
	buf_done(&out);
}

/* Nothing that was written is out of reach: what was written over is told, but not of a letter, which opens with its step. A
 * deletion says so instead of "1". */
static void print_conflict(const struct merge_conflict *conflict)
{
	bool is_gone = conflict->field->field == FIELD_gone;
	struct buf kept = { 0 }, other = { 0 };

	if (conflict->field->reach == REACH_SEALED) {
		printf(_("  %s %s, %s: changed on both sides; the later stands\n"), entity_infos[conflict->entity].name,
		       conflict->id, conflict->field->name);
		return;
	}
	text_clean(&kept, conflict->kept, strlen(conflict->kept), false);
	text_clean(&other, conflict->other, strlen(conflict->other), false);
	if (is_gone)
		printf(_("  %s %s: deleted on one side, and brought back on the other\n"), entity_infos[conflict->entity].name,
		       conflict->id);
	else
		printf(conflict->kept_is_theirs ? _("  %s %s, %s: theirs is later and stands, “%s”; ours was “%s”\n")
						: _("  %s %s, %s: ours is later and stands, “%s”; theirs was “%s”\n"),
		       entity_infos[conflict->entity].name, conflict->id, conflict->field->name, buf_text(&kept),
		       buf_text(&other));
	buf_done(&other);
	buf_done(&kept);
}

static void print_ahead(const struct merge_result *result, bool takes_ahead)
{
	if (!result->ahead)
		return;
	if (takes_ahead)
		printf(_("Of these, dated more than a day ahead by a clock that is wrong: %lld\n"), (long long)result->ahead);
	else
		printf(_("Left out, for they are dated more than a day ahead by a clock that is wrong: %lld\n"
			 "(Merge the file again when that day has come, or take them in now with --ahead.)\n"),
		       (long long)result->ahead);
}

static void print_words(const char *path, const struct merge_result *result, bool takes_ahead)
{
	printf(_("%s: entries taken in: %lld; here already: %lld\n"), path, (long long)result->facts_new,
	       (long long)result->facts_known);
	if (result->conflicts_len)
		printf(_("Both sides had changed the same in %zu places:\n"), result->conflicts_len);
	for (size_t i = 0; i < result->conflicts_len; i++)
		print_conflict(&result->conflicts[i]);
	print_ahead(result, takes_ahead);
	if (result->broken)
		printf(_("Left out, for yoriai would not have written them: %lld\n"), (long long)result->broken);
}

/* A file that cannot be taken in does not keep the others out. */
static enum status merge_one(struct app *app, const char *path, bool takes_ahead, struct merge_result *sum)
{
	struct merge_result result = { 0 };
	struct fault fault = { "" };
	enum status st = store_merge(app->store, path, takes_ahead, &result, &fault);

	if (st != ST_OK)
		app_fail(st, &fault);
	else if (!app->json)
		print_words(path, &result, takes_ahead);
	add_up(sum, &result);
	merge_result_done(&result);
	return st;
}

enum exit_code cli_merge(struct app *app, int argc, char **argv)
{
	struct arguments words;
	bool takes_ahead = false;
	const struct option_row rows[] = { { "ahead", 0, OPTION_FLAG, &takes_ahead } };
	struct merge_result sum = { 0 };
	enum exit_code exit_code = EXIT_DONE;

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len == 0)
		return cli_usage(app, "merge");
	if (app_open(app, STORE_WRITE) != ST_OK)
		return EXIT_REFUSED;
	for (size_t i = 0; i < words.len; i++) {
		if (merge_one(app, words.at[i], takes_ahead, &sum) != ST_OK)
			exit_code = EXIT_REFUSED;
	}
	if (app->json)
		print_json(&sum, takes_ahead);
	return exit_code;
}
