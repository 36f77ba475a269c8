/* text.h - UTF-8 text at the doors: valid, clean, and otherwise just as it was typed.
 * Floor: text. Columns are those of text/cell.h. */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* May these bytes be kept and sent anywhere? Valid UTF-8 without controls (C0, DEL, C1), noncharacters, line
 * separators, and what shows nothing by itself (format characters Cf and Default_Ignorable: direction overrides,
 * zero-width spaces, BOM, tags, fillers), but with selectors after a kanji or an emoji, joiners between emoji, and
 * the keycap on its digit. With `lines`, LF and TAB are allowed. Private use and what is newer than we are stays.
 * Source: storage.md 5, terminal.md 1.2. */
bool text_is_clean(const char *bytes, size_t len, bool lines);

/* Appends bytes made clean: what may not be kept is dropped, each invalid byte becomes U+FFFD, and CR, CRLF, VT,
 * FF, NEL and U+2028/2029 become LF (or, without `lines`, a run of line feeds and TABs becomes one space). Clean
 * text stays as it is. The one sanitiser for every door in and every sink out. */
void text_clean(struct buf *out, const char *bytes, size_t len, bool lines);

/* The code point at *at (which must be < end), advancing; -1 for an invalid byte, advancing by one. */
int32_t text_next_code_point(const char **at, const char *end);
void text_add_code_point(struct buf *out, int32_t code_point);

/* The byte after the cluster that begins at `at`; the start of the one that ends there, or that holds the byte
 * before it. Clusters are extended grapheme clusters (UAX 29); one that shows nothing joins its neighbour. These
 * are the places where a cursor may stand and text may be cut. */
size_t text_cluster_end(const char *text, size_t len, size_t at);
size_t text_cluster_start(const char *text, size_t len, size_t at);

/* Without the white space (ASCII, U+3000, NBSP) at both ends: a view into text. */
const char *text_trim(const char *text, size_t len, size_t *ret_len);

#endif
