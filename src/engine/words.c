#include "engine/words.h"

#include "base/calendar.h"
#include "base/i18n.h"

#include <stdarg.h>
#include <stdio.h>

PRINTF(1) static struct words words_of(const char *format, ...)
{
	struct words words;
	va_list args;

	va_start(args, format);
	vsnprintf(words.text, sizeof words.text, format, args);
	va_end(args);
	return words;
}

struct words words_clock(int64_t s)
{
	const char *sign = s < 0 ? "-" : "";
	int64_t apart = s < 0 ? -s : s;
	int minute = (int)(apart / 60 % 60), second = (int)(apart % 60);

	if (apart < 3600)
		return words_of("%s%d:%02d", sign, minute, second);
	return words_of("%s%lld:%02d:%02d", sign, (long long)apart / 3600, minute, second);
}

struct words words_remaining(const struct run_item *item)
{
	if (item->open_ended)
		return words_clock(run_elapsed_s(item));
	if (item->overtime_ms > 0)
		return words_of("+%s", words_clock(run_overtime_s(item)).text);
	return words_clock(run_remaining_s(item));
}

struct words words_length(int64_t s)
{
	long long min = s / 60, second = s % 60;

	if (s < 60)
		return words_of(_("%lld s"), second);
	if (min >= 48 * 60)
		return words_of(_("%lld days"), min / (24 * 60));
	if (min >= 180 && min % 60 == 0)
		return words_of(_("%lld h"), min / 60);
	if (min >= 180)
		return words_of(_("%lld h %lld min"), min / 60, min % 60);
	if (second == 0)
		return words_of(_("%lld min"), min);
	return words_of(_("%lld min %lld s"), min, second);
}

/* Half a minute either way is nothing (clock.md 2.4); beyond it, whole minutes, rounded. 0: nothing. */
static int64_t minutes_apart(int64_t ms)
{
	int64_t apart_ms = ms < 0 ? -ms : ms;

	return apart_ms <= 30000 ? 0 : (apart_ms + 30000) / 60000;
}

static struct words standing(int64_t ms, const char *more, const char *none, const char *less)
{
	int64_t min = minutes_apart(ms);

	if (min == 0)
		return words_of("%s", none);
	return words_of(ms > 0 ? more : less, words_length(min * 60).text);
}

struct words words_about(int64_t ms)
{
	int64_t minutes = (ms + 30000) / 60000;

	return words_length(minutes > 0 ? minutes * 60 : (ms + 9999) / 10000 * 10);
}

struct words words_delta(int64_t ms)
{
	return standing(ms, _("%s behind"), _("on time"), _("%s in hand"));
}

struct words words_slack(int64_t ms)
{
	return standing(ms, _("%s to spare"), _("just in time"), _("%s over"));
}

static struct words whole_minutes_up(int64_t ms)
{
	return words_length((ms + 59999) / 60000 * 60);
}

static struct words words_lack(const struct refit *refit)
{
	struct words missing = whole_minutes_up(refit->lack_ms);

	if (!refit_is_needed(refit))
		return words_of(_("A fixed end cuts %s off a step, and no step before it may be shorter."), missing.text);
	if (refit->lack_left_ms == 0)
		return words_of(_("A fixed end cuts %s off a step; the steps before it can give that."), missing.text);
	return words_of(_("A fixed end cuts %s off a step; the steps before it give all but %s."), missing.text,
			whole_minutes_up(refit->lack_left_ms).text);
}

struct words words_refit(const struct refit *refit)
{
	struct words missing = whole_minutes_up(refit->deficit_ms);

	if (refit->deficit_ms == 0 && refit->lack_ms > 0)
		return words_lack(refit);
	if (refit->deficit_ms == 0)
		return words_of("%s", _("Everything fits; nothing needs to be shortened."));
	if (!refit_is_needed(refit))
		return words_of(_("%s over, and nothing that is still to come may be shortened."), missing.text);
	if (refit->overrun_ms == 0)
		return words_of(_("%s over; the steps still to come can give that."), missing.text);
	return words_of(_("%s over; the steps still to come, at their shortest, leave %s over."), missing.text,
			whole_minutes_up(refit->overrun_ms).text);
}

