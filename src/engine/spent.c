#include "engine/spent.h"

#include "base/i18n.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MINUTE_MS = 60000 };

static int64_t planned_ms(const struct run_item *item)
{
	if (item->planned_ms || !item->planned_end_ms)
		return item->planned_ms;
	return item->planned_end_ms - item->planned_start_ms;
}

struct spent spent_of(const struct run_item *item)
{
	struct spent spent = {
		.open_ended = item->open_ended,
		.planned_ms = item->open_ended ? 0 : planned_ms(item),
		.actual_ms = item->total_active_ms,
	};

	/* What was only passed through, on the way to the end, says nothing. */
	if (item->status == ITEM_DONE && (item->total_active_ms >= MINUTE_MS / 2 || spent.planned_ms < MINUTE_MS))
		spent.state = SPENT_HELD;
	else if (item->status == ITEM_SKIPPED)
		spent.state = SPENT_SKIPPED;
	return spent;
}

struct spent spent_in_all(const struct run *run)
{
	struct spent all = { 0 };
	int64_t difference_ms;

	for (size_t i = 0; i < run->len; i++) {
		struct spent spent = spent_of(&run->items[i]);
		if (!spent_difference_ms(&spent, &difference_ms))
			continue;
		all.state = SPENT_HELD;
		all.planned_ms += spent.planned_ms;
		all.actual_ms += spent.actual_ms;
	}
	return all;
}

bool spent_difference_ms(const struct spent *spent, int64_t *ret_ms)
{
	if (spent->state != SPENT_HELD || spent->open_ended)
		return false;
	*ret_ms = spent->actual_ms - spent->planned_ms;
	return true;
}

static int64_t minutes_of(int64_t ms)
{
	return (ms + MINUTE_MS / 2) / MINUTE_MS;
}

int64_t spent_plan_s(const struct spent *spent, int64_t planned_s)
{
	int64_t minutes = minutes_of(spent->actual_ms);

	if (spent->state != SPENT_HELD || spent->open_ended || !planned_s)
		return planned_s;
	return (minutes ? minutes : 1) * 60;
}

static struct words minutes_words(int64_t min)
{
	struct words words;

	if (min)
		return words_length(min * 60);
	snprintf(words.text, sizeof words.text, _("%lld min"), (long long)min);
	return words;
}

/* Of the minutes that are shown, so that 10 and 12 are 2 apart. */
struct words spent_difference(const struct spent *spent)
{
	int64_t ms, min = minutes_of(spent->actual_ms) - minutes_of(spent->planned_ms);
	struct words words = { "" };

	if (spent_difference_ms(spent, &ms))
		snprintf(words.text, sizeof words.text, "%s%.64s", min > 0 ? "+" : min < 0 ? "-" : "",
			 minutes_words(llabs(min)).text);
	return words;
}

struct words spent_last_time_words(const struct spent *spent)
{
	int64_t actual = minutes_of(spent->actual_ms), planned = minutes_of(spent->planned_ms);
	struct words words = { "" };

	if (spent->state == SPENT_SKIPPED)
		snprintf(words.text, sizeof words.text, "%s", _("skipped last time"));
	else if (spent->state == SPENT_HELD && spent->open_ended)
		snprintf(words.text, sizeof words.text, _("last time %.64s"), minutes_words(actual).text);
	else if (spent->state == SPENT_HELD && actual == planned)
		snprintf(words.text, sizeof words.text, _("last time %.64s, as planned"), minutes_words(actual).text);
	else if (spent->state == SPENT_HELD)
		snprintf(words.text, sizeof words.text, _("last time planned %.64s, took %.64s"), minutes_words(planned).text,
			 minutes_words(actual).text);
	return words;
}

struct words spent_last_time_short(const struct spent *spent)
{
	struct words words = { "" };

	if (spent->state != SPENT_HELD)
		return spent_last_time_words(spent);
	snprintf(words.text, sizeof words.text, _("last time %.64s"), minutes_words(minutes_of(spent->actual_ms)).text);
	return words;
}

/* --- which workshop ------------------------------------------------------------------------------------------------- */

static const struct workshop *workshop_of(const struct workbook *outline, const char *id)
{
	return (const struct workshop *)workbook_find(outline, ENTITY_workshop, id);
}

static bool was_held(const struct workbook *outline, const struct workshop *workshop)
{
	return !workshop->rehearse_speed && run_state_of(outline, workshop->id) != RUN_PLANNED;
}

static const struct workshop *earlier_in_series(const struct workbook *outline, const struct workshop *workshop)
{
	const struct workshop *newest = NULL;

	for (size_t i = 0; *workshop->series && i < outline->workshops.len; i++) {
		const struct workshop *other = &outline->workshops.at[i];
		bool is_earlier = other->start_ms < workshop->start_ms && strcmp(other->series, workshop->series) == 0;
		if (is_earlier && (!newest || other->start_ms > newest->start_ms) && was_held(outline, other))
			newest = other;
	}
	return newest;
}

static const struct workshop *made_from(const struct workbook *outline, const struct workshop *workshop)
{
	const struct workshop *from = workshop_of(outline, workshop->previous);

	return from && was_held(outline, from) ? from : NULL;
}

/* What `find` finds for the workshop, else for the one it was made from, and so on. Two files merged may make a circle of
 * what no single one would. */
static const struct workshop *along_the_chain(const struct workbook *outline, const struct workshop *workshop,
					      const struct workshop *(*find)(const struct workbook *outline,
									     const struct workshop *workshop))
{
	const struct workshop *at = workshop, *found = NULL;

	for (size_t hops = 0; at && hops <= outline->workshops.len; hops++) {
		found = find(outline, at);
		if (found && found != workshop)
			return found;
		at = workshop_of(outline, at->previous);
	}
	return NULL;
}

const struct workshop *spent_previous(const struct workbook *outline, const char *id)
{
	const struct workshop *workshop = workshop_of(outline, id);
	const struct workshop *before = workshop ? along_the_chain(outline, workshop, made_from) : NULL;

	return before || !workshop ? before : along_the_chain(outline, workshop, earlier_in_series);
}
