#include "domain/card_finder.h"

#include "base/buf.h"
#include "domain/deck.h"
#include "text/fold.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum use { USED_NEVER, USED_ELSEWHERE, USED_HERE };

struct card_keys {
	const char *name, *kana, *strength, *offers, *area, *needs;
	int64_t number; /* in the workshop's deck */
	bool is_chosen; /* it is in the deck */
	enum use use;
	struct stamp used; /* the newest time, here where it is used here */
};

void card_finder_forget(struct card_finder *finder)
{
	arena_done(&finder->arena);
	*finder = (struct card_finder){ 0 };
}

static const char *folded(struct arena *arena, const char *text)
{
	struct buf key = { 0 };

	text_fold(&key, text, strlen(text));
	const char *copy = arena_copy_len(arena, buf_text(&key), key.len);
	buf_done(&key);
	return copy;
}

static const char *table_of(const struct workbook *book, const struct step *step)
{
	const struct storyline *storyline =
		(const struct storyline *)(const void *)workbook_find(book, ENTITY_storyline, step->storyline);

	return storyline ? storyline->table : "";
}

static void note_use(struct card_keys *keys, enum use use, struct stamp stamp)
{
	if (use < keys->use || (use == keys->use && stamp_compare(stamp, keys->used) < 0))
		return;
	keys->use = use;
	keys->used = stamp;
}

/* A need that the card answers, one line each. */
static void add_need(struct card_finder *finder, const struct workbook *book, const char *id, struct card_keys *keys)
{
	const struct need *need = (const struct need *)(const void *)workbook_find(book, ENTITY_need, id);
	struct buf all = { 0 };

	if (!need)
		return;
	buf_addf(&all, "%s\n%s %s", keys->needs, need->text, need->category);
	keys->needs = folded(&finder->arena, buf_text(&all));
	buf_done(&all);
}

static void note_uses(struct card_finder *finder, const struct workbook *book, const char *table)
{
	for (size_t i = 0; i < book->supports.len; i++) {
		const struct support *support = &book->supports.at[i];
		const struct card *card = workbook_card(book, support->card);
		const struct step *step = (const struct step *)(const void *)workbook_find(book, ENTITY_step, support->step);
		if (!card || !step)
			continue;
		struct card_keys *keys = &finder->keys[card - book->cards.at];
		bool is_here = *table && strcmp(table_of(book, step), table) == 0;
		note_use(keys, is_here ? USED_HERE : USED_ELSEWHERE, support->born);
		add_need(finder, book, step->need, keys);
	}
}

static void fold_keys(struct card_finder *finder, const struct workbook *book, const char *table)
{
	struct arena *arena = &finder->arena;
	struct deck deck = deck_of(book, arena);

	finder->keys = arena_new(arena, book->cards.len ? book->cards.len : 1, sizeof *finder->keys);
	for (size_t i = 0; i < book->cards.len; i++) {
		const struct card *card = &book->cards.at[i];
		finder->keys[i] = (struct card_keys){
			.name = folded(arena, card->name),
			.kana = folded(arena, card->kana),
			.strength = folded(arena, card->strength),
			.offers = folded(arena, card->offers),
			.area = folded(arena, card->area),
			.needs = "",
			.number = deck_number(&deck, card),
			.is_chosen = deck_holds(&deck, card),
		};
	}
	note_uses(finder, book, table);
}

/* What was typed, folded, and as a number where it is one: folding makes １２ narrow. */
struct words {
	const char *text;
	size_t len;
	bool is_number;
	long long number;
};

static bool begins(const char *key, const struct words *words)
{
	return strncmp(key, words->text, words->len) == 0;
}

static bool suggests(const struct card_keys *keys, const char *word)
{
	return strstr(keys->strength, word) || strstr(keys->offers, word) || strstr(keys->area, word) || strstr(keys->needs, word);
}

static bool holds(const struct card_keys *keys, const char *word)
{
	return strstr(keys->name, word) || strstr(keys->kana, word) || suggests(keys, word);
}

/* Each of several words, wherever it stands. */
static bool holds_all(const struct card_keys *keys, const char *words)
{
	struct buf word = { 0 };
	bool all = true;

	while (all && *words) {
		size_t len = strcspn(words, " ");
		buf_clear(&word);
		buf_add(&word, words, len);
		all = holds(keys, buf_text(&word));
		words += len + strspn(words + len, " ");
	}
	buf_done(&word);
	return all;
}

static enum card_match match_card(const struct card_keys *keys, const struct words *words)
{
	if (words->len == 0)
		return keys->use == USED_NEVER ? CARD_MATCH_NONE : CARD_MATCH_USED;
	if (words->is_number && words->number == keys->number)
		return CARD_MATCH_NUMBER;
	if (begins(keys->name, words) || begins(keys->kana, words))
		return CARD_MATCH_NAME_BEGINS;
	if (strstr(keys->name, words->text) || strstr(keys->kana, words->text))
		return CARD_MATCH_NAME;
	return suggests(keys, words->text) || holds_all(keys, words->text) ? CARD_MATCH_STRENGTH : CARD_MATCH_NONE;
}

/* What was chosen for the workshop goes before all else; of that, what is found in a better place, and then what is in use. */
static bool goes_before(const struct card_finder *finder, const struct workbook *book, const struct card_found *one,
			const struct card_found *other)
{
	const struct card_keys *a = &finder->keys[one->card - book->cards.at], *b = &finder->keys[other->card - book->cards.at];

	if (a->is_chosen != b->is_chosen)
		return a->is_chosen;
	if (one->match != other->match)
		return one->match > other->match;
	if (a->use != b->use)
		return a->use > b->use;
	return stamp_compare(a->used, b->used) > 0;
}

/* Behind all that are as good; the last one falls off where the list is full. */
static void insert(const struct card_finder *finder, const struct workbook *book, struct card_found *found, size_t len, size_t max,
		   struct card_found fresh)
{
	size_t at = len < max ? len : max;

	while (at > 0 && goes_before(finder, book, &fresh, &found[at - 1]))
		at--;
	if (at == max)
		return;
	size_t after = (len < max ? len : max - 1) - at;
	memmove(&found[at + 1], &found[at], after * sizeof *found);
	found[at] = fresh;
}

size_t card_finder_find(struct card_finder *finder, const struct workbook *book, const char *table, const char *words,
			struct card_found *found, size_t max)
{
	struct buf key = { 0 };
	size_t len = 0;
	char *end;

	text_fold(&key, words, strlen(words));
	struct words typed = { .text = buf_text(&key), .len = key.len, .number = strtoll(buf_text(&key), &end, 10) };
	typed.is_number = key.len > 0 && !*end;
	if (!finder->keys)
		fold_keys(finder, book, table);
	for (size_t i = 0; i < book->cards.len; i++) {
		struct card_found fresh = { .card = &book->cards.at[i],
					    .number = finder->keys[i].number,
					    .match = match_card(&finder->keys[i], &typed) };
		if (fresh.match != CARD_MATCH_NONE)
			insert(finder, book, found, len++, max, fresh);
	}
	buf_done(&key);
	return len;
}
