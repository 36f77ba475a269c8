/* agenda_sum.c - how an agenda goes out: when each step begins and ends, and whether the hall is open as long. */
#include "engine/agenda.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "base/number.h"

#include <stdio.h>
#include <string.h>

int64_t agenda_start_ms(const struct run *run, const struct run_item *item)
{
	return run->state == RUN_PLANNED ? item->planned_start_ms : item->forecast_start_ms;
}

int64_t agenda_end_ms(const struct run *run, const struct run_item *item)
{
	return run->state == RUN_PLANNED ? item->planned_end_ms : item->forecast_end_ms;
}

struct agenda_sum agenda_sum_of(const struct run *run)
{
	struct agenda_sum sum = { .hall_ms = run->hall_end_ms };

	sum.end_ms = run->state == RUN_PLANNED ? run->planned_end_ms : run->forecast_end_ms;
	for (size_t i = 0; i < run->len; i++) {
		const struct run_item *item = &run->items[i];
		sum.total_ms += larger(item->planned_ms + item->adjust_ms, 0);
		sum.open_ended |= item->open_ended;
	}
	return sum;
}

bool agenda_is_too_long(const struct agenda_sum *sum)
{
	return sum->hall_ms && sum->end_ms > sum->hall_ms;
}

int64_t agenda_hall_end_ms(int64_t start_ms, int64_t hall_ms)
{
	const int64_t day_ms = 86400000;

	if (!hall_ms || !start_ms)
		return hall_ms;
	hall_ms += calendar_midnight_ms(start_ms) - calendar_midnight_ms(hall_ms);
	return hall_ms > start_ms ? hall_ms : hall_ms + day_ms;
}

/* Whole minutes, up: half a minute too long is too long. */
static struct words minutes_up(int64_t ms)
{
	return words_length((ms + 59999) / 60000 * 60);
}

struct words agenda_sum_words(const struct run *run)
{
	struct agenda_sum sum = agenda_sum_of(run);
	struct words total = words_length(sum.total_ms / 1000), end = words_time(sum.end_ms, run->planned_start_ms);
	struct words hall = words_time(sum.hall_ms, run->planned_start_ms), words = { "" };
	size_t used;

	if (!run->len)
		return words;
	snprintf(words.text, sizeof words.text,
		 sum.open_ended ? _("In all %.40s and what is of open length, until %.20s.") : _("In all %.40s, until %.20s."), total.text,
		 end.text);
	used = strlen(words.text);
	if (agenda_is_too_long(&sum))
		snprintf(words.text + used, sizeof words.text - used, _(" That is %1$.40s longer than the hall is ours (until %2$.20s)."),
			 minutes_up(sum.end_ms - sum.hall_ms).text, hall.text);
	else if (sum.hall_ms && sum.hall_ms - sum.end_ms < 60000)
		snprintf(words.text + used, sizeof words.text - used, _(" That is just when the hall closes."));
	else if (sum.hall_ms)
		snprintf(words.text + used, sizeof words.text - used, _(" The hall is ours until %.20s: %.40s to spare."), hall.text,
			 words_length((sum.hall_ms - sum.end_ms) / 60000 * 60).text);
	return words;
}

struct words agenda_clash_words(const struct run *run, size_t step)
{
	const struct run_item *item = &run->items[step];
	int64_t before_ms = step ? agenda_end_ms(run, &run->items[step - 1]) : 0, start_ms = agenda_start_ms(run, item);
	struct words words = { "" };

	if (item->status != ITEM_WAITING || !start_ms)
		return words;
	if (run_lack_ms(item))
		snprintf(words.text, sizeof words.text, _("%.40s short of its time"), minutes_up(run_lack_ms(item)).text);
	else if (item->fixed_start_ms && item->fixed_start_ms < start_ms)
		snprintf(words.text, sizeof words.text, _("%.40s later than fixed"), minutes_up(start_ms - item->fixed_start_ms).text);
	else if (before_ms && item->fixed_start_ms && before_ms < start_ms)
		snprintf(words.text, sizeof words.text, _("%.40s free before it"), minutes_up(start_ms - before_ms).text);
	return words;
}
