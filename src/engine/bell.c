#include "engine/bell.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "course.h"
#include "engine/minutes.h"
#include "engine/words.h"

#include <stdlib.h>
#include <string.h>

enum { MINUTE_MS = 60000, LONG_MS = 15 * MINUTE_MS, SHORT_MS = 3 * MINUTE_MS, MOMENT_MS = 2000, WORD_MAX = 32 };

/* --- the plan --------------------------------------------------------------------------------------------------- */

static const struct bell_plan all_three = { { 5 * MINUTE_MS, MINUTE_MS, 0 }, 3 };
static const struct bell_plan last_two = { { MINUTE_MS, 0 }, 2 };
static const struct bell_plan end_only = { { 0 }, 1 };
static const struct bell_plan no_bells = { { 0 }, 0 };

/* Bells are for rooms that watch the clock. */
static const struct bell_plan *usual_plan(const struct item *item)
{
	int64_t planned_ms = item_planned_ms(item);
	enum item_kind kind = item->kind;

	if (item_is_open_ended(item) || kind == ITEM_KIND_LETTER || kind == ITEM_KIND_CASE ||
	    item->strictness == STRICTNESS_UNHURRIED || item->face == ITEM_FACE_STILL || item->face == ITEM_FACE_BLANK)
		return &no_bells;
	if (kind == ITEM_KIND_BREAK || kind == ITEM_KIND_MOVE || kind == ITEM_KIND_INDIVIDUAL)
		return &end_only;
	if (planned_ms == 0 || planned_ms >= LONG_MS)
		return &all_three;
	return planned_ms >= SHORT_MS ? &last_two : &end_only;
}

struct bell_plan bell_plan_of(const struct item *item)
{
	struct bell_plan plan = *usual_plan(item);

	/* A foreign file may say what nobody can read: then the usual bells ring. */
	if (*item->bells && bell_plan_parse(item->bells, &plan) != ST_OK)
		return *usual_plan(item);
	return item_is_open_ended(item) ? no_bells : plan;
}

static const char *const separators[] = { " ", "\xe3\x80\x80", "/", "／", "・", "･" };

static size_t separator_len(const char *at)
{
	for (size_t i = 0; i < COUNT(separators); i++)
		if (strncmp(at, separators[i], strlen(separators[i])) == 0)
			return strlen(separators[i]);
	return 0;
}

/* The next word of the plan, without the separators before it; false: there is none, or it is too long to be one. */
static bool take_word(const char **at, char word[WORD_MAX])
{
	size_t len = 0, skip;

	while ((skip = separator_len(*at)) != 0)
		*at += skip;
	while (**at && !separator_len(*at) && len + 1 < WORD_MAX)
		word[len++] = *(*at)++;
	word[len] = '\0';
	return len > 0 && len + 1 < WORD_MAX;
}

static bool read_word(const char *word, int64_t *ret_ms)
{
	if (strcmp(word, "end") == 0 || strcmp(word, "終了") == 0) {
		*ret_ms = 0;
		return true;
	}
	return minutes_parse(word, ret_ms) == ST_OK && *ret_ms >= 0;
}

enum status bell_plan_parse(const char *text, struct bell_plan *ret_plan)
{
	struct bell_plan plan = { .len = 0 };
	char word[WORD_MAX];
	int64_t ms;

	if (strcmp(text, "-") == 0) {
		*ret_plan = plan;
		return ST_OK;
	}
	while (take_word(&text, word)) {
		if (plan.len == BELL_STAGES || !read_word(word, &ms))
			return ST_INVALID;
		if (plan.len && ms >= plan.before_ms[plan.len - 1])
			return ST_INVALID;
		plan.before_ms[plan.len++] = ms;
	}
	if (plan.len == 0 || *text)
		return ST_INVALID;
	*ret_plan = plan;
	return ST_OK;
}

void bell_plan_print(const struct bell_plan *plan, const char *between, struct buf *out)
{
	if (plan->len == 0)
		buf_add_text(out, "-");
	for (size_t i = 0; i < plan->len; i++) {
		long long s = plan->before_ms[i] / 1000;
		buf_addf(out, "%s%lld", i ? between : "", s / 60);
		if (s % 60)
			buf_addf(out, ":%02lld", s % 60);
	}
}

