#include "span.h"

#include "base/mem.h"
#include "text/text.h"

#include <string.h>
#include <strings.h>

struct span span_of(const char *text)
{
	return (struct span){ text, strlen(text) };
}

struct span span_trim(struct span span)
{
	struct span inner;

	inner.at = text_trim(span.at, span.len, &inner.len);
	return inner;
}

struct span span_trim_end(struct span span)
{
	struct span inner = span_trim(span);

	return (struct span){ span.at, inner.len ? (size_t)(inner.at - span.at) + inner.len : 0 };
}

bool span_take(struct span *span, const char *word)
{
	size_t len = strlen(word);

	if (len > span->len || strncasecmp(span->at, word, len) != 0)
		return false;
	*span = (struct span){ span->at + len, span->len - len };
	return true;
}

bool span_take_either(struct span *span, const char *ascii, const char *wide)
{
	return span_take(span, ascii) || span_take(span, wide);
}

bool span_take_end(struct span *span, const char *word)
{
	size_t len = strlen(word);

	if (len > span->len || strncasecmp(span->at + span->len - len, word, len) != 0)
		return false;
	span->len -= len;
	return true;
}

bool span_take_bullet(struct span *span)
{
	static const char *const bullets[] = { "-", "*", "・", "－" };

	for (size_t i = 0; i < COUNT(bullets); i++)
		if (span_take(span, bullets[i]))
			return true;
	return false;
}

/* Full-width digits, U+FF10 to U+FF19, are the bytes EF BC 90 to EF BC 99. */
static int take_digit(struct span *span)
{
	const unsigned char *c = (const unsigned char *)span->at;
	int digit = -1;
	size_t len = 0;

	if (span->len >= 1 && c[0] >= '0' && c[0] <= '9') {
		digit = c[0] - '0';
		len = 1;
	} else if (span->len >= 3 && c[0] == 0xEF && c[1] == 0xBC && c[2] >= 0x90 && c[2] <= 0x99) {
		digit = c[2] - 0x90;
		len = 3;
	}
	*span = (struct span){ span->at + len, span->len - len };
	return digit;
}

bool span_take_number(struct span *span, int64_t *ret_number)
{
	enum { MOST_DIGITS = 9 };
	struct span rest = *span;
	int64_t number = 0;
	int digits = 0, digit;

	while ((digit = take_digit(&rest)) >= 0 && digits <= MOST_DIGITS) {
		number = number * 10 + digit;
		digits++;
	}
	if (digits == 0 || digits > MOST_DIGITS)
		return false;
	*span = rest;
	*ret_number = number;
	return true;
}

bool span_take_brackets(struct span *text, struct span *ret_inside)
{
	struct span inner = *text;

	if (!span_take_end(&inner, "]") && !span_take_end(&inner, "］"))
		return false;
	for (size_t at = inner.len; at-- > 0;) {
		struct span inside = { inner.at + at, inner.len - at };
		if (!span_take(&inside, "[") && !span_take(&inside, "［"))
			continue;
		*ret_inside = span_trim(inside);
		*text = span_trim((struct span){ inner.at, at });
		return true;
	}
	return false;
}

bool span_take_line(struct span *text, struct span *ret_line)
{
	if (text->len == 0)
		return false;
	const char *end = memchr(text->at, '\n', text->len);
	size_t len = end ? (size_t)(end - text->at) : text->len;
	size_t taken = end ? len + 1 : len;

	*ret_line = (struct span){ text->at, len };
	*text = (struct span){ text->at + taken, text->len - taken };
	return true;
}

bool span_take_part(struct span *span, const char *const *separators, size_t len, struct span *ret_part)
{
	struct span rest = *span;

	if (span->len == 0)
		return false;
	while (rest.len > 0) {
		*ret_part = (struct span){ span->at, (size_t)(rest.at - span->at) };
		for (size_t i = 0; i < len; i++) {
			if (!span_take(&rest, separators[i]))
				continue;
			*span = rest;
			return true;
		}
		rest = (struct span){ rest.at + 1, rest.len - 1 };
	}
	*ret_part = *span;
	*span = rest;
	return true;
}

char *span_copy(struct arena *arena, struct span span)
{
	return arena_copy_len(arena, span.at, span.len);
}

char *span_copy_line(struct arena *arena, struct span span)
{
	struct span inner = span_trim(span);
	struct buf clean = { 0 };

	text_clean(&clean, inner.at, inner.len, false);
	char *copy = arena_copy_len(arena, buf_text(&clean), clean.len);
	buf_done(&clean);
	return copy;
}

char *span_copy_lines(struct arena *arena, struct span span)
{
	struct span rest = span, line;
	struct buf lines = { 0 };
	bool blank = false;

	while (span_take_line(&rest, &line)) {
		line = span_trim_end(line);
		if (line.len > 0) {
			if (lines.len > 0)
				buf_add_text(&lines, blank ? "\n\n" : "\n");
			buf_add(&lines, line.at, line.len);
		}
		blank = line.len == 0;
	}
	char *copy = arena_copy_len(arena, buf_text(&lines), lines.len);
	buf_done(&lines);
	return copy;
}

struct excerpt span_excerpt(struct span span)
{
	struct excerpt excerpt = { 0 };
	size_t len = 0;

	while (len < span.len) {
		size_t end = text_cluster_end(span.at, span.len, len);
		if (end > EXCERPT_LEN)
			break;
		len = end;
	}
	memcpy(excerpt.text, span.at, len);
	if (len < span.len)
		memcpy(excerpt.text + len, "…", sizeof "…");
	return excerpt;
}
