#include "domain/tally.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "two_tables.h"

static void a_tally_counts_a_table_or_the_room(void **state)
{
	static const struct tally first = { .offers = 3, .steps = 3, .supports = 5, .formal = 1, .informal = 2, .mixed = 1,
					    .scope_one = 2, .scope_hundred = 1 };
	static const struct tally second = { .offers = 2, .notes = 1, .scope_one = 1, .scope_ten = 1 };
	static const struct tally room = { .offers = 5, .steps = 3, .supports = 5, .formal = 1, .informal = 2, .mixed = 1,
					   .notes = 2, .scope_one = 3, .scope_ten = 1, .scope_hundred = 1 };
	struct workbook book = filled_book();
	struct tally tally;

	(void)state;
	tally = tally_of(&book, "t1");
	assert_memory_equal(&tally, &first, sizeof tally);
	tally = tally_of(&book, "t2");
	assert_memory_equal(&tally, &second, sizeof tally);
	tally = tally_of(&book, NULL);
	assert_memory_equal(&tally, &room, sizeof tally);
}

static void what_was_bundled_counts_once(void **state)
{
	struct offer bundled[COUNT(offers)];
	struct workbook book = filled_book();

	(void)state;
	memcpy(bundled, offers, sizeof bundled);
	bundled[2].merged_into = "o1"; /* a hundred people, like what one can do */
	bundled[1].merged_into = "o1"; /* of another table: stays its own */
	workbook_set_rows(&book, ENTITY_offer, bundled, COUNT(bundled));
	struct tally first = tally_of(&book, "t1"), room = tally_of(&book, NULL);
	assert_int_equal(first.offers, 2);
	assert_int_equal(first.scope_hundred, 0);
	assert_int_equal(room.offers, 4);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_tally_counts_a_table_or_the_room),
		cmocka_unit_test(what_was_bundled_counts_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
