#include "domain/deck.h"

#include "base/buf.h"
#include "base/hash.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

/* --- as it stands ----------------------------------------------------------------------------------------------------- */

static struct deck all_cards(const struct workbook *book, struct arena *arena)
{
	struct deck deck = { .book = book, .len = book->cards.len };

	deck.at = arena_new(arena, deck.len, sizeof *deck.at);
	for (size_t i = 0; i < deck.len; i++)
		deck.at[i] = (struct deck_place){ .card = &book->cards.at[i], .number = book->cards.at[i].number };
	return deck;
}

static int by_chosen_id(const void *a, const void *b)
{
	const struct deck_card *const *one = a, *const *other = b;

	return strcmp((*one)->card, (*other)->card);
}

static int by_number(const void *a, const void *b)
{
	const struct deck_place *one = a, *other = b;

	if (one->number != other->number)
		return one->number < other->number ? -1 : 1;
	return strcmp(one->row->id, other->row->id);
}

static int by_card(const void *a, const void *b)
{
	const struct deck_place *const *one = a, *const *other = b;

	return ((*one)->card > (*other)->card) - ((*one)->card < (*other)->card);
}

/* A card that was deleted from the directory is in no deck. */
static void take_places(struct deck *deck, const struct deck_card **rows, size_t rows_len)
{
	for (size_t i = 0; i < deck->book->cards.len; i++) {
		const struct card *card = &deck->book->cards.at[i];
		const struct deck_card key = { .card = card->id }, *wanted = &key;
		const struct deck_card **row = bsearch(&wanted, rows, rows_len, sizeof *rows, by_chosen_id);
		if (row)
			deck->at[deck->len++] = (struct deck_place){ card, *row, (*row)->number };
	}
}

static void sort_places(struct deck *deck, struct arena *arena)
{
	if (deck->len)
		qsort(deck->at, deck->len, sizeof *deck->at, by_number);
	deck->by_card = arena_new(arena, deck->len, sizeof *deck->by_card);
	for (size_t i = 0; i < deck->len; i++)
		deck->by_card[i] = &deck->at[i];
	if (deck->len)
		qsort(deck->by_card, deck->len, sizeof *deck->by_card, by_card);
}

struct deck deck_of(const struct workbook *book, struct arena *arena)
{
	size_t rows_len = book->deck_cards.len;
	struct deck deck = { .book = book, .is_chosen = rows_len > 0 };

	if (!rows_len)
		return all_cards(book, arena);
	const struct deck_card **rows = arena_new(arena, rows_len, sizeof *rows);
	for (size_t i = 0; i < rows_len; i++)
		rows[i] = &book->deck_cards.at[i];
	qsort(rows, rows_len, sizeof *rows, by_chosen_id);
	deck.at = arena_new(arena, rows_len, sizeof *deck.at);
	take_places(&deck, rows, rows_len);
	sort_places(&deck, arena);
	return deck;
}

const struct deck_place *deck_place_of(const struct deck *deck, const struct card *card)
{
	const struct deck_place key = { .card = card }, *wanted = &key;
	const struct deck_place **found =
		deck->is_chosen && deck->len ? bsearch(&wanted, deck->by_card, deck->len, sizeof *deck->by_card, by_card) : NULL;

	return found ? *found : NULL;
}

bool deck_holds(const struct deck *deck, const struct card *card)
{
	return !deck->is_chosen || deck_place_of(deck, card);
}

int64_t deck_number(const struct deck *deck, const struct card *card)
{
	const struct deck_place *place = deck_place_of(deck, card);

	if (!deck->is_chosen)
		return card->number;
	return place ? place->number : 0;
}

int64_t deck_last_number(const struct deck *deck)
{
	return deck->is_chosen && deck->len ? deck->at[deck->len - 1].number : 0;
}

/* --- which is meant --------------------------------------------------------------------------------------------------- */

struct meant {
	const char *words, *folded;
	bool is_number;
	long long number;
};

static bool is_meant(const struct deck *deck, const struct card *card, const struct meant *meant)
{
	struct buf key = { 0 };

	if (strcmp(card->id, meant->words) == 0)
		return true;
	if (meant->is_number)
		return (deck ? deck_number(deck, card) : card->number) == meant->number;
	text_fold(&key, card->name, strlen(card->name));
	bool same = strcmp(buf_text(&key), meant->folded) == 0;
	buf_done(&key);
	return same;
}

const struct card *deck_find(const struct workbook *book, const struct deck *deck, const char *words)
{
	struct buf folded = { 0 };
	const struct card *found = NULL;
	bool several = false;
	char *end;

	/* The key is narrow: an input method that is left on types １２. */
	text_fold(&folded, words, strlen(words));
	struct meant meant = { .words = words, .folded = buf_text(&folded), .number = strtoll(buf_text(&folded), &end, 10) };
	meant.is_number = folded.len > 0 && !*end;
	for (size_t i = 0; i < book->cards.len; i++) {
		if (!is_meant(deck, &book->cards.at[i], &meant))
			continue;
		several = found != NULL;
		found = &book->cards.at[i];
	}
	buf_done(&folded);
	return several ? NULL : found;
}

/* --- as facts --------------------------------------------------------------------------------------------------------- */

struct id deck_card_id(const char *workshop, const char *card)
{
	return id_between(workshop, card, 0);
}

static void set_number(const struct deck *deck, const struct deck_card *row, int64_t number, struct batch *batch)
{
	if (row->number == number)
		return;
	batch_add(batch, ENTITY_deck_card, workbook_workshop(deck->book)->id, row->id);
	batch_set_number(batch, FIELD_deck_card_number, number);
}

/* One that was taken out comes back under its old id. */
void deck_add(const struct deck *deck, const struct card *card, int64_t number, struct batch *batch)
{
	const char *workshop = workbook_workshop(deck->book)->id;
	const struct deck_place *place = deck_place_of(deck, card);

	if (place)
		return;
	batch_add(batch, ENTITY_deck_card, workshop, deck_card_id(workshop, card->id).text);
	batch_set_number(batch, FIELD_gone, 0);
	batch_set_text(batch, FIELD_deck_card_card, card->id);
	batch_set_number(batch, FIELD_deck_card_number, number);
}

void deck_remove(const struct deck *deck, const struct card *card, struct batch *batch)
{
	const struct deck_place *place = deck_place_of(deck, card);

	if (!place)
		return;
	batch_add(batch, ENTITY_deck_card, workbook_workshop(deck->book)->id, place->row->id);
	batch_set_number(batch, FIELD_gone, 1);
}

void deck_renumber(const struct deck *deck, struct batch *batch)
{
	for (size_t i = 0; deck->is_chosen && i < deck->len; i++)
		set_number(deck, deck->at[i].row, (int64_t)i + 1, batch);
}
