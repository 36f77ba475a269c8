#include "base/calendar.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
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

int64_t calendar_ms(const struct calendar *at)
{
	struct tm tm = { .tm_year = at->year - 1900, .tm_mon = at->month - 1, .tm_mday = at->day, .tm_hour = at->hour,
			 .tm_min = at->minute, .tm_sec = at->second, .tm_isdst = -1 };

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

/* From the first day of each on; before 1873 Japan counted days by another calendar. */
struct calendar_era calendar_era_of(int64_t wall_ms)
{
	static const struct {
		const char *name;
		int year, month, day;
	} eras[] = {
		{ "令和", 2019, 5, 1 }, { "平成", 1989, 1, 8 }, { "昭和", 1926, 12, 25 }, { "大正", 1912, 7, 30 }, { "明治", 1873, 1, 1 },
	};
	const int meiji = 1868;
	struct calendar at = calendar_of(wall_ms);
	int day = (at.year * 100 + at.month) * 100 + at.day;

	for (size_t i = 0; i < sizeof eras / sizeof *eras; i++) {
		bool is_last = i + 1 == sizeof eras / sizeof *eras;
		if (day >= (eras[i].year * 100 + eras[i].month) * 100 + eras[i].day)
			return (struct calendar_era){ eras[i].name, at.year - (is_last ? meiji : eras[i].year) + 1 };
	}
	return (struct calendar_era){ NULL, 0 };
}

int calendar_fiscal_year(int64_t wall_ms)
{
	struct calendar at = calendar_of(wall_ms);

	return at.year - (at.month < 4);
}
