#include "ask.h"

#include "base/calendar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static struct words time_words(int64_t wall_ms)
{
	struct calendar at = calendar_of(wall_ms);
	struct words words = { "-" };

	if (wall_ms)
		snprintf(words.text, sizeof words.text, "%d:%02d:%02d", at.hour, at.minute, at.second);
	return words;
}

static struct words text_words(const char *text)
{
	struct words words;

	snprintf(words.text, sizeof words.text, "%s", text);
	return words;
}

static struct words number_words(int64_t number)
{
	struct words words;

	snprintf(words.text, sizeof words.text, "%lld", (long long)number);
	return words;
}

/* What may be asked, where it stands in a struct run or struct run_item, and how it is said. */
enum kind { TIME, LENGTH, NUMBER, YES };
struct question {
	const char *key;
	enum kind kind;
	size_t offset;
};

static const struct question run_questions[] = {
	{ "began", TIME, offsetof(struct run, actual_start_ms) },
	{ "planned-end", TIME, offsetof(struct run, planned_end_ms) },
	{ "end", TIME, offsetof(struct run, forecast_end_ms) },
	{ "delta", LENGTH, offsetof(struct run, delta_ms) },
	{ "real", LENGTH, offsetof(struct run, real_delta_ms) },
	{ "slack", LENGTH, offsetof(struct run, slack_ms) },
	{ "untimed", TIME, offsetof(struct run, untimed_since_ms) },
	{ "floor", TIME, offsetof(struct run, floor_ms) },
	{ "page", NUMBER, offsetof(struct run, stage.page) },
	{ "step", NUMBER, offsetof(struct run, stage.step) },
	{ "shutter", YES, offsetof(struct run, stage.open) },
	{ "picture", YES, offsetof(struct run, stage.picture) },
	{ "day", YES, offsetof(struct run, stage.day) },
	{ "message-at", TIME, offsetof(struct run, stage.message_at_ms) },
	{ "message-until", TIME, offsetof(struct run, stage.message_until_ms) },
	{ "dark", YES, offsetof(struct run, stage.dark) },
	{ "frozen", YES, offsetof(struct run, stage.frozen) },
	{ "shown", NUMBER, offsetof(struct run, stage.shown) },
	{ "held-page", NUMBER, offsetof(struct run, stage.held.page) },
	{ "held-step", NUMBER, offsetof(struct run, stage.held.step) },
	{ NULL, TIME, 0 },
};

static const struct question item_questions[] = {
	{ "planned", LENGTH, offsetof(struct run_item, planned_ms) },
	{ "adjust", LENGTH, offsetof(struct run_item, adjust_ms) },
	{ "pauses", LENGTH, offsetof(struct run_item, pauses_ms) },
	{ "active", LENGTH, offsetof(struct run_item, active_ms) },
	{ "total", LENGTH, offsetof(struct run_item, total_active_ms) },
	{ "start", TIME, offsetof(struct run_item, actual_start_ms) },
	{ "stop", TIME, offsetof(struct run_item, actual_end_ms) },
	{ "plan-from", TIME, offsetof(struct run_item, planned_start_ms) },
	{ "plan-to", TIME, offsetof(struct run_item, planned_end_ms) },
	{ "from", TIME, offsetof(struct run_item, forecast_start_ms) },
	{ "to", TIME, offsetof(struct run_item, forecast_end_ms) },
	{ "squeezed", YES, offsetof(struct run_item, squeezed) },
	{ "open", YES, offsetof(struct run_item, open_ended) },
	{ NULL, TIME, 0 },
};

static const struct question plenary_questions[] = {
	{ "left", LENGTH, offsetof(struct plenary, left_ms) },
	{ "each", LENGTH, offsetof(struct plenary, each_ms) },
	{ "waiting", NUMBER, offsetof(struct plenary, waiting) },
	{ "turns", NUMBER, offsetof(struct plenary, len) },
	{ "short", YES, offsetof(struct plenary, is_short) },
	{ "timed", YES, offsetof(struct plenary, timed) },
	{ NULL, TIME, 0 },
};

