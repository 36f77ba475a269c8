#include "script.h"
#include "world.h"

#include "engine/refit.h"
#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

/* Ending in time after all: who gives how much, and what cannot be won back (clock.md 2.6). */

#define AGENDA                              \
	"plan 13:30 hall 15:20\n"           \
	"item Intro 10m\n"                  \
	"item Ideas 30m min=20m\n"          \
	"item Pause 10m kind=break\n"       \
	"item Sharing 45m min=30m\n"        \
	"item Letter 5m kind=letter\n"      \
	"item Closing 5m keep\n"

static void what_fits_is_left_alone(void **state)
{
	(void)state;
	script_run(AGENDA "proposal deficit=0:00 overrun=0:00 Ideas=30:00 Sharing=45:00\n"
			  "13:30:00 start\n"
			  "13:31:00 refused refit\n"
			  "status slack=5:00\n");
}

static void the_deficit_is_shared_by_what_each_has_to_spare(void **state)
{
	(void)state;
	/* 10 and 15 minutes to spare. */
	script_run(AGENDA "13:45:00 start\n"
			  "status slack=-10:00\n"
			  "proposal deficit=10:00 overrun=0:00 Ideas=26:00 Sharing=39:00\n"
			  "proposal Pause=10:00 Letter=5:00 Closing=5:00\n"
			  "13:45:00 refit\n"
			  "status slack=0:00 end=15:20:00 undoable=refit\n"
			  "of Ideas adjust=-4:00 left=26:00 from=13:55:00 to=14:21:00\n"
			  "of Sharing adjust=-6:00 left=39:00\n"
			  "13:45:00 refused refit\n");
}

static void minutes_are_whole_and_the_largest_remainder_gives_the_last(void **state)
{
	(void)state;
	/* 7 of 25 minutes: exactly 2.8 and 4.2. */
	script_run(AGENDA "13:42:00 start\n"
			  "proposal deficit=7:00 Ideas=27:00 Sharing=41:00\n"
			  "13:42:20 pause\n"
			  "13:42:40 undo\n");
	script_run(AGENDA "13:35:20 start\n"
			  "proposal deficit=0:20 overrun=0:00 Ideas=30:00 Sharing=44:00\n");
}

static void what_cannot_be_won_back_is_said(void **state)
{
	(void)state;
	script_run(AGENDA "14:15:00 start\n"
			  "proposal deficit=40:00 overrun=15:00 Ideas=20:00 Sharing=30:00\n"
			  "14:15:00 refit\n"
			  "status slack=-15:00\n"
			  "14:15:00 refused refit\n"
			  "proposal deficit=15:00 overrun=15:00 Ideas=20:00 Sharing=30:00\n");
}

static void with_everything_protected_all_of_it_is_overrun(void **state)
{
	(void)state;
	script_run("plan 13:30 hall 14:00\n"
		   "item Intro 10m\n"
		   "item Case 10m keep\n"
		   "item Pause 5m kind=break\n"
		   "item Letter 5m kind=letter\n"
		   "13:40:00 start\n"
		   "proposal deficit=10:00 overrun=10:00 Case=10:00 Pause=5:00 Letter=5:00\n"
		   "13:40:00 refused refit\n");
}

static void where_no_minimum_is_said_half_is_kept(void **state)
{
	(void)state;
	script_run("plan 13:30 hall 14:00\n"
		   "item Intro 10m\n"
		   "item Case 15m\n"
		   "item Open 0m\n"
		   "item Short 1m\n"
		   "14:00:00 start\n"
		   "proposal deficit=26:00 overrun=19:00 Case=8:00 Open=0:00 Short=1:00\n");
}

static void without_a_hall_the_planned_end_counts(void **state)
{
	(void)state;
	script_run("plan 13:30\n"
		   "item Intro 10m\n"
		   "item Case 20m\n"
		   "13:34:00 start\n"
		   "proposal deficit=4:00 overrun=0:00 Case=16:00\n");
}

static void what_runs_is_not_touched_and_what_was_skipped_gives_nothing(void **state)
{
	(void)state;
	script_run(AGENDA "13:45:00 start\n"
			  "13:46:00 next\n"
			  "13:46:00 next\n"
			  "13:46:00 next\n"
			  "14:46:00 add 5\n"
			  "proposal deficit=0:00\n"
			  "15:25:00 next\n"
			  "proposal deficit=15:00 overrun=15:00 Closing=5:00\n"
			  "status item=Letter\n");
}

