/* cards_deck.c - the directory of cards, opened at a workshop: which of them lie on its tables, and by what number. */
#include "cards.h"

#include "base/i18n.h"

#include <inttypes.h>
#include <stdio.h>

static struct cards *cards_of(const struct console *console)
{
	return console->state;
}

static bool has_workshop(const struct console *console)
{
	return workbook_workshop(&console->book) != NULL;
}

void cards_deck_look(struct console *console)
{
	struct cards *cards = cards_of(console);

	arena_done(&cards->deck_arena);
	cards->deck = deck_of(&console->book, &cards->deck_arena);
}

int64_t cards_deck_number(const struct console *console, const struct card *card)
{
	const struct deck_place *place = deck_place_of(&cards_of(console)->deck, card);

	return place ? place->number : 0;
}

size_t cards_deck_place(const struct console *console, const struct row *row)
{
	return deck_place_of(&cards_of(console)->deck, (const struct card *)(const void *)row) ? CARDS_IN_DECK : CARDS_NOT_IN_DECK;
}

static bool may_choose(struct console *console)
{
	if (!has_workshop(console))
		console_say(console, "%s", _("Cards are chosen for a workshop: open this list from it."));
	return has_workshop(console);
}

void cards_choose(struct console *console)
{
	const struct deck *deck = &cards_of(console)->deck;
	const struct card *card = (const struct card *)(const void *)directory_row(console);
	struct batch *batch = &console->effects.batch;
	char done[160];

	if (!card || !may_choose(console))
		return;
	const struct deck_place *place = deck_place_of(deck, card);
	if (place) {
		deck_remove(deck, card, batch);
		snprintf(done, sizeof done, "%s", _("Taken out of the workshop’s cards."));
	} else {
		int64_t number = deck_last_number(deck) + 1;
		deck_add(deck, card, number, batch);
		snprintf(done, sizeof done, _("It is number %" PRId64 " of the workshop’s cards."), number);
	}
	directory_write(console, WRITING_CHANGE, done);
	directory_aim(console, card->id);
}

/* What is shown is chosen at once: after a filter by area, say. */
void cards_choose_shown(struct console *console)
{
	const struct deck *deck = &cards_of(console)->deck;
	const struct directory *directory = directory_of(console);
	int64_t number = deck_last_number(deck), before = number;
	char done[160];

	if (!may_choose(console))
		return;
	for (size_t i = 0; i < directory->len; i++) {
		const struct card *card = (const struct card *)(const void *)directory->rows[i];
		if (!deck_place_of(deck, card))
			deck_add(deck, card, ++number, &console->effects.batch);
	}
	snprintf(done, sizeof done, _("Cards chosen: %" PRId64 "."), number - before);
	if (number == before)
		console_say(console, "%s", _("All of these are chosen already."));
	directory_write(console, WRITING_CHANGE, done);
}

void cards_renumber(struct console *console)
{
	if (!may_choose(console))
		return;
	deck_renumber(&cards_of(console)->deck, &console->effects.batch);
	if (!console->effects.batch.len)
		console_say(console, "%s", _("They are numbered from 1 on already."));
	directory_write(console, WRITING_CHANGE, _("Numbered from 1 on."));
}
