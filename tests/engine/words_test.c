#include "engine/words.h"

#include "base/calendar.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void remaining_rounds_up_and_overtime_down(void **state)
{
	(void)state;
	static const struct {
		int64_t remaining_ms;
		const char *words;
	} rows[] = {
		{ 754000, "12:34" },   { 753001, "12:34" },   { 753000, "12:33" },	 { 3599001, "1:00:00" },
		{ 3600000, "1:00:00" }, { 3723000, "1:02:03" }, { 1, "0:01" },		 { 0, "0:00" },
		{ -1, "+0:00" },	{ -999, "+0:00" },	{ -1000, "+0:01" },	 { -15999, "+0:15" },
		{ -3600000, "+1:00:00" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t ms = rows[i].remaining_ms;
		struct run_item item = { .remaining_ms = ms, .overtime_ms = ms < 0 ? -ms : 0 };
		assert_string_equal(words_remaining(&item).text, rows[i].words);
	}
}

static void half_a_minute_either_way_is_on_time(void **state)
{
	(void)state;
	static const struct {
		int64_t ms;
		const char *delta, *slack;
	} rows[] = {
		{ 0, "on time", "just in time" },
		{ 30000, "on time", "just in time" },
		{ -30000, "on time", "just in time" },
		{ 30001, "1 min behind", "1 min to spare" },
		{ -30001, "1 min in hand", "1 min over" },
		{ 180000, "3 min behind", "3 min to spare" },
		{ -120000, "2 min in hand", "2 min over" },
		{ 149999, "2 min behind", "2 min to spare" },
		{ 150000, "3 min behind", "3 min to spare" },
		{ 75 * 60000, "75 min behind", "75 min to spare" },
		{ 200 * 60000, "3 h 20 min behind", "3 h 20 min to spare" },
		{ INT64_C(3) * 86400000, "3 days behind", "3 days to spare" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_string_equal(words_delta(rows[i].ms).text, rows[i].delta);
		assert_string_equal(words_slack(rows[i].ms).text, rows[i].slack);
	}
}

static void lengths_name_their_units(void **state)
{
	(void)state;
	static const struct {
		int64_t s;
		const char *words;
	} rows[] = {
		{ 0, "0 s" },	      { 45, "45 s" },	   { 60, "1 min" },	  { 90, "1 min 30 s" },
		{ 252, "4 min 12 s" }, { 900, "15 min" },   { 10740, "179 min" }, { 10800, "3 h" },
		{ 12000, "3 h 20 min" }, { 172799, "47 h 59 min" }, { 172800, "2 days" },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		assert_string_equal(words_length(rows[i].s).text, rows[i].words);
}

static int64_t instant(const char *text)
{
	int64_t ms = 0;

	assert_int_equal(calendar_parse(text, &ms), ST_OK);
	return ms;
}

static void a_time_after_midnight_says_so(void **state)
{
	(void)state;
	int64_t start_ms = instant("2026-11-22 23:30");
	static const struct {
		const char *at, *words;
	} rows[] = {
		{ "2026-11-22 14:05", "14:05" },      { "2026-11-22 09:05", "9:05" },
		{ "2026-11-22 23:59:59", "23:59" },   { "2026-11-23 00:10", "0:10 (+1)" },
		{ "2026-11-24 00:10", "0:10 (+2 days)" }, { "2026-11-21 13:00", "13:00 (-1 days)" },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		assert_string_equal(words_time(instant(rows[i].at), start_ms).text, rows[i].words);
	assert_string_equal(words_time(instant("2026-11-23 00:10"), 0).text, "0:10");
	assert_string_equal(words_time(0, start_ms).text, "");
}

static void every_state_has_a_word(void **state)
{
	(void)state;
	assert_string_equal(words_run_state(RUN_PAUSED), "paused");
	assert_string_equal(words_run_state(RUN_ENDED), "ended");
	assert_string_equal(words_item_status(ITEM_SKIPPED), "skipped");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(remaining_rounds_up_and_overtime_down),
		cmocka_unit_test(half_a_minute_either_way_is_on_time),
		cmocka_unit_test(lengths_name_their_units),
		cmocka_unit_test(a_time_after_midnight_says_so),
		cmocka_unit_test(every_state_has_a_word),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
