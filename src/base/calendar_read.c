/* calendar_read.c - dates and times of day as people type them. */
#include "base/calendar.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { HOUR_S = 3600, NARROW_MAX = 80 };

/* --- reading --------------------------------------------------------------------------------------------------------- */

/* An IME left on types full-width forms of all of ASCII: U+FF01-FF5E, three bytes each from EF BC 81 on; and U+3000. */
static unsigned char next_narrow(const char **text)
{
	const unsigned char *c = (const unsigned char *)*text;
	int length = 3, narrow;

	if (c[0] == 0xEF && c[1] == 0xBC && c[2] >= 0x81 && c[2] <= 0xBF) {
		narrow = c[2] - 0x81 + '!';
	} else if (c[0] == 0xEF && c[1] == 0xBD && c[2] >= 0x80 && c[2] <= 0x9E) {
		narrow = c[2] - 0x80 + '`';
	} else if (c[0] == 0xE3 && c[1] == 0x80 && c[2] == 0x80) {
		narrow = ' ';
	} else {
		narrow = c[0];
		length = 1;
	}
	*text += length;
	return (unsigned char)tolower(narrow);
}

/* Without blanks at the ends. False: longer than any date is. */
static bool narrow(const char *text, char ret_text[NARROW_MAX])
{
	size_t len = 0;

	while (*text && len + 1 < NARROW_MAX) {
		unsigned char c = next_narrow(&text);
		if (len || c != ' ')
			ret_text[len++] = (char)c;
	}
	while (len && ret_text[len - 1] == ' ')
		len--;
	ret_text[len] = '\0';
	return !*text;
}

/* Returns how many digits there were; more than `most`: 0. */
static int take_digits(const char **at, int most, int *ret_number)
{
	int digits = 0, number = 0;

	for (; isdigit((unsigned char)(*at)[digits]); digits++)
		if (digits < most)
			number = number * 10 + (*at)[digits] - '0';
	if (digits > most)
		return 0;
	*at += digits;
	*ret_number = number;
	return digits;
}

static bool take_word(const char **at, const char *word)
{
	size_t len = strlen(word);

	if (strncmp(*at, word, len) != 0)
		return false;
	*at += len;
	return true;
}

static void skip_blanks(const char **at)
{
	*at += strspn(*at, " ");
}

/* --- times of day ---------------------------------------------------------------------------------------------------- */

/* "930", "1330": without anything between. */
static bool take_bare_minutes(int digits, int *hour, int *minute)
{
	*minute = *hour % 100;
	*hour /= 100;
	return digits >= 3;
}

/* Behind the hour's digits. */
static bool take_minutes(const char **at, int digits, int *hour, int *minute)
{
	int found;

	*minute = 0;
	if (digits > 2)
		return take_bare_minutes(digits, hour, minute);
	if (take_word(at, ":"))
		return take_digits(at, 2, minute) == 2;
	if (!take_word(at, "時"))
		return false;
	if (take_word(at, "半")) {
		*minute = 30;
		return true;
	}
	found = isdigit((unsigned char)**at) ? take_digits(at, 2, minute) : -1;
	return found < 0 || (found > 0 && take_word(at, "分"));
}

/* Of twelve hours, noon's is the first of the afternoon. */
static bool take_half_day(int *hour, bool is_morning, bool is_afternoon)
{
	if (!is_morning && !is_afternoon)
		return true;
	if (*hour > 12)
		return false;
	*hour = *hour % 12 + (is_afternoon ? 12 : 0);
	return true;
}

static bool take_time(const char **at, int64_t *ret_s)
{
	bool is_morning = take_word(at, "午前"), is_afternoon = !is_morning && take_word(at, "午後");
	int hour, minute, digits = take_digits(at, 4, &hour);

	if (!digits || !take_minutes(at, digits, &hour, &minute))
		return false;
	const char *behind = *at;
	skip_blanks(&behind);
	if (!is_morning && !is_afternoon && ((is_morning = take_word(&behind, "am")) || (is_afternoon = take_word(&behind, "pm"))))
		*at = behind;
	if (!take_half_day(&hour, is_morning, is_afternoon) || hour > 29 || minute > 59)
		return false;
	*ret_s = hour * HOUR_S + minute * 60;
	return true;
}

enum status calendar_parse_time(const char *text, int64_t *ret_s)
{
	char narrowed[NARROW_MAX];
	const char *at = narrowed;
	int64_t seconds;

	if (!narrow(text, narrowed) || !take_time(&at, &seconds) || *at)
		return ST_INVALID;
	*ret_s = seconds;
	return ST_OK;
}

