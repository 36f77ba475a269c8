#include "laws.h"
#include "world.h"

#include "base/mem.h"
#include "support/dice.h"

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

/* What holds whatever is pressed, in whatever order, by however many consoles, whatever the clocks do. */

enum { SEQUENCES = 10000, MOST_PRESSES = 24, MINUTE_MS = 60000 };

struct play {
	struct world world;
	struct dice dice;
	struct arena stale_folds;
	struct run stale; /* what a second console still shows */
	bool clocks_set;  /* wall times and lengths no longer agree */
	struct arena marked_folds;
	struct run marked; /* some moment, to be folded again later from the rows there were then */
	size_t marked_rows;
};

static int64_t span(struct play *play, int64_t most_ms)
{
	return (int64_t)dice_below(&play->dice, (size_t)most_ms);
}

static void set_up(struct play *play)
{
	struct workshop *workshop = play->world.book.workshops.at;
	size_t items = dice_below(&play->dice, 6);

	if (dice_below(&play->dice, 3) == 0)
		workshop->hall_end_ms = play->world.now.wall_ms + span(play, 240 * MINUTE_MS);
	if (dice_below(&play->dice, 4))
		workshop->start_ms = play->world.now.wall_ms + span(play, 60 * MINUTE_MS) - 30 * MINUTE_MS;
	for (size_t i = 0; i <= items; i++) {
		bool open = dice_below(&play->dice, 8) == 0;
		struct item *item = world_add_item(&play->world, "x", open ? 0 : span(play, 1800));
		if (dice_below(&play->dice, 3) == 0)
			item->kind = ITEM_KIND_PRESENTATION;
		if (dice_below(&play->dice, 6) == 0)
			item->fixed_end_s = 13 * 3600 + span(play, 4 * 3600);
		if (dice_below(&play->dice, 6) == 0)
			item->fixed_start_s = 13 * 3600 + span(play, 4 * 3600);
		if (dice_below(&play->dice, 3) == 0)
			item->minimum_s = span(play, 1800);
		item->protected = dice_below(&play->dice, 5) == 0;
	}
	world_add_table(&play->world);
	world_add_table(&play->world);
}

static void pass_time(struct play *play)
{
	struct world *world = &play->world;

	switch (dice_below(&play->dice, 12)) {
	case 0:
		break; /* two presses in the same millisecond */
	case 1:
		world_sleep_ms(world, span(play, 30 * MINUTE_MS));
		break;
	case 2:
		world_set_wall_ms(world, span(play, 180 * MINUTE_MS) - 90 * MINUTE_MS);
		play->clocks_set = true;
		break;
	case 3:
		world_reboot_ms(world, span(play, 10 * MINUTE_MS));
		break;
	default:
		world_pass_ms(world, span(play, 15 * MINUTE_MS));
	}
}

static const char *any_item(struct play *play)
{
	return play->world.book.items.at[dice_below(&play->dice, play->world.book.items.len)].id;
}

static void turn_any(struct play *play, const struct act *act)
{
	static void (*const turns[])(const struct act *act, bool on) = { act_shutter, act_blackout, act_freeze, act_one_by_one };

	turns[dice_below(&play->dice, COUNT(turns))](act, dice_below(&play->dice, 2));
}

static const char *any_table(struct play *play)
{
	return play->world.book.tables.at[dice_below(&play->dice, play->world.book.tables.len)].id;
}

static enum status press(struct play *play, const struct act *act)
{
	int64_t wall_ms = play->world.now.wall_ms;

