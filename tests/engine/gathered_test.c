/* What a room has brought together, and when the room sees the picture of it. */
#include "engine/gathered.h"

#include "script.h"

#include "domain/tally.h"
#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static struct need needs[] = { { .id = "n1", .text = "rubbish" }, { .id = "n2", .text = "letters" } };
static struct offer offers[] = {
	{ .id = "o1", .table = "t1", .need = "n1", .scope = SCOPE_ONE, .merged_into = "" },
	{ .id = "o2", .table = "t1", .need = "n1", .scope = SCOPE_TEN, .merged_into = "" },
	{ .id = "o3", .table = "t2", .need = "n2", .scope = SCOPE_HUNDRED, .merged_into = "" },
	{ .id = "o4", .table = "t2", .need = "", .scope = SCOPE_ONE, .merged_into = "" },
	{ .id = "o5", .table = "t2", .need = "deleted", .scope = SCOPE_ONE, .merged_into = "" },
};
static struct storyline storylines[] = { { .id = "s1", .table = "t1" } };
static struct step steps[] = {
	{ .id = "p1", .storyline = "s1", .need = "n2" },
	{ .id = "p2", .storyline = "s1", .need = "" },
	{ .id = "p3", .storyline = "deleted", .need = "n1" },
};
static struct support supports[] = {
	{ .id = "u1", .step = "p1", .formality = FORMALITY_FORMAL },
	{ .id = "u2", .step = "p1", .formality = FORMALITY_INFORMAL },
	{ .id = "u3", .step = "p1", .formality = FORMALITY_INFORMAL },
	{ .id = "u4", .step = "p2", .formality = FORMALITY_MIXED },
	{ .id = "u5", .step = "p2", .formality = FORMALITY_UNSAID },
	{ .id = "u6", .step = "p3", .formality = FORMALITY_FORMAL },
};

static struct workbook book(void)
{
	return (struct workbook){
		.needs = { needs, sizeof needs / sizeof needs[0] },
		.offers = { offers, sizeof offers / sizeof offers[0] },
		.storylines = { storylines, 1 },
		.steps = { steps, sizeof steps / sizeof steps[0] },
		.supports = { supports, sizeof supports / sizeof supports[0] },
	};
}

static void expect_part(const struct gathered_part *part, size_t one, size_t ten, size_t hundred, size_t formal,
			size_t informal, size_t mixed)
{
	assert_int_equal(part->by_scope[SCOPE_ONE], one);
	assert_int_equal(part->by_scope[SCOPE_TEN], ten);
	assert_int_equal(part->by_scope[SCOPE_HUNDRED], hundred);
	assert_int_equal(part->offers, one + ten + hundred);
	assert_int_equal(part->by_formality[FORMALITY_FORMAL], formal);
	assert_int_equal(part->by_formality[FORMALITY_INFORMAL], informal);
	assert_int_equal(part->by_formality[FORMALITY_MIXED], mixed);
}

static void a_room_is_counted_by_need_and_by_how_many_it_takes(void **state)
{
	struct arena arena = { 0 };
	struct workbook full = book();
	struct gathered gathered = gathered_of(&full, &arena);

	(void)state;
	assert_int_equal(gathered.needs_len, 2);
	assert_string_equal(gathered.needs[0].need, "rubbish");
	expect_part(&gathered.all, 3, 1, 1, 1, 2, 1);
	expect_part(&gathered.needs[0], 1, 1, 0, 0, 0, 0);
	expect_part(&gathered.needs[1], 0, 0, 1, 1, 2, 0);
	expect_part(&gathered.other, 2, 0, 0, 0, 0, 1);
	assert_int_equal(gathered.all.supports, 5);
	assert_int_equal(gathered.other.by_formality[FORMALITY_UNSAID], 1);
	arena_done(&arena);
}