/* --- dates ----------------------------------------------------------------------------------------------------------- */

static bool take_separator(const char **at, const char *unit)
{
	return take_word(at, "-") || take_word(at, "/") || take_word(at, ".") || take_word(at, unit);
}

/* "令和8", "r8", "令和元"; false: none, and *at is where it was. */
static bool take_era_year(const char **at, int *ret_year)
{
	static const struct {
		const char *name, *letter;
		int year_0;
	} eras[] = {
		{ "令和", "r", 2018 }, { "平成", "h", 1988 }, { "昭和", "s", 1925 }, { "大正", "t", 1911 }, { "明治", "m", 1867 },
	};
	const char *behind = *at;

	for (size_t i = 0; i < sizeof eras / sizeof *eras; i++) {
		int year = 1;
		if (!take_word(&behind, eras[i].name) && !take_word(&behind, eras[i].letter))
			continue;
		if (!take_word(&behind, "元") && (!take_digits(&behind, 2, &year) || year == 0))
			return false;
		*ret_year = eras[i].year_0 + year;
		*at = behind;
		return true;
	}
	return false;
}

/* A year of four digits or of an era. *ret_year 0: the text begins with the month. */
static bool take_year(const char **at, int *ret_year)
{
	const char *behind = *at;
	bool is_year = take_era_year(&behind, ret_year) || take_digits(&behind, 4, ret_year) == 4;

	if (!is_year) {
		*ret_year = 0;
		return true;
	}
	*at = behind;
	return take_separator(at, "年");
}

/* *ret_day: that day, at 00:00; its year 0 where none is said. */
static bool take_date(const char **at, struct calendar *ret_day)
{
	int year, month, day;

	if (!take_year(at, &year) || !take_digits(at, 2, &month) || !take_separator(at, "月") || !take_digits(at, 2, &day))
		return false;
	take_word(at, "日");
	if (take_word(at, "(")) {
		*at += strcspn(*at, ")");
		if (!take_word(at, ")"))
			return false;
	}
	*ret_day = (struct calendar){ .year = year, .month = month, .day = day };
	return true;
}

/* A 31 February counts on to 3 March; a person meant something else. */
static bool is_in_calendar(const struct calendar *day)
{
	struct calendar noon = *day;

	noon.hour = 12;
	noon = calendar_of(calendar_ms(&noon));
	return noon.month == day->month && noon.day == day->day;
}

/* The next such day: this year's, or the next one's. */
static void guess_year(struct calendar *day, int64_t now_ms)
{
	day->year = calendar_of(now_ms).year;
	if (calendar_ms(day) < calendar_midnight_ms(now_ms))
		day->year++;
}

/* "", or behind blanks or a 't' a time of day of that day, with seconds if need be. */
static bool take_time_of_date(const char *at, struct calendar *day)
{
	int64_t seconds;

	if (!*at)
		return true;
	if (*at != 't' && *at != ' ' && at[-1] != ')' && (unsigned char)at[-1] < 0x80)
		return false;
	at += *at == 't';
	skip_blanks(&at);
	if (!take_time(&at, &seconds) || seconds >= INT64_C(24) * HOUR_S)
		return false;
	if (take_word(&at, ":") && (take_digits(&at, 2, &day->second) != 2 || day->second > 59))
		return false;
	day->hour = (int)(seconds / HOUR_S);
	day->minute = (int)(seconds / 60 % 60);
	return !*at;
}

/* now_ms 0: a year is needed. */
static enum status parse(const char *text, int64_t now_ms, int64_t *ret_wall_ms)
{
	char narrowed[NARROW_MAX];
	const char *at = narrowed;
	struct calendar day;

	if (!narrow(text, narrowed) || !take_date(&at, &day))
		return ST_INVALID;
	if (!day.year && now_ms)
		guess_year(&day, now_ms);
	if (!day.year || !is_in_calendar(&day) || !take_time_of_date(at, &day))
		return ST_INVALID;
	int64_t wall_ms = calendar_ms(&day);
	struct calendar found = calendar_of(wall_ms);
	/* In the hour that a clock put forward leaves out there is no such time. */
	if (found.hour != day.hour || found.minute != day.minute)
		return ST_INVALID;
	*ret_wall_ms = wall_ms;
	return ST_OK;
}

enum status calendar_parse(const char *text, int64_t *ret_wall_ms)
{
	return parse(text, 0, ret_wall_ms);
}

enum status calendar_parse_coming(const char *text, int64_t now_ms, int64_t *ret_wall_ms)
{
	return parse(text, now_ms, ret_wall_ms);
}
