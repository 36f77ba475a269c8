/* Which one of its series a workshop is, across 1 April; and the title of the next one. */
#include "engine/series.h"

#include "base/calendar.h"
#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

enum { MOST = 10 };

/* Workshops in one line: "id day series from fiscal_no cumulative_no", a semicolon between; "-": nothing is said. */
struct shelf {
	struct workbook outline;
	struct workshop at[MOST];
	char text[600];
};

static const char *said(const char *word)
{
	return strcmp(word, "-") == 0 ? "" : word;
}

static void shelf_add(struct shelf *shelf, char *line)
{
	struct workshop *workshop = &shelf->at[shelf->outline.workshops.len];
	char *words[6], *rest = line;

	for (size_t i = 0; i < COUNT(words); i++)
		words[i] = strtok_r(rest, " ", &rest);
	*workshop = (struct workshop){ .id = words[0], .series = said(words[2]), .previous = said(words[3]) };
	workshop->born.bytes[0] = (uint8_t)shelf->outline.workshops.len;
	assert_int_equal(calendar_parse(words[1], &workshop->start_ms), ST_OK);
	workshop->fiscal_no = atoi(said(words[4]));
	workshop->cumulative_no = atoi(said(words[5]));
	shelf->outline.workshops.len++;
}

static void shelf_write(struct shelf *shelf, const char *text)
{
	*shelf = (struct shelf){ .outline = { .workshops = { .at = shelf->at } } };
	snprintf(shelf->text, sizeof shelf->text, "%s", text);
	for (char *rest = shelf->text, *line; (line = strtok_r(rest, ";", &rest));)
		shelf_add(shelf, line);
}

