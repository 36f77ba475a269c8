#include "engine/clockwatch.h"

#include "base/fastclock.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const struct moment before = { .wall_ms = 9000000, .boot_ms = 500000, .mono_ms = 400000, .boot_id = 7 };

static struct moment after(int64_t wall_ms, int64_t boot_ms, int64_t mono_ms)
{
	return (struct moment){ before.wall_ms + wall_ms, before.boot_ms + boot_ms, before.mono_ms + mono_ms, 7 };
}

static void sleep_and_setting_the_clock_are_told_apart(void **state)
{
	(void)state;
	static const struct {
		int64_t wall_ms, boot_ms, mono_ms;
		int64_t slept_ms, step_ms;
	} rows[] = {
		{ 1000, 1000, 1000, 0, 0 },
		{ 600000, 600000, 600000, 0, 0 }, /* stopped, not asleep */
		{ 720000, 720000, 0, 720000, 0 },
		{ 5000, 5000, 0, 0, 0 },
		{ 5001, 5001, 0, 5001, 0 },
		{ 1000 + 3600000, 1000, 1000, 0, 3600000 },
		{ 1000 - 3600000, 1000, 1000, 0, -3600000 },
		{ 3000, 1000, 1000, 0, 0 },
		{ 3001, 1000, 1000, 0, 2001 },
		{ -1001, 1000, 1000, 0, -2001 },
		{ 720000 + 3600000, 720000, 100, 719900, 3600000 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct moment now = after(rows[i].wall_ms, rows[i].boot_ms, rows[i].mono_ms);
		struct clockwatch seen = clockwatch_between(before, now);
		assert_false(seen.rebooted);
		assert_int_equal(seen.slept, rows[i].slept_ms != 0);
		assert_int_equal(seen.slept_ms, rows[i].slept_ms);
		assert_int_equal(seen.stepped, rows[i].step_ms != 0);
		assert_int_equal(seen.step_ms, rows[i].step_ms);
	}
}

/* The clocks are read one after the other: an answer may be some milliseconds older than the next, at any speed. */
static void a_rehearsals_clock_sleeps_and_is_set_only_where_the_machines_is(void **state)
{
	static const struct {
		int64_t wall_ms, boot_ms, mono_ms;
		int64_t slept_ms, step_ms;
	} rows[] = {
		{ 1000, 1000, 1000, 0, 0 },
		{ 600000, 600000, 600000, 0, 0 },
		{ 1000, 1020, 990, 0, 0 },
		{ 1500, 1000, 1000, 0, 0 }, /* slewed */
		{ 721000, 721000, 1000, 720000, 0 },
		{ 1000 - 3600000, 1000, 1000, 0, -3600000 },
	};

	(void)state;
	for (int64_t speed = 1; speed <= FASTCLOCK_SPEED_MAX; speed += 37) {
		struct fastclock clock = { .speed = speed, .wall_ms = 1, .made = before, .runs = true, .begun = before };
		for (size_t i = 0; i < COUNT(rows); i++) {
			struct moment now = after(rows[i].wall_ms, rows[i].boot_ms, rows[i].mono_ms);
			struct clockwatch seen = clockwatch_between(fastclock_at(&clock, before), fastclock_at(&clock, now));
			assert_int_equal(seen.slept_ms, rows[i].slept_ms);
			assert_int_equal(seen.step_ms, rows[i].step_ms);
		}
	}
}

static void after_a_reboot_only_that_is_known(void **state)
{
	(void)state;
	struct moment now = after(60000, -450000, -390000);

	now.boot_id = 8;
	struct clockwatch seen = clockwatch_between(before, now);
	assert_true(seen.rebooted);
	assert_false(seen.slept || seen.stepped);
}

static void a_gap_of_more_than_two_minutes_is_asked_about(void **state)
{
	(void)state;
	static const struct {
		bool is_running, has_heartbeat, rebooted;
		int64_t wall_ms, boot_ms;
		enum recovery recovery;
		int64_t gap_ms;
	} rows[] = {
		{ false, true, false, 900000, 900000, RECOVERY_NONE, 0 },
		{ true, true, false, 120000, 120000, RECOVERY_GO_ON, 120000 },
		{ true, true, false, 120001, 120001, RECOVERY_ASK, 120001 },
		{ true, true, false, 3600000, 1000, RECOVERY_GO_ON, 1000 }, /* the wall clock was set */
		{ true, true, true, 180000, -400000, RECOVERY_ASK, 180000 },
		{ true, true, true, 60000, -400000, RECOVERY_GO_ON, 60000 },
		{ true, true, true, -60000, -400000, RECOVERY_GO_ON, 0 },
		{ true, false, false, 900000, 900000, RECOVERY_GO_ON, 0 }, /* no console was ever there */
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct moment now = after(rows[i].wall_ms, rows[i].boot_ms, 0);
		int64_t gap_ms = -1;
		now.boot_id += rows[i].rebooted;
		enum recovery recovery = recovery_for(rows[i].is_running, rows[i].has_heartbeat, before, now, &gap_ms);
		assert_int_equal(recovery, rows[i].recovery);
		assert_int_equal(gap_ms, rows[i].gap_ms);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sleep_and_setting_the_clock_are_told_apart),
		cmocka_unit_test(a_rehearsals_clock_sleeps_and_is_set_only_where_the_machines_is),
		cmocka_unit_test(after_a_reboot_only_that_is_known),
		cmocka_unit_test(a_gap_of_more_than_two_minutes_is_asked_about),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
