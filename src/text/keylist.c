#include "text/keylist.h"

#include "base/mem.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

void keylist_add(struct keylist *list, const char *text, size_t len)
{
	if (list->len == list->room) {
		list->room = list->room ? list->room * 2 : 256;
		list->starts = mem_grow(list->starts, list->room, sizeof *list->starts);
	}
	list->starts[list->len++] = list->keys.len;
	text_fold(&list->keys, text, len);
	buf_add_char(&list->keys, '\0');
}

void keylist_done(struct keylist *list)
{
	buf_done(&list->keys);
	free(list->starts);
	*list = (struct keylist){ 0 };
}

static size_t end_of(const struct keylist *list, size_t row)
{
	return row < list->len ? list->starts[row] : list->keys.len;
}

/* The last byte of a character tells more than the first, which all kana have in common. */
static const char *find_word(const char *at, const char *end, const char *word, size_t len)
{
	for (at += len - 1; at < end; at++) {
		at = memchr(at, word[len - 1], (size_t)(end - at));
		if (!at)
			break;
		if (memcmp(at - (len - 1), word, len) == 0)
			return at - (len - 1);
	}
	return NULL;
}

/* The next word, and moves past it; 0: there is none. */
static size_t take_word(const char **words, const char **ret_word)
{
	*ret_word = *words + strspn(*words, " ");
	size_t len = strcspn(*ret_word, " ");
	*words = *ret_word + len;
	return len;
}

bool keylist_holds(const struct keylist *list, size_t row, const char *words)
{
	const char *key = list->keys.bytes + list->starts[row], *end = list->keys.bytes + end_of(list, row + 1), *word;
	size_t len;

	while ((len = take_word(&words, &word)))
		if ((size_t)(end - key) < len || !find_word(key, end, word, len))
			return false;
	return true;
}

/* In which row of from … to - 1 a place is. */
static size_t row_of(const struct keylist *list, size_t from, size_t to, size_t place)
{
	while (to - from > 1) {
		size_t middle = from + (to - from) / 2;
		if (list->starts[middle] <= place)
			from = middle;
		else
			to = middle;
	}
	return from;
}

/* All the way for the first word; the others are asked for where that one is. */
size_t keylist_find(const struct keylist *list, size_t from, size_t to, const char *words)
{
	const char *rest = words, *word;
	size_t len = take_word(&rest, &word);

	while (from < to && len) {
		const char *at = list->keys.bytes + list->starts[from], *end = list->keys.bytes + end_of(list, to);
		at = (size_t)(end - at) < len ? NULL : find_word(at, end, word, len);
		if (!at)
			return to;
		from = row_of(list, from, to, (size_t)(at - list->keys.bytes));
		if (keylist_holds(list, from, rest))
			return from;
		from++;
	}
	return from;
}
