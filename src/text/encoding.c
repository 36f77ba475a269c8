#include "text/encoding.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>

/* The first name of an encoding is ours, the others are what people and programs call it, too. */
struct encoding {
	const char *const names[6];
	const char *mark; /* byte-order mark */
	size_t mark_len;
};

enum { UTF_8, UTF_16LE, UTF_16BE, CP932, ENCODING_COUNT };

/* CP932, not Shift_JIS: glibc's SHIFT_JIS knows neither ① nor 髙, and takes a backslash for ¥. */
static const struct encoding encodings[ENCODING_COUNT] = {
	[UTF_8]    = { { "utf-8", "utf8" }, "\xEF\xBB\xBF", 3 },
	[UTF_16LE] = { { "utf-16le", "utf-16", "utf16", "unicode" }, "\xFF\xFE", 2 },
	[UTF_16BE] = { { "utf-16be" }, "\xFE\xFF", 2 },
	[CP932]    = { { "cp932", "shift_jis", "shift-jis", "sjis", "windows-31j", "ms932" }, "", 0 },
};

static bool is_called(const struct encoding *encoding, const char *name)
{
	for (size_t i = 0; i < COUNT(encoding->names) && encoding->names[i]; i++) {
		if (strcasecmp(encoding->names[i], name) == 0)
			return true;
	}
	return false;
}

static bool is_marked(const struct encoding *encoding, const char *bytes, size_t len)
{
	size_t mark_len = encoding->mark_len;

	return mark_len && len >= mark_len && memcmp(bytes, encoding->mark, mark_len) == 0;
}

/* 1 for the first. Lines end with LF, CRLF or, from an old Macintosh, CR. */
static size_t line_number(const char *text, size_t len)
{
	size_t line = 1;

	for (size_t i = 0; i < len; i++)
		line += text[i] == '\n' || (text[i] == '\r' && (i + 1 == len || text[i + 1] != '\n'));
	return line;
}

/* Adds what can be converted; the line where it cannot go on, or 0. */
static size_t convert(iconv_t door, const char *bytes, size_t len, struct buf *out)
{
	char piece[4096], *from = (char *)bytes; /* iconv() does not write there */
	size_t start = out->len;
	bool failed = false;

	while (len && !failed) {
		char *to = piece;
		size_t room = sizeof piece;
		failed = iconv(door, &from, &len, &to, &room) == (size_t)-1 && errno != E2BIG;
		buf_add(out, piece, sizeof piece - room);
	}
	/* A text has no zero bytes; whatever has is no text, even where the encoding allows them. */
	const char *zero = memchr(buf_text(out) + start, '\0', out->len - start);
	if (zero)
		return line_number(buf_text(out) + start, (size_t)(zero - buf_text(out)) - start);
	return failed ? line_number(buf_text(out) + start, out->len - start) : 0;
}

/* Adds all of it converted, or nothing. *ret_line is the line that does not fit, or 0. */
static enum status decode(const struct encoding *encoding, const char *bytes, size_t len, struct buf *out,
			  size_t *ret_line, struct fault *fault)
{
	size_t start = out->len, mark = is_marked(encoding, bytes, len) ? encoding->mark_len : 0;
	iconv_t door = iconv_open("UTF-8", encoding->names[0]);

	if (door == (iconv_t)-1)
		return fault_set(fault, ST_IO, _("This system cannot read %s: save the file as UTF-8."),
				 encoding->names[0]);
	*ret_line = convert(door, bytes + mark, len - mark, out);
	iconv_close(door);
	if (*ret_line)
		buf_remove(out, start, out->len - start);
	return ST_OK;
}

static const struct encoding *find_named(const char *name)
{
	for (size_t i = 0; i < COUNT(encodings); i++) {
		if (is_called(&encodings[i], name))
			return &encodings[i];
	}
	return NULL;
}

static const struct encoding *find_marked(const char *bytes, size_t len)
{
	for (size_t i = 0; i < COUNT(encodings); i++) {
		if (is_marked(&encodings[i], bytes, len))
			return &encodings[i];
	}
	return NULL;
}

static enum status decode_known(const struct encoding *encoding, const char *bytes, size_t len, struct buf *out,
				struct fault *fault)
{
	size_t line = 0;
	enum status st = decode(encoding, bytes, len, out, &line, fault);

	if (st == ST_OK && line)
		st = fault_set(fault, ST_INVALID,
			       _("Line %zu is not text in %s: save the file as UTF-8, or name the encoding it is in."),
			       line, encoding->names[0]);
	return st;
}

/* UTF-8 is never by chance; so only what is not UTF-8 may be CP932. Where it is neither, the better try names the
 * line. */
static enum status decode_unknown(const char *bytes, size_t len, struct buf *out, const struct encoding **ret_encoding,
				  struct fault *fault)
{
	static const int tries[] = { UTF_8, CP932 };
	size_t worst = 0;

	for (size_t i = 0; i < COUNT(tries); i++) {
		size_t line = 0;
		enum status st = decode(&encodings[tries[i]], bytes, len, out, &line, fault);
		if (st != ST_OK)
			return st;
		if (!line) {
			*ret_encoding = &encodings[tries[i]];
			return ST_OK;
		}
		worst = line > worst ? line : worst;
	}
	return fault_set(fault, ST_INVALID,
			 _("Line %zu is text neither in UTF-8 nor in Shift_JIS (CP932): save the file as UTF-8."),
			 worst);
}

enum status encoding_to_utf8(const char *bytes, size_t len, const char *name, struct buf *out, const char **ret_name,
			     struct fault *fault)
{
	const struct encoding *encoding = find_marked(bytes, len), *named = name ? find_named(name) : NULL;

	if (name && !named)
		return fault_set(fault, ST_INVALID,
				 _("“%s” is no encoding known here: use utf-8, cp932 or utf-16."), name);
	/* "UTF-16" leaves the order of bytes to the mark. */
	if (named && !(named == &encodings[UTF_16LE] && encoding == &encodings[UTF_16BE]))
		encoding = named;
	enum status st = encoding ? decode_known(encoding, bytes, len, out, fault)
				  : decode_unknown(bytes, len, out, &encoding, fault);
	if (st == ST_OK && ret_name)
		*ret_name = encoding->names[0];
	return st;
}
