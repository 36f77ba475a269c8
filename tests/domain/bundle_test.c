/* Bundles: whatever rows say of each other, each is shown once, by itself or under one other. */
#include "domain/bundle.h"

#include "base/mem.h"
#include "domain/sheet.h"

#include "domain/tally.h"
#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { NOTES_MAX = 12 };

struct wall {
	struct workbook book;
	struct note notes[NOTES_MAX];
	struct table tables[2];
	struct arena arena;
	struct bundles bundles;
};

static const char *const names[NOTES_MAX] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l" };

static void wall_open(struct wall *wall, size_t len)
{
	*wall = (struct wall){ .tables = { { .id = "t1", .workshop = "w" }, { .id = "t2", .workshop = "w" } } };
	for (size_t i = 0; i < len; i++)
		wall->notes[i] = (struct note){ .id = names[i], .workshop = "w", .table = "t1", .pos = names[i], .text = names[i],
						.merged_into = "", .from_note = "" };
	workbook_set_rows(&wall->book, ENTITY_note, wall->notes, len);
	workbook_set_rows(&wall->book, ENTITY_table, wall->tables, COUNT(wall->tables));
}

static void wall_fold(struct wall *wall)
{
	arena_done(&wall->arena);
	wall->bundles = bundles_of(&wall->book, ENTITY_note, &wall->arena);
}

static size_t index_of(const struct wall *wall, char name)
{
	size_t i = 0;

	while (wall->notes[i].id[0] != name)
		i++;
	return i;
}

/* "b>a" : b says that it was bundled into a. */
static void say(struct wall *wall, const char *words)
{
	for (; *words; words += words[3] ? 4 : 3)
		wall->notes[index_of(wall, words[0])].merged_into = names[words[2] - 'a'];
	wall_fold(wall);
}

/* "a3 d" : a stands for three, d for itself. */
static void expect_heads(struct wall *wall, const char *wanted)
{
	char got[200] = "";

	wall_fold(wall);
	for (size_t i = 0; i < wall->book.notes.len; i++) {
		size_t used = strlen(got);
		if (!bundle_is_head(&wall->bundles, i))
			continue;
		if (bundle_len(&wall->bundles, i) > 1)
			snprintf(got + used, sizeof got - used, "%s%s%zu", used ? " " : "", wall->notes[i].id,
				 bundle_len(&wall->bundles, i));
		else
			snprintf(got + used, sizeof got - used, "%s%s", used ? " " : "", wall->notes[i].id);
	}
	assert_string_equal(got, wanted);
}

static void whatever_rows_say_one_stands_for_each_bundle(void **state)
{
	static const struct {
		const char *said, *heads;
	} rows[] = {
		{ "", "a b c d" },
		{ "b>a", "a2 c d" },
		{ "c>a b>a", "a3 d" },
		{ "d>c c>b b>a", "a4" },         /* a chain */
		{ "a>d", "b c d2" },             /* into one that comes later */
		{ "a>b b>a", "a2 c d" },         /* two people, at the same moment */
		{ "b>c c>d d>b", "a b3" },       /* a circle */
		{ "a>c b>c c>d d>c", "c4" },     /* a circle that others lead into */
		{ "b>b", "a b c d" },            /* into itself */
		{ "b>k", "a b c d" },            /* into what is not there */
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct wall wall;
		wall_open(&wall, 4);
		say(&wall, rows[i].said);
		expect_heads(&wall, rows[i].heads);
		arena_done(&wall.arena);
	}
}

static void a_row_of_another_table_stands_for_nobody_here(void **state)
{
	struct wall wall;

	(void)state;
	wall_open(&wall, 3);
	wall.notes[0].table = "t2";
	say(&wall, "b>a c>b");
	expect_heads(&wall, "a b2");
	arena_done(&wall.arena);
}

/* What a batch says becomes what the rows say. */
static void take(struct wall *wall, struct batch *batch)
{
	for (size_t i = 0; i < batch->len; i++) {
		const struct fact *fact = &batch->facts[i];
		const char *into = fact->changes[0].value.text;
		assert_int_equal(fact->changes[0].field->field, FIELD_note_merged_into);
		wall->notes[index_of(wall, fact->id[0])].merged_into = *into ? names[into[0] - 'a'] : "";
	}
	batch_done(batch);
	wall_fold(wall);
}

