#include "base/calendar.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

static struct tm local_of(int64_t wall_ms)
{
	time_t seconds = (time_t)floor_div(wall_ms, 1000);
	struct tm tm = { 0 };

	localtime_r(&seconds, &tm);
	return tm;
}

struct calendar calendar_of(int64_t wall_ms)
{
	struct tm tm = local_of(wall_ms);

	return (struct calendar){
		.year = tm.tm_year + 1900, .month = tm.tm_mon + 1, .day = tm.tm_mday,
		.hour = tm.tm_hour, .minute = tm.tm_min, .second = tm.tm_sec,
		.weekday = tm.tm_wday, .offset_s = (int)tm.tm_gmtoff,
	};
}

int64_t calendar_midnight_ms(int64_t wall_ms)
{
	struct tm tm = local_of(wall_ms);

	tm.tm_hour = tm.tm_min = tm.tm_sec = 0;
	tm.tm_isdst = -1;
	return (int64_t)mktime(&tm) * 1000;
}

void calendar_iso(int64_t wall_ms, char text[CALENDAR_ISO_LEN])
{
	struct calendar at = calendar_of(wall_ms);
	int offset_min = at.offset_s / 60;
	int apart = offset_min < 0 ? -offset_min : offset_min;

	snprintf(text, CALENDAR_ISO_LEN, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", at.year % 10000, at.month, at.day,
		 at.hour, at.minute, at.second, offset_min < 0 ? '-' : '+', apart / 60 % 100, apart % 60);
}

enum status calendar_parse(const char *text, int64_t *ret_wall_ms)
{
	static const char *const forms[] = { "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M",
					     "%Y-%m-%d" };

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		struct tm tm = { .tm_isdst = -1 };
		const char *end = strptime(text, forms[i], &tm);
		if (!end || *end)
			continue;
		struct tm wanted = tm;
		time_t seconds = mktime(&tm);
		/* mktime turns 31 February into 3 March, and 60 seconds into a minute; a person meant something else. */
		if (tm.tm_mon != wanted.tm_mon || tm.tm_mday != wanted.tm_mday || tm.tm_hour != wanted.tm_hour ||
		    tm.tm_min != wanted.tm_min)
			return ST_INVALID;
		*ret_wall_ms = (int64_t)seconds * 1000;
		return ST_OK;
	}
	return ST_INVALID;
}

/* Full-width digits and colon (U+FF10-FF1A) are three bytes each, EF BC 90-9A: an IME left on types them. */
static int next_ascii(const char **at)
{
	const unsigned char *c = (const unsigned char *)*at;

	if (c[0] == 0xEF && c[1] == 0xBC && c[2] >= 0x90 && c[2] <= 0x9A) {
		*at += 3;
		return c[2] - 0x90 + '0';
	}
	if (c[0])
		*at += 1;
	return c[0];
}

enum status calendar_parse_time(const char *text, int64_t *ret_s)
{
	int field[2] = { 0, 0 }, digits[2] = { 0, 0 }, part = 0, c;

	while ((c = next_ascii(&text)) != 0) {
		if (c == ':' && part == 0) {
			part = 1;
		} else if (isdigit(c) && digits[part] < 2) {
			field[part] = field[part] * 10 + (c - '0');
			digits[part]++;
		} else {
			return ST_INVALID;
		}
	}
	if (digits[0] == 0 || digits[1] != 2 || field[0] > 29 || field[1] > 59)
		return ST_INVALID;
	*ret_s = field[0] * 3600 + field[1] * 60;
	return ST_OK;
}
