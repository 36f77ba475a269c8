/* What of a step's time its strictness lets the room see. */
#include "engine/room_time.h"

#include "base/mem.h"
#include "engine/mood.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

enum { MINUTE_MS = 60000 };

static struct run_item item_of(const struct item *item, int64_t planned_ms, int64_t remaining_ms)
{
	return (struct run_item){
		.item = item,
		.status = ITEM_RUNNING,
		.planned_ms = planned_ms,
		.remaining_ms = remaining_ms,
		.active_ms = planned_ms - remaining_ms,
		.overtime_ms = remaining_ms < 0 ? -remaining_ms : 0,
	};
}

static void assert_no_lengths(struct room_time time)
{
	assert_int_equal(time.remaining_s, 0);
	assert_int_equal(time.overtime_s, 0);
	assert_int_equal(time.whole_s, 0);
	assert_int_equal(time.elapsed_s, 0);
}

static void only_an_unhurried_end_is_spared(void **state)
{
	static const struct {
		int64_t planned_ms, remaining_ms;
		bool near;
	} rows[] = {
		{ 30 * MINUTE_MS, 30 * MINUTE_MS, false },
		{ 30 * MINUTE_MS, 5 * MINUTE_MS + 1, false },
		{ 30 * MINUTE_MS, 5 * MINUTE_MS, true },
		{ 30 * MINUTE_MS, 1, true },
		{ 30 * MINUTE_MS, 0, true },
		{ 30 * MINUTE_MS, -65000, true },
		{ 10 * MINUTE_MS, 5 * MINUTE_MS, false },
		{ 10 * MINUTE_MS, 1 * MINUTE_MS, true },
		{ 10 * MINUTE_MS, -60 * MINUTE_MS, true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows) * codes_strictness.len; i++) {
		struct item item = { .strictness = (enum strictness)(i / COUNT(rows)) };
		struct run_item it = item_of(&item, rows[i % COUNT(rows)].planned_ms, rows[i % COUNT(rows)].remaining_ms);
		struct room_time time = room_time_of_item(&it);

		assert_int_equal(time.spared, rows[i % COUNT(rows)].near && item.strictness == STRICTNESS_UNHURRIED);
		if (time.spared) {
			assert_no_lengths(time);
			continue;
		}
		assert_int_equal(time.remaining_s, run_remaining_s(&it));
		assert_int_equal(time.overtime_s, run_overtime_s(&it));
		assert_int_equal(time.whole_s, it.planned_ms / 1000);
	}
}

static void what_lasts_as_long_as_it_lasts_has_no_end_to_spare(void **state)
{
	struct item item = { .strictness = STRICTNESS_UNHURRIED };
	struct run_item it = item_of(&item, 0, 0);

	(void)state;
	it.open_ended = true;
	it.active_ms = 75 * MINUTE_MS;
	assert_false(room_time_of_item(&it).spared);
	assert_true(room_time_of_item(&it).open_ended);
	assert_int_equal(room_time_of_item(&it).elapsed_s, 75 * 60);
}

/* The step has plenty of time; the turn of the table that tells has none. */
static void a_turn_has_an_end_of_its_own(void **state)
{
	struct item item = { .kind = ITEM_KIND_PRESENTATION };
	struct run_item it = item_of(&item, 30 * MINUTE_MS, 20 * MINUTE_MS);
	struct run run = { .items = &it, .len = 1, .turn_spent_ms = 5 * MINUTE_MS };
	struct plenary plenary = { .len = 8, .now = 2, .timed = true, .left_ms = -15000 };

	(void)state;
	assert_int_equal(room_time_of_turn(&run, &plenary).overtime_s, 15);
	item.strictness = STRICTNESS_UNHURRIED;
	assert_true(room_time_of_turn(&run, &plenary).spared);
	assert_no_lengths(room_time_of_turn(&run, &plenary));
	plenary.now = plenary.len;
	assert_false(room_time_of_turn(&run, &plenary).spared);
	assert_int_equal(room_time_of_turn(&run, &plenary).remaining_s, 20 * 60);
}

/* Begun four minutes before half past, it has four minutes, whatever was planned. */
static void a_fixed_end_makes_its_own_length(void **state)
{
	struct item item = { .strictness = STRICTNESS_UNHURRIED };
	struct run_item it = item_of(&item, 15 * MINUTE_MS, 3 * MINUTE_MS);

	(void)state;
	it.fixed_end_ms = 30 * MINUTE_MS;
	it.actual_start_ms = 26 * MINUTE_MS;
	assert_int_equal(room_time_of_item(&it).whole_s, 4 * 60);
	assert_int_equal(mood_of_item(&it), MOOD_CALM);
	it.actual_start_ms = 10 * MINUTE_MS;
	assert_int_equal(mood_of_item(&it), MOOD_SOON);
	assert_true(room_time_of_item(&it).spared);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_an_unhurried_end_is_spared),
		cmocka_unit_test(what_lasts_as_long_as_it_lasts_has_no_end_to_spare),
		cmocka_unit_test(a_fixed_end_makes_its_own_length),
		cmocka_unit_test(a_turn_has_an_end_of_its_own),
	};

	return cmocka_run_group_tests_name("room_time", tests, NULL, NULL);
}