static void a_refit_is_taken_back_by_one_undo(void **state)
{
	(void)state;
	script_run(AGENDA "13:45:00 start\n"
			  "13:46:00 refit\n"
			  "13:47:00 undo\n"
			  "status slack=-10:00 undoable=start\n"
			  "of Ideas adjust=0:00\n"
			  "of Sharing adjust=0:00\n"
			  "redo\n"
			  "of Ideas adjust=-4:00\n"
			  "of Sharing adjust=-6:00\n");
}

static void two_accepting_one_proposal_cut_once(void **state)
{
	(void)state;
	script_run(AGENDA "13:45:00 start\n"
			  "look\n"
			  "13:46:00 refit\n"
			  "13:46:01 late refit\n"
			  "status slack=0:00\n"
			  "of Ideas adjust=-4:00\n");
}

static void a_step_that_was_cut_starts_and_comes_again_so(void **state)
{
	(void)state;
	script_run(AGENDA "13:45:00 start\n"
			  "13:45:00 refit\n"
			  "13:55:00 next\n"
			  "status item=Ideas left=26:00 adjust=-4:00\n"
			  "13:56:00 add 2\n"
			  "status left=27:00 adjust=-2:00 slack=-2:00\n"
			  "13:57:00 back\n"
			  "of Ideas status=waiting adjust=-4:00 left=26:00\n"
			  "13:58:00 next\n"
			  "status item=Ideas left=26:00 adjust=-4:00\n"
			  "look\n"
			  "14:24:00 next\n"
			  "14:25:00 add 10\n"
			  "status slack=-13:00\n"
			  "14:25:00 late refit\n"
			  "of Ideas status=done adjust=-4:00\n");
}

static void it_may_be_done_again_and_before_the_beginning(void **state)
{
	(void)state;
	script_run(AGENDA "wall 39m\n"
			  "13:39:00 refit\n"
			  "status state=planned slack=0:00\n"
			  "of Intro adjust=-1:00 left=9:00\n"
			  "of Ideas adjust=-1:00\n"
			  "of Sharing adjust=-2:00\n"
			  "13:44:00 start\n"
			  "proposal deficit=5:00 Ideas=27:00 Sharing=40:00\n"
			  "13:44:00 refit\n"
			  "of Ideas adjust=-3:00\n"
			  "of Sharing adjust=-5:00\n"
			  "13:45:00 undo\n"
			  "of Ideas adjust=-1:00\n"
			  "of Sharing adjust=-2:00\n");
}

static void nothing_is_taken_that_a_fixed_time_would_swallow(void **state)
{
	(void)state;
	script_run("plan 13:30 hall 14:50\n"
		   "item Intro 10m\n"
		   "item Case 20m\n"
		   "item Guest 20m start=14:10\n"
		   "item Ideas 30m\n"
		   "13:35:00 start\n"
		   "proposal deficit=10:00 overrun=0:00 Case=20:00 Guest=16:00 Ideas=24:00\n"
		   "13:35:00 refit\n"
		   "status slack=0:00\n");
	/* The guest is kept waiting for 2 minutes: that much may come from before. */
	script_run("plan 13:30 hall 14:47\n"
		   "item Intro 10m\n"
		   "item Case 20m\n"
		   "item Guest 20m start=14:10 keep\n"
		   "item Ideas 30m min=25m\n"
		   "13:42:00 start\n"
		   "proposal deficit=15:00 overrun=8:00 Case=18:00 Ideas=25:00\n"
		   "13:42:00 refit\n"
		   "status slack=-8:00\n"
		   "of Guest from=14:10:00\n");
	script_run("plan 13:30 hall 14:30\n"
		   "item Intro 10m\n"
		   "item Case 20m\n"
		   "item News 10m end=14:20\n"
		   "item Ideas 20m\n"
		   "13:42:00 start\n"
		   "proposal deficit=10:00 overrun=0:00 Case=20:00 News=10:00 Ideas=10:00\n");
}