/* field.md 3, invariant 12; and the picture says what board and report say. */
static void the_room_has_all_that_its_tables_have(void **state)
{
	struct arena arena = { 0 };
	struct workbook full = book();
	struct gathered gathered = gathered_of(&full, &arena);
	struct tally room = tally_of(&full, NULL);

	(void)state;
	assert_int_equal(gathered.all.offers, tally_of(&full, "t1").offers + tally_of(&full, "t2").offers);
	assert_int_equal(gathered.all.offers, room.offers);
	assert_int_equal(gathered.all.by_scope[SCOPE_TEN], room.scope_ten);
	assert_int_equal(gathered.all.supports, room.supports);
	assert_int_equal(gathered.all.by_formality[FORMALITY_FORMAL], room.formal);
	arena_done(&arena);
}

/* The same, whatever was bundled: a room has as many distinct offers as its tables together, so never fewer than any. */
static void bundling_keeps_the_room_in_step_with_its_tables(void **state)
{
	static const char *const ids[] = { "o1", "o2", "o3", "o4", "o5", "", "gone" };
	struct dice dice = dice_take("gathered");

	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct arena arena = { 0 };
		struct offer bundled[sizeof offers / sizeof offers[0]];
		struct workbook full = book();
		memcpy(bundled, offers, sizeof bundled);
		for (size_t i = 0; i < sizeof bundled / sizeof bundled[0]; i++)
			bundled[i].merged_into = ids[dice_below(&dice, sizeof ids / sizeof ids[0])];
		full.offers.at = bundled;
		struct gathered gathered = gathered_of(&full, &arena);
		size_t one = tally_of(&full, "t1").offers, other = tally_of(&full, "t2").offers;
		assert_int_equal(gathered.all.offers, one + other);
		assert_int_equal(gathered.all.offers, tally_of(&full, NULL).offers);
		assert_true(one > 0 && other > 0);
		arena_done(&arena);
	}
}

static void an_empty_room_has_nothing_yet(void **state)
{
	struct arena arena = { 0 };
	struct workbook empty = { 0 };
	struct gathered gathered = gathered_of(&empty, &arena);

	(void)state;
	assert_int_equal(gathered.needs_len, 0);
	expect_part(&gathered.all, 0, 0, 0, 0, 0, 0);
	arena_done(&arena);
}

#define AGENDA                                        \
	"plan 13:30 hall 16:00\n"                     \
	"item Talk 10m kind=table\n"                  \
	"item Sharing 30m kind=presentation picture\n" \
	"item Parting 5m\n"                           \
	"tables 3\n"

static void the_picture_comes_and_goes_by_hand(void **state)
{
	(void)state;
	script_run(AGENDA "13:29:00 refused picture on\n"
			  "13:30:00 start\n"
			  "status picture=no\n"
			  "13:31:00 picture on\n"
			  "status picture=yes undoable=picture\n"
			  "13:31:00 picture on\n"
			  "13:31:00 undo\n"
			  "status picture=no\n"
			  "13:32:00 picture on\n"
			  "13:33:00 picture off\n"
			  "status picture=no\n");
}

static void the_picture_comes_by_itself_where_the_practice_wants_it(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:31:00 picture on\n"
			  "13:40:00 next\n"
			  "status item=Sharing picture=yes\n"
			  "13:41:00 hand-over\n"
			  "status table=1 picture=no\n"
			  "13:42:00 picture on\n"
			  "status table=1 picture=yes\n"
			  "13:43:00 hand-over\n"
			  "status table=2 picture=no\n"
			  "13:43:30 pass 2\n"
			  "status table=0 picture=yes\n"
			  "13:44:00 hand-over\n"
			  "status table=3 picture=no\n"
			  "13:47:00 hand-over\n"
			  "status table=0 picture=yes\n"
			  "13:50:00 next\n"
			  "status item=Parting picture=no\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_room_is_counted_by_need_and_by_how_many_it_takes),
		cmocka_unit_test(the_room_has_all_that_its_tables_have),
		cmocka_unit_test(bundling_keeps_the_room_in_step_with_its_tables),
		cmocka_unit_test(an_empty_room_has_nothing_yet),
		cmocka_unit_test(the_picture_comes_and_goes_by_hand),
		cmocka_unit_test(the_picture_comes_by_itself_where_the_practice_wants_it),
	};

	return cmocka_run_group_tests_name("gathered", tests, NULL, NULL);
}
