#include "engine/minutes.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void lengths_are_read_as_people_type_them(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int64_t s;
	} rows[] = {
		{ "5", 300 },	     { "+3", 180 },	  { "-10", -600 },	{ "0", 0 },
		{ "-1:30", -90 },    { "1:05:00", 3900 }, { "90:00", 5400 },	{ "90s", 90 },
		{ "5 min", 300 },    { "1h5m", 3900 },	  { "1 hour 5 minutes", 3900 }, { "2H", 7200 },
		{ "5分", 300 },	     { "-5分", -300 },	  { "1時間5分", 3900 }, { "5分30秒", 330 },
		{ "１５", 900 },     { "＋３", 180 },	  { "－１：３０", -90 }, { "−2", -120 },
		{ "ー５", -300 },    { "５　分", 300 },   { " 5 ", 300 },	{ "1h30s", 3630 },
		{ "24h", 86400 },    { "-24h", -86400 },  { "1440", 86400 },	{ "５ｍ", 300 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t ms = -1;
		assert_int_equal(minutes_parse(rows[i].text, &ms), ST_OK);
		assert_int_equal(ms, rows[i].s * 1000);
	}
}

static void nonsense_is_refused_and_nothing_written(void **state)
{
	(void)state;
	static const char *const rows[] = {
		"", "+", "-", "five", "5x", "5m5h", "5m5m", "h", "1:2", "1:60", "1:00:60", "1:00:00:00", ":30", "1:",
		"--5", "+-5", "5 -", "1.5", "25h", "1441", "99999999999999999999", "5m3", "1:30m", "５．５", "5\xFF",
		"\xFF", "分", "５分x", "5\n", "半", "1半", "30秒半", "1時間半5分",
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t ms = 42;
		assert_int_equal(minutes_parse(rows[i], &ms), ST_INVALID);
		assert_int_equal(ms, 42);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lengths_are_read_as_people_type_them),
		cmocka_unit_test(nonsense_is_refused_and_nothing_written),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
