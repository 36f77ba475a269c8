/* shared_word.h - a word that two texts share, without a dictionary: runs of kanji, katakana or letters.
 * Private to domain. */
#ifndef DOMAIN_SHARED_WORD_H
#define DOMAIN_SHARED_WORD_H

#include "base/arena.h"

#include <stddef.h>

/* The longest word of the text that the other, given by its fold key, holds, too: within the text, and so many bytes long;
 * 0: none. Part of a run of kanji is a word, too; one of katakana or letters would mean something else. */
const char *shared_word(const char *text, const char *folded, size_t *ret_len);

/* For one text and many others: all words that it could share, the longest first, each as it is written and as it is looked for.
 * The first that another's fold key holds is as long as the one that shared_word() would say. Live in the arena. */
struct sharable {
	const char *word, *folded;
};
size_t sharable_words(const char *text, struct arena *arena, struct sharable **ret_words);

#endif
