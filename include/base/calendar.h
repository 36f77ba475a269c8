/* calendar.h - between instants and what a wall calendar says here.
 * Floor: base. The zone is the process's (TZ). */
#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

#include "base/status.h"

#include <stdint.h>

struct calendar {
	int year, month, day;     /* 2026, 1-12, 1-31 */
	int hour, minute, second; /* 0-23, 0-59, 0-60 */
	int weekday;              /* 0 Sunday */
	int offset_s;             /* local minus UTC */
};

struct calendar calendar_of(int64_t wall_ms);
int64_t calendar_ms(const struct calendar *at); /* by year to second; what is too great counts on: 31 February is 3 March */
int64_t calendar_midnight_ms(int64_t wall_ms); /* the start of the local day that holds the instant */

/* "2026-11-22T13:30:00+09:00", NUL-ended. */
enum { CALENDAR_ISO_LEN = 32 };
void calendar_iso(int64_t wall_ms, char text[CALENDAR_ISO_LEN]);

/* The Japanese year (和暦): 8 of 令和 is 2026. name NULL: before 1873. */
struct calendar_era {
	const char *name;
	int year; /* 1: 元年 */
};
struct calendar_era calendar_era_of(int64_t wall_ms);

int calendar_fiscal_year(int64_t wall_ms); /* 年度: from 1 April; named after the year in which it begins */

/* --- calendar_read.c: as people type them ---
 * Full-width letters, digits and signs count as half-width, and blanks at the ends as none. ST_INVALID for what no calendar has.
 *
 * "2026-11-22 13:30" (also with 'T' and seconds), "2026/11/22 1330", "2026年11月22日(日) 13時半", "令和8年11月22日", "R8.11.22"; a bare
 * date means 00:00. */
MUST_CHECK enum status calendar_parse(const char *text, int64_t *ret_wall_ms);
/* Also without a year, "11/22 13:30": the next such day from `now_ms` on. */
MUST_CHECK enum status calendar_parse_coming(const char *text, int64_t now_ms, int64_t *ret_wall_ms);

/* "13:30", "9:05", "930", "1330", "9時半", "13時5分", "13時", "午後1時半", "1:30pm"; 24:00 to 29:59 are the small hours of the next day,
 * as printed programmes in Japan write them. Seconds after midnight. */
MUST_CHECK enum status calendar_parse_time(const char *text, int64_t *ret_s);

#endif
