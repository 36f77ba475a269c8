#include "readiness.h"

#include "base/i18n.h"
#include "engine/words.h"
#include "widgets/hints.h"

#include <stdio.h>

/* Before any table has said anything, none is known to be unready. */
void readiness_say_counts(const struct progress *progress, char text[READINESS_LEN])
{
	size_t more = progress->in_state[TABLE_STATE_MORE];

	text[0] = '\0';
	if (!progress->is_work || progress->in_state[TABLE_STATE_PREPARING] == progress->tables)
		return;
	const size_t ready = progress->in_state[TABLE_STATE_READY];
	int used = snprintf(text, READINESS_LEN, _("%zu of %zu"), ready, progress->tables);
	if (more && used >= 0 && used < READINESS_LEN)
		snprintf(text + used, READINESS_LEN - (size_t)used, _(", a little more: %zu"), more);
}

static void say_more_time(const struct progress *progress, char text[READINESS_LEN])
{
	char key[HINT_KEYS_LEN];

	hint_keys(CMD_run_add_three, true, key);
	if (progress->over_ms)
		snprintf(text, READINESS_LEN, _("More asked: %s adds 3 min, %s over"), key,
			 words_length((progress->over_ms + 59999) / 60000 * 60).text);
	else
		snprintf(text, READINESS_LEN, _("More asked: %s adds 3 min"), key);
}

void readiness_say_suggestion(const struct progress *progress, char text[READINESS_LEN])
{
	char key[HINT_KEYS_LEN];

	text[0] = '\0';
	switch (progress->suggestion) {
	case SUGGEST_NOTHING:
		break;
	case SUGGEST_MOVING_ON:
		hint_keys(CMD_run_next, true, key);
		snprintf(text, READINESS_LEN, _("Most are ready: %s goes on."), key);
		break;
	case SUGGEST_MORE_TIME:
		say_more_time(progress, text);
		break;
	}
}

void readiness_say_behind(const struct run_view *view, char label[READINESS_LEN], char text[READINESS_LEN])
{
	const struct run *run = view->run;
	size_t used = 0;

	text[0] = '\0';
	for (size_t i = 0; i < view->book->tables.len && used < READINESS_LEN; i++) {
		if (!progress_is_behind(run, i))
			continue;
		/* All stayed in the step that the room left last. */
		snprintf(label, READINESS_LEN, _("Still in step %zu:"), run->table_items[i] + 1);
		used += (size_t)snprintf(text + used, READINESS_LEN - used, "%s%d", used ? ", " : "",
					 (int)view->book->tables.at[i].number);
	}
}

void readiness_say_state(const struct run *run, size_t table, char text[READINESS_LEN])
{
	const char *state = code_label(&codes_table_state, run->table_states[table]);

	if (progress_is_behind(run, table))
		snprintf(text, READINESS_LEN, "%s (%zu)", state, run->table_items[table] + 1);
	else
		snprintf(text, READINESS_LEN, "%s", state);
}
