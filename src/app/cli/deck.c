#include "domain/deck.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "cli.h"
#include "exchange/json.h"
#include "reading.h"
#include "world/options.h"

#include <inttypes.h>
#include <stdio.h>

/* A command line, read. */
struct order {
	struct option_list add, remove;
	bool all, renumber;
};

static bool changes(const struct order *order)
{
	return order->add.len || order->remove.len || order->all || order->renumber;
}

/* --- what is asked ---------------------------------------------------------------------------------------------------- */

static enum status find_card(const struct workbook *book, const char *words, const struct card **ret_card, struct fault *fault)
{
	*ret_card = deck_find(book, NULL, words);
	if (*ret_card)
		return ST_OK;
	return fault_set(fault, ST_NOT_FOUND,
			 _("No card, or more than one, is “%s”: give its number in the directory, its whole name, or its id."), words);
}

static enum status add_cards(const struct deck *deck, const struct order *order, struct batch *batch, struct fault *fault)
{
	int64_t number = deck_last_number(deck);
	enum status st = ST_OK;

	for (size_t i = 0; i < order->add.len && st == ST_OK; i++) {
		const struct card *card;
		st = find_card(deck->book, order->add.at[i], &card, fault);
		if (st == ST_OK && !deck_place_of(deck, card))
			deck_add(deck, card, ++number, batch);
	}
	for (size_t i = 0; i < deck->book->cards.len && order->all; i++)
		if (!deck_place_of(deck, &deck->book->cards.at[i]))
			deck_add(deck, &deck->book->cards.at[i], ++number, batch);
	return st;
}

static enum status remove_cards(const struct deck *deck, const struct order *order, struct batch *batch, struct fault *fault)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < order->remove.len && st == ST_OK; i++) {
		const struct card *card;
		st = find_card(deck->book, order->remove.at[i], &card, fault);
		if (st == ST_OK && !deck_place_of(deck, card))
			st = fault_set(fault, ST_NOT_FOUND, _("“%s” is not in the deck."), card->name);
		if (st == ST_OK)
			deck_remove(deck, card, batch);
	}
	return st;
}

/* The batch, and the workshop as it is then. */
static enum status write_down(struct app *app, struct batch *batch, struct reading *reading, struct fault *fault)
{
	enum status st = app_append(app, batch, fault);

	if (st == ST_OK && batch->len)
		st = reading_again(app, reading, fault);
	return st;
}

static enum status choose(struct app *app, const struct order *order, struct reading *reading, struct fault *fault)
{
	struct deck deck = deck_of(&reading->book, &reading->arena);
	struct batch batch = { 0 };
	enum status st = add_cards(&deck, order, &batch, fault);

	if (st == ST_OK)
		st = remove_cards(&deck, order, &batch, fault);
	if (st == ST_OK)
		st = write_down(app, &batch, reading, fault);
	batch_done(&batch);
	return st;
}

/* Of the cards as they are chosen by then. */
static enum status renumber(struct app *app, struct reading *reading, struct fault *fault)
{
	struct deck deck = deck_of(&reading->book, &reading->arena);
	struct batch batch = { 0 };

	deck_renumber(&deck, &batch);
	enum status st = write_down(app, &batch, reading, fault);
	batch_done(&batch);
	return st;
}

/* --- what is said ----------------------------------------------------------------------------------------------------- */

static void print_deck(const struct deck *deck, struct buf *out)
{
	if (!deck->is_chosen && deck->len)
		buf_addf(out, "%s\n", _("No card has been chosen: the workshop has all of the directory’s."));
	for (size_t i = 0; i < deck->len; i++)
		buf_addf(out, "%" PRId64 "\t%s\t%s\t%s\n", deck->at[i].number, code_label(&codes_formality, deck->at[i].card->formality),
			 deck->at[i].card->name, deck->at[i].card->strength);
	for (size_t i = 1; deck->is_chosen && i < deck->len; i++)
		if (deck->at[i].number == deck->at[i - 1].number)
			fprintf(stderr, _("yoriai: two cards have the number %" PRId64 "; --renumber gives each its own.\n"),
				deck->at[i].number);
}

enum exit_code cli_deck(struct app *app, int argc, char **argv)
{
	struct order order = { 0 };
	const struct option_row rows[] = {
		{ "add", 0, OPTION_LIST, &order.add },
		{ "remove", 0, OPTION_LIST, &order.remove },
		{ "all", 0, OPTION_FLAG, &order.all },
		{ "renumber", 0, OPTION_FLAG, &order.renumber },
	};
	struct arguments words;
	struct reading reading = { 0 };
	struct fault fault = { "" };

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len > 1)
		return usage_tell(app, SUBCOMMAND_deck);
	if (reading_prepare(app, changes(&order) ? STORE_WRITE : STORE_READ, words.len ? words.at[0] : NULL,
			    (struct store_reach){ .reach = REACH_PRIVATE }, &reading) != ST_OK)
		return EXIT_REFUSED;
	enum status st = choose(app, &order, &reading, &fault);
	if (st == ST_OK && order.renumber)
		st = renumber(app, &reading, &fault);
	if (st != ST_OK) {
		reading_done(&reading);
		return app_fail(st, &fault);
	}
	struct deck deck = deck_of(&reading.book, &reading.arena);
	if (app->json)
		json_deck(&deck, &reading.out);
	else
		print_deck(&deck, &reading.out);
	return reading_print(&reading, NULL);
}
