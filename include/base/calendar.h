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
int64_t calendar_midnight_ms(int64_t wall_ms); /* the start of the local day that holds the instant */

/* "2026-11-22T13:30:00+09:00", NUL-ended. */
enum { CALENDAR_ISO_LEN = 32 };
void calendar_iso(int64_t wall_ms, char text[CALENDAR_ISO_LEN]);

/* "YYYY-MM-DD HH:MM" (also with 'T', with seconds, or a bare date, which means 00:00). ST_INVALID for what no calendar has. */
MUST_CHECK enum status calendar_parse(const char *text, int64_t *ret_wall_ms);

/* "HH:MM", "H:MM", or full-width digits and colon; 24:00 to 29:59 are the small hours of the next day, as printed
 * programmes in Japan write them. Seconds after midnight. ST_INVALID otherwise. */
MUST_CHECK enum status calendar_parse_time(const char *text, int64_t *ret_s);

#endif
