#include "shared_word.h"

#include "base/buf.h"
#include "text/fold.h"
#include "text/text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum script { SCRIPT_NONE, SCRIPT_KANJI, SCRIPT_KATAKANA, SCRIPT_LETTERS };

/* Of what words of things are made; hiragana mostly joins them. */
static enum script script_of(int32_t point)
{
	if ((point >= 0x3400 && point <= 0x9FFF) || (point >= 0xF900 && point <= 0xFAFF) || point == 0x3005 || point >= 0x20000)
		return SCRIPT_KANJI;
	if ((point >= 0x30A1 && point <= 0x30FA) || point == 0x30FC || (point >= 0xFF66 && point <= 0xFF9F))
		return SCRIPT_KATAKANA;
	if ((point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z'))
		return SCRIPT_LETTERS;
	return SCRIPT_NONE;
}

static bool holds(const char *folded, const char *text, size_t len)
{
	struct buf key = { 0 };

	text_fold(&key, text, len);
	bool found = key.len > 0 && strstr(folded, buf_text(&key)) != NULL;
	buf_done(&key);
	return found;
}

/* The longest beginning of a run, of two characters or more, that the folded text holds; 0: none. */
static size_t shared_len(const char *run, size_t len, enum script script, const char *folded)
{
	const char *at = run;
	size_t best = 0, points = 0;

	while (at < run + len) {
		text_next_code_point(&at, run + len);
		size_t taken = (size_t)(at - run);
		bool may_end = script == SCRIPT_KANJI || taken == len;
		if (++points >= 2 && may_end && holds(folded, run, taken))
			best = taken;
	}
	return best;
}

static size_t run_len(const char *text, const char *end, enum script *ret_script)
{
	const char *at = text;

	*ret_script = script_of(text_next_code_point(&at, end));
	while (at < end) {
		const char *next = at;
		if (script_of(text_next_code_point(&next, end)) != *ret_script)
			break;
		at = next;
	}
	return (size_t)(at - text);
}

const char *shared_word(const char *text, const char *folded, size_t *ret_len)
{
	const char *end = text + strlen(text), *word = text;
	size_t best = 0;

	for (const char *at = text; at < end;) {
		enum script script;
		size_t len = run_len(at, end, &script);
		for (const char *from = at; script != SCRIPT_NONE && from < at + len;) {
			size_t shared = shared_len(from, (size_t)(at + len - from), script, folded);
			if (shared > best) {
				best = shared;
				word = from;
			}
			if (script != SCRIPT_KANJI)
				break;
			text_next_code_point(&from, at + len);
		}
		at += len;
	}
	*ret_len = best;
	return word;
}

/* --- for many ------------------------------------------------------------------------------------------------------------- */

struct gathering {
	struct arena *arena;
	struct sharable *words; /* NULL while they are counted */
	size_t len;
};

static void gather_word(struct gathering *gathering, const char *word, size_t len)
{
	struct buf key = { 0 };

	if (gathering->words) {
		text_fold(&key, word, len);
		gathering->words[gathering->len] = (struct sharable){ arena_copy_len(gathering->arena, word, len),
								      arena_copy(gathering->arena, buf_text(&key)) };
	}
	gathering->len++;
	buf_done(&key);
}

static void gather_from(struct gathering *gathering, const char *run, size_t len, enum script script)
{
	const char *at = run;
	size_t points = 0;

	while (at < run + len) {
		text_next_code_point(&at, run + len);
		size_t taken = (size_t)(at - run);
		if (++points >= 2 && (script == SCRIPT_KANJI || taken == len))
			gather_word(gathering, run, taken);
	}
}

static void gather_all(struct gathering *gathering, const char *text)
{
	const char *end = text + strlen(text);

	for (const char *at = text; at < end;) {
		enum script script;
		size_t len = run_len(at, end, &script);
		for (const char *from = at; script != SCRIPT_NONE && from < at + len;) {
			gather_from(gathering, from, (size_t)(at + len - from), script);
			if (script != SCRIPT_KANJI)
				break;
			text_next_code_point(&from, at + len);
		}
		at += len;
	}
}

static int by_length(const void *a, const void *b)
{
	const struct sharable *one = a, *other = b;
	size_t left = strlen(one->word), right = strlen(other->word);

	return left != right ? (left > right ? -1 : 1) : strcmp(one->word, other->word);
}

size_t sharable_words(const char *text, struct arena *arena, struct sharable **ret_words)
{
	struct gathering gathering = { .arena = arena };

	gather_all(&gathering, text);
	gathering.words = arena_new(arena, gathering.len, sizeof *gathering.words);
	gathering.len = 0;
	gather_all(&gathering, text);
	if (gathering.len)
		qsort(gathering.words, gathering.len, sizeof *gathering.words, by_length);
	*ret_words = gathering.words;
	return gathering.len;
}
