/* What people thought of for themselves: so it stays, whatever becomes of the clock, unless their time was over by then
 * (field.md 3, invariant 11). */
#include "engine/alone.h"

#include "base/mem.h"
#include "engine/progress.h"
#include "world.h"

#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

enum { MINUTE_MS = 60000, OFFERS_MAX = 400 };

struct room {
	struct world world;
	struct offer offers[OFFERS_MAX];
	size_t len;
};

/* Each thinks alone, then the tables share; twice. */
static void room_begin(struct room *room)
{
	static const enum item_kind kinds[] = { ITEM_KIND_INDIVIDUAL, ITEM_KIND_TABLE, ITEM_KIND_INDIVIDUAL, ITEM_KIND_TABLE };

	*room = (struct room){ 0 };
	world_begin(&room->world);
	world_add_table(&room->world);
	for (size_t i = 0; i < COUNT(kinds); i++)
		world_add_item(&room->world, "step", 600)->kind = kinds[i];
	world_fold(&room->world);
}

/* As a scribe's console writes it. */
static void offer(struct room *room)
{
	struct world *world = &room->world;

	world_fold(world);
	struct record_time time = progress_time(&world->run, 0);
	room->offers[room->len++] = (struct offer){
		.id = "o", .merged_into = "", .table = world->book.tables.at[0].id, .item = time.item ? time.item->id : "", .at_s = time.at_s,
		.made_alone = time.item && time.item->kind == ITEM_KIND_INDIVIDUAL,
		.born = stamp_next((struct stamp){ { 0 } }, world->now.wall_ms, 1),
	};
	world->book.offers.at = room->offers;
	world->book.offers.len = room->len;
}

typedef enum status press(const struct act *act, struct fault *fault);

static enum status press_back(struct room *room, int64_t back_ms)
{
	struct fault fault = { "" };
	struct act act = world_act(&room->world, &room->world.run);

	return act_backdate(&act, room->world.now.wall_ms - back_ms, &fault);
}

static enum status press_now(struct room *room, press *what)
{
	struct fault fault = { "" };

	world_fold(&room->world);
	struct act act = world_act(&room->world, &room->world.run);
	enum status st = what(&act, &fault);
	world_commit(&room->world);
	world_fold(&room->world);
	return st;
}

static bool is_alone(struct room *room, size_t i)
{
	return alone_is_so(&room->world.run, &room->offers[i]);
}

static void offers_of_the_step_alone_stay_so_when_the_tables_share(void **state)
{
	struct room room;

	(void)state;
	room_begin(&room);
	offer(&room);
	assert_int_equal(press_now(&room, act_next), ST_OK);
	world_pass_ms(&room.world, 5 * MINUTE_MS);
	offer(&room);
	assert_int_equal(room.offers[1].at_s, 300);
	world_pass_ms(&room.world, 5 * MINUTE_MS);
	assert_int_equal(press_now(&room, act_next), ST_OK);
	offer(&room);
	assert_false(is_alone(&room, 0));
	assert_true(is_alone(&room, 1));
	assert_false(is_alone(&room, 2));
	assert_int_equal(alone_count(&room.world.book, &room.world.run, NULL), 1);
	assert_int_equal(alone_count(&room.world.book, &room.world.run, "elsewhere"), 0);
	world_done(&room.world);
}

static void what_was_written_after_the_sharing_really_began_was_not(void **state)
{
	struct room room;

	(void)state;
	room_begin(&room);
	assert_int_equal(press_now(&room, act_next), ST_OK);
	world_pass_ms(&room.world, 5 * MINUTE_MS);
	offer(&room);
	world_pass_ms(&room.world, 4 * MINUTE_MS);
	offer(&room);
	world_pass_ms(&room.world, MINUTE_MS);
	assert_int_equal(press_now(&room, act_next), ST_OK);
	assert_int_equal(press_back(&room, 3 * MINUTE_MS), ST_OK);
	world_commit(&room.world);
	world_fold(&room.world);
	assert_true(is_alone(&room, 0));
	assert_false(is_alone(&room, 1));
	world_done(&room.world);
}

static void a_sleep_that_is_counted_as_a_pause_takes_nothing_back(void **state)
{
	struct room room;
	struct fault fault = { "" };

	(void)state;
	room_begin(&room);
	assert_int_equal(press_now(&room, act_next), ST_OK);
	world_sleep_ms(&room.world, 8 * MINUTE_MS);
	offer(&room);
	struct act act = world_act(&room.world, &room.world.run);
	assert_int_equal(act_excuse(&act, 8 * MINUTE_MS, &fault), ST_OK);
	world_commit(&room.world);
	world_pass_ms(&room.world, MINUTE_MS);
	assert_int_equal(press_now(&room, act_next), ST_OK);
	assert_true(is_alone(&room, 0));
	world_done(&room.world);
}

/* By the stretches in which steps ran, which are folded apart from the steps' own times. */
static void check_law(const struct room *room)
{
	const struct run *run = &room->world.run;

	for (size_t i = 0; i < room->len; i++) {
		int64_t end_ms = 0;
		if (!alone_is_so(run, &room->offers[i]))
			continue;
		for (size_t k = 0; k < run->spans_len; k++) {
			const struct run_span *span = &run->spans[k];
			if (!span->is_pause && run->items[span->item].item->id == room->offers[i].item)
				end_ms = span->end_ms ? span->end_ms : INT64_MAX;
		}
		assert_true(stamp_wall_ms(room->offers[i].born) <= end_ms);
	}
}

static void nothing_made_alone_is_later_than_its_step(void **state)
{
	static press *const presses[] = { act_next, act_pause, act_resume, act_back, act_undo, act_skip };
	struct dice dice = dice_take("alone");

	(void)state;
	for (int round = 0; round < 200; round++) {
		struct room room;
		room_begin(&room);
		for (int i = 0; i < 60; i++) {
			size_t what = dice_below(&dice, COUNT(presses) + 4);
			world_pass_ms(&room.world, (int64_t)dice_below(&dice, 4 * MINUTE_MS));
			if (what < COUNT(presses))
				(void)press_now(&room, presses[what]);
			else if (what == COUNT(presses) && press_back(&room, (int64_t)dice_below(&dice, 6 * MINUTE_MS)) == ST_OK)
				world_commit(&room.world);
			else
				offer(&room);
			world_fold(&room.world);
			check_law(&room);
		}
		world_done(&room.world);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(offers_of_the_step_alone_stay_so_when_the_tables_share),
		cmocka_unit_test(what_was_written_after_the_sharing_really_began_was_not),
		cmocka_unit_test(a_sleep_that_is_counted_as_a_pause_takes_nothing_back),
		cmocka_unit_test(nothing_made_alone_is_later_than_its_step),
	};

	return cmocka_run_group_tests_name("alone", tests, NULL, NULL);
}
