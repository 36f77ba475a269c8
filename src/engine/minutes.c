#include "engine/minutes.h"

#include "base/mem.h"
#include "text/text.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

enum { HOUR_S = 3600, DAY_S = 24 * 3600 };

/* A Japanese keyboard left on types full-width forms, and the long vowel mark where the minus is. */
static int32_t half_width(int32_t c)
{
	if (c >= 0xFF01 && c <= 0xFF5E)
		return tolower(c - 0xFEE0);
	if (c == 0x2212 || c == 0x30FC || c == 0x2013)
		return '-';
	return c < 0x80 ? tolower(c) : c;
}

/* Half-width, without white space. */
static void normalise(struct buf *out, const char *text)
{
	const char *end = text + strlen(text);

	while (text < end) {
		int32_t c = text_next_code_point(&text, end);
		if (c < 0)
			c = '?'; /* no length holds one: refused below */
		if (c != ' ' && c != 0x3000)
			text_add_code_point(out, half_width(c));
	}
}

/* Longest first where one begins another. */
static const struct unit {
	const char *name;
	int64_t seconds;
} units[] = {
	{ "時間", HOUR_S }, { "hours", HOUR_S }, { "hour", HOUR_S }, { "h", HOUR_S },
	{ "分", 60 },	    { "minutes", 60 },	 { "minute", 60 },   { "min", 60 },  { "m", 60 },
	{ "秒", 1 },	    { "seconds", 1 },	 { "second", 1 },    { "sec", 1 },   { "s", 1 },
};

static const struct unit *take_unit(const char **at)
{
	for (size_t i = 0; i < COUNT(units); i++) {
		size_t len = strlen(units[i].name);
		if (strncmp(*at, units[i].name, len) != 0)
			continue;
		*at += len;
		return &units[i];
	}
	return NULL;
}

/* At most five digits: a day has 86400 seconds. */
static bool take_number(const char **at, int64_t *ret_number)
{
	int64_t number = 0;
	int digits = 0;

	for (; isdigit((unsigned char)**at) && digits < 6; digits++)
		number = number * 10 + *(*at)++ - '0';
	*ret_number = number;
	return digits > 0 && digits < 6;
}

/* The rest of "1:30" or "1:05:00" after its first number; each part is below 60. */
static bool take_colons(const char **at, int64_t first, int64_t *ret_s)
{
	int64_t sum = first, part;
	int parts = 1;

	for (; **at == ':' && parts < 3; parts++) {
		++*at;
		const char *from = *at;
		if (!take_number(at, &part) || *at - from != 2 || part > 59)
			return false;
		sum = sum * 60 + part;
	}
	*ret_s = sum;
	return **at == '\0';
}

/* "1時間半": half of the unit before it, as of hours and minutes. */
static bool take_half(const char **at, const struct unit *unit, int64_t *sum)
{
	static const char half[] = "半";

	if (unit->seconds == 1 || strcmp(*at, half) != 0)
		return false;
	*at += strlen(half);
	*sum += unit->seconds / 2;
	return true;
}

/* The rest of "1h5m" after its first number; units only get smaller. */
static bool take_units(const char **at, int64_t number, int64_t *ret_s)
{
	int64_t sum = 0, larger = DAY_S;

	for (;;) {
		const struct unit *unit = take_unit(at);
		if (!unit || unit->seconds >= larger)
			return false;
		larger = unit->seconds;
		sum += number * unit->seconds;
		if (**at == '\0' || take_half(at, unit, &sum))
			break;
		if (!take_number(at, &number))
			return false;
	}
	*ret_s = sum;
	return true;
}

static bool take_length(const char *at, int64_t *ret_s)
{
	int64_t number;

	if (!take_number(&at, &number))
		return false;
	if (*at == '\0') {
		*ret_s = number * 60;
		return true;
	}
	return *at == ':' ? take_colons(&at, number, ret_s) : take_units(&at, number, ret_s);
}

enum status minutes_parse(const char *text, int64_t *ret_ms)
{
	struct buf buf = { 0 };
	int64_t s = 0;

	normalise(&buf, text);
	const char *at = buf_text(&buf);
	bool takes = *at == '-';
	bool ok = take_length(at + (*at == '-' || *at == '+'), &s) && s <= DAY_S;
	buf_done(&buf);
	if (!ok)
		return ST_INVALID;
	*ret_ms = (takes ? -s : s) * 1000;
	return ST_OK;
}
