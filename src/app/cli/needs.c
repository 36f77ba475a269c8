#include "domain/need_match.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "cli.h"
#include "domain/order.h"
#include "exchange/json.h"
#include "reading.h"
#include "world/options.h"

#include <inttypes.h>
#include <stdio.h>

/* A command line, read. NULL and 0: not said. */
struct order {
	const char *add, *text, *kind, *category, *resistance, *interest, *strengths;
	int64_t edit, remove;
};

static bool says_something(const struct order *order)
{
	return order->text || order->kind || order->category || order->resistance || order->interest;
}

static bool makes_sense(const struct order *order)
{
	int targets = (order->add != NULL) + (order->edit != 0) + (order->remove != 0);

	return targets <= 1 && (!says_something(order) || (targets == 1 && !order->remove)) && !(order->add && order->text);
}

static bool changes(const struct order *order)
{
	return order->add || order->edit || order->remove || order->strengths;
}

/* --- what is asked ---------------------------------------------------------------------------------------------------- */

static enum status find_need(const struct workbook *book, int64_t number, const struct need **ret_need, struct fault *fault)
{
	if (number < 1 || (uint64_t)number > book->needs.len)
		return fault_set(fault, ST_NOT_FOUND, _("There is no need %" PRId64 "; there are %zu."), number, book->needs.len);
	*ret_need = &book->needs.at[number - 1];
	return ST_OK;
}

/* Into the batch's newest fact: what was said. */
static enum status say(const struct order *order, struct batch *batch, struct fault *fault)
{
	const struct {
		enum field field;
		const char *text;
	} texts[] = {
		{ FIELD_need_text, order->add ? order->add : order->text },
		{ FIELD_need_category, order->category },
		{ FIELD_need_resistance, order->resistance },
		{ FIELD_need_interest, order->interest },
	};
	unsigned kind;

	if (texts[0].text && !*texts[0].text)
		return fault_set(fault, ST_INVALID, _("A need wants a few words."));
	for (size_t i = 0; i < COUNT(texts); i++)
		if (texts[i].text)
			batch_set_text(batch, texts[i].field, texts[i].text);
	if (!order->kind)
		return ST_OK;
	if (!code_of_words(&codes_need_kind, order->kind, &kind))
		return fault_set(fault, ST_INVALID, _("“%s” is none of: trouble, wish, concern."), order->kind);
	batch_set_number(batch, FIELD_need_kind, kind);
	return ST_OK;
}

static enum status add_need(struct app *app, const struct workbook *book, const struct order *order, struct batch *batch,
			    struct fault *fault)
{
	char place[ORDER_LEN];
	struct id id;

	order_between(book->needs.len ? book->needs.at[book->needs.len - 1].pos : "", "", place);
	batch_add_new(batch, ENTITY_need, workbook_workshop(book)->id, app->env, &id);
	batch_set_text(batch, FIELD_need_pos, place);
	return say(order, batch, fault);
}

static enum status change_need(const struct workbook *book, const struct order *order, struct batch *batch, struct fault *fault)
{
	const struct need *need = NULL;
	enum status st = find_need(book, order->edit ? order->edit : order->remove, &need, fault);

	if (st != ST_OK)
		return st;
	batch_add(batch, ENTITY_need, workbook_workshop(book)->id, need->id);
	if (order->edit)
		return say(order, batch, fault);
	batch_set_number(batch, FIELD_gone, 1);
	return ST_OK;
}

static enum status say_strengths(const struct workbook *book, const char *strengths, struct batch *batch, struct fault *fault)
{
	const struct case_story *story = workbook_case(book);

	if (!story)
		return fault_set(fault, ST_NOT_FOUND, _("The workshop has no case whose person they could be strengths of."));
	batch_add(batch, ENTITY_case_story, workbook_workshop(book)->id, story->id);
	batch_set_text(batch, FIELD_case_story_strengths, strengths);
	return ST_OK;
}

