/* encoding.h - files as spreadsheets save them, into UTF-8.
 * Floor: text. Order: byte-order mark (UTF-8, UTF-16LE/BE), valid UTF-8, CP932 strictly (terminal.md 1,
 * field.md 5.2). */
#ifndef TEXT_ENCODING_H
#define TEXT_ENCODING_H

#include "base/buf.h"
#include "base/status.h"

#include <stddef.h>

/* Appends UTF-8 without a mark, or nothing. name: "utf-8", "cp932" (or "shift_jis", …), "utf-16" (or "utf-16le",
 * "utf-16be"), or NULL to find out; *ret_name (may be NULL) says what it was, in the first of these forms.
 * ST_INVALID names the line of the first byte that does not fit (a zero byte fits no text), and what to do; ST_IO
 * where the system cannot convert at all. What comes out is valid, not clean: see text_clean(). */
MUST_CHECK enum status encoding_to_utf8(const char *bytes, size_t len, const char *name, struct buf *out,
					const char **ret_name, struct fault *fault);

#endif
