/* grams.h - folded text cut into its pieces of one, two and three characters: the tokens of the index.
 * Private to store. An index of words knows no Japanese, which is written without blanks; one of three characters
 * cannot answer for two, and most words have two. No piece holds a blank, so no line runs into the next. */
#ifndef STORE_GRAMS_H
#define STORE_GRAMS_H

#include <sqlite3.h>
#include <stddef.h>

enum { GRAM_CHARS = 3, GRAM_BYTES_MAX = GRAM_CHARS * 4 };

/* Makes the tokenizer `grams` known to a connection: whoever touches the index needs it. The result code. */
int grams_register(sqlite3 *db);

/* Is handed each piece of a text, those that come again too; stops at the first code that is not SQLITE_OK. */
typedef int gram_visit(void *ctx, const char *piece, size_t len);
int grams_each(const char *text, size_t len, gram_visit *visit, void *ctx);

/* A piece of a text. Borrowed from it. */
struct gram {
	const char *at;
	size_t len;
};
/* What a text that holds `word` must have: the word itself up to three characters, else its pieces of three, at most
 * max of them, from its beginning. Returns how many. */
size_t grams_of_word(const char *word, struct gram *grams, size_t max);

#endif
