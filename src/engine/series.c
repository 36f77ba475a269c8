#include "engine/series.h"

#include "base/calendar.h"
#include "base/i18n.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- which workshops ------------------------------------------------------------------------------------------------- */

static const struct workshop *workshop_of(const struct workbook *outline, const char *id)
{
	return (const struct workshop *)workbook_find(outline, ENTITY_workshop, id);
}

static bool is_earlier(const struct workshop *a, const struct workshop *b)
{
	return a->start_ms != b->start_ms ? a->start_ms < b->start_ms : stamp_compare(a->born, b->born) < 0;
}

static int by_day(const void *a, const void *b)
{
	const struct workshop *const *x = a, *const *y = b;

	return is_earlier(*x, *y) ? -1 : is_earlier(*y, *x);
}

/* Those of its name up to the workshop itself, by their days. */
static size_t list_named(const struct workbook *outline, const struct workshop *workshop, const struct workshop **list)
{
	size_t len = 0;

	for (size_t i = 0; i < outline->workshops.len; i++) {
		const struct workshop *other = &outline->workshops.at[i];
		if (strcmp(other->series, workshop->series) == 0 && !is_earlier(workshop, other))
			list[len++] = other;
	}
	qsort(list, len, sizeof *list, by_day);
	return len;
}

/* Those it was made from, the first one first. Two files merged may make a circle of what no single one would. */
static size_t list_chain(const struct workbook *outline, const struct workshop *workshop, const struct workshop **list)
{
	size_t len = 0;

	for (const struct workshop *at = workshop; at && len < outline->workshops.len; at = workshop_of(outline, at->previous))
		list[len++] = at;
	for (size_t i = 0; i < len / 2; i++) {
		const struct workshop *other = list[i];
		list[i] = list[len - 1 - i];
		list[len - 1 - i] = other;
	}
	return len;
}

/* --- counting -------------------------------------------------------------------------------------------------------- */

/* Where both say a number and they contradict each other (two people may have changed one each), what holds of all is kept. */
static void count_on(struct series_number *number, int64_t start_ms, int64_t said_fiscal_no, int64_t said_cumulative_no)
{
	int year = calendar_fiscal_year(start_ms);
	int64_t counted = year == number->fiscal_year ? number->fiscal_no + 1 : 1;

	number->fiscal_year = year;
	number->cumulative_no = said_cumulative_no ? said_cumulative_no : number->cumulative_no + 1;
	number->fiscal_no = said_fiscal_no ? said_fiscal_no : counted;
	if (number->fiscal_no > number->cumulative_no && said_cumulative_no)
		number->fiscal_no = said_cumulative_no;
	else if (number->fiscal_no > number->cumulative_no)
		number->cumulative_no = number->fiscal_no;
}

struct series_number series_number_of(const struct workbook *outline, const char *id)
{
	const struct workshop *workshop = workshop_of(outline, id);
	struct series_number number = { 0 };
	struct arena arena = { 0 };

	if (!workshop)
		return number;
	const struct workshop **list = arena_new(&arena, outline->workshops.len, sizeof *list);
	size_t len = *workshop->series ? list_named(outline, workshop, list) : list_chain(outline, workshop, list);
	bool is_counted = *workshop->series || len > 1 || workshop->fiscal_no || workshop->cumulative_no;
	for (size_t i = 0; is_counted && i < len; i++)
		count_on(&number, list[i]->start_ms, list[i]->fiscal_no, list[i]->cumulative_no);
	arena_done(&arena);
	return number;
}

struct series_number series_number_next(const struct workbook *outline, const char *before, int64_t start_ms)
{
	struct series_number number = series_number_of(outline, before);
	const struct workshop *workshop = workshop_of(outline, before);

	/* The one that was held alone is the first as soon as there is a second. */
	if (!number.cumulative_no && workshop)
		count_on(&number, workshop->start_ms, 0, 0);
	count_on(&number, start_ms, 0, 0);
	return number;
}

enum status series_check(int64_t fiscal_no, int64_t cumulative_no, struct fault *fault)
{
	if (fiscal_no && cumulative_no && fiscal_no > cumulative_no)
		return fault_set(fault, ST_INVALID,
				 _("No. %lld of its year cannot be no. %lld in all; the number in all is never the smaller one."),
				 (long long)fiscal_no, (long long)cumulative_no);
	return ST_OK;
}

/* --- words ----------------------------------------------------------------------------------------------------------- */

struct words series_words(const struct series_number *number)
{
	struct words words = { "" };

	if (number->cumulative_no)
		/* TRANSLATORS: its number in the fiscal year, that year, its number in all */
		snprintf(words.text, sizeof words.text, _("no. %1$lld of fiscal %2$.40s, no. %3$lld in all"),
			 (long long)number->fiscal_no, words_fiscal_year(number->fiscal_year).text,
			 (long long)number->cumulative_no);
	return words;
}