static enum status change(struct app *app, const struct order *order, struct reading *reading, struct fault *fault)
{
	struct batch batch = { 0 };
	enum status st = ST_OK;

	if (order->add)
		st = add_need(app, &reading->book, order, &batch, fault);
	else if (order->edit || order->remove)
		st = change_need(&reading->book, order, &batch, fault);
	if (st == ST_OK && order->strengths)
		st = say_strengths(&reading->book, order->strengths, &batch, fault);
	if (st == ST_OK)
		st = app_append(app, &batch, fault);
	batch_done(&batch);
	return st == ST_OK ? reading_again(app, reading, fault) : st;
}

/* --- what is said ----------------------------------------------------------------------------------------------------- */

static void print_aside(const char *label, const char *text, struct buf *out)
{
	if (*text)
		buf_addf(out, "\t%s: %s\n", label, text);
}

static void print_need(const struct workbook *book, const struct need_match *match, struct buf *out)
{
	const struct need *need = match->need;

	buf_addf(out, "N%zu\t%s\t%s\t%s\n", (size_t)(need - book->needs.at) + 1, code_label(&codes_need_kind, need->kind), need->category,
		 need->text);
	print_aside(_("cares for"), need->interest, out);
	print_aside(_("would rather not"), need->resistance, out);
	size_t told = match->len < NEED_ANSWERS_TOLD ? match->len : NEED_ANSWERS_TOLD;
	for (size_t i = 0; i < told; i++)
		buf_addf(out, _("\t%" PRId64 " %s (“%s”)\n"), match->at[i].number, match->at[i].card->name, match->at[i].word);
	if (told < match->len)
		buf_addf(out, _("\t… and %zu more\n"), match->len - told);
	if (!match->len)
		buf_addf(out, "\t%s\n", _("no card speaks to it yet"));
}

/* What nobody is for yet comes first. */
static void print_needs(const struct workbook *book, const struct need_match *matches, struct buf *out)
{
	const struct case_story *story = workbook_case(book);

	for (int answered = 0; answered <= 1; answered++)
		for (size_t i = 0; i < book->needs.len; i++)
			if ((matches[i].len > 0) == answered)
				print_need(book, &matches[i], out);
	if (story && *story->strengths)
		buf_addf(out, "%s\n%s\n", _("Strengths of the person"), story->strengths);
}

enum exit_code cli_needs(struct app *app, int argc, char **argv)
{
	struct order order = { 0 };
	const struct option_row rows[] = {
		{ "add", 0, OPTION_TEXT, &order.add },           { "edit", 0, OPTION_NUMBER, &order.edit },
		{ "remove", 0, OPTION_NUMBER, &order.remove },   { "text", 0, OPTION_TEXT, &order.text },
		{ "kind", 0, OPTION_TEXT, &order.kind },         { "category", 0, OPTION_TEXT, &order.category },
		{ "resistance", 0, OPTION_TEXT, &order.resistance }, { "interest", 0, OPTION_TEXT, &order.interest },
		{ "strengths", 0, OPTION_TEXT, &order.strengths },
	};
	struct arguments words;
	struct reading reading = { 0 };
	struct fault fault = { "" };

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len > 1 || !makes_sense(&order))
		return usage_tell(app, SUBCOMMAND_needs);
	if (reading_prepare(app, changes(&order) ? STORE_WRITE : STORE_READ, words.len ? words.at[0] : NULL,
			    (struct store_reach){ .reach = REACH_PRIVATE }, &reading) != ST_OK)
		return EXIT_REFUSED;
	if (changes(&order)) {
		enum status st = change(app, &order, &reading, &fault);
		if (st != ST_OK) {
			reading_done(&reading);
			return app_fail(st, &fault);
		}
	}
	struct deck deck = deck_of(&reading.book, &reading.arena);
	const struct need_match *matches = need_matches(&reading.book, &deck, &reading.arena);
	if (app->json)
		json_needs(&reading.book, matches, &reading.out);
	else
		print_needs(&reading.book, matches, &reading.out);
	return reading_print(&reading, NULL);
}
