#include "domain/stamp.h"

#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void a_stamp_says_its_time_and_its_node(void **state)
{
	struct stamp stamp = stamp_next((struct stamp){ { 0 } }, 1795321800123, 0xFEDCBA9876543210u);

	(void)state;
	assert_int_equal(stamp_wall_ms(stamp), 1795321800123);
	assert_int_equal(stamp_node(stamp), 0xFEDCBA9876543210u);
}

/* Clocks stand still, go back by hours, or jump: stamps go on. */
static void stamps_of_a_node_never_repeat_or_go_back(void **state)
{
	struct dice dice = dice_take("stamps_of_a_node_never_repeat_or_go_back");
	int64_t wall_ms = 1795321800000;
	struct stamp last = { { 0 } };

	(void)state;
	for (int i = 0; i < 200000; i++) {
		if (dice_below(&dice, 1000) == 0)
			wall_ms += (int64_t)dice_below(&dice, 7200000) - 3600000;
		wall_ms += (int64_t)dice_below(&dice, 2);
		struct stamp next = stamp_next(last, wall_ms, 7);
		assert_true(stamp_compare(last, next) < 0);
		assert_true(stamp_wall_ms(next) >= wall_ms);
		last = next;
	}
}

static void a_full_counter_carries_into_the_milliseconds(void **state)
{
	struct stamp last = stamp_next((struct stamp){ { 0 } }, 1000, 7);

	(void)state;
	for (int i = 0; i < 65536; i++) {
		struct stamp next = stamp_next(last, 1000, 7);
		assert_true(stamp_compare(last, next) < 0);
		last = next;
	}
	assert_int_equal(stamp_wall_ms(last), 1001);
}

static void a_stamp_follows_one_seen_from_elsewhere(void **state)
{
	struct stamp seen = stamp_next((struct stamp){ { 0 } }, 5000, 9);
	struct stamp next = stamp_next(seen, 1000, 7);

	(void)state;
	assert_true(stamp_compare(seen, next) < 0);
	assert_int_equal(stamp_wall_ms(next), 5000);
	assert_int_equal(stamp_node(next), 7);
}

static void comparing_orders_by_time_then_counter_then_node(void **state)
{
	const struct stamp zero = { { 0 } };
	struct stamp early = stamp_next(zero, 255, 9), late = stamp_next(zero, 256, 1);
	struct stamp counted = stamp_next(early, 255, 1), other_node = stamp_next(zero, 255, 10);

	(void)state;
	assert_true(stamp_compare(early, late) < 0);
	assert_true(stamp_compare(early, counted) < 0);
	assert_true(stamp_compare(early, other_node) < 0);
	assert_true(stamp_compare(late, early) > 0);
	assert_int_equal(stamp_compare(early, early), 0);
	assert_int_equal(stamp_wall_ms(stamp_next(zero, -5, 1)), 0);
}

static void a_stamp_comes_back_from_its_digits_and_from_nothing_else(void **state)
{
	struct stamp stamp = stamp_next((struct stamp){ { 0 } }, 1795321800123, 0xFEDCBA9876543210u), back, kept = stamp;
	char hex[STAMP_HEX_LEN + 1];

	(void)state;
	stamp_to_hex(stamp, hex);
	assert_string_equal(hex + 16, "fedcba9876543210");
	assert_true(stamp_of_hex(hex, &back));
	assert_int_equal(stamp_compare(back, stamp), 0);
	hex[5] = 'G';
	assert_false(stamp_of_hex(hex, &kept));
	assert_false(stamp_of_hex("", &kept));
	assert_int_equal(stamp_compare(kept, stamp), 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_stamp_says_its_time_and_its_node),
		cmocka_unit_test(stamps_of_a_node_never_repeat_or_go_back),
		cmocka_unit_test(a_full_counter_carries_into_the_milliseconds),
		cmocka_unit_test(a_stamp_follows_one_seen_from_elsewhere),
		cmocka_unit_test(comparing_orders_by_time_then_counter_then_node),
		cmocka_unit_test(a_stamp_comes_back_from_its_digits_and_from_nothing_else),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
