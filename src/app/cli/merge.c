#include "store/merge.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "cli.h"
#include "exchange/json.h"
#include "text/cell.h"
#include "text/text.h"
#include "world/options.h"

#include <stdio.h>
#include <string.h>

enum { NAME_COLS = 40 };

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

/* What people call the kinds of rows that two may change; the others go by their stored names. */
static const char *const labels[ENTITY_COUNT] = {
	[ENTITY_workshop] = N_("workshop"),  [ENTITY_item] = N_("step"),     [ENTITY_table] = N_("table"),
	[ENTITY_case_story] = N_("case"),    [ENTITY_letter] = N_("letter"), [ENTITY_need] = N_("need"),
	[ENTITY_offer] = N_("offer"),	     [ENTITY_note] = N_("note"),     [ENTITY_storyline] = N_("story"),
	[ENTITY_step] = N_("story step"),    [ENTITY_card] = N_("card"),     [ENTITY_support] = N_("support"),
	[ENTITY_action] = N_("plan row"),    [ENTITY_seat] = N_("seat"),     [ENTITY_person] = N_("person"),
	[ENTITY_invitation] = N_("invitation"), [ENTITY_mapping] = N_("columns of a list"),
};

/* A word on one line, and no longer than to be told from others. */
static void add_short(struct buf *out, const char *text)
{
	struct buf line = { 0 };

	text_clean(&line, text, strlen(text), false);
	size_t len = text_fit(buf_text(&line), line.len, NAME_COLS);
	buf_add(out, buf_text(&line), len);
	buf_add_text(out, len < line.len ? "…" : "");
	buf_done(&line);
}

/* offer “We fetch the children”, cost; or just what it is, where the very words it is called by were changed. */
static void add_place(struct buf *out, const struct merge_conflict *conflict)
{
	const char *label = labels[conflict->entity];
	bool is_called_otherwise = strcmp(conflict->name, conflict->kept) == 0;
	struct buf name = { 0 };

	add_short(&name, conflict->name);
	buf_add_text(out, label ? _(label) : entity_infos[conflict->entity].name);
	if (name.len && !is_called_otherwise)
		buf_addf(out, _(" “%s”"), buf_text(&name));
	if (!is_called_otherwise && conflict->field->field != FIELD_gone && conflict->field->type != FIELD_TYPE_ORDER)
		buf_addf(out, _(", %s"), conflict->field->name);
	buf_done(&name);
}

static void add_value(struct buf *out, const struct field_info *field, const char *text)
{
	unsigned code;

	if (field->type == FIELD_TYPE_CODE && code_of_text(field->codes, text, &code))
		text = code_label(field->codes, code);
	text_clean(out, text, strlen(text), false);
}

/* Nothing that was written is out of reach: what was written over is told, but not of a letter, which opens with its step. A
 * deletion says so instead of "1", and a place in a list, which is a key that nobody reads, is only said to be another. */
static void print_conflict(const struct merge_conflict *conflict)
{
	const struct field_info *field = conflict->field;
	struct buf place = { 0 }, kept = { 0 }, other = { 0 };

	add_place(&place, conflict);
	add_value(&kept, field, conflict->kept);
	add_value(&other, field, conflict->other);
	if (field->field == FIELD_gone)
		printf(_("  %s: deleted on one side, and brought back on the other\n"), buf_text(&place));
	else if (field->type == FIELD_TYPE_ORDER)
		printf(_("  %s: moved on both sides; the later stands\n"), buf_text(&place));
	else if (field->reach == REACH_SEALED)
		printf(_("  %s: changed on both sides; the later stands\n"), buf_text(&place));
	else
		printf(conflict->kept_is_theirs ? _("  %s: theirs is later and stands, “%s”; ours was “%s”\n")
						: _("  %s: ours is later and stands, “%s”; theirs was “%s”\n"),
		       buf_text(&place), buf_text(&kept), buf_text(&other));
	buf_done(&other);
	buf_done(&kept);
	buf_done(&place);
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
		return usage_tell(app, SUBCOMMAND_merge);
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
