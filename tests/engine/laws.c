#include "laws.h"

#include "base/mem.h"
#include "engine/plenary.h"
#include "engine/refit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static int64_t larger(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* --- an item (2.3, 2.7) ----------------------------------------------------------------------------------------------- */

static void check_item(const struct run *run, const struct run_item *it)
{
	assert_true(it->planned_ms >= 0 && it->attempts >= 0);
	assert_int_equal(it->overtime_ms, larger(0, -it->remaining_ms));
	if (it->open_ended || it->status == ITEM_SKIPPED)
		assert_int_equal(it->remaining_ms, 0);
	else if (it->status == ITEM_WAITING)
		assert_int_equal(it->remaining_ms, it->planned_ms + it->adjust_ms);
	else if (it->fixed_end_ms && it->status == ITEM_RUNNING)
		assert_int_equal(it->remaining_ms, it->fixed_end_ms + it->adjust_ms - run->now.wall_ms);
	else if (!it->fixed_end_ms)
		assert_int_equal(it->remaining_ms, it->planned_ms + it->adjust_ms - it->active_ms);
	/* Remaining rounds up, overtime down: one of the two is 0 (2.12). */
	assert_true(!run_remaining_s(it) || !run_overtime_s(it));
}

/* Less than nothing cannot be left of what waits. */
static void check_lengths(const struct run *run)
{
	for (size_t i = 0; i < run->len; i++)
		if (run->items[i].status == ITEM_WAITING)
			assert_true(run->items[i].planned_ms + run->items[i].adjust_ms >= 0);
}

/* --- standing (2.4, 2.5) ---------------------------------------------------------------------------------------------- */

static void check_standing(const struct run *run)
{
	const struct run_item *it = run_current(run);
	int64_t until_ms = run->hall_end_ms ? run->hall_end_ms : run->planned_end_ms;

	if (until_ms)
		assert_int_equal(run->slack_ms, until_ms - run->forecast_end_ms);
	if (it) {
		assert_int_equal(it->forecast_end_ms, run->now.wall_ms + larger(it->remaining_ms, 0));
		assert_int_equal(run->delta_ms, it->forecast_end_ms - it->planned_end_ms);
	}
	if (run->state == RUN_ENDED)
		assert_true(!it && run->next == run->len);
	for (size_t i = 1; run->planned_start_ms && i < run->len; i++)
		assert_true(run->items[i].planned_start_ms >= run->items[i - 1].planned_end_ms);
}

/* --- re-fit (2.6) ----------------------------------------------------------------------------------------------------- */

static void check_refit_item(const struct refit_item *item)
{
	int64_t cut_ms = item->before_ms - item->after_ms;

	assert_int_equal(item->item->status, ITEM_WAITING);
	assert_true(cut_ms >= 0 && cut_ms % 60000 == 0);
	assert_int_equal(refit_item_is_cut(item), cut_ms > 0);
	if (cut_ms)
		assert_true(item->after_ms >= item->minimum_ms && !item->kept);
	if (item->item->item->protected || item->item->item->kind == ITEM_KIND_LETTER || item->item->item->kind == ITEM_KIND_BREAK)
		assert_int_equal(cut_ms, 0);
}

static void check_refit(const struct run *run)
{
	struct arena arena = { 0 };
	struct refit refit = refit_of(run, &arena);

	assert_int_equal(refit.deficit_ms, run->state == RUN_ENDED ? 0 : larger(0, -run->slack_ms));
	assert_true(refit.overrun_ms >= 0 && refit.overrun_ms <= refit.deficit_ms);
	for (size_t i = 0; i < refit.len; i++)
		check_refit_item(&refit.items[i]);
	arena_done(&arena);
}

/* --- plenary (2.6) ---------------------------------------------------------------------------------------------------- */

/* Whose turn it is, those who wait, and the change-overs between them fill what is left of the step, to ten seconds each. */
static void check_shares(const struct plenary *plenary, int64_t remaining_ms)
{
	int64_t waiting = (int64_t)plenary->waiting, rounded_ms = 10000 * (waiting + 1);
	int64_t changes_ms = waiting > 1 ? (waiting - 1) * PLENARY_CHANGE_MS : 0;

	assert_true(plenary->each_ms >= 0 && plenary->each_ms % 10000 == 0);
	if (!waiting || plenary->each_ms == 0)
		return;
	assert_true(waiting * plenary->each_ms + changes_ms <= remaining_ms);
	assert_true(waiting * plenary->each_ms + changes_ms + rounded_ms > remaining_ms);
}

static void check_plenary(const struct workbook *book, const struct run *run)
{
	struct arena arena = { 0 };
	struct plenary plenary = plenary_of(book, run, &arena);
	size_t waiting = 0, now = 0;

	for (size_t i = 0; i < plenary.len; i++) {
		waiting += plenary.turns[i].turn == TURN_WAITING;
		now += plenary.turns[i].turn == TURN_NOW;
	}
	assert_true(now <= 1 && waiting == plenary.waiting);
	if (plenary.len && plenary.timed)
		check_shares(&plenary, run_current(run)->remaining_ms);
	arena_done(&arena);
}

/* --- all ---------------------------------------------------------------------------------------------------------------- */

void laws_check(const struct workbook *book, const struct run *run)
{
	for (size_t i = 0; i < run->len; i++)
		check_item(run, &run->items[i]);
	check_lengths(run);
	check_standing(run);
	check_refit(run);
	check_plenary(book, run);
}
