#include "domain/card_finder.h"

#include "base/buf.h"
#include "text/fold.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct card_keys {
	const char *name, *kana, *strength, *offers;
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

static void fold_keys(struct card_finder *finder, const struct workbook *book)
{
	struct arena *arena = &finder->arena;

	finder->keys = arena_new(arena, book->cards.len ? book->cards.len : 1, sizeof *finder->keys);
	for (size_t i = 0; i < book->cards.len; i++) {
		const struct card *card = &book->cards.at[i];
		finder->keys[i] = (struct card_keys){ folded(arena, card->name), folded(arena, card->kana),
						      folded(arena, card->strength), folded(arena, card->offers) };
	}
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

static enum card_match match_card(const struct card *card, const struct card_keys *keys, const struct words *words)
{
	if (words->is_number && words->number == card->number)
		return CARD_MATCH_NUMBER;
	if (begins(keys->name, words) || begins(keys->kana, words))
		return CARD_MATCH_NAME_BEGINS;
	if (strstr(keys->name, words->text) || strstr(keys->kana, words->text))
		return CARD_MATCH_NAME;
	return strstr(keys->strength, words->text) || strstr(keys->offers, words->text) ? CARD_MATCH_STRENGTH : CARD_MATCH_NONE;
}

/* Behind all that match as well; the last one falls off where the list is full. */
static void insert(struct card_found *found, size_t len, size_t max, struct card_found fresh)
{
	size_t at = len < max ? len : max;

	while (at > 0 && found[at - 1].match < fresh.match)
		at--;
	if (at == max)
		return;
	size_t after = (len < max ? len : max - 1) - at;
	memmove(&found[at + 1], &found[at], after * sizeof *found);
	found[at] = fresh;
}

size_t card_finder_find(struct card_finder *finder, const struct workbook *book, const char *words, struct card_found *found,
			size_t max)
{
	struct buf key = { 0 };
	size_t len = 0;
	char *end;

	text_fold(&key, words, strlen(words));
	struct words typed = { .text = buf_text(&key), .len = key.len, .number = strtoll(buf_text(&key), &end, 10) };
	typed.is_number = key.len > 0 && !*end;
	if (key.len > 0 && !finder->keys)
		fold_keys(finder, book);
	for (size_t i = 0; key.len > 0 && i < book->cards.len; i++) {
		struct card_found fresh = { .card = &book->cards.at[i],
					    .match = match_card(&book->cards.at[i], &finder->keys[i], &typed) };
		if (fresh.match != CARD_MATCH_NONE)
			insert(found, len++, max, fresh);
	}
	buf_done(&key);
	return len;
}