static void a_break_with_a_fixed_end_is_given_back_what_came_late_to_it(void **state)
{
	(void)state;
	/* Until 14:20 the break has 7 of its 10 minutes; what comes after it ends in time and is left alone. */
	script_run("plan 13:30 hall 15:00\n"
		   "item Intro 10m\n"
		   "item Case 20m min=15m\n"
		   "item Pause 10m kind=break end=14:20\n"
		   "item Ideas 30m min=20m\n"
		   "13:43:00 start\n"
		   "of Pause from=14:13:00 squeezed=yes\n"
		   "proposal deficit=0:00 overrun=0:00 Case=17:00 Pause=10:00 Ideas=30:00\n"
		   "13:43:00 refit\n"
		   "of Pause from=14:10:00 to=14:20:00 squeezed=no\n"
		   "13:43:30 undo\n"
		   "of Case adjust=0:00\n"
		   "13:43:30 add -2\n"
		   "of Pause from=14:11:00 squeezed=yes\n"
		   "13:43:30 add -1\n"
		   "proposal deficit=0:00 Case=20:00 Pause=10:00\n");
	/* Late beyond its end: what was lost after it is won back by those before it, too. */
	script_run("plan 13:30 hall 14:50\n"
		   "item Intro 10m\n"
		   "item Case 20m min=15m\n"
		   "item Pause 10m keep end=14:20\n"
		   "item Ideas 30m min=20m\n"
		   "13:52:00 start\n"
		   "of Pause from=14:22:00\n"
		   "proposal deficit=2:00 overrun=0:00 Case=15:00 Pause=10:00 Ideas=30:00\n"
		   "13:52:00 refit\n"
		   "of Pause from=14:17:00\n"
		   "status slack=0:00\n");
}

/* --- whatever the agenda ----------------------------------------------------------------------------------- */

enum { AGENDAS = 10000, MINUTE_MS = 60000 };

static void draw_item(struct world *world, struct dice *dice, bool with_fixed_times)
{
	struct item *item = world_add_item(world, "x", (int64_t)dice_below(dice, 3600));

	item->kind = (enum item_kind)dice_below(dice, codes_item_kind.len);
	item->protected = dice_below(dice, 5) == 0;
	if (dice_below(dice, 2))
		item->minimum_s = (int64_t)dice_below(dice, 4000);
	if (with_fixed_times && dice_below(dice, 4) == 0)
		item->fixed_start_s = 13 * 3600 + (int64_t)dice_below(dice, 5 * 3600);
	if (with_fixed_times && dice_below(dice, 4) == 0)
		item->fixed_end_s = 13 * 3600 + (int64_t)dice_below(dice, 5 * 3600);
}

static void draw_agenda(struct world *world, struct dice *dice, bool with_fixed_times)
{
	struct workshop *workshop = world->book.workshops.at;

	world_begin(world);
	workshop = world->book.workshops.at;
	workshop->start_ms = world->now.wall_ms;
	if (dice_below(dice, 4))
		workshop->hall_end_ms = world->now.wall_ms + (int64_t)dice_below(dice, 240 * MINUTE_MS);
	for (size_t items = 1 + dice_below(dice, 12); items > 0; items--)
		draw_item(world, dice, with_fixed_times);
	for (size_t presses = dice_below(dice, 4); presses > 0; presses--) {
		world_pass_ms(world, (int64_t)dice_below(dice, 30 * MINUTE_MS));
		world_fold(world);
		struct act act = world_act(world, &world->run);
		if (act_next(&act, NULL) == ST_OK)
			world_commit(world);
	}
	world_fold(world);
}

static int64_t up_to_minutes(int64_t ms)
{
	return (ms + MINUTE_MS - 1) / MINUTE_MS;
}

static void check_item(const struct refit_item *item, int64_t *cut_min, int64_t *spare_min)
{
	int64_t cut_ms = item->before_ms - item->after_ms, above_ms = item->before_ms - item->minimum_ms;

	assert_true(cut_ms >= 0);
	assert_int_equal(cut_ms % MINUTE_MS, 0);
	if (item->kept)
		assert_int_equal(cut_ms, 0);
	if (cut_ms > 0)
		assert_true(item->after_ms >= item->minimum_ms);
	*cut_min += cut_ms / MINUTE_MS;
	*spare_min += item->kept || above_ms < 0 ? 0 : above_ms / MINUTE_MS;
}

/* No item gives a minute more or less than its exact share. */
static void check_fairness(const struct refit *refit, int64_t cut_min, int64_t spare_min)
{
	for (size_t i = 0; i < refit->len; i++) {
		const struct refit_item *item = &refit->items[i];
		int64_t above_ms = item->before_ms - item->minimum_ms;
		int64_t own_min = item->kept || above_ms < 0 ? 0 : above_ms / MINUTE_MS;
		int64_t gives_min = (item->before_ms - item->after_ms) / MINUTE_MS;
		int64_t off = gives_min * spare_min - cut_min * own_min;
		assert_true(off < spare_min || spare_min == 0);
		assert_true(off > -spare_min || spare_min == 0);
	}
}