/* Rounded, since a day on which the clocks change has 23 or 25 hours. */
static int64_t days_between(int64_t from_ms, int64_t to_ms)
{
	const int64_t day_ms = 24 * 3600 * 1000;
	int64_t ms = calendar_midnight_ms(to_ms) - calendar_midnight_ms(from_ms);

	return (ms + (ms < 0 ? -day_ms / 2 : day_ms / 2)) / day_ms;
}

struct words words_time(int64_t wall_ms, int64_t start_ms)
{
	struct calendar at = calendar_of(wall_ms);
	int64_t days = start_ms ? days_between(start_ms, wall_ms) : 0;

	if (!wall_ms)
		return words_of("%s", "");
	struct words time = words_of("%d:%02d", at.hour, at.minute);
	if (days == 1)
		return words_of(_("%s (+1)"), time.text);
	if (days)
		return words_of(_("%s (%+lld days)"), time.text, (long long)days);
	return time;
}

static struct words era_year(const struct calendar_era *era)
{
	return era->year == 1 ? words_of("%s元", era->name) : words_of("%s%d", era->name, era->year);
}

/* The year of the common era with the Japanese one beside it (和暦), where that is what people count by. */
static struct words year_words(int64_t wall_ms)
{
	struct calendar_era era = calendar_era_of(wall_ms);
	int year = calendar_of(wall_ms).year;

	if (!i18n_is_japanese())
		return words_of("%d", year);
	if (!era.name)
		return words_of("%d年", year);
	return words_of("%d年（%s年）", year, era_year(&era).text);
}

struct words words_day(int64_t wall_ms)
{
	static const char *const names[] = {
		N_("Sun"), N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"),
	};
	struct calendar day = calendar_of(wall_ms);

	if (!wall_ms)
		return words_of("%s", "");
	/* TRANSLATORS: year (in Japanese with its sign), month, day, weekday */
	return words_of(_("%1$s-%2$02d-%3$02d (%4$s)"), year_words(wall_ms).text, day.month, day.day, _(names[day.weekday]));
}

struct words words_span(int64_t from_ms, int64_t to_ms)
{
	struct calendar from = calendar_of(from_ms), to = calendar_of(to_ms);

	return words_of("%02d:%02d–%02d:%02d", from.hour, from.minute, to.hour, to.minute);
}

/* By its last day of December: the year in which an era begins is that era's first. */
struct words words_fiscal_year(int year)
{
	const struct calendar december = { .year = year, .month = 12, .day = 31 };
	struct calendar_era era = calendar_era_of(calendar_ms(&december));

	return i18n_is_japanese() && era.name ? era_year(&era) : words_of("%d", year);
}

struct words words_kind(const struct item *item)
{
	const char *kind = code_label(&codes_item_kind, item->kind);

	if (item->strictness == STRICTNESS_GENTLE)
		return words_of("%s", kind);
	return words_of(_("%s, %s"), kind, code_label(&codes_strictness, item->strictness));
}

struct words words_rehearsal(const struct workbook *book)
{
	const struct workshop *workshop = workbook_workshop(book);

	if (!workshop || !workshop->rehearse_speed)
		return words_of("%s", "");
	return words_of(_("REHEARSAL ×%d"), (int)workshop->rehearse_speed);
}

const char *words_run_state(enum run_state state)
{
	static const char *const labels[] = {
		[RUN_PLANNED] = N_("planned"),
		[RUN_RUNNING] = N_("running"),
		[RUN_PAUSED] = N_("paused"),
		[RUN_ENDED] = N_("ended"),
	};

	return _(labels[state]);
}

const char *words_item_status(enum item_status status)
{
	static const char *const labels[] = {
		[ITEM_WAITING] = N_("waiting"),
		[ITEM_RUNNING] = N_("running"),
		[ITEM_DONE] = N_("done"),
		[ITEM_SKIPPED] = N_("skipped"),
	};

	return _(labels[status]);
}