	switch (dice_below(&play->dice, 29)) {
	case 0:
	case 1:
		return act_start(act, NULL);
	case 2:
		return act_pause(act, NULL);
	case 3:
		return act_resume(act, NULL);
	case 4:
		return act_skip(act, NULL);
	case 5:
		return act_back(act, NULL);
	case 6:
		return dice_below(&play->dice, 3) ? ST_REFUSED : act_end(act, NULL);
	case 7:
		return act_add(act, span(play, 20 * MINUTE_MS) - 10 * MINUTE_MS, NULL);
	case 8:
	case 9:
		return act_backdate(act, wall_ms - span(play, 30 * MINUTE_MS), NULL);
	case 10:
		return act_backdate_to_plan(act, NULL);
	case 11:
		return act_excuse(act, span(play, 20 * MINUTE_MS), NULL);
	case 12:
		return act_close_at(act, wall_ms - span(play, 20 * MINUTE_MS), NULL);
	case 13:
		turn_any(play, act);
		return ST_OK;
	case 14:
		return act_turn(act, dice_below(&play->dice, 2) ? 1 : -1, 3, NULL);
	case 15:
		return act_present(act, any_table(play), NULL);
	case 16:
		return act_message(act, "m", span(play, 3 * MINUTE_MS), NULL);
	case 17:
		return act_refit(act, NULL);
	case 18:
		return act_hand_over(act, NULL);
	case 19:
		return dice_below(&play->dice, 2) ? act_pass(act, any_table(play), NULL) : act_swap(act, any_table(play), NULL);
	case 20:
		act_blackout(act, dice_below(&play->dice, 2));
		return ST_OK;
	case 21:
		act_freeze(act, dice_below(&play->dice, 2));
		return ST_OK;
	case 22:
		act_one_by_one(act, dice_below(&play->dice, 2));
		return ST_OK;
	case 23:
		return act_picture(act, dice_below(&play->dice, 2), NULL);
	case 24:
		return act_start_at(act, wall_ms - span(play, 20 * MINUTE_MS), NULL);
	case 25:
		return act_start_as_planned(act, NULL);
	default:
		return act_next(act, NULL);
	}
}

static void check_item(const struct play *play, const struct run_item *it)
{
	const struct run *run = &play->world.run;

	assert_true(it->active_ms >= 0 && it->pauses_ms >= 0 && it->total_active_ms >= it->active_ms);
	if (it->open_ended)
		assert_true(it->remaining_ms == 0 && it->overtime_ms == 0 && it->adjust_ms == 0);
	if (it->actual_end_ms)
		assert_true(it->actual_end_ms >= it->actual_start_ms);
	/* Where no clock was set, wall times say the same as lengths. */
	if (play->clocks_set || it->attempts != 1)
		return;
	int64_t until_ms = it->status == ITEM_RUNNING ? run->now.wall_ms : it->actual_end_ms;
	assert_int_equal(it->active_ms + it->pauses_ms, until_ms - it->actual_start_ms);
}

static void check_forecast(const struct run *run)
{
	int64_t at_ms = run->now.wall_ms;

	for (size_t i = run->current < run->len ? run->current : 0; i < run->len; i++) {
		const struct run_item *it = &run->items[i];
		if (!it->forecast_end_ms || it->status == ITEM_DONE)
			continue;
		if (it->status == ITEM_WAITING)
			assert_true(it->forecast_start_ms >= at_ms);
		assert_true(it->forecast_end_ms >= at_ms);
		at_ms = it->forecast_end_ms;
	}
	if (run->state != RUN_ENDED)
		assert_true(run->forecast_end_ms >= at_ms);
}

/* Every table stands in the order once, and the one on stage is the one whose turn it is. */
static void check_turns(const struct play *play)
{
	const struct run *run = &play->world.run;
	size_t tables = play->world.book.tables.len, sum = 0, now = 0;

	for (size_t i = 0; i < tables; i++) {
		sum += run->order[i];
		now += run->turns[i] == TURN_NOW && run->stage.table == &play->world.book.tables.at[i];
		assert_true(run->turns[i] != TURN_NOW || run->stage.table || !run_current(run));
	}
	assert_int_equal(sum, tables * (tables - 1) / 2);
	if (run->stage.table && run_current(run) && run_current(run)->item->kind == ITEM_KIND_PRESENTATION)
		assert_int_equal(now, 1);
	assert_true(run->turn_spent_ms >= 0);
}

static void check(struct play *play)
{
	const struct run *run = &play->world.run;
	size_t running = 0;

	for (size_t i = 0; i < run->len; i++) {
		check_item(play, &run->items[i]);
		if (run->items[i].status != ITEM_RUNNING)
			continue;
		running++;
		assert_int_equal(run->current, i);
	}
	assert_int_equal(running, run->current < run->len);
	assert_true(run->current == run->len || run->state == RUN_RUNNING || run->state == RUN_PAUSED);
	assert_true((run->untimed_since_ms != 0) == (run->state == RUN_RUNNING && run->current == run->len));
	check_forecast(run);
	check_turns(play);
	laws_check(&play->world.book, run);
}