/* Applied, it does what it says; *ret_cut_min is what it took. */
static void check_applied(struct world *world, const struct refit *refit)
{
	struct act act = world_act(world, &world->run);
	int64_t overrun_ms = refit->overrun_ms;
	enum status st = act_refit(&act, NULL);

	assert_int_equal(st, refit_is_needed(refit) ? ST_OK : ST_REFUSED);
	world_commit(world);
	world_fold(world);
	if (world->run.state == RUN_ENDED)
		return;
	assert_true(-world->run.slack_ms <= overrun_ms);
	assert_true(-world->run.slack_ms > overrun_ms - MINUTE_MS || !overrun_ms);
}

static void whatever_the_agenda_cuts_are_whole_fair_and_enough(void **state)
{
	(void)state;
	static struct world world;
	struct dice dice = dice_take("whatever_the_agenda_cuts_are_whole_fair_and_enough");

	for (int i = 0; i < AGENDAS; i++) {
		struct arena arena = { 0 };
		int64_t cut_min = 0, spare_min = 0;
		draw_agenda(&world, &dice, false);
		struct refit refit = refit_of(&world.run, &arena);
		for (size_t k = 0; k < refit.len; k++)
			check_item(&refit.items[k], &cut_min, &spare_min);
		int64_t deficit_min = up_to_minutes(refit.deficit_ms);
		assert_int_equal(cut_min, deficit_min < spare_min ? deficit_min : spare_min);
		check_fairness(&refit, cut_min, spare_min);
		check_applied(&world, &refit);
		arena_done(&arena);
		world_done(&world);
	}
}

/* What is to come earlier so that fixed ends leave each item what it is due. */
static int64_t due_min(const struct refit *refit)
{
	int64_t due_ms = 0;

	for (size_t i = 0; i < refit->len; i++) {
		const struct run_item *it = refit->items[i].item;
		if (run_lack_ms(it))
			due_ms += it->forecast_start_ms + run_due_ms(it) - it->fixed_end_ms - it->adjust_ms;
	}
	return up_to_minutes(due_ms);
}

static void with_fixed_times_nothing_is_taken_in_vain(void **state)
{
	(void)state;
	static struct world world;
	struct dice dice = dice_take("with_fixed_times_nothing_is_taken_in_vain");

	for (int i = 0; i < AGENDAS; i++) {
		struct arena arena = { 0 };
		int64_t cut_min = 0, spare_min = 0;
		draw_agenda(&world, &dice, true);
		struct refit refit = refit_of(&world.run, &arena);
		for (size_t k = 0; k < refit.len; k++)
			check_item(&refit.items[k], &cut_min, &spare_min);
		/* Rounding up may cost a minute before each fixed time. */
		assert_true(cut_min <= up_to_minutes(refit.deficit_ms) + due_min(&refit) + (int64_t)refit.len);
		assert_true(refit.lack_left_ms <= refit.lack_ms);
		check_applied(&world, &refit);
		arena_done(&arena);
		world_done(&world);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_fits_is_left_alone),
		cmocka_unit_test(the_deficit_is_shared_by_what_each_has_to_spare),
		cmocka_unit_test(minutes_are_whole_and_the_largest_remainder_gives_the_last),
		cmocka_unit_test(what_cannot_be_won_back_is_said),
		cmocka_unit_test(with_everything_protected_all_of_it_is_overrun),
		cmocka_unit_test(where_no_minimum_is_said_half_is_kept),
		cmocka_unit_test(without_a_hall_the_planned_end_counts),
		cmocka_unit_test(what_runs_is_not_touched_and_what_was_skipped_gives_nothing),
		cmocka_unit_test(a_refit_is_taken_back_by_one_undo),
		cmocka_unit_test(two_accepting_one_proposal_cut_once),
		cmocka_unit_test(a_step_that_was_cut_starts_and_comes_again_so),
		cmocka_unit_test(it_may_be_done_again_and_before_the_beginning),
		cmocka_unit_test(nothing_is_taken_that_a_fixed_time_would_swallow),
		cmocka_unit_test(a_break_with_a_fixed_end_is_given_back_what_came_late_to_it),
		cmocka_unit_test(whatever_the_agenda_cuts_are_whole_fair_and_enough),
		cmocka_unit_test(with_fixed_times_nothing_is_taken_in_vain),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
