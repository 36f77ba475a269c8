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
		{ "2026/11/22 13:30", 1795321800000 },
		{ "2026.11.22 1330", 1795321800000 },
		{ "２０２６／１１／２２　１３：３０", 1795321800000 },
		{ "2026年11月22日(日) 13時半", 1795321800000 },
		{ "2026年11月22日13時30分", 1795321800000 },
		{ "令和8年11月22日 午後1時半", 1795321800000 },
		{ "R8.11.22 13:30", 1795321800000 },
		{ "Ｒ８．１１．２２", 1795273200000 },
		{ "平成31年4月30日", 1556550000000 },
		{ "令和元年5月1日", 1556636400000 },
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
		"11/22", "11月22日 13:30", "令和0年1月1日", "令和年1月1日", "2026-11-2213:30", "2026-11-22(Sun", "X8.11.22", "20261122",
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
		{ "１３時", 46800 }, { "\xEF\xBC", -1 },	 { "1330", 48600 },  { "13:30\n", -1 },	   { "930", 34200 },
		{ "９３０", 34200 }, { "９時半", 34200 }, { "9時5分", 32700 }, { "9時05分", 32700 }, { "25時半", 91800 },
		{ "午後1時半", 48600 }, { "午前9時", 32400 }, { "午後12:10", 43800 }, { "午前0時", 0 }, { "1:30pm", 48600 },
		{ "9:30 AM", 34200 }, { " 9:30 ", 34200 }, { "960", -1 }, { "9時60分", -1 }, { "9時5", -1 }, { "午後13時", -1 },
		{ "午前9時pm", -1 }, { "3000", -1 }, { "90000", -1 }, { "時", -1 }, { "午後", -1 }, { "9半", -1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t seconds = -1;
		enum status st = calendar_parse_time(rows[i].text, &seconds);
		if (st != (rows[i].seconds < 0 ? ST_INVALID : ST_OK) || seconds != rows[i].seconds)
			fail_msg("“%s” was read as %lld", rows[i].text, (long long)seconds);
	}
}

static void a_day_without_a_year_is_the_next_one(void **state)
{
	static const struct {
		const char *text, *now, *found;
	} rows[] = {
		{ "11/22 13:30", "2026-11-01 09:00", "2026-11-22T13:30:00+09:00" },
		{ "11月22日 13時半", "2026-11-01 09:00", "2026-11-22T13:30:00+09:00" },
		{ "11/1 8:00", "2026-11-01 09:00", "2026-11-01T08:00:00+09:00" }, /* today, though the hour is past */
		{ "1/10", "2026-11-01 09:00", "2027-01-10T00:00:00+09:00" },
		{ "2025-01-10", "2026-11-01 09:00", "2025-01-10T00:00:00+09:00" },
	};

	(void)state;
	use_zone(TOKYO);
	for (size_t i = 0; i < COUNT(rows); i++) {
		char text[CALENDAR_ISO_LEN];
		int64_t wall_ms = 0;
		assert_int_equal(calendar_parse_coming(rows[i].text, parsed(rows[i].now), &wall_ms), ST_OK);
		calendar_iso(wall_ms, text);
		assert_string_equal(text, rows[i].found);
	}
}

static void an_era_begins_on_its_first_day(void **state)
{
	static const struct {
		const char *day, *name;
		int year;
	} rows[] = {
		{ "2026-11-22", "令和", 8 },  { "2019-05-01", "令和", 1 },  { "2019-04-30 23:59", "平成", 31 },
		{ "1989-01-08", "平成", 1 },  { "1989-01-07", "昭和", 64 }, { "1926-12-25", "昭和", 1 },
		{ "1926-12-24", "大正", 15 }, { "1912-07-30", "大正", 1 },  { "1912-07-29", "明治", 45 },
		{ "1873-01-01", "明治", 6 },  { "1872-12-31", NULL, 0 },
	};

	(void)state;
	use_zone(TOKYO);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct calendar_era era = calendar_era_of(parsed(rows[i].day));
		assert_int_equal(era.year, rows[i].year);
		if (rows[i].name)
			assert_string_equal(era.name, rows[i].name);
		else
			assert_null(era.name);
	}
}

static void the_fiscal_year_turns_on_the_first_of_april(void **state)
{
	static const struct {
		const char *day;
		int year;
	} rows[] = {
		{ "2026-03-31 23:59", 2025 }, { "2026-04-01", 2026 }, { "2026-12-31", 2026 }, { "2027-01-01", 2026 },
	};

	(void)state;
	use_zone(TOKYO);
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(calendar_fiscal_year(parsed(rows[i].day)), rows[i].year);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_instant_is_read_off_the_local_calendar),
		cmocka_unit_test(dates_are_read_in_the_forms_people_write),
		cmocka_unit_test(dates_that_no_calendar_has_are_refused),
		cmocka_unit_test(midnight_is_the_first_moment_of_the_day),
		cmocka_unit_test(times_of_day_are_read_as_programmes_print_them),
		cmocka_unit_test(a_day_without_a_year_is_the_next_one),
		cmocka_unit_test(an_era_begins_on_its_first_day),
		cmocka_unit_test(the_fiscal_year_turns_on_the_first_of_april),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
