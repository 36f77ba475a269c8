#include "engine/door.h"

#include "base/mem.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

enum { NO_FIT = -1, FIT_BEGINNING, FIT_WORD, FIT_PART };

/* Names are typed with a blank between family and given name, or without. */
static bool begins(const char *text, const char *key)
{
	for (; *key; text += *text != '\0') {
		if (*text == ' ')
			continue;
		if (*text != *key++)
			return false;
	}
	return true;
}

static int better(int one, int other)
{
	if (one < 0 || other < 0)
		return one < 0 ? other : one;
	return one < other ? one : other;
}

static int fit_text(const char *text, const char *key)
{
	struct buf folded = { 0 };
	int fit = NO_FIT;

	text_fold(&folded, text, strlen(text));
	for (const char *all = buf_text(&folded), *at = all; *at; at++)
		if (begins(at, key))
			fit = better(fit, at == all ? FIT_BEGINNING : at[-1] == ' ' ? FIT_WORD : FIT_PART);
	buf_done(&folded);
	return fit;
}

static int fit_person(const struct person *person, const char *key)
{
	return better(fit_text(person->kana, key), fit_text(person->name, key));
}

static void add_key(const char *typed, struct buf *out)
{
	struct buf folded = { 0 };

	text_fold(&folded, typed, strlen(typed));
	for (size_t i = 0; i < folded.len; i++)
		if (folded.bytes[i] != ' ')
			buf_add_char(out, folded.bytes[i]);
	buf_done(&folded);
}

struct match {
	const struct guest *guest;
	int fit;
};

static bool is_awaited(const struct guest *guest)
{
	return guest->said.presence == PRESENCE_UNSAID;
}

static int compare(const void *a, const void *b)
{
	const struct match *one = a, *other = b;
	const int orders[] = {
		one->fit - other->fit,
		is_awaited(other->guest) - is_awaited(one->guest),
		(other->guest->said.status == REPLY_COMING) - (one->guest->said.status == REPLY_COMING),
	};

	for (size_t i = 0; i < COUNT(orders); i++)
		if (orders[i])
			return orders[i];
	return (one->guest > other->guest) - (one->guest < other->guest);
}

size_t door_find(const struct guests *guests, const char *typed, struct arena *arena, const struct guest ***ret_found)
{
	struct match *matches = mem_new(guests->len, sizeof *matches);
	struct buf key = { 0 };
	size_t len = 0;

	add_key(typed, &key);
	for (size_t i = 0; i < guests->len; i++) {
		int fit = key.len ? fit_person(guests->at[i].person, buf_text(&key)) : FIT_BEGINNING;
		if (fit != NO_FIT)
			matches[len++] = (struct match){ &guests->at[i], fit };
	}
	qsort(matches, len, sizeof *matches, compare);
	*ret_found = arena_new(arena, len, sizeof **ret_found);
	for (size_t i = 0; i < len; i++)
		(*ret_found)[i] = matches[i].guest;
	buf_done(&key);
	free(matches);
	return len;
}
