#include "when.h"

#include "base/calendar.h"
#include "base/i18n.h"

enum { DAY_MS = 86400000 };

enum status when_it_was(const char *time_of_day, int64_t now_ms, int64_t *ret_wall_ms, struct fault *fault)
{
	int64_t seconds;

	if (calendar_parse_time(time_of_day, &seconds) != ST_OK)
		return fault_set(fault, ST_INVALID, _("“%s” is no time of day; write it like 13:35."), time_of_day);
	int64_t ahead_ms = calendar_midnight_ms(now_ms) + seconds * 1000 - now_ms;
	while (ahead_ms > DAY_MS / 2)
		ahead_ms -= DAY_MS;
	while (ahead_ms <= -DAY_MS / 2)
		ahead_ms += DAY_MS;
	*ret_wall_ms = now_ms + ahead_ms;
	return ST_OK;
}
