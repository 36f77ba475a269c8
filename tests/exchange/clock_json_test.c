/* `clock status --json` after any sequence of presses: another reader reads it, and its numbers are those of the clock. */
#include "engine/world.h"
#include "exchange/json.h"
#include "probe.h"
#include "support/dice.h"

#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

enum { SEQUENCES = 400, PRESSES = 12, MINUTE_MS = 60000 };

static void set_up(struct world *world, struct dice *dice)
{
	world_begin(world);
	for (size_t i = 0; i < 3; i++) {
		struct item *item = world_add_item(world, "A “step”\\\n\t", (int64_t)dice_below(dice, 900));
		item->kind = dice_below(dice, 2) ? ITEM_KIND_PRESENTATION : ITEM_KIND_CASE;
	}
	world_add_table(world);
	world->book.workshops.at->start_ms = world->now.wall_ms;
	world_fold(world);
}

static enum status press(const struct act *act, struct dice *dice)
{
	switch (dice_below(dice, 7)) {
	case 0:
		return act_pause(act, NULL);
	case 1:
		return act_resume(act, NULL);
	case 2:
		return act_add(act, (int64_t)dice_below(dice, 20 * MINUTE_MS) - 10 * MINUTE_MS, NULL);
	case 3:
		return act_back(act, NULL);
	case 4:
		return act_undo(act, NULL);
	case 5:
		return act_backdate(act, act->run->now.wall_ms - (int64_t)dice_below(dice, 20 * MINUTE_MS), NULL);
	default:
		return act_next(act, NULL);
	}
}

static int64_t number_at(const char *json, const char *path)
{
	return strtoll(probe_at(json, path), NULL, 10);
}

static void check_item(const char *json, const struct run_item *item)
{
	int64_t remaining_s = number_at(json, "$.item.remaining_s"), overtime_s = number_at(json, "$.item.overtime_s");

	assert_string_equal(probe_at(json, "$.item.title"), item->item->title);
	assert_true(number_at(json, "$.item.active_s") >= 0 && number_at(json, "$.item.pauses_s") >= 0);
	assert_true(remaining_s >= 0 && overtime_s >= 0 && (remaining_s == 0 || overtime_s == 0));
	if (item->open_ended)
		return;
	/* Each is a whole second of its own, so together they may be off by one each. */
	int64_t left_s = number_at(json, "$.item.planned_s") + number_at(json, "$.item.adjust_s") - number_at(json, "$.item.active_s");
	assert_true(llabs(left_s - (remaining_s - overtime_s)) <= 2);
}

static void check(const struct world *world)
{
	static const char *const states[] = { "planned", "running", "paused", "ended" };
	const struct run_item *item = run_current(&world->run);
	struct buf out = { 0 };

	json_clock_status(&world->book, &world->run, &out);
	const char *json = buf_text(&out);
	assert_true(probe_is_valid(json));
	assert_string_equal(probe_at(json, "$.state"), states[world->run.state]);
	assert_int_equal(number_at(json, "$.slack_s"), world->run.slack_ms / 1000);
	assert_int_equal(strlen(probe_at(json, "$.forecast_end")), strlen("2026-11-22T13:30:00+09:00"));
	if (item)
		check_item(json, item);
	else
		assert_string_equal(probe_at(json, "$.item"), "null");
	buf_done(&out);
}

static void whatever_is_pressed_the_status_can_be_read(void **state)
{
	struct dice dice = dice_take("whatever_is_pressed_the_status_can_be_read");
	static struct world world;

	(void)state;
	for (size_t i = 0; i < SEQUENCES; i++) {
		set_up(&world, &dice);
		for (size_t k = 0; k < PRESSES; k++) {
			struct act act = world_act(&world, &world.run);
			enum status st = press(&act, &dice);
			assert_true(st == ST_OK || st == ST_REFUSED);
			world_commit(&world);
			world_pass_ms(&world, (int64_t)dice_below(&dice, 10 * MINUTE_MS));
			world_fold(&world);
			check(&world);
		}
		world_done(&world);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whatever_is_pressed_the_status_can_be_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
