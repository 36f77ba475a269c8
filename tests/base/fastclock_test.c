#include "base/fastclock.h"

#include "base/mem.h"
#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

enum { START_MS = 1000000, MADE_MS = 5000, BOOT_ID = 7 };

/* The machine's clocks once it was awake, asleep, and set by so much. */
static struct moment machine_after(int64_t awake_ms, int64_t asleep_ms, int64_t set_ms)
{
	return (struct moment){
		.wall_ms = 900 + awake_ms + asleep_ms + set_ms,
		.boot_ms = MADE_MS + awake_ms + asleep_ms,
		.mono_ms = MADE_MS - 300 + awake_ms,
		.boot_id = BOOT_ID,
	};
}

static struct fastclock clock_made(int64_t speed)
{
	return (struct fastclock){ .speed = speed, .wall_ms = START_MS, .made = machine_after(0, 0, 0) };
}

static struct fastclock clock_begun(int64_t speed, int64_t later_ms)
{
	struct fastclock clock = clock_made(speed);

	clock.runs = true;
	clock.begun = machine_after(later_ms, 0, 0);
	return clock;
}

static void assert_moment(struct moment at, int64_t wall_ms, int64_t boot_ms, int64_t mono_ms)
{
	assert_int_equal(at.wall_ms, START_MS + wall_ms);
	assert_int_equal(at.boot_ms, MADE_MS + boot_ms);
	assert_int_equal(at.mono_ms, MADE_MS - 300 + mono_ms);
	assert_int_equal(at.boot_id, BOOT_ID);
}

static void without_a_speed_it_is_the_machines_time(void **state)
{
	const struct fastclock none = { 0 };
	struct moment now = machine_after(10, 20, 30), at = fastclock_at(&none, now);

	(void)state;
	assert_memory_equal(&at, &now, sizeof at);
	assert_int_equal(fastclock_wait_ms(&none, 1234), 1234);
	assert_int_equal(fastclock_wait_ms(&none, -1), -1);
}

static void it_stands_until_it_is_begun(void **state)
{
	struct fastclock clock = clock_made(60);

	(void)state;
	assert_moment(fastclock_at(&clock, machine_after(0, 0, 0)), 0, 0, 0);
	assert_moment(fastclock_at(&clock, machine_after(99000, 5000, 7000)), 0, 0, 0);
	assert_int_equal(fastclock_wait_ms(&clock, 1000), -1);
}

static void it_goes_on_from_where_it_stood(void **state)
{
	struct fastclock clock = clock_begun(60, 99000);

	(void)state;
	assert_moment(fastclock_at(&clock, machine_after(99000, 0, 0)), 0, 0, 0);
	assert_moment(fastclock_at(&clock, machine_after(100000, 0, 0)), 60000, 60000, 60000);
	assert_moment(fastclock_at(&clock, machine_after(99000 + 120000, 0, 0)), 7200000, 7200000, 7200000);
}

static void a_sleep_is_as_long_as_it_is(void **state)
{
	struct fastclock clock = clock_begun(60, 0);

	(void)state;
	assert_moment(fastclock_at(&clock, machine_after(1000, 252000, 0)), 60000 + 252000, 60000 + 252000, 60000);
}

static void a_clock_that_is_set_is_set_by_as_much(void **state)
{
	struct fastclock clock = clock_begun(1000, 0);

	(void)state;
	assert_moment(fastclock_at(&clock, machine_after(1000, 0, -3600000)), 1000000 - 3600000, 1000000, 1000000);
}

static void waits_are_shorter_and_never_too_short(void **state)
{
	static const struct {
		int64_t speed, ms, wait_ms;
	} rows[] = {
		{ 1, 1000, 1000 }, { 60, 60000, 1000 }, { 60, 60001, 1001 }, { 60, 1, 1 }, { 60, 0, 0 }, { 1000, 999, 1 }, { 60, -1, -1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct fastclock clock = clock_begun(rows[i].speed, 0);
		assert_int_equal(fastclock_wait_ms(&clock, rows[i].ms), rows[i].wait_ms);
		if (rows[i].ms < 0)
			continue;
		struct moment then = fastclock_at(&clock, machine_after(rows[i].wait_ms, 0, 0));
		assert_true(then.boot_ms >= MADE_MS + rows[i].ms);
	}
}

/* Whatever the machine goes through: awake time counts `speed` times, and sleeps and jumps can be told from it as before. */
static void sleeps_and_jumps_are_what_they_were(void **state)
{
	struct dice dice = dice_take("fastclock");

	(void)state;
	for (int run = 0; run < 10000; run++) {
		int64_t speed = 1 + (int64_t)dice_below(&dice, FASTCLOCK_SPEED_MAX), awake = 0, asleep = 0, set = 0;
		struct fastclock clock = clock_begun(speed, 0);
		struct moment before = fastclock_at(&clock, machine_after(0, 0, 0));
		for (int step = 0; step < 5; step++) {
			int64_t awake_now = (int64_t)dice_below(&dice, 600000), asleep_now = (int64_t)dice_below(&dice, 3600000);
			int64_t set_now = (int64_t)dice_below(&dice, 7200000) - 3600000;
			struct moment now = fastclock_at(&clock, machine_after(awake += awake_now, asleep += asleep_now, set += set_now));
			int64_t boot_ms = now.boot_ms - before.boot_ms, mono_ms = now.mono_ms - before.mono_ms;
			assert_int_equal(mono_ms, awake_now * speed);
			assert_int_equal(boot_ms - mono_ms, asleep_now);
			assert_int_equal(now.wall_ms - before.wall_ms - boot_ms, set_now);
			before = now;
		}
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_a_speed_it_is_the_machines_time),
		cmocka_unit_test(it_stands_until_it_is_begun),
		cmocka_unit_test(it_goes_on_from_where_it_stood),
		cmocka_unit_test(a_sleep_is_as_long_as_it_is),
		cmocka_unit_test(a_clock_that_is_set_is_set_by_as_much),
		cmocka_unit_test(waits_are_shorter_and_never_too_short),
		cmocka_unit_test(sleeps_and_jumps_are_what_they_were),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
