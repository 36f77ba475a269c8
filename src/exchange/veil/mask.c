#include "mask.h"

#include "base/buf.h"
#include "exchange/veil.h"
#include "text/text.h"

#include <stdlib.h>
#include <string.h>

/* A family name alone is a word of the language too often; two characters are the least that is looked for. */
enum { NAME_MIN_POINTS = 2 };
enum { PHONE_MIN_DIGITS = 10, PHONE_MAX_DIGITS = 13, POSTCODE_DIGITS = 7, NUMBER_MAX_BYTES = 96 };

static size_t count_points(const char *text)
{
	const char *at = text, *end = text + strlen(text);
	size_t points = 0;

	for (; at < end; points++)
		text_next_code_point(&at, end);
	return points;
}

static bool is_space(int32_t point)
{
	return point == ' ' || point == 0x3000 || point == 0xA0;
}

static const char *without_spaces(struct arena *arena, const char *name)
{
	const char *at = name, *end = name + strlen(name);
	struct buf kept = { 0 };

	while (at < end) {
		const char *start = at;
		if (!is_space(text_next_code_point(&at, end)))
			buf_add(&kept, start, (size_t)(at - start));
	}
	const char *copy = arena_copy(arena, buf_text(&kept));
	buf_done(&kept);
	return copy;
}

/* Of two names of which one begins with the other, the longer comes first. */
static int backwards(const void *a, const void *b)
{
	return strcmp(*(const char *const *)b, *(const char *const *)a);
}

void mask_open(struct mask *mask, const struct workbook *book)
{
	*mask = (struct mask){ 0 };
	mask->names = arena_new(&mask->arena, book->people.len * 2 + 1, sizeof *mask->names);
	for (size_t i = 0; i < book->people.len; i++) {
		const char *name = book->people.at[i].name;
		const char *joined = without_spaces(&mask->arena, name);
		if (count_points(joined) < NAME_MIN_POINTS)
			continue;
		mask->names[mask->len++] = name;
		if (strcmp(name, joined) != 0)
			mask->names[mask->len++] = joined;
	}
	qsort(mask->names, mask->len, sizeof *mask->names, backwards);
}

void mask_done(struct mask *mask)
{
	arena_done(&mask->arena);
	*mask = (struct mask){ 0 };
}

/* The first of the names that begin with these bytes, or where it would stand. */
static size_t find_head(const struct mask *mask, const char *head, size_t head_len)
{
	size_t low = 0, high = mask->len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (strncmp(mask->names[middle], head, head_len) > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static size_t name_len(const struct mask *mask, const char *at, const char *end)
{
	const char *next = at;

	text_next_code_point(&next, end);
	size_t head_len = (size_t)(next - at);
	for (size_t i = find_head(mask, at, head_len);
	     i < mask->len && strncmp(mask->names[i], at, head_len) == 0; i++) {
		size_t len = strlen(mask->names[i]);
		if (strncmp(at, mask->names[i], len) == 0)
			return len;
	}
	return 0;
}

/* Also as an input method leaves them: full-width (U+FF10 ...). -1: no digit. */
static int digit_of(int32_t point)
{
	if (point >= '0' && point <= '9')
		return point - '0';
	return point >= 0xFF10 && point <= 0xFF19 ? point - 0xFF10 : -1;
}

static bool joins_digits(int32_t point)
{
	static const int32_t joints[] = {
		'-', '(', ')', ' ', 0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0x30FC, 0xFF08, 0xFF09, 0xFF0D,
	};

	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (joints[i] == point)
			return true;
	return false;
}

/* A run of digits and what joins them; joints behind the last digit are not of it. */
struct number {
	int digits, first, joints, before_joint; /* digits before the first joint */
	size_t len;
};

static struct number number_at(const char *at)
{
	struct number number = { .first = -1 };
	const char *end = at + strnlen(at, NUMBER_MAX_BYTES), *next = *at == '+' ? at + 1 : at;
	int open_joints = 0;

	while (next < end && number.digits <= PHONE_MAX_DIGITS) {
		int32_t point = text_next_code_point(&next, end);
		int digit = digit_of(point);
		if (digit < 0 && (number.digits == 0 || !joins_digits(point)))
			break;
		if (digit < 0) {
			open_joints++;
			continue;
		}
		if (number.joints == 0 && open_joints > 0)
			number.before_joint = number.digits;
		if (number.digits++ == 0)
			number.first = digit;
		number.joints += open_joints;
		open_joints = 0;
		number.len = (size_t)(next - at);
	}
	return number;
}

/* Telephone numbers (0X-XXXX-XXXX, 090…, +81…) and postcodes (000-0000). */
static size_t number_len(const char *text, const char *at)
{
	if (at > text && digit_of((unsigned char)at[-1]) >= 0)
		return 0;
	struct number number = number_at(at);
	bool phone = (number.first == 0 || *at == '+') && number.digits >= PHONE_MIN_DIGITS &&
		     number.digits <= PHONE_MAX_DIGITS;
	bool postcode = number.digits == POSTCODE_DIGITS && number.joints == 1 && number.before_joint == 3;
	return phone || postcode ? number.len : 0;
}

static bool is_mail_char(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c && strchr(".-_+", c));
}

static size_t mail_len(const char *text, const char *at)
{
	size_t user = 0, host = 0;

	if (at > text && is_mail_char(at[-1]))
		return 0;
	while (is_mail_char(at[user]))
		user++;
	if (user == 0 || at[user] != '@')
		return 0;
	while (is_mail_char(at[user + 1 + host]))
		host++;
	return memchr(at + user + 1, '.', host) ? user + 1 + host : 0;
}

static size_t telling_len(const struct mask *mask, const char *text, const char *at, const char *end)
{
	size_t len = name_len(mask, at, end);

	if (len == 0)
		len = number_len(text, at);
	return len ? len : mail_len(text, at);
}

const char *mask_text(const struct mask *mask, const char *text, struct arena *arena)
{
	struct buf masked = { 0 };
	const char *at = text, *end = text + strlen(text), *kept = text;

	while (at < end) {
		size_t len = telling_len(mask, text, at, end);
		if (len == 0) {
			text_next_code_point(&at, end);
			continue;
		}
		buf_add(&masked, kept, (size_t)(at - kept));
		buf_add_text(&masked, VEIL_MARK);
		at = kept = at + len;
	}
	if (kept == text)
		return text;
	buf_add_text(&masked, kept);
	const char *copy = arena_copy(arena, buf_text(&masked));
	buf_done(&masked);
	return copy;
}