#define SAME(member) assert_int_equal(was->member, is->member)

static void assert_same_item(const struct run_item *was, const struct run_item *is)
{
	SAME(status);
	SAME(attempts);
	SAME(adjust_ms);
	SAME(pauses_ms);
	SAME(active_ms);
	SAME(total_active_ms);
	SAME(remaining_ms);
	SAME(overtime_ms);
	SAME(planned_start_ms);
	SAME(planned_end_ms);
	SAME(actual_start_ms);
	SAME(actual_end_ms);
	SAME(forecast_start_ms);
	SAME(forecast_end_ms);
	SAME(squeezed);
}

static void assert_same_stage(const struct run_stage *was, const struct run_stage *is)
{
	SAME(open);
	SAME(dark);
	SAME(frozen);
	SAME(held.page);
	SAME(held.step);
	assert_ptr_equal(was->held.item, is->held.item);
	assert_ptr_equal(was->held.table, is->held.table);
	SAME(shown);
	SAME(message_until_ms);
	SAME(page);
	SAME(step);
	SAME(message_at_ms);
	assert_ptr_equal(was->table, is->table);
	assert_string_equal(was->message, is->message);
	assert_int_equal(stamp_compare(was->shutter, is->shutter), 0);
}

/* Everything but `last`, which an undo is. */
static void assert_same(const struct run *was, const struct run *is, size_t tables)
{
	for (size_t i = 0; i < was->len; i++)
		assert_same_item(&was->items[i], &is->items[i]);
	assert_same_stage(&was->stage, &is->stage);
	assert_string_equal(was->undoable ? was->undoable->id : "", is->undoable ? is->undoable->id : "");
	SAME(state);
	SAME(len);
	SAME(current);
	SAME(next);
	SAME(planned_start_ms);
	SAME(planned_end_ms);
	SAME(actual_start_ms);
	SAME(forecast_end_ms);
	SAME(delta_ms);
	SAME(real_delta_ms);
	SAME(slack_ms);
	SAME(has_floor);
	SAME(floor_ms);
	SAME(untimed_since_ms);
	SAME(turn_spent_ms);
	for (size_t i = 0; i < tables; i++) {
		SAME(turns[i]);
		SAME(order[i]);
	}
}

/* Undoes the last press if it counted, compares with how things stood before, and takes the undo out again. */
static void check_undo(struct play *play, size_t rows_before, const struct run *was)
{
	struct world *world = &play->world;
	size_t rows = world->book.run_rows.len;
	const struct run_row *undoable = world->run.undoable;

	if (!undoable || undoable < world->book.run_rows.at + rows_before)
		return;
	struct act act = world_act(world, &world->run);
	assert_int_equal(act_undo(&act, NULL), ST_OK);
	world_commit(world);
	world_fold(world);
	assert_same(was, &world->run, world->book.tables.len);
	world_drop_rows(world, rows);
	world_fold(world);
}

/* Some rows ago the clock stood so, and it still does where only those rows are read: nothing later reaches back, and nothing
 * is kept between two folds. */
static void check_replay(struct play *play)
{
	struct world *world = &play->world;
	const struct run_row_list rows = world->book.run_rows;
	struct arena folds = { 0 };
	struct run again;

	if (play->marked.len) {
		world->book.run_rows.len = play->marked_rows;
		run_fold(&world->book, play->marked.now, &folds, &again);
		world->book.run_rows = rows;
		assert_same(&play->marked, &again, world->book.tables.len);
	}
	arena_done(&folds);
}

static void mark(struct play *play)
{
	arena_done(&play->marked_folds);
	run_fold(&play->world.book, play->world.now, &play->marked_folds, &play->marked);
	play->marked_rows = play->world.book.run_rows.len;
}

