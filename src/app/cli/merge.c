#include "store/merge.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "cli.h"
#include "exchange/json.h"
#include "world/merge_words.h"
#include "world/options.h"

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

static void print_conflict(const struct merge_conflict *conflict)
{
	struct buf line = { 0 };

	merge_words_conflict(conflict, false, &line);
	printf("  %s\n", buf_text(&line));
	buf_done(&line);
}

static void print_rows(const struct merge_result *result)
{
	struct buf line = { 0 };

	merge_words_rows(result, &line);
	if (line.len)
		printf("%s\n", buf_text(&line));
	buf_done(&line);
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

static void print_words(const char *path, const struct merge_result *result, unsigned how)
{
	printf(how & MERGE_ONLY_LOOKS ? _("%s: entries that would come in: %lld; here already: %lld\n")
				      : _("%s: entries taken in: %lld; here already: %lld\n"),
	       path, (long long)result->facts_new, (long long)result->facts_known);
	print_rows(result);
	if (result->conflicts_len)
		printf(_("Both sides had changed the same in %zu places:\n"), result->conflicts_len);
	for (size_t i = 0; i < result->conflicts_len; i++)
		print_conflict(&result->conflicts[i]);
	print_ahead(result, how & MERGE_TAKES_AHEAD);
	if (result->broken)
		printf(_("Left out, for yoriai would not have written them: %lld\n"), (long long)result->broken);
}

/* A file that cannot be taken in does not keep the others out. */
static enum status merge_one(struct app *app, const char *path, unsigned how, struct merge_result *sum)
{
	struct merge_result result = { 0 };
	struct fault fault = { "" };
	enum status st = store_merge(app->store, path, how, &result, &fault);

	if (st != ST_OK)
		app_fail(st, &fault);
	else if (!app->json)
		print_words(path, &result, how);
	add_up(sum, &result);
	merge_result_done(&result);
	return st;
}

enum exit_code cli_merge(struct app *app, int argc, char **argv)
{
	struct arguments words;
	bool takes_ahead = false, only_looks = false, of_damaged = false;
	const struct option_row rows[] = {
		{ "ahead", 0, OPTION_FLAG, &takes_ahead },
		{ "dry-run", 0, OPTION_FLAG, &only_looks },
		{ "damaged", 0, OPTION_FLAG, &of_damaged },
	};
	struct merge_result sum = { 0 };
	enum exit_code exit_code = EXIT_DONE;

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len == 0)
		return usage_tell(app, SUBCOMMAND_merge);
	if (app_open(app, STORE_WRITE) != ST_OK)
		return EXIT_REFUSED;
	const unsigned how = (takes_ahead ? MERGE_TAKES_AHEAD : 0u) | (only_looks ? MERGE_ONLY_LOOKS : 0u) |
			     (of_damaged ? MERGE_OF_DAMAGED : 0u);
	for (size_t i = 0; i < words.len; i++) {
		if (merge_one(app, words.at[i], how, &sum) != ST_OK)
			exit_code = EXIT_REFUSED;
	}
	if (app->json)
		print_json(&sum, takes_ahead);
	return exit_code;
}