static void workshops_are_counted_by_year_and_in_all(void **state)
{
	static const struct {
		const char *shelf, *of, *want; /* "fiscal year, number in it, in all" */
	} cases[] = {
		{ "a 2026-02-10 S - - -;b 2026-04-01 S - - -", "a", "2025 1 1" },
		{ "a 2026-02-10 S - - -;b 2026-04-01 S - - -", "b", "2026 1 2" }, /* field.md 1.1: this year's first, the second in all */
		{ "a 2026-02-10 S - - -;b 2026-03-31 S - - -", "b", "2025 2 2" },
		{ "b 2026-06-01 S - - -;a 2026-05-01 S - - -", "b", "2026 2 2" }, /* by their days, not as they were made */
		{ "a 2026-05-01 S - - -;b 2026-05-01 S - - -", "b", "2026 2 2" },
		{ "a 2026-05-01 S - - -;b 2026-06-01 T - - -", "b", "2026 1 1" },
		{ "a 2026-05-01 S - 3 12;b 2026-06-01 S - - -", "b", "2026 4 13" }, /* counted on from what was said */
		{ "a 2026-05-01 S - - 12;b 2027-06-01 S - - -", "b", "2027 1 13" },
		{ "a 2026-05-01 S - 4 -;b 2026-06-01 S - - -", "b", "2026 5 5" },  /* never more in the year than in all */
		{ "a 2026-05-01 S - 5 3;b 2026-06-01 S - - -", "a", "2026 3 3" },
		{ "a 2026-05-01 - - - -", "a", "0 0 0" },
		{ "a 2026-05-01 - - 2 7", "a", "2026 2 7" },
		{ "a 2026-02-01 - - - -;b 2026-05-01 - a - -;c 2026-06-01 - b - -", "c", "2026 2 3" },
		{ "a 2026-02-01 - b - -;b 2026-05-01 - a - -", "b", "2026 1 2" }, /* a circle, of two files merged */
		{ "a 2026-05-01 S - - -", "nosuch", "0 0 0" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct shelf shelf;
		char got[80];
		shelf_write(&shelf, cases[i].shelf);
		struct series_number number = series_number_of(&shelf.outline, cases[i].of);
		snprintf(got, sizeof got, "%d %d %d", number.fiscal_year, (int)number.fiscal_no, (int)number.cumulative_no);
		if (strcmp(got, cases[i].want) != 0)
			fail_msg("%s of “%s” is %s, not %s", cases[i].of, cases[i].shelf, got, cases[i].want);
	}
}

static void the_next_one_counts_on(void **state)
{
	static const struct {
		const char *shelf, *day, *title, *want;
	} cases[] = {
		{ "a 2026-05-01 S - - -", "2026-06-01", "つむぎ 第1回", "つむぎ 第2回" },
		{ "a 2026-05-01 S - - -", "2026-06-01", "つむぎ　第１回ワーク", "つむぎ　第２回ワーク" },
		{ "a 2026-05-01 S - - -", "2026-06-01", "第九回", "第十回" },
		{ "a 2026-05-01 S - - -", "2026-06-01", "第十九回", "第二十回" },
		{ "a 2026-05-01 S - - -", "2026-06-01", "第二十回", "第二十一回" },
		{ "a 2026-05-01 S - - -", "2026-06-01", "第九十九回", "第100回" },
		{ "a 2026-05-01 S - - -", "2026-06-01", "令和8年度第1回（通算12回）", "令和8年度第2回（通算13回）" },
		{ "a 2026-05-01 S - - -", "2027-04-01", "令和8年度第4回（通算12回）", "令和9年度第1回（通算13回）" },
		{ "a 2026-05-01 S - - -", "2027-03-31", "2026年度 第4回", "2026年度 第5回" },
		{ "a 2026-05-01 S - - -", "2027-04-01", "２０２６年度 第４回", "２０２７年度 第１回" },
		{ "a 2026-05-01 S - - -", "2027-04-01", "今年度第3回", "今年度第1回" },
		{ "a 2019-01-10 S - - -", "2019-05-10", "平成30年度第2回", "令和元年度第1回" },
		{ "a 2019-05-10 S - - -", "2020-05-10", "令和元年度第2回", "令和2年度第1回" },
		{ "a 2026-05-01 S - - -", "2026-06-01", "Circle #9", "Circle #10" },
		{ "a 2026-05-01 S - - -", "2026-06-01", "Circle no. 9, evening", "Circle no. 10, evening" },
		{ "a 2026-05-01 S - - -", "2026-06-01", "Circle", "Circle #2" },
		{ "a 2026-05-01 S - 1 7", "2026-06-01", "Circle 2026", "Circle 2026 #8" },
		{ "a 2026-05-01 - - - -", "2026-06-01", "Alone", "Alone #2" },
		{ "a 2026-05-01 S - - -", "2026-06-01", "C# for all, 第回, 第1部, 第99999回", "C# for all, 第回, 第1部, 第99999回 #2" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct shelf shelf;
		struct buf title = { 0 };
		int64_t start_ms;
		shelf_write(&shelf, cases[i].shelf);
		assert_int_equal(calendar_parse(cases[i].day, &start_ms), ST_OK);
		struct series_number next = series_number_next(&shelf.outline, "a", start_ms);
		series_next_title(cases[i].title, &next, &title);
		if (strcmp(buf_text(&title), cases[i].want) != 0)
			fail_msg("after “%s” comes “%s”, not “%s”", cases[i].title, buf_text(&title), cases[i].want);
		buf_done(&title);
	}
}

static void a_number_of_the_year_beyond_that_in_all_is_refused(void **state)
{
	struct fault fault = { "" };

	(void)state;
	assert_int_equal(series_check(3, 2, &fault), ST_INVALID);
	assert_non_null(strstr(fault.text, "3"));
	assert_int_equal(series_check(2, 2, &fault), ST_OK);
	assert_int_equal(series_check(3, 0, &fault), ST_OK);
	assert_int_equal(series_check(0, 2, &fault), ST_OK);
}

static void numbers_and_days_are_said_in_words(void **state)
{
	const struct series_number number = { 2026, 1, 2 }, none = { 0 };
	int64_t ms;

	(void)state;
	assert_int_equal(calendar_parse("2026-11-22 13:30", &ms), ST_OK);
	assert_string_equal(series_words(&number).text, "no. 1 of fiscal 2026, no. 2 in all");
	assert_string_equal(series_words(&none).text, "");
	assert_string_equal(words_day(ms).text, "2026-11-22 (Sun)");
	assert_string_equal(words_day(0).text, "");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(workshops_are_counted_by_year_and_in_all),
		cmocka_unit_test(the_next_one_counts_on),
		cmocka_unit_test(a_number_of_the_year_beyond_that_in_all_is_refused),
		cmocka_unit_test(numbers_and_days_are_said_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
