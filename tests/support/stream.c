#include "support/stream.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uninorm.h>
#include <wchar.h>

enum { GROUND, ESCAPE, CHARSET, CSI, STRING, STRING_ESCAPE };

static void complain(struct stream *stream, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void complain(struct stream *stream, const char *format, ...)
{
	va_list args;
	int len;

	if (stream->complaint[0])
		return;
	len = snprintf(stream->complaint, sizeof stream->complaint, "byte %zu: ", stream->at);
	va_start(args, format);
	vsnprintf(stream->complaint + len, sizeof stream->complaint - (size_t)len, format, args);
	va_end(args);
}

static void read_character(struct stream *stream, uint32_t point)
{
	bool is_mark = point == 0x3099 || point == 0x309A;

	if (point >= 0xFE00 && point <= 0xFE0F)
		complain(stream, "variation selector U+%04X", point);
	else if (uc_is_general_category(point, UC_FORMAT))
		complain(stream, "format character U+%04X", point);
	else if (wcwidth((wchar_t)point) < 0)
		complain(stream, "unprintable U+%04X", point);
	else if (is_mark && uc_composition(stream->base, point))
		complain(stream, "U+%04X after U+%04X, which compose", point, stream->base);
	if (wcwidth((wchar_t)point) > 0)
		stream->base = point;
}

static void set_modes(struct stream *stream, bool on)
{
	char *rest = stream->sequence + 1;

	do {
		long mode = strtol(rest + 1, &rest, 10);
		if (mode > 0 && mode < STREAM_MODES)
			stream->modes[mode] = on;
	} while (*rest == ';');
}

/* Finals that terminal descriptions use; n asks where the cursor is, and ? c is the Linux console's cursor. */
static bool is_usual(const char *sequence, char final)
{
	if (final == 'n')
		return !strcmp(sequence, "[6n");
	if (final == 'c')
		return sequence[1] == '?';
	return strchr("ABCDEFGHIJKLMPSTXZ@`abdefghlmrt", final);
}

static void end_csi(struct stream *stream)
{
	char final = stream->sequence[stream->sequence_len - 1];

	if (!is_usual(stream->sequence, final))
		complain(stream, "sequence ESC %s", stream->sequence);
	if (stream->sequence[1] == '?' && (final == 'h' || final == 'l'))
		set_modes(stream, final == 'h');
}

/* Titles, and resetting the palette: xterm's and the Linux console's way. */
static void end_string(struct stream *stream)
{
	const char *s = stream->sequence;

	if (strncmp(s, "]0;", 3) && strncmp(s, "]2;", 3) && strcmp(s, "]104") && strcmp(s, "]R"))
		complain(stream, "string ESC %.40s", s);
}

static void read_control(struct stream *stream, unsigned char byte)
{
	if (byte == '\033') {
		stream->state = ESCAPE;
		stream->sequence_len = 0;
	} else if (!byte || !strchr("\a\b\t\n\r\016\017", byte)) {
		complain(stream, "control 0x%02X", byte);
	}
}

static void read_ground(struct stream *stream, unsigned char byte)
{
	if (stream->missing && (byte & 0xC0) == 0x80) {
		stream->point = stream->point << 6 | (byte & 0x3F);
		if (--stream->missing == 0)
			read_character(stream, stream->point);
		return;
	}
	if (stream->missing || (byte & 0xC0) == 0x80 || byte >= 0xF8)
		complain(stream, "invalid UTF-8 at 0x%02X", byte);
	stream->missing = 0;
	if (byte < 0x20 || byte == 0x7F) {
		read_control(stream, byte);
	} else if (byte < 0x80) {
		read_character(stream, byte);
	} else {
		stream->missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
		stream->point = byte & (0x3F >> stream->missing);
	}
}

static void keep(struct stream *stream, unsigned char byte)
{
	if (stream->sequence_len + 1 < sizeof stream->sequence)
		stream->sequence[stream->sequence_len++] = (char)byte;
	stream->sequence[stream->sequence_len] = '\0';
}

static void read_escape(struct stream *stream, unsigned char byte)
{
	keep(stream, byte);
	stream->state = GROUND;
	if (byte == '[')
		stream->state = CSI;
	else if (byte == ']' || byte == 'P' || byte == '_' || byte == '^' || byte == 'X')
		stream->state = STRING;
	else if (byte == '(' || byte == ')')
		stream->state = CHARSET;
	else if (!strchr("78=>cDEHMg", byte))
		complain(stream, "sequence ESC %s", stream->sequence);
}

static void read_string(struct stream *stream, unsigned char byte)
{
	bool is_linux_palette = !strcmp(stream->sequence, "]R");

	if (byte == '\a' || (stream->state == STRING_ESCAPE && byte == '\\') || is_linux_palette) {
		stream->state = GROUND;
		end_string(stream);
		if (is_linux_palette)
			stream_read(stream, (const char *)&byte, 1);
	} else if (byte == '\033') {
		stream->state = STRING_ESCAPE;
	} else {
		keep(stream, byte);
	}
}

static void read_byte(struct stream *stream, unsigned char byte)
{
	switch (stream->state) {
	case ESCAPE:
		read_escape(stream, byte);
		break;
	case CHARSET:
		stream->state = GROUND;
		break;
	case CSI:
		keep(stream, byte);
		if (byte >= 0x40 && byte <= 0x7E) {
			stream->state = GROUND;
			end_csi(stream);
		}
		break;
	case STRING:
	case STRING_ESCAPE:
		read_string(stream, byte);
		break;
	default:
		read_ground(stream, byte);
	}
}

void stream_read(struct stream *stream, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++, stream->at++)
		read_byte(stream, (unsigned char)bytes[i]);
}