static void play_once(struct play *play)
{
	struct world *world = &play->world;
	size_t rows_before = world->book.run_rows.len;
	struct arena folds = { 0 };
	struct run was;

	pass_time(play);
	run_fold(&world->book, world->now, &folds, &was);
	bool late = dice_below(&play->dice, 5) == 0;
	struct act act = world_act(world, late ? &play->stale : &was);
	enum status st = dice_below(&play->dice, 10) ? press(play, &act) : act_undo(&act, NULL);
	assert_true(st == ST_OK || (st == ST_REFUSED && world->batch.len == 0));
	world_commit(world);
	world_fold(world);
	check(play);
	check_undo(play, rows_before, &was);
	if (dice_below(&play->dice, 3) == 0) {
		arena_done(&play->stale_folds);
		run_fold(&world->book, world->now, &play->stale_folds, &play->stale);
	}
	arena_done(&folds);
	check_replay(play);
	if (dice_below(&play->dice, 4) == 0)
		mark(play);
}

static void undo_everything(struct play *play)
{
	struct world *world = &play->world;
	struct act act = world_act(world, &world->run);

	for (size_t i = 0; act_undo(&act, NULL) == ST_OK; i++) {
		assert_true(i < MOST_PRESSES * 2);
		world_commit(world);
		world_fold(world);
		check(play);
	}
	assert_int_equal(world->run.state, RUN_PLANNED);
	for (size_t i = 0; i < world->run.len; i++)
		assert_int_equal(world->run.items[i].status, ITEM_WAITING);
}

static void play_sequence(struct play *play)
{
	world_begin(&play->world);
	play->clocks_set = false;
	play->marked = (struct run){ 0 };
	set_up(play);
	run_fold(&play->world.book, play->world.now, &play->stale_folds, &play->stale);
	world_fold(&play->world);
	for (size_t presses = dice_below(&play->dice, MOST_PRESSES); presses > 0; presses--)
		play_once(play);
	undo_everything(play);
	arena_done(&play->stale_folds);
	arena_done(&play->marked_folds);
	world_done(&play->world);
}

static void whatever_is_pressed_the_clock_makes_sense(void **state)
{
	(void)state;
	static struct play play;

	play.dice = dice_take("whatever_is_pressed_the_clock_makes_sense");
	for (int i = 0; i < SEQUENCES; i++)
		play_sequence(&play);
}

/* A file from elsewhere may hold anything: the fold must neither fall over nor overflow. */
static void random_rows_do_no_harm(void **state)
{
	(void)state;
	static struct play play;
	static const int64_t numbers[] = { 0, 1, -1, 60000, 1795000000000, INT64_MAX, INT64_MIN, -1795000000000 };

	play.dice = dice_take("random_rows_do_no_harm");
	for (int i = 0; i < SEQUENCES / 10; i++) {
		struct world *world = &play.world;
		world_begin(world);
		set_up(&play);
		struct run_row *rows = arena_new(&world->book.arena, MOST_PRESSES, sizeof *rows);
		for (size_t k = 0; k < MOST_PRESSES; k++) {
			struct id id = env_new_id(&world->env);
			rows[k] = (struct run_row){
				.id = arena_copy(&world->book.arena, id.text),
				.workshop = "w",
				.verb = (enum verb)dice_below(&play.dice, codes_verb.len),
				.item = any_item(&play),
				.target = k ? rows[dice_below(&play.dice, k)].id : "",
				.text = "",
				.ms = numbers[dice_below(&play.dice, COUNT(numbers))],
				.at_ms = numbers[dice_below(&play.dice, COUNT(numbers))],
				.boot_ms = numbers[dice_below(&play.dice, COUNT(numbers))],
				.boot_id = (int64_t)dice_below(&play.dice, 3),
			};
		}
		workbook_set_rows(&world->book, ENTITY_run_row, rows, MOST_PRESSES);
		world->book.workshops.at->start_ms = numbers[dice_below(&play.dice, COUNT(numbers))];
		world->book.workshops.at->hall_end_ms = numbers[dice_below(&play.dice, COUNT(numbers))];
		world_fold(world);
		assert_true(run_next_change_ms(&world->run) <= MINUTE_MS);
		world_done(world);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whatever_is_pressed_the_clock_makes_sense),
		cmocka_unit_test(random_rows_do_no_harm),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