static bool answer(const struct question *question, const void *object, const char *key, struct words *ret_words)
{
	while (question->key && strcmp(question->key, key) != 0)
		question++;
	if (!question->key)
		return false;
	const char *at = (const char *)object + question->offset;
	bool yes = false;
	int64_t number = 0;
	if (question->kind == YES)
		memcpy(&yes, at, sizeof yes);
	else
		memcpy(&number, at, sizeof number);
	switch (question->kind) {
	case TIME:
		*ret_words = time_words(number);
		break;
	case LENGTH:
		*ret_words = words_clock(number / 1000);
		break;
	case NUMBER:
		*ret_words = number_words(number);
		break;
	case YES:
		*ret_words = text_words(yes ? "yes" : "no");
		break;
	}
	return true;
}

static const char *title_at(const struct run *run, size_t i)
{
	return i < run->len ? run->items[i].item->title : "-";
}

static const char *verb_of(const struct run_row *row)
{
	return row ? code_text(&codes_verb, row->verb) : "-";
}

/* "Case:13:40:00-13:50:00,pause:13:42:00-"; "-" where nothing has run. */
static struct words spans_words(const struct run *run)
{
	struct words words = { "-" };
	size_t used = 0;

	for (size_t i = 0; i < run->spans_len && used < sizeof words.text; i++) {
		const struct run_span *span = &run->spans[i];
		used += (size_t)snprintf(words.text + used, sizeof words.text - used, "%s%s:%s-%s", i ? "," : "",
					 span->is_pause ? "pause" : title_at(run, span->item), time_words(span->start_ms).text,
					 span->end_ms ? time_words(span->end_ms).text : "");
	}
	return words;
}

struct words ask_run(const struct run *run, const char *key)
{
	static const char *const states[] = { "planned", "running", "paused", "ended" };
	struct words words = { "" };

	if (strcmp(key, "floor") == 0 && !run->has_floor)
		return text_words("-");
	if (answer(run_questions, run, key, &words))
		return words;
	if (strcmp(key, "state") == 0)
		return text_words(states[run->state]);
	if (strcmp(key, "item") == 0)
		return text_words(title_at(run, run->current));
	if (strcmp(key, "next") == 0)
		return text_words(title_at(run, run->next));
	if (strcmp(key, "undoable") == 0)
		return text_words(verb_of(run->undoable));
	if (strcmp(key, "last") == 0)
		return text_words(verb_of(run->last));
	if (strcmp(key, "spans") == 0)
		return spans_words(run);
	if (strcmp(key, "change") == 0)
		return number_words(run_next_change_ms(run));
	if (strcmp(key, "table") == 0)
		return number_words(run->stage.table ? run->stage.table->number : 0);
	if (strcmp(key, "message") == 0)
		return text_words(*run->stage.message ? run->stage.message : "-");
	if (strncmp(key, "state-of-", 9) == 0)
		return text_words(code_text(&codes_table_state, run->table_states[atoi(key + 9) - 1]));
	if (strncmp(key, "place-of-", 9) == 0)
		return text_words(title_at(run, run->table_items[atoi(key + 9) - 1]));
	fail_msg("nobody knows what “%s” is", key);
	return words;
}

struct words ask_item(const struct run_item *it, const char *key)
{
	static const char *const statuses[] = { "waiting", "running", "done", "skipped" };
	struct words words = { "" };

	if (answer(item_questions, it, key, &words))
		return words;
	if (strcmp(key, "status") == 0)
		return text_words(statuses[it->status]);
	if (strcmp(key, "attempts") == 0)
		return number_words(it->attempts);
	if (strcmp(key, "left") == 0)
		return words_remaining(it);
	fail_msg("nobody knows what “%s” is", key);
	return words;
}

struct words ask_plenary(const struct plenary *plenary, const char *key)
{
	struct words words = { "" };

	if (!answer(plenary_questions, plenary, key, &words))
		fail_msg("nobody knows what “%s” is", key);
	return words;
}
