#include "text/json_scan.h"

#include "text/text.h"

#include <stdint.h>
#include <string.h>

static const char byte_order_mark[] = "\xEF\xBB\xBF";

struct json_scan json_scan_of(const char *bytes, size_t len)
{
	bool is_marked = len >= 3 && memcmp(bytes, byte_order_mark, 3) == 0;

	return (struct json_scan){ .start = bytes, .end = bytes + len, .at = bytes + (is_marked ? 3 : 0), .last = JSON_WORD };
}

void json_scan_done(struct json_scan *scan)
{
	buf_done(&scan->text);
	*scan = (struct json_scan){ 0 };
}

static void skip_blanks(struct json_scan *scan)
{
	while (scan->at < scan->end && memchr(" \t\r\n", *scan->at, 4))
		scan->at++;
}

/* --- texts -------------------------------------------------------------------------------------------------------------- */

static int32_t hex_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Four digits; -1: they are none, -2: they break off. */
static int32_t read_unit(struct json_scan *scan)
{
	int32_t unit = 0;

	for (int i = 0; i < 4; i++) {
		if (scan->at == scan->end)
			return -2;
		int32_t digit = hex_of(*scan->at++);
		if (digit < 0)
			return -1;
		unit = unit << 4 | digit;
	}
	return unit;
}

static enum json_mark mark_of_unit(int32_t unit)
{
	return unit == -2 ? JSON_CUT : JSON_WRONG;
}

/* Behind "\u". What lies beyond 16 bits is written as two halves. */
static enum json_mark read_code_point(struct json_scan *scan)
{
	int32_t unit = read_unit(scan);

	if (unit >= 0xD800 && unit < 0xDC00) {
		if (scan->end - scan->at < 2)
			return JSON_CUT;
		if (scan->at[0] != '\\' || scan->at[1] != 'u')
			return JSON_WRONG;
		scan->at += 2;
		int32_t low = read_unit(scan);
		if (low < 0xDC00 || low > 0xDFFF)
			return mark_of_unit(low);
		unit = 0x10000 + ((unit - 0xD800) << 10 | (low - 0xDC00));
	} else if (unit <= 0 || (unit >= 0xDC00 && unit < 0xE000)) {
		return mark_of_unit(unit);
	}
	text_add_code_point(&scan->text, unit);
	return JSON_TEXT;
}

static enum json_mark read_escape(struct json_scan *scan)
{
	static const char spelt[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";

	if (++scan->at == scan->end)
		return JSON_CUT;
	char letter = *scan->at++;
	if (letter == 'u')
		return read_code_point(scan);
	const char *which = memchr(spelt, letter, sizeof spelt - 1);
	if (!which)
		return JSON_WRONG;
	buf_add_char(&scan->text, meant[which - spelt]);
	return JSON_TEXT;
}

/* A character cut in two by the end is cut off, and not wrong. */
static enum json_mark read_plain(struct json_scan *scan)
{
	const char *from = scan->at;

	while (scan->at < scan->end && *scan->at != '"' && *scan->at != '\\') {
		const char *character = scan->at;
		if ((unsigned char)*character < ' ')
			return JSON_WRONG;
		if (text_next_code_point(&scan->at, scan->end) < 0)
			return scan->end - character < 4 ? JSON_CUT : JSON_WRONG;
	}
	buf_add(&scan->text, from, (size_t)(scan->at - from));
	return scan->at < scan->end ? JSON_TEXT : JSON_CUT;
}

static enum json_mark read_text(struct json_scan *scan)
{
	enum json_mark mark = JSON_TEXT;

	scan->at++;
	while (mark == JSON_TEXT) {
		mark = read_plain(scan);
		if (mark != JSON_TEXT)
			break;
		if (*scan->at == '"') {
			scan->at++;
			return JSON_TEXT;
		}
		mark = read_escape(scan);
	}
	return mark;
}

/* --- numbers and words -------------------------------------------------------------------------------------------------- */

static bool skip_digits(const char **at)
{
	const char *from = *at;

	while (**at >= '0' && **at <= '9')
		(*at)++;
	return *at > from;
}

/* -? (0 | 1-9 …) (. …)? (e …)? */
static bool is_number(const char *text)
{
	text += *text == '-';
	if (*text == '0')
		text++;
	else if (!skip_digits(&text))
		return false;
	if (*text == '.' && (text++, !skip_digits(&text)))
		return false;
	if (*text == 'e' || *text == 'E') {
		text++;
		text += *text == '+' || *text == '-';
		if (!skip_digits(&text))
			return false;
	}
	return !*text;
}

static bool is_word(const char *text)
{
	return strcmp(text, "true") == 0 || strcmp(text, "false") == 0 || strcmp(text, "null") == 0;
}

/* Neither has an end of its own: at the end of the bytes it may go on. */
static enum json_mark read_bare(struct json_scan *scan)
{
	const char *from = scan->at;

