/* word.h - where words begin and end, for moving and deleting by word.
 * Floor: text, private. UAX 29 ends a word after every kanji; here it is a run of one script, with the hiragana
 * after it. */
#ifndef TEXT_WORD_H
#define TEXT_WORD_H

#include <stddef.h>

size_t word_end(const char *text, size_t len, size_t at);   /* of the word at or after `at` */
size_t word_start(const char *text, size_t len, size_t at); /* of the word that ends at or before `at`, or holds it */

#endif
