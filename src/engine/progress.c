#include "engine/progress.h"

/* Three tables of four are most; one of three is many. */
enum { MOST_OF = 4, MOST = 3, MANY_OF = 3 };

/* Sooner than this before the end, the end itself is soon enough; as long before it, more time can be asked for. */
enum { WELL_BEFORE_MS = 180000, NEAR_MS = 120000 };

bool progress_is_behind(const struct run *run, size_t table)
{
	return run->table_items[table] < run->len;
}

const struct run_item *progress_item(const struct run *run, size_t table)
{
	return progress_is_behind(run, table) ? &run->items[run->table_items[table]] : run_current(run);
}

struct record_time progress_time(const struct run *run, size_t table)
{
	const struct run_item *item = progress_item(run, table);

	if (!item)
		return (struct record_time){ 0 };
	return (struct record_time){ item->item, item->total_active_ms / 1000 };
}

static struct progress count(const struct run *run, size_t tables)
{
	struct progress progress = { .tables = tables };

	for (size_t i = 0; i < tables; i++) {
		progress.in_state[run->table_states[i]]++;
		progress.behind += progress_is_behind(run, i);
	}
	return progress;
}

/* Of those in the running step: more time there is of no use to the others. */
static size_t asking_for_more(const struct run *run, size_t tables)
{
	size_t asking = 0;

	for (size_t i = 0; i < tables; i++)
		asking += run->table_states[i] == TABLE_STATE_MORE && !progress_is_behind(run, i);
	return asking;
}

static bool most_are_ready(const struct progress *progress)
{
	return progress->in_state[TABLE_STATE_READY] * MOST_OF >= progress->tables * MOST;
}

/* Where the time asked for would not bring it back above zero, the end has been decided by not deciding. */
static bool is_near_end(const struct run_item *item)
{
	return !item->open_ended && item->remaining_ms <= NEAR_MS && item->remaining_ms > -PROGRESS_MORE_MS;
}

static bool is_well_before_end(const struct run_item *item)
{
	return item->open_ended || item->remaining_ms >= WELL_BEFORE_MS;
}

static enum suggestion suggest(const struct progress *progress, const struct run_item *item, size_t asking)
{
	if (asking && asking * MANY_OF >= progress->tables)
		return is_near_end(item) ? SUGGEST_MORE_TIME : SUGGEST_NOTHING;
	if (!asking && most_are_ready(progress) && is_well_before_end(item))
		return SUGGEST_MOVING_ON;
	return SUGGEST_NOTHING;
}

struct progress progress_of(const struct run *run, size_t tables)
{
	const struct run_item *item = run_current(run);
	struct progress progress = count(run, tables);

	progress.is_work = tables && item && item->item->kind == ITEM_KIND_TABLE;
	if (!progress.is_work || run->state != RUN_RUNNING)
		return progress;
	progress.suggestion = suggest(&progress, item, asking_for_more(run, tables));
	if (progress.suggestion == SUGGEST_MORE_TIME && run->slack_ms < PROGRESS_MORE_MS)
		progress.over_ms = PROGRESS_MORE_MS - run->slack_ms;
	return progress;
}

const char *progress_suggestion_code(enum suggestion suggestion)
{
	static const char *const codes[] = {
		[SUGGEST_NOTHING] = "none",
		[SUGGEST_MOVING_ON] = "move_on",
		[SUGGEST_MORE_TIME] = "more_time",
	};

	return codes[suggestion];
}