	while (scan->at < scan->end && !memchr(" \t\r\n,:[]{}\"", *scan->at, 11))
		scan->at++;
	buf_add(&scan->text, from, (size_t)(scan->at - from));
	if (scan->at == scan->end && scan->depth)
		return JSON_CUT;
	if (is_number(buf_text(&scan->text)))
		return JSON_NUMBER;
	return is_word(buf_text(&scan->text)) ? JSON_WORD : JSON_WRONG;
}

/* --- the whole ---------------------------------------------------------------------------------------------------------- */

static enum json_mark open_with(struct json_scan *scan, char closer, enum json_mark mark)
{
	if (scan->depth == JSON_DEPTH_MAX)
		return JSON_WRONG;
	scan->closers[scan->depth++] = closer;
	scan->has_value = scan->needs_more = scan->is_named = false;
	scan->at++;
	return mark;
}

static enum json_mark close_it(struct json_scan *scan)
{
	char closer = scan->closers[--scan->depth];

	scan->at++;
	scan->has_value = true;
	return closer == '}' ? JSON_OBJECT_END : JSON_ARRAY_END;
}

static enum json_mark read_name(struct json_scan *scan)
{
	enum json_mark mark = *scan->at == '"' ? read_text(scan) : JSON_WRONG;

	if (mark != JSON_TEXT)
		return mark;
	skip_blanks(scan);
	if (scan->at == scan->end)
		return JSON_CUT;
	if (*scan->at++ != ':')
		return JSON_WRONG;
	scan->needs_more = scan->is_named = true;
	return JSON_NAME;
}

static enum json_mark read_value(struct json_scan *scan)
{
	if (*scan->at == '{')
		return open_with(scan, '}', JSON_OBJECT);
	if (*scan->at == '[')
		return open_with(scan, ']', JSON_ARRAY);
	enum json_mark mark = *scan->at == '"' ? read_text(scan) : read_bare(scan);
	scan->has_value = true;
	scan->needs_more = scan->is_named = false;
	return mark;
}

static enum json_mark read_mark(struct json_scan *scan)
{
	char closer = scan->depth ? scan->closers[scan->depth - 1] : '\0';

	if (scan->has_value && !closer)
		return scan->at == scan->end ? JSON_END : JSON_WRONG;
	if (scan->at == scan->end)
		return JSON_CUT;
	if (closer && *scan->at == closer && !scan->needs_more)
		return close_it(scan);
	if (scan->has_value) {
		if (*scan->at++ != ',')
			return JSON_WRONG;
		scan->has_value = false;
		scan->needs_more = true;
		skip_blanks(scan);
		scan->mark = scan->at;
		if (scan->at == scan->end)
			return JSON_CUT;
	}
	return closer == '}' && !scan->is_named ? read_name(scan) : read_value(scan);
}

enum json_mark json_scan_next(struct json_scan *scan)
{
	if (scan->last == JSON_WRONG || scan->last == JSON_CUT || scan->last == JSON_END)
		return scan->last;
	buf_clear(&scan->text);
	skip_blanks(scan);
	scan->mark = scan->at;
	return scan->last = read_mark(scan);
}

enum json_mark json_scan_skip(struct json_scan *scan)
{
	size_t depth = scan->depth;

	if (scan->last != JSON_OBJECT && scan->last != JSON_ARRAY)
		return scan->last;
	while (scan->depth >= depth && scan->last != JSON_WRONG && scan->last != JSON_CUT)
		json_scan_next(scan);
	return scan->last;
}

void json_scan_place(const struct json_scan *scan, size_t *ret_line, size_t *ret_character)
{
	const char *line = scan->start;

	*ret_line = *ret_character = 1;
	for (const char *at = scan->start; at < scan->mark; at++) {
		if (*at == '\n') {
			line = at + 1;
			++*ret_line;
		}
	}
	while (line < scan->mark) {
		text_next_code_point(&line, scan->mark);
		++*ret_character;
	}
}
