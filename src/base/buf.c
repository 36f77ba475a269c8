#include "base/buf.h"

#include "base/mem.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void make_room(struct buf *buf, size_t more)
{
	size_t need = buf->len + more + 1;
	size_t room = buf->room ? buf->room : 64;

	if (need <= buf->room)
		return;
	while (room < need)
		room *= 2;
	buf->bytes = mem_grow(buf->bytes, room, 1);
	buf->room = room;
	buf->bytes[buf->len] = '\0';
}

void buf_add(struct buf *buf, const void *bytes, size_t len)
{
	make_room(buf, len);
	if (len)
		memcpy(buf->bytes + buf->len, bytes, len);
	buf->len += len;
	buf->bytes[buf->len] = '\0';
}

void buf_add_text(struct buf *buf, const char *text)
{
	buf_add(buf, text, strlen(text));
}

void buf_add_char(struct buf *buf, char c)
{
	buf_add(buf, &c, 1);
}

void buf_addf(struct buf *buf, const char *format, ...)
{
	va_list args;
	char nowhere[1];
	int len;

	va_start(args, format);
	len = vsnprintf(nowhere, sizeof nowhere, format, args);
	va_end(args);
	assert(len >= 0);
	make_room(buf, (size_t)len);
	va_start(args, format);
	vsnprintf(buf->bytes + buf->len, (size_t)len + 1, format, args);
	va_end(args);
	buf->len += (size_t)len;
}

void buf_insert(struct buf *buf, size_t at, const void *bytes, size_t len)
{
	assert(at <= buf->len);
	make_room(buf, len);
	memmove(buf->bytes + at + len, buf->bytes + at, buf->len - at + 1);
	if (len)
		memcpy(buf->bytes + at, bytes, len);
	buf->len += len;
}

void buf_remove(struct buf *buf, size_t at, size_t len)
{
	assert(at + len <= buf->len);
	if (!len)
		return;
	memmove(buf->bytes + at, buf->bytes + at + len, buf->len - at - len + 1);
	buf->len -= len;
}

void buf_clear(struct buf *buf)
{
	buf->len = 0;
	if (buf->bytes)
		buf->bytes[0] = '\0';
}

void buf_done(struct buf *buf)
{
	free(buf->bytes);
	*buf = (struct buf){ 0 };
}

const char *buf_text(const struct buf *buf)
{
	return buf->bytes ? buf->bytes : "";
}

char *buf_steal(struct buf *buf)
{
	char *bytes = buf->bytes ? buf->bytes : mem_copy("");

	*buf = (struct buf){ 0 };
	return bytes;
}
