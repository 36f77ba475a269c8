/* fold.h - the key to compare and search by, never shown: blind to width, case, kana and common variants.
 * Floor: text. Steps in order (terminal.md 1, "Search key"): U+309B/C to combining, NFKC, case fold, NFC, katakana to
 * hiragana, selectors and format characters out, hyphens and wave dashes unified, name variants (髙 高 …) unified. */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

void text_fold(struct buf *out, const char *text, size_t len); /* appends the key */
bool text_holds(const char *text, const char *folded_part);    /* does fold(text) contain the part, already folded? */
bool text_holds_words(const char *text, const char *folded_words); /* all of the words, parted by blanks, wherever they stand? */

#endif