static void rows_come_and_go_without_breaking_up_the_rest(void **state)
{
	static const struct {
		const char *said;
		char what, row, to;
		const char *heads;
	} rows[] = {
		{ "", '>', 'b', 'a', "a2 c d" },
		{ "c>b", '>', 'b', 'a', "a3 d" },             /* takes its bundle along */
		{ "b>a", '>', 'c', 'b', "a3 d" },             /* into the bundle, not under one of its rows */
		{ "b>a c>b", '>', 'b', 'd', "a2 d2" },        /* leaves its own bundle together */
		{ "a>b b>a", '>', 'c', 'b', "a3 d" },
		{ "a>b b>a", '>', 'a', 'c', "c3 d" },
		{ "a>b b>a", '>', 'b', 'd', "a c d2" },
		{ "b>a", '>', 'b', 'a', "a2 c d" },           /* is there already */
		{ "b>a c>b d>c", '-', 'b', 0, "a3 b" },
		{ "b>a c>b d>c", '-', 'a', 0, "a b3" },
		{ "b>a c>a", '-', 'a', 0, "a b2 d" },
		{ "a>b b>a", '-', 'a', 0, "a b c d" },
		{ "a>b b>a c>b", '-', 'b', 0, "a2 b d" },
		{ "b>a c>b d>c", '*', 'c', 0, "a b c d" },
		{ "a>b b>a", '*', 'b', 0, "a b c d" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct batch batch = { 0 };
		struct wall wall;
		wall_open(&wall, 4);
		say(&wall, rows[i].said);
		size_t index = index_of(&wall, rows[i].row);
		if (rows[i].what == '>')
			bundle_into(&wall.bundles, index, index_of(&wall, rows[i].to), &batch);
		else if (rows[i].what == '-')
			bundle_leave(&wall.bundles, index, &batch);
		else
			bundle_apart(&wall.bundles, index, &batch);
		take(&wall, &batch);
		expect_heads(&wall, rows[i].heads);
		arena_done(&wall.arena);
	}
}

/* --- the law ---------------------------------------------------------------------------------------------------------- */

/* How often the sheets of both tables show each row, with the bundle of each head opened once. */
static void count_shown(const struct wall *wall, size_t *shown)
{
	for (size_t t = 0; t < COUNT(wall->tables); t++) {
		struct arena arena = { 0 };
		struct sheet shut = sheet_of(&wall->book, &wall->tables[t], "", &arena);
		for (size_t i = 0; i < shut.len; i++) {
			if (!shut.rows[i].row)
				continue;
			struct sheet opened = sheet_of(&wall->book, &wall->tables[t], shut.rows[i].row->id, &arena);
			shown[index_of(wall, shut.rows[i].row->id[0])]++;
			assert_int_equal(opened.len, shut.len + shut.rows[i].bundled - 1);
			for (size_t k = 0; k < opened.len; k++)
				if (opened.rows[k].row && !opened.rows[k].bundled)
					shown[index_of(wall, opened.rows[k].row->id[0])]++;
		}
		arena_done(&arena);
	}
}

static void each_row_is_shown_once_whatever_rows_say(void **state)
{
	struct dice dice = dice_take("bundle");

	(void)state;
	for (int round = 0; round < 5000; round++) {
		struct wall wall;
		size_t shown[NOTES_MAX] = { 0 }, len = 1 + dice_below(&dice, NOTES_MAX);
		wall_open(&wall, len);
		for (size_t i = 0; i < len; i++) {
			/* Into any row, also one that is not there. */
			if (dice_below(&dice, 3))
				wall.notes[i].merged_into = names[dice_below(&dice, NOTES_MAX)];
			if (dice_below(&dice, 6) == 0)
				wall.notes[i].table = "t2";
		}
		count_shown(&wall, shown);
		struct tally room = tally_of(&wall.book, NULL), one = tally_of(&wall.book, "t1");
		assert_int_equal(room.notes, one.notes + tally_of(&wall.book, "t2").notes);
		for (size_t i = 0; i < len; i++)
			assert_int_equal(shown[i], 1);
	}
}

/* Whatever was there, a person gets what was asked for. */
static void what_is_done_to_a_bundle_is_so_afterwards(void **state)
{
	struct dice dice = dice_take("bundle");

	(void)state;
	for (int round = 0; round < 5000; round++) {
		struct batch batch = { 0 };
		struct wall wall;
		size_t len = 2 + dice_below(&dice, NOTES_MAX - 1);
		wall_open(&wall, len);
		for (size_t i = 0; i < len; i++)
			if (dice_below(&dice, 3))
				wall.notes[i].merged_into = names[dice_below(&dice, len)];
		wall_fold(&wall);
		size_t row = dice_below(&dice, len), to = dice_below(&dice, len);
		size_t before = bundle_len(&wall.bundles, row), there = bundle_len(&wall.bundles, to);
		bool was_head = bundle_is_head(&wall.bundles, row), was_there = bundle_head(&wall.bundles, row) == bundle_head(&wall.bundles, to);
		size_t head = bundle_head(&wall.bundles, to);
		bundle_into(&wall.bundles, row, to, &batch);
		take(&wall, &batch);
		assert_int_equal(bundle_head(&wall.bundles, row), head);
		assert_int_equal(bundle_len(&wall.bundles, row), was_there ? there : there + (was_head ? before : 1));
		before = bundle_len(&wall.bundles, row);
		size_t other = bundle_head(&wall.bundles, row) != row ? bundle_head(&wall.bundles, row) : bundle_next(&wall.bundles, row, 0);
		bundle_leave(&wall.bundles, row, &batch);
		take(&wall, &batch);
		assert_int_equal(bundle_len(&wall.bundles, row), 1);
		if (before > 1)
			assert_int_equal(bundle_len(&wall.bundles, other), before - 1);
		bundle_apart(&wall.bundles, to, &batch);
		take(&wall, &batch);
		assert_int_equal(bundle_len(&wall.bundles, to), 1);
		arena_done(&wall.arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whatever_rows_say_one_stands_for_each_bundle),
		cmocka_unit_test(a_row_of_another_table_stands_for_nobody_here),
		cmocka_unit_test(rows_come_and_go_without_breaking_up_the_rest),
		cmocka_unit_test(each_row_is_shown_once_whatever_rows_say),
		cmocka_unit_test(what_is_done_to_a_bundle_is_so_afterwards),
	};

	return cmocka_run_group_tests_name("bundle", tests, NULL, NULL);
}
