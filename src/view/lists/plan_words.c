#include "plan_words.h"

#include "base/i18n.h"
#include "engine/agenda.h"
#include "engine/carry.h"
#include "engine/words.h"

#include <stdio.h>
#include <string.h>

struct words plan_times(const struct run *run, const struct run_item *item)
{
	int64_t start_ms = agenda_start_ms(run, item), end_ms = agenda_end_ms(run, item);
	struct words words = { "" };

	if (start_ms && end_ms)
		snprintf(words.text, sizeof words.text, "%.40s-%.40s", words_time(start_ms, run->planned_start_ms).text,
			 words_time(end_ms, run->planned_start_ms).text);
	return words;
}

struct words plan_length(const struct run_item *item)
{
	struct words words;

	if (!item->open_ended)
		return words_length((item->planned_ms + item->adjust_ms) / 1000);
	snprintf(words.text, sizeof words.text, "-");
	return words;
}

static void add(struct buf *out, const char *words)
{
	if (!*words)
		return;
	if (out->len)
		buf_add_text(out, C_("between marks", ", "));
	buf_add_text(out, words);
}

/* Seconds after midnight; 24:10 is ten past midnight at the day's end. */
static void add_fixed(struct buf *out, const char *format, int64_t seconds)
{
	char time[24], words[80];

	if (seconds <= 0)
		return;
	snprintf(time, sizeof time, "%d:%02d", (int)(seconds / 3600), (int)(seconds / 60 % 60));
	snprintf(words, sizeof words, format, time);
	add(out, words);
}

static void add_length(struct buf *out, const char *format, int64_t seconds)
{
	char words[240];

	snprintf(words, sizeof words, format, words_length(seconds).text);
	add(out, words);
}

static void add_bells(struct buf *out, const char *bells)
{
	char words[200];

	if (!*bells)
		return;
	snprintf(words, sizeof words, _("bells %.100s"), strcmp(bells, "-") == 0 ? _("none") : bells);
	add(out, words);
}

void plan_say_marks(const struct plan_view *view, size_t step, struct buf *out)
{
	const struct run_item *item = &view->run->items[step];

	if (item->status != ITEM_WAITING)
		add(out, words_item_status(item->status));
	add(out, agenda_clash_words(view->run, step).text);
	add(out, words_kind(item->item).text);
	if (item->item->protected)
		add(out, _("protected"));
	if (item->item->minimum_s)
		add_length(out, _("at least %s"), item->item->minimum_s);
	add_fixed(out, _("from %s"), item->item->fixed_start_s);
	add_fixed(out, _("until %s"), item->item->fixed_end_s);
	if (item->item->face)
		add(out, code_label(&codes_item_face, item->item->face));
	add_bells(out, item->item->bells);
	if (item->adjust_ms)
		add_length(out, _("planned %s"), item->planned_ms / 1000);
	if (view->last_time)
		add(out, spent_last_time_short(&view->last_time[step]).text);
}

static void add_line(struct buf *out, const char *label, const char *text)
{
	if (*text)
		buf_addf(out, "\n%s: %s", label, text);
}

void plan_say_step(const struct plan_view *view, size_t step, struct buf *out)
{
	const struct item *item = view->run->items[step].item;

	plan_say_marks(view, step, out);
	/* Not twice, once it stands in what is read out. */
	if (carry_is_looked_at(item) && *view->looked_at && !strstr(item->cue, view->looked_at))
		buf_addf(out, "\n%s", view->looked_at);
	add_line(out, _("For the room"), item->room);
	add_line(out, _("To read out"), item->cue);
}