int64_t bell_before_ms(const struct bell_plan *plan, int stage)
{
	if (stage == BELL_OVER)
		return -BELL_OVER_MS;
	return stage >= 1 && (size_t)stage <= plan->len ? plan->before_ms[stage - 1] : 0;
}

/* --- a look ----------------------------------------------------------------------------------------------------- */

struct bell_look bell_look(const struct run *run, bool is_first)
{
	const struct run_item *item = run->state == RUN_RUNNING ? run_current(run) : NULL;
	struct bell_plan plan = item ? bell_plan_of(item->item) : no_bells;
	struct bell_look look = { 0 };

	if (run->bells.asked && run->now.wall_ms - run->bells.asked->at_ms < MOMENT_MS)
		return (struct bell_look){ .ring = bell_stage_of(run->bells.asked), .by_hand = true };
	for (int stage = 1; item && stage <= BELL_OVER; stage++) {
		int64_t late_ms = bell_before_ms(&plan, stage) - item->remaining_ms;
		if (!(run->bells.armed & 1u << stage) || late_ms < 0)
			continue;
		look.missed |= 1u << stage;
		/* That the time is over is worth hearing, also where it has been so for a minute. */
		if ((!is_first || late_ms < MOMENT_MS) && (stage < BELL_OVER || !look.ring))
			look.ring = stage;
	}
	if (look.ring)
		look.missed &= ~(1u << look.ring);
	return look;
}

int bell_stage_of(const struct run_row *row)
{
	return row->ms >= 1 && row->ms <= BELL_OVER ? (int)row->ms : 0;
}

enum bell_event bell_event_of(const struct workbook *book, const struct run_row *row)
{
	const struct item *item = workbook_item(book, row->item);
	int stage = bell_stage_of(row);

	if (strcmp(row->text, "hand") == 0 || *row->target)
		return BELL_EVENT_HAND;
	if (!item || !stage)
		return BELL_EVENT_NONE;
	if (stage == BELL_OVER)
		return BELL_EVENT_OVER;
	struct bell_plan plan = bell_plan_of(item);
	return bell_before_ms(&plan, stage) ? BELL_EVENT_WARNING : BELL_EVENT_END;
}

/* --- words ------------------------------------------------------------------------------------------------------ */

/* What stands behind "1鈴:" or "bell 1:" where the line begins so; NULL: it does not. */
static const char *after_label(const char *line, int stage)
{
	const struct {
		const char *before, *after;
	} labels[] = { { "", "鈴:" }, { "", "鈴：" }, { "bell ", ":" }, { "Bell ", ":" } };

	for (size_t i = 0; i < COUNT(labels); i++) {
		const char *at = line;
		if (strncmp(at, labels[i].before, strlen(labels[i].before)) != 0)
			continue;
		at += strlen(labels[i].before);
		if (*at++ == '0' + stage && strncmp(at, labels[i].after, strlen(labels[i].after)) == 0)
			return at + strlen(labels[i].after);
	}
	return NULL;
}

static bool words_in_cue(const char *cue, int stage, struct buf *out)
{
	for (const char *line = cue; line; line = (line = strchr(line, '\n')) ? line + 1 : NULL) {
		const char *words = after_label(line, stage);
		if (!words)
			continue;
		words += strspn(words, " ");
		buf_add(out, words, strcspn(words, "\n"));
		return true;
	}
	return false;
}

void bell_words(const struct item *item, int stage, struct buf *out)
{
	struct bell_plan plan = bell_plan_of(item);

	if (words_in_cue(item->cue, stage, out) || stage < 1 || (size_t)stage > plan.len)
		return;
	if (bell_before_ms(&plan, stage))
		buf_addf(out, _("%s left. Let us begin to sum up."),
			 words_length(bell_before_ms(&plan, stage) / 1000).text);
	else
		buf_add_text(out, _("The time is up. Let us come to a close."));
}
