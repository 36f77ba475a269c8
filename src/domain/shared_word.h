/* shared_word.h - a word that two texts share, without a dictionary: runs of kanji, katakana or letters.
 * Private to domain. */
#ifndef DOMAIN_SHARED_WORD_H
#define DOMAIN_SHARED_WORD_H

#include <stddef.h>

/* The longest word of the text that the other, given by its fold key, holds, too: within the text, and so many bytes long;
 * 0: none. Part of a run of kanji is a word, too; one of katakana or letters would mean something else. */
const char *shared_word(const char *text, const char *folded, size_t *ret_len);

#endif
