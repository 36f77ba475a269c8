#include "base/calendar.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#define TOKYO "JST-9"
#define BERLIN "CET-1CEST,M3.5.0,M10.5.0/3"
#define SAO_PAULO "BRT3BRST,M11.1.0/0,M2.3.0/0" /* its clocks went from 00:00 to 01:00 */

static void use_zone(const char *zone)
{
	setenv("TZ", zone, 1);
	tzset();
}

static int64_t parsed(const char *text)
{
	int64_t wall_ms = 0;

	assert_int_equal(calendar_parse(text, &wall_ms), ST_OK);
	return wall_ms;
}

static void an_instant_is_read_off_the_local_calendar(void **state)
{
	static const struct {
		const char *zone;
		int64_t wall_ms;
		const char *iso;
		int weekday;
	} rows[] = {
		{ TOKYO, 1795321800000, "2026-11-22T13:30:00+09:00", 0 },
		{ TOKYO, 1795321800999, "2026-11-22T13:30:00+09:00", 0 },
		{ TOKYO, 0, "1970-01-01T09:00:00+09:00", 4 },
		{ TOKYO, -1, "1970-01-01T08:59:59+09:00", 4 },
		{ TOKYO, -1000, "1970-01-01T08:59:59+09:00", 4 },
		{ BERLIN, 1795321800000, "2026-11-22T05:30:00+01:00", 0 },
		{ BERLIN, 1782000000000, "2026-06-21T02:00:00+02:00", 0 },
		{ "NST3:30", 1795321800000, "2026-11-22T01:00:00-03:30", 0 },
		{ "XYZ0:15", 1795321800000, "2026-11-22T04:15:00-00:15", 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char text[CALENDAR_ISO_LEN];
		use_zone(rows[i].zone);
		calendar_iso(rows[i].wall_ms, text);
		assert_string_equal(text, rows[i].iso);
		assert_int_equal(calendar_of(rows[i].wall_ms).weekday, rows[i].weekday);
	}
}

static void dates_are_read_in_the_forms_people_write(void **state)
{
	static const struct {
		const char *text;
		int64_t wall_ms;
	} rows[] = {
		{ "2026-11-22 13:30", 1795321800000 },
		{ "2026-11-22T13:30", 1795321800000 },
		{ "2026-11-22 13:30:05", 1795321805000 },
		{ "2026-11-22T13:30:05", 1795321805000 },
		{ "2026-11-22", 1795273200000 },
		{ "2024-02-29", 1709132400000 },
	};

	(void)state;
	use_zone(TOKYO);
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(parsed(rows[i].text), rows[i].wall_ms);
}

static void dates_that_no_calendar_has_are_refused(void **state)
{
	static const char *const texts[] = {
		"", "soon", "2026-02-31", "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-22 25:70", "2026-11-22 24:00",
		"2026-11-22 13:60", "2026-11-22 13:30:60", "2026-11-22 13", "2026-11-22 13:30 tomorrow", "22-11-2026x", "13:30",
	};
	int64_t wall_ms = 7;

	(void)state;
	use_zone(TOKYO);
	for (size_t i = 0; i < COUNT(texts); i++) {
		if (calendar_parse(texts[i], &wall_ms) != ST_INVALID)
			fail_msg("“%s” was taken for a date", texts[i]);
		assert_int_equal(wall_ms, 7);
	}
	use_zone(BERLIN);
	assert_int_equal(calendar_parse("2026-03-29 02:30", &wall_ms), ST_INVALID);
	assert_int_equal(calendar_parse("2026-03-29 03:30", &wall_ms), ST_OK);
}

static void midnight_is_the_first_moment_of_the_day(void **state)
{
	static const struct {
		const char *zone, *at, *midnight;
	} rows[] = {
		{ TOKYO, "2026-11-22 13:30", "2026-11-22T00:00:00+09:00" },
		{ TOKYO, "2026-11-22 00:00", "2026-11-22T00:00:00+09:00" },
		{ TOKYO, "2026-11-22 23:59:59", "2026-11-22T00:00:00+09:00" },
		{ BERLIN, "2026-03-29 12:00", "2026-03-29T00:00:00+01:00" },
		{ BERLIN, "2026-10-25 12:00", "2026-10-25T00:00:00+02:00" },
		{ SAO_PAULO, "2026-11-01 12:00", "2026-11-01T01:00:00-02:00" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char text[CALENDAR_ISO_LEN];
		use_zone(rows[i].zone);
		calendar_iso(calendar_midnight_ms(parsed(rows[i].at)), text);
		assert_string_equal(text, rows[i].midnight);
	}
}

static void times_of_day_are_read_as_programmes_print_them(void **state)
{
	static const struct {
		const char *text;
		int64_t seconds; /* -1: refused */
	} rows[] = {
		{ "13:30", 48600 }, { "9:05", 32700 },	 { "09:05", 32700 }, { "0:00", 0 },	   { "24:00", 86400 },
		{ "29:59", 107940 }, { "１３：３０", 48600 }, { "9：05", 32700 }, { "30:00", -1 },    { "25:70", -1 },
		{ "13", -1 },	    { "13:", -1 },	 { ":30", -1 },	     { "13:5", -1 },	   { "13:300", -1 },
		{ "013:30", -1 },   { "13:30:00", -1 },	 { "-1:30", -1 },    { "1 3:30", -1 },	   { "", -1 },
		{ "１３時", -1 },   { "\xEF\xBC", -1 },	 { "1330", -1 },     { "13:30\n", -1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t seconds = -1;
		enum status st = calendar_parse_time(rows[i].text, &seconds);
		if (st != (rows[i].seconds < 0 ? ST_INVALID : ST_OK) || seconds != rows[i].seconds)
			fail_msg("“%s” was read as %lld", rows[i].text, (long long)seconds);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_instant_is_read_off_the_local_calendar),
		cmocka_unit_test(dates_are_read_in_the_forms_people_write),
		cmocka_unit_test(dates_that_no_calendar_has_are_refused),
		cmocka_unit_test(midnight_is_the_first_moment_of_the_day),
		cmocka_unit_test(times_of_day_are_read_as_programmes_print_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
