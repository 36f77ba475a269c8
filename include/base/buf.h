/* buf.h - growing bytes, always ended by a NUL that is not counted.
 * Floor: base. Zeroed is a valid empty buffer; buf_text() of it is "". Cannot fail (mem.h). */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/status.h"

#include <stddef.h>

struct buf {
	char *bytes; /* NULL while nothing was ever added: read through buf_text() */
	size_t len;
	size_t room;
};

void buf_add(struct buf *buf, const void *bytes, size_t len);
void buf_add_text(struct buf *buf, const char *text);
void buf_add_char(struct buf *buf, char c);
void buf_addf(struct buf *buf, const char *format, ...) PRINTF(2);
void buf_insert(struct buf *buf, size_t at, const void *bytes, size_t len);
void buf_remove(struct buf *buf, size_t at, size_t len);
void buf_clear(struct buf *buf); /* empty, memory kept for reuse */
void buf_done(struct buf *buf);  /* empty, memory freed; may be called twice */

const char *buf_text(const struct buf *buf); /* borrowed until the next change */
char *buf_steal(struct buf *buf);            /* the caller owns it (free); the buffer is empty afterwards */

#endif
